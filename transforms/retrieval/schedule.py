"""When to ask again: the older a document, the less often; what was not settled, at once.

>>> due("held", noon, age=timedelta(days=4000)) - noon
datetime.timedelta(days=365)
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from transforms.symbols import Symbol

State = Literal[
    "held", "absent", "withdrawn", "malformed", "wrong-document", "wrong-language", "too-large", "not-a-document",
    "refused", "failed",
]  # fmt: skip
"""What is known of a document that a server was asked for."""

SETTLED: frozenset[State] = frozenset(
    {"held", "absent", "withdrawn", "malformed", "wrong-document", "wrong-language", "too-large", "not-a-document"}
)  # fmt: skip
"""States that an answer gave; in the others there was none, and the asking goes on."""

_DAY = timedelta(days=1)
_BY_AGE = ((30, 1), (180, 7), (730, 30), (3650, 180))
"""Days of age under which a held document is asked for again after so many days; a corrigendum or a reissue comes
in the first weeks or hardly ever."""
_OLD = 365
_LONGEST_ABSENCE = 90
_DAYS: dict[State, int] = {
    "refused": 0, "failed": 0, "not-a-document": 1, "wrong-document": 7, "wrong-language": 7, "too-large": 30,
    "malformed": 180, "withdrawn": 180,
}  # fmt: skip
CONFIRMATIONS = 3
"""Times that a held document must be said not to exist, each a day after the other, before it is withdrawn."""


def due(state: State, asked: datetime, *, age: timedelta = timedelta(0), misses: int = 0) -> datetime:
    """The time from which a server may be asked again.

    Args:
        state: what the last answer came to.
        asked: when it came.
        age: how old the document is.
        misses: how many times on end it was said not to exist.
    """
    return asked + _DAY * _days(state, age, misses)


def is_confirmed(misses: int) -> bool:
    """Whether a held document was said not to exist so often that it is withdrawn."""
    return misses >= CONFIRMATIONS


def age(symbol: Symbol, first_held: datetime, now: datetime) -> timedelta:
    """How old a document is: since the end of the year or session that its symbol names, or since it was first held.

    A session of the General Assembly ends in September of the year after that in which it opened.
    """
    if symbol.year is None:
        return max(timedelta(0), now - first_held)
    ends = (1, 1) if symbol.session_kind == "year" else (9, 15)
    return max(timedelta(0), now - min(first_held, datetime(symbol.year + 1, *ends, tzinfo=UTC)))


def _days(state: State, age: timedelta, misses: int) -> int:
    match state:
        case "held":
            return 1 if misses else next((days for under, days in _BY_AGE if age < _DAY * under), _OLD)
        case "absent":
            return min(1 << max(0, min(misses, 10) - 1), _LONGEST_ABSENCE)
        case _:
            return _DAYS[state]
