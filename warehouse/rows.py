"""The derived cache: the tables of one accepted document in one file, named by the SHA-256 of its bytes.

Anything here can be deleted: it is read again from the raw bytes, and the digest must come out the same.

    >>> rows = Rows(Path("data/rows"))
    >>> rows.get(rows.put({"paragraphs": table}))["paragraphs"].equals(table)
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
from pyarrow import ipc

from warehouse.blobs import Blobs, Damage, damages, place

SUFFIX = ".arrow"
_OUTER = pa.schema(
    [pa.field("name", pa.string(), nullable=False), pa.field("stream", pa.large_binary(), nullable=False)]
)
_OPTIONS = ipc.IpcWriteOptions(compression=None, use_threads=False, emit_dictionary_deltas=False)


class Rows:
    """Tables in `<root>/<first two digits>/<sha256>.arrow`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names = Blobs(root)

    def put(self, tables: Mapping[str, pa.Table]) -> str:
        """The SHA-256 under which the tables are kept; equal tables have the same one, on every machine."""
        content = encode(tables)
        sha256 = hashlib.sha256(content).hexdigest()
        place(content, self.path(sha256), is_durable=False)
        return sha256

    def get(self, sha256: str) -> dict[str, pa.Table] | None:
        """The tables kept under it, or None where they are gone or damaged: then read the document again."""
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None
        return decode(content) if hashlib.sha256(content).hexdigest() == sha256 else None

    def path(self, sha256: str) -> Path:
        """Where the tables of that SHA-256 stand or would stand."""
        return self._names.path(sha256).with_suffix(SUFFIX)

    def verify(self, expected: Iterable[str] = ()) -> tuple[Damage, ...]:
        """Everything that is wrong, sorted by name; nothing here is worse than a document to read again."""
        return damages(self._root, SUFFIX, expected)


def encode(tables: Mapping[str, pa.Table]) -> bytes:
    """The one Arrow IPC file of tables by name: sorted, uncompressed, one batch a table."""
    names = sorted(tables)
    streams = [_stream(tables[name]) for name in names]
    outer = pa.table([pa.array(names, pa.string()), pa.array(streams, pa.large_binary())], schema=_OUTER)
    sink = pa.BufferOutputStream()
    with ipc.new_file(sink, _OUTER, options=_OPTIONS) as writer:
        writer.write_table(outer)
    return bytes(sink.getvalue())


def decode(content: bytes) -> dict[str, pa.Table]:
    """The tables by name of what `encode` made."""
    outer = ipc.open_file(pa.py_buffer(content)).read_all()
    return {
        name.as_py(): ipc.open_stream(stream.as_buffer()).read_all()
        for name, stream in zip(outer["name"], outer["stream"], strict=True)
    }


def _stream(table: pa.Table) -> bytes:
    """One table as an IPC stream.

    Taking every row copies the values out of slices, chunks and whatever lies under nulls, so that equal
    values are equal bytes.
    """
    copied = table.combine_chunks().take(pa.array(range(len(table)), pa.int64()))
    sink = pa.BufferOutputStream()
    with ipc.new_stream(sink, table.schema, options=_OPTIONS) as writer:
        writer.write_table(copied.combine_chunks())
    return bytes(sink.getvalue())
