"""Many documents' tables become one set: concatenated, sorted, entities merged, citations resolved.

What one document cannot know is settled here, and only here: which held document a citation names, and
where in the log its rows were accepted. Order of the parts never matters.

    >>> merge([tables_of(report, …), tables_of(resolution, …)])["citations"].column("cited_document_id")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from transforms.corpus.resolving import Holders, filled, key, resolve
from transforms.schema import TABLES, table_of

__all__ = ["Origin", "Tables", "character_count", "key", "merge", "resolve", "stamp"]

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
    return filled(
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


def _linked(links: pa.Table, symbols: pa.Table) -> pa.Table:
    """Links get the held document that they lead to, by the same rule."""
    holders = Holders.of(symbols)
    places = zip(*(links.column(name).to_pylist() for name in ("document_id", "linked_symbol")), strict=True)
    return filled(
        links, linked_document_id=[holders.find(symbol, at) if symbol else None for at, symbol in places]
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
