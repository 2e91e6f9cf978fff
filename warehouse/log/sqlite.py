"""The embedded log: one SQLite file, written in WAL mode and synced on every commit.

Triggers refuse every UPDATE, DELETE, REPLACE and out-of-turn INSERT, whoever connects. SQLite cannot
refuse DROP TABLE, DROP TRIGGER or a change of the file's bytes: `faults` and the hash chain find those.
While the log is open, and after a kill, its newest events may stand in `<file>-wal`: copy both, or close
the log first; closing folds them into the one file.
"""

from __future__ import annotations

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

from warehouse.durable import sync
from warehouse.log.chain import Row
from warehouse.log.store import Seal, Tail, errors_of, row_of

LOCK_SECONDS = 60
TABLE = "unfold_events"

# INSERT OR REPLACE deletes without firing a trigger on DELETE, unless that connection has set
# recursive_triggers: so the third and fourth refuse whatever does not come next.
GUARDS = {
    "unfold_events_no_update": """CREATE TRIGGER unfold_events_no_update BEFORE UPDATE ON unfold_events
BEGIN
  SELECT RAISE(ABORT, 'the log of unfold is append-only: UPDATE refused; record a new event that corrects the old one');
END""",
    "unfold_events_no_delete": """CREATE TRIGGER unfold_events_no_delete BEFORE DELETE ON unfold_events
BEGIN
  SELECT RAISE(ABORT, 'the log of unfold is append-only: DELETE refused; record a new event that corrects the old one');
END""",
    "unfold_events_next_version": """CREATE TRIGGER unfold_events_next_version BEFORE INSERT ON unfold_events
WHEN EXISTS (SELECT 1 FROM unfold_events WHERE rowid = NEW.rowid)
  OR NEW.originator_id IS NULL OR NEW.topic IS NULL OR NEW.state IS NULL
  OR NEW.originator_version IS NOT (
    SELECT COALESCE(MAX(originator_version), 0) + 1 FROM unfold_events WHERE originator_id IS NEW.originator_id)
BEGIN
  SELECT RAISE(ABORT, 'the log of unfold is append-only: REPLACE, NULL, or a version out of turn, refused');
END""",
    "unfold_events_next_position": """CREATE TRIGGER unfold_events_next_position AFTER INSERT ON unfold_events
WHEN NEW.rowid < 1
  OR NEW.rowid < (SELECT MAX(rowid) FROM unfold_events)
  OR NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM unfold_events WHERE rowid = NEW.rowid - 1)
BEGIN
  SELECT RAISE(ABORT, 'the log of unfold is append-only: a position out of turn refused');
END""",
}


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
        return (
            *(f"trigger {name} is not in place" for name, sql in GUARDS.items() if held.get(name) != sql),
            *pages,
        )

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
        sync(Path(self.place).parent)

    def _tail(self, cursor: SQLiteCursor, streams: Sequence[str]) -> Tail:
        cursor.execute("SELECT rowid, * FROM unfold_events ORDER BY rowid DESC LIMIT 1")
        last = cursor.fetchone()
        versions: dict[str, int] = {}
        for stream in dict.fromkeys(streams):
            cursor.execute(
                "SELECT MAX(originator_version) FROM unfold_events WHERE originator_id = ?", (stream,)
            )
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
