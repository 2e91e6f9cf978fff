"""Politeness: how much may be asked of one server, and of all in one run.

>>> async with host.turn():
...     ...
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

from aiolimiter import AsyncLimiter

from flows.settings import Settings
from transforms.retrieval.addresses import origin


class Left(Exception):
    """An ask that this run leaves for the next: the budget is spent, or the server wants to be left alone."""


@dataclass(slots=True)
class Standing:
    """How a run stands with one server, in seconds of the monotonic clock.

    Attributes:
        asked_at: when it was asked last.
        free_at: nothing is asked of it before.
        is_closed: whether it asked for more patience than a run has, so that nothing is asked of it any more.
    """

    asked_at: float = 0.0
    free_at: float = 0.0
    is_closed: bool = False


@dataclass(slots=True)
class Budget:
    """What one run may still ask of servers: so many requests, and of each what it can bear."""

    requests: int
    servers: dict[str, Standing] = field(default_factory=dict)

    def spend(self) -> None:
        """Take one request.

        Raises:
            Left: there is none left.
        """
        if self.requests <= 0:
            raise Left
        self.requests -= 1

    def standing(self, address: str) -> Standing:
        """How the run stands with the server of an address, from one round to the next."""
        return self.servers.setdefault(origin(address), Standing())


class Host:
    """One server: at most so many requests at once and a second, and none while it asks for patience.

    Requests are spaced evenly: a bucket that holds one token, so that a burst never comes, not even between two
    rounds of a run.
    """

    def __init__(self, settings: Settings, standing: Standing) -> None:
        self._at_once = asyncio.Semaphore(settings.host_workers)
        self._bucket = AsyncLimiter(1, 1 / settings.rate)
        self._longest = settings.patience
        self._standing = standing
        self._from = standing.asked_at + 1 / settings.rate

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and have it.

        Raises:
            Left: the server asked for more patience than a run has.
        """
        async with self._at_once:
            await self._must_wait()
            await self._bucket.acquire()
            await self._must_wait()  # somebody may have been asked for patience meanwhile
            self._standing.asked_at = monotonic()
            yield

    def hold(self, seconds: float) -> bool:
        """Ask nothing of it for so long; whether that is within a run's patience. If not, nothing more is asked."""
        if seconds > self._longest:
            self._standing.is_closed = True
            return False
        self._standing.free_at = max(self._standing.free_at, monotonic() + seconds)
        return True

    async def _must_wait(self) -> None:
        """Return once the server may be asked.

        Raises:
            Left: it may not be asked any more in this run.
        """
        while not self._standing.is_closed:
            pause = max(self._standing.free_at, self._from) - monotonic()
            if pause <= 0:
                return
            await asyncio.sleep(pause)
        raise Left
