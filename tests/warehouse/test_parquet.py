"""A Parquet file proves itself whole, and the same rows always give the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.tables import small, synthetic
from transforms import schema
from warehouse import parquet

ROOT = Path(__file__).parents[2]
PARAGRAPHS = schema.TABLES["paragraphs"]
CHILD = """
import hashlib, sys
from pathlib import Path
import pyarrow as pa
from tests.warehouse.tables import small
from transforms import schema
from warehouse import parquet
pa.set_cpu_count(int(sys.argv[2]))
for name, table in small(documents=12).items():
    path = Path(sys.argv[1]) / f"{name}.parquet"
    parquet.write(table, schema.TABLES[name], path, data_version="d", schema_version="1")
    print(name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def written(table: pa.Table, path: Path, spec: schema.Table = PARAGRAPHS) -> Path:
    parquet.write(table, spec, path, data_version="d1", schema_version="1.0.0")
    return path


@pytest.fixture(scope="module")
def paragraphs() -> pa.Table:
    return small(documents=20)["paragraphs"]


@pytest.mark.parametrize("name", schema.TABLES)
def test_what_is_read_is_what_was_written(name: str, tmp_path: Path) -> None:
    """Rows, types, nullability and meanings come back; an empty table keeps its columns."""
    spec = schema.TABLES[name]
    table = small()[name]

    back = parquet.read(written(table, tmp_path / "t.parquet", spec))

    assert back.schema.equals(spec.arrow, check_metadata=False)
    assert back.equals(parquet.conform(table, spec))
    assert [field.metadata[b"meaning"].decode() for field in back.schema] == [c.meaning for c in spec.columns]


@pytest.mark.parametrize("name", schema.TABLES)
def test_polars_and_duckdb_read_the_same_rows(name: str, tmp_path: Path) -> None:
    """The chosen encodings are understood by the readers that partners use."""
    spec = schema.TABLES[name]
    path = written(small(documents=20)[name], tmp_path / "t.parquet", spec)
    ours = parquet.read(path)

    with duckdb.connect() as connection:
        theirs = connection.execute(f"FROM '{path}'").to_arrow_table()

    assert pl.read_parquet(path).equals(pl.DataFrame(pl.from_arrow(ours)))
    assert theirs.cast(ours.schema).equals(ours)


def test_rows_are_sorted_by_key_whatever_their_order(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Shuffled rows, in other chunks, give the same file; the order is recorded in it."""
    order = list(range(paragraphs.num_rows))
    random.Random(3).shuffle(order)
    chunks = [paragraphs.take(order[start : start + 7]) for start in range(0, len(order), 7)]

    straight = written(paragraphs, tmp_path / "a.parquet")
    shuffled = written(pa.concat_tables(chunks), tmp_path / "b.parquet")

    assert straight.read_bytes() == shuffled.read_bytes()
    sorting = pq.read_metadata(straight).row_group(0).sorting_columns
    assert [each.column_index for each in sorting] == [
        PARAGRAPHS.arrow.get_field_index(name) for name in PARAGRAPHS.key
    ]


def test_the_footer_says_what_the_file_is(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Versions, key and meanings can be read without `unfold`."""
    footer = pq.read_metadata(written(paragraphs, tmp_path / "t.parquet")).metadata

    assert footer[b"unfold.table"] == b"paragraphs"
    assert footer[b"unfold.key"] == b"document_id,ordinal"
    assert footer[b"unfold.data_version"] == b"d1"
    assert footer[b"unfold.schema_version"] == b"1.0.0"
    assert json.loads(footer[b"unfold.columns"])["text"] == PARAGRAPHS.column("text").meaning


def test_pages_are_compressed_indexed_and_checked(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Every column is in Zstandard and has a page index; a changed page is refused by any reader that looks."""
    path = written(paragraphs, tmp_path / "t.parquet")
    group = pq.read_metadata(path).row_group(0)
    columns = [group.column(place) for place in range(group.num_columns)]
    content = bytearray(path.read_bytes())
    text = columns[-1]
    content[text.data_page_offset + text.total_compressed_size - 5] ^= 1

    assert {column.compression for column in columns} == {"ZSTD"}
    assert all(column.has_offset_index and column.has_column_index for column in columns)
    with pytest.raises(OSError, match="CRC"):
        pq.read_table(pa.BufferReader(bytes(content)), page_checksum_verification=True)


def test_every_single_flipped_bit_is_found(paragraphs: pa.Table, tmp_path: Path) -> None:
    """600 bits anywhere and every bit of the last 64 bytes: none goes unseen."""
    path = written(paragraphs, tmp_path / "t.parquet")
    content = path.read_bytes()
    dice = random.Random(11)
    bits = [dice.randrange(8 * len(content)) for _ in range(600)]
    bits += range(8 * (len(content) - 64), 8 * len(content))

    for bit in bits:
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        with pytest.raises(parquet.DamagedParquet):
            parquet.verify(path)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1PAR1", b"\0" * 5000])
def test_what_is_no_parquet_is_refused(content: bytes, tmp_path: Path) -> None:
    """Rubbish and stumps are damage, not a crash."""
    path = tmp_path / "t.parquet"
    path.write_bytes(content)

    with pytest.raises(parquet.DamagedParquet, match=r"t\.parquet"):
        parquet.read(path)


def test_a_file_cut_short_is_refused(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Any prefix of a file is damage."""
    path = written(paragraphs, tmp_path / "t.parquet")
    content = path.read_bytes()

    for length in range(0, len(content), 97):
        path.write_bytes(content[:length])
        with pytest.raises(parquet.DamagedParquet):
            parquet.read(path)


@pytest.mark.parametrize(
    ("zone", "locale", "seed", "threads"),
    [("Asia/Tokyo", "C", "0", "1"), ("America/Lima", "tr_TR.UTF-8", "4711", "4")],
)
def test_bytes_do_not_depend_on_the_machine(
    zone: str, locale: str, seed: str, threads: str, tmp_path: Path
) -> None:
    """Time zone, locale, hash seed and threads leave no trace."""
    surroundings = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), threads],
        env={**os.environ, **surroundings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    here = {}
    for name, table in small(documents=12).items():
        path = tmp_path / "here.parquet"
        parquet.write(table, schema.TABLES[name], path, data_version="d", schema_version="1")
        here[name] = hashlib.sha256(path.read_bytes()).hexdigest()

    assert dict(line.split() for line in child.stdout.splitlines()) == here


@given(st.integers(0, 5_000_000))
def test_row_groups_hold_all_rows_and_keep_their_bounds(count: int) -> None:
    """Between 50,000 and 122,880 rows each, but for a table that has fewer; early groups never move."""
    sizes = parquet.row_groups(count)

    assert sum(sizes) == count
    assert max(sizes, default=0) <= parquet.LARGEST_GROUP
    assert count < parquet.SMALLEST_GROUP or min(sizes) >= parquet.SMALLEST_GROUP
    assert all(size == parquet.LARGEST_GROUP for size in sizes[:-2])


def test_the_encoding_taken_is_the_smallest_tried() -> None:
    """Counting numbers and long ids are written as differences, few values through a dictionary."""
    chosen = parquet.encodings(parquet.conform(synthetic(600, 4000)["mentions"], schema.TABLES["mentions"]))

    assert chosen["mention_id"] == "DELTA_BYTE_ARRAY"
    assert chosen["entity_id"] == "DICTIONARY"
    assert set(chosen) == {
        f"{c.name}.list.element" if c.type == schema.STRINGS else c.name
        for c in schema.TABLES["mentions"].columns
    }


def test_files_are_not_larger_than_polars_writes_them(tmp_path: Path) -> None:
    """At the size of a small release, footer included, within a twentieth of polars' default."""
    tables = synthetic(600, 6000)
    ours = theirs = 0
    for name in ("paragraphs", "mentions"):
        path = written(tables[name], tmp_path / "ours.parquet", schema.TABLES[name])
        ours += path.stat().st_size
        pl.DataFrame(pl.from_arrow(parquet.read(path))).write_parquet(tmp_path / "theirs.parquet")
        theirs += (tmp_path / "theirs.parquet").stat().st_size

    assert ours < 1.05 * theirs


def test_other_spellings_of_a_type_become_the_plain_one(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Large, view and dictionary strings give the same file as plain strings."""
    place = paragraphs.schema.get_field_index("kind")
    spelled = paragraphs.set_column(place, "kind", paragraphs["kind"].dictionary_encode())
    place = paragraphs.schema.get_field_index("text")
    spelled = spelled.set_column(place, "text", paragraphs["text"].cast(pa.large_string()))

    plain = written(paragraphs, tmp_path / "a.parquet")
    other = written(spelled, tmp_path / "b.parquet")

    assert plain.read_bytes() == other.read_bytes()


def test_a_missing_column_is_named(paragraphs: pa.Table) -> None:
    """The message gives the column and where columns are declared."""
    with pytest.raises(parquet.TableMisfit, match=r"paragraphs: missing \['text'\]"):
        parquet.conform(paragraphs.drop_columns(["text"]), PARAGRAPHS)


def test_an_undeclared_column_is_named(paragraphs: pa.Table) -> None:
    """Nothing is published that is not declared."""
    more = paragraphs.append_column("mood", pa.array(["calm"] * paragraphs.num_rows))

    with pytest.raises(parquet.TableMisfit, match=r"undeclared \['mood'\]"):
        parquet.conform(more, PARAGRAPHS)


def test_a_column_of_another_type_is_refused(paragraphs: pa.Table) -> None:
    """Words where numbers are declared are no numbers."""
    place = paragraphs.schema.get_field_index("ordinal")
    wrong = paragraphs.set_column(place, "ordinal", paragraphs["text"])

    with pytest.raises(parquet.TableMisfit, match="paragraphs"):
        parquet.conform(wrong, PARAGRAPHS)


def test_a_null_where_none_may_be_is_refused(paragraphs: pa.Table) -> None:
    """The message gives the first row by its key."""
    place = paragraphs.schema.get_field_index("label")
    labels = paragraphs["label"].to_pylist()
    labels[2] = None
    wrong = paragraphs.set_column(place, "label", pa.array(labels))

    with pytest.raises(parquet.TableMisfit, match=r"paragraphs\.label: 1 null .*'ordinal': 3"):
        parquet.conform(wrong, PARAGRAPHS)


def test_a_null_inside_a_list_is_refused(paragraphs: pa.Table) -> None:
    """A list of headings has no holes."""
    place = paragraphs.schema.get_field_index("section_path")
    paths = pa.array([["I", None]] * paragraphs.num_rows, pa.list_(pa.string()))

    with pytest.raises(parquet.TableMisfit, match="section_path"):
        parquet.conform(paragraphs.set_column(place, "section_path", paths), PARAGRAPHS)


def test_a_key_that_stands_twice_is_refused(paragraphs: pa.Table) -> None:
    """The message gives the key."""
    twice = pa.concat_tables([paragraphs, paragraphs.slice(5, 1)])

    with pytest.raises(parquet.TableMisfit, match="two rows with the key"):
        parquet.conform(twice, PARAGRAPHS)


def test_a_failed_write_leaves_the_former_file(paragraphs: pa.Table, tmp_path: Path) -> None:
    """Nothing half-written stands under the name, or beside it."""
    path = written(paragraphs, tmp_path / "t.parquet")
    before = path.read_bytes()

    with pytest.raises(parquet.TableMisfit):
        written(paragraphs.drop_columns(["text"]), path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
