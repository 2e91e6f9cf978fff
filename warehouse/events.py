"""The vocabulary of the log: what can have happened, in the past tense, one frozen shape a type and version.

Every event is stored as a CloudEvents 1.0 envelope in canonical JSON. Its `id` is a digest of what it
says, so two homes with the same history have the same ids. Old shapes are lifted to the newest when they
are read; stored bytes are never edited.

    >>> fetched = SourceAbsent(source="sample", symbol="A/999/7", language="en", message="not offered")
    >>> Event.of(absent_stream("A/999/7"), fetched, datetime(2026, 1, 1, tzinfo=UTC)).type
    'source-absent.v1'
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

import orjson
from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from warehouse.errors import EventMalformed, UnknownEventType

Data = Mapping[str, Any]
"""The JSON object of an event."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(min_length=1)]
Count = Annotated[int, Field(ge=0)]

SOURCE = "urn:unfold"
SPEC_VERSION = "1.0"
STREAM_BYTES = 1_000
"""Longest name of a stream: PostgreSQL cannot index more than 2,704 bytes."""


# --- what can have happened ------------------------------------------------------------------------


class _Strict:
    """Nothing but the declared fields, of the declared types, may be recorded."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class RunStarted(_Strict):
    """A command began; only here and in `RunFinished` may a run's own name and circumstances stand."""

    type: ClassVar[str] = "run-started.v1"
    run_id: Name
    command: str
    parameters: Mapping[str, str | int | float | bool | tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class RunFinished(_Strict):
    """A command ended; a run without this event was killed."""

    type: ClassVar[str] = "run-finished.v1"
    run_id: Name
    outcome: Literal["completed", "stopped", "failed"]
    counts: Mapping[str, Count]


@dataclass(frozen=True, slots=True)
class SourceFetched(_Strict):
    """Bytes were taken from a source and are held; recorded only when they differ from the last taken."""

    type: ClassVar[str] = "source-fetched.v1"
    source: str
    url: Name
    name: str
    requested_symbol: str | None
    requested_language: str | None
    content_sha256: Sha256
    byte_count: Count
    media_type: str | None


@dataclass(frozen=True, slots=True)
class SourceRefused(_Strict):
    """A source offered something that was not taken: too large, not a file, a name that cannot be."""

    type: ClassVar[str] = "source-refused.v1"
    source: str
    url: Name
    name: str
    reason: Name
    message: str


@dataclass(frozen=True, slots=True)
class SourceAbsent(_Strict):
    """A source was asked for a symbol and does not have it."""

    type: ClassVar[str] = "source-absent.v1"
    source: str
    symbol: Name
    language: str | None
    message: str


@dataclass(frozen=True, slots=True)
class DocumentAccepted(_Strict):
    """A reading became rows and passed every check; the rows are named by their digest."""

    type: ClassVar[str] = "document-accepted.v1"
    url: Name
    content_sha256: Sha256
    name: str
    requested_symbol: str | None
    requested_language: str | None
    reader_fingerprint: Name
    gate_fingerprint: Name
    document_id: Name
    symbols: tuple[str, ...]
    language: str
    rows_sha256: Sha256
    counts: Mapping[str, Count]


@dataclass(frozen=True, slots=True)
class FailedCheck(_Strict):
    """One check that a document failed, with the table it looked at and how many rows failed."""

    check: Name
    table: str | None
    failing: Count
    detail: str | None


@dataclass(frozen=True, slots=True)
class DocumentRefused(_Strict):
    """A reading that could not become rows, or whose rows failed a check; the bytes stay."""

    type: ClassVar[str] = "document-refused.v1"
    url: Name
    content_sha256: Sha256
    name: str
    requested_symbol: str | None
    requested_language: str | None
    reader_fingerprint: Name
    gate_fingerprint: Name
    document_id: str | None
    reason: Name
    message: str
    checks: tuple[FailedCheck, ...]


@dataclass(frozen=True, slots=True)
class ReleasePublished(_Strict):
    """A release of everything accepted up to a position was swapped in."""

    type: ClassVar[str] = "release-published.v1"
    version: Name
    position: Count
    manifest_sha256: Sha256
    inputs_sha256: Sha256


@dataclass(frozen=True, slots=True)
class PublicationStopped(_Strict):
    """The floors of the whole set were not met; the release before stays current."""

    type: ClassVar[str] = "publication-stopped.v1"
    position: Count
    reasons: tuple[str, ...]


Payload = (
    RunStarted | RunFinished | SourceFetched | SourceRefused | SourceAbsent
    | DocumentAccepted | DocumentRefused | ReleasePublished | PublicationStopped
)  # fmt: skip
PAYLOADS: tuple[type[Payload], ...] = (
    RunStarted, RunFinished, SourceFetched, SourceRefused, SourceAbsent,
    DocumentAccepted, DocumentRefused, ReleasePublished, PublicationStopped,
)  # fmt: skip


# --- the words and their history -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Upcast:
    """One step from an old shape: the type it becomes, and the change of its data."""

    to: str
    change: Callable[[Data], Data]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The newest shapes by type, and the steps that lift old ones to them.

    A new version of a shape is added by changing its class and its `type`, and entering the old type in
    `UPCASTS` with the step to the new one. Steps compose: v1 → v2 → v3.
    """

    shapes: Mapping[str, type[Any]]
    upcasts: Mapping[str, Upcast]

    def upcast(self, type_: str, data: Data) -> tuple[str, Data]:
        """The newest type and data of what was stored; UnknownEventType where there is no way there."""
        seen = type_
        while type_ not in self.shapes:
            step = self.upcasts.get(type_)
            if step is None:
                raise UnknownEventType(
                    f"event type {seen!r} is unknown here (known: {', '.join(sorted(self.shapes))}). A newer "
                    "version of unfold wrote it: update unfold. If the type is your own, enter it in "
                    "warehouse/events.py with its shape or an upcast."
                )
            type_, data = step.to, step.change(data)
        return type_, data

    def payload(self, type_: str, data: Data) -> Any:  # noqa: ANN401  # a vocabulary may hold any shape
        """The typed value of data of the newest shape; EventMalformed names the fields that are not right."""
        shape = self.shapes.get(type_)
        if shape is None:
            raise UnknownEventType(
                f"event type {type_!r} cannot be recorded; known are {', '.join(sorted(self.shapes))}. "
                "Only the newest version of a shape is written."
            )
        try:
            return _adapter(shape).validate_json(canonical(data))
        except ValidationError as error:
            wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'data'}: {e['msg']}" for e in error.errors())
            raise EventMalformed(
                f"{type_}: {wrong}. Give the fields that {shape.__name__} declares."
            ) from error


UPCASTS: Mapping[str, Upcast] = MappingProxyType({})
"""Old type → the step that lifts it. Empty as long as every shape is in its first version."""

VOCABULARY = Vocabulary(MappingProxyType({shape.type: shape for shape in PAYLOADS}), UPCASTS)


def upcast(type_: str, data: Data) -> tuple[str, Data]:
    """The newest type and data of what was stored, by the vocabulary of this version."""
    return VOCABULARY.upcast(type_, data)


def _adapter(shape: type[Any]) -> TypeAdapter[Any]:
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


# --- streams ---------------------------------------------------------------------------------------

RELEASE_STREAM = "release"


def source_stream(url: str) -> str:
    """The stream of one thing that a source offers, judged and read: `source:<url>`."""
    return stream_name(f"source:{url}")


def absent_stream(symbol: str) -> str:
    """The stream of a symbol that a source was asked for and does not have."""
    return stream_name(f"source:absent/{symbol}")


def run_stream(run_id: str) -> str:
    """The stream of one run of a command."""
    return stream_name(f"run:{run_id}")


def stream_name(name: str) -> str:
    """A name that any store can index: no control characters, and a digest in place of a long tail.

    Its own result is left as it is, so it also tells whether a name is good.
    """
    clean = "".join(c if c.isprintable() else f"%{ord(c):02X}" for c in name)
    if len(clean.encode()) <= STREAM_BYTES:
        return clean
    return f"{clean[:100]}…{hashlib.sha256(clean.encode()).hexdigest()}"


# --- before and after the log ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, not yet recorded: the stream it belongs to, its type, its data, when."""

    stream: str
    type: str
    data: Data
    time: datetime

    @classmethod
    def of(cls, stream: str, payload: Payload, time: datetime) -> Event:
        """The event of a typed payload; its type is the payload's own."""
        return cls(stream, payload.type, _adapter(type(payload)).dump_python(payload, mode="json"), time)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the log gives it back, lifted to the newest shape; `stored_type` is what was written."""

    sequence: int
    id: str
    stream: str
    version: int
    type: str
    time: datetime
    recorded_time: datetime
    data: Data
    prevhash: str
    hash: str
    stored_type: str

    def payload(self) -> Payload:
        """The typed value of its data."""
        value: Payload = VOCABULARY.payload(self.type, self.data)
        return value

    def cloudevent(self) -> dict[str, Any]:
        """The CloudEvents 1.0 envelope as a JSON object; `hash` covers the shape that was stored."""
        return envelope(self) | {"hash": self.hash}


def envelope(event: Recorded) -> dict[str, Any]:
    """The envelope without its hash: what the hash covers."""
    return {
        "specversion": SPEC_VERSION,
        "id": event.id,
        "source": SOURCE,
        "type": event.type,
        "subject": event.stream,
        "time": rfc3339(event.time),
        "datacontenttype": "application/json",
        "dataschema": f"{SOURCE}:{event.type}",
        "data": event.data,
        "recordedtime": rfc3339(event.recorded_time),
        "streamversion": event.version,
        "sequence": event.sequence,
        "prevhash": event.prevhash,
    }


def event_id(stream: str, version: int, type_: str, data: Data) -> str:
    """A digest of what the event says and where it stands in its stream; no time is in it."""
    return hashlib.sha256(canonical([stream, version, type_, data])).hexdigest()


def canonical(value: object) -> bytes:
    """The one JSON text of a value: UTF-8, keys sorted, no spaces; EventMalformed if it has none."""
    try:
        return orjson.dumps(value, default=_plain, option=orjson.OPT_SORT_KEYS)
    except (orjson.JSONEncodeError, RecursionError) as error:
        raise EventMalformed(
            f"an event's data must be plain JSON (text, whole numbers, lists, objects): {error}. "
            "Take out what is not, such as text that is not valid Unicode."
        ) from error


def _plain(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not JSON")


def rfc3339(time: datetime) -> str:
    """A time as `2026-01-31T12:00:00.000000Z`; EventMalformed if it has no time zone."""
    if time.tzinfo is None:
        raise EventMalformed(f"time {time.isoformat()} has no time zone; give it in UTC")
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
