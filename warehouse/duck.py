"""A fresh DuckDB file: the declared tables, what every column means, the views, and which release it is.

    >>> build(tables, path, Stamp("20990101T000000Z-9f2c01d2", 41, "1.0.0", "9f2c01d2a4b6e8f0", "9f2c…"))
    >>> query(path, "SELECT label, text FROM search('food security') LIMIT 3")

The file is built aside, with no write-ahead log left, and takes its name when it is whole. Queries go through
`query`, where a statement can neither write nor see any other file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from transforms import schema
from warehouse.durable import named_when_written
from warehouse.errors import WarehouseError

PUBLISHED = ("views", "macros")
"""Folders with a file of SQL for each view and macro. A view stands on tables alone, so that their order says nothing."""

_PRIVATE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_directory": "",
}
"""Nothing is fetched, and nothing spills beside an immutable file."""

_NAMED = """
SELECT view_name AS name, coalesce(comment, '') FROM duckdb_views() WHERE NOT internal
UNION ALL
SELECT function_name, coalesce(comment, '') FROM duckdb_functions()
WHERE function_type = 'table_macro' AND NOT internal
ORDER BY ALL
"""
_COLUMNS = """
SELECT table_name, column_name, data_type, coalesce(comment, '') FROM duckdb_columns()
WHERE NOT internal AND database_name = 'unfold' ORDER BY table_name, column_index
"""

META = schema.Table(
    "meta",
    "One row: which release this file is.",
    ("version",),
    (
        schema.Column("version", schema.STRING, "The release."),
        schema.Column("position", schema.BIGINT, "The last event of the log that the release takes in."),
        schema.Column("schema_version", schema.STRING, "The version of the tables' declarations."),
        schema.Column(
            "data_version", schema.STRING, "The same for the same rows, whenever they are published."
        ),
        schema.Column("inputs_sha256", schema.STRING, "Digest of everything the release was folded from."),
    ),
    per_document=False,
)


_ROWS_ONLY = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
"""DuckDB counts WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE and `PRAGMA table_info` among the SELECTs."""

_DOORS = frozenset({"enable_logging", "enable_profiling"})
"""Functions that write a file though no file may be written: DuckDB fails over it and ends the whole process."""

_UNSEEN = frozenset({"query", "json_execute_serialized_sql"})
"""Functions that run a text as SQL, so that what a statement does could not be seen in it."""

_NAME = re.compile(r'"[^"]*"|\w+')
_SPACE = re.compile(r"[^\S\n\r]|[\u200b\u2060\ufeff]")
"""Spaces of Unicode, which DuckDB takes for blanks when it runs a statement and not when it divides one."""


class QueryRefused(WarehouseError):
    """A statement that DuckDB could not or may not run, with its reason."""


class DatabaseUnreadable(WarehouseError):
    """The file itself cannot be opened, whatever is asked of it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a release is told apart by: the row of `meta`, column by column."""

    version: str
    position: int
    schema_version: str
    data_version: str
    inputs_sha256: str


@dataclass(frozen=True, slots=True)
class Described:
    """A view or macro as the file itself describes it; a macro has no columns."""

    name: str
    meaning: str
    columns: tuple[tuple[str, str, str], ...]
    """Name, type and meaning of each."""


def build(tables: Mapping[str, pa.Table], path: Path, stamp: Stamp) -> None:
    """Write the DuckDB file `path`, whole or not at all; its folder is for the caller to sync.

    Args:
        tables: every table of `schema.TABLES`, already sorted by key.
        path: the file to write or to replace.
        stamp: the row of `meta`.
    """
    with (
        named_when_written(path, is_durable=True) as writing,
        duckdb.connect(":memory:", config=_PRIVATE) as connection,
    ):
        # Small blocks: a release of a few documents takes a fifth of the room, a large one builds no slower.
        connection.execute(f"ATTACH {_quoted(str(writing))} AS unfold (BLOCK_SIZE 16384)")
        connection.execute("USE unfold")
        connection.begin()
        for name, spec in schema.TABLES.items():
            _fill(connection, spec, tables[name])
        _fill(
            connection, META, pa.Table.from_arrays([[value] for value in astuple(stamp)], schema=META.arrow)
        )
        for file in (
            file for kind in PUBLISHED for file in sorted(Path(__file__).with_name(kind).glob("*.sql"))
        ):
            connection.execute(file.read_text(encoding="utf-8"))
        connection.commit()
        connection.execute("CHECKPOINT unfold")
        connection.execute("USE memory")
        connection.execute("DETACH unfold")


def query(path: Path, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
    """The answer to `sql` over the DuckDB file `path`, which the statement can only read.

    The statement sees no other file, no environment and no variable of this process; instants are in UTC.

    Raises:
        QueryRefused: it is not one statement that returns rows, or DuckDB's own reason.
        DatabaseUnreadable: there is no such file, or it is damaged.
    """
    with _reading(path) as connection:
        _must_ask(sql)
        answer: pa.Table = connection.execute(sql, list(parameters)).to_arrow_table()
    return answer


def describe(path: Path) -> tuple[Described, ...]:
    """The views and macros by name, with their comments."""
    with _reading(path) as connection:
        named = connection.execute(_NAMED).fetchall()
        columns = connection.execute(_COLUMNS).fetchall()
    return tuple(
        Described(name, meaning, tuple((each[1], each[2], each[3]) for each in columns if each[0] == name))
        for name, meaning in named
    )


def _must_ask(sql: str) -> None:
    """Pass one statement that returns rows of the release, and refuse whatever else it may be.

    DuckDB writes a PIVOT as two statements, of which the first has no words of its own.
    """
    if not _is_text(sql):
        raise QueryRefused("the query holds half a character (a surrogate); write it in UTF-8.")
    asked = [
        statement
        for statement in duckdb.extract_statements(sql)
        if statement.query or statement.type != duckdb.StatementType.CREATE
    ]
    if not asked:
        raise QueryRefused("the query is empty; ask for instance: FROM documents")
    if len(asked) > 1:
        raise QueryRefused(
            f"{len(asked)} statements; a query is one. Ask them one after another, or join them by WITH."
        )
    if asked[0].type not in _ROWS_ONLY:
        raise QueryRefused(
            f"{asked[0].type.name} is no question; a release is only read. Begin with SELECT, WITH, FROM, VALUES, "
            "DESCRIBE, SHOW, SUMMARIZE, EXPLAIN or PRAGMA table_info."
        )
    for name in _called(sql) & (_DOORS | _UNSEEN):
        reason = "it writes files" if name in _DOORS else "it runs a text as SQL, which cannot be checked"
        raise QueryRefused(f"{name}() may not be called in a query: {reason}. Leave it out.")


def _called(sql: str) -> frozenset[str]:
    """Names before a bracket, as DuckDB divides the statement, so that words inside a literal do not count."""
    plain = _SPACE.sub(" ", sql)
    content = plain.encode()
    tokens = duckdb.tokenize(plain)
    ends = [*(start for start, _ in tokens[1:]), len(content)]
    words = [content[start:end].decode() for (start, _), end in zip(tokens, ends, strict=True)]
    return frozenset(
        _bare(word)
        for word, (_, kind), after in zip(words, tokens, words[1:], strict=False)
        if after.startswith("(") and kind != duckdb.token_type.string_const
    )


def _bare(word: str) -> str:
    """A name without its quotation marks and without the blanks and comments that follow it."""
    name = _NAME.match(word)
    return name[0].strip('"').casefold() if name else ""


def _is_text(sql: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in sql)


@contextmanager
def _reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the file, read-only, and nothing else; what DuckDB says against it is `QueryRefused`."""
    with duckdb.connect(":memory:", config=_PRIVATE) as connection:
        try:
            _lock_in(connection, path)
        except duckdb.Error as error:
            raise DatabaseUnreadable(f"{path.name} cannot be opened: {error}") from error
        try:
            yield connection
        except duckdb.Error as error:
            raise QueryRefused(str(error)) from error


def _fill(connection: duckdb.DuckDBPyConnection, spec: schema.Table, table: pa.Table) -> None:
    """Make the table with its comments and put the rows in, in their order."""
    columns = ", ".join(_definition(column) for column in spec.columns)
    connection.execute(f"CREATE TABLE {spec.name} ({columns})")
    if table.num_rows:
        connection.register("arriving", table.select([column.name for column in spec.columns]))
        connection.execute(f"INSERT INTO {spec.name} SELECT * FROM arriving")  # noqa: S608 - a declared name
        connection.unregister("arriving")
    connection.execute(f"COMMENT ON TABLE {spec.name} IS {_quoted(spec.meaning)}")
    comments = (f'COMMENT ON COLUMN {spec.name}."{c.name}" IS {_quoted(c.meaning)}' for c in spec.columns)
    connection.execute(";".join(comments))


def _definition(column: schema.Column) -> str:
    return f'"{column.name}" {_type(column.type)}{"" if column.nullable else " NOT NULL"}'


def _type(arrow: pa.DataType) -> str:
    """DuckDB's name of a declared Arrow type."""
    names: dict[pa.DataType, str] = {
        schema.STRING: "VARCHAR",
        schema.INTEGER: "INTEGER",
        schema.BIGINT: "BIGINT",
        schema.REAL: "DOUBLE",
        schema.BOOLEAN: "BOOLEAN",
        schema.DATE: "DATE",
        schema.INSTANT: "TIMESTAMPTZ",
        schema.STRINGS: "VARCHAR[]",
    }
    return names[arrow]


def _lock_in(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Open the file read-only and close every other door, then lose the key."""
    connection.execute(f"ATTACH {_quoted(str(path))} AS unfold (READ_ONLY)")
    connection.execute("USE unfold")
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET python_enable_replacements = false")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
