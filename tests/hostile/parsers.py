"""Reading functions that do what the worst libraries do, where a file is called so; else they read."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from flows.reading import Outcome, Read, read_one
from transforms.schema import TABLES
from warehouse.ledger import Reading

_HELD = ctypes.PyDLL(None)
"""The C library, called without letting any other Python thread run."""


class Stubborn(Exception):
    """An error that cannot be packed and unpacked."""

    def __init__(self, one: object, two: object) -> None:
        super().__init__(f"{one} and {two}")


def _loop() -> None:
    re.match(r"(?:a+)+$", "a" * 60 + "b")  # C code that never lets go, and takes longer than the universe


def _sleep_held() -> None:
    _HELD.sleep(600)


def _deaf() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(b"x" * (8 << 20))


def _eat_at_once() -> None:
    b"x" * (1 << 40)


def _fork() -> None:
    if not os.fork():
        time.sleep(2)  # and both come back


def _linger() -> None:
    with subprocess.Popen(["/bin/sleep", "600"], start_new_session=False):
        os._exit(9)


def _start() -> None:
    subprocess.Popen(["/bin/sleep", "600"])


def _print() -> None:
    os.write(1, b"\x1b]0;hostile\x07")
    os.write(2, b"\x1b[31mhostile")


def _raise() -> None:
    raise Stubborn("this", "that")


def _recurse() -> None:
    _recurse()


def _threads() -> None:
    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()


def _leave() -> None:
    sys.exit(0)


def _vanish() -> None:
    os._exit(0)


def _nothing() -> None:
    pass


TRICKS: dict[str, tuple[Callable[[], object], str]] = {
    "loop": (_loop, "reader-cpu"),
    "sleep": (lambda: time.sleep(600), "reader-timeout"),
    "sleep-held": (_sleep_held, "reader-timeout"),
    "deaf": (_deaf, "reader-timeout"),
    "abort": (os.abort, "reader-crashed"),
    "segfault": (lambda: ctypes.string_at(0), "reader-crashed"),
    "killed": (lambda: os.kill(os.getpid(), signal.SIGKILL), "reader-crashed"),
    "exit": (lambda: os._exit(7), "reader-crashed"),
    "leave": (_leave, "reader-failed"),
    "vanish": (_vanish, "reader-timeout"),
    "raise": (_raise, "reader-failed"),
    "recurse": (_recurse, "reader-failed"),
    "eat": (_eat, "reader-memory"),
    "eat-at-once": (_eat_at_once, "reader-memory"),
    "start": (_start, "reader-forked"),
    "linger": (_linger, "reader-crashed"),
    "pour": (_nothing, "reader-output"),
    "unpackable": (_nothing, "reader-failed"),
    "fork": (_fork, "reader-forked"),
    "print": (_print, ""),
    "threads": (_threads, ""),
}
"""What a parser may do, by the name of the file, and the reason for which the file is refused; none where it is read."""

SLOW = frozenset({"loop", "sleep", "deaf", "vanish", "killed", "exit", "linger"})
"""Tricks that end by the clock alone, or as others do; one of a kind is enough where time counts."""


def read(home: str, reading: Reading, fingerprint: str) -> Outcome:
    """The rows of a document, after the trick that its name asks for."""
    name = Path(reading.name).stem.partition(".")[2]
    if name not in TRICKS:
        return read_one(home, reading, fingerprint)
    TRICKS[name][0]()
    if name == "pour":
        rows = pa.Table.from_pylist([{"document_id": "x" * 60_000_000}], schema=TABLES["documents"].arrow)
        return Read("x", ("x",), "en", {"documents": rows})
    if name == "unpackable":
        return threading.Lock()  # type: ignore[return-value]
    return read_one(home, reading, fingerprint)
