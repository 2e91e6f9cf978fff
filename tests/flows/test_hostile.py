"""Files made to break a reader, and parsers that misbehave: each is refused for its own reason, and hurts only itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.contained import Unread
from flows.reading import Outcome, Readers, read_one
from flows.settings import Settings
from tests.flows.fakes import report
from tests.hostile import FILES
from tests.hostile.parsers import SLOW, TRICKS, read
from tests.hostile.running import LIMITS, called
from warehouse.blobs import Blobs
from warehouse.ledger import Reading

EXPECTED = {each.name: each.reasons for each in FILES} | {
    called(trick): (reason,) if reason else () for trick, (_, reason) in TRICKS.items()
}
EXPECTED[called("loop")] = ("reader-cpu", "reader-timeout")  # on a busy machine the clock may come first
QUICK = [each.name for each in FILES if not each.is_slow] + [
    called(each) for each in TRICKS if each not in SLOW
]
GROWN = 96 << 20
"""Bytes that the parent may grow by: what comes of a batch waits there for its turn."""
SETTINGS = {
    "reader-timeout": ("12 s", "UNFOLD_READ_TIMEOUT"),
    "reader-cpu": ("4 s", "UNFOLD_READ_CPU"),
    "reader-memory": (str(LIMITS["read_memory"]), "UNFOLD_READ_MEMORY"),
    "reader-output": (str(LIMITS["read_output"]), "UNFOLD_READ_OUTPUT"),
}


def run(home: Path, *more: str) -> dict[str, Any]:
    """What came of one run over all files together, in a process of its own that prints nothing else."""
    for arguments in (["make", home, *more], ["read", home]):
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.running", *map(str, arguments)],
            capture_output=True, check=False, cwd=Path(__file__).parents[2], timeout=1_500,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return run(tmp_path_factory.mktemp("hostile"))


def is_expected(name: str, outcome: dict[str, Any]) -> bool:
    """Whether a file was refused for a reason of its own, or read where it is harmless, and nothing odd is in its rows."""
    reasons = EXPECTED[name]
    if reasons:
        return outcome.get("reason") in reasons
    return "id" in outcome and not outcome["controls"]


@pytest.mark.parametrize("name", QUICK, ids=lambda name: ascii(name)[:40])
def test_each_hostile_file_has_its_own_end(quick: dict[str, Any], name: str) -> None:
    """Refused with its own reason, or read where it only looks hostile."""
    assert is_expected(name, quick["outcomes"][name]), quick["outcomes"][name]


def test_good_documents_between_them_are_unharmed(quick: dict[str, Any]) -> None:
    """Every good document of the run is read as if it were alone."""
    good = {name: each for name, each in quick["outcomes"].items() if name.startswith("A_996_")}

    assert len(good) > 20
    assert {(each.get("reason"), each.get("count")) for each in good.values()} == {(None, 2)}


def test_the_parent_stays_small(quick: dict[str, Any]) -> None:
    """What would be gigabytes in a child process is nothing in the one that records."""
    assert quick["grown"] < GROWN


@pytest.mark.parametrize("reason", SETTINGS)
def test_a_limit_says_what_to_raise(quick: dict[str, Any], reason: str) -> None:
    """A document that passes a limit is told with the file's name, the limit and the setting."""
    found = [(name, o["message"]) for name, o in quick["outcomes"].items() if o.get("reason") == reason]

    assert found or reason == "reader-cpu"
    for name, message in found:
        assert message.startswith(name)
        assert all(words in message for words in SETTINGS[reason])


@pytest.mark.proof
@pytest.mark.timeout(1_800)
def test_all_hostile_files_together(tmp_path: Path) -> None:
    """The large and slow ones as well, up to 57 MB of text and a million text objects, in one run."""
    found = run(tmp_path, "slow")

    odd = {
        name: each
        for name, each in found["outcomes"].items()
        if name in EXPECTED and not is_expected(name, each)
    }
    assert odd == {}
    assert all("id" in each for name, each in found["outcomes"].items() if name.startswith("A_996_"))
    assert found["grown"] < GROWN


def reading(home: Path, name: str) -> Reading:
    sha256 = Blobs(home / "blobs").put(report("A/999/1", "The gauges were lent.", "They were returned."))
    return Reading(
        f"memory:/{name}", name, None, None, sha256, None, 1, "memory", 1, datetime(2020, 1, 1, tzinfo=UTC)
    )


def outcome(home: Path, name: str, function: Any, **limits: float) -> Outcome:
    one = reading(home, name)
    with Readers(Settings(home=home, workers=1, **limits), "reader-1", function) as readers:  # type: ignore[arg-type]
        (found,) = readers.finish([one], readers.begin(home, [one]))
    return found


def test_processor_time_is_counted_apart(tmp_path: Path) -> None:
    """A parser that computes for ever, holding the interpreter, ends long before the clock would end it."""
    found = outcome(tmp_path, called("loop"), read, read_cpu=2.0, read_timeout=200.0)

    assert isinstance(found, Unread)
    assert found.reason == "reader-cpu"
    assert all(words in found.message for words in ("2 s of processor time", "UNFOLD_READ_CPU"))


def start_and_stay(home: str, reading: Reading, fingerprint: str) -> Outcome:
    """Leaves a process behind, and does what the document's name says."""
    left = subprocess.Popen(["/bin/sleep", "600"])
    (Path(home) / "left").write_text(str(left.pid))
    if "crash" in reading.name:
        os.abort()
    if "hang" in reading.name:
        time.sleep(600)
    return read_one(home, reading, fingerprint)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("quiet.txt", "reader-forked"), ("crash.txt", "reader-crashed"), ("hang.txt", "reader-timeout")],
)
def test_what_a_parser_starts_ends_with_it(tmp_path: Path, name: str, reason: str) -> None:
    """Whether it returns, crashes or hangs, the processes it has left behind are gone."""
    found = outcome(tmp_path, name, start_and_stay, read_timeout=4.0)

    assert isinstance(found, Unread)
    assert found.reason == reason
    assert is_gone(int((tmp_path / "left").read_text()))


def is_gone(process: int) -> bool:
    """Whether a process has ended, if need be within some seconds; who has ended may wait to be buried."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.1)
    return False
