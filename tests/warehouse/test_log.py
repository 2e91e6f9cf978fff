"""The log on SQLite and on PostgreSQL: one suite, both backends."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.conftest import Execute
from tests.warehouse.writers import (
    NOON,
    A,
    B,
    append,
    fetched_event,
    race,
    write_own_stream,
    write_shared_stream,
)
from warehouse.errors import (
    EventMalformed,
    LogBroken,
    LogError,
    LogUnavailable,
    UnknownEventType,
    VersionConflict,
)
from warehouse.events import PAYLOADS, VOCABULARY, Event, Upcast, Vocabulary
from warehouse.log import GENESIS, Break, Log, open_log
from warehouse.log.chain import Row, breaks, seal, state_of

HERE = Path(__file__).parents[2]


# --- recording and reading -------------------------------------------------------------------------


def test_an_event_is_read_back_exactly_as_append_gave_it(log: Log) -> None:
    event = fetched_event(A)

    recorded = log.append(event.stream, [event, event], expected_version=0)

    assert tuple(log.read()) == recorded
    assert [(r.sequence, r.version, r.stream) for r in recorded] == [
        (1, 1, event.stream),
        (2, 2, event.stream),
    ]
    assert (recorded[0].type, recorded[0].data, recorded[0].time) == (event.type, event.data, NOON)


def test_an_empty_log_has_no_event_and_no_break(log: Log) -> None:
    assert (log.head(), list(log.read()), log.verify(), log.hash_at(0)) == (0, [], (), GENESIS)


def test_positions_are_one_total_order_without_gaps_over_all_streams(log: Log) -> None:
    for turn in range(3):
        append(log, A, after=turn)
        append(log, B, after=turn)

    assert [event.sequence for event in log.read()] == [1, 2, 3, 4, 5, 6]
    assert [event.version for event in log.read()] == [1, 1, 2, 2, 3, 3]


def test_a_reader_resumes_after_any_position_however_many_batches_lie_behind_it(log: Log) -> None:
    append(log, count=2_500)

    assert [event.sequence for event in log.read(after=990)] == list(range(991, 2_501))
    assert [event.sequence for event in log.read(after=2, upto=4)] == [3, 4]
    assert list(log.read(after=2_500)) == []


def test_several_streams_are_appended_in_one_transaction_or_not_at_all(log: Log) -> None:
    one, two = fetched_event(A), fetched_event(B)
    append(log, B)

    with pytest.raises(VersionConflict):
        log.append_many([(one.stream, [one], 0), (two.stream, [two], 0)])
    recorded = log.append_many([(one.stream, [one], 0), (two.stream, [two], 1), (one.stream, [one], 1)])

    assert [(r.sequence, r.stream, r.version) for r in recorded] == [
        (2, one.stream, 1),
        (3, two.stream, 2),
        (4, one.stream, 2),
    ]
    assert log.head() == 4


def test_appending_nothing_records_nothing(log: Log) -> None:
    assert log.append("release", [], 0) == ()
    assert log.head() == 0


def test_the_second_of_two_writers_is_refused_with_what_was_expected_and_found(log: Log) -> None:
    append(log, A, count=3)

    with pytest.raises(VersionConflict, match="expected to follow version 1 but found 3") as conflict:
        append(log, A, after=1)

    assert (conflict.value.stream, conflict.value.expected, conflict.value.found) == (f"source:{A}", 1, 3)
    assert log.head() == 3


def test_a_version_from_the_future_is_a_conflict_too(log: Log) -> None:
    with pytest.raises(VersionConflict):
        append(log, A, after=7)


def test_a_refused_write_leaves_no_gap(log: Log) -> None:
    append(log, A)
    for _ in range(3):
        with pytest.raises(VersionConflict):
            append(log, A)
    append(log, B)

    assert [event.sequence for event in log.read()] == [1, 2]
    assert log.verify() == ()


@pytest.mark.parametrize(
    ("event", "error"),
    [
        (Event("release", "release-published.v1", {"version": "1"}, NOON), EventMalformed),
        (Event("release", "publication-stopped.v1", {"position": "7", "reasons": []}, NOON), EventMalformed),
        (Event("release", "publication-stopped.v1", {"position": 7, "reasons": [], "why": 1}, NOON), EventMalformed),
        (Event("release", "publication-stopped.v1", {"position": 7, "reasons": ["\ud800"]}, NOON), EventMalformed),
        (Event("release", "publication-stopped.v1", {"position": 7, "reasons": []}, NOON.replace(tzinfo=None)), EventMalformed),
        (Event("run:1", "publication-stopped.v1", {"position": 7, "reasons": []}, NOON), EventMalformed),
        (Event("release", "release-withdrawn.v1", {}, NOON), UnknownEventType),
    ],
    ids=["field missing", "wrong type", "unknown field", "not Unicode", "no time zone", "other stream", "unknown type"],
)  # fmt: skip
def test_an_event_of_the_wrong_shape_is_refused_before_anything_is_stored(
    log: Log, event: Event, error: type
) -> None:
    with pytest.raises(error):
        log.append("release", [event], 0)

    assert log.head() == 0


def test_text_of_any_kind_comes_back_as_it_was(log: Log) -> None:
    reasons = ["NUL \x00 here", "<script>", "\u202eright to left", "مرحبا", "😀", "a\nb\tc\\"]
    event = Event("release", "publication-stopped.v1", {"position": 0, "reasons": reasons}, NOON)

    log.append("release", [event], 0)

    assert next(iter(log.read())).data["reasons"] == reasons
    assert log.verify() == ()


def test_a_clock_that_is_set_back_does_not_turn_the_recorded_times_around(place: str) -> None:
    times = iter([NOON, NOON - timedelta(hours=1), NOON + timedelta(hours=1)])
    with open_log(place, clock=lambda: next(times)) as log:
        for turn in range(3):
            append(log, A, after=turn)

        assert [event.recorded_time for event in log.read()] == [NOON, NOON, NOON + timedelta(hours=1)]


def test_the_same_history_has_the_same_ids_in_another_home(log: Log, tmp_path: Path) -> None:
    with open_log(tmp_path / "other.sqlite", clock=lambda: NOON) as other:
        for each in (log, other):
            append(each, A, count=2)
            append(each, B)

        assert [event.id for event in log.read()] == [event.id for event in other.read()]
    assert len({event.id for event in log.read()}) == 3


# --- what is stored --------------------------------------------------------------------------------


def test_the_stored_bytes_are_a_cloudevent_whose_hash_anyone_can_check(log: Log, execute: Execute) -> None:
    append(log, A, count=2)

    rows = execute("SELECT state FROM {table} ORDER BY {position}")
    before = GENESIS
    for (state,) in rows:
        body, _, tail = bytes(state).rpartition(b',"hash":"')
        held = json.loads(state)
        assert tail == held["hash"].encode() + b'"}'
        assert held["hash"] == hashlib.sha256(body + b"}").hexdigest()
        assert held["prevhash"] == before
        assert {
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "dataschema",
            "data",
            "recordedtime",
        } <= held.keys()
        before = held["hash"]
    assert [json.loads(state) for (state,) in rows] == [event.cloudevent() for event in log.read()]
    assert log.hash_at(2) == before


def test_topics_are_plain_names_and_never_paths_of_classes(log: Log, execute: Execute) -> None:
    append(log, A)

    assert execute("SELECT topic, originator_id, originator_version FROM {table}") == [
        ("source-fetched.v2", f"source:{A}", 1)
    ]


def test_old_shapes_are_lifted_when_read_and_their_bytes_stay_untouched(place: str, execute: Execute) -> None:
    fetched, *_ = (shape for shape in PAYLOADS if shape.type == "source-fetched.v2")
    old = Vocabulary(
        MappingProxyType({"source-taken.v0": dict, "source-taken.v1": dict}), MappingProxyType({})
    )
    new = Vocabulary(
        VOCABULARY.shapes,
        MappingProxyType({
            "source-taken.v0": Upcast("source-taken.v1", lambda data: {"url": data["address"], "sha": data["sha"]}),
            "source-taken.v1": Upcast(fetched.type, lambda data: fetched_event(data["url"], data["sha"][0]).data),
        }),
    )  # fmt: skip
    with open_log(place, vocabulary=old) as log:
        log.append(
            "source:x", [Event("source:x", "source-taken.v0", {"address": A, "sha": "b" * 64}, NOON)], 0
        )
        log.append("source:x", [Event("source:x", "source-taken.v1", {"url": A, "sha": "c" * 64}, NOON)], 1)
    before = execute("SELECT topic, state FROM {table} ORDER BY {position}")

    with open_log(place, vocabulary=new) as log:
        lifted = list(log.read())
        append(log, B)

        assert [(event.type, event.stored_type) for event in lifted] == [
            ("source-fetched.v2", "source-taken.v0"), ("source-fetched.v2", "source-taken.v1"),
        ]  # fmt: skip
        assert [event.data["content_sha256"][0] for event in lifted] == ["b", "c"]
        assert isinstance(lifted[0].payload(), fetched)
        assert log.verify() == ()
    assert execute("SELECT topic, state FROM {table} ORDER BY {position}")[:2] == before  # type: ignore[index]


def test_a_type_that_no_version_here_knows_stops_the_reader_and_says_what_to_do(place: str) -> None:
    newer = Vocabulary(MappingProxyType({"source-fetched.v9": dict}), MappingProxyType({}))
    with open_log(place, vocabulary=newer) as log:
        log.append("source:x", [Event("source:x", "source-fetched.v9", {}, NOON)], 0)

    with open_log(place) as log, pytest.raises(UnknownEventType, match=r"source-fetched\.v9.*update unfold"):
        list(log.read())


# --- edits and deletes -----------------------------------------------------------------------------

SECOND = f"INSERT INTO {{table}} (originator_id, originator_version, topic, state) VALUES ('source:{A}', 2, 'x', '')"
REFUSED_ON_BOTH = [
    "UPDATE {table} SET topic = 'x'",
    "UPDATE {table} SET topic = topic WHERE originator_version = 2",
    "UPDATE {table} SET originator_version = originator_version + 10",
    "UPDATE {table} SET {position} = {position} + 10",
    "DELETE FROM {table}",
    "DELETE FROM {table} WHERE {position} = 2",
    SECOND + " ON CONFLICT (originator_id, originator_version) DO UPDATE SET topic = 'x'",
    SECOND + " ON CONFLICT DO NOTHING",
    SECOND,
    "INSERT INTO {table} (originator_id, originator_version, topic, state) VALUES ('source:" + A + "', 9, 'x', '')",
    "INSERT INTO {table} (originator_id, originator_version, topic, state) VALUES ('new', 2, 'x', '')",
    "INSERT INTO {table} (originator_id, originator_version, topic, state) VALUES (NULL, 2, 'x', '')",
    "INSERT INTO {table} (originator_id, originator_version, topic, state) VALUES ('new', 1, 'x', NULL)",
    "INSERT INTO {table} ({position}, originator_id, originator_version, topic, state) VALUES (9, 'new', 1, 'x', '')",
    "INSERT INTO {table} ({position}, originator_id, originator_version, topic, state) VALUES (0, 'new', 1, 'x', '')",
    "INSERT INTO {table} ({position}, originator_id, originator_version, topic, state) VALUES (-5, 'new', 1, 'x', '')",
    "INSERT INTO {table} ({position}, originator_id, originator_version, topic, state) VALUES (2, 'new', 1, 'x', '')",
]  # fmt: skip
REFUSED_ON_SQLITE = [
    SECOND.replace("INSERT", "INSERT OR REPLACE"),
    "INSERT OR REPLACE INTO {table} ({position}, originator_id, originator_version, topic, state) VALUES (2, 'new', 1, 'x', '')",
    "REPLACE INTO {table} ({position}, originator_id, originator_version, topic, state) SELECT rowid, * FROM {table}",
    SECOND.replace("INSERT", "INSERT OR IGNORE"),
    "UPDATE OR REPLACE {table} SET originator_version = 1",
    "UPDATE OR IGNORE {table} SET topic = 'x'",
]  # fmt: skip
REFUSED_ON_POSTGRES = [
    "TRUNCATE {table}",
    "WITH gone AS (DELETE FROM {table} RETURNING 1) SELECT * FROM gone",
    "MERGE INTO {table} t USING (SELECT 1 AS one) s ON t.{position} = s.one WHEN MATCHED THEN DELETE",
    "MERGE INTO {table} t USING (SELECT 1 AS one) s ON t.{position} = s.one WHEN MATCHED THEN UPDATE SET topic = 'x'",
    "SET session_replication_role = replica; DELETE FROM {table}",
    "SET session_replication_role = replica; TRUNCATE {table}",
]


def _is_refused(log: Log, execute: Execute, statement: str) -> bool:
    append(log, A, count=3)
    before = execute("SELECT * FROM {table} ORDER BY {position}")
    with pytest.raises((sqlite3.IntegrityError, psycopg.Error)):
        execute(statement)
    return execute("SELECT * FROM {table} ORDER BY {position}") == before and log.verify() == ()


@pytest.mark.parametrize("statement", REFUSED_ON_BOTH)
def test_no_statement_edits_deletes_or_comes_out_of_turn(log: Log, execute: Execute, statement: str) -> None:
    assert _is_refused(log, execute, statement)


@pytest.mark.parametrize("statement", REFUSED_ON_SQLITE)
@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_no_replacing_statement_of_sqlite_passes_from_a_connection_without_our_settings(
    log: Log, execute: Execute, statement: str
) -> None:
    assert _is_refused(log, execute, statement)


@pytest.mark.parametrize("statement", REFUSED_ON_POSTGRES)
@pytest.mark.parametrize("place", ["postgres"], indirect=True)
def test_no_statement_of_postgresql_passes_not_even_in_replica_mode(
    log: Log, execute: Execute, statement: str
) -> None:
    assert _is_refused(log, execute, statement)


# --- breaks ----------------------------------------------------------------------------------------

SET_STATE = "UPDATE {table} SET state = ? WHERE {position} = ?"


@pytest.fixture
def broken(log: Log, unguard: Callable[[], None]) -> Log:
    """A log of ten events whose guards were taken off."""
    append(log, A, count=6)
    append(log, B, count=4)
    unguard()
    return log


def found(log: Log, **expected: object) -> list[tuple[int, str]]:
    """Position and kind of every break but the guards' own."""
    breaks = log.verify(**expected)  # type: ignore[arg-type]
    return [(each.sequence, each.kind) for each in breaks if each.kind != "unguarded"]


def state_at(execute: Execute, sequence: int) -> bytes:
    ((state,),) = execute("SELECT state FROM {table} WHERE {position} = ?", sequence)  # type: ignore[misc, attr-defined]
    return bytes(state)


def rehashed(state: bytes) -> bytes:
    """What a forger stores who knows how the hash is made."""
    body = state.rpartition(b',"hash":"')[0]
    return body + b',"hash":"' + hashlib.sha256(body + b"}").hexdigest().encode() + b'"}'


def test_guards_that_were_taken_off_are_named(broken: Log) -> None:
    assert {each.kind for each in broken.verify()} == {"unguarded"}
    assert "is not in place" in broken.verify()[0].message


def test_every_single_edited_byte_of_an_event_is_found(broken: Log, execute: Execute) -> None:
    state = state_at(execute, 4)
    for offset in random.Random(4).sample(range(len(state)), 25):
        execute(SET_STATE, state[:offset] + bytes([state[offset] ^ 1]) + state[offset + 1 :], 4)
        assert found(broken) == [(4, "edited")], offset


@pytest.mark.parametrize("state", [b"", b"{}", b"null", b"[]", b"\xff\xfe", b'{"hash":"00"}'])
def test_an_event_replaced_by_rubbish_is_found(broken: Log, execute: Execute, state: bytes) -> None:
    execute(SET_STATE, state, 4)

    assert found(broken) == [(4, "edited")]


def test_the_first_and_all_edited_events_are_named(broken: Log, execute: Execute) -> None:
    for sequence in (2, 3, 9):
        execute(SET_STATE, state_at(execute, sequence).replace(b"folder", b"golder"), sequence)

    assert found(broken) == [(2, "edited"), (3, "edited"), (9, "edited")]


def test_an_edit_with_a_fresh_hash_is_found_by_the_event_after_it(broken: Log, execute: Execute) -> None:
    forged = state_at(execute, 4).replace(b'"recordedtime":"2', b'"recordedtime":"1')
    execute(SET_STATE, rehashed(forged), 4)

    assert found(broken) == [(5, "unlinked")]


def test_an_edit_whose_hash_is_fresh_but_whose_id_is_old_is_found(broken: Log, execute: Execute) -> None:
    execute(SET_STATE, rehashed(state_at(execute, 4).replace(b"folder", b"golder")), 4)

    assert found(broken) == [(4, "edited")]


@pytest.mark.parametrize(
    ("gone", "kind"), [((5,), (5, "missing")), ((1,), (1, "missing")), ((3, 4, 5), (3, "missing"))]
)
def test_missing_events_are_found(
    broken: Log, execute: Execute, gone: tuple[int, ...], kind: tuple[int, str]
) -> None:
    for sequence in gone:
        execute("DELETE FROM {table} WHERE {position} = ?", sequence)

    assert found(broken) == [kind]
    with pytest.raises(LogBroken, match="missing"):
        list(broken.read())


def test_swapped_events_are_found_at_both_places(broken: Log, execute: Execute) -> None:
    for before, after in ((4, 100), (7, 4), (100, 7)):
        execute("UPDATE {table} SET {position} = ? WHERE {position} = ?", after, before)

    assert found(broken) == [(4, "moved"), (7, "moved")]


def test_columns_that_no_longer_say_what_the_event_says_are_found(broken: Log, execute: Execute) -> None:
    execute("UPDATE {table} SET originator_id = 'source:other' WHERE {position} = 3")
    execute("UPDATE {table} SET topic = 'source-refused.v1' WHERE {position} = 8")

    assert found(broken) == [(3, "moved"), (8, "moved")]


def test_a_lost_tail_is_found_where_a_later_position_is_known(broken: Log, execute: Execute) -> None:
    execute("DELETE FROM {table} WHERE {position} > 7")

    assert found(broken) == []
    assert found(broken, expected_head=7) == []
    assert found(broken, expected_head=10) == [(8, "truncated")]


def test_a_history_that_was_written_anew_is_found_by_a_hash_known_from_elsewhere(
    broken: Log, execute: Execute
) -> None:
    known = broken.hash_at(10)
    execute("DELETE FROM {table} WHERE {position} > 9")
    append(broken, B, after=3)

    assert found(broken, expected_head=10) == []
    assert found(broken, expected_head=10, expected_hash=known) == [(10, "rewritten")]
    assert found(broken, expected_head=10, expected_hash=broken.hash_at(10)) == []


def test_a_broken_event_stops_every_reader_and_every_writer_that_would_build_on_it(
    broken: Log, execute: Execute
) -> None:
    execute(SET_STATE, state_at(execute, 10)[:-1], 10)

    with pytest.raises(LogBroken, match=r"event 10: edited.*unfold verify"):
        list(broken.read())
    with pytest.raises(LogBroken):
        append(broken, B, after=4)


def test_a_database_that_cannot_be_read_is_a_break_and_not_a_crash(broken: Log, execute: Execute) -> None:
    execute("DROP TABLE {table}")

    assert "unreadable" in {each.kind for each in broken.verify()}


def test_a_flipped_bit_in_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    with open_log(path) as log:
        append(log, count=20)
    content = bytearray(path.read_bytes())
    content[content.index(b"recordedtime", len(content) // 2) + 20] ^= 2
    path.write_bytes(content)

    with open_log(path) as log:
        assert [each.kind for each in log.verify()] == ["edited"]


MOMENTS = st.lists(st.sampled_from([A, B]), min_size=3, max_size=12)


def rows_of(urls: list[str]) -> list[Row]:
    """A whole chain, as rows."""
    versions, prevhash, rows = Counter[str](), GENESIS, []
    for sequence, url in enumerate(urls, 1):
        event = fetched_event(url)
        versions[event.stream] += 1
        sealed = seal(
            event, sequence=sequence, version=versions[event.stream], recorded_time=NOON, prevhash=prevhash
        )
        rows.append(Row(sequence, sealed.stream, sealed.version, sealed.type, state_of(sealed)))
        prevhash = sealed.hash
    return rows


@given(MOMENTS)
def test_a_whole_chain_has_no_break(urls: list[str]) -> None:
    assert list(breaks(rows_of(urls), expected_head=len(urls))) == []


@given(MOMENTS, st.data())
def test_any_edit_of_any_byte_is_one_break_at_its_place(urls: list[str], data: st.DataObject) -> None:
    rows = rows_of(urls)
    at = data.draw(st.integers(0, len(rows) - 1))
    state = rows[at].state
    cut, end = sorted((data.draw(st.integers(0, len(state))), data.draw(st.integers(0, len(state)))))
    edited = state[:cut] + data.draw(st.binary(max_size=5)) + state[end:]
    rows[at] = replace(rows[at], state=edited)

    assert [(each.sequence, each.kind) for each in breaks(rows)] == (
        [] if edited == state else [(at + 1, "edited")]
    )


@given(MOMENTS, st.data())
def test_taking_events_away_is_found_unless_it_is_the_tail_that_nobody_knows_of(
    urls: list[str], data: st.DataObject
) -> None:
    rows = rows_of(urls)
    kept = data.draw(
        st.lists(st.sampled_from(rows), unique=True).map(
            lambda some: sorted(some, key=lambda row: row.sequence)
        )
    )

    broken = list(breaks(kept, expected_head=len(rows)))

    missing = [row.sequence for row in rows if row not in kept]
    assert [each.sequence for each in broken] == [n for n in missing if n - 1 not in missing]
    assert {each.kind for each in broken} <= {"missing", "truncated"}


@given(MOMENTS, st.data())
def test_events_that_change_places_are_found(urls: list[str], data: st.DataObject) -> None:
    rows = rows_of(urls)
    order = data.draw(st.permutations(range(len(rows))))
    moved = [replace(rows[source], sequence=at) for at, source in enumerate(order, 1)]

    broken = list(breaks(moved))

    assert [(b.sequence, b.kind) for b in broken] == [
        (at, "moved") for at, source in enumerate(order, 1) if source + 1 != at
    ]


# --- several processes -----------------------------------------------------------------------------

SPAWN = multiprocessing.get_context("spawn")


def test_four_processes_writing_at_once_lose_nothing_and_keep_one_chain(place: str) -> None:
    with SPAWN.Pool(4) as pool:
        pool.starmap(write_own_stream, [(place, writer, 50) for writer in range(4)], chunksize=1)

    with open_log(place) as log:
        events = list(log.read())
        assert log.verify(expected_head=200) == ()
    assert [event.sequence for event in events] == list(range(1, 201))
    assert Counter(event.stream for event in events) == {
        f"source:file:///{writer}.txt": 50 for writer in range(4)
    }


def test_four_processes_on_one_stream_are_refused_and_try_again_until_all_is_recorded(place: str) -> None:
    with SPAWN.Pool(4) as pool:
        pool.starmap(write_shared_stream, [(place, 50)] * 4, chunksize=1)

    with open_log(place) as log:
        assert [event.version for event in log.read()] == list(range(1, 201))
        assert log.verify() == ()


def test_of_several_processes_that_follow_the_same_version_exactly_one_wins(place: str) -> None:
    with SPAWN.Pool(4) as pool:
        wins = pool.starmap(race, [(place, time.time() + 3)] * 4, chunksize=1)

    assert sorted(wins) == [False, False, False, True]


def test_threads_may_share_one_log(log: Log) -> None:
    def write(writer: int) -> None:
        for version in range(20):
            append(log, f"file:///{writer}.txt", after=version)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert log.head() == 80
    assert log.verify() == ()


def test_readers_see_no_gap_while_others_write(place: str) -> None:
    """A reader that follows the log sees every position once, in order."""
    with open_log(place) as log, SPAWN.Pool(2) as pool:
        writing = pool.starmap_async(
            write_own_stream, [(place, writer, 40) for writer in range(2)], chunksize=1
        )
        seen: list[int] = []
        deadline = time.monotonic() + 60
        while len(seen) < 80 and time.monotonic() < deadline:
            seen += [event.sequence for event in log.read(after=len(seen))]
        writing.get(60)

    assert seen == list(range(1, 81))


def test_a_writer_in_the_middle_of_a_transaction_blocks_no_reader(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    with open_log(path) as log:
        append(log, A)
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO unfold_events VALUES ('x', 1, 'x', '')")

        started = time.monotonic()
        with open_log(path) as other:
            assert [event.sequence for event in other.read()] == [1]
            assert other.verify() == ()
            writer.execute("ROLLBACK")
            writer.close()

        assert time.monotonic() - started < 5


# --- the place -------------------------------------------------------------------------------------


def test_a_closed_log_is_one_file_that_can_be_copied(tmp_path: Path) -> None:
    path, copy = tmp_path / "log.sqlite", tmp_path / "elsewhere" / "log.sqlite"
    with open_log(path) as log:
        append(log, count=30)
    copy.parent.mkdir()

    assert [each.name for each in tmp_path.glob("log.*")] == ["log.sqlite"]
    shutil.copyfile(path, copy)
    with open_log(copy) as log:
        assert (log.head(), log.verify()) == (30, ())


@pytest.mark.parametrize(
    "name", ["a b.sqlite", "what?.sqlite", "100%25#x.sqlite", "журнал.sqlite", "file:log.sqlite"]
)
def test_a_log_stands_in_the_file_it_was_given_whatever_its_name(tmp_path: Path, name: str) -> None:
    with open_log(tmp_path / "new" / name) as log:
        append(log)

    assert [path.name for path in (tmp_path / "new").iterdir()] == [name]


def test_a_full_disk_is_told_and_the_log_stays_whole(tmp_path: Path) -> None:
    """The limit on the size of a file stands in for a disk that fills up in the middle of a write."""
    path = tmp_path / "log.sqlite"
    program = (
        "import resource, sys; from warehouse.log import open_log; from tests.warehouse.writers import append\n"
        "log = open_log(sys.argv[1]); append(log, count=5)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); append(log, count=500, after=5)"
    )

    full = subprocess.run(
        [sys.executable, "-c", program, path], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert "LogUnavailable" in full.stderr
    with open_log(path) as log:
        assert (log.head(), log.verify()) == (5, ())
        append(log, after=5)


def test_every_commit_of_an_embedded_log_is_synced(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.sqlite") as log, log._store.datastore.transaction(commit=False) as cursor:  # type: ignore[attr-defined]
        settings = {}
        for pragma in ("synchronous", "journal_mode", "recursive_triggers"):
            cursor.execute(f"PRAGMA {pragma}")
            settings[pragma] = cursor.fetchone()[0]

    assert settings == {"synchronous": 2, "journal_mode": "wal", "recursive_triggers": 1}


def test_two_logs_in_one_schema_do_not_meet(postgres_place: str) -> None:
    with open_log(f"{postgres_place}&table=one") as one, open_log(f"{postgres_place}&table=two") as two:
        append(one, A, count=2)
        append(two, B)

        assert (one.head(), two.head(), one.verify(), two.verify()) == (2, 1, (), ())


def test_a_file_that_is_no_log_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    path.write_bytes(b"this is a letter, not a log. " * 100)

    with pytest.raises(LogUnavailable, match=r"log\.sqlite"):
        open_log(path)


@pytest.mark.parametrize(
    "place",
    [
        "mysql://localhost/x",
        "postgresql://nobody@127.0.0.1:1/x",
        "postgresql://127.0.0.1/x?table=drop%20table",
        "postgresql://127.0.0.1/x?schema=pg;",
        "postgresql://127.0.0.1/x?unknown_option=1",
    ],
)
def test_a_place_that_cannot_be_is_refused_at_once(place: str) -> None:
    started = time.monotonic()

    with pytest.raises(LogError):
        open_log(place)

    assert time.monotonic() - started < 20


def test_a_password_never_stands_in_a_message() -> None:
    with pytest.raises(LogUnavailable) as refused:
        open_log("postgresql://nobody:secret-word@127.0.0.1:1/x")

    assert "secret-word" not in str(refused.value)


def test_a_break_reads_as_one_sentence() -> None:
    assert str(Break(4, "edited", "its bytes changed")) == "event 4: edited: its bytes changed"
    assert str(Break(0, "unguarded", "a trigger is gone")) == "unguarded: a trigger is gone"


def test_a_position_that_the_log_does_not_have_has_no_hash(log: Log) -> None:
    append(log)

    with pytest.raises(LogBroken, match="has no event 2; it ends at 1"):
        log.hash_at(2)


# --- killed ----------------------------------------------------------------------------------------

WRITER = """
import os, sys
from tests.warehouse.writers import append
from warehouse.log import open_log
place, name = sys.argv[1:]
with open_log(place) as log:
    for version in range(0, 10**6, 3):
        append(log, name, count=3, after=version)
        os.write(1, b"%d\\n" % (version + 3))
"""
KILLS = 30


@pytest.mark.proof
def test_a_writer_killed_at_any_moment_loses_no_acknowledged_event(place: str) -> None:
    """After each of 30 kills every event that was acknowledged is there, in batches that are whole, and chained."""
    moments, acknowledged = random.Random(9), Counter[str]()
    for turn in range(KILLS):
        name = f"file:///{turn}.txt"
        command = [sys.executable, "-c", WRITER, place, name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=HERE) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            time.sleep(moments.random() * 0.15)
            os.kill(writer.pid, signal.SIGKILL)
            lines = (first + writer.stdout.read()).split(b"\n")
        acknowledged[f"source:{name}"] = max(int(line) for line in lines[:-1] if line)

        with open_log(place) as log:
            assert log.verify() == ()

    with open_log(place) as log:
        held = Counter(event.stream for event in log.read())
    assert all(held[stream] >= count and held[stream] % 3 == 0 for stream, count in acknowledged.items())
    assert sum(acknowledged.values()) > KILLS
