"""What is known of each document that a server was asked for, folded from its answers.

>>> ledger.asking("un", "A/999/7", "en").state
'held'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from transforms.retrieval import schedule
from transforms.retrieval.schedule import State
from transforms.symbols import parse
from warehouse.events import (
    AskedPayload,
    DocumentMistaken,
    DocumentWithdrawn,
    LanguageMistaken,
    Reason,
    Recorded,
    SourceFetched,
)

AskKey = tuple[str, str, str]
"""Who was asked, for which symbol, in which language."""

_APART = timedelta(hours=20)
"""Two absences nearer than this are one: a server that is down for an hour has withdrawn nothing."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A document that a server was asked for.

    Attributes:
        state: what is known of it. A held document stays held whatever is answered later, until it is withdrawn.
        answer: what the last answer came to, which for a held document may be another.
        message: that answer in words.
        reason: why it is wanted; what somebody asked for once is no longer there for a closure alone.
        misses: on how many days on end it was said not to exist.
        urls: the places that gave bytes for it, the newest last.
        symbols: the symbols printed in the newest bytes.
        first_held, held_since: when it was first held, and when its bytes last changed.
    """

    source: str
    symbol: str
    language: str
    state: State
    answer: State
    message: str
    found: str | None
    reason: Reason
    asked_time: datetime
    sequence: int
    misses: int = 0
    missed_time: datetime | None = None
    urls: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    content_sha256: str | None = None
    first_held: datetime | None = None
    held_since: datetime | None = None

    @property
    def key(self) -> AskKey:
        """Who was asked for what."""
        return (self.source, self.symbol, self.language)

    @property
    def due(self) -> datetime:
        """The time from which it may be asked for again."""
        if self.state != "held":
            return schedule.due(self.state, self.asked_time, misses=self.misses)
        if self.answer in ("failed", "refused"):
            return self.asked_time
        first = self.first_held or self.asked_time
        old = schedule.age(parse(self.symbol)[0], first, self.asked_time)
        return schedule.due("held", self.asked_time, age=old, misses=self.misses)


def fetched(before: Asking | None, event: Recorded, payload: SourceFetched) -> Asking | None:
    """After new bytes were given; None where they came without being asked for."""
    symbol, language = payload.requested_symbol, payload.requested_language
    if symbol is None or language is None:
        return None
    urls = tuple(url for url in (before.urls if before else ()) if url != payload.url)
    first = before.first_held if before is not None and before.first_held is not None else event.recorded_time
    return Asking(
        payload.source, symbol, language, "held", "held", "", None, _reason(before, payload.reason),
        event.recorded_time, event.sequence,
        urls=(*urls, payload.url), symbols=payload.printed_symbols, content_sha256=payload.content_sha256,
        first_held=first, held_since=event.recorded_time,
    )  # fmt: skip


def asked(before: Asking | None, event: Recorded, payload: AskedPayload) -> Asking:
    """After an answer that gave no new bytes."""
    answer = payload.state
    now = event.recorded_time
    found = payload.found if isinstance(payload, DocumentMistaken | LanguageMistaken) else None
    known = before or Asking(
        payload.source,
        payload.symbol,
        payload.language,
        answer,
        answer,
        "",
        None,
        payload.reason,
        now,
        event.sequence,
    )
    misses, missed = _missed(known, answer, now)
    return replace(
        known,
        state=known.state if known.state in ("held", "withdrawn") else answer,
        answer=answer,
        message=payload.message,
        found=found,
        reason=_reason(before, payload.reason),
        asked_time=now,
        sequence=event.sequence,
        misses=misses,
        missed_time=missed,
    )


def withdrawn(before: Asking | None, event: Recorded, payload: DocumentWithdrawn) -> Asking | None:
    """After a held document was withdrawn."""
    if before is None:
        return None
    return replace(before, state="withdrawn", message=payload.message, sequence=event.sequence)


def _reason(before: Asking | None, now: Reason | None) -> Reason:
    is_wanted = now != "closure" or (before is not None and before.reason != "closure")
    return "request" if is_wanted else "closure"


def _missed(known: Asking, answer: State, now: datetime) -> tuple[int, datetime | None]:
    """How often it was said not to exist, and when last; what says nothing of it leaves the count as it is."""
    if answer in ("failed", "refused"):
        return known.misses, known.missed_time
    if answer != "absent":
        return 0, None
    if known.missed_time is not None and now - known.missed_time < _APART:
        return known.misses, known.missed_time
    return known.misses + 1, now
