r"""Asked: what a server was asked for, what it answered, and when it is asked again, as lines for a person.

>>> print("\\n".join(told(home, frozenset({"a/999/1000"}), "")))
A/999/1000@en  asked of un: held
  asked     2096-03-14 12:00:00Z, again from 2096-03-15 (event 7)
  ...
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.home import Home
from transforms.symbols import parse
from warehouse.events import Asked, Attempt, SourceFetched
from warehouse.ledger import Asking

_SHOWN = 10


def told(home: Home, keys: frozenset[str], language: str) -> Iterator[str]:
    """The state of every ask for a symbol, and the requests of its last answer."""
    for asking in home.ledger().askings:
        if language in ("", asking.language) and keys & _keys(asking):
            yield from _asked(home, asking)


def _keys(asking: Asking) -> frozenset[str]:
    return frozenset(symbol.key for text in (asking.symbol, *asking.symbols) for symbol in parse(text))


def _asked(home: Home, asking: Asking) -> Iterator[str]:
    answer = "" if asking.answer == asking.state else f", the last answer: {asking.answer}"
    yield f"{asking.symbol}@{asking.language}  asked of {asking.source}: {asking.state}{answer}"
    when = f"{asking.asked_time:%Y-%m-%d %H:%M:%S}Z, again from {asking.due:%Y-%m-%d}"
    yield f"  asked     {when} (event {asking.sequence})"
    if asking.message:
        yield f"            {asking.message}"
    for event in home.log.read(after=asking.sequence - 1, upto=asking.sequence):
        payload = event.payload()
        if isinstance(payload, Asked | SourceFetched):
            yield from (f"            {_attempt(one)}" for one in payload.attempts[-_SHOWN:])


def _attempt(attempt: Attempt) -> str:
    status = attempt.status if attempt.status is not None else "no answer"
    return f"{attempt.kind:<5} {status} {attempt.outcome}: {attempt.detail} ({attempt.elapsed_ms} ms)"
