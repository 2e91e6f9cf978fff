"""Collect: what a source offers becomes kept bytes and events. The only part that meets the outside.

Bytes are durable before an event names them, and bytes that have not changed make no event: to run it
again, or after a kill, is always right.

    >>> collect(home, Sample(), (), ()).fetched
    7
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from flows.errors import Usage
from flows.home import Home
from flows.progress import Watch, silent
from flows.sources import Absent, Declined, Elsewhere, Found, Source, Wanted, written
from transforms import symbols
from transforms.errors import Refusal
from warehouse.events import Payload, SourceAbsent, SourceFetched, SourceRefused, absent_stream, source_stream
from warehouse.ledger import Ledger

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The official languages of the United Nations."""
_TOGETHER = 64
"""Events recorded in one transaction: enough to be fast, few enough that a kill repeats little."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something asked for that is no symbol, and what to do about it; it is told and not recorded."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection met: how many files, how many of them new or changed, and what was not taken.

    `elsewhere` counts the files that are there in languages that were not asked for.
    """

    offered: int = 0
    fetched: int = 0
    declined: tuple[Declined, ...] = ()
    absent: tuple[Absent, ...] = ()
    malformed: tuple[Malformed, ...] = ()
    elsewhere: int = 0


def collect(
    home: Home,
    source: Source,
    asked: Sequence[str] = (),
    languages: tuple[str, ...] = (),
    watch: Watch = silent,
) -> Collected:
    """Take what the source offers into the home; what is no symbol is told, and the rest goes on.

    Raises:
        Usage: nothing that was asked for is a symbol.
    """
    wanted, malformed = wish(asked)
    held = home.ledger()
    offered, fetched, elsewhere = 0, 0, 0
    declined: list[Declined] = []
    absent: list[Absent] = []
    pending: dict[str, Payload] = {}
    for offer in source.offer(wanted, languages):
        if isinstance(offer, Elsewhere):
            elsewhere += 1
            continue
        stream, payload = _told(home, held, source, offer)
        match offer:
            case Found():
                offered += 1
                fetched += payload is not None
            case Declined():
                declined.append(offer)
            case Absent():
                absent.append(offer)
            case _ as never:
                assert_never(never)
        if payload is not None and stream not in pending:
            pending[stream] = payload
        if len(pending) >= _TOGETHER:
            home.record(tuple(pending.items()))
            pending.clear()
        watch("collect", offered, None)
    home.record(tuple(pending.items()))
    watch("collect", offered, offered)
    return Collected(offered, fetched, tuple(declined), tuple(absent), malformed, elsewhere)


def wish(asked: Sequence[str]) -> tuple[Wanted, tuple[Malformed, ...]]:
    """What was asked for as symbols, and each that is none with what to do about it.

    Raises:
        Usage: something was asked for, and all of it is malformed.
    """
    wanted: list[tuple[symbols.Symbol, ...]] = []
    malformed: list[Malformed] = []
    for text in asked:
        try:
            wanted.append(symbols.parse(text))
        except Refusal as refusal:
            shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:200])
            malformed.append(Malformed(shown, _hint(text) or refusal.message))
    if malformed and not wanted:
        raise Usage("; ".join(one.message for one in malformed))
    return tuple(wanted), tuple(malformed)


def _hint(text: str) -> str | None:
    """What to ask for instead of a document's id, or of a paragraph's; None where the text is neither."""
    symbol, _, language = text.partition("#")[0].partition("@")
    if symbol == text or language not in {"", *LANGUAGES}:
        return None
    try:
        meant = written(symbols.parse(symbol))
    except Refusal:
        return None
    what = "a paragraph's id" if "#" in text else "a document's id"
    return (
        f"{text} is {what}; ask for the symbol: {meant}" + (f" --lang {language}" if language else "") + "."
    )


def _told(
    home: Home, held: Ledger, source: Source, offer: Found | Declined | Absent
) -> tuple[str, Payload | None]:
    """The stream an offer belongs to and what is to be recorded of it; None where the log says so already."""
    match offer:
        case Found():
            return source_stream(offer.url), _fetched(home, held, source, offer)
        case Declined():
            refused = SourceRefused(source.name, offer.url, offer.name, offer.reason, offer.message)
            last = held.declined(offer.url)
            known = last is not None and (last.reason, last.message) == (offer.reason, offer.message)
            return source_stream(offer.url), None if known else refused
        case Absent():
            missing = SourceAbsent(source.name, offer.symbol, offer.language, offer.message)
            known = held.absence(source.name, offer.symbol, offer.language) is not None
            return absent_stream(offer.symbol), None if known else missing
        case _ as never:
            assert_never(never)


def _fetched(home: Home, held: Ledger, source: Source, found: Found) -> SourceFetched | None:
    sha256 = home.blobs.put(found.content)
    last = held.fetched(found.url)
    if last is not None and last.content_sha256 == sha256:
        wish, asked = (found.requested_symbol, found.requested_language), (None, None)
        if wish in (asked, (last.requested_symbol, last.requested_language)):
            return None
    return SourceFetched(
        source.name, found.url, found.name, found.requested_symbol, found.requested_language,
        sha256, len(found.content), found.media_type,
    )  # fmt: skip
