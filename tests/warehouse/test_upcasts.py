"""Events that an older version of the project stored: read in the newest shape, and left as they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import ClassVar

import orjson
import pytest

from tests.warehouse.conftest import Execute
from tests.warehouse.writers import NOON, A, B, append
from warehouse.errors import EventMalformed
from warehouse.events import Event, SourceFetched, Vocabulary, source_stream
from warehouse.events.vocabulary import upcast
from warehouse.ledger import Reading, fold, held_as
from warehouse.log import GENESIS, Log, open_log
from warehouse.log.chain import Row, unseal

SHA = "a" * 64
STORED = (
    b'{"data":{"byte_count":3,"content_sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",'
    b'"media_type":"text/plain","name":"A_999_1.txt","requested_language":"en","requested_symbol":"A/999/1",'
    b'"source":"folder","url":"file:///A_999_1.txt"},"datacontenttype":"application/json",'
    b'"dataschema":"urn:unfold:source-fetched.v1",'
    b'"id":"da05e42c3b5ea42608af5220674b0169ad6e5c9d50cbc600e4491edd82aea97b",'
    b'"prevhash":"0000000000000000000000000000000000000000000000000000000000000000",'
    b'"recordedtime":"2026-01-31T12:00:01.000000Z","sequence":1,"source":"urn:unfold","specversion":"1.0",'
    b'"streamversion":1,"subject":"source:file:///A_999_1.txt","time":"2026-01-31T12:00:00.000000Z",'
    b'"type":"source-fetched.v1","hash":"8a633077f6ed235e6aad746c16d9a5e55f9c3bbfade2690533930444bf1a04a9"}'
)
"""A row as the project stored it when its vocabulary had `source-fetched.v1`, byte for byte."""
LATER = NOON + timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class OldSourceFetched:
    """`SourceFetched` as it was in its first version."""

    type: ClassVar[str] = "source-fetched.v1"
    source: str
    url: str
    name: str
    requested_symbol: str | None
    requested_language: str | None
    content_sha256: str
    byte_count: int
    media_type: str | None


OLD = Vocabulary(MappingProxyType({OldSourceFetched.type: OldSourceFetched}), MappingProxyType({}))


@pytest.fixture
def old_place(place: str) -> str:
    """A log that the older version has written one event to."""
    data = {
        "source": "folder",
        "url": A,
        "name": "A_999_1.txt",
        "requested_symbol": "A/999/1",
        "requested_language": "en",
        "content_sha256": SHA,
        "byte_count": 3,
        "media_type": "text/plain",
    }
    with open_log(place, vocabulary=OLD, clock=lambda: LATER) as log:
        log.append(source_stream(A), [Event(source_stream(A), OldSourceFetched.type, data, NOON)], 0)
    return place


@pytest.fixture
def stored(old_place: str, execute: Execute) -> bytes:
    """What stands in that log."""
    rows: list[tuple[bytes]] = execute("SELECT state FROM {table}")  # type: ignore[assignment]
    return bytes(rows[0][0])


def opened(place: str) -> Log:
    return open_log(place, clock=lambda: LATER)


def test_the_old_log_of_these_tests_holds_what_the_older_version_stored(stored: bytes) -> None:
    """Everything below is about real bytes, the same on both backends."""
    assert stored == STORED


def test_the_stored_hash_covers_the_bytes_before_it_in_the_old_shape() -> None:
    """Anyone can check the old event without knowing any shape."""
    body, _, tail = STORED.rpartition(b',"hash":')

    assert orjson.loads(tail.removesuffix(b"}")) == hashlib.sha256(body + b"}").hexdigest()
    assert unseal(Row(1, f"source:{A}", 1, "source-fetched.v1", STORED)).type == "source-fetched.v1"


def test_an_old_event_is_read_in_the_newest_shape_with_its_new_fields_empty(old_place: str) -> None:
    """The new fields say that nobody looked and nobody was asked."""
    with opened(old_place) as log:
        (event,) = log.read()

    assert (event.type, event.stored_type) == ("source-fetched.v2", "source-fetched.v1")
    assert event.payload() == SourceFetched(
        "folder", A, "A_999_1.txt", "A/999/1", "en", SHA, 3, "text/plain", (), None, None, ()
    )


def test_an_old_event_keeps_its_id_its_times_and_its_hash(old_place: str) -> None:
    """Lifting changes the shape and nothing that others may have kept of the event."""
    with opened(old_place) as log:
        (event,) = log.read()
        known = log.hash_at(1)

    told = orjson.loads(STORED)
    assert (event.id, event.hash, event.prevhash) == (told["id"], told["hash"], GENESIS)
    assert (event.time, event.recorded_time) == (NOON, LATER)
    assert known == told["hash"]


def test_reading_verifying_and_appending_leave_the_stored_bytes_untouched(
    old_place: str, stored: bytes, execute: Execute
) -> None:
    """No use of the log rewrites an old event, and the chain is whole from old to new."""
    with opened(old_place) as log:
        list(log.read())
        append(log, B)
        append(log, A, after=1)

        assert log.verify(expected_head=1, expected_hash=orjson.loads(stored)["hash"]) == ()
        assert [event.stored_type for event in log.read()] == [
            "source-fetched.v1",
            "source-fetched.v2",
            "source-fetched.v2",
        ]
    rows: list[tuple[str, bytes]] = execute("SELECT topic, state FROM {table} ORDER BY {position}")  # type: ignore[assignment]
    assert (rows[0][0], bytes(rows[0][1])) == ("source-fetched.v1", STORED)


def test_the_event_after_an_old_one_is_chained_to_its_stored_hash(old_place: str) -> None:
    """A new event is chained to the hash that was stored, not to one of the lifted shape."""
    with opened(old_place) as log:
        append(log, B)
        old, new = log.read()

    assert (new.prevhash, new.sequence, new.type) == (old.hash, 2, "source-fetched.v2")


def test_the_ledger_folds_an_old_event_as_what_was_fetched_and_nobody_looked_at(old_place: str) -> None:
    """An old fetch is a holding like any other, known by what it was asked for."""
    with opened(old_place) as log:
        folded = fold(log.read())

    assert folded.holdings == (
        Reading(A, "A_999_1.txt", "A/999/1", "en", SHA, "text/plain", 1, "folder", 3, LATER, (), None),
    )
    assert held_as(folded.holdings[0]).evidence == "request"
    assert (folded.contents, folded.version(source_stream(A))) == ({SHA}, 1)


def test_an_old_and_a_new_event_of_one_place_are_one_history(old_place: str) -> None:
    """Versions of a shape make no difference to the history of a place."""
    with opened(old_place) as log:
        append(log, A, after=1)
        folded = fold(log.read())

    assert [reading.sequence for reading in folded.history(A)] == [1, 2]


def test_the_old_shape_is_written_no_more(old_place: str) -> None:
    """Data of the old shape is refused under the new type, by the fields it lacks."""
    data = orjson.loads(STORED)["data"]

    with (
        opened(old_place) as log,
        pytest.raises(EventMalformed, match=r"source-fetched\.v2: printed_symbols"),
    ):
        log.append(source_stream(A), [Event(source_stream(A), "source-fetched.v2", data, NOON)], 1)


def test_an_acceptance_of_before_warnings_and_weights_is_read_as_one_without() -> None:
    """The first version knew no warnings, and said nothing of a file's format and length; its data are else the same."""
    data = {"document_id": "A/999/1@en", "counts": {}}

    assert upcast("document-accepted.v1", data) == (
        "document-accepted.v2",
        {**data, "warnings": [], "media_type": None, "is_ocr": None, "character_count": None},
    )
