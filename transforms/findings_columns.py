"""A document's findings -> the Arrow tables of mentions and citations, column by column.

They have more rows than all other tables of a document together; a dict for each would cost as much as finding them.

    >>> mentions("A/73/328@en", passages, found).column("surface").to_pylist()[:2]
    ['Security Council', 'Mali']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from transforms.citations import places
from transforms.passages import Citation, Mention, Passage
from transforms.schema import STRING, STRINGS, Table
from transforms.schema.findings import CITATIONS, MENTIONS

Columns = dict[str, pa.Array | Sequence[Any]]
Found = TypeVar("Found", Mention, Citation)


def mentions(document_id: str, passages: Sequence[Passage], found: Sequence[Mention]) -> pa.Table:
    """The rows of `mentions`, sorted by id; `surface` is cut from the passage as printed."""
    if not found:
        return MENTIONS.arrow.empty_table()
    wholes = _wholes(document_id, passages)
    named = [f"{wholes[m[0]]}/m{m[1]}-{m[2]}-{m[3]}" for m in found]
    identifiers, ordered = _in_order(named, found)
    index, starts, ends, types, ids, norms, layers, methods, confidences = zip(*ordered, strict=True)
    lists = pa.array(ids, STRINGS)
    return _table(
        MENTIONS,
        {
            "mention_id": identifiers,
            **_places(document_id, passages, wholes, index),
            "start_char": starts,
            "end_char": ends,
            "surface": _surfaces(passages, ordered),
            "type": types,
            "entity_id": pc.list_element(lists, 0),
            "entity_ids": lists,
            "norm": norms,
            "layer": layers,
            "method": methods,
            "confidence": confidences,
        },
    )


def citations(document_id: str, passages: Sequence[Passage], found: Sequence[Citation]) -> pa.Table:
    """The rows of `citations`, sorted by id; what they resolve to is known only where documents are merged."""
    if not found:
        return CITATIONS.arrow.empty_table()
    wholes = _wholes(document_id, passages)
    identifiers, ordered = _in_order(_numbered(wholes, found), found)
    index, starts, ends, symbols, pinpoints, methods, confidences, stated = zip(*ordered, strict=True)
    unknown = pa.nulls(len(ordered), STRING)
    return _table(
        CITATIONS,
        {
            "citation_id": identifiers,
            **_places(document_id, passages, wholes, index),
            "start_char": starts,
            "end_char": ends,
            "surface": _surfaces(passages, ordered),
            "cited_symbol": symbols,
            "pinpoint": pinpoints,
            **_named_places(pinpoints),
            "stated_date": stated,
            "cited_document_id": unknown,
            "cited_paragraph_id": unknown,
            "cited_paragraph_ids": [()] * len(found),
            "method": methods,
            "confidence": confidences,
        },
    )


def _named_places(pinpoints: Sequence[str | None]) -> Columns:
    """What each pinpoint names at each level, in its order: what holds others once, every paragraph."""
    named = [places.read(pinpoint) if pinpoint else () for pinpoint in pinpoints]
    holders = {
        f"pinpoint_{column}": [
            tuple(dict.fromkeys(each[level] for each in targets if each[level])) for targets in named
        ]
        for level, column in enumerate(("annexes", "chapters", "sections"))
    }
    paragraphs = [tuple(each.paragraph for each in targets if each.paragraph) for targets in named]
    return {**holders, "pinpoint_paragraphs": paragraphs}


def _wholes(document_id: str, passages: Sequence[Passage]) -> list[str]:
    return [f"{document_id}#{passage.eid}" for passage in passages]


def _in_order(identifiers: Sequence[str], found: Sequence[Found]) -> tuple[pa.Array, list[Found]]:
    """The ids sorted, and what was found in the same order: fewer columns are moved than after the table is made."""
    column = pa.array(identifiers, STRING)
    order = pc.sort_indices(column)
    return column.take(order), [found[at] for at in order.to_pylist()]


def _places(
    document_id: str, passages: Sequence[Passage], wholes: Sequence[str], index: Sequence[int]
) -> Columns:
    """Each place is made once for its passage, and taken from there by all that stands in it."""
    notes = pa.array([passage.is_footnote for passage in passages])
    whole, unknown = pa.array(wholes, STRING), pa.scalar(None, STRING)
    at = pa.array(index, pa.int32())
    return {
        "document_id": pa.repeat(document_id, len(index)),
        "paragraph_id": pc.if_else(notes, unknown, whole).take(at),
        "footnote_id": pc.if_else(notes, whole, unknown).take(at),
    }


def _surfaces(passages: Sequence[Passage], found: Sequence[Mention | Citation]) -> list[str]:
    texts = [passage.text for passage in passages]
    return [texts[each[0]][each[1] : each[2]] for each in found]


def _numbered(wholes: Sequence[str], found: Sequence[Citation]) -> list[str]:
    """An id for each citation; those that begin at one place are told apart by a number."""
    met: Counter[tuple[int, int]] = Counter()
    identifiers = []
    for each in found:
        met[each[:2]] += 1
        identifiers.append(f"{wholes[each[0]]}/c{each[1]}-{met[each[:2]]}")
    return identifiers


def _table(spec: Table, columns: Columns) -> pa.Table:
    arrays = [
        column if isinstance(column := columns[field.name], pa.Array) else pa.array(column, field.type)
        for field in spec.arrow
    ]
    return pa.Table.from_arrays(arrays, schema=spec.arrow)
