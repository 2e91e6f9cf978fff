"""What is made asynchronously, taken one by one by plain code.

>>> for answered in drained(make):
...     ...
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from queue import SimpleQueue
from typing import TypeVar

from anyio.from_thread import start_blocking_portal

T = TypeVar("T")
Tell = Callable[[T], None]


def drained(make: Callable[[Tell[T]], Awaitable[None]]) -> Iterator[T]:
    """Everything that `make` tells of, while it goes on in a thread of its own; who stops taking stops it.

    Raises:
        BaseException: what went wrong in the making, the first where it was several.
    """
    queue: SimpleQueue[tuple[T] | None] = SimpleQueue()

    async def run() -> None:
        try:
            await make(lambda each: queue.put((each,)))
        finally:
            queue.put(None)

    with start_blocking_portal() as portal:
        running = portal.start_task_soon(run)
        try:
            while (held := queue.get()) is not None:
                yield held[0]
            running.result()
        except BaseExceptionGroup as group:
            raise _first(group) from group
        finally:
            running.cancel()


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
