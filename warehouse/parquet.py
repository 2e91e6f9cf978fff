"""One declared table as one Parquet file that proves itself whole, and the same bytes for the same rows.

    >>> write(table, TABLES["paragraphs"], path, data_version="9f2c01d2a4b6e8f0", schema_version="1.0.0")
    >>> read(path).num_rows
    500

Zstandard level 3, sorted by key, a page index, a checksum on every page, content-defined chunking, encodings
chosen per column by measuring. The footer carries the versions, the meaning of each column, and the SHA-256
of the file itself (counted with zeros in the place of the digest): page checksums cover the pages alone,
and a flipped bit in a footer can rename a column without any reader noticing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from transforms import schema
from warehouse.durable import named_when_written
from warehouse.errors import WarehouseError

LARGEST_GROUP = 122_880
SMALLEST_GROUP = 50_000

_SETTINGS: dict[str, Any] = {
    "compression": "zstd",
    "compression_level": 3,
    "write_page_index": True,
    "write_page_checksum": True,
    "use_content_defined_chunking": True,
}
_SEAL_KEY = b"unfold.sha256"
_SEAL_BLANK = b"0" * 64
_SEAL_MARK = _SEAL_KEY + b"\x18\x40"
"""The key as Thrift's compact protocol writes it, then the header of a binary field, then its length: 64."""


class TableMisfit(WarehouseError):
    """Rows that do not obey the declaration of their table."""


class DamagedParquet(WarehouseError):
    """A Parquet file that is not, bit for bit, what was written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path.name}: {reason}; expected the bytes that were written. Publish again, or fetch it again."
        )
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[DamagedParquet], tuple[Path, str]]:
        return (type(self), (self.path, self.reason))


def conform(table: pa.Table, spec: schema.Table) -> pa.Table:
    """The same rows with exactly the declared columns and types, sorted by key.

    Other spellings of a type (dictionary, large or view strings) become the plain one.

    Raises:
        TableMisfit: a column is missing, undeclared or of another type, null where it may not be, or a key stands twice.
    """
    _check_names(table, spec)
    target = spec.arrow
    try:
        plain = pa.table([_cast(table[f.name], f.type) for f in target], schema=target)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
        raise TableMisfit(f"{spec.name}: {error}; the types are declared in transforms/schema.py.") from error
    for column in spec.columns:
        _check_nulls(plain, spec, column)
    ordered = plain.sort_by([(name, "ascending") for name in spec.key]).combine_chunks()
    _check_key(ordered, spec)
    return ordered


def write(table: pa.Table, spec: schema.Table, path: Path, *, data_version: str, schema_version: str) -> None:
    """Write the rows as the Parquet file `path`, whole or not at all; the same rows give the same bytes.

    The bytes reach the disk before the file has its name; its folder is for the caller to sync, once for all its files.

    Args:
        table: rows that obey `spec`, in any order.
        spec: the declaration; its key becomes the order.
        path: the file to write or to replace.
        data_version: what tells these rows from other rows of the same table; goes into the footer.
        schema_version: the version of the declarations; goes into the footer.

    Raises:
        TableMisfit: the rows do not obey `spec`.
    """
    ordered = conform(table, spec)
    footer = _footer(spec, data_version, schema_version)
    with named_when_written(path, is_durable=True) as writing:
        writing.write_bytes(_seal(_encode(ordered, spec, footer)))


def read(path: Path) -> pa.Table:
    """The rows of a file that `write` made, once its digest and every page checksum are right.

    Raises:
        DamagedParquet: any bit differs from what was written.
    """
    content = path.read_bytes()
    _check_seal(path, content)
    try:
        # Not `read_table`, which imports pandas: a quick question will not wait for it. And not in threads: a process
        # that ends while they start is aborted by them.
        held = pq.ParquetFile(pa.BufferReader(content), page_checksum_verification=True, pre_buffer=False)
        return held.read(use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise DamagedParquet(path, str(error)) from error


def verify(path: Path) -> None:
    """Return if every bit of the file is as `write` left it; raise `DamagedParquet` if not."""
    read(path)


def row_groups(count: int) -> tuple[int, ...]:
    """The sizes of the row groups for `count` rows: full ones first, so that appended rows leave them alone.

    >>> row_groups(250_000)
    (122880, 63560, 63560)
    """
    full, rest = divmod(count, LARGEST_GROUP)
    if rest == 0 or rest >= SMALLEST_GROUP or full == 0:
        return (LARGEST_GROUP,) * full + ((rest,) if rest else ())
    shared = LARGEST_GROUP + rest
    return (LARGEST_GROUP,) * (full - 1) + (shared - shared // 2, shared // 2)


def encodings(table: pa.Table) -> dict[str, str]:
    """The encoding of each Parquet column (`symbols.list.element`) that came out smallest when all were tried.

    Measured on the first row group of `table`; of equals the simpler one is taken.
    """
    return _smallest(table.slice(0, LARGEST_GROUP)) if table.num_rows else _smallest_of_none(table.schema)


@cache
def _smallest_of_none(columns: pa.Schema) -> dict[str, str]:
    """The encodings of a table without rows, as many are in a small release."""
    return _smallest(columns.empty_table())


def _smallest(sample: pa.Table) -> dict[str, str]:
    best: dict[str, tuple[int, str]] = {}
    for trial in _trials(sample.schema):
        for leaf, size in _sizes(sample, trial).items():
            if leaf not in best or size < best[leaf][0]:
                best[leaf] = (size, trial[leaf])
    return {leaf: encoding for leaf, (_, encoding) in best.items()}


def _trials(columns: pa.Schema) -> Iterator[dict[str, str]]:
    """Whole schemes, one candidate a column, until every candidate of every column has had its turn."""
    candidates = {_leaf(field): _candidates(_leaf_type(field)) for field in columns}
    for turn in range(max(len(each) for each in candidates.values())):
        yield {leaf: each[min(turn, len(each) - 1)] for leaf, each in candidates.items()}


def _candidates(leaf_type: pa.DataType) -> tuple[str, ...]:
    if pa.types.is_string(leaf_type):
        return ("DICTIONARY", "PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY")
    if pa.types.is_floating(leaf_type):
        return ("DICTIONARY", "PLAIN", "BYTE_STREAM_SPLIT")
    if pa.types.is_boolean(leaf_type):
        return ("PLAIN",)
    return ("DICTIONARY", "PLAIN", "DELTA_BINARY_PACKED")


def _leaf(field: pa.Field) -> str:
    return f"{field.name}.list.element" if pa.types.is_list(field.type) else str(field.name)


def _leaf_type(field: pa.Field) -> pa.DataType:
    return field.type.value_type if pa.types.is_list(field.type) else field.type


def _options(scheme: dict[str, str]) -> dict[str, Any]:
    return {
        "use_dictionary": [leaf for leaf, encoding in scheme.items() if encoding == "DICTIONARY"],
        "column_encoding": {leaf: encoding for leaf, encoding in scheme.items() if encoding != "DICTIONARY"},
    }


def _sizes(table: pa.Table, scheme: dict[str, str]) -> dict[str, int]:
    """Compressed bytes of each Parquet column under that scheme."""
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, table.schema, **_SETTINGS, **_options(scheme)) as writer:
        writer.write_table(table, row_group_size=LARGEST_GROUP)
    chunks = pq.read_metadata(pa.BufferReader(sink.getvalue())).row_group(0)
    columns = (chunks.column(place) for place in range(chunks.num_columns))
    return {column.path_in_schema: column.total_compressed_size for column in columns}


def _encode(table: pa.Table, spec: schema.Table, footer: dict[str, str]) -> bytes:
    """The Parquet bytes, with a blank in the place of the seal."""
    sink = pa.BufferOutputStream()
    order = pq.SortingColumn.from_ordering(table.schema, [(name, "ascending") for name in spec.key])
    with pq.ParquetWriter(
        sink, table.schema, sorting_columns=order, **_SETTINGS, **_options(encodings(table))
    ) as writer:
        start = 0
        for size in row_groups(table.num_rows) or (0,):
            writer.write_table(table.slice(start, size), row_group_size=LARGEST_GROUP)
            start += size
        writer.add_key_value_metadata(footer)
        writer.add_key_value_metadata({_SEAL_KEY: _SEAL_BLANK})
    return bytes(sink.getvalue())


def _footer(spec: schema.Table, data_version: str, schema_version: str) -> dict[str, str]:
    meanings = {column.name: column.meaning for column in spec.columns}
    return {
        "unfold.table": spec.name,
        "unfold.meaning": spec.meaning,
        "unfold.key": ",".join(spec.key),
        "unfold.columns": json.dumps(meanings, ensure_ascii=False, separators=(",", ":")),
        "unfold.data_version": data_version,
        "unfold.schema_version": schema_version,
    }


def _seal(blank: bytes) -> bytes:
    """The same bytes with their digest written over the blank."""
    place = _seal_place(blank)
    digest = hashlib.sha256(blank).hexdigest().encode()
    return blank[:place] + digest + blank[place + len(digest) :]


def _seal_place(content: bytes) -> int:
    """Where the digest stands, or 0 when there is none."""
    mark = content.rfind(_SEAL_MARK)
    return 0 if mark < 0 else mark + len(_SEAL_MARK)


def _check_seal(path: Path, content: bytes) -> None:
    place = _seal_place(content)
    if not place:
        raise DamagedParquet(path, "it carries no `unfold.sha256` in its footer")
    end = place + len(_SEAL_BLANK)
    digest = hashlib.sha256(content[:place] + _SEAL_BLANK + content[end:]).hexdigest()
    if content[place:end] != digest.encode():
        raise DamagedParquet(path, f"its bytes have the SHA-256 {digest}, its footer says another")


def _check_names(table: pa.Table, spec: schema.Table) -> None:
    declared = [column.name for column in spec.columns]
    missing = sorted(set(declared) - set(table.column_names))
    undeclared = sorted(set(table.column_names) - set(declared))
    if missing or undeclared or len(table.column_names) != len(declared):
        raise TableMisfit(
            f"{spec.name}: missing {missing or 'nothing'}, undeclared {undeclared or 'nothing'}; "
            f"the columns are {', '.join(declared)}, each once, as transforms/schema.py declares them."
        )


def _cast(column: pa.ChunkedArray, target: pa.DataType) -> pa.ChunkedArray:
    return column if column.type.equals(target) else column.cast(target)


def _check_nulls(table: pa.Table, spec: schema.Table, column: schema.Column) -> None:
    values = table[column.name]
    if values.null_count and not column.nullable:
        row = {name: table[name][pc.index(pc.is_null(values), True).as_py()].as_py() for name in spec.key}
        raise TableMisfit(
            f"{spec.name}.{column.name}: {values.null_count} null values, the first in row {row}; none may be."
        )
    if pa.types.is_list(values.type) and pc.list_flatten(values).null_count:
        raise TableMisfit(f"{spec.name}.{column.name}: a null inside a list; none may be.")


def _check_key(ordered: pa.Table, spec: schema.Table) -> None:
    if ordered.num_rows < 2:
        return
    count = ordered.num_rows
    same = _all([pc.equal(ordered[name].slice(1), ordered[name].slice(0, count - 1)) for name in spec.key])
    twice = pc.index(same, True).as_py()
    if twice >= 0:
        row = {name: ordered[name][twice].as_py() for name in spec.key}
        raise TableMisfit(f"{spec.name}: two rows with the key {row}; a key stands once.")


def _all(columns: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    result = columns[0]
    for column in columns[1:]:
        result = pc.and_(result, column)
    return result
