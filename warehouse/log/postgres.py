"""The shared log: one PostgreSQL table, for several machines that add to one history.

The library locks the table for the length of a write, so positions become visible in the order of commit
and a reader can miss none. Positions have no gaps: a write that is rolled back gives its numbers back.
Triggers, fired even in replica mode, refuse UPDATE, DELETE, TRUNCATE, ON CONFLICT DO UPDATE and any INSERT
out of turn. Who owns the table can still drop it or its triggers: `faults` and the hash chain find that.

    >>> PostgresStore("postgresql://user@host/db?schema=unfold&table=unfold_events").head()
    0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
from eventsourcing.persistence import InternalError, PersistenceError
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg import Cursor
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow
from psycopg.sql import SQL, Composed, Identifier, Literal

from warehouse.errors import LogUnavailable
from warehouse.log.chain import Row
from warehouse.log.store import Seal, Tail, errors_of, row_of

SCHEMA = "unfold"
TABLE = "unfold_events"
CONNECT_SECONDS = 5
LOCK_SECONDS = 60
POOL_SIZE = 4
POOL_SECONDS = 10
"""How long a thread waits for a connection; the library tries ten times before it gives a server up."""

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")

_GUARD_BODY = """
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the log of unfold is append-only: % refused; record a new event that corrects the old one', TG_OP;
  END IF;
  IF NEW.notification_id IS DISTINCT FROM (SELECT COALESCE(MAX(notification_id), 0) + 1 FROM {table})
     OR NEW.originator_version IS DISTINCT FROM (SELECT COALESCE(MAX(originator_version), 0) + 1 FROM {table}
                                                 WHERE originator_id = NEW.originator_id) THEN
    RAISE EXCEPTION 'the log of unfold is append-only: a position or version out of turn refused';
  END IF;
  RETURN NEW;
END;
"""


class _Datastore(PostgresDatastore):
    """The library's pool, given every option of the URL and not only the five it knows."""

    def __init__(self, options: dict[str, str], schema: str) -> None:
        super().__init__(
            dbname=options.pop("dbname", ""),
            host=options.pop("host", ""),
            port=options.pop("port", ""),
            user=options.pop("user", ""),
            password=options.pop("password", ""),
            connect_timeout=POOL_SECONDS,
            max_overflow=POOL_SIZE - 1,
            pre_ping=True,
            lock_timeout=LOCK_SECONDS,
            schema=schema,
            originator_id_type="text",
        )
        settings = self.pool.kwargs
        assert isinstance(settings, dict)
        settings.update(options)


class PostgresStore(PostgresApplicationRecorder):
    """The library's recorder on one table, with the tail read under its lock."""

    datastore: _Datastore

    def __init__(self, url: str) -> None:
        url, schema, table = _taken_apart(url)
        with _errors_of("the postgresql:// URL"):
            options = {key: str(value) for key, value in conninfo_to_dict(url).items()}
        self.place = f"postgresql://{options.get('host', '')}/{options.get('dbname', '')} ({schema}.{table})"
        self._table = SQL("{}.{}").format(Identifier(schema), Identifier(table))
        self._guard = f"{table}_append_only"
        with _errors_of(self.place):
            psycopg.connect(url, connect_timeout=CONNECT_SECONDS).close()
            super().__init__(_Datastore(options, schema), events_table_name=table)
            self._create()

    def append(self, streams: Sequence[str], seal: Seal) -> None:
        """Store what `seal` makes of the tail, under the library's lock of the table."""
        with (
            _errors_of(self.place),
            self.datastore.get_connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            self._lock_table(cursor)
            # A server may acknowledge before it has written; then an event could be lost after its answer.
            cursor.execute("SELECT set_config('synchronous_commit', 'on', true) "
                           "WHERE current_setting('synchronous_commit') = 'off'")  # fmt: skip
            tail = self._tail(cursor, streams)
            first = 1 if tail.last is None else tail.last.sequence + 1
            stored = seal(tail)
            # Sequences do not roll back: without this, a refused write would leave a gap.
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'notification_id'), %s, false)",
                (self._table.as_string(cursor), first),
            )
            self._insert_stored_events(cursor, stored)
            taken = self._fetch_ids_after_insert_events(cursor, stored)
            if list(taken or ()) != list(range(first, first + len(stored))):
                raise InternalError(f"positions {taken} were given where {first} and on were sealed")

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
        """Triggers that are gone, switched off, or do something else than they were made for."""
        with (
            _errors_of(self.place),
            self.datastore.get_connection() as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "SELECT t.tgname, t.tgenabled::text AS mode, p.prosrc FROM pg_trigger t "
                "JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = %s::regclass AND NOT t.tgisinternal",
                (self._table.as_string(cursor),),
            )
            held = {row["tgname"]: (row["mode"], row["prosrc"]) for row in cursor.fetchall()}
            expected = ("A", self._guard_body(cursor))
        names = (f"{self._guard}_statement", f"{self._guard}_row")
        return tuple(f"trigger {name} is not in place" for name in names if held.get(name) != expected)

    def close(self) -> None:
        """Let go of every connection."""
        self.datastore.close()

    def _tail(self, cursor: Cursor[DictRow], streams: Sequence[str]) -> Tail:
        cursor.execute(
            SQL("SELECT notification_id, originator_id, originator_version, topic, state FROM {} "
                "ORDER BY notification_id DESC LIMIT 1").format(self._table)
        )  # fmt: skip
        last = cursor.fetchone()
        cursor.execute(
            SQL("SELECT originator_id, MAX(originator_version) AS version FROM {} "
                "WHERE originator_id = ANY(%s) GROUP BY originator_id").format(self._table),
            (list(dict.fromkeys(streams)),),
        )  # fmt: skip
        versions = dict.fromkeys(streams, 0) | {
            row["originator_id"]: row["version"] for row in cursor.fetchall()
        }
        return Tail(None if last is None else _row(last), versions)

    def _create(self) -> None:
        """Make schema, table and guards where they are not; those who come at the same time wait."""
        with self.datastore.get_connection() as connection, connection.cursor() as cursor:
            if not self._is_there(cursor):
                # Locked before the transaction begins: inside one, PostgreSQL could still take the
                # table that another has just made for absent.
                turn = (f"unfold {self.datastore.schema}",)
                cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", turn)
                try:
                    with connection.transaction():
                        if not self._is_there(cursor):
                            for statement in self._statements(cursor):
                                cursor.execute(statement, prepare=False)
                finally:
                    cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", turn)
        self.datastore.register_type_adapters()

    def _is_there(self, cursor: Cursor[DictRow]) -> bool:
        cursor.execute("SELECT to_regclass(%s) AS held", (self._table.as_string(cursor),))
        return _is_held(cursor)

    def _statements(self, cursor: Cursor[DictRow]) -> Iterator[Composed]:
        yield SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(self.datastore.schema))
        cursor.execute(
            "SELECT to_regtype(%s) AS held", (f"{self.datastore.schema}.{self.stored_event_type_name}",)
        )
        has_type = _is_held(cursor)
        for statement in self.sql_create_statements:
            # The library's function is named by schema, not by table: two logs would fight over it.
            if statement is self.sql_create_pg_function_insert_events:
                continue
            if has_type and "CREATE TYPE" in statement.as_string(cursor):
                continue
            yield statement
        yield SQL("ALTER TABLE {} ALTER topic SET NOT NULL, ALTER state SET NOT NULL").format(self._table)
        yield from self._guard_statements(cursor)

    def _guard_statements(self, cursor: Cursor[DictRow]) -> Iterator[Composed]:
        function = SQL("{}.{}").format(Identifier(self.datastore.schema), Identifier(self._guard))
        yield SQL("CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS {}").format(
            function, Literal(self._guard_body(cursor))
        )
        for suffix, events, each in (
            ("statement", "UPDATE OR DELETE OR TRUNCATE", "STATEMENT"),
            ("row", "INSERT", "ROW"),
        ):
            name = Identifier(f"{self._guard}_{suffix}")
            yield SQL(
                "CREATE TRIGGER {} BEFORE " + events + " ON {} FOR EACH " + each + " EXECUTE FUNCTION {}()"
            ).format(name, self._table, function)
            yield SQL("ALTER TABLE {} ENABLE ALWAYS TRIGGER {}").format(self._table, name)

    def _guard_body(self, cursor: Cursor[DictRow]) -> str:
        return _GUARD_BODY.format(table=self._table.as_string(cursor))


def _row(held: DictRow) -> Row:
    return Row(
        held["notification_id"],
        held["originator_id"],
        held["originator_version"],
        held["topic"],
        bytes(held["state"]),
    )


def _is_held(cursor: Cursor[DictRow]) -> bool:
    found = cursor.fetchone()
    return found is not None and found["held"] is not None


def _taken_apart(url: str) -> tuple[str, str, str]:
    """The URL that libpq understands, the schema and the table."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    schema, table = query.pop("schema", SCHEMA), query.pop("table", TABLE)
    for name in (schema, table):
        if not _NAME.fullmatch(name):
            raise LogUnavailable(
                f"{name!r} cannot name a schema or table of the log; use 1 to 40 of a-z, 0-9 and _, not a digit first."
            )
    return urlunsplit(parts._replace(query=urlencode(query))), schema, table


@contextmanager
def _errors_of(place: str) -> Iterator[None]:
    with errors_of(place):
        try:
            yield
        except psycopg.Error as error:
            raise PersistenceError(error) from error
