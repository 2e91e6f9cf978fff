"""Offering: what a source lists becomes kept bytes and events, each with what a first look saw in it.

Bytes are durable before an event names them, and bytes that have not changed make no event: to run it
again, or after a kill, is always right.

    >>> take(home, Sample(), (), ()).fetched
    11
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from flows.collected import MISNAMED, Collected, Trouble
from flows.contained import Unread, Work
from flows.home import Home
from flows.looking import Examined, Lookers
from flows.progress import Watch, silent
from flows.sources import Absent, Declined, Elsewhere, Found, Source, Wanted, written
from transforms import symbols
from transforms.glance import Glance, mismatch
from warehouse.events import Payload, SourceAbsent, SourceFetched, SourceRefused, absent_stream, source_stream
from warehouse.ledger import Ledger

_TOGETHER = 64
"""Events recorded in one transaction: enough to be fast, few enough that a kill repeats little."""


def take(
    home: Home, source: Source, wanted: Wanted, languages: tuple[str, ...], watch: Watch = silent
) -> Collected:
    """Take what a source offers into the home."""
    with Lookers(home.settings) as lookers:
        taking = _Taking(home, source, home.ledger(), lookers)
        for offer in source.offer(wanted, languages, taking.look):
            taking.meet(offer)
            watch("collect", taking.offered, None)
        taking.record()
    watch("collect", taking.offered, taking.offered)
    return taking.collected()


@dataclass
class _New:
    """A file whose bytes are new, while it is looked at."""

    found: Found
    sha256: str
    looking: Work[Examined | Unread]


@dataclass
class _Taking:
    """A collection under way."""

    home: Home
    source: Source
    held: Ledger
    lookers: Lookers
    offered: int = 0
    fetched: int = 0
    elsewhere: int = 0
    declined: list[Declined] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    pending: dict[str, Payload | _New] = field(default_factory=dict)

    def look(self, content: bytes, name: str) -> Glance | None:
        """What a first look sees; the bytes are kept first, since it is another process that looks."""
        seen = self.lookers.look(self.home.blobs.path(self.home.blobs.put(content)), name)
        return seen.seen if isinstance(seen, Examined) else None

    def meet(self, offer: Found | Declined | Absent | Elsewhere) -> None:
        match offer:
            case Elsewhere():
                self.elsewhere += 1
            case Found():
                self.offered += 1
                self._found(offer)
            case Declined():
                self.declined.append(offer)
                self._declined(offer)
            case Absent():
                self.absent.append(offer)
                self._absent(offer)
            case _ as never:
                assert_never(never)
        if len(self.pending) >= _TOGETHER:
            self.record()

    def record(self) -> None:
        """Record what is pending, in the order in which it was met."""
        payloads = [
            (stream, self._fetched(one) if isinstance(one, _New) else one)
            for stream, one in self.pending.items()
        ]
        self.home.record(payloads)
        self.pending.clear()

    def collected(self) -> Collected:
        return Collected(
            offered=self.offered, fetched=self.fetched, elsewhere=self.elsewhere, declined=tuple(self.declined),
            absent=tuple(self.absent), troubles=tuple(self.troubles),
        )  # fmt: skip

    def _found(self, found: Found) -> None:
        sha256 = self.home.blobs.put(found.content)
        last = self.held.fetched(found.url)
        if last is not None and last.content_sha256 == sha256 and not self.held.is_withdrawn(last):
            wish, asked = (found.requested_symbol, found.requested_language), (None, None)
            if wish in (asked, (last.requested_symbol, last.requested_language)):
                return
        self.fetched += 1
        looking = self.lookers.begin(self.home.blobs.path(sha256), found.name)
        self.pending.setdefault(source_stream(found.url), _New(found, sha256, looking))

    def _fetched(self, new: _New) -> SourceFetched:
        found = new.found
        looked = self.lookers.outcome(new.looking, found.name)
        seen = looked.seen if isinstance(looked, Examined) else None
        self._compare(found, seen)
        return SourceFetched(
            self.source.name, found.url, found.name, found.requested_symbol, found.requested_language,
            new.sha256, len(found.content), seen.media_type if seen is not None else found.media_type,
            tuple(map(str, seen.symbols)) if seen is not None else (), seen.language if seen is not None else None, None, (),
        )  # fmt: skip

    def _compare(self, found: Found, seen: Glance | None) -> None:
        """Tell of a file that prints another symbol than it is named for, or is in another language."""
        named = symbols.from_file_name(found.name)
        wrong = mismatch(seen, *named) if seen is not None and named is not None else None
        if wrong is not None and named is not None:
            told = (
                f"named for {written(named[0])}"
                if wrong.reason == "wrong-document"
                else f"named as {named[1]}"
            )
            what = "prints" if wrong.reason == "wrong-document" else "is written in"
            message = f"it is {told} and {what} {wrong.found}; it is taken for what it shows. Rename it."
            self.troubles.append(Trouble(found.name, MISNAMED, message))

    def _declined(self, offer: Declined) -> None:
        last = self.held.declined(offer.url)
        if last is None or (last.reason, last.message) != (offer.reason, offer.message):
            payload = SourceRefused(self.source.name, offer.url, offer.name, offer.reason, offer.message)
            self.pending.setdefault(source_stream(offer.url), payload)

    def _absent(self, offer: Absent) -> None:
        if self.held.absence(self.source.name, offer.symbol, offer.language) is None:
            payload = SourceAbsent(self.source.name, offer.symbol, offer.language, offer.message)
            self.pending.setdefault(absent_stream(offer.symbol), payload)
