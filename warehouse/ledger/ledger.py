"""The state after some events, and the questions it answers: what is held, judged, due and published.

>>> EMPTY.due("reader-1", "gate-1")
()
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from transforms.symbols import parse
from warehouse.ledger.asking import Asking, AskKey
from warehouse.ledger.choosing import Candidate, ranked
from warehouse.ledger.values import (
    Absence,
    Acceptance,
    Catalogued,
    Converted,
    Declined,
    Published,
    Reading,
    ReadingKey,
    Refused,
    Stopped,
    Verdict,
    VerdictKey,
    Witness,
)
from warehouse.ledger.witnesses import told, witnesses


def _none() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything the events up to `position` say; a value, equal to another with the same history."""

    position: int = 0
    content_position: int = 0
    """The last event that can change what a release holds: not of a run, a release or an absence."""
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
    _asked: Mapping[AskKey, Asking] = field(default_factory=_none)
    _records: Mapping[tuple[str, str], Catalogued] = field(default_factory=_none)
    _converted: Mapping[str, Converted] = field(default_factory=_none)
    _described: frozenset[str] = frozenset()
    """The SHA-256 of every record of a catalogue that was ever imported, and of all that other programs made."""

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
        """The SHA-256 of all bytes ever fetched, and of what was made of them: what must be held."""
        fetched = {reading.content_sha256 for history in self._fetches.values() for reading in history}
        return frozenset(fetched | self._described)

    def readable(self, reading: Reading) -> Reading:
        """The reading with what another program last made of its bytes, where one had to."""
        return replace(reading, converted=self._converted.get(reading.content_sha256))

    def verdict(self, reading: Reading, reader_fingerprint: str, gate_fingerprint: str) -> Verdict | None:
        """How a reading was judged under these fingerprints; None if it was not."""
        return self._verdicts.get((reading.key, reader_fingerprint, gate_fingerprint))

    def verdicts(self, reading: Reading) -> tuple[Verdict, ...]:
        """How a reading was judged under any fingerprints, oldest first."""
        own = (verdict for (key, _, _), verdict in self._verdicts.items() if key == reading.key)
        return tuple(sorted(own, key=lambda verdict: verdict.sequence))

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
        """What a release holds: one a document id, sorted by it, from the worthiest of its files.

        Where the newest bytes of a place are refused, or not judged yet, the last accepted ones stand in.
        """
        chosen = (order[0] for _, order in self._ranked(reader_fingerprint, gate_fingerprint))
        return tuple(replace(one.acceptance, fetched_sequence=one.reading.sequence) for one in chosen)

    def witnesses(self, reader_fingerprint: str, gate_fingerprint: str) -> tuple[Witness, ...]:
        """The files of every document in a release, by document and worth: the chosen one first, the refused ones last."""
        marks = (reader_fingerprint, gate_fingerprint)
        held = (one for one in self.refused(*marks) if not self.is_withdrawn(one.reading))
        refused = told(held, self.accepted(*marks))
        return tuple(
            witness
            for document_id, order in self._ranked(*marks)
            for witness in witnesses(document_id, order, refused.get(document_id, ()))
        )

    def missing(self, reader_fingerprint: str, gate_fingerprint: str) -> tuple[Absence, ...]:
        """What sources were asked for and do not have, and no accepted document is either."""
        held: set[tuple[str, str | None]] = set()
        for one in self.accepted(reader_fingerprint, gate_fingerprint):
            for symbol in (*one.symbols, "-".join(one.symbols)):
                held |= {(symbol, None), (symbol, one.language)}
        return tuple(absence for absence in self.absent if (absence.symbol, absence.language) not in held)

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

    def asking(self, source: str, symbol: str, language: str) -> Asking | None:
        """What is known of a document that a server was asked for; None if it never was."""
        return self._asked.get((source, symbol, language))

    @property
    def askings(self) -> tuple[Asking, ...]:
        """Every document that a server was asked for, sorted by server, symbol and language."""
        return tuple(asking for _, asking in sorted(self._asked.items()))

    def aliases(self, source: str) -> Mapping[tuple[str, str], Asking]:
        """What a server gave by each symbol that its documents print or were asked by, with the language."""
        held = [asking for asking in self.askings if asking.source == source and asking.state == "held"]
        return {
            (symbol.key, asking.language): asking
            for asking in held
            for text in (asking.symbol, *asking.symbols)
            for symbol in parse(text)
        }

    def is_withdrawn(self, reading: Reading) -> bool:
        """Whether the document of a reading was withdrawn by the server that gave it."""
        if reading.requested_symbol is None or reading.requested_language is None:
            return False
        known = self._asked.get((reading.source, reading.requested_symbol, reading.requested_language))
        return known is not None and known.state == "withdrawn"

    @property
    def records(self) -> tuple[Catalogued, ...]:
        """Every record of a catalogue as it was last imported, sorted."""
        return tuple(record for _, record in sorted(self._records.items()))

    @property
    def holdings(self) -> tuple[Reading, ...]:
        """The newest bytes of every place, sorted by place."""
        return tuple(history[-1] for _, history in sorted(self._fetches.items()))

    def declined(self, url: str) -> Declined | None:
        """Why what is offered there was not taken; None if it was, or nothing is known of it."""
        return self._declined.get(url)

    @property
    def source_refused(self) -> tuple[Declined, ...]:
        """What sources offer and was not taken, in the order it was learned."""
        return tuple(sorted(self._declined.values(), key=lambda declined: declined.sequence))

    def _ranked(
        self, reader_fingerprint: str, gate_fingerprint: str
    ) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """For each document id what is held of it, one a content, the worthiest first."""
        held: dict[str, dict[str, Candidate]] = {}
        for history in self._fetches.values():
            if self.is_withdrawn(history[-1]):
                continue
            for reading in reversed(history):
                verdict = self.verdict(reading, reader_fingerprint, gate_fingerprint)
                if isinstance(verdict, Acceptance):
                    contents = held.setdefault(verdict.document_id, {})
                    contents[reading.content_sha256] = _newest(
                        contents.get(reading.content_sha256), reading, verdict
                    )
                    break
        return ((document_id, ranked(held[document_id].values())) for document_id in sorted(held))

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


def _newest(known: Candidate | None, reading: Reading, verdict: Acceptance) -> Candidate:
    """The same bytes at one more place: the place that was fetched last stands for all."""
    if known is None:
        return Candidate(reading, verdict, (reading.url,))
    places = tuple(sorted((*known.places, reading.url)))
    if known.reading.sequence > reading.sequence:
        return replace(known, places=places)
    return Candidate(reading, verdict, places)


EMPTY = Ledger()
"""The ledger of no events."""
