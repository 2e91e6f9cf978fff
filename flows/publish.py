"""Publish: everything accepted becomes one immutable release, or the floors stop it and the last one stays.

A release is a fold over the log up to a position; the same log, bytes and code make the same Parquet.

    >>> publish(home, settings).version
    '20260131T120000Z-1a2b3c4d'
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from flows.collating import Doubt, doubts
from flows.errors import ShellError
from flows.fingerprint import Fingerprints, fingerprints
from flows.gathering import Tables, tables_of
from flows.home import Home
from flows.progress import Watch, silent
from flows.settings import Settings
from transforms.schema import SCHEMA_VERSION
from warehouse import release
from warehouse.events import RELEASE_STREAM, PublicationStopped, ReleasePublished, canonical
from warehouse.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Published:
    """A publication's end: the release that is current now, whether it is new, and what stopped another."""

    version: str | None
    path: Path | None
    is_new: bool
    stopped: tuple[str, ...] = ()
    documents: int = 0
    refused: int = 0
    doubts: tuple[Doubt, ...] = ()
    """Files of documents in the release that agree so little with what is published that somebody should look."""


def publish(home: Home, settings: Settings, watch: Watch = silent) -> Published:
    """Make the release of everything accepted, unless the current one is it already."""
    marks, ledger = fingerprints(), home.ledger()
    due = ledger.due(marks.reader, marks.gate)
    if due:
        raise ShellError(
            f"{len(due)} documents have no verdict under this version of the code, {due[0].name} first; "
            "run `unfold build`, and `unfold verify` if that does not help."
        )
    return _published(home, settings, ledger, marks, watch)


def _published(
    home: Home, settings: Settings, ledger: Ledger, marks: Fingerprints, watch: Watch
) -> Published:
    inputs = inputs_sha256(home, ledger, marks)
    accepted = ledger.accepted(marks.reader, marks.gate)
    refused = len(ledger.refused(marks.reader, marks.gate))
    current = _current(home)
    if current is not None and current.manifest.inputs_sha256 == inputs and not release.verify(current):
        _announce(home, ledger, current, inputs)
        return _made(current, is_new=False, documents=len(accepted), refused=refused)
    watch("publish", 0, len(accepted))
    stopped = _stopped_already(ledger)
    if not stopped:
        tables = tables_of(home, settings, ledger, marks)
        stopped = _floors(tables)
    if stopped:
        _stop(home, ledger, stopped)
        version, path = (current.version, current.path) if current is not None else (None, None)
        return Published(
            version, path, is_new=False, stopped=stopped, documents=len(accepted), refused=refused
        )
    made = release.publish(
        home.path,
        tables,
        version=version_of(ledger, inputs),
        position=ledger.content_position,
        inputs_sha256=inputs,
    )
    _announce(home, ledger, made, inputs)
    watch("publish", len(accepted), len(accepted))
    return _made(made, is_new=True, documents=len(accepted), refused=refused)


def _made(made: release.Release, *, is_new: bool, documents: int, refused: int) -> Published:
    """A release that is current now, with what it says of the files of its documents."""
    told = tuple(doubts(made))
    return Published(
        made.version, made.path, is_new=is_new, documents=documents, refused=refused, doubts=told
    )


def _current(home: Home) -> release.Release | None:
    """The current release; None where there is none, or none that can be read and so is to be made again."""
    try:
        return release.current(home.path)
    except release.ReleaseUnreadable:
        return None


def inputs_sha256(home: Home, ledger: Ledger, marks: Fingerprints) -> str:
    """A digest of all that a release is made of: the events up to the last that counts, and the code."""
    history = home.log.hash_at(ledger.content_position)
    made_of = [SCHEMA_VERSION, marks.reader, marks.gate, marks.publisher, history]
    return hashlib.sha256(canonical(made_of)).hexdigest()


def version_of(ledger: Ledger, inputs: str) -> str:
    """A release's name: when the last thing that counts was recorded, and eight digits of its inputs."""
    if ledger.content_time is None:
        raise ShellError("the log holds no document yet; run `unfold run` or `unfold collect` first.")
    return f"{ledger.content_time:%Y%m%dT%H%M%SZ}-{inputs[:8]}"


def _floors(tables: Tables) -> tuple[str, ...]:
    from expectations import gate  # noqa: PLC0415 - Great Expectations takes seconds to import

    failed = [check for check in gate.judge_corpus(tables).checks if not check.is_passed]
    return tuple(
        f"{check.name}: {check.detail or f'{check.failing_count} rows of {check.table}'}" for check in failed
    )


def _stopped_already(ledger: Ledger) -> tuple[str, ...]:
    """Why the floors stopped what there is to publish, where nothing that counts has happened since.

    New code gives new verdicts, and those count.
    """
    told = ledger.stopped
    return told.reasons if told is not None and told.position == ledger.content_position else ()


def _announce(home: Home, ledger: Ledger, made: release.Release, inputs: str) -> None:
    """Record the release, once: a run killed between the swap and the event is made good by the next."""
    if ledger.releases and ledger.releases[-1].version == made.version:
        return
    announced = ReleasePublished(made.version, ledger.content_position, made.manifest_sha256, inputs)
    home.record([(RELEASE_STREAM, announced)])


def _stop(home: Home, ledger: Ledger, reasons: tuple[str, ...]) -> None:
    if not _stopped_already(ledger):
        home.record([(RELEASE_STREAM, PublicationStopped(ledger.content_position, reasons))])
