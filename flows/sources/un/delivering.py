"""One address asked once, its redirects followed, and its bytes looked at before they are believed.

>>> given = await requests.give(ask, ask.parts[0], "pdf")
>>> given.state, given.delivery.name
('held', 'A_999_7-EN.pdf')
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flows.contained import Unread
from flows.looking import Examine
from flows.sources.un.landing import Landed, Road
from flows.sources.un.values import Ask, Delivery
from transforms.glance import mismatch
from transforms.retrieval.addresses import access, shown
from transforms.retrieval.schedule import State
from transforms.symbols import Symbol, to_file_name
from warehouse.blobs import Blobs
from warehouse.events import Attempt

_MIB = 1024 * 1024
_STATES: dict[str, State] = {
    "absent": "absent", "malformed": "malformed", "refused": "refused", "failed": "failed", "page": "not-a-document",
}  # fmt: skip
_ENDINGS = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.wordperfect": "wpd",
    "application/rtf": "rtf",
}


@dataclass(frozen=True, slots=True)
class Given:
    """What one request came to.

    `is_believable` says that it means something if it is heard again; `is_hopeless` that to ask again is of no use
    now; `wait` is how many seconds the server asks us to wait.
    """

    state: State
    message: str
    attempt: Attempt
    wait: float = 0.0
    found: str | None = None
    delivery: Delivery | None = None
    is_believable: bool = False
    is_hopeless: bool = False


@dataclass(frozen=True)
class Requests:
    """All it takes to ask for documents: the road to the server, the place for bytes, a first look at them."""

    road: Road
    blobs: Blobs
    examine: Examine
    base: str

    async def give(self, ask: Ask, part: Symbol, kind: str) -> Given:
        """Ask once for a part of a symbol in a type, and look at what came."""
        url = access(self.base, str(part), ask.language, kind)
        with self.blobs.incoming() as path:
            landed = await self.road.land(url, path)
            if landed.judged.outcome != "delivered":
                return self._ungiven(landed, url, kind)
            return await self._examined(ask, landed, url, kind, path)

    def _ungiven(self, landed: Landed, url: str, kind: str) -> Given:
        """An answer that is no document."""
        judged, reply = landed.judged, landed.reply
        if reply.is_over:
            message = f"more than {self.road.wire.limit / _MIB:g} MiB came, which is the limit; raise UNFOLD_MAX_BYTES to take it"
            return Given(
                "too-large", message, _attempt(landed, url, kind, "too-large", message), is_believable=True
            )
        state = _STATES[judged.outcome]
        return Given(
            state, judged.message, _attempt(landed, url, kind, state, judged.message), landed.wait,
            is_believable=state in ("absent", "malformed"), is_hopeless=landed.is_hopeless,
        )  # fmt: skip

    async def _examined(self, ask: Ask, landed: Landed, url: str, kind: str, path: Path) -> Given:
        """What came, kept where it is the document that was asked for."""

        def not_it(state: State, message: str, found: str | None = None) -> Given:
            attempt = _attempt(landed, url, kind, state, message)
            return Given(state, message, attempt, found=found, is_believable=True)

        name = f"{to_file_name(ask.parts, ask.language)}.{kind}"
        looked = await self.examine(path, name)
        if isinstance(looked, Unread):
            return not_it("not-a-document", f"it cannot be opened ({looked.reason})")
        seen = looked.seen
        if seen.media_type not in _ENDINGS:
            return not_it("not-a-document", f"it is {seen.media_type}, which is no document")
        if not looked.is_whole:
            return not_it("not-a-document", "its end is missing or it is damaged")
        wrong = mismatch(seen, ask.parts, ask.language)
        if wrong is not None:
            return not_it(wrong.reason, wrong.message, wrong.found)
        count = landed.reply.answer.byte_count
        delivery = Delivery(
            shown(url), f"{to_file_name(ask.parts, ask.language)}.{_ENDINGS[seen.media_type]}", self.blobs.adopt(path),
            count, seen.media_type, tuple(map(str, seen.symbols)), seen.language,
        )  # fmt: skip
        message = f"{count} bytes of {seen.media_type}"
        return Given("held", message, _attempt(landed, url, kind, "held", message), delivery=delivery)


def _attempt(landed: Landed, url: str, kind: str, outcome: str, detail: str) -> Attempt:
    answer = landed.reply.answer
    landing = shown(url)
    with suppress(ValueError):
        landing = shown(landed.address)
    return Attempt(
        kind=kind,
        address=shown(url),
        landed=landing,
        status=answer.status or None,
        byte_count=answer.byte_count,
        elapsed_ms=landed.elapsed_ms,
        content_sha256=None if landed.reply.is_over else landed.reply.sha256,
        outcome=outcome,
        detail=detail,
    )
