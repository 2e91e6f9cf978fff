"""Contained: functions of ours run over hostile bytes in child processes, with limits on time and memory.

>>> with Workers(settings) as workers:
...     outcome = workers.outcome(workers.start(read_one, path), "A_999_1.pdf")
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError
from concurrent.futures import TimeoutError as Overdue
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flows.errors import ShellError
from flows.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unread:
    """Bytes that could not be read; `reason` is a short stable code."""

    reason: str
    message: str


_NOT_STARTED = (
    "the reading processes cannot be started or were stopped, which is no document's fault; nothing was recorded of "
    "this batch. Look at what they printed, give UNFOLD_READ_MEMORY more, and run again."
)


def nothing() -> None:
    """A child process needs nothing before its work."""


class Workers:
    """Child processes, each with limits on time and memory; they start when there is something to do."""

    def __init__(
        self, settings: Settings, prepare: Callable[[], object] = nothing, *, patience: float = 120.0
    ) -> None:
        self._patience = patience
        self._is_up = False
        self._timeout = settings.read_timeout
        self._pool = ProcessPool(
            max_workers=settings.workers,
            max_tasks=500,
            initializer=_prepare,
            initargs=(settings.read_memory, prepare),
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

    def start(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> ProcessFuture[T]:
        """Begin; `function` belongs to a module, so that a child process finds it.

        Raises:
            ShellError: no child process came up; no document is to blame for that.
        """
        self.come_up()
        return self._pool.schedule(function, args, kwargs, timeout=self._timeout)

    def outcome(self, future: ProcessFuture[T], name: str) -> T | Unread:
        """What came of it, however the child process fared."""
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

    def come_up(self) -> None:
        """See one child process alive, once: the pool would replace those that die at birth for ever.

        Raises:
            ShellError: none came up; no document is to blame for that.
        """
        if self._is_up:
            return
        try:
            with _ctrl_c_held_back():
                first = self._pool.schedule(os.getpid)
            first.result(self._patience)
        except (Overdue, BrokenExecutor, CancelledError, ProcessExpired, OSError) as error:
            raise ShellError(_NOT_STARTED) from error
        self._is_up = True


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


def _prepare(memory: int, prepare: Callable[[], object]) -> None:
    """Make a child process ready: it ends with its parent, leaves Ctrl-C to it, and takes only so much memory."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    prepare()


def _end_with(parent: int) -> None:
    """End this process once its parent is gone, however it went; the kernel's own signal follows threads."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
