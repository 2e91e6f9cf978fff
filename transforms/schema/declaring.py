"""How a table is declared: its columns, their types and meanings, its key and what it refers to.

>>> Column("title", STRING, "The title as printed.", nullable=True).nullable
True
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1.3.0"

Row = dict[str, Any]
"""One row before it is Arrow: column name to value."""

STRING = pa.string()
INTEGER = pa.int32()
BIGINT = pa.int64()
REAL = pa.float64()
BOOLEAN = pa.bool_()
DATE = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
STRINGS = pa.list_(pa.field("element", pa.string(), nullable=False))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Arrow type, whether it may be null, and what it means (one sentence)."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    values: tuple[str, ...] = ()
    """The closed list of values, where there is one."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose non-null values must stand in another table's column."""

    column: str
    table: str
    referred: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, its key (also its sort order) and its foreign keys.

    `per_document` tables are made by reading one document and are judged with it; the others are
    made when a release is folded. (`entities` is made by each document and merged by id.)
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    per_document: bool = True
    arrow: pa.Schema = field(init=False, repr=False, compare=False)
    """The Arrow schema, with nullability and the meaning as field metadata."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "arrow", _schema(self))

    def column(self, name: str) -> Column:
        """The column of that name; KeyError names the table and its columns."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}: the columns are {', '.join(c.name for c in self.columns)}")


def _schema(spec: Table) -> pa.Schema:
    return pa.schema(
        [
            pa.field(c.name, c.type, nullable=c.nullable, metadata={"meaning": c.meaning})
            for c in spec.columns
        ],
        metadata={"meaning": spec.meaning, "key": ",".join(spec.key)},
    )


def table_of(spec: Table, rows: Iterable[Row]) -> pa.Table:
    """Rows become an Arrow table of exactly the declared columns, sorted by the table's key."""
    table = pa.Table.from_pylist(list(rows), schema=spec.arrow)
    return table.sort_by([(name, "ascending") for name in spec.key])
