"""Retrieving: documents asked of the United Nations, each answer recorded as it comes.

What was answered lately is not asked again, so that a run that was cut off asks only for what is missing. Bytes
are durable before an event names them.

    >>> retrieve(home, wanted, ("en", "fr")).fetched
    2
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.collected import Collected, Trouble
from flows.home import Home
from flows.looking import Lookers
from flows.progress import Watch, silent
from flows.sources import Absent, Wanted
from flows.sources.un import Answered, Ask, Budget, DocumentSystem
from transforms.retrieval.schedule import SETTLED, State, is_confirmed
from warehouse.events import (
    ASKED,
    AskedPayload,
    DocumentWithdrawn,
    Payload,
    SourceFetched,
    SourceUnchanged,
    asked_stream,
    source_stream,
)
from warehouse.ledger import Asking, Ledger

SOURCE = "un"
DEFAULT_LANGUAGES = ("en",)
_SHAPES: Mapping[State, Callable[..., AskedPayload]] = {shape.state: shape for shape in ASKED}
"""The event of each state."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked now, and what is known well enough."""

    asks: tuple[Ask, ...]
    known: tuple[Asking, ...]


def retrieve(
    home: Home, wanted: Wanted, languages: tuple[str, ...], watch: Watch = silent, *, again: bool = False
) -> Collected:
    """Ask for the documents wanted, in each language, unless what is known of them is new enough."""
    asks = [Ask.of(parts, language) for parts in wanted for language in languages or DEFAULT_LANGUAGES]
    plan = planned(home.ledger(), asks, datetime.now(UTC), again=again)
    return carry_out(home, plan, Budget(home.settings.budget), watch)


def planned(ledger: Ledger, asks: Iterable[Ask], now: datetime, *, again: bool = False) -> Plan:
    """Which asks are due, each once; a document that another symbol of its own has brought is known by that."""
    due: dict[tuple[str, str], Ask] = {}
    known: dict[tuple[str, str], Asking] = {}
    aliases = ledger.aliases(SOURCE)
    for ask in asks:
        at = (ask.symbol, ask.language)
        asking = ledger.asking(SOURCE, *at)
        if asking is None or asking.state != "held":
            asking = next(
                (aliases[p.key, ask.language] for p in ask.parts if (p.key, ask.language) in aliases), asking
            )
        if asking is None or again or asking.due <= now:
            due.setdefault(at, ask)
        else:
            known.setdefault(at, asking)
    return Plan(tuple(due.values()), tuple(known.values()))


def carry_out(home: Home, plan: Plan, budget: Budget, watch: Watch = silent) -> Collected:
    """Ask for all that a plan says is due, and record each answer."""
    met = _of_known(plan.known)
    if not plan.asks:
        return met
    told = 0
    with Lookers(home.settings) as lookers:
        lookers.come_up()
        system = DocumentSystem(home.settings, home.blobs, lookers.examine)
        for answered in system.answers(plan.asks, budget):
            met += _record(home, answered)
            told += 1
            watch("collect", told, len(plan.asks))
    withdraw(home)
    return met + Collected(left=len(plan.asks) - told)


def withdraw(home: Home) -> None:
    """Record as withdrawn what is held and was said not to exist often enough."""
    home.record(
        [
            (
                asked_stream(*asking.key),
                DocumentWithdrawn(
                    *asking.key, asking.misses,
                    f"the server said on {asking.misses} days that there is no {asking.symbol} in {asking.language}",
                ),
            )
            for asking in home.ledger().askings
            if asking.state == "held" and is_confirmed(asking.misses)
        ]
    )  # fmt: skip


def _record(home: Home, answered: Answered) -> Collected:
    ask = answered.ask
    before = home.ledger().asking(SOURCE, ask.symbol, ask.language)
    stream, payload = _told(answered, before)
    home.record([(stream, payload)])
    is_new = isinstance(payload, SourceFetched)
    is_settled = answered.state in SETTLED
    met = Collected(offered=1, fetched=int(is_new), unsettled=int(not is_settled))
    if answered.delivery is not None:
        return met + Collected(unchanged=int(not is_new))
    return met + _of_state(answered.state, ask.symbol, ask.language, answered.message)


def _told(answered: Answered, before: Asking | None) -> tuple[str, Payload]:
    """The stream and the event of an answer."""
    ask, got = answered.ask, answered.delivery
    about = (SOURCE, ask.symbol, ask.language, ask.reason, answered.message, answered.attempts)
    stream = asked_stream(SOURCE, ask.symbol, ask.language)
    if got is None:
        return stream, _without(answered)
    if before is not None and before.state == "held" and before.content_sha256 == got.content_sha256:
        return stream, SourceUnchanged(*about, url=got.url, content_sha256=got.content_sha256)
    return source_stream(got.url), SourceFetched(
        SOURCE, got.url, got.name, ask.symbol, ask.language, got.content_sha256, got.byte_count, got.media_type,
        got.printed_symbols, got.printed_language, ask.reason, answered.attempts,
    )  # fmt: skip


def _without(answered: Answered) -> AskedPayload:
    ask = answered.ask
    about = (SOURCE, ask.symbol, ask.language, ask.reason, answered.message, answered.attempts)
    more = {} if answered.found is None else {"found": answered.found}
    return _SHAPES[answered.state](*about, **more)


def _of_known(known: Sequence[Asking]) -> Collected:
    """What is told of documents that are not asked for now."""
    met = Collected(known=len(known))
    for asking in known:
        if asking.state != "held":
            asked = f"{asking.asked_time:%Y-%m-%d %H:%M}Z"
            message = (
                f"{asking.message} (asked {asked}, and again from {asking.due:%Y-%m-%d}; --again asks now)"
            )
            met += _of_state(asking.state, asking.symbol, asking.language, message)
    return met


def _of_state(state: State, symbol: str, language: str, message: str) -> Collected:
    if state in ("absent", "withdrawn"):
        return Collected(absent=(Absent(symbol, language, f"in {language}: {message}."),))
    return Collected(troubles=(Trouble(f"{symbol}@{language}", state, message),))
