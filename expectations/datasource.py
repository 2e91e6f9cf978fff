"""A Great Expectations datasource over one in-memory DuckDB, filled from Arrow tables.

To Great Expectations DuckDB is some unknown SQLAlchemy database: it would open and close a connection
around each query, and lose the result with it. Here one connection is kept.

That leans on three internals of version 1, pinned by `tests/expectations/test_datasource.py`:
`SQLDatasource.get_engine` and `get_execution_engine`, and `SqlAlchemyExecutionEngine.get_connection`.
Great Expectations' own regular expressions are not for use here: it would write them with an operator that
in DuckDB must match the whole value. Rules write `regexp_matches` and `regexp_full_match` themselves.

    >>> datasource = memory(context, "batch")
    >>> datasource.hold("paragraphs", table)
    >>> batch = datasource.batch("paragraphs")
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal

import duckdb
import pyarrow as pa
import sqlalchemy as sa
from great_expectations.data_context.data_context.abstract_data_context import AbstractDataContext
from great_expectations.datasource.fluent.interfaces import Batch
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine
from sqlalchemy.pool import StaticPool

MEMORY = "duckdb:///:memory:"


class KeptConnection(SqlAlchemyExecutionEngine):
    """The SQLAlchemy engine of Great Expectations with one connection for all queries."""

    @contextmanager
    def get_connection(self) -> Generator[sa.Connection, None, None]:
        """The one connection, open until the process ends."""
        if self._connection is None:
            self._connection = self.engine.connect()
        yield self._connection


class DuckDBMemory(SQLDatasource):
    """Tables held in memory, under names that later batches take over."""

    type: Literal["duckdb_memory"] = "duckdb_memory"  # type: ignore[assignment]

    def get_engine(self) -> sa.Engine:
        """The SQLAlchemy engine; every caller gets the same, or it would see another database."""
        if self._engine is None:
            self._engine = sa.create_engine(
                str(self.connection_string), poolclass=StaticPool, isolation_level="AUTOCOMMIT"
            )
        return self._engine

    def get_execution_engine(self) -> SqlAlchemyExecutionEngine:
        """What runs the queries of expectations, over the same engine."""
        if self._execution_engine is None:
            self._execution_engine = KeptConnection(engine=self.get_engine(), create_temp_table=False)
        return self._execution_engine

    def hold(self, name: str, table: pa.Table) -> None:
        """Copy an Arrow table in under that name, in place of what was held under it."""
        driver = self.driver()
        driver.register("incoming", table)
        driver.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM incoming')  # noqa: S608 — our own table names
        driver.unregister("incoming")

    def driver(self) -> duckdb.DuckDBPyConnection:
        """DuckDB's own connection under the kept one."""
        with self.get_execution_engine().get_connection() as connection:
            driver: duckdb.DuckDBPyConnection | None = connection.connection.driver_connection
        assert driver is not None, "a kept connection is open"
        return driver

    def batch(self, name: str) -> Batch:
        """A fresh batch of the whole table, so that no figure of an earlier one is remembered."""
        if name not in self.get_asset_names():
            self.add_table_asset(name, table_name=name).add_batch_definition_whole_table(name)
        batch: Batch = self.get_asset(name).get_batch_definition(name).get_batch()
        return batch


def memory(context: AbstractDataContext, name: str) -> DuckDBMemory:
    """A new, empty database in memory, as a datasource of that context."""
    datasource: DuckDBMemory = context.data_sources.add_duckdb_memory(name=name, connection_string=MEMORY)
    datasource.driver().execute("SET threads = 1")  # many small queries: threads cost more than they bring
    return datasource
