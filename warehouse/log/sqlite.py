"""The embedded log: one SQLite file, written in WAL mode and synced on every commit.

Triggers refuse every UPDATE, DELETE, REPLACE and out-of-turn INSERT, whoever connects. SQLite cannot
refuse DROP TABLE, DROP TRIGGER or a change of the file's bytes: `faults` and the hash chain find those.
While the log is open, and after a kill, its newest events may stand in `<file>-wal`: copy both, or close
the log first; closing folds them into the one file.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from eventsourcing.persistence import InterfaceError, OperationalError, PersistenceError
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
)

from warehouse.log.chain import Row
from warehouse.log.store import Seal, Tail, errors_of, row_of

LOCK_SECONDS = 60
TABLE = "unfold_events"

_REFUSAL = "the log of unfold is append-only: {what} refused; record a new event that corrects the old one"
GUARDS = {
    f"{TABLE}_no_update": (
        f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(what='UPDATE')}'); END"
    ),
    f"{TABLE}_no_delete": (
        f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(what='DELETE')}'); END"
    ),
    # INSERT OR REPLACE deletes without firing the trigger above, unless recursive_triggers is on.
    f"{TABLE}_no_replace": (
        f"CREATE TRIGGER {TABLE}_no_replace BEFORE INSERT ON {TABLE} "
        f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE rowid = NEW.rowid) OR NEW.originator_version IS NOT "
        f"(SELECT COALESCE(MAX(originator_version), 0) + 1 FROM {TABLE} WHERE originator_id IS NEW.originator_id) "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(what='REPLACE or a version out of turn')}'); END"
    ),
    f"{TABLE}_in_turn": (
        f"CREATE TRIGGER {TABLE}_in_turn AFTER INSERT ON {TABLE} "
        f"WHEN NEW.rowid IS NOT (SELECT COALESCE(MAX(rowid), 0) + 1 FROM {TABLE} WHERE rowid IS NOT NEW.rowid) "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(what='a position out of turn')}'); END"
    ),
}  # fmt: skip


class _Pool(SQLiteConnectionPool):
    """The library's pool, with connections that sync every commit and fire every trigger."""

    def _create_connection(self) -> SQLiteConnection:
        connection = _patiently(super()._create_connection)
        cursor = connection.cursor()
        for pragma in ("synchronous=FULL", "fullfsync=ON", "recursive_triggers=ON", "trusted_schema=OFF"):
            cursor.execute(f"PRAGMA {pragma}")
        return connection


class _Datastore(SQLiteDatastore):
    def __init__(self, path: Path) -> None:
        super().__init__(str(path), originator_id_type="text")
        self.pool = _Pool(db_name=str(path), lock_timeout=LOCK_SECONDS, pool_timeout=LOCK_SECONDS)

    @contextmanager
    def exclusive(self) -> Iterator[SQLiteCursor]:
        """A cursor that alone may write, from the first statement to the commit, among all processes."""
        with self.get_connection(commit=True) as connection:
            cursor = connection.cursor()
            try:
                cursor.execute("BEGIN IMMEDIATE")
                yield cursor
                connection.commit()
            except BaseException:
                connection.rollback()
                raise


class SQLiteStore(SQLiteApplicationRecorder):
    """The library's recorder on one file, with the tail read inside the writing transaction."""

    datastore: _Datastore

    def __init__(self, path: Path) -> None:
        path = path.absolute()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.place = str(path)
        super().__init__(_Datastore(path), events_table_name=TABLE)
        with _errors_of(self.place):
            if not self._is_there():
                self._create()

    def append(self, streams: Sequence[str], seal: Seal) -> None:
        """Store what `seal` makes of the tail, under BEGIN IMMEDIATE."""
        with _errors_of(self.place), self.datastore.exclusive() as cursor:
            self._insert_events(cursor, seal(self._tail(cursor, streams)))

    def rows(self, after: int, limit: int) -> Sequence[Row]:
        """At most `limit` rows after a position, in order; never blocked by a writer."""
        with _errors_of(self.place):
            found = self.select_notifications(after, limit, inclusive_of_start=False)
        return [row_of(notification) for notification in found]

    def head(self) -> int:
        """The last position, 0 if the log is empty."""
        with _errors_of(self.place):
            return self.max_notification_id() or 0

    def faults(self) -> tuple[str, ...]:
        """Triggers that are not as they were made, and what SQLite's own check of the file finds."""
        with _errors_of(self.place), self.datastore.transaction(commit=False) as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            held = {row["name"]: row["sql"] for row in cursor.fetchall()}
            cursor.execute("PRAGMA integrity_check(10)")
            pages = [row[0] for row in cursor.fetchall() if row[0] != "ok"]
        return (*(f"trigger {name} is not in place" for name, sql in GUARDS.items() if held.get(name) != sql), *pages)

    def close(self) -> None:
        """Fold the write-ahead log into the file and close, so that the one file may be copied."""
        with _errors_of(self.place):
            if not self.datastore.pool.closed:
                with self.datastore.get_connection(commit=True) as connection:
                    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.datastore.close()

    def _is_there(self) -> bool:
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,))
            return cursor.fetchone() is not None

    def _create(self) -> None:
        with self.datastore.exclusive() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,))
            if cursor.fetchone() is None:
                self._create_table(cursor)
                for statement in GUARDS.values():
                    cursor.execute(statement)
        _sync_folder(Path(self.place).parent)

    def _tail(self, cursor: SQLiteCursor, streams: Sequence[str]) -> Tail:
        cursor.execute(f"SELECT rowid, * FROM {TABLE} ORDER BY rowid DESC LIMIT 1")
        last = cursor.fetchone()
        versions: dict[str, int] = {}
        for stream in dict.fromkeys(streams):
            cursor.execute(f"SELECT MAX(originator_version) FROM {TABLE} WHERE originator_id = ?", (stream,))
            versions[stream] = cursor.fetchone()[0] or 0
        return Tail(None if last is None else Row(*last), versions)


@contextmanager
def _errors_of(place: str) -> Iterator[None]:
    with errors_of(place):
        try:
            yield
        except sqlite3.Error as error:
            raise PersistenceError(error) from error


def _patiently(create: Callable[[], SQLiteConnection]) -> SQLiteConnection:
    """A new connection; several processes that make the same file at once wait for each other."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            return create()
        except (sqlite3.OperationalError, InterfaceError, OperationalError) as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
