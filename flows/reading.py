"""Reading in child processes: kept bytes become a document's rows, and a hostile file hurts only itself.

>>> with Readers(settings, fingerprint) as readers:
...     outcomes = readers.read(home, batch)
"""

# ruff: noqa: PLC0415 - the reader is imported by who reads: a run that finds nothing new does without it
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from flows.contained import Unread, Work, Workers
from flows.settings import Settings
from transforms.errors import Refusal, UnfoldError
from warehouse.blobs import Blobs
from warehouse.ledger import Reading

if TYPE_CHECKING:
    from transforms.gazetteer import Gazetteer

Tables = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: who it is, and its rows."""

    document_id: str
    symbols: tuple[str, ...]
    language: str
    tables: Tables

    @property
    def media_type(self) -> str:
        """What the reader found the bytes to be."""
        return str(self.tables["documents"].column("media_type")[0])

    @property
    def is_ocr(self) -> bool:
        """Whether the text was recognised on pictures of the pages."""
        return bool(self.tables["documents"].column("is_ocr")[0].as_py())

    def __reduce__(self) -> tuple[Callable[..., Read], tuple[object, ...]]:
        """Between processes go the columns alone: both know the schema, and it is most of a short document."""
        packed = {
            name: [batch.serialize().to_pybytes() for batch in table.to_batches()]
            for name, table in self.tables.items()
        }
        return (_unpacked, (self.document_id, self.symbols, self.language, packed))


def _unpacked(
    document_id: str, symbols: tuple[str, ...], language: str, packed: dict[str, list[bytes]]
) -> Read:
    schemas = {name: _schema(name) for name in packed}
    return Read(document_id, symbols, language, {
        name: pa.Table.from_batches((pa.ipc.read_record_batch(b, schemas[name]) for b in batches), schemas[name])
        for name, batches in packed.items()
    })  # fmt: skip


@cache
def _schema(table: str) -> pa.Schema:
    from transforms.schema import TABLES

    return TABLES[table].arrow


@dataclass(frozen=True, slots=True)
class Lost:
    """Kept bytes that are gone or changed: no verdict on the document, but damage in the home."""

    message: str


Outcome = Read | Unread | Lost
ReadOne = Callable[[str, Reading, str], Outcome]
"""Home, reading and fingerprint in, outcome out; a function of a module, so that a child process finds it."""


class Readers(Workers):
    """Child processes that read documents, each with limits on time and memory."""

    def __init__(
        self, settings: Settings, fingerprint: str, read: ReadOne | None = None, *, patience: float = 120.0
    ) -> None:
        super().__init__(settings, _ready, patience=patience)
        self._read = read or read_one
        self._fingerprint = fingerprint

    def begin(self, home: Path, readings: Sequence[Reading]) -> tuple[Work[Outcome], ...]:
        """Begin to read; the outcomes come from `Readers.finish`, in the same order.

        Raises:
            ShellError: no child process came up; no document is to blame for that.
        """
        return tuple(self.start(self._read, str(home), reading, self._fingerprint) for reading in readings)

    def finish(self, readings: Sequence[Reading], begun: Sequence[Work[Outcome]]) -> Iterator[Outcome]:
        """The outcome of each reading, in order, however the child processes fared."""
        for reading, work in zip(readings, begun, strict=True):
            yield self.outcome(work, reading.name)


def read_one(home: str, reading: Reading, fingerprint: str) -> Outcome:
    """One document's rows from its kept bytes; runs in a child process."""
    try:
        blobs = Blobs(Path(home) / "blobs")
        content = blobs.get(reading.content_sha256)
        converted = blobs.get(reading.converted.sha256) if reading.converted is not None else None
    except UnfoldError as damage:
        return Lost(str(damage))
    try:
        return rows_of(content, reading, fingerprint, converted)
    except Refusal as refusal:
        return Unread(refusal.reason, refusal.message)


def rows_of(content: bytes, reading: Reading, fingerprint: str, converted: bytes | None) -> Read:
    """One document's rows from its bytes, and from what another program made of them."""
    from transforms import document, tables
    from transforms.identity import Hint

    hint = Hint(reading.name, reading.requested_symbol, reading.requested_language)
    read = document.read(content, reading.media_type, hint, reference_data(), converted)
    rows = tables.tables_of(read, content_sha256=reading.content_sha256, reader_fingerprint=fingerprint)
    return Read(read.id, tuple(read.identity.symbols), read.identity.language, rows)


def _ready() -> None:
    """What a reading process needs before its first document, and nothing that it never will."""
    sys.meta_path.insert(0, _WithoutPandas())
    reference_data()


class _WithoutPandas(MetaPathFinder):
    """Arrow asks for pandas with its first table, and does without: that saves a process 55 MB and half a second."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is not used where documents are read", name=fullname)


@cache
def reference_data() -> Gazetteer:
    """The gazetteer that comes with the package, loaded once a process."""
    from transforms import gazetteer

    folder = resources.files("transforms") / "gazetteer"
    return gazetteer.load({name: (folder / name).read_bytes() for name in gazetteer.FILES})
