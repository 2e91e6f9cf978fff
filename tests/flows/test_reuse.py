"""A release says what its documents repeat of each other, and a rebuild says the same."""

from __future__ import annotations

from flows.home import Home
from flows.pipeline import Order, run
from flows.rebuild import rebuild
from flows.settings import Settings
from tests.flows.fakes import Memory, report
from warehouse import parquet, release

TESTED = (
    "Coastal States that have set up sirens with the help of the scheme were asked to test them every month and to "
    "publish the results of each test within a week."
)


def test_a_release_says_what_is_repeated(home: Home, settings: Settings) -> None:
    """Two reports with a paragraph in common have a row, which a rebuild makes again from the bytes."""
    files = {
        "A_999_1-EN.txt": report("A/999/1", "The gauges were lent.", TESTED),
        "A_999_2-EN.txt": report("A/999/2", TESTED.replace("a week", "a month"), "The gauges came back."),
    }

    made = run(home, settings, Order(Memory(files)))

    assert made.published is not None
    current = release.current(home.path)
    assert current is not None
    (row,) = parquet.read(current.parquet("repetitions")).to_pylist()
    assert (row["paragraph_id"], row["earlier_paragraph_id"]) == ("A/999/2@en#para_1", "A/999/1@en#para_2")
    assert (row["kind"], row["relation"]) == ("changed", "same_day")
    assert rebuild(home, settings).version == current.version
