"""The vocabulary: every shape, its type, its envelope, its streams."""

from __future__ import annotations

import dataclasses
import pickle
import re
from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.writers import NOON, A, fetched_event
from warehouse.errors import EventMalformed, UnknownEventType, VersionConflict, WarehouseError
from warehouse.events import (
    PAYLOADS,
    STREAM_BYTES,
    UPCASTS,
    VOCABULARY,
    DocumentRefused,
    Event,
    FailedCheck,
    Payload,
    ReleasePublished,
    RunStarted,
    Upcast,
    Vocabulary,
    absent_stream,
    canonical,
    event_id,
    rfc3339,
    run_stream,
    source_stream,
    stream_name,
    upcast,
)
from warehouse.log.chain import GENESIS, Row, seal, state_of, unseal

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
SHA = "a" * 64


@pytest.mark.parametrize("shape", PAYLOADS, ids=lambda shape: shape.type)
def test_every_type_is_plain_past_tense_with_a_version(shape: type[Payload]) -> None:
    assert re.fullmatch(
        r"[a-z]+-(started|finished|fetched|refused|absent|accepted|published|stopped|unchanged|unmet|"
        r"declined|failed|rejected|mistaken|oversized|discarded|withdrawn|imported|converted)\.v[1-9]\d*",
        shape.type,
    )
    assert VOCABULARY.shapes[shape.type] is shape


@pytest.mark.parametrize("shape", PAYLOADS, ids=lambda shape: shape.type)
def test_every_shape_is_frozen_slotted_and_without_defaults(shape: type[Payload]) -> None:
    assert shape.__dataclass_params__.frozen  # type: ignore[union-attr]
    assert not hasattr(shape, "__dict__") or "__dict__" not in shape.__slots__
    assert all(field.default is dataclasses.MISSING for field in dataclasses.fields(shape))


@pytest.mark.parametrize("shape", PAYLOADS, ids=lambda shape: shape.type)
def test_only_a_run_may_name_itself_and_nothing_tells_a_time(shape: type[Payload]) -> None:
    names = {field.name for field in dataclasses.fields(shape)}

    assert "run_id" not in names or shape.type.startswith("run-")
    assert not {name for name in names if "time" in name or name.endswith("_at")}


def test_a_payload_comes_back_from_its_event_as_it_was() -> None:
    payload = DocumentRefused(
        "file:///x", SHA, "x", None, "en", "reader", "gate", None, "no-symbol", "rename it",
        (FailedCheck("text_conserved", "documents", 1, None),),
    )  # fmt: skip

    event = Event.of("source:file:///x", payload, NOON)

    assert VOCABULARY.payload(event.type, event.data) == payload
    assert event.data["checks"] == [
        {"check": "text_conserved", "table": "documents", "failing": 1, "detail": None}
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"version": "1", "position": 1, "manifest_sha256": SHA, "inputs_sha256": "A" * 64},
        {"version": "1", "position": 1, "manifest_sha256": SHA, "inputs_sha256": SHA + "\n"},
        {"version": "1", "position": -1, "manifest_sha256": SHA, "inputs_sha256": SHA},
        {"version": "1", "position": True, "manifest_sha256": SHA, "inputs_sha256": SHA},
        {"version": "", "position": 1, "manifest_sha256": SHA, "inputs_sha256": SHA},
    ],
)
def test_a_value_outside_its_declaration_is_refused_by_name(data: dict[str, object]) -> None:
    with pytest.raises(
        EventMalformed, match=r"release-published\.v1: (inputs_sha256|position|version): .*ReleasePublished"
    ):
        VOCABULARY.payload(ReleasePublished.type, data)


# --- upcasting -------------------------------------------------------------------------------------


def test_the_newest_shape_is_left_as_it_is() -> None:
    assert upcast("run-started.v1", {"run_id": "1"}) == ("run-started.v1", {"run_id": "1"})


def test_upcasts_compose_step_by_step_and_do_not_touch_what_they_are_given() -> None:
    vocabulary = Vocabulary(
        MappingProxyType({"thing-done.v3": RunStarted}),
        MappingProxyType({
            "thing-done.v1": Upcast("thing-done.v2", lambda data: {**data, "two": 2}),
            "thing-done.v2": Upcast("thing-done.v3", lambda data: {**data, "three": data["two"] + 1}),
        }),
    )  # fmt: skip
    stored = {"one": 1}

    assert vocabulary.upcast("thing-done.v1", stored) == ("thing-done.v3", {"one": 1, "two": 2, "three": 3})
    assert stored == {"one": 1}


def test_every_upcast_of_ours_ends_in_a_shape_of_ours() -> None:
    for old in UPCASTS:
        seen, newer = {old}, UPCASTS[old].to
        while newer in UPCASTS:
            assert newer not in seen
            seen.add(newer)
            newer = UPCASTS[newer].to
        assert newer in VOCABULARY.shapes


def test_an_unknown_type_is_named_with_the_known_ones_and_the_way_out() -> None:
    with pytest.raises(UnknownEventType, match=r"'source-eaten\.v1'.*document-accepted\.v2.*update unfold"):
        upcast("source-eaten.v1", {})


# --- identity and envelope -------------------------------------------------------------------------


def test_an_id_depends_on_stream_version_type_and_data_and_on_nothing_else() -> None:
    base = ("release", 1, "x.v1", {"a": 1, "b": 2})

    assert event_id(*base) == event_id("release", 1, "x.v1", {"b": 2, "a": 1})
    others = {
        event_id(*other)
        for other in [
            ("other", *base[1:]),
            ("release", 2, *base[2:]),
            (*base[:2], "x.v2", base[3]),
            (*base[:3], {"a": 1}),
        ]
    }
    assert len(others | {event_id(*base)}) == 5


FETCHED_V1: dict[str, object] = {
    "source": "folder",
    "url": A,
    "name": "A_999_1.txt",
    "requested_symbol": None,
    "requested_language": None,
    "content_sha256": SHA,
    "byte_count": 3,
    "media_type": "text/plain",
}
FETCHED_V2: dict[str, object] = {
    **FETCHED_V1,
    "printed_symbols": [],
    "printed_language": None,
    "reason": None,
    "attempts": [],
}
KNOWN_IDS = [
    ("source-fetched.v1", FETCHED_V1, "76429ae3c9b02d504c4bef1d0b7cc93026e6c3a102511cd9809f05360cb15b6f"),
    ("source-fetched.v2", FETCHED_V2, "93dbddb1317e381f62128cfcf67d32a225f83ae4153da17fcab098fed9930be3"),
]


@pytest.mark.parametrize(("type_", "data", "known"), KNOWN_IDS)
def test_the_id_of_a_known_event_never_changes(type_: str, data: dict[str, object], known: str) -> None:
    """The ids of these two versions of one fetch are in logs out there; each type is named with exactly its fields."""
    assert event_id(source_stream(A), 1, type_, data) == known


def test_a_shape_with_other_fields_is_another_version() -> None:
    """Where this fails, give the shape a new version and an upcast; the ids above stay as they are."""
    event = fetched_event()

    assert (event.stream, event.type) == (source_stream(A), "source-fetched.v2")
    assert event.data == FETCHED_V2
    assert upcast("source-fetched.v1", FETCHED_V1) == ("source-fetched.v2", FETCHED_V2)


@given(JSON)
def test_any_json_is_stored_and_read_back_as_it_was(value: object) -> None:
    event = Event("release", "x.v1", {"value": value}, NOON)

    recorded = seal(event, sequence=1, version=1, recorded_time=NOON, prevhash=GENESIS)
    read = unseal(Row(1, "release", 1, "x.v1", state_of(recorded)))

    assert read == recorded
    assert orjson.loads(canonical(read.data)) == orjson.loads(canonical({"value": value}))


@given(JSON)
def test_the_canonical_text_of_a_value_is_a_fixed_point(value: object) -> None:
    assert canonical(orjson.loads(canonical(value))) == canonical(value)


def test_an_envelope_has_the_attributes_of_cloudevents_and_ours_in_lower_case() -> None:
    event = fetched_event()
    envelope = seal(
        event, sequence=7, version=3, recorded_time=NOON + timedelta(seconds=1), prevhash=GENESIS
    ).cloudevent()

    assert {
        key: envelope[key] for key in ("specversion", "source", "type", "subject", "time", "dataschema")
    } == {
        "specversion": "1.0",
        "source": "urn:unfold",
        "type": "source-fetched.v2",
        "subject": event.stream,
        "time": "2026-01-31T12:00:00.000000Z",
        "dataschema": "urn:unfold:source-fetched.v2",
    }
    assert (envelope["recordedtime"], envelope["sequence"], envelope["streamversion"]) == (
        "2026-01-31T12:00:01.000000Z",
        7,
        3,
    )
    assert all(re.fullmatch(r"[a-z0-9]{1,20}", key) for key in envelope)


def test_a_time_is_told_in_utc_wherever_it_was_taken() -> None:
    assert (
        rfc3339(datetime(2026, 1, 31, 14, tzinfo=timezone(timedelta(hours=2))))
        == "2026-01-31T12:00:00.000000Z"
    )
    assert datetime.fromisoformat(rfc3339(NOON)) == NOON
    assert NOON.tzinfo is UTC


# --- streams ---------------------------------------------------------------------------------------


def test_streams_are_named_after_what_they_are_about() -> None:
    assert source_stream("sample:/A_999_1-EN.txt") == "source:sample:/A_999_1-EN.txt"
    assert absent_stream("A/999/7") == "source:absent/A/999/7"
    assert run_stream("r1") == "run:r1"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=2_000))
def test_every_stream_name_can_be_indexed_and_is_its_own_clean_form(name: str) -> None:
    clean = stream_name(name)

    assert clean.isprintable()
    assert len(clean.encode()) <= STREAM_BYTES
    assert stream_name(clean) == clean


def test_long_names_that_differ_only_at_the_end_stay_apart() -> None:
    assert source_stream("x" * 5_000 + "1") != source_stream("x" * 5_000 + "2")


# --- errors ----------------------------------------------------------------------------------------


def test_errors_survive_the_way_out_of_a_child_process() -> None:
    conflict = pickle.loads(pickle.dumps(VersionConflict("release", 1, 2)))

    assert (conflict.stream, conflict.expected, conflict.found) == ("release", 1, 2)
    assert isinstance(conflict, WarehouseError)
