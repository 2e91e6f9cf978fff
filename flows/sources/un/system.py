"""The UN's document system: asked for symbols, by language and type, until an answer can be believed.

What says that there is no such document, or gives another one, must be said twice on end to be believed; what
says nothing (an error, a cut body, the application page) is asked again, later each time, so many times.

>>> system = DocumentSystem(settings, blobs, lookers.examine)
>>> [answered.state for answered in system.answers((Ask.of(parse("A/999/7"), "en"),), Budget(9))]
['held']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import anyio

from flows.looking import Examine
from flows.settings import Settings
from flows.sources.un.delivering import Given, Requests
from flows.sources.un.landing import Road
from flows.sources.un.network import Network
from flows.sources.un.patience import patiently
from flows.sources.un.politeness import Budget, Host, Left
from flows.sources.un.portal import Tell, drained
from flows.sources.un.values import Answered, Ask
from flows.sources.un.wire import Wire
from transforms.retrieval.addresses import Allowed
from transforms.retrieval.schedule import State
from transforms.symbols import Symbol
from warehouse.blobs import Blobs
from warehouse.events import Attempt

_WORTH: tuple[State, ...] = (
    "failed", "too-large", "wrong-language", "wrong-document", "not-a-document", "absent", "malformed",
)  # fmt: skip
"""Of the answers to several types asked for, the first of these is what the whole comes to.

Where one met nothing but trouble, the document may be there all the same. Else the answer that tells most stands; that
a symbol is malformed only where every type is refused so, since a server may not know one of the types.
"""
_FEW = 2


@dataclass(frozen=True)
class DocumentSystem:
    """The document system at the address that the settings name, and what it takes to ask it."""

    settings: Settings
    blobs: Blobs
    examine: Examine

    @property
    def name(self) -> str:
        """`un`."""
        return "un"

    def answers(self, asks: Sequence[Ask], budget: Budget) -> Iterator[Answered]:
        """What each ask came to, in the order in which the answers come; what is left for the next run is not there."""
        return drained(lambda tell: self._tell(asks, budget, tell))

    async def _tell(self, asks: Sequence[Ask], budget: Budget, tell: Tell[Answered]) -> None:
        told, waiting = self.settings, iter(asks)
        host = Host(told, budget.standing(told.un_url))
        network = Network(Allowed.of(told.un_url))
        async with Wire(told.headers, seconds=told.fetch_timeout, max_bytes=told.max_bytes) as wire:
            requests = Requests(Road(wire, host, budget, network), self.blobs, self.examine, told.un_url)

            async def work() -> None:
                for ask in waiting:
                    with suppress(Left):
                        tell(await self._answer(ask, requests))

            async with anyio.create_task_group() as group:
                for _ in range(told.host_workers):
                    group.start_soon(work)

    async def _answer(self, ask: Ask, requests: Requests) -> Answered:
        """Each part of the symbol in each type, in order of worth, until one gives the document."""
        asking = _Asking(ask, requests, self.settings)
        heard: list[Given] = []
        try:
            for part in ask.parts:
                for kind in self.settings.kinds:
                    given = await asking.hear(part, kind, is_troubled=any(g.state == "failed" for g in heard))
                    heard.append(given)
                    if given.delivery is not None or given.state == "refused":
                        return asking.answered(given)
        except Left:
            if not asking.attempts:
                raise
            return Answered(
                ask, "failed", "left for the next run, which goes on asking", None, tuple(asking.attempts)
            )
        return asking.answered(min(heard, key=lambda given: _WORTH.index(given.state)))


@dataclass(slots=True)
class _Asking:
    """One ask under way, and every request that it took so far."""

    ask: Ask
    requests: Requests
    settings: Settings
    attempts: list[Attempt] = field(default_factory=list)

    async def hear(self, part: Symbol, kind: str, *, is_troubled: bool) -> Given:
        """What one address says, asked until its answer can be believed or the tries are spent.

        Where another type met nothing but trouble, this one is tried twice only: the server may be down.
        """

        async def once() -> Given:
            given = await self.requests.give(self.ask, part, kind)
            self.attempts.append(given.attempt)
            return given

        heard = await patiently(self.settings, once, _is_final, tries=_FEW if is_troubled else None)
        given = heard[-1]
        return given if _is_final(heard) or given.state == "not-a-document" else _undecided(given, len(heard))

    def answered(self, given: Given) -> Answered:
        """What the ask comes to, by the answer that stands for all."""
        return Answered(
            self.ask, given.state, given.message, given.found, tuple(self.attempts), given.delivery
        )


def _is_final(heard: Sequence[Given]) -> bool:
    """Whether the last answer ends the asking: a document, or the same thing heard twice on end."""
    last = heard[-1]
    if last.delivery is not None or last.is_hopeless:
        return True
    if not last.is_believable or len(heard) == 1:
        return False
    return (heard[-2].state, heard[-2].attempt.content_sha256) == (last.state, last.attempt.content_sha256)


def _undecided(last: Given, tries: int) -> Given:
    """The last of several answers of which no two on end agreed: it decides nothing."""
    if last.state in ("failed", "refused"):
        return last
    return replace(
        last, state="failed", message=f"{tries} answers, no two on end alike; the last: {last.message}"
    )
