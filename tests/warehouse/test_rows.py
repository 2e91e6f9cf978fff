"""The derived cache of accepted rows."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.schema import TABLES
from warehouse.rows import Rows, encode

SCHEMA = pa.schema([
    pa.field("id", pa.string(), nullable=False),
    pa.field("number", pa.int32()),
    pa.field("path", pa.list_(pa.field("element", pa.string(), nullable=False)), nullable=False),
    pa.field("on", pa.date32()),
    pa.field("at", pa.timestamp("us", tz="UTC")),
    pa.field("is_first", pa.bool_()),
    pa.field("share", pa.float64()),
])  # fmt: skip
RECORDS = st.lists(
    st.fixed_dictionaries({
        "id": st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        "number": st.none() | st.integers(-(2**31), 2**31 - 1),
        "path": st.lists(st.text("ab", max_size=3), max_size=3),
        "on": st.none() | st.dates(date(1945, 1, 1)),
        "at": st.none() | st.datetimes(datetime(1945, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        "is_first": st.none() | st.booleans(),
        "share": st.none() | st.floats(0, 1),
    }),
    max_size=12,
)  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    return Rows(tmp_path / "rows")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(RECORDS, RECORDS, st.integers(0, 12))
def test_equal_tables_have_one_digest_however_they_were_put_together(
    rows: Rows, one: list[dict[str, object]], two: list[dict[str, object]], cut: int
) -> None:
    first, second = pa.Table.from_pylist(one, SCHEMA), pa.Table.from_pylist(two, SCHEMA)
    whole = pa.Table.from_pylist(one + two, SCHEMA)

    sha256 = rows.put({"a": whole, "b": first})
    again = rows.get(sha256)

    assert again is not None
    assert again["a"].equals(whole, check_metadata=True)
    assert again["b"].equals(first, check_metadata=True)
    assert rows.put({"b": first, "a": pa.concat_tables([first, second])}) == sha256
    assert rows.put({"a": pa.concat_tables([second, whole]).slice(len(second)), "b": first}) == sha256
    assert rows.put({"a": pa.concat_tables([whole.slice(0, cut), whole.slice(cut)]), "b": first}) == sha256
    assert rows.put(again) == sha256


def test_what_lies_under_a_null_or_behind_the_end_does_not_count(rows: Rows) -> None:
    plain = pa.array([1, None, 3], pa.int32())
    values, bits = pa.array([1, 99, 3, 7], pa.int32()).buffers()[1], pa.py_buffer(b"\xfd" + b"\xff" * 7)
    littered = pa.Array.from_buffers(pa.int32(), 3, [bits, values])

    assert littered.equals(plain)
    assert rows.put({"a": pa.table({"x": littered})}) == rows.put({"a": pa.table({"x": plain})})


def test_every_declared_table_can_be_kept_even_when_it_is_empty(rows: Rows) -> None:
    tables = {name: table.arrow.empty_table() for name, table in TABLES.items()}

    again = rows.get(rows.put(tables))

    assert again is not None
    assert {name: table.schema for name, table in again.items()} == {
        name: table.schema for name, table in tables.items()
    }
    assert again["paragraphs"].schema.metadata == tables["paragraphs"].schema.metadata


def test_the_name_is_the_sha256_of_the_file_which_is_arrow_ipc(rows: Rows) -> None:
    sha256 = rows.put({"a": pa.table({"x": [1, 2]})})

    assert rows.path(sha256).name == f"{sha256}.arrow"
    assert hashlib.sha256(rows.path(sha256).read_bytes()).hexdigest() == sha256
    with pa.ipc.open_file(rows.path(sha256)) as outer:
        assert outer.read_all()["name"].to_pylist() == ["a"]


def test_other_values_types_or_names_have_another_digest(rows: Rows) -> None:
    tables = [
        {"a": pa.table({"x": pa.array([1], pa.int32())})},
        {"a": pa.table({"x": pa.array([2], pa.int32())})},
        {"a": pa.table({"x": pa.array([1], pa.int64())})},
        {"b": pa.table({"x": pa.array([1], pa.int32())})},
        {"a": pa.table({"y": pa.array([1], pa.int32())})},
        {},
    ]

    assert len({rows.put(each) for each in tables}) == len(tables)


def test_rows_that_are_gone_or_damaged_are_to_be_read_again_and_can_be_put_again(rows: Rows) -> None:
    table = pa.table({"x": [1, 2, 3]})
    sha256 = rows.put({"a": table})
    assert rows.get("0" * 64) is None

    rows.path(sha256).chmod(0o644)
    rows.path(sha256).write_bytes(rows.path(sha256).read_bytes()[:-1])
    assert rows.get(sha256) is None
    assert [damage.kind for damage in rows.verify([sha256])] == ["damaged"]

    assert rows.put({"a": table}) == sha256
    assert rows.get(sha256) is not None
    rows.path(sha256).unlink()
    assert [damage.kind for damage in rows.verify([sha256])] == ["missing"]


def test_the_digest_does_not_depend_on_the_process_its_hash_seed_or_its_time_zone() -> None:
    program = (
        "import pyarrow as pa, hashlib; from warehouse.rows import encode;"
        "print(hashlib.sha256(encode({n: pa.table({'x': [1, None], 's': ['é', n]}) for n in {'b', 'a', 'c'}})).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    here = encode({name: pa.table({"x": [1, None], "s": ["é", name]}) for name in ("c", "a", "b")})

    assert digests == {hashlib.sha256(here).hexdigest() + "\n"}
