"""Reading in child processes: kept bytes become a document's rows, and a hostile file hurts only itself.

>>> with Readers(settings, fingerprint) as readers:
...     outcomes = readers.read(home, batch)
"""

# ruff: noqa: PLC0415 - the reader is imported by who reads: a run that finds nothing new does without it
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from pebble import ProcessFuture

from flows.contained import Unread, Workers
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
        super().__init__(settings, reference_data, patience=patience)
        self._read = read or read_one
        self._fingerprint = fingerprint

    def begin(self, home: Path, readings: Sequence[Reading]) -> tuple[ProcessFuture[Outcome], ...]:
        """Begin to read; the outcomes come from `Readers.finish`, in the same order.

        Raises:
            ShellError: no child process came up; no document is to blame for that.
        """
        return tuple(self.start(self._read, str(home), reading, self._fingerprint) for reading in readings)

    def finish(
        self, readings: Sequence[Reading], futures: Sequence[ProcessFuture[Outcome]]
    ) -> Iterator[Outcome]:
        """The outcome of each reading, in order, however the child processes fared."""
        for reading, future in zip(readings, futures, strict=True):
            yield self.outcome(future, reading.name)


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


@cache
def reference_data() -> Gazetteer:
    """The gazetteer that comes with the package, loaded once a process."""
    from transforms import gazetteer

    folder = resources.files("transforms") / "gazetteer"
    return gazetteer.load({name: (folder / name).read_bytes() for name in gazetteer.FILES})
