"""A Chinese text -> the dates in it, in EDTF. What a date leaves out it takes from the date before it.

>>> [tuple(date) for date in days("2023年5月3日至5日,2015-2030年")]
[(0, 12, '2023-05-03/2023-05-05'), (13, 23, '2015/2030')]
"""

from __future__ import annotations

import re
from typing import NamedTuple

SIGNS = ("年", "月")
"""The signs without one of which no date stands."""

_DAY = r"(?:日|(?=(?:\s?[-至到、和及]\s?\d{1,2}){1,6}\s?日))"
"""Days of one month share the sign: "5至6日"."""
_YEARS = re.compile(r"((?:1[89]|20)\d\d)\s?年?\s?[-至到]\s?((?:1[89]|20)\d\d|\d\d)\s?年(?!\s?\d{1,2}\s?月)")
_FIRST = re.compile(
    rf"(?<![\d/.])(?:(?P<y>(?:1[89]|20)\d\d)\s?年(?P<decade>代)?(?:\s?(?P<m>\d{{1,2}})\s?月(?:\s?(?P<d>\d{{1,2}})\s?{_DAY})?)?"
    rf"|{_YEARS.pattern}|(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?{_DAY})"
)
_NEXT = re.compile(
    r"\s?(?P<sign>[-至到、和及,]|以及)\s?(?:(?P<y>(?:1[89]|20)\d\d)\s?年\s?)?(?:(?P<m>\d{1,2})\s?月(?!\w?份?以)\s?)?"
    rf"(?:(?P<d>\d{{1,2}})\s?{_DAY})?"
)
_RANGING = frozenset("-至到")
_NAME = re.compile(r"《[^》]*$")
_VOLUME = re.compile(r"[,，]补编")
"""Behind the year of a volume of the Official Records."""
_NAMED = ("《", "议程", "可持续发展议程", "可持续发展目标")


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
        else:
            at = _series(text, match, found)
    return found


def _full(year: str, before: str) -> str:
    return year if len(year) == 4 else before[:2] + year


def _is_in_a_name(text: str, match: re.Match[str]) -> bool:
    if match["m"] or match["month"] or _VOLUME.match(text, match.end()):
        return False
    is_within = bool(_NAME.search(text, max(0, match.start() - 60), match.start()))
    return is_within or text.startswith(_NAMED, match.end())


def _series(text: str, match: re.Match[str], found: list[Dated]) -> int:
    """A date and those that lean on it: "2021年8月4日、13日和9月2日"."""
    year, month, day = match["y"], match["m"] or match["month"], match["d"] or match["day"]
    found.append(Dated(match.start(), match.end(), _edtf(year, month, day)))
    end = match.end()
    while month and (after := _NEXT.match(text, end)) and (after["m"] or after["d"]):
        if after["y"] and after["sign"] not in _RANGING:
            break
        if bool(after["d"]) != bool(day):
            break
        is_period = after["sign"] in _RANGING or not after["m"] or _is_period(month, day, after)
        year, month, day = after["y"] or year, after["m"] or month, after["d"]
        edtf, last = _edtf(year, month, day), found[-1]
        if is_period:
            found[-1] = Dated(last.start, after.end(), f"{last.edtf.partition('/')[0]}/{edtf}")
        else:
            found.append(Dated(after.start("m"), after.end(), edtf))
        end = after.end()
    return end


def _is_period(month: str, day: str | None, after: re.Match[str]) -> bool:
    """Whether two months that follow each other are named: "2018年4月和5月"."""
    return day is None and not after["y"] and after["sign"] == "和" and int(after["m"]) == int(month) + 1


def _edtf(year: str | None, month: str | None, day: str | None) -> str:
    parts = [year or "XXXX", *(f"{int(each):02}" for each in (month, day) if each)]
    return "-".join(parts)
