r"""Confinement: what a child process allows itself while a function of ours runs over hostile bytes.

The kernel keeps the limits wherever it can, because a C library that hangs lets no Python run: a timer ends the
process that takes too long, a limit on processor time the one that computes too long.

>>> confine(Limits(seconds=120, processor=60, memory=768 << 20, output=16 << 20), len, b"hostile")
Answer(packed=b'\x80\x05K\x07.')
"""

from __future__ import annotations

import ctypes
import math
import os
import pickle
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OVER_MEMORY, LEFT_PROCESSES = 91, 92
"""Exit codes of a child process that ended itself."""

_UNTOUCHED = 2 << 30
"""Bytes that may be reserved over those that may be used: Arrow's allocator alone reserves 1 GiB when it begins."""
_LEFT_OVER = 16 << 20
"""Bytes more than when memory was last given back with which it is worth giving back again: that takes a millisecond."""
_TICK = 0.02
"""Seconds between two looks at the memory in use: greed that touches what it takes gets some 50 MB a tick."""
_STATM = Path("/proc/self/statm")
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds by the clock and of the processor, bytes in use, bytes handed back."""

    seconds: float
    processor: float
    memory: int
    output: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a function returned, packed; `unpack` gives it back."""

    packed: bytes


@dataclass(frozen=True, slots=True)
class Excess:
    """A function returned more bytes than may be handed back."""

    size: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A function raised something, called so; nothing of the exception itself is handed on."""

    kind: str


def settle(memory: int) -> None:
    """Make a fresh child process ready: it ends with its parent, leaves Ctrl-C to it, prints nothing, dumps no core.

    It leads a process group of its own, so that whatever a library starts can be ended with it.
    """
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for ending in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(ending, signal.SIG_DFL)
    _at_most(resource.RLIMIT_CORE, 0)
    _at_most(resource.RLIMIT_DATA, memory + _UNTOUCHED)
    _watch()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)


def confine(
    limits: Limits, function: Callable[..., object], *args: object, **kwargs: object
) -> Answer | Excess | Fault:
    """What the function returns, packed; nothing it does outlives the call but in this process's own memory.

    Where a limit is passed the process ends: by `SIGALRM`, by `SIGXCPU`, or with one of the exit codes above.
    """
    me, watch = os.getpid(), _watch()
    try:
        with watch.over(limits), _timed(limits):
            packed = pickle.dumps(function(*args, **kwargs), protocol=5)
        came: Answer | Excess | Fault = (
            Answer(packed) if len(packed) <= limits.output else Excess(len(packed))
        )
    except BaseException as error:  # noqa: BLE001 - the one boundary: a document may break the reader, never the run
        came = Fault(type(error).__name__)
    if os.getpid() != me:
        os._exit(0)  # a library forked, and this is the copy that came back
    if _has_children():
        os._exit(LEFT_PROCESSES)
    watch.tidy()
    return came


def unpack(answer: Answer) -> object:
    """What the function returned."""
    return pickle.loads(answer.packed)  # noqa: S301 - written by `confine` in a child process of ours


def end_group(leader: int) -> None:
    """End what a child process that died has left behind."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def in_use() -> int:
    """Bytes of memory that this process holds now; where the system does not say, the most it ever held."""
    try:
        return int(_STATM.read_bytes().split()[1]) * _PAGE
    except FileNotFoundError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


@contextmanager
def _timed(limits: Limits) -> Iterator[None]:
    used = time.process_time()
    _at_most(resource.RLIMIT_CPU, math.ceil(used + limits.processor))
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _at_most(resource.RLIMIT_CPU, resource.RLIM_INFINITY)


class _Watch:
    """A thread that ends this process when its parent is gone, or when what it reads takes too much memory."""

    def __init__(self) -> None:
        self._parent = os.getppid()
        self._memory = 0
        self._rest = in_use()
        self._is_on = threading.Event()
        self._lock = threading.Lock()
        threading.Thread(target=self._run, daemon=True).start()

    @contextmanager
    def over(self, limits: Limits) -> Iterator[None]:
        """Watch the memory while this lasts, and never after: who dies while it answers would lock the others out."""
        self._memory = limits.memory
        self._is_on.set()
        try:
            yield
        finally:
            with self._lock:
                self._is_on.clear()

    def tidy(self) -> None:
        """Give memory back to the system where the documents so far have left holes in it."""
        if in_use() - self._rest > _LEFT_OVER:
            _give_back()
            self._rest = in_use()

    def _run(self) -> None:
        while os.getppid() == self._parent:  # the kernel's own signal follows threads
            if self._is_on.wait(1.0):
                self._look()
                time.sleep(_TICK)
        os._exit(1)

    def _look(self) -> None:
        with self._lock:
            try:
                is_over = self._is_on.is_set() and in_use() > self._memory
            except MemoryError:
                is_over = True
            if is_over:
                os._exit(OVER_MEMORY)


@cache
def _watch() -> _Watch:
    return _Watch()


def _at_most(what: int, soft: int) -> None:
    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY and (soft == resource.RLIM_INFINITY or soft > hard):
        soft = hard
    resource.setrlimit(what, (soft, hard))


def _has_children() -> bool:
    """Whether processes that were started here still run; those that ended are buried."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


@cache
def _trim() -> Callable[[int], int] | None:
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return None if trim is None else lambda keep: int(trim(keep))


def _give_back() -> None:
    """Freed memory goes back to the system where the C library keeps it: large trees leave holes behind them."""
    if (trim := _trim()) is not None:
        trim(0)
