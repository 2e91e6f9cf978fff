"""A first look at bytes, in child processes: what they are, what they print on themselves, whether they are whole.

>>> with Lookers(settings) as lookers:
...     lookers.look(path, "A_999_1.pdf").seen.symbols
(Symbol(text='A/999/1', ...),)
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from flows.contained import Unread, Work, Workers
from transforms.errors import Refusal
from transforms.glance import Glance, glance, is_whole


@dataclass(frozen=True, slots=True)
class Examined:
    """What a first look at bytes saw, and whether they reach their own end."""

    seen: Glance
    is_whole: bool


Examine = Callable[[Path, str], Awaitable[Examined | Unread]]
"""A first look at a file under a name, while other work goes on."""
Look = Callable[[Path, str], Examined | Unread]
"""A first look at a file under a name, waited for."""


class Lookers(Workers):
    """Child processes that look at files."""

    def begin(self, path: Path, name: str) -> Work[Examined | Unread]:
        """Begin to look; `Workers.outcome` tells what was seen."""
        return self.start(look, str(path), name)

    def look(self, path: Path, name: str) -> Examined | Unread:
        """Look, and wait for it."""
        return self.outcome(self.begin(path, name), name)

    async def examine(self, path: Path, name: str) -> Examined | Unread:
        """Look, while other work goes on."""
        work = self.begin(path, name)
        seen = asyncio.wrap_future(work.future)
        await asyncio.wait((seen,))
        if not seen.cancelled():
            seen.exception()  # `outcome` speaks of it
        return self.outcome(work, name)


def look(path: str, name: str) -> Examined | Unread:
    """A first look at a file; runs in a child process."""
    content = Path(path).read_bytes()
    try:
        seen = glance(content, name)
    except Refusal as refusal:
        return Unread(refusal.reason, refusal.message)
    return Examined(seen, is_whole(content, seen.media_type))
