"""Politeness: how much may be asked of one server, and of all in one run.

>>> async with host.turn():
...     ...
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiolimiter import AsyncLimiter


class Left(Exception):
    """An ask that this run leaves for the next: the budget is spent, or the server wants to be left alone."""


@dataclass(slots=True)
class Budget:
    """The requests that one run may still make."""

    requests: int

    def spend(self) -> None:
        """Take one request.

        Raises:
            Left: there is none left.
        """
        if self.requests <= 0:
            raise Left
        self.requests -= 1


class Host:
    """One server: at most so many requests at once and a second, and none while it asks for patience.

    Requests are spaced evenly: a bucket that holds one token, so that a burst never comes.
    """

    def __init__(self, *, workers: int, rate: float, longest: float) -> None:
        self._at_once = asyncio.Semaphore(workers)
        self._bucket = AsyncLimiter(1, 1 / rate)
        self._longest = longest
        self._free_at = 0.0
        self._is_closed = False

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and have it.

        Raises:
            Left: the server asked for more patience than a run has.
        """
        async with self._at_once:
            while True:
                if self._is_closed:
                    raise Left
                pause = self._free_at - asyncio.get_running_loop().time()
                if pause > 0:
                    await asyncio.sleep(pause)
                    continue
                await self._bucket.acquire()
                if self._free_at <= asyncio.get_running_loop().time():
                    break
            yield

    def hold(self, seconds: float) -> bool:
        """Ask nothing of it for so long; whether that is within a run's patience. If not, nothing more is asked."""
        if seconds > self._longest:
            self._is_closed = True
            return False
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)
        return True
