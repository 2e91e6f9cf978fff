"""A fresh DuckDB file: the declared tables, what every column means, the views, and which release it is.

    >>> build(tables, path, Stamp("20990101T000000Z-9f2c01d2", 41, "1.0.0", "9f2c01d2a4b6e8f0", "9f2c…"))
    >>> query(path, "SELECT label, text FROM search('food security') LIMIT 3")

The file is built aside, with no write-ahead log left, and takes its name when it is whole. Queries go through
`query`, where a statement can neither write nor see any other file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from transforms import schema
from warehouse.durable import aside
from warehouse.errors import WarehouseError

VIEWS = Path(__file__).with_name("views.sql")

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


class QueryRefused(WarehouseError):
    """A statement that DuckDB could not or may not run, with its reason."""


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
    """Write the DuckDB file `path`, whole or not at all.

    Args:
        tables: every table of `schema.TABLES`, already sorted by key.
        path: the file to write or to replace.
        stamp: the row of `meta`.
    """
    with aside(path) as writing, duckdb.connect(":memory:", config=_PRIVATE) as connection:
        # Small blocks: a release of a few documents takes a fifth of the room, a large one builds no slower.
        connection.execute(f"ATTACH {_quoted(str(writing))} AS unfold (BLOCK_SIZE 16384)")
        connection.execute("USE unfold")
        connection.begin()
        for name, spec in schema.TABLES.items():
            _fill(connection, spec, tables[name])
        _fill(
            connection, META, pa.Table.from_arrays([[value] for value in astuple(stamp)], schema=META.arrow)
        )
        connection.execute(VIEWS.read_text(encoding="utf-8"))
        connection.commit()
        connection.execute("CHECKPOINT unfold")
        connection.execute("USE memory")
        connection.execute("DETACH unfold")


def query(path: Path, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
    """The answer to `sql` over the DuckDB file `path`, which the statement can only read.

    The statement sees no other file, no environment and no variable of this process; instants are in UTC.

    Raises:
        QueryRefused: DuckDB's own reason.
    """
    if "enable_logging" in sql.casefold():
        raise QueryRefused(
            f"enable_logging in a query of {path.name}: logs are files, and a query may write none. Leave it out."
        )
    with _reading(path, sql) as connection:
        answering = connection.execute(sql, list(parameters))
        if not answering:
            raise QueryRefused(f"an empty query of {path.name}; expected a statement such as: FROM documents")
        answer: pa.Table = answering.to_arrow_table()
    return answer


def describe(path: Path) -> tuple[Described, ...]:
    """The views and macros by name, with their comments."""
    with _reading(path, "its own description") as connection:
        named = connection.execute(_NAMED).fetchall()
        columns = connection.execute(_COLUMNS).fetchall()
    return tuple(
        Described(name, meaning, tuple((each[1], each[2], each[3]) for each in columns if each[0] == name))
        for name, meaning in named
    )


@contextmanager
def _reading(path: Path, asked: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the file, read-only, and nothing else; what DuckDB says against it is `QueryRefused`."""
    with duckdb.connect(":memory:", config=_PRIVATE) as connection:
        try:
            _lock_in(connection, path)
            yield connection
        except duckdb.Error as error:
            raise QueryRefused(f"{error} (asked of {path.name}: {asked.strip()[:200]})") from error


def _fill(connection: duckdb.DuckDBPyConnection, spec: schema.Table, table: pa.Table) -> None:
    """Make the table with its comments and put the rows in, in their order."""
    columns = ", ".join(_definition(column) for column in spec.columns)
    connection.execute(f"CREATE TABLE {spec.name} ({columns})")
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
