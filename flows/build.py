"""Build: readings that have no verdict yet are read, judged, and accepted or refused. Never meets the network.

What one batch of documents comes to is recorded in one transaction, in the order in which the bytes were
collected, whatever the number of processes: to run it again, or after a kill, goes on where it stopped.

    >>> build(home, settings)
    Built(read=7, accepted=6, refused=(Refused(name='broken.txt', ...),), ...)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, assert_never

import pyarrow as pa

from expectations.verdict import Check
from flows import converting
from flows.contained import Unread
from flows.fingerprint import Fingerprints, fingerprints
from flows.home import Home
from flows.progress import Watch, silent
from flows.reading import Lost, Outcome, Read, Readers
from flows.settings import Settings
from transforms import corpus
from warehouse.events import DocumentAccepted, DocumentRefused, FailedCheck, Payload, source_stream
from warehouse.ledger import Reading

_RETRIED = "reader-"
"""Refusals that say more of the machine than of the document begin so."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was refused, and why, in words for a person."""

    name: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate said of one document: the checks that keep it out, and what is odd and does not."""

    failed: tuple[FailedCheck, ...]
    warnings: tuple[FailedCheck, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `seconds` are its own work, so that two runs can be compared."""

    read: int = 0
    accepted: int = 0
    refused: tuple[Refused, ...] = ()
    lost: tuple[str, ...] = ()
    seconds: float = 0.0

    def __add__(self, other: Built) -> Built:
        return Built(
            self.read + other.read,
            self.accepted + other.accepted,
            self.refused + other.refused,
            self.lost + other.lost,
            self.seconds + other.seconds,
        )


Step = Callable[[Home, Readers, Sequence[Reading]], Built]
"""What is done with one batch: `build_batch`, or a task around it."""


def build(
    home: Home, settings: Settings, *, retry: bool = False, step: Step | None = None, watch: Watch = silent
) -> Built:
    """Every reading that is due gets its verdict under the code that runs.

    Also what was refused for want of a program that is there now; and with `retry`, what was refused because the
    reader ran out of time or memory, or crashed.
    """
    marks = fingerprints()
    due = [*home.ledger().due(marks.reader, marks.gate), *_to_retry(home, marks, is_asked=retry)]
    built, attempted = Built(), set[int]()
    if not due:
        return built
    do = step or build_batch
    with Readers(settings, marks.reader) as readers:
        while due:
            for batch in batches(due, settings.batch_size):
                watch("build", built.read, built.read + len(due))
                built += do(home, readers, batch)
            attempted |= {reading.sequence for reading in due}
            watch("build", built.read, built.read)
            due = [r for r in home.ledger().due(marks.reader, marks.gate) if r.sequence not in attempted]
    return built


def build_batch(home: Home, readers: Readers, batch: Sequence[Reading]) -> Built:
    """Read and judge one batch of documents, keep the rows, record the verdicts."""
    started = perf_counter()
    batch = [home.ledger().readable(reading) for reading in batch]
    outcomes = list(readers.finish(batch, readers.begin(home.path, batch)))
    outcomes = converting.complete(home, readers, batch, outcomes)
    verdicts = judged(outcomes)
    payloads: list[tuple[str, Payload]] = []
    refused: list[Refused] = []
    lost: list[str] = []
    for index, (reading, outcome) in enumerate(zip(batch, outcomes, strict=True)):
        payload: DocumentAccepted | DocumentRefused
        match outcome:
            case Lost(message):
                lost.append(message)
                continue
            case Unread(reason, message):
                payload = _refusal(reading, None, reason, message, ())
            case Read():
                payload = _verdict(home, reading, outcome, verdicts[index])
            case _ as never:
                assert_never(never)
        if isinstance(payload, DocumentRefused):
            refused.append(Refused(reading.name, payload.reason, payload.message))
        payloads.append((source_stream(reading.url), payload))
    home.record(payloads)
    return Built(
        len(payloads), len(payloads) - len(refused), tuple(refused), tuple(lost), perf_counter() - started
    )


def judged(outcomes: Sequence[Outcome]) -> Mapping[int, Judgement]:
    """The checks that each document read has failed, and the warnings, by its place in the batch.

    Two readings of one document are judged apart, so that neither fails for the other's sake.
    """
    rounds: list[dict[str, tuple[int, dict[str, pa.Table]]]] = []
    for index, outcome in enumerate(outcomes):
        if isinstance(outcome, Read):
            free = next((r for r in rounds if outcome.document_id not in r), None)
            if free is None:
                free = {}
                rounds.append(free)
            free[outcome.document_id] = (index, outcome.tables)
    found: dict[int, Judgement] = {}
    for documents in rounds:
        found |= _judge(documents)
    return found


def _judge(documents: Mapping[str, tuple[int, dict[str, pa.Table]]]) -> dict[int, Judgement]:
    from expectations import gate  # noqa: PLC0415 - Great Expectations takes seconds to import

    verdict = gate.judge(corpus.merge(tables for _, tables in documents.values()))
    return {
        index: Judgement(_checks(verdict.failed(document_id)), _checks(verdict.warnings(document_id)))
        for document_id, (index, _) in documents.items()
    }


def _checks(checks: Iterable[Check]) -> tuple[FailedCheck, ...]:
    return tuple(FailedCheck(check.name, check.table, check.failing_count, check.detail) for check in checks)


def _verdict(
    home: Home, reading: Reading, read: Read, judgement: Judgement
) -> DocumentAccepted | DocumentRefused:
    if judgement.failed:
        names = ", ".join(dict.fromkeys(check.check for check in judgement.failed))
        message = f"{reading.name} failed {names}."
        return _refusal(reading, read.document_id, "checks-failed", message, judgement.failed)
    return DocumentAccepted(
        **_about(reading),
        document_id=read.document_id,
        symbols=read.symbols,
        language=read.language,
        rows_sha256=home.rows.put(read.tables),
        counts={name: table.num_rows for name, table in read.tables.items()},
        warnings=judgement.warnings,
        media_type=read.media_type,
        is_ocr=read.is_ocr,
        character_count=corpus.character_count(read.tables),
    )


def _refusal(
    reading: Reading, document_id: str | None, reason: str, message: str, checks: tuple[FailedCheck, ...]
) -> DocumentRefused:
    return DocumentRefused(
        **_about(reading),
        document_id=document_id,
        reason=reason,
        message=message,
        checks=checks,
    )


def _about(reading: Reading) -> dict[str, Any]:
    """The fields that every verdict begins with: the reading, and the code that runs."""
    marks = fingerprints()
    return {
        "url": reading.url,
        "content_sha256": reading.content_sha256,
        "name": reading.name,
        "requested_symbol": reading.requested_symbol,
        "requested_language": reading.requested_language,
        "reader_fingerprint": marks.reader,
        "gate_fingerprint": marks.gate,
    }


def batches(readings: Sequence[Reading], size: int) -> Iterator[Sequence[Reading]]:
    """The readings in order, `size` at a time."""
    for start in range(0, len(readings), size):
        yield readings[start : start + size]


def _to_retry(home: Home, marks: Fingerprints, *, is_asked: bool) -> list[Reading]:
    """What was refused and may be read now: as things are, or since somebody asks for it."""
    return [
        refusal.reading
        for refusal in home.ledger().refused(marks.reader, marks.gate)
        if (is_asked and refusal.reason.startswith(_RETRIED)) or converting.is_in_reach(home, refusal)
    ]
