"""Which of two documents is the earlier one, and what each is to the other.

Earlier is what has the earlier date, and of one date what has the lower symbol. A document without a date is neither
earlier nor later than any.

>>> shelf = Shelf.of(documents, symbols)
>>> shelf.relation(shelf.places["S/RES/2745 (2024)@en"], shelf.places["S/RES/2693 (2023)@en"])
'earlier'
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa

from transforms.corpus import key

Relation = Literal["earlier", "same_day", "version"]

_VERSION = re.compile(r"(?:/(?:rev|corr)(?:\.\d+(?:-\d+)?)?)+$")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dated documents in the order of time; a document is its place in it."""

    ids: tuple[str, ...]
    dates: tuple[date, ...]
    works: tuple[frozenset[str], ...]
    """The symbols of each, without what makes it a revision or a corrigendum."""
    symbols: tuple[frozenset[str], ...]
    places: Mapping[str, int]

    @classmethod
    def of(cls, documents: pa.Table, symbols: pa.Table) -> Shelf:
        """The shelf of all documents in `documents` that have a date, with their names in `document_symbols`."""
        names: dict[str, set[str]] = {}
        for row in symbols.select(["document_id", "symbol"]).to_pylist():
            names.setdefault(row["document_id"], set()).add(key(row["symbol"]))
        rows = documents.select(["document_id", "symbol", "document_date"]).to_pylist()
        dated = sorted(
            (row["document_date"], _counted(key(row["symbol"])), row["document_id"])
            for row in rows
            if row["document_date"] is not None
        )
        ids = tuple(document_id for _, _, document_id in dated)
        held = [frozenset(names.get(document_id, ())) for document_id in ids]
        works = [frozenset(_VERSION.sub("", name) for name in each) for each in held]
        places = {document_id: place for place, document_id in enumerate(ids)}
        return cls(ids, tuple(day for day, _, _ in dated), tuple(works), tuple(held), places)

    def relation(self, later: int, earlier: int) -> Relation | None:
        """What the earlier of two is to the later; null where it is not earlier, or is the same document once more."""
        if earlier >= later or self.symbols[later] & self.symbols[earlier]:
            return None
        if self.works[later] & self.works[earlier]:
            return "version"
        return "same_day" if self.dates[later] == self.dates[earlier] else "earlier"


def _counted(symbol: str) -> Sequence[tuple[str, int]]:
    """A symbol in parts that sort as people count: `A/RES/77/9` before `A/RES/77/10`."""
    words = _DIGITS.split(symbol)
    return [(word, int(number)) for word, number in zip(words[::2], [*words[1::2], "0"], strict=True)]
