"""The hash chain: how an event becomes stored bytes, and how every later change of them is found.

The stored bytes are the canonical JSON of the CloudEvents envelope with `hash` as its last member; the hash
is the SHA-256 of the bytes before that member, closed with a brace, so that any language can check it
without knowing our canonical form. `prevhash` is the hash of the event before. Pure: rows in, values out.

    >>> seal(Event("release", "publication-stopped.v1", {...}, noon), sequence=1, version=1, ...).prevhash == GENESIS
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

import orjson

from warehouse.errors import LogBroken
from warehouse.events import Event, Recorded, canonical, envelope, event_id

GENESIS = "0" * 64
"""The hash before the first event."""

_HASH = b',"hash":"%s"}'
_HASH_LENGTH = len(_HASH % GENESIS.encode())

Kind = Literal[
    "edited",
    "moved",
    "missing",
    "unlinked",
    "misnumbered",
    "truncated",
    "rewritten",
    "unguarded",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One stored row, as the recorder gives it."""

    sequence: int
    stream: str
    version: int
    topic: str
    state: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the log is not what was recorded: position (0 for the database itself), kind, and meaning."""

    sequence: int
    kind: Kind
    message: str

    def __str__(self) -> str:
        where = f"event {self.sequence}: " if self.sequence else ""
        return f"{where}{self.kind}: {self.message}"


def seal(event: Event, *, sequence: int, version: int, recorded_time: datetime, prevhash: str) -> Recorded:
    """The event as it will be read back, with its id, its place and its hash."""
    data = orjson.loads(canonical(event.data))
    unsealed = Recorded(
        sequence=sequence,
        id=event_id(event.stream, version, event.type, data),
        stream=event.stream,
        version=version,
        type=event.type,
        time=event.time.astimezone(UTC),
        recorded_time=recorded_time.astimezone(UTC),
        data=data,
        prevhash=prevhash,
        hash="",
        stored_type=event.type,
    )
    return replace(unsealed, hash=_digest(canonical(envelope(unsealed))))


def state_of(recorded: Recorded) -> bytes:
    """The bytes to store."""
    return canonical(envelope(recorded))[:-1] + _HASH % recorded.hash.encode()


def unseal(row: Row) -> Recorded:
    """The event of a stored row, in the shape it was stored; LogBroken if the row was changed since."""
    held = _opened(row)
    if isinstance(held, Break):
        raise LogBroken(
            f"{held}. Nothing may be folded from it: run `unfold verify`, restore the log from a copy."
        )
    return Recorded(
        sequence=held["sequence"],
        id=held["id"],
        stream=held["subject"],
        version=held["streamversion"],
        type=held["type"],
        time=datetime.fromisoformat(held["time"]),
        recorded_time=datetime.fromisoformat(held["recordedtime"]),
        data=held["data"],
        prevhash=held["prevhash"],
        hash=held["hash"],
        stored_type=held["type"],
    )


def follow(rows: Iterable[Row], after: int, prevhash: str | None) -> Iterator[Recorded]:
    """The events of rows that follow each other without a gap; LogBroken at the first that does not.

    Args:
        rows: stored rows in order.
        after: the position before the first row.
        prevhash: the hash at that position, or None where it is not known.
    """
    for row in rows:
        recorded = unseal(row)
        if row.sequence != after + 1:
            raise LogBroken(
                f"{_missing(after + 1, row.sequence)}. Run `unfold verify`, restore the log from a copy."
            )
        if prevhash is not None and recorded.prevhash != prevhash:
            raise LogBroken(f"{_unlinked(row.sequence)}. Run `unfold verify`, restore the log from a copy.")
        after, prevhash = row.sequence, recorded.hash
        yield recorded


def breaks(rows: Iterable[Row], expected_head: int = 0, expected_hash: str | None = None) -> Iterator[Break]:
    """Every break of the chain, in order.

    A row is judged by itself first; the link to the row before only where that one is sound and adjacent,
    so that one edit is one break. `expected_head` (and its hash) is a position known from elsewhere, such
    as the newest release: a log that ends before it has lost its tail.
    """
    last, before, versions, is_whole = 0, GENESIS, dict[str, int](), True
    for row in rows:
        found = list(_breaks_at(row, last, before, versions if is_whole else None))
        if row.sequence == expected_head and expected_hash not in {None, _hash_of(row)}:
            found.append(
                Break(
                    row.sequence,
                    "rewritten",
                    f"its hash is not {expected_hash}, which is known from elsewhere",
                )
            )
        yield from found
        is_whole = is_whole and not found
        last, versions[row.stream] = row.sequence, row.version
        before = "" if any(b.kind in {"edited", "moved"} for b in found) else _hash_of(row)
    if last < expected_head:
        yield Break(
            last + 1, "truncated", f"the log ends at {last}, but position {expected_head} was known to exist"
        )


def _breaks_at(row: Row, last: int, before: str, versions: Mapping[str, int] | None) -> Iterator[Break]:
    if row.sequence > last + 1:
        yield _missing(last + 1, row.sequence)
        before, versions = "", None
    held = _opened(row)
    if isinstance(held, Break):
        yield held
        return
    if held["id"] != event_id(row.stream, row.version, row.topic, held["data"]):
        yield Break(row.sequence, "edited", "its id is not the digest of what it says")
    elif before and held["prevhash"] != before:
        yield _unlinked(row.sequence)
    elif versions is not None and row.version != versions.get(row.stream, 0) + 1:
        after = versions.get(row.stream, 0)
        yield Break(
            row.sequence, "misnumbered", f"version {row.version} of {row.stream!r} follows version {after}"
        )


def _opened(row: Row) -> dict[str, Any] | Break:
    """The envelope of a row, or what is wrong with the row in itself."""
    body, sha256 = _split(row.state)
    if _digest(body) != sha256:
        return Break(row.sequence, "edited", "its bytes do not have the hash they carry")
    try:
        held: dict[str, Any] = orjson.loads(row.state)
        place = (held["sequence"], held["subject"], held["streamversion"], held["type"])
        _ = held["id"], held["time"], held["recordedtime"], held["data"], held["prevhash"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return Break(row.sequence, "edited", "its bytes are not the envelope of an event")
    if place != (row.sequence, row.stream, row.version, row.topic):
        return Break(
            row.sequence,
            "moved",
            f"the row is ({row.stream!r}, {row.version}, {row.topic}) but holds event {place}",
        )
    return held


def _split(state: bytes) -> tuple[bytes, str]:
    """The bytes that the hash covers, and the hash they carry (`` if there is none at the end)."""
    body, tail = state[:-_HASH_LENGTH] + b"}", state[-_HASH_LENGTH:]
    sha256 = tail[9:-2]
    return (body, sha256.decode("latin-1")) if tail == _HASH % sha256 else (state, "")


def _hash_of(row: Row) -> str:
    return _split(row.state)[1]


def _missing(first: int, found: int) -> Break:
    count = found - first
    return Break(first, "missing", f"{count} event{'s' if count > 1 else ''} missing before event {found}")


def _unlinked(sequence: int) -> Break:
    return Break(
        sequence, "unlinked", f"it was recorded after another event than the one now at {sequence - 1}"
    )


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
