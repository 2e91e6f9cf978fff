"""What is held, judged, due and published: a pure fold over the events of the log.

Folding some events and then the rest gives the same ledger as folding all of them.

    >>> ledger = fold(log.read())
    >>> ledger = fold(log.read(after=ledger.position), start=ledger)
    >>> [reading.url for reading in ledger.due("reader-1", "gate-1")]
    ['sample:/A_999_7-EN.txt']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, assert_never

from warehouse.errors import LedgerGap
from warehouse.events import (
    DocumentAccepted,
    DocumentRefused,
    FailedCheck,
    PublicationStopped,
    Recorded,
    ReleasePublished,
    RunFinished,
    RunStarted,
    SourceAbsent,
    SourceFetched,
    SourceRefused,
)

ReadingKey = tuple[str, str, str | None, str | None]
"""What alone decides what is read: content, file name, symbol asked for, language asked for."""

VerdictKey = tuple[ReadingKey, str, str]
"""A reading, the reader's fingerprint and the gate's."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes as they were fetched from one place, with the hints that came along; `sequence` is that event."""

    url: str
    name: str
    requested_symbol: str | None
    requested_language: str | None
    content_sha256: str
    media_type: str | None
    sequence: int
    source: str
    byte_count: int
    fetched_time: datetime
    """When we learned of it, from the event."""

    @property
    def key(self) -> ReadingKey:
        """What decides what is read: two readings with one key have one verdict."""
        return (self.content_sha256, self.name, self.requested_symbol, self.requested_language)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A reading whose rows passed every check.

    `reading` is the one that was judged, so its url is the one in the rows; `fetched_sequence` is the
    newest fetch that gave the same reading, here or elsewhere.
    """

    reading: Reading
    reader_fingerprint: str
    gate_fingerprint: str
    document_id: str
    symbols: tuple[str, ...]
    language: str
    rows_sha256: str
    counts: Mapping[str, int]
    event_id: str
    sequence: int
    fetched_sequence: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A reading that was refused, with the reason and the checks that it failed."""

    reading: Reading
    reader_fingerprint: str
    gate_fingerprint: str
    document_id: str | None
    reason: str
    message: str
    checks: tuple[FailedCheck, ...]
    event_id: str
    sequence: int


Verdict = Acceptance | Refused


@dataclass(frozen=True, slots=True)
class Absence:
    """A symbol that a source was asked for and did not have; gone once it is fetched."""

    source: str
    symbol: str
    language: str | None
    message: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Declined:
    """Something a source offers that was not taken; gone once it is fetched."""

    source: str
    url: str
    name: str
    reason: str
    message: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Published:
    """A release that was swapped in, with the position it was folded from and the event that says so."""

    version: str
    position: int
    manifest_sha256: str
    inputs_sha256: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """A publication that the floors stopped."""

    position: int
    reasons: tuple[str, ...]
    sequence: int


def _none() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything the events up to `position` say; a value, equal to another with the same history."""

    position: int = 0
    content_position: int = 0
    """The last event that can change what a release holds: not of a run, not of a release."""
    content_time: datetime | None = None
    """When that event was recorded."""
    releases: tuple[Published, ...] = ()
    stopped: Stopped | None = None
    """The last publication that was stopped, unless one went through since."""
    _versions: Mapping[str, int] = field(default_factory=_none)
    _fetches: Mapping[str, tuple[Reading, ...]] = field(default_factory=_none)
    _verdicts: Mapping[VerdictKey, Verdict] = field(default_factory=_none)
    _declined: Mapping[str, Declined] = field(default_factory=_none)
    _absent: Mapping[tuple[str, str, str | None], Absence] = field(default_factory=_none)

    def version(self, stream: str) -> int:
        """The version of a stream, 0 if nothing happened in it: what the next append must follow."""
        return self._versions.get(stream, 0)

    def fetched(self, url: str) -> Reading | None:
        """What was last fetched from there."""
        history = self.history(url)
        return history[-1] if history else None

    def history(self, url: str) -> tuple[Reading, ...]:
        """Everything that was fetched from there, oldest first."""
        return self._fetches.get(url, ())

    @property
    def urls(self) -> tuple[str, ...]:
        """Every place from which something was fetched, sorted."""
        return tuple(sorted(self._fetches))

    @property
    def contents(self) -> frozenset[str]:
        """The SHA-256 of all bytes ever fetched: what must be held."""
        return frozenset(reading.content_sha256 for history in self._fetches.values() for reading in history)

    def verdict(self, reading: Reading, reader_fingerprint: str, gate_fingerprint: str) -> Verdict | None:
        """How a reading was judged under these fingerprints; None if it was not."""
        return self._verdicts.get((reading.key, reader_fingerprint, gate_fingerprint))

    def due(self, reader_fingerprint: str, gate_fingerprint: str) -> tuple[Reading, ...]:
        """The readings to be judged, oldest fetch first, each once however many places offer it.

        For each place the newest bytes; where those are refused, the ones before, which stand in.
        """
        due: dict[ReadingKey, Reading] = {}
        for reading, verdict in self._standing(reader_fingerprint, gate_fingerprint):
            if verdict is None:
                due.setdefault(reading.key, reading)
        return tuple(due.values())

    def accepted(self, reader_fingerprint: str, gate_fingerprint: str) -> tuple[Acceptance, ...]:
        """What a release holds: one a document id, sorted by it, from the bytes that were fetched last.

        Where the newest bytes of a place are refused, or not judged yet, the last accepted ones stand in.
        """
        chosen: dict[str, Acceptance] = {}
        for history in self._fetches.values():
            for reading in reversed(history):
                verdict = self.verdict(reading, reader_fingerprint, gate_fingerprint)
                if isinstance(verdict, Acceptance):
                    held = chosen.get(verdict.document_id)
                    if held is None or held.fetched_sequence < reading.sequence:
                        chosen[verdict.document_id] = replace(verdict, fetched_sequence=reading.sequence)
                    break
        return tuple(chosen[document_id] for document_id in sorted(chosen))

    def refused(self, reader_fingerprint: str, gate_fingerprint: str) -> tuple[Refused, ...]:
        """The places whose newest bytes are refused, in the order of their fetch."""
        newest = sorted(
            (history[-1] for history in self._fetches.values()), key=lambda reading: reading.sequence
        )
        verdicts = (
            (reading, self.verdict(reading, reader_fingerprint, gate_fingerprint)) for reading in newest
        )
        return tuple(replace(v, reading=reading) for reading, v in verdicts if isinstance(v, Refused))

    @property
    def absent(self) -> tuple[Absence, ...]:
        """What sources do not have, in the order it was learned."""
        return tuple(sorted(self._absent.values(), key=lambda absence: absence.sequence))

    def absence(self, source: str, symbol: str, language: str | None) -> Absence | None:
        """What is known of a symbol that the source does not have; None if it was not asked, or has it now."""
        return self._absent.get((source, symbol, language))

    def declined(self, url: str) -> Declined | None:
        """Why what is offered there was not taken; None if it was, or nothing is known of it."""
        return self._declined.get(url)

    @property
    def source_refused(self) -> tuple[Declined, ...]:
        """What sources offer and was not taken, in the order it was learned."""
        return tuple(sorted(self._declined.values(), key=lambda declined: declined.sequence))

    def _standing(
        self, reader_fingerprint: str, gate_fingerprint: str
    ) -> Iterator[tuple[Reading, Verdict | None]]:
        """For each place the newest reading that is not refused, with its verdict, oldest fetch first."""
        standing = []
        for history in self._fetches.values():
            for reading in reversed(history):
                verdict = self.verdict(reading, reader_fingerprint, gate_fingerprint)
                if not isinstance(verdict, Refused):
                    standing.append((reading, verdict))
                    break
        return iter(sorted(standing, key=lambda pair: pair[0].sequence))


EMPTY = Ledger()
"""The ledger of no events."""


def fold(events: Iterable[Recorded], start: Ledger = EMPTY) -> Ledger:
    """The ledger after the events, which must follow the position of `start`.

    Raises:
        LedgerGap: an event does not follow the one before.
    """
    draft = _Draft(start)
    for event in events:
        draft.take(event)
    return draft.ledger()


class _Draft:
    """A ledger in the making: its dicts are copied once, changed by each event, and frozen at the end."""

    def __init__(self, start: Ledger) -> None:
        self._start = start
        self._position = start.position
        self._content = (start.content_position, start.content_time)
        self._releases = list(start.releases)
        self._stopped = start.stopped
        self._versions = dict(start._versions)  # noqa: SLF001  # a draft is the ledger's own other half
        self._fetches = start._fetches  # noqa: SLF001
        self._touched: dict[str, list[Reading]] = {}
        self._verdicts = dict(start._verdicts)  # noqa: SLF001
        self._declined = dict(start._declined)  # noqa: SLF001
        self._absent = dict(start._absent)  # noqa: SLF001

    def take(self, event: Recorded) -> None:
        if event.sequence != self._position + 1:
            raise LedgerGap(
                f"event {event.sequence} does not follow position {self._position}; "
                f"fold what Log.read(after={self._position}) gives."
            )
        self._position = event.sequence
        self._versions[event.stream] = event.version
        match event.payload():
            case SourceFetched() as fetched:
                self._fetch(event, fetched)
            case SourceRefused() as refused:
                self._declined[refused.url] = Declined(
                    refused.source, refused.url, refused.name, refused.reason, refused.message, event.sequence
                )
            case SourceAbsent() as absent:
                self._absent[absent.source, absent.symbol, absent.language] = Absence(
                    absent.source, absent.symbol, absent.language, absent.message, event.sequence
                )
            case DocumentAccepted() | DocumentRefused() as judged:
                self._judge(event, judged)
            case ReleasePublished() as release:
                self._stopped = None
                self._releases.append(
                    Published(
                        release.version,
                        release.position,
                        release.manifest_sha256,
                        release.inputs_sha256,
                        event.sequence,
                    )
                )
                return
            case PublicationStopped() as stopped:
                self._stopped = Stopped(stopped.position, stopped.reasons, event.sequence)
                return
            case RunStarted() | RunFinished():
                return
            case never:
                assert_never(never)
        self._content = (event.sequence, event.recorded_time)

    def _fetch(self, event: Recorded, fetched: SourceFetched) -> None:
        reading = Reading(
            fetched.url,
            fetched.name,
            fetched.requested_symbol,
            fetched.requested_language,
            fetched.content_sha256,
            fetched.media_type,
            event.sequence,
            fetched.source,
            fetched.byte_count,
            event.recorded_time,
        )
        self._history(fetched.url).append(reading)
        self._declined.pop(fetched.url, None)
        if fetched.requested_symbol is not None:
            self._absent.pop((fetched.source, fetched.requested_symbol, fetched.requested_language), None)

    def _history(self, url: str) -> list[Reading]:
        """A place's history as a list to add to: to extend a tuple each time would be quadratic."""
        if url not in self._touched:
            self._touched[url] = list(self._fetches.get(url, ()))
        return self._touched[url]

    def _judge(self, event: Recorded, judged: DocumentAccepted | DocumentRefused) -> None:
        reading = self._reading_of(event, judged)
        key = (reading.key, judged.reader_fingerprint, judged.gate_fingerprint)
        match judged:
            case DocumentAccepted():
                self._verdicts[key] = Acceptance(
                    reading,
                    judged.reader_fingerprint,
                    judged.gate_fingerprint,
                    judged.document_id,
                    judged.symbols,
                    judged.language,
                    judged.rows_sha256,
                    MappingProxyType(dict(judged.counts)),
                    event.id,
                    event.sequence,
                    reading.sequence,
                )
            case DocumentRefused():
                self._verdicts[key] = Refused(
                    reading,
                    judged.reader_fingerprint,
                    judged.gate_fingerprint,
                    judged.document_id,
                    judged.reason,
                    judged.message,
                    judged.checks,
                    event.id,
                    event.sequence,
                )

    def _reading_of(self, event: Recorded, judged: DocumentAccepted | DocumentRefused) -> Reading:
        """The reading that a verdict is about: the newest fetch of it from the place the verdict names."""
        key = (judged.content_sha256, judged.name, judged.requested_symbol, judged.requested_language)
        for reading in reversed(self._history(judged.url)):
            if reading.key == key:
                return reading
        # Judged but never fetched from there: kept, so that the log stays readable, and never chosen.
        return Reading(
            judged.url,
            judged.name,
            judged.requested_symbol,
            judged.requested_language,
            judged.content_sha256,
            None,
            event.sequence,
            "",
            0,
            event.recorded_time,
        )

    def ledger(self) -> Ledger:
        if self._position == self._start.position:
            return self._start
        fetches = {
            **self._fetches,
            **{url: tuple(history) for url, history in self._touched.items() if history},
        }
        return Ledger(
            position=self._position,
            content_position=self._content[0],
            content_time=self._content[1],
            releases=tuple(self._releases),
            stopped=self._stopped,
            _versions=MappingProxyType(self._versions),
            _fetches=MappingProxyType(fetches),
            _verdicts=MappingProxyType(self._verdicts),
            _declined=MappingProxyType(self._declined),
            _absent=MappingProxyType(self._absent),
        )
