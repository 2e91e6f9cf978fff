"""Logs on both backends, and events to put in them."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from warehouse.log import Log, open_log

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of a PostgreSQL server, or a skip where none answers."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL server answers at {POSTGRES}: {str(error).splitlines()[0]}")
    return POSTGRES


@pytest.fixture
def postgres_place(postgres: str) -> Iterator[str]:
    """A log in a schema of its own, dropped afterwards."""
    schema = f"unfold_test_{secrets.token_hex(6)}"
    yield f"{postgres}?schema={schema}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


@pytest.fixture
def sqlite_place(tmp_path: Path) -> str:
    return str(tmp_path / "log.sqlite")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> str:
    """Where a log is to be kept: each test that asks for it runs on both backends."""
    chosen: str = request.getfixturevalue(f"{request.param}_place")
    return chosen


@pytest.fixture
def log(place: str) -> Iterator[Log]:
    with open_log(place) as opened:
        yield opened


Execute = Callable[..., object]


@pytest.fixture
def execute(place: str) -> Execute:
    """Run one SQL statement from a foreign connection; `{table}` is the table of the log."""

    def run(statement: str, *values: object) -> list[tuple[object, ...]]:
        if place.startswith("postgresql"):
            url, _, schema = place.partition("?schema=")
            with psycopg.connect(url, autocommit=True) as connection:
                text = statement.format(table=f"{schema}.unfold_events", position="notification_id").replace(
                    "?", "%s"
                )
                cursor = connection.execute(text, values)
                return cursor.fetchall() if cursor.description else []
        connection = sqlite3.connect(place, isolation_level=None)
        try:
            return connection.execute(
                statement.format(table="unfold_events", position="rowid"), values
            ).fetchall()
        finally:
            connection.close()

    return run


@pytest.fixture
def unguard(place: str, execute: Execute) -> Callable[[], None]:
    """Take the guards off, as only someone who owns the database can."""

    def run() -> None:
        if place.startswith("postgresql"):
            execute("ALTER TABLE {table} DISABLE TRIGGER ALL")
            return
        for name in ("no_update", "no_delete", "next_version", "next_position"):
            execute(f"DROP TRIGGER unfold_events_{name}")

    return run
