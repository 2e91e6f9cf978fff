# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What holds for rows of every table that a document orders: ids that begin with its id, ordinals without a gap."""

from __future__ import annotations

from expectations.rule import Rule

_ID_COLUMNS = {
    "sections": "section_id",
    "paragraphs": "paragraph_id",
    "footnotes": "footnote_id",
    "mentions": "mention_id",
    "definitions": "definition_id",
    "citations": "citation_id",
}
_ORDERED = (
    "sections",
    "paragraphs",
    "footnotes",
    "set_aside",
    "speeches",
    "corrections",
    "signatures",
    "links",
    "subjects",
    "steps",
    "sponsors",
    "votes",
)


def _ids(table: str) -> Rule:
    column = _ID_COLUMNS[table]
    return Rule(
        f"{table}.id_follows_document",
        table,
        "An id begins with its document's id and `#`.",
        f"SELECT document_id, {column} AS example FROM batch "
        f"WHERE NOT starts_with({column}, document_id || '#') OR {column} = document_id || '#'",
    )


def _ordinals(table: str) -> Rule:
    return Rule(
        f"{table}.ordinals_have_no_gap",
        table,
        "Ordinals run 1, 2, 3 … through each document.",
        """SELECT document_id, concat(rows_held, ' rows, ordinals ', first_held, ' to ', last_held) AS example
            FROM (SELECT document_id, count(*) AS rows_held, min(ordinal) AS first_held, max(ordinal) AS last_held
                  FROM batch GROUP BY document_id)
            WHERE first_held <> 1 OR last_held <> rows_held""",
    )


RULES: tuple[Rule, ...] = (
    *(_ids(table) for table in _ID_COLUMNS),
    *(_ordinals(table) for table in _ORDERED),
)
