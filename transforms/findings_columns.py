"""A document's findings -> the Arrow tables of mentions and citations, column by column.

They have more rows than all other tables of a document together; a dict for each would cost as much as finding them.

    >>> mentions("A/73/328@en", passages, found).column("surface").to_pylist()[:2]
    ['Security Council', 'Mali']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from transforms.citations import places
from transforms.passages import Citation, Mention, Passage
from transforms.schema import Table
from transforms.schema.findings import CITATIONS, MENTIONS

Columns = dict[str, Sequence[Any]]


def mentions(document_id: str, passages: Sequence[Passage], found: Sequence[Mention]) -> pa.Table:
    """The rows of `mentions`, sorted by id; `surface` is cut from the passage as printed."""
    if not found:
        return MENTIONS.arrow.empty_table()
    wholes = _wholes(document_id, passages)
    index, starts, ends, types, ids, norms, layers, methods, confidences = zip(*found, strict=True)
    return _sorted(
        MENTIONS,
        {
            "mention_id": [f"{wholes[m[0]]}/m{m[1]}-{m[2]}-{m[3]}" for m in found],
            **_places(document_id, passages, wholes, index),
            "start_char": starts,
            "end_char": ends,
            "surface": _surfaces(passages, found),
            "type": types,
            "entity_id": [each[0] for each in ids],
            "entity_ids": ids,
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
    index, starts, ends, symbols, pinpoints, methods, confidences = zip(*found, strict=True)
    unknown = [None] * len(found)
    return _sorted(
        CITATIONS,
        {
            "citation_id": _numbered(wholes, found),
            **_places(document_id, passages, wholes, index),
            "start_char": starts,
            "end_char": ends,
            "surface": _surfaces(passages, found),
            "cited_symbol": symbols,
            "pinpoint": pinpoints,
            **_named_places(pinpoints),
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


def _places(
    document_id: str, passages: Sequence[Passage], wholes: Sequence[str], index: Sequence[int]
) -> Columns:
    paragraphs = [
        None if passage.is_footnote else whole for passage, whole in zip(passages, wholes, strict=True)
    ]
    notes = [whole if passage.is_footnote else None for passage, whole in zip(passages, wholes, strict=True)]
    return {
        "document_id": [document_id] * len(index),
        "paragraph_id": [paragraphs[at] for at in index],
        "footnote_id": [notes[at] for at in index],
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


def _sorted(spec: Table, columns: Columns) -> pa.Table:
    schema = spec.arrow
    arrays = [pa.array(columns[field.name], field.type) for field in schema]
    table = pa.Table.from_arrays(arrays, schema=schema)
    return table.sort_by([(name, "ascending") for name in spec.key])
