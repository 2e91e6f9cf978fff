"""Contained: functions of ours run over hostile bytes in child processes; whatever they do, one document pays.

>>> with Workers(settings) as workers:
...     outcome = workers.outcome(workers.start(read_one, path), "A_999_1.pdf")
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError
from concurrent.futures import TimeoutError as Overdue
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from types import TracebackType
from typing import Generic, ParamSpec, Self, TypeVar, assert_never, cast

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flows import confinement
from flows.confinement import Answer, Excess, Fault, Limits
from flows.errors import ShellError
from flows.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unread:
    """Bytes that could not be read; `reason` is a short stable code."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """Something begun in a child process; `Workers.outcome` tells what came of it."""

    future: ProcessFuture[Answer | Excess | Fault]

    def cancel(self) -> None:
        """Give it up: what has not begun never will, and a process that works on it is replaced."""
        self.future.cancel()  # type: ignore[no-untyped-call]  # Pebble leaves it out


_NOT_STARTED = (
    "the reading processes cannot be started or were stopped, which is no document's fault; nothing was recorded of "
    "this batch. Look at what they printed, give UNFOLD_READ_MEMORY more, and run again."
)
_RETIRES = 2_000
"""Documents after which a process is replaced all the same, lest a library that leaks a little fills it."""
_GRACE = 10.0
"""Seconds after which a process is stopped from outside that should have been stopped by its own timer."""
_VALUES_BEFORE_A_LOOK = 20_000
"""Values in cycles that may lie about before Python looks for them: some megabytes of the memory a process may have."""


def nothing() -> None:
    """A child process needs nothing before its work."""


class Workers:
    """Child processes, each with limits on what one document may take; they start when there is something to do.

    They live long: one is replaced where it died of a document, and else after thousands of them.
    """

    def __init__(
        self, settings: Settings, prepare: Callable[[], object] = nothing, *, patience: float = 120.0
    ) -> None:
        self._patience = patience
        self._is_up = False
        self._limits = Limits(
            settings.read_timeout, settings.read_cpu, settings.read_memory, settings.read_output
        )
        self._pool = ProcessPool(
            max_workers=settings.workers,
            max_tasks=_RETIRES,
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

    def start(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Work[T]:
        """Begin; `function` belongs to a module, so that a child process finds it.

        Raises:
            ShellError: no child process came up; no document is to blame for that.
        """
        self.come_up()
        return Work(
            self._pool.schedule(
                confinement.confine,
                (self._limits, function, *args),
                kwargs,
                timeout=self._limits.seconds + _GRACE,
            )
        )

    def outcome(self, work: Work[T], name: str) -> T | Unread:
        """What came of it, however the child process fared.

        Raises:
            ShellError: the child processes were stopped; no document is to blame for that.
        """
        try:
            came = work.future.result()
        except Overdue:
            return self._unread("reader-timeout", name)
        except ProcessExpired as error:
            confinement.end_group(error.pid)
            return self._unread(_REASONS.get(error.exitcode, "reader-crashed"), name, error.exitcode)
        except (BrokenExecutor, CancelledError) as error:
            raise ShellError(_NOT_STARTED) from error
        match came:
            case Answer():
                return cast("T", confinement.unpack(came))
            case Excess(size):
                return self._unread("reader-output", name, size)
            case Fault("MemoryError"):
                return self._unread("reader-memory", name)
            case Fault(kind):
                return self._unread("reader-failed", name, kind)
            case _ as never:
                assert_never(never)

    def _unread(self, reason: str, name: str, met: object = None) -> Unread:
        """A refusal that says what was met, what is allowed, and what to do."""
        allowed = self._limits
        said = {
            "reader-timeout": f"was not read within {allowed.seconds:g} s; raise UNFOLD_READ_TIMEOUT",
            "reader-cpu": f"was not read within {allowed.processor:g} s of processor time; raise UNFOLD_READ_CPU",
            "reader-memory": f"needs more than {allowed.memory} bytes of memory to read; raise UNFOLD_READ_MEMORY",
            "reader-output": f"becomes {met} bytes of rows, and {allowed.output} are allowed; raise UNFOLD_READ_OUTPUT",
            "reader-forked": "made the process that read it start others, which were ended; look at it",
            "reader-failed": f"broke the reader ({met}); please report it. Wait for a version that reads it",
            "reader-crashed": f"ended the process that read it ({_ending(met)}); it is probably hostile or broken. Look at it",
        }
        return Unread(reason, f"{name} {said[reason]}, and build with --retry.")

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


_REASONS = {
    -signal.SIGALRM: "reader-timeout",
    -signal.SIGXCPU: "reader-cpu",
    confinement.OVER_MEMORY: "reader-memory",
    confinement.LEFT_PROCESSES: "reader-forked",
}


def _ending(exitcode: object) -> str:
    if isinstance(exitcode, int) and -exitcode in set(signal.Signals):
        return f"by {signal.Signals(-exitcode).name}"
    return f"with code {exitcode}"


def _prepare(memory: int, prepare: Callable[[], object]) -> None:
    """Make a child process ready; what stops it from coming up is printed, what documents make it print is not."""
    prepare()
    look_for_garbage_seldom()
    confinement.settle(memory)


def look_for_garbage_seldom() -> None:
    """Free what a document leaves when its last use ends, as nearly all of it is freed, and look for cycles seldom.

    What was loaded stays for good: to look through it again and again is a tenth of the reading. So is to look through
    thousands of mentions while they are made, which Python does after each 700 values unless told.
    """
    gc.freeze()
    gc.set_threshold(_VALUES_BEFORE_A_LOOK)
