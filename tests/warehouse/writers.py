"""Events to record, and what several processes do to one log at once; light, for each process imports it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from warehouse.errors import VersionConflict
from warehouse.events import Event, PublicationStopped, SourceFetched, source_stream
from warehouse.log import Log, open_log

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
A, B = "file:///A_999_1.txt", "file:///A_999_2.txt"


def fetched_event(url: str = A, content: str = "a") -> Event:
    """Some bytes were fetched from there."""
    payload = SourceFetched(
        "folder", url, url.rpartition("/")[2], None, None, content * 64, 3, "text/plain", (), None, None, ()
    )
    return Event.of(source_stream(url), payload, NOON)


def append(log: Log, url: str = A, count: int = 1, after: int = 0) -> None:
    """Record that bytes were fetched from there, so many times in one transaction."""
    event = fetched_event(url)
    log.append(event.stream, [event] * count, after)


def write_own_stream(place: str, writer: int, count: int) -> int:
    """Append one by one to a stream that nobody else writes."""
    with open_log(place) as log:
        for version in range(count):
            append(log, f"file:///{writer}.txt", after=version)
    return count


def write_shared_stream(place: str, count: int) -> int:
    """Append to a stream that all write; answers how often another was first."""
    conflicts = version = 0
    with open_log(place) as log:
        for _ in range(count):
            while True:
                try:
                    append(log, A, after=version)
                except VersionConflict as conflict:
                    conflicts, version = conflicts + 1, conflict.found
                else:
                    version += 1
                    break
    return conflicts


def race(place: str, start: float) -> bool:
    """Try to be the first in the stream `release`; answers whether it was."""
    with open_log(place) as log:
        time.sleep(max(0.0, start - time.time()))
        try:
            log.append("release", [Event.of("release", PublicationStopped(0, ()), NOON)], 0)
        except VersionConflict:
            return False
    return True
