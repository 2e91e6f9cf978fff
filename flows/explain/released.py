"""What the current release says of a document, or of a paragraph of it.

>>> next(published(home, acceptance, "12"))
'  checks    61 passed; 1.0000 of its characters accounted for'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flows.ask import literal
from flows.home import Home
from warehouse import duck, release
from warehouse.ledger import Acceptance

_SHOWN = 30


def published(home: Home, acceptance: Acceptance, place: str) -> Iterator[str]:
    """What the current release says of a document or of a paragraph of it, and who cites it."""
    current = release.current(home.path)
    if current is None:
        yield "  release   none yet"
        return
    path = current.database
    rows = _ask(
        path,
        "SELECT title, kind, text_conserved, accepted_event_id FROM documents WHERE document_id = ?",
        acceptance.document_id,
    )
    if not rows:
        yield f"  release   not in {current.version}; run `unfold publish`"
        return
    passed = _ask(
        path, "SELECT count(*) AS n FROM verdicts WHERE document_id = ? AND is_passed", acceptance.document_id
    )
    yield f"  checks    {passed[0]['n']} passed; {rows[0]['text_conserved']:.4f} of its characters accounted for"
    yield f"  release   {current.version}: {rows[0]['kind']}, {rows[0]['title'] or 'no title'}"
    if place:
        yield from _paragraph(path, acceptance.document_id, place)
    else:
        yield from _cited(
            path, "cited_document_id = ? AND citing_document_id <> cited_document_id", acceptance.document_id
        )


def paragraphs(path: Path, document_id: str, place: str) -> Sequence[dict[str, Any]]:
    """The rows of a paragraph, named by its eId or its label."""
    return _ask(
        path,
        "SELECT paragraph_id, label, kind, page, section_path, text FROM paragraphs "
        "WHERE document_id = ? AND (paragraph_id = document_id || '#' || ? OR label = ?) ORDER BY ordinal",
        document_id, place, place,
    )  # fmt: skip


def _paragraph(path: Path, document_id: str, place: str) -> Iterator[str]:
    for row in paragraphs(path, document_id, place):
        page = f", page {row['page']}" if row["page"] is not None else ""
        yield f"  paragraph {row['paragraph_id']} ({row['kind']} {row['label']}{page})"
        if row["section_path"]:
            yield f"  under     {' › '.join(row['section_path'])}"
        yield f"  text      {row['text']}"
        mentions = _ask(
            path,
            "SELECT surface, type, entity_id FROM mentions WHERE paragraph_id = ? ORDER BY start_char, end_char",
            row["paragraph_id"],
        )
        yield from (f"  names     {m['surface']}  ({m['type']} {m['entity_id']})" for m in mentions)
        cites = _ask(
            path,
            "SELECT cited_symbol, pinpoint, cited_document_id FROM citations WHERE paragraph_id = ? ORDER BY start_char",
            row["paragraph_id"],
        )
        for cite in cites:
            where = f", {cite['pinpoint']}" if cite["pinpoint"] else ""
            yield f"  cites     {cite['cited_symbol']}{where}" + (
                " (held)" if cite["cited_document_id"] else ""
            )
        yield from _cited(path, "cited_paragraph_id = ?", row["paragraph_id"])


def _cited(path: Path, condition: str, *values: str) -> Iterator[str]:
    query = (
        "SELECT citing_document_id, label, surface, pinpoint FROM cited_by "  # noqa: S608 - conditions are written here
        f"WHERE {condition} ORDER BY citing_document_id, paragraph_id, surface"
    )
    rows = _ask(path, query, *values)
    for row in rows[:_SHOWN]:
        yield f"  cited by  {row['citing_document_id']}#{row['label'] or 'note'}: {row['surface']}"
    if len(rows) > _SHOWN:
        yield f"  cited by  {len(rows) - _SHOWN} more: see the view `cited_by`"
    if not rows:
        yield "  cited by  nothing held here"


def _ask(path: Path, sql: str, *values: str) -> Sequence[dict[str, Any]]:
    """The rows of a question in which each `?` stands for a text."""
    parts = sql.split("?")
    filled = parts[0] + "".join(literal(value) + part for value, part in zip(values, parts[1:], strict=True))
    rows: list[dict[str, Any]] = duck.query(path, filled).to_pylist()
    return rows
