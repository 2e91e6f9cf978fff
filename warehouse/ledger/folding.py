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
    Asked,
    AskedPayload,
    ContentConverted,
    DocumentAccepted,
    DocumentRefused,
    DocumentWithdrawn,
    Payload,
    PublicationStopped,
    Recorded,
    RecordImported,
    ReleasePublished,
    RunFinished,
    RunStarted,
    SourceAbsent,
    SourceFetched,
    SourceRefused,
)
from warehouse.ledger import asking
from warehouse.ledger.ledger import EMPTY, Ledger
from warehouse.ledger.values import (
    Absence,
    Acceptance,
    Catalogued,
    Converted,
    Declined,
    Published,
    Reading,
    Refused,
    Stopped,
)


def fold(events: Iterable[Recorded], start: Ledger = EMPTY) -> Ledger:
    """The ledger after the events, which must follow the position of `start`.

    Raises:
        LedgerGap: an event does not follow the one before.
    """
    draft = _Draft(start)
    for event in events:
        draft.take(event)
    return draft.ledger()


_CONTENT = (
    SourceFetched,
    SourceRefused,
    DocumentWithdrawn,
    RecordImported,
    ContentConverted,
    DocumentAccepted,
    DocumentRefused,
)
"""What can change what a release holds."""


def _key(payload: AskedPayload | DocumentWithdrawn) -> asking.AskKey:
    return (payload.source, payload.symbol, payload.language)


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
        self._asked = dict(start._asked)  # noqa: SLF001
        self._records = dict(start._records)  # noqa: SLF001
        self._described = set(start._described)  # noqa: SLF001
        self._converted = dict(start._converted)  # noqa: SLF001

    def take(self, event: Recorded) -> None:
        if event.sequence != self._position + 1:
            raise LedgerGap(
                f"event {event.sequence} does not follow position {self._position}; "
                f"fold what Log.read(after={self._position}) gives."
            )
        self._position = event.sequence
        self._versions[event.stream] = event.version
        payload = event.payload()
        self._apply(event, payload)
        if isinstance(payload, _CONTENT):
            self._content = (event.sequence, event.recorded_time)

    def _apply(self, event: Recorded, payload: Payload) -> None:
        match payload:
            case SourceFetched():
                self._fetch(event, payload)
            case SourceRefused() | SourceAbsent():
                self._decline(event, payload)
            case Asked():
                self._keep(asking.asked(self._asked.get(_key(payload)), event, payload))
            case DocumentWithdrawn():
                self._keep(asking.withdrawn(self._asked.get(_key(payload)), event, payload))
            case RecordImported():
                self._import(event, payload)
            case ContentConverted(content, made, _, media_type, converter):
                self._described.add(made)
                self._converted[content] = Converted(made, media_type, converter)
            case DocumentAccepted() | DocumentRefused():
                self._judge(event, payload)
            case ReleasePublished() | PublicationStopped():
                self._publish(event, payload)
            case RunStarted() | RunFinished():
                pass
            case never:
                assert_never(never)

    def _decline(self, event: Recorded, payload: SourceRefused | SourceAbsent) -> None:
        match payload:
            case SourceRefused(source, url, name, reason, message):
                self._declined[url] = Declined(source, url, name, reason, message, event.sequence)
            case SourceAbsent(source, symbol, language, message):
                key = (source, symbol, language)
                self._absent[key] = Absence(source, symbol, language, message, event.sequence)

    def _import(self, event: Recorded, imported: RecordImported) -> None:
        self._described.add(imported.content_sha256)
        self._records[imported.source, imported.control_number] = Catalogued(
            imported.source,
            imported.control_number,
            imported.url,
            imported.symbols,
            imported.content_sha256,
            event.id,
            event.sequence,
        )

    def _publish(self, event: Recorded, payload: ReleasePublished | PublicationStopped) -> None:
        match payload:
            case PublicationStopped(position, reasons):
                self._stopped = Stopped(position, reasons, event.sequence)
            case ReleasePublished(version, position, manifest, inputs):
                self._stopped = None
                self._releases.append(Published(version, position, manifest, inputs, event.sequence))

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
            fetched.printed_symbols,
            fetched.printed_language,
        )
        self._history(fetched.url).append(reading)
        self._declined.pop(fetched.url, None)
        if fetched.requested_symbol is not None and fetched.requested_language is not None:
            key = (fetched.source, fetched.requested_symbol, fetched.requested_language)
            self._keep(asking.fetched(self._asked.get(key), event, fetched))
        if fetched.requested_symbol is not None:
            self._absent.pop((fetched.source, fetched.requested_symbol, fetched.requested_language), None)

    def _keep(self, known: asking.Asking | None) -> None:
        if known is not None:
            self._asked[known.key] = known

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
                    judged.warnings,
                    event.id,
                    event.sequence,
                    reading.sequence,
                    judged.media_type,
                    judged.is_ocr,
                    judged.character_count,
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
            _asked=MappingProxyType(self._asked),
            _records=MappingProxyType(self._records),
            _converted=MappingProxyType(self._converted),
            _described=frozenset(self._described),
        )
