"""Reading in child processes: kept bytes become a document's rows, and a hostile file hurts only itself.

>>> with Readers(settings, fingerprint) as readers:
...     outcomes = readers.read(home, batch)
"""

# ruff: noqa: PLC0415 - the reader is imported by who reads: a run that finds nothing new does without it
from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError
from concurrent.futures import TimeoutError as Overdue
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from multiprocessing import resource_tracker
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flows.errors import ShellError
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


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read; `reason` is a short stable code."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Kept bytes that are gone or changed: no verdict on the document, but damage in the home."""

    message: str


Outcome = Read | Unread | Lost
ReadOne = Callable[[str, Reading, str], Outcome]
"""Home, reading and fingerprint in, outcome out; a function of a module, so that a child process finds it."""

_NOT_STARTED = (
    "the reading processes cannot be started or were stopped, which is no document's fault; nothing was recorded of "
    "this batch. Look at what they printed, give UNFOLD_READ_MEMORY more, and run again."
)


class Readers:
    """Child processes that read documents, each with limits on time and memory."""

    def __init__(
        self, settings: Settings, fingerprint: str, read: ReadOne | None = None, *, patience: float = 120.0
    ) -> None:
        self._read = read or read_one
        self._patience = patience
        self._is_up = False
        self._timeout = settings.read_timeout
        self._fingerprint = fingerprint
        self._pool = ProcessPool(
            max_workers=settings.workers,
            max_tasks=500,
            initializer=_prepare,
            initargs=(settings.read_memory,),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]  # Pebble leaves it out
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def start(self, home: Path, readings: Sequence[Reading]) -> tuple[ProcessFuture[Outcome], ...]:
        """Begin to read; the outcomes come from `Readers.finish`, in the same order.

        Raises:
            ShellError: no child process came up; no document is to blame for that.
        """
        self._come_up()
        return tuple(
            self._pool.schedule(self._read, (str(home), reading, self._fingerprint), timeout=self._timeout)
            for reading in readings
        )

    def finish(
        self, readings: Sequence[Reading], futures: Sequence[ProcessFuture[Outcome]]
    ) -> Iterator[Outcome]:
        """The outcome of each reading, in order, however the child processes fared."""
        for reading, future in zip(readings, futures, strict=True):
            yield self._outcome(reading, future)

    def _come_up(self) -> None:
        """See one child process alive, once: the pool would replace those that die at birth for ever."""
        if self._is_up:
            return
        try:
            with _ctrl_c_held_back():
                first = self._pool.schedule(os.getpid)
            first.result(self._patience)
        except (Overdue, BrokenExecutor, CancelledError, ProcessExpired, OSError) as error:
            raise ShellError(_NOT_STARTED) from error
        self._is_up = True

    def _outcome(self, reading: Reading, future: ProcessFuture[Outcome]) -> Outcome:
        name = reading.name
        try:
            return future.result()
        except Overdue:
            return Unread(
                "reader-timeout",
                f"{name} was not read within {self._timeout:g} s; raise UNFOLD_READ_TIMEOUT and build with --retry.",
            )
        except ProcessExpired as error:
            return Unread(
                "reader-crashed",
                f"the process that read {name} ended with code {error.exitcode}; the file is probably hostile or "
                "broken. Look at it, then build with --retry.",
            )
        except (BrokenExecutor, CancelledError) as error:
            raise ShellError(_NOT_STARTED) from error
        except MemoryError:
            return Unread(
                "reader-memory", f"{name} needs more memory than UNFOLD_READ_MEMORY allows to read."
            )
        except Exception as error:  # noqa: BLE001 - the one boundary: a document may break the reader, never the run
            return Unread(
                "reader-failed", f"{name} broke the reader ({type(error).__name__}); please report it."
            )


def read_one(home: str, reading: Reading, fingerprint: str) -> Outcome:
    """One document's rows from its kept bytes; runs in a child process."""
    try:
        content = Blobs(Path(home) / "blobs").get(reading.content_sha256)
    except UnfoldError as damage:
        return Lost(str(damage))
    try:
        return rows_of(content, reading, fingerprint)
    except Refusal as refusal:
        return Unread(refusal.reason, refusal.message)


def rows_of(content: bytes, reading: Reading, fingerprint: str) -> Read:
    """One document's rows from its bytes."""
    from transforms import document, tables
    from transforms.identity import Hint

    hint = Hint(reading.name, reading.requested_symbol, reading.requested_language)
    read = document.read(content, reading.media_type, hint, reference_data())
    rows = tables.tables_of(read, content_sha256=reading.content_sha256, reader_fingerprint=fingerprint)
    return Read(read.id, tuple(read.identity.symbols), read.identity.language, rows)


@cache
def reference_data() -> Gazetteer:
    """The gazetteer that comes with the package, loaded once a process."""
    from transforms import gazetteer

    folder = resources.files("transforms") / "gazetteer"
    return gazetteer.load({name: (folder / name).read_bytes() for name in gazetteer.FILES})


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Whatever thread or process begins within never gets Ctrl-C; this one gets it at the end.

    A child process that is interrupted while it still imports would print a traceback over what we say.
    """
    resource_tracker.ensure_running()  # or it is started within, and lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(memory: int) -> None:
    """Make a child process ready: it ends with its parent, leaves Ctrl-C to it, and takes only so much memory."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reference_data()


def _end_with(parent: int) -> None:
    """End this process once its parent is gone, however it went; the kernel's own signal follows threads."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
