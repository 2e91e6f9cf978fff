"""How the ledger changes with each event; its own other half, so it alone reads and fills its dicts.

>>> fold([]) == EMPTY
True
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import assert_never

from warehouse.errors import LedgerGap
from warehouse.events import (
    DocumentAccepted,
    DocumentRefused,
    PublicationStopped,
    Recorded,
    ReleasePublished,
    RunFinished,
    RunStarted,
    SourceAbsent,
    SourceFetched,
    SourceRefused,
)
from warehouse.ledger.ledger import EMPTY, Ledger
from warehouse.ledger.values import Absence, Acceptance, Declined, Published, Reading, Refused, Stopped


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
                return
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
