"""What a source offers becomes bytes and events, once."""

from __future__ import annotations

import re

import pytest

from flows.collect import collect
from flows.errors import Usage
from flows.home import Home
from flows.sources import Declined
from flows.sources.sample import Sample
from flows.wishes import wish
from tests.flows.fakes import Memory
from warehouse.events import SourceAbsent, SourceFetched

A, B = b"first version", b"second version"


def types(home: Home) -> list[str]:
    return [event.type for event in home.log.read()]


def test_a_new_file_is_kept_and_told(home: Home) -> None:
    """Its bytes are held under their hash before the event that names them."""
    collected = collect(home, Memory({"a.txt": A}))

    (event,) = home.log.read()
    payload = event.payload()
    assert collected.fetched == 1
    assert isinstance(payload, SourceFetched)
    assert home.blobs.get(payload.content_sha256) == A


def test_unchanged_bytes_make_no_event(home: Home) -> None:
    """A second collection of the same source records nothing."""
    source = Memory({"a.txt": A, "b.txt": B}, (Declined("memory:/c", "c", "too-large", "c is large"),))
    collect(home, source)
    before = home.log.head()

    again = collect(home, source)

    assert (again.offered, again.fetched) == (2, 0)
    assert home.log.head() == before


def test_changed_bytes_are_a_second_event_and_the_first_stays(home: Home) -> None:
    """Both versions stay in the log and in the bytes; the newer one is what was last fetched."""
    collect(home, Memory({"a.txt": A, "b.txt": A}))

    changed = collect(home, Memory({"a.txt": B, "b.txt": A}))

    history = home.ledger().history("memory:/a.txt")
    assert changed.fetched == 1
    assert [home.blobs.get(reading.content_sha256) for reading in history] == [A, B]


def test_lost_bytes_are_mended_by_a_source_that_still_has_them(home: Home) -> None:
    """A collection puts back bytes that are gone, without an event."""
    collect(home, Memory({"a.txt": A}))
    (sha256,) = home.ledger().contents
    home.blobs.path(sha256).unlink()

    collect(home, Memory({"a.txt": A}))

    assert home.blobs.get(sha256) == A
    assert len(types(home)) == 1


def test_what_is_no_symbol_is_told_and_the_rest_goes_on(home: Home) -> None:
    """A path, a NUL and ten thousand characters are no symbols and no events; the good one beside them is taken."""
    wild = ("../../etc/passwd", "A/999/1\0", "A/" + "9" * 10_000)

    collected = collect(home, Sample(), ("A/999/98", *wild))

    assert len(collected.malformed) == 3
    assert all(one.text.isprintable() and len(one.text) < 1000 for one in collected.malformed)
    assert collected.fetched == 1
    assert types(home) == ["source-fetched.v2"]


def test_a_wish_that_is_all_malformed_is_no_wish(home: Home) -> None:
    """Nothing is taken and nothing recorded."""
    with pytest.raises(Usage, match="x"):
        collect(home, Sample(), ("../x",))

    assert types(home) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("A/73/328@en", "ask for the symbol: A/73/328 --lang en"),
        ("A/73/328@en#para_12", "ask for the symbol: A/73/328 --lang en"),
        ("A/73/328#12", "ask for the symbol: A/73/328."),
    ],
)
def test_an_id_in_place_of_a_symbol_is_told_what_to_ask_for(text: str, hint: str) -> None:
    """Whoever copies a document's id out of a table learns the symbol and the option."""
    with pytest.raises(Usage, match=re.escape(hint)):
        wish([text])


def test_the_same_bytes_by_another_spelling_are_not_new(home: Home) -> None:
    """A file taken with all others, and then asked for by its symbol and language, stays the same reading."""
    collect(home, Sample())
    before = home.log.head()

    for asked in ("A/999/12", "a/999/12"):
        again = collect(home, Sample(), (asked,), ("en",))

        assert (again.offered, again.fetched, again.absent) == (1, 0, ())
    assert home.log.head() == before


def test_files_in_other_languages_are_counted_and_left_alone(home: Home) -> None:
    """With a language wanted, what is in another one is neither taken nor refused."""
    collected = collect(home, Sample(), (), ("fr",))
    everything = collect(home, Sample())

    assert collected.offered < everything.offered
    assert collected.offered + collected.elsewhere == everything.offered
    assert not collected.declined


def test_an_absent_symbol_is_told_once(home: Home) -> None:
    """A symbol that the source does not have is an event the first time."""
    collect(home, Sample(), ("A/999/404",))
    collect(home, Sample(), ("A/999/404",))

    (event,) = home.log.read()
    assert isinstance(event.payload(), SourceAbsent)
