"""The one spelling of a value: canonical JSON and UTC times, so that equal things have equal digests.

>>> canonical({"b": 1, "a": [None]})
b'{"a":[null],"b":1}'
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from warehouse.errors import EventMalformed

Data = Mapping[str, Any]
"""The JSON object of an event."""


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
