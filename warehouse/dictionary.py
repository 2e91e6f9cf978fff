"""The data dictionary as Markdown: every table, column, key, view and macro, from where each is declared.

    >>> print(render(()).splitlines()[0])
    # Data dictionary

It depends on the declarations alone, so that it changes exactly when they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from transforms import schema
from warehouse.duck import Described


def render(views: Sequence[Described]) -> str:
    """The whole dictionary: the tables of `schema.TABLES` in their order, then `views` as the DuckDB file describes them."""
    opening = (
        f"Schema version {schema.SCHEMA_VERSION}. Each table is a Parquet file and a table of `unfold.duckdb`; "
        "views and macros are in `unfold.duckdb` alone. Rows are sorted by the key."
    )
    parts = [
        "# Data dictionary",
        opening,
        *(_table(table) for table in schema.TABLES.values()),
        *(_view(view) for view in views),
    ]
    return "\n\n".join(parts) + "\n"


def type_name(arrow: pa.DataType) -> str:
    """The name of a type for people: `text`, `list of text`, `whole number`."""
    names: dict[pa.DataType, str] = {
        schema.STRING: "text",
        schema.INTEGER: "whole number",
        schema.BIGINT: "whole number",
        schema.REAL: "number",
        schema.BOOLEAN: "true or false",
        schema.DATE: "date",
        schema.INSTANT: "instant (UTC)",
        schema.STRINGS: "list of text",
    }
    return names[arrow]


def _table(table: schema.Table) -> str:
    keys = ", ".join(f"`{name}`" for name in table.key)
    return "\n".join([f"## {table.name}", "", table.meaning, f"Key: {keys}.", "", *_columns(table)])


def _columns(table: schema.Table) -> Iterator[str]:
    yield "| column | type | may be null | meaning |"
    yield "| --- | --- | --- | --- |"
    refers = {key.column: f"{key.table}.{key.referred}" for key in table.foreign_keys}
    for column in table.columns:
        meaning = column.meaning
        if column.values:
            meaning += " One of: " + ", ".join(f"`{value}`" for value in column.values) + "."
        if column.name in refers:
            meaning += f" Refers to `{refers[column.name]}`."
        nullable = "yes" if column.nullable else "no"
        yield f"| `{column.name}` | {type_name(column.type)} | {nullable} | {_cell(meaning)} |"


def _view(view: Described) -> str:
    if not view.columns:
        return f"## {view.name} (macro)\n\n{_line(view.meaning)}"
    rows = [f"| `{name}` | {kind} | {_cell(meaning)} |" for name, kind, meaning in view.columns]
    head = ["| column | type | meaning |", "| --- | --- | --- |"]
    return "\n".join([f"## {view.name} (view)", "", _line(view.meaning), "", *head, *rows])


def _cell(text: str) -> str:
    return _line(text).replace("|", r"\|")


def _line(text: str) -> str:
    return " ".join(text.split())
