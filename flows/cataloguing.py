"""Cataloguing: records of the UN Digital Library become kept bytes and events, each once as long as it stays the same.

>>> describe(home, ('191__a:"A/RES/999/*"',), Budget(100)).records
12
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.collected import Collected, Trouble
from flows.home import Home
from flows.progress import Watch, silent
from flows.sources.un import Budget
from flows.sources.un.library import Described, Library
from transforms import catalogue
from transforms.catalogue import Record
from transforms.errors import Refusal
from transforms.symbols import Symbol
from warehouse.events import Payload, RecordImported, record_stream

SOURCE = "undl"


@dataclass(frozen=True, slots=True)
class Searched:
    """What searches brought: what was met, and the symbols of each record that was found, changed or not."""

    met: Collected
    symbols: tuple[tuple[str, ...], ...]


def describe(home: Home, queries: Sequence[str], budget: Budget, watch: Watch = silent) -> Searched:
    """Search the library, and take in every record that is new or has changed."""
    met, symbols = Collected(), list[tuple[str, ...]]()
    for described in Library(home.settings, home.blobs).search(queries, budget):
        taken, found = _take(home, described)
        met += taken
        symbols += found
        watch("catalogue", len(symbols), described.page.total)
    return Searched(met, tuple(dict.fromkeys(symbols)))


def queries_of(symbols: Iterable[Symbol]) -> tuple[str, ...]:
    """The searches for some symbols: the library knows each under one of its spellings only."""
    return tuple(catalogue.query(spelling) for symbol in symbols for spelling in catalogue.spellings(symbol))


def _take(home: Home, described: Described) -> tuple[Collected, tuple[tuple[str, ...], ...]]:
    if described.trouble is not None:
        trouble = Trouble(described.query, "catalogue", described.trouble)
        return Collected(unsettled=1, troubles=(trouble,)), ()
    known = {record.control_number: record.content_sha256 for record in home.ledger().records}
    payloads: dict[str, Payload] = {}
    symbols: list[tuple[str, ...]] = []
    troubles: list[Trouble] = []
    for content in described.page.records:
        try:
            record = catalogue.record(content)
        except Refusal as refusal:
            troubles.append(Trouble(described.url, refusal.reason, refusal.message))
            continue
        symbols.append(record.symbols)
        imported = _imported(home, described.url, record, content)
        if known.get(record.control_number) != imported.content_sha256:
            payloads[record_stream(SOURCE, record.control_number)] = imported
    home.record(tuple(payloads.items()))
    return Collected(records=len(payloads), troubles=tuple(troubles)), tuple(symbols)


def _imported(home: Home, url: str, record: Record, content: bytes) -> RecordImported:
    sha256 = home.blobs.put(content)
    return RecordImported(SOURCE, url, record.control_number, record.symbols, sha256, len(content))
