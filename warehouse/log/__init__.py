"""The append-only log: the only truth, in one total order, each event chained to the one before.

The rows are kept by the recorders of the `eventsourcing` library: SQLite for one machine, PostgreSQL where
several share a log. What is stored is our own JSON under plain type names.

    >>> with open_log("data/log.sqlite") as log:
    ...     log.append("run:1", [Event.of("run:1", RunStarted("1", "collect", {}), now)], expected_version=0)
    ...     ledger = fold(log.read())
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from eventsourcing.persistence import StoredEvent

from warehouse.errors import EventMalformed, LogBroken, LogUnavailable, VersionConflict
from warehouse.events import VOCABULARY, Event, Recorded, Vocabulary, rfc3339, stream_name
from warehouse.log.chain import GENESIS, Break, Row, breaks, follow, seal, state_of, unseal
from warehouse.log.sqlite import SQLiteStore
from warehouse.log.store import Store, Tail

__all__ = ["GENESIS", "Append", "Break", "Log", "open_log"]

Append = tuple[str, Sequence[Event], int]
"""A stream, the events to add to it, and the version they follow (0 for a new stream)."""

BATCH = 1_000


def open_log(
    place: str | Path,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Log:
    """The log at a path (SQLite) or a `postgresql://` URL, made if it is not there.

    Several homes may share one database: `postgresql://host/db?schema=unfold&table=unfold_events` names
    the schema and the table; both have these defaults. A log must not be carried over a fork: open it in
    the process that uses it.

    Args:
        place: path of the file, or the URL.
        vocabulary: the shapes that may be written, and how old ones are lifted.
        clock: tells when an event is recorded.

    Raises:
        LogUnavailable: it cannot be opened or reached, or is not a log of ours.
    """
    return Log(_store(place), vocabulary, clock)


def _store(place: str | Path) -> Store:
    if isinstance(place, str) and "://" in place:
        if not place.startswith(("postgresql://", "postgres://")):
            raise LogUnavailable(
                f"{place}: a log is a path (SQLite) or a postgresql:// URL; set UNFOLD_LOG to one of them."
            )
        # Only here, so that an embedded log does not wait for psycopg.
        from warehouse.log.postgres import PostgresStore  # noqa: PLC0415

        return PostgresStore(place)
    return SQLiteStore(Path(place))


class Log:
    """The events in order. Threads may share one; every process opens its own."""

    def __init__(self, store: Store, vocabulary: Vocabulary, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._vocabulary = vocabulary
        self._clock = clock

    @property
    def place(self) -> str:
        """Where it is kept, without a password."""
        return self._store.place

    def append(self, stream: str, events: Sequence[Event], expected_version: int) -> tuple[Recorded, ...]:
        """The events as recorded, durable on return.

        Raises:
            VersionConflict: the stream is not at `expected_version`; nothing was recorded.
            EventMalformed: an event does not have the shape of its type; nothing was recorded.
        """
        return self.append_many([(stream, events, expected_version)])

    def append_many(self, appends: Sequence[Append]) -> tuple[Recorded, ...]:
        """All the events as recorded, in one transaction: every stream gets its events, or none does."""
        for stream, events, _ in appends:
            for event in events:
                self._check(stream, event)
        if not any(events for _, events, _ in appends):
            return ()
        recorded: list[Recorded] = []

        def sealed(tail: Tail) -> list[StoredEvent]:
            recorded[:] = _sealed(appends, tail, self._clock())
            return [StoredEvent(r.stream, r.version, r.type, state_of(r)) for r in recorded]

        self._store.append([stream for stream, _, _ in appends], sealed)
        return tuple(recorded)

    def read(self, after: int = 0, upto: int | None = None) -> Iterator[Recorded]:
        """The events after a position in order, lifted to the newest shapes, fetched in batches.

        Keep the `sequence` of the last one with what you made of it, and go on from there.

        Raises:
            LogBroken: an event is not what was recorded, or does not follow the one before.
            UnknownEventType: a newer version of unfold wrote it.
        """
        prevhash = GENESIS if after == 0 else None
        for stored in follow(self._rows(after), after, prevhash):
            if upto is not None and stored.sequence > upto:
                return
            yield self._lifted(stored)

    def head(self) -> int:
        """The position of the last event, 0 if there is none."""
        return self._store.head()

    def hash_at(self, position: int) -> str:
        """The hash of the event at a position (`GENESIS` at 0): what a release keeps to prove the log later.

        Raises:
            LogBroken: there is no event there, or it is not what was recorded.
        """
        if position == 0:
            return GENESIS
        for row in self._store.rows(position - 1, 1):
            if row.sequence == position:
                return unseal(row).hash
        raise LogBroken(
            f"the log at {self.place} has no event {position}; it ends at {self.head()}. Either its tail was "
            "lost (run `unfold verify`) or the position is another log's."
        )

    def verify(self, expected_head: int = 0, expected_hash: str | None = None) -> tuple[Break, ...]:
        """Every break of the log, first to last; empty if it is whole.

        Args:
            expected_head: a position known from elsewhere (the newest release): the log must reach it.
            expected_hash: the hash that was known at that position.
        """
        return tuple(self._found(expected_head, expected_hash))

    def _found(self, expected_head: int, expected_hash: str | None) -> Iterator[Break]:
        """The breaks; a database that cannot be read at all is one too."""
        try:
            yield from (Break(0, "unguarded", fault) for fault in self._store.faults())
            yield from breaks(self._rows(0), expected_head, expected_hash)
        except LogUnavailable as error:
            yield Break(0, "unreadable", str(error))

    def close(self) -> None:
        """Let go of the database; an embedded log is one whole file afterwards."""
        self._store.close()

    def __enter__(self) -> Log:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check(self, stream: str, event: Event) -> None:
        if event.stream != stream:
            raise EventMalformed(
                f"an event of stream {event.stream!r} was given to {stream!r}; append it to its own."
            )
        if not stream or stream != stream_name(stream):
            raise EventMalformed(
                f"{stream[:80]!r} cannot name a stream; make it with a function of warehouse.events."
            )
        rfc3339(event.time)
        self._vocabulary.payload(event.type, event.data)

    def _lifted(self, stored: Recorded) -> Recorded:
        type_, data = self._vocabulary.upcast(stored.type, stored.data)
        return stored if type_ == stored.type else replace(stored, type=type_, data=data)

    def _rows(self, after: int) -> Iterator[Row]:
        while batch := self._store.rows(after, BATCH):
            yield from batch
            after = batch[-1].sequence


def _sealed(appends: Sequence[Append], tail: Tail, now: datetime) -> list[Recorded]:
    """The chain of new events after a tail; VersionConflict if a stream is not where its writer thinks."""
    last = None if tail.last is None else unseal(tail.last)
    versions = dict(tail.versions)
    sealed: list[Recorded] = []
    for stream, events, expected in appends:
        if versions[stream] != expected:
            raise VersionConflict(stream, expected, versions[stream])
        for event in events:
            versions[stream] += 1
            last = seal(
                event,
                sequence=1 if last is None else last.sequence + 1,
                version=versions[stream],
                # A clock that was set back must not turn the order around.
                recorded_time=now if last is None else max(now, last.recorded_time),
                prevhash=GENESIS if last is None else last.hash,
            )
            sealed.append(last)
    return sealed
