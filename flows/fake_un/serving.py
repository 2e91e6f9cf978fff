"""Serving: the stand-in for a person to try, until they have had enough of it.

>>> serve(documents=50, faults=0.1, seed=0, port=0, languages=("en", "fr"), log=None)
The stand-in for the United Nations has 50 documents in en, fr at http://127.0.0.1:40001 …
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

from flows.errors import Usage
from flows.fake_un.faults import Faults
from flows.fake_un.server import FakeUN
from flows.fake_un.world import World
from flows.terminal import say

_SHOWN = 3


def serve(  # noqa: PLR0913, PLR0917 - the options of a command, one by one
    documents: int, faults: float, seed: int, port: int, languages: tuple[str, ...], log: Path | None
) -> None:
    """Invent a world, say where it stands and what to ask it, and serve until interrupted or terminated.

    Args:
        documents: how many.
        faults: the share of attempts that something goes wrong with for a while, 0 to 1.
        seed: chooses the world and the faults.
        port: 0 takes a free one.
        languages: two-letter codes; English is always among them.
        log: where each request is written down as a line of JSON.

    Raises:
        Usage: a number out of its range, an unknown language, a port that is taken, a library that is missing.
    """
    if documents < 1 or not 0 <= faults <= 1:
        raise Usage(
            f"{documents} documents with a share of {faults} faults: give at least 1, and a share from 0 to 1."
        )
    world = World.invented(documents, seed, languages)
    with (
        _interrupted() as stop,
        _standing(FakeUN(world, Faults(faults, seed), port=port, log=log), port) as un,
    ):
        for line in introduction(un):
            say(line)
        stop.wait()


def introduction(un: FakeUN) -> Iterator[str]:
    """Where it stands, symbols worth trying, and the command to try."""
    world = un.world
    held = [symbol for symbol in world.symbols if world.truth(symbol, "en").state == "held"]
    shown = held[:_SHOWN] or list(world.symbols[:_SHOWN])
    yield (
        f"The stand-in for the United Nations is at {un.url} with {len(world.documents)} invented documents "
        f"({', '.join(world.languages)}); Ctrl-C ends it."
    )
    yield f"Try {', '.join(shown)}."
    yield f"UNFOLD_UN_URL={un.url} UNFOLD_LIBRARY_URL={un.url} unfold collect {shown[0]} --source un"


@contextmanager
def _standing(un: FakeUN, port: int) -> Iterator[FakeUN]:
    with ExitStack() as stack:
        try:
            stack.enter_context(un)
        except OSError as error:
            what = error.filename or f"port {port}"
            raise Usage(f"{what} cannot be had ({error.strerror}); give another.") from error
        yield un


@contextmanager
def _interrupted() -> Iterator[Event]:
    """An event that SIGINT and SIGTERM set while the block lasts."""
    stop = Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
