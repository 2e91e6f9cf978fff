"""Rows of a document in, the lines of a witness out; two readings in, rows of `differences` and figures out.

>>> lines_of(tables)[0]
Line(eid='para_1', label='1', text='Gauges were lent.', page=None, marks=(), is_note=False)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from transforms.collation.comparing import collate
from transforms.collation.values import Collation, Difference, Line, Mark, letters_before
from transforms.schema import TABLES, Row, table_of

Tables = Mapping[str, pa.Table]

DOUBTFUL = 0.95
"""Where a smaller share of paragraphs agrees than this, and more than one does not, one of two files is badly read."""

STRANGE = 0.5
"""Where the two have a smaller share of their text in common than this, they are hardly one document."""


@dataclass(frozen=True, slots=True)
class Collated:
    """What one other file of a document came to: its rows of `differences`, and figures for its row of `witnesses`."""

    differences: pa.Table
    figures: Row


def collated(here: Tables, there: Tables) -> Collated:
    """Two readings of one document, the published one first, as their rows are kept."""
    found = collate(lines_of(here), lines_of(there))
    columns = ["document_id", "content_sha256", "symbol_evidence"]
    about, other = (each["documents"].select(columns).to_pylist()[0] for each in (here, there))
    witness = witness_id(about["document_id"], other["content_sha256"])
    return Collated(
        differences_of(found, about["document_id"], witness),
        {**figures_of(found), "symbol_evidence": other["symbol_evidence"]},
    )


def witness_id(document_id: str, content_sha256: str) -> str:
    """The id of a file of a document."""
    return f"{document_id}/{content_sha256}"


def lines_of(tables: Tables) -> tuple[Line, ...]:
    """The paragraphs of a document in reading order, then its notes."""
    return (*_paragraphs(tables), *_notes(tables))


def _paragraphs(tables: Tables) -> Iterator[Line]:
    marks: defaultdict[str | None, list[tuple[int, str]]] = defaultdict(list)
    for note in tables["footnotes"].select(["paragraph_id", "anchor_char", "marker"]).to_pylist():
        if note["paragraph_id"] is not None and note["anchor_char"] is not None:
            marks[note["paragraph_id"]].append((note["anchor_char"], _mark(note["marker"])))
    columns = ["paragraph_id", "document_id", "label", "text", "page"]
    for row in tables["paragraphs"].sort_by("ordinal").select(columns).to_pylist():
        text = row["text"]
        found: tuple[Mark, ...] = tuple(
            (m, letters_before(text, at)) for at, m in sorted(marks[row["paragraph_id"]])
        )
        yield Line(_eid(row, "paragraph_id"), row["label"], text, row["page"], found)


def _notes(tables: Tables) -> Iterator[Line]:
    columns = ["footnote_id", "document_id", "marker", "text", "page"]
    for row in tables["footnotes"].sort_by("ordinal").select(columns).to_pylist():
        yield Line(_eid(row, "footnote_id"), _mark(row["marker"]), row["text"], row["page"], is_note=True)


def _eid(row: Row, name: str) -> str:
    return str(row[name]).removeprefix(f"{row['document_id']}#")


def _mark(marker: str) -> str:
    """A mark as it is compared: `1/` of 1995 is `1`."""
    return marker.strip(" /.()") or marker


def differences_of(found: Collation, document_id: str, witness: str) -> pa.Table:
    """The rows of `differences` of one other file."""
    return table_of(
        TABLES["differences"],
        (
            {"witness_id": witness, "document_id": document_id, "ordinal": ordinal, **_row(each, document_id)}
            for ordinal, each in enumerate(found.differences, start=1)
        ),
    )


def _row(difference: Difference, document_id: str) -> Row:
    here, there = difference.here, difference.there
    published = f"{document_id}#{here.eid}" if here is not None else None
    is_note = (here or there or Line("", "", "")).is_note
    return {
        "difference": difference.kind,
        "paragraph_id": None if is_note else published,
        "footnote_id": published if is_note else None,
        **_half("", here, difference.words),
        **_half("other_", there, difference.other_words),
        "likeness": difference.likeness,
    }


def _half(prefix: str, line: Line | None, words: str) -> dict[str, Any]:
    if line is None:
        return dict.fromkeys(f"{prefix}{name}" for name in ("label", "words", "text", "page"))
    return {
        f"{prefix}label": line.label,
        f"{prefix}words": words or None,
        f"{prefix}text": line.text,
        f"{prefix}page": line.page,
    }


def figures_of(found: Collation) -> Row:
    """How much of another file agrees with the published one."""
    agreement, likeness = found.agreement, found.likeness
    is_strange = likeness is not None and likeness < STRANGE
    is_poor = agreement is not None and agreement < DOUBTFUL and found.compared - found.agreeing > 1
    return {
        "compared_count": found.compared,
        "agreeing_count": found.agreeing,
        "agreement": agreement,
        "likeness": likeness,
        "difference_count": len(found.differences),
        "is_doubtful": is_strange or is_poor,
    }
