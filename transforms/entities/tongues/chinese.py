"""A Chinese text -> the dates in it, in EDTF. What a date leaves out it takes from the date before it.

>>> [tuple(date) for date in days("2023年5月3日至5日,2015-2030年")]
[(0, 12, '2023-05-03/2023-05-05'), (13, 23, '2015/2030')]
"""

from __future__ import annotations

import re
from typing import NamedTuple

YEAR = "年"
"""The sign without which no date stands."""

_YEARS = re.compile(r"((?:1[89]|20)\d\d)\s?年?\s?[-至到]\s?((?:1[89]|20)\d\d|\d\d)\s?年(?!\s?\d{1,2}\s?月)")
_FIRST = re.compile(
    r"(?<![\d/.])(?:(?P<y>(?:1[89]|20)\d\d)\s?年(?P<decade>代)?(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?"
    rf"|{_YEARS.pattern})"
)
_NEXT = re.compile(
    r"\s?(?P<sign>[-至到、和及,]|以及)\s?(?:(?P<y>(?:1[89]|20)\d\d)\s?年\s?)?(?:(?P<m>\d{1,2})\s?月(?!\w?份?以)\s?)?(?:(?P<d>\d{1,2})\s?日)?"
)
_RANGING = frozenset("-至到")
_NAME = re.compile(r"《[^》]*$")
_NAMED = ("议程", "可持续发展议程", "可持续发展目标")


class Dated(NamedTuple):
    """A date: first code point, one past the last, EDTF."""

    start: int
    end: int
    edtf: str


def days(text: str) -> list[Dated]:
    """The dates of a text made plain, in order, none overlapping another."""
    found: list[Dated] = []
    at = 0
    while match := _FIRST.search(text, at):
        at = match.end()
        two = _YEARS.match(text, match.start())
        if _is_in_a_name(text, match):
            continue
        if two:
            found.append(Dated(match.start(), two.end(), f"{two[1]}/{_full(two[2], two[1])}"))
            at = two.end()
        elif match["decade"]:
            found.append(Dated(match.start(), at, f"{match['y'][:3]}X"))
        elif match["y"]:
            at = _series(text, match, found)
    return found


def _full(year: str, before: str) -> str:
    return year if len(year) == 4 else before[:2] + year


def _is_in_a_name(text: str, match: re.Match[str]) -> bool:
    return (
        not match["m"] and bool(_NAME.search(text, max(0, match.start() - 60), match.start()))
    ) or text.startswith(_NAMED, match.end())


def _series(text: str, match: re.Match[str], found: list[Dated]) -> int:
    """A date and those that lean on it: "2021年8月4日、13日和9月2日"."""
    year, month, day = match["y"], match["m"], match["d"]
    found.append(Dated(match.start(), match.end(), _edtf(year, month, day)))
    end = match.end()
    while month and (after := _NEXT.match(text, end)) and (after["m"] or after["d"]):
        if after["y"] and after["sign"] not in _RANGING:
            break
        if bool(after["d"]) != bool(day):
            break
        year, is_same_month = after["y"] or year, not after["m"]
        month, day = after["m"] or month, after["d"]
        edtf, last = _edtf(year, month, day), found[-1]
        if after["sign"] in _RANGING or is_same_month:
            found[-1] = Dated(last.start, after.end(), f"{last.edtf.partition('/')[0]}/{edtf}")
        else:
            found.append(Dated(after.start("m"), after.end(), edtf))
        end = after.end()
    return end


def _edtf(year: str, month: str | None, day: str | None) -> str:
    parts = [year, *(f"{int(each):02}" for each in (month, day) if each)]
    return "-".join(parts)
