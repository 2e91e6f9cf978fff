"""What the log asks of a database: one exclusive append, reading in order, and its guards.

>>> store.append(["release"], lambda tail: [stored_event_after(tail)])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from eventsourcing.persistence import Notification, PersistenceError, StoredEvent

from warehouse.errors import LogUnavailable
from warehouse.log.chain import Row


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the log ends, read under the lock of the writing transaction: its last row and some versions."""

    last: Row | None
    versions: Mapping[str, int]
    """Newest version of each stream asked for; a stream that is not here is at 0."""


Seal = Callable[[Tail], Sequence[StoredEvent]]
"""What to store after a tail. It may raise: then nothing is stored."""


class Store(Protocol):
    """A recorder of the `eventsourcing` library that can also read its tail inside the writing transaction."""

    place: str
    """What to call it in messages."""

    def append(self, streams: Sequence[str], seal: Seal) -> None:
        """Store what `seal` makes of the tail: all or nothing, one writer at a time, durable on return."""

    def rows(self, after: int, limit: int) -> Sequence[Row]:
        """At most `limit` rows after a position, in order."""

    def head(self) -> int:
        """The last position, 0 if the log is empty."""

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the database itself: guards that were taken off, pages that cannot be read."""

    def close(self) -> None:
        """Let go of every connection."""


def row_of(notification: Notification) -> Row:
    """The library's row as ours; a state that is not bytes any more becomes bytes, so that it can be judged."""
    state = notification.state
    return Row(
        notification.id,
        str(notification.originator_id),
        notification.originator_version,
        notification.topic,
        state if isinstance(state, bytes) else str(state).encode(),
    )


@contextmanager
def errors_of(place: str) -> Iterator[None]:
    """The library's errors as ours, naming the log and the way out."""
    try:
        yield
    except PersistenceError as error:
        raise LogUnavailable(
            f"the log at {place} cannot be used: {error}. Check that it is reachable, that it is a log of "
            "unfold, and that no other process holds it locked; then try again."
        ) from error
