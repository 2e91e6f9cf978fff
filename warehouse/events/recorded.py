"""An event before and after the log: what happened, and the CloudEvents 1.0 envelope in which it is kept.

>>> stopped = PublicationStopped(position=7, reasons=("no document",))
>>> Event.of("release", stopped, datetime(2026, 1, 1, tzinfo=UTC)).type
'publication-stopped.v1'
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from warehouse.events.payloads import Payload
from warehouse.events.spelling import Data, canonical, rfc3339
from warehouse.events.vocabulary import VOCABULARY, data_of

SOURCE = "urn:unfold"
SPEC_VERSION = "1.0"


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
        return cls(stream, payload.type, data_of(payload), time)


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
