"""Collect: what a source offers becomes kept bytes and events. The only part that meets the outside.

Bytes are durable before an event names them, and bytes that have not changed make no event: to run it
again, or after a kill, is always right.

    >>> collect(home, Sample(), (), ()).fetched
    7
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never
from urllib.parse import quote

from flows.home import Home
from flows.progress import Watch, silent
from flows.sources import Absent, Declined, Found, Offer, Source, Wanted
from transforms import symbols
from transforms.errors import Refusal
from warehouse.events import Payload, SourceAbsent, SourceFetched, SourceRefused, absent_stream, source_stream
from warehouse.ledger import Ledger

_TOGETHER = 64
"""Events recorded in one transaction: enough to be fast, few enough that a kill repeats little."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection met: how many files, how many of them new or changed, and what was not taken."""

    offered: int = 0
    fetched: int = 0
    declined: tuple[Declined, ...] = ()
    absent: tuple[Absent, ...] = ()


def collect(
    home: Home,
    source: Source,
    asked: Sequence[str] = (),
    languages: tuple[str, ...] = (),
    watch: Watch = silent,
) -> Collected:
    """Take what the source offers into the home; symbols that are none are declined, the rest goes on."""
    wanted, malformed = wish(asked)
    held = home.ledger()
    offered, fetched = 0, 0
    declined: list[Declined] = []
    absent: list[Absent] = []
    pending: dict[str, Payload] = {}
    for offer in _offers(source, asked, wanted, malformed, languages):
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
    return Collected(offered, fetched, tuple(declined), tuple(absent))


def wish(asked: Sequence[str]) -> tuple[Wanted, tuple[Declined, ...]]:
    """What was asked for as symbols, and each that is none with what to do about it."""
    wanted: list[tuple[symbols.Symbol, ...]] = []
    malformed: list[Declined] = []
    for text in asked:
        try:
            wanted.append(symbols.parse(text))
        except Refusal as refusal:
            shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:200])
            url = f"symbol:{quote(text[:200], safe='/ ()-.', errors='replace')}"
            malformed.append(Declined(url, shown, refusal.reason, refusal.message))
    return tuple(wanted), tuple(malformed)


def _offers(
    source: Source,
    asked: Sequence[str],
    wanted: Wanted,
    malformed: tuple[Declined, ...],
    languages: tuple[str, ...],
) -> Iterable[Offer]:
    yield from malformed
    if wanted or not asked:
        yield from source.offer(wanted, languages)


def _told(home: Home, held: Ledger, source: Source, offer: Offer) -> tuple[str, Payload | None]:
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
