"""A series of documents that are numbered one after the other, and where its frontier is.

>>> series = Series.parse("A/RES/80/*")
>>> str(series.symbol((12,))), series.numbers(parse("A/RES/80/7")[0])
('A/RES/80/12', (7,))
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from transforms.errors import Refusal
from transforms.symbols.grammar import parse
from transforms.symbols.spelling import spell
from transforms.symbols.symbol import Symbol

Numbers = tuple[int, ...]
"""What stands for each star, from left to right."""

_STAR = "*"
_MOST_STARS = 2
_GLUED = re.compile(r"[A-Za-z0-9*]\*|\*[A-Za-z0-9]")
"""A star that stands for no whole number: `A/61/204*` is a reissue."""


@dataclass(frozen=True)
class Series:
    """A symbol in which one or two numbers are left open: `A/RES/80/*`, `S/2026/*`, `A/HRC/*/*`, `A/73/328/Corr.*`.

    The last star is the number that moves; a star before it counts sessions.
    """

    pattern: str

    @classmethod
    def parse(cls, text: str) -> Series:
        """The series that a pattern names.

        Raises:
            Refusal: `malformed-series`: no star, too many, one that touches a letter or a digit, or what stands around
                them is no symbol, or several.
        """
        wanted = Refusal(
            "malformed-series",
            f"{text[:80]!r} is no series; expected a symbol with a * for the number that moves, and perhaps one for the "
            "session before it: A/RES/80/*, S/2026/*, A/HRC/*/*.",
        )
        try:
            series = cls(spell(text))
            ones = (1,) * series.stars
            is_known_again = series.numbers(series.symbol(ones)) == ones
        except Refusal as refusal:
            raise wanted from refusal
        # Numbers that it does not know again would be asked for without end.
        if not is_known_again or not 1 <= series.stars <= _MOST_STARS or _GLUED.search(series.pattern):
            raise wanted
        return series

    @property
    def stars(self) -> int:
        """How many numbers are left open."""
        return self.pattern.count(_STAR)

    def symbol(self, numbers: Numbers) -> Symbol:
        """The symbol with those numbers in the places of the stars."""
        parts = self.pattern.split(_STAR)
        text = parts[0] + "".join(f"{n}{part}" for n, part in zip(numbers, parts[1:], strict=True))
        return parse(text)[0]

    def numbers(self, symbol: Symbol) -> Numbers | None:
        """The numbers with which a symbol belongs to the series; None where it does not."""
        found = self._matcher.fullmatch(symbol.key)
        return tuple(int(group) for group in found.groups()) if found else None

    @cached_property
    def _matcher(self) -> re.Pattern[str]:
        plain = self.pattern.replace(" ", "").casefold()
        return re.compile(r"([1-9]\d{0,5})".join(map(re.escape, plain.split(_STAR))))


def frontier(series: Series, there: Mapping[Numbers, bool], asked: Set[Numbers], first: Numbers, gap: int) -> tuple[Numbers, ...]:  # fmt: skip
    """The next numbers to ask for, none where the frontier is reached: `gap` absences on end, each asked in this run.

    Numbers below the last that is there and of which nothing is known are asked for too: another way than counting
    may have brought that one.

    Args:
        series: the series.
        there: what is known of its numbers: whether a document is there.
        asked: the numbers that were asked for in this run.
        first: the numbers to begin with.
        gap: absences on end that make the frontier.
    """
    if series.stars == 1:
        known = {n[0]: is_there for n, is_there in there.items()}
        window = _window(known, {n[0] for n in asked}, first[0], gap)
        return tuple((n,) for n in window)
    return _frontier_of_sessions(there, asked, first, gap)


def _frontier_of_sessions(
    there: Mapping[Numbers, bool], asked: Set[Numbers], first: Numbers, gap: int
) -> tuple[Numbers, ...]:
    """As `frontier`, for two numbers: session by session, to the one after the last that has a document.

    The last that has one, the one before and the one after are still moving; of others each number is asked for once.
    """
    last = max((session for (session, _), is_there in there.items() if is_there), default=first[0] - 1)
    for session in range(first[0], last + 2):
        known = {n: is_there for (at, n), is_there in there.items() if at == session}
        own = {n for at, n in asked if at == session} | (set() if session >= last - 1 else known.keys())
        window = _window(known, own, first[1] if session == first[0] else 1, gap)
        if window:
            return tuple((session, n) for n in window)
    return ()


def _window(there: Mapping[int, bool], asked: Set[int], first: int, gap: int) -> tuple[int, ...]:
    """What is unknown up to the last number that is there, and the `gap` numbers after it."""
    last = max((n for n, is_there in there.items() if is_there), default=first - 1)
    unknown = [n for n in range(first, last + 1) if n not in there]
    after = range(max(last + 1, first), max(last + 1, first) + gap)
    return tuple(n for n in (*unknown, *after) if n not in asked)
