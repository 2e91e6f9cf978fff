# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""Structure: what the schema alone says of every table, as rules. Nothing about a column is repeated here.

From `transforms.schema.TABLES` follow the shape of each table (columns, order, Arrow types), the columns
that may not be null, keys that are unique, closed lists of values and references that must be met.

    >>> [rule.name for rule in rules() if rule.table == "cells"]
    ['cells.not_null', 'cells.unique_document_id_table_ordinal_row_ordinal_column_ordinal', 'cells.references']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from expectations.rule import Rule
from transforms.schema import TABLES, Column, Table

COLUMNS = "arrow_columns"
"""The table of what was handed in: one row a column, with its table, place, name and Arrow type."""

_COLUMNS_SCHEMA = pa.schema(
    [("table_name", pa.string()), ("ordinal", pa.int32()), ("name", pa.string()), ("type", pa.string())]
)


def columns_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The columns of the given tables as rows, for the shape rules to look at."""
    rows = [
        {"table_name": name, "ordinal": place, "name": field.name, "type": str(field.type)}
        for name, table in sorted(tables.items())
        for place, field in enumerate(table.schema, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=_COLUMNS_SCHEMA)


def shapes(specs: Iterable[Table]) -> tuple[Rule, ...]:
    """A rule a table: its columns are those declared, in that order, with those Arrow types."""
    return tuple(_shape(spec) for spec in specs)


def rules(specs: Mapping[str, Table] = TABLES) -> tuple[Rule, ...]:
    """Every rule on rows that the declarations imply, table by table."""
    return tuple(rule for spec in specs.values() for rule in _rules_of(spec, specs))


def _rules_of(spec: Table, specs: Mapping[str, Table]) -> Iterator[Rule]:
    owned = _owned(spec, specs)
    yield _nulls(spec, owned)
    yield from _unique_keys(spec, specs, owned)
    if any(column.values for column in spec.columns):
        yield _closed_values(spec, owned)
    if spec.foreign_keys:
        yield _references(spec, specs)


def _shape(spec: Table) -> Rule:
    declared = ", ".join(
        f"({place}, {_literal(column.name)}, {_literal(str(column.type))})"
        for place, column in enumerate(spec.columns, start=1)
    )
    return Rule(
        f"{spec.name}.shape",
        COLUMNS,
        f"`{spec.name}` has the declared columns, in order, with their types.",
        f"""SELECT NULL::VARCHAR AS document_id,
                   concat(coalesce(declared.name, 'nothing'), ' ', declared.type, ' expected at column ',
                          coalesce(declared.ordinal, given.ordinal), ', got ',
                          coalesce(given.name, 'nothing'), ' ', given.type) AS example
            FROM (VALUES {declared}) AS declared(ordinal, name, type)
            FULL JOIN (SELECT * FROM batch WHERE table_name = {_literal(spec.name)}) AS given USING (ordinal)
            WHERE declared.name IS DISTINCT FROM given.name OR declared.type IS DISTINCT FROM given.type""",
        is_of_whole=True,
    )


def _nulls(spec: Table, owned: str) -> Rule:
    tests = {c.name: _is_null(c) for c in spec.columns if not c.nullable}
    named = ", ".join(f"CASE WHEN {test} THEN {_literal(name)} END" for name, test in tests.items())
    return Rule(
        f"{spec.name}.not_null",
        spec.name,
        "Columns that must be filled are filled.",
        f"SELECT document_id, concat_ws(', ', {named}) || ' is null where ' || {_key(spec)} AS example "
        f"FROM {owned} WHERE {' OR '.join(tests.values())}",
    )


def _is_null(column: Column) -> str:
    """A list is also unfilled where an element of it is null, if its elements may not be."""
    missing = f"{column.name} IS NULL"
    if pa.types.is_list(column.type) and not column.type.value_field.nullable:
        return f"{missing} OR list_count({column.name}) <> len({column.name})"
    return missing


def _unique_keys(spec: Table, specs: Mapping[str, Table], owned: str) -> Iterator[Rule]:
    """The key, and every other column that a foreign key refers to, name one row each."""
    referred = sorted(
        {key.referred for other in specs.values() for key in other.foreign_keys if key.table == spec.name}
    )
    for columns in dict.fromkeys([spec.key, *((name,) for name in referred)]):
        listed = ", ".join(columns)
        yield Rule(
            f"{spec.name}.unique_{'_'.join(columns)}",
            spec.name,
            f"No two rows have the same {listed}.",
            f"SELECT document_id, {_told(columns)} AS example FROM {owned} "
            f"WHERE ({listed}) IN (SELECT ({listed}) FROM batch GROUP BY {listed} HAVING count(*) > 1)",
        )


def _closed_values(spec: Table, owned: str) -> Rule:
    closed = [column for column in spec.columns if column.values]
    tests = {c.name: f"{c.name} NOT IN ({', '.join(map(_literal, c.values))})" for c in closed}
    named = ", ".join(
        f"CASE WHEN {test} THEN concat({_literal(name + ' ')}, {name}) END" for name, test in tests.items()
    )
    return Rule(
        f"{spec.name}.known_values",
        spec.name,
        "Columns with a closed list of values hold no other value.",
        f"SELECT document_id, concat_ws(', ', {named}) || ' where ' || {_key(spec)} AS example "
        f"FROM {owned} WHERE {' OR '.join(tests.values())}",
    )


def _references(spec: Table, specs: Mapping[str, Table]) -> Rule:
    searches = [
        f"SELECT {'document_id' if _has_document(spec) else 'NULL::VARCHAR AS document_id'}, "
        f"concat({_literal(f'{key.column} ')}, {key.column}, {_literal(f' is not in {key.table}')}) AS example "
        f"FROM batch AS referring WHERE {key.column} IS NOT NULL AND NOT EXISTS "
        f"(SELECT 1 FROM {key.table} AS target WHERE target.{key.referred} = referring.{key.column})"
        for key in spec.foreign_keys
        if key.table in specs
    ]
    return Rule(
        f"{spec.name}.references",
        spec.name,
        "What a row refers to is there.",
        " UNION ALL ".join(searches),
    )


def _owned(spec: Table, specs: Mapping[str, Table]) -> str:
    """The table with a `document_id` for every row: its own, or that of each document that refers to it."""
    if _has_document(spec):
        return "batch"
    owners = [
        f"SELECT document_id, {key.column} AS referred FROM {other.name}"
        for other in specs.values()
        for key in other.foreign_keys
        if key.table == spec.name and _has_document(other) and (key.referred,) == spec.key
    ]
    if not owners:
        return "(SELECT *, NULL::VARCHAR AS document_id FROM batch)"
    return (
        f"(SELECT held.*, owners.document_id FROM batch AS held "
        f"LEFT JOIN ({' UNION '.join(owners)}) AS owners ON owners.referred = held.{spec.key[0]})"
    )


def _has_document(spec: Table) -> bool:
    return any(column.name == "document_id" for column in spec.columns)


def _key(spec: Table) -> str:
    return _told(spec.key)


def _told(columns: Iterable[str]) -> str:
    return "concat_ws(', ', " + ", ".join(f"concat({_literal(name + ' ')}, {name})" for name in columns) + ")"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
