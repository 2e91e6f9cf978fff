"""A document that misbehaves hurts only itself, whatever it does to the process that reads it."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from flows.contained import Unread
from flows.errors import ShellError
from flows.reading import Lost, Outcome, Read, Readers
from flows.settings import Settings
from tests.flows.fakes import misbehave, report
from warehouse.blobs import Blobs
from warehouse.ledger import Reading


def reading(name: str, sha256: str = "0" * 64) -> Reading:
    now = datetime(2020, 1, 1, tzinfo=UTC)
    return Reading(f"memory:/{name}", name, None, None, sha256, None, 1, "memory", 1, now)


def outcomes(readers: Readers, home: Path, *readings: Reading) -> list[Outcome]:
    return list(readers.finish(readings, readers.begin(home, readings)))


def test_a_crash_a_hang_and_a_bug_refuse_their_document_alone(tmp_path: Path) -> None:
    """Each ends in a refusal with its own reason, in order; the documents between them are read."""
    settings = Settings(home=tmp_path, workers=2, read_timeout=3.0)
    names = ("a.txt", "crash.txt", "b.txt", "hang.txt", "raise.txt", "greed.txt", "c.txt")

    with Readers(settings, "reader-1", misbehave) as readers:
        found = outcomes(readers, tmp_path, *(reading(name) for name in names))

    assert [outcome.reason if isinstance(outcome, Unread) else "" for outcome in found] == [
        "empty", "reader-crashed", "empty", "reader-timeout", "reader-failed", "reader-memory", "empty",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Readers, Path]]:
    home = tmp_path_factory.mktemp("home")
    with Readers(Settings(home=home, workers=1), "reader-1") as readers:
        yield readers, home


def read(reader: tuple[Readers, Path], name: str, content: bytes) -> Outcome:
    readers, home = reader
    (outcome,) = outcomes(readers, home, reading(name, Blobs(home / "blobs").put(content)))
    return outcome


def test_a_document_becomes_rows(reader: tuple[Readers, Path]) -> None:
    """A report in UN layout comes back with its identity and a table for each of the schema's."""
    outcome = read(
        reader, "A_999_1-EN.txt", report("A/999/1", "The gauges were lent.", "They were returned.")
    )

    assert isinstance(outcome, Read)
    assert outcome.document_id == "A/999/1@en"
    assert outcome.tables["paragraphs"].num_rows >= 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("rubbish.txt", bytes(range(256)) * 40),
        ("blank.txt", b" \n\t\n"),
        ("nul.txt", b"\0" * 500),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(
    reader: tuple[Readers, Path], name: str, content: bytes
) -> None:
    """Nothing, binary rubbish, blanks and NULs are typed refusals that name the file."""
    outcome = read(reader, name, content)

    assert isinstance(outcome, Unread)
    assert not outcome.reason.startswith("reader-")
    assert name in outcome.message


def test_markup_and_controls_in_a_text_become_clean_rows_or_a_refusal(reader: tuple[Readers, Path]) -> None:
    """A script tag stays words; a NUL or an escape sequence never reaches a row."""
    outcome = read(
        reader,
        "A_999_1-EN.txt",
        report("A/999/1", "Read\0 this <script>alert(1)</script> \x1b[31mnow.", "And this."),
    )

    assert isinstance(outcome, Read | Unread)
    if isinstance(outcome, Read):
        text = "".join(outcome.tables["paragraphs"].column("text").to_pylist())
        assert "\0" not in text
        assert "\x1b" not in text


def test_kept_bytes_that_are_gone_or_changed_are_no_verdict(reader: tuple[Readers, Path]) -> None:
    """Damage in the home is told as damage, so that mended bytes are read later."""
    readers, home = reader
    sha256 = Blobs(home / "blobs").put(b"changed later")
    Blobs(home / "blobs").path(sha256).chmod(0o644)
    Blobs(home / "blobs").path(sha256).write_bytes(b"other bytes")

    changed, gone = outcomes(readers, home, reading("a.txt", sha256), reading("b.txt", "f" * 64))

    assert isinstance(changed, Lost)
    assert isinstance(gone, Lost)


def test_processes_that_cannot_start_are_no_verdict(tmp_path: Path) -> None:
    """Where no child process comes up, the run ends with an error and no document is refused for it."""
    resource_tracker.ensure_running()
    multiprocessing.set_executable("/bin/false")
    try:
        with (
            pytest.raises(ShellError, match="cannot be started"),
            Readers(Settings(home=tmp_path, workers=1), "reader-1", misbehave, patience=3.0) as readers,
        ):
            outcomes(readers, tmp_path, reading("a.txt"))
    finally:
        multiprocessing.set_executable(sys.executable)
