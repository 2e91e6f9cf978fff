"""One address asked once, by turns and within the budget, its redirects followed as far as they may be.

>>> landed = await road.land("https://documents.un.org/api/…", path)
>>> landed.judged.outcome, landed.address
('delivered', 'https://documents.un.org/doc/undoc/gen/n24/080/81/pdf/n2408081.pdf')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.sources.un.network import Network
from flows.sources.un.politeness import Budget, Host
from flows.sources.un.wire import Reply, Wire
from transforms.errors import Refusal
from transforms.retrieval.addresses import follow
from transforms.retrieval.answers import DOCUMENTS, Answer, Judged, judge, patience

_HOPS = 5
_UNSENT = Reply(Answer(status=0), None, 0)


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a request ended: the last reply, what it means, how long all of it took, how long to wait now."""

    address: str
    reply: Reply
    judged: Judged
    elapsed_ms: int
    wait: float = 0.0
    is_hopeless: bool = False
    """Whether the server asks for more patience than a run has."""


@dataclass(frozen=True, slots=True)
class Road:
    """All it takes to reach a server: the wire, the server's turns, the run's budget, the servers allowed."""

    wire: Wire
    host: Host
    budget: Budget
    network: Network
    wanted: frozenset[str] = DOCUMENTS

    async def land(self, url: str, path: Path) -> Landed:
        """The answer at the end of the redirects; its body is in the file `path`."""
        at, elapsed, seen = url, 0, {url}
        for hop in range(_HOPS + 1):
            if not await self.network.is_public(at):
                return Landed(
                    at, _UNSENT, Judged("failed", "the server's name leads into a private network"), elapsed
                )
            async with self.host.turn():
                self.budget.spend()
                reply = await self.wire.get(at, into=path)
            elapsed += reply.elapsed_ms
            judged = self._judged(reply, is_redirected=hop > 0)
            if judged.outcome != "follow":
                return self._ended(at, reply, judged, elapsed)
            try:
                at = follow(at, judged.message, self.network.allowed)
            except Refusal as refusal:
                return Landed(at, reply, Judged("failed", refusal.message), elapsed)
            if at in seen:
                return Landed(at, reply, Judged("failed", "the redirects lead in a circle"), elapsed)
            seen.add(at)
        return Landed(at, reply, Judged("failed", f"more than {_HOPS} redirects"), elapsed)

    def _judged(self, reply: Reply, *, is_redirected: bool) -> Judged:
        if reply.trouble is not None:
            return Judged("failed", reply.trouble)
        if reply.is_over:
            return Judged("failed", "too large")
        return judge(reply.answer, is_redirected=is_redirected, wanted=self.wanted)

    def _ended(self, at: str, reply: Reply, judged: Judged, elapsed: int) -> Landed:
        """The end of a request; where the server asks for patience, nobody asks it before."""
        if judged.outcome not in ("refused", "failed"):
            return Landed(at, reply, judged, elapsed)
        wait = patience(reply.answer.retry_after, datetime.now(UTC)) or 0.0
        return Landed(at, reply, judged, elapsed, wait, is_hopeless=wait > 0 and not self.host.hold(wait))
