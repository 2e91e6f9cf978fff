"""Patience: one thing tried again, later each time, until what was heard is enough or the tries are spent.

>>> heard = await patiently(settings, once, lambda heard: heard[-1].is_good)
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    stop_after_attempt,
    wait_exponential_jitter,
)

from flows.settings import Settings

_LONGEST_WAIT = 120.0


class Waiting(Protocol):
    """An answer with which a server may ask us to wait so many seconds."""

    @property
    def wait(self) -> float:
        """Seconds, 0 where nothing is asked."""


W = TypeVar("W", bound=Waiting)


async def patiently(
    settings: Settings,
    once: Callable[[], Awaitable[W]],
    is_enough: Callable[[Sequence[W]], bool],
    *,
    tries: int | None = None,
) -> list[W]:
    """Everything heard, in order; the last is what it came to. At most `tries` times, else as the settings say.

    The waits double from `settings.backoff` on, each with a random part, so that several who wait do not come back
    together; a server that asks for more gets it.
    """
    heard: list[W] = []

    async def listen() -> W:
        heard.append(await once())
        return heard[-1]

    growing = wait_exponential_jitter(multiplier=settings.backoff, max=_LONGEST_WAIT, jitter=settings.backoff)

    def wait(state: RetryCallState) -> float:
        return max(heard[-1].wait, growing(state))

    retrying = AsyncRetrying(
        stop=stop_after_attempt(tries or settings.tries),
        wait=wait,
        retry=retry_if_result(lambda _: not is_enough(heard)),
        retry_error_callback=lambda _: heard[-1],
    )
    await retrying(listen)
    return heard
