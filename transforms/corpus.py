"""Many documents' tables become one set: concatenated, sorted, entities merged, citations resolved.

What one document cannot know is settled here, and only here: which held document a citation names, and
where in the log its rows were accepted. Order of the parts never matters.

    >>> merge([tables_of(report, …), tables_of(resolution, …)])["citations"].column("cited_document_id")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from transforms.schema import TABLES, table_of

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's rows come from: the address of its bytes and the event that accepted them."""

    source_url: str
    accepted_event_id: str


def merge(parts: Iterable[Tables]) -> dict[str, pa.Table]:
    """Per-document tables of many documents become one table of each name, sorted by key."""
    held = list(parts)
    merged = {spec.name: _concatenate(spec.name, held) for spec in TABLES.values() if spec.per_document}
    merged["entities"] = _one_row_an_entity(merged["entities"])
    merged["citations"] = resolve(merged["citations"], merged["document_symbols"], merged["paragraphs"])
    merged["links"] = _linked(merged["links"], merged["document_symbols"])
    return merged


def stamp(documents: pa.Table, origins: Mapping[str, Origin]) -> pa.Table:
    """Fill in where each document's rows come from; a document without an origin is a KeyError."""
    found = [origins[str(document_id)] for document_id in documents.column("document_id").to_pylist()]
    return _filled(
        documents,
        source_url=[origin.source_url for origin in found],
        accepted_event_id=[origin.accepted_event_id for origin in found],
    )


def character_count(tables: Tables) -> int:
    """How many characters can be seen in a document's paragraphs, notes and tables, whatever it is written in."""
    texts = (
        str(text) for name in ("paragraphs", "footnotes", "cells") for text in tables[name].column("text")
    )
    return sum(len("".join(text.split())) for text in texts)


def resolve(citations: pa.Table, symbols: pa.Table, paragraphs: pa.Table) -> pa.Table:
    """Citations get the held document and paragraph that they name; those we do not hold stay null.

    Of several languages the citing document's own comes first, then English, then the first by id.
    """
    holders = _holders(symbols)
    known = set(paragraphs.column("paragraph_id").to_pylist())
    documents: list[str | None] = []
    targets: list[str | None] = []
    for citing, symbol, pinpoint in zip(
        *(citations.column(name).to_pylist() for name in ("document_id", "cited_symbol", "pinpoint")),
        strict=True,
    ):
        cited = _same_language(holders.get(key(symbol), ()), citing)
        target = f"{cited}#{pinpoint_eid(pinpoint)}" if cited and pinpoint else None
        documents.append(cited)
        targets.append(target if target in known else None)
    return _filled(citations, cited_document_id=documents, cited_paragraph_id=targets)


def _linked(links: pa.Table, symbols: pa.Table) -> pa.Table:
    """Links get the held document that they lead to, by the same rule."""
    holders = _holders(symbols)
    places = zip(*(links.column(name).to_pylist() for name in ("document_id", "linked_symbol")), strict=True)
    found = [_same_language(holders.get(key(symbol), ()), at) if symbol else None for at, symbol in places]
    return _filled(links, linked_document_id=found)


def _filled(table: pa.Table, **columns: list[str | None]) -> pa.Table:
    for name, values in columns.items():
        index = table.schema.get_field_index(name)
        table = table.set_column(index, table.schema.field(index), pa.array(values, pa.string()))
    return table


def key(symbol: str) -> str:
    """A symbol in the form under which spellings are equal: no spaces, one case."""
    return symbol.replace(" ", "").casefold()


_PARA = re.compile(r"^(?:(annex)(?: ([IVX]+|\d+))?, )?paras?\. (\d+)((?: ?\([a-z0-9]+\))*)", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def pinpoint_eid(pinpoint: str) -> str | None:
    """The eId that a pinpoint names: `annex, para. 4 (c)` is `annex_1__para_4__point_c`; None for other places."""
    found = _PARA.match(pinpoint)
    if found is None:
        return None
    annex, annex_number, number, points = found.groups()
    prefix = f"annex_{_ordinal(annex_number)}__" if annex else ""
    letters = re.findall(r"\(([a-z0-9]+)\)", points or "")
    return prefix + "__".join([f"para_{number}", *(f"point_{letter}" for letter in letters)])


def _ordinal(number: str | None) -> int:
    if number is None:
        return 1
    return int(number) if number.isdigit() else _ROMAN.get(number.upper(), 0)


def _holders(symbols: pa.Table) -> dict[str, tuple[str, ...]]:
    holders: dict[str, tuple[str, ...]] = {}
    for symbol, document_id in zip(
        symbols.column("symbol").to_pylist(), symbols.column("document_id").to_pylist(), strict=True
    ):
        holders[key(symbol)] = (*holders.get(key(symbol), ()), document_id)
    return holders


def _same_language(holders: Sequence[str], citing: str) -> str | None:
    own = citing.rpartition("@")[2]
    return min(
        holders, key=lambda held: (not held.endswith(f"@{own}"), not held.endswith("@en"), held), default=None
    )


def _concatenate(name: str, parts: Sequence[Tables]) -> pa.Table:
    spec = TABLES[name]
    if not parts:
        return spec.arrow.empty_table()
    whole = pa.concat_tables([part[name].cast(spec.arrow) for part in parts])
    return whole.combine_chunks().sort_by([(column, "ascending") for column in spec.key])


def _one_row_an_entity(entities: pa.Table) -> pa.Table:
    """Rows of one id become one: for what documents define themselves, the first by all its values."""
    chosen: dict[str, dict[str, Any]] = {}
    for row in entities.to_pylist():
        known = chosen.get(row["entity_id"])
        if known is None or _order(row) < _order(known):
            chosen[row["entity_id"]] = row
    return table_of(TABLES["entities"], chosen.values())


def _order(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in row.values())
