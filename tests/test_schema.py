"""One declaration: what schema.py says of a column is what every table, file, comment and document says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pytest

from transforms import corpus
from transforms.corpus import Origin
from transforms.document import Document
from transforms.errors import Refusal
from transforms.schema import (
    BIGINT,
    BOOLEAN,
    DATE,
    INSTANT,
    INTEGER,
    STRING,
    STRINGS,
    TABLES,
    Column,
    Table,
    table_of,
)
from transforms.tables import tables_of
from warehouse import duck, parquet
from warehouse.release import Release, publish

ROOT = Path(__file__).parents[1]
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
NAMES = [f"{table.name}.{column.name}" for table, column in COLUMNS]
SENTENCE = re.compile(r"[A-Z`].*[.]", re.DOTALL)
BARE_INTEGERS = {
    "number",
    "level",
    "page",
    "other_page",
    "year",
    "row_span",
    "column_span",
    "sequence",
    "stream_version",
    "since",
    "until",
}
"""Integers that are no count, ordinal or offset, each with a meaning of its own."""
OUTSIDE_CODES = {"event_id"}
"""Ids that are not rows of ours but the envelope's own."""


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_every_column_is_explained_in_a_sentence(table: Table, column: Column) -> None:
    """A meaning begins with a capital or a literal, ends with a full stop, and does not echo the name."""
    assert SENTENCE.fullmatch(column.meaning)
    assert column.meaning.rstrip(".").lower() != column.name.replace("_", " ")


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_is_explained_in_a_sentence(table: Table) -> None:
    """A table says in a sentence what one of its rows is."""
    assert SENTENCE.fullmatch(table.meaning)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=NAMES)
def test_a_name_tells_the_type(table: Table, column: Column) -> None:
    """`_id` text, `_ids` lists, `_date` dates, `_at` instants, `_count` and ordinals integers, `is_` truth values."""
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", column.name)
    expected = {
        "_id": (STRING,), "_ids": (STRINGS,), "_date": (DATE,), "_at": (INSTANT,), "_count": (INTEGER, BIGINT),
        "_ordinal": (INTEGER,), "_char": (INTEGER,), "_sha256": (STRING,), "_url": (STRING,), "_uri": (STRING,),
    }  # fmt: skip
    for ending, types in expected.items():
        if column.name.endswith(ending):
            assert column.type in types
    assert column.name.startswith("is_") == (column.type == BOOLEAN)
    assert column.name.endswith("_date") == (column.type == DATE)
    assert column.name.endswith("_at") == (column.type == INSTANT)
    if column.type in (INTEGER, BIGINT):
        assert column.name in BARE_INTEGERS or column.name.endswith(("_count", "ordinal", "_char"))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_are_columns_that_are_never_null(table: Table) -> None:
    """A table's key is made of its own columns, and no part of it may be null."""
    assert table.key
    assert not any(table.column(name).nullable for name in table.key)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_foreign_keys_point_at_columns_of_one_type(table: Table) -> None:
    """What a foreign key refers to exists and is of the same type."""
    for foreign in table.foreign_keys:
        assert table.column(foreign.column).type == TABLES[foreign.table].column(foreign.referred).type


def test_one_name_means_one_type_everywhere() -> None:
    """A column name that stands in several tables has one type in all of them."""
    types: dict[str, set[str]] = {}
    for _, column in COLUMNS:
        types.setdefault(column.name, set()).add(str(column.type))

    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_nobody_else_declares_a_table() -> None:
    """Only schema.py writes a published table's columns down; a schema elsewhere is of something else."""
    repeated = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {table.name}"
        for package in ("transforms", "expectations", "warehouse", "flows")
        for path in (ROOT / package).rglob("*.py")
        if path != ROOT / "transforms" / "schema.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pa.schema"
        for table in TABLES.values()
        if len(words_in(node) & {column.name for column in table.columns}) >= 3
    ]

    assert repeated == []


def words_in(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@pytest.fixture(scope="module")
def produced(sample: Mapping[str, Document | Refusal]) -> Mapping[str, dict[str, pa.Table]]:
    """The tables of every sample document."""
    return {
        name: tables_of(read, content_sha256="0" * 64, reader_fingerprint="1" * 16)
        for name, read in sample.items()
        if isinstance(read, Document)
    }


def drift(spec: Table, made: pa.Schema) -> Iterator[str]:
    """Where a produced schema and the declared one part."""
    if not made.equals(spec.arrow, check_metadata=True):
        yield f"{spec.name}: {made} is not {spec.arrow}"


def test_produced_tables_are_the_declared_ones(produced: Mapping[str, dict[str, pa.Table]]) -> None:
    """Every per-document table comes out of the reader with the declared columns, types, nulls and meanings."""
    wanted = [spec for spec in TABLES.values() if spec.per_document]

    for name, tables in produced.items():
        assert list(tables) == [spec.name for spec in wanted], name
        assert [line for spec in wanted for line in drift(spec, tables[spec.name].schema)] == []


def test_closed_lists_hold(produced: Mapping[str, dict[str, pa.Table]]) -> None:
    """A column with a closed list of values holds no other."""
    for tables in produced.values():
        for spec, column in COLUMNS:
            if column.values and spec.per_document:
                held = set(tables[spec.name].column(column.name).to_pylist()) - {None}
                assert held <= set(column.values), f"{spec.name}.{column.name}"


def test_every_declared_column_is_filled_by_the_sample(produced: Mapping[str, dict[str, pa.Table]]) -> None:
    """A column appears when it is really filled: some sample document fills each.

    Exempt are what the fold of a release fills, and pages, which texts and HTML do not show.
    """
    by_the_fold = {
        "documents.source_url", "documents.accepted_event_id", "citations.cited_document_id",
        "citations.cited_paragraph_id", "links.linked_document_id",
    }  # fmt: skip

    empty = [
        f"{spec.name}.{column.name}"
        for spec, column in COLUMNS
        if spec.per_document
        and f"{spec.name}.{column.name}" not in by_the_fold
        and column.name != "page"
        and all(
            tables[spec.name].column(column.name).null_count == tables[spec.name].num_rows
            for tables in produced.values()
        )
    ]

    assert empty == []


@pytest.fixture(scope="module")
def release(produced: Mapping[str, dict[str, pa.Table]], tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of the sample, without a log."""
    merged = corpus.merge(produced.values())
    origins = {
        str(one): Origin("sample:/a", "e") for one in merged["documents"].column("document_id").to_pylist()
    }
    merged["documents"] = corpus.stamp(merged["documents"], origins)
    for spec in TABLES.values():
        if not spec.per_document:
            merged[spec.name] = table_of(spec, ())
    home = tmp_path_factory.mktemp("home")
    return publish(home, merged, version="20960101T000000Z-00000000", position=1, inputs_sha256="0" * 64)


def test_duckdb_says_what_the_schema_says(release: Release) -> None:
    """Tables, columns, nulls and comments of the DuckDB file are the declared ones, in the declared order."""
    told = "SELECT table_name, column_name, NOT is_nullable, comment FROM duckdb_columns() WHERE table_name IN ({})"
    named = ", ".join(f"'{name}'" for name in TABLES)

    shown = duck.query(release.database, told.format(named) + " ORDER BY table_name, column_index")

    assert [tuple(row.values()) for row in shown.to_pylist()] == [
        (table.name, column.name, not column.nullable, column.meaning)
        for table, column in sorted(COLUMNS, key=lambda declared: declared[0].name)
    ]


def test_parquet_carries_the_declared_schema(release: Release) -> None:
    """Each Parquet file gives back the declared columns, types and nulls."""
    for spec in TABLES.values():
        assert parquet.read(release.parquet(spec.name)).schema.equals(spec.arrow, check_metadata=False), (
            spec.name
        )


def test_the_dictionary_explains_every_column(release: Release) -> None:
    """Every meaning of the schema stands in dictionary.md as declared."""
    text = (release.path / "dictionary.md").read_text(encoding="utf-8")

    for table, column in COLUMNS:
        assert table.meaning in text
        assert column.meaning in text, f"{table.name}.{column.name}"
