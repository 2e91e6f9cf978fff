"""What the views of links and votes say, from a few rows made by hand to what is expected by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.tables import tables_of
from transforms import schema
from warehouse import duck, parquet

Row = dict[str, Any]
DOCUMENT = "A/RES/999/5@en"
TEXT = f"{DOCUMENT}#para_1"


def blank(table: str, **values: object) -> Row:
    """A row of that table with nothing but these values."""
    columns = schema.TABLES[table].columns
    empty: Row = {c.name: [] if c.type == schema.STRINGS else None for c in columns}
    return {**empty, **values}


def asked(path: Path, sql: str, rows: Mapping[str, list[Row]]) -> list[Row]:
    """The answer over a file that holds these rows; where a row may not be null, anything stands."""
    filled = {name: [_filled(name, row) for row in held] for name, held in rows.items()}
    tables = {name: parquet.conform(table, schema.TABLES[name]) for name, table in tables_of(filled).items()}
    duck.build(tables, path / "unfold.duckdb", duck.Stamp("v1", 41, "1.2.0", "9f2c", "9f2c" * 16))
    answer: list[Row] = duck.query(path / "unfold.duckdb", sql).to_pylist()
    return answer


def _filled(table: str, row: Row) -> Row:
    anything = {schema.STRING: "x", schema.INTEGER: 0, schema.REAL: 1.0, schema.BOOLEAN: False}
    needed = {
        c.name: anything[c.type]
        for c in schema.TABLES[table].columns
        if not c.nullable and row[c.name] is None
    }
    return {**row, **needed}


def link(ordinal: int, start: int, end: int, symbol: str | None) -> Row:
    return blank(
        "links", document_id=DOCUMENT, ordinal=ordinal, place="paragraph", paragraph_id=TEXT, start_char=start, end_char=end,
        surface="999/3", href="https://undocs.org/", linked_symbol=symbol,
    )  # fmt: skip


def citation(start: int, end: int, symbol: str, text: str = TEXT) -> Row:
    return blank(
        "citations", citation_id=f"{text}/c{start}-1", document_id=text.partition("#")[0], paragraph_id=text,
        start_char=start, end_char=end, surface="resolution 999/3", cited_symbol=symbol,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("linked", "cited", "agreement"),
    [
        ("A/RES/999/3", "A/RES/999/3", "same"),
        ("S/RES/9999 (2097)", "s/res/9999(2097)", "same"),
        ("A/RES/217 (III)", "A/RES/217 A (III)", "part"),
        ("A/RES/76/84 A-B", "A/RES/76/84 B", "part"),
        ("A/62/20 (SUPP)", "A/62/20", "part"),
        ("A/RES/999/3", "A/RES/999/33", "another"),
        ("A/RES/999/3", "A/DEC/999/3", "another"),
    ],
)
def test_a_link_and_the_citation_it_touches_are_compared(
    tmp_path: Path, linked: str, cited: str, agreement: str
) -> None:
    """Spelling makes no difference; a part of a resolution is not another resolution."""
    rows = {"links": [link(1, 11, 16, linked)], "citations": [citation(0, 16, cited)]}

    assert [row["agreement"] for row in asked(tmp_path, "FROM links_compared", rows)] == [agreement]


def test_links_and_citations_that_stand_alone_have_rows_too(tmp_path: Path) -> None:
    """Of two citations on one link the one that agrees counts; files without links are not compared."""
    rows = {
        "links": [link(1, 0, 5, "A/1/1"), link(2, 10, 15, "A/1/2"), link(3, 40, 45, None)],
        "citations": [
            citation(0, 3, "A/1/9"), citation(3, 5, "A/1/1"), citation(20, 25, "A/1/3"), citation(0, 5, "A/1/1", "A/999/1@en#p_1"),
        ],
    }  # fmt: skip

    found = asked(
        tmp_path, "SELECT start_char, agreement, linked_symbol, cited_symbol FROM links_compared", rows
    )

    assert [tuple(row.values()) for row in found] == [
        (0, "same", "A/1/1", "A/1/1"), (10, "not cited", "A/1/2", None), (20, "not linked", None, "A/1/3"),
    ]  # fmt: skip


def test_a_date_in_a_citation_is_held_against_the_day_of_adoption(tmp_path: Path) -> None:
    """Citations without a date, and documents that were not adopted, are not compared."""
    day, other = dt.date(2098, 5, 6), dt.date(2098, 5, 7)
    held = {"A/RES/999/1@en": day, "A/RES/999/2@en": day, "A/999/3@en": None}
    rows = {
        "documents": [blank("documents", document_id=one, adoption_date=adopted) for one, adopted in held.items()],
        "citations": [
            citation(at, at + 5, one) | {"cited_document_id": one, "stated_date": stated}
            for at, (one, stated) in enumerate([*zip(held, (day, other, day), strict=True), ("A/RES/999/1@en", None)])
        ],
    }  # fmt: skip

    found = asked(tmp_path, "SELECT agreement, cited_symbol FROM stated_dates", rows)

    assert [tuple(row.values()) for row in found] == [
        ("another", "A/RES/999/2@en"),
        ("same", "A/RES/999/1@en"),
    ]


def test_everyone_who_tells_of_a_vote_has_a_row(tmp_path: Path) -> None:
    """The file, a report that prints it, and the catalogue; a vote on something unknown and a silent record have none."""
    rows = {
        "votes": [
            blank("votes", document_id=DOCUMENT, ordinal=1, source="metadata", voted_symbol="A/RES/999/5", yes_count=4),
            blank("votes", document_id="A/999/7@en", ordinal=1, source="text", voted_symbol="A/RES/999/5", yes_count=4, paragraph_id=TEXT),
            blank("votes", document_id="A/999/7@en", ordinal=2, source="text", yes_count=9),
        ],
        "records": [
            blank("records", record_id="undl:1", symbols=["A/RES/999/5"], yes_count=5),
            blank("records", record_id="undl:2", symbols=["A/RES/999/6"], is_without_vote=False),
            blank("records", record_id="undl:3", symbols=["A/RES/999/7"], is_without_vote=True),
        ],
    }  # fmt: skip

    found = asked(tmp_path, "SELECT symbol, source, yes_count, is_without_vote FROM adoptions", rows)

    assert [tuple(row.values()) for row in found] == [
        ("A/RES/999/5", "catalogue", 5, None), ("A/RES/999/5", "metadata", 4, None), ("A/RES/999/5", "text", 4, None),
        ("A/RES/999/7", "catalogue", None, True),
    ]  # fmt: skip
