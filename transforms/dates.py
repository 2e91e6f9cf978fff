"""Month names and years in a text -> dates in EDTF (ISO 8601-2, levels 1 and 2).

Relative dates ("last year"), months without a year, and years that belong to a name or a number
("2030 Agenda", "resolution 1631 (2005)", "S/2008/186") are no dates here.

>>> text = "from 20 to 22 March 2019, in 2016-2020"
>>> read(text, [(0, 14, 19)], [(1, 29, 33), (1, 34, 38)])
[(5, 24, '2019-03-20/2019-03-22'), (29, 38, '2016/2020')]
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from transforms.scan import Hit

Found = tuple[int, int, str]
"""(first code point, one past the last, EDTF)."""

MONTHS = {
    name: number
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December"), start=1,
    )
}  # fmt: skip
YEARS = tuple(str(year) for year in range(1800, 2100))
DECADES = tuple(f"{decade}0s" for decade in range(185, 210))

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS_BEFORE = re.compile(
    rf"(?:(?<![\w/.,$-])|(?<=[a-z]-))(?:({_DAY})(, {_DAY}(?:, {_DAY})*)?( to | and | or | until |-|, and ))?({_DAY}) $"
)
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_NEAR = 10
_DAY_AFTER = re.compile(rf" ({_DAY})(?:-({_DAY}))?,? (\d{{4}})(?!\w)")
_YEAR_AFTER = re.compile(r",? (\d{4})(?![\w/])")
_JOINT = re.compile(r"(?: ?- ?| to | until | through )")
_LIST = re.compile(r"(?:, and |, | and | or )")
_SHORT_YEAR = re.compile(r"([-/])(\d{2})(?!\w)")
_SECOND_YEAR = re.compile(r"(?:-| - | to |/)(\d{4})(?!\w)")
_NUMBERED = re.compile(
    r"(?:[Rr]esolutions?|[Dd]ecisions?|No\.|Nos\.|[Pp]aras?\.|[Pp]aragraphs?|[Aa]rticles?|[Dd]ocument|[Pp]ages?|pp?\.|number|[Vv]ols?\.)"
    r"[  ]$"
)
_IN_FRONT = frozenset((
    "In", "Since", "By", "During", "Until", "Till", "Before", "After", "From", "Between",
    "Throughout", "For", "Of", "The", "Through", "To", "Early", "Late", "Mid", "End", "Year",
    "And", "Only", "While", "When", "As", "At", "On", "Summer", "Spring", "Autumn", "Winter",
    "Biennium", "Also", "Both",
))  # fmt: skip
_TEMPORAL = frozenset((
    "in", "since", "by", "during", "until", "till", "before", "after", "from", "between",
    "throughout", "through", "to", "early", "late", "mid", "end", "of", "and", "year", "period",
))  # fmt: skip
_NUMBERED_ENDS = frozenset("nse.tr")
_RANGING = frozenset("-/ ")
_ROMAN_OR_YEAR = re.compile(r" \((?:\d{4}|[IVXLC]+)\)")


_TO_THE_PRESENT = " to the present"
_PART_OF_YEAR = ("early ", "late ", "mid-", "Early ", "Late ", "Mid-")
_GROUPING = re.compile(r"(?:([Ff]irst|[Ss]econd) half|([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) quarter) of $")
_GROUPINGS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_HALVES, _QUARTERS = 40, 33
"""EDTF level 2 counts the halves of a year from 40 and its quarters from 33."""


class _Dated(NamedTuple):
    start: int
    end: int
    first: int | None
    last: int | None
    month: int
    year: int | None


def read(text: str, months: Sequence[Hit], years: Sequence[Hit]) -> list[Found]:
    """The dates of a passage, in order, none overlapping another.

    Args:
        text: the folded text.
        months: where the literals of `MONTHS` stand, in order.
        years: where those of `YEARS` and `DECADES` stand, in order.
    """
    found = _joined(text, [_around(text, start, end) for _, start, end in months]) if months else []
    free = _outside(years, found) if found else years
    if free:
        found = sorted(found + _years(text, free)) if found else _years(text, free)
    return [_with_part(text, *date) for date in found]


def _outside(years: Sequence[Hit], dates: Sequence[Found]) -> list[Hit]:
    """The years that stand in none of the dates; both are in order."""
    free: list[Hit] = []
    at, last = 0, len(dates)
    for hit in years:
        while at < last and dates[at][1] <= hit[1]:
            at += 1
        if at == last or hit[1] < dates[at][0]:
            free.append(hit)
    return free


def _around(text: str, start: int, end: int) -> _Dated:
    month = MONTHS[text[start:end]]
    first = last = None
    if start > 1 and (text[start - 2].isdigit() or text[start - 3 : start - 1] in _ORDINALS):
        head = max(0, start - 40)
        days = _DAYS_BEFORE.search(text[head:start])
        if days and 1 <= _int(days[4]) <= 31:
            first = _int(days[1] or days[4])
            last = _int(days[4])
            start = head + days.start()
    if after := _YEAR_AFTER.match(text, end):
        return _Dated(start, after.end(), first, last, month, int(after[1]))
    if first is None and (after := _DAY_AFTER.match(text, end)):
        first = _int(after[1])
        return _Dated(start, after.end(), first, _int(after[2] or after[1]), month, int(after[3]))
    return _Dated(start, end, first, last, month, None)


def _joined(text: str, dates: list[_Dated]) -> list[Found]:
    """Dates that share a year ("30 November to 2 December 2017") are read together."""
    found: list[Found] = []
    later: _Dated | None = None
    is_range = False
    for printed in reversed(dates):
        is_near = later is not None and later.year is not None and later.start - printed.end < _NEAR
        gap = text[printed.end : later.start] if later is not None and is_near else ""
        date = (
            _dated_by(printed, later)
            if later is not None and gap and (_JOINT.fullmatch(gap) or _LIST.fullmatch(gap))
            else printed
        )
        if (
            later is not None
            and gap
            and not is_range
            and (_JOINT.fullmatch(gap) or _is_period(date, later, gap))
        ):
            found.append((date.start, found.pop()[1], f"{_from(date)}/{_until(later)}"))
            later, is_range = date, True
            continue
        is_range = False
        if date.year is not None or date.first is not None:
            found.append((date.start, date.end, _edtf(date)))
            later = date
        else:
            later = None
    return found[::-1]


def _dated_by(date: _Dated, later: _Dated) -> _Dated:
    if date.year is not None or later.year is None:
        return date
    return date._replace(year=later.year - (date.month > later.month))


def _is_period(date: _Dated, later: _Dated, gap: str) -> bool:
    """Whether two months of one year that follow each other are named: "March and April 2007"."""
    are_months = date.first is None and later.first is None and date.year == later.year
    return are_months and later.month == date.month + 1 and gap == " and "


def _edtf(date: _Dated) -> str:
    first = _from(date)
    return first if date.first == date.last else f"{first}/{_until(date)}"


def _from(date: _Dated) -> str:
    return _point(date, date.first)


def _until(date: _Dated) -> str:
    return _point(date, date.last)


def _point(date: _Dated, day: int | None) -> str:
    year = "XXXX" if date.year is None else f"{date.year:04}"
    if day is None or (day > 28 and day > monthrange(date.year or 2000, date.month)[1]):
        return f"{year}-{date.month:02}"
    return f"{year}-{date.month:02}-{day:02}"


def _years(text: str, years: Sequence[Hit]) -> list[Found]:
    found: list[Found] = []
    reach = 0
    for _, start, end in years:
        if start < reach:
            continue
        span = _decade(text, start, end) if text[end - 1] == "s" else _year(text, start, end)
        if span:
            found.append(span)
        reach = span[1] if span else _extent(text, start, end)[0]
    return found


def _decade(text: str, start: int, end: int) -> Found:
    return start, end, f"{text[start : start + 3]}X"


def _year(text: str, start: int, end: int) -> Found | None:
    before = text[start - 1 : start]
    if before and before in "/.,$€£#" and (before != "," or text[start - 2 : start - 1].isdigit()):
        return None
    stop, edtf = _extent(text, start, end)
    if _is_a_number(text, start, stop) or _is_in_a_name(text, start, stop):
        return None
    return _with_biennium(text, start, stop, edtf) if "/" in edtf else (start, stop, edtf)


def _extent(text: str, start: int, end: int) -> tuple[int, str]:
    year = text[start:end]
    if text.startswith(_TO_THE_PRESENT, end):
        return end + len(_TO_THE_PRESENT), f"{year}/.."
    if text[end : end + 1] not in _RANGING or text[end : end + 2] == " (":
        return end, year
    if (second := _SECOND_YEAR.match(text, end)) and int(year) < int(second[1]) < int(year) + 150:
        return second.end(), f"{year}/{second[1]}"
    short = _SHORT_YEAR.match(text, end)
    if short and 0 < (int(short[2]) - int(year)) % 100 <= (1 if short[1] == "/" else 30):
        return short.end(), f"{year}/{int(year) + (int(short[2]) - int(year)) % 100}"
    return end, year


def _is_a_number(text: str, start: int, end: int) -> bool:
    follows, before = text[end : end + 2], text[start - 1 : start]
    if follows[:1] in ("/", "%") or (follows[:1] in (".", ",") and follows[1:].isdigit()):
        return True
    if follows[:2] == " (" and _ROMAN_OR_YEAR.match(text, end):
        return True
    if before == "(" and text[start - 2 : start - 1] == " " and text[start - 3 : start - 2].isdigit():
        return True
    return (
        before == " "
        and text[start - 2 : start - 1] in _NUMBERED_ENDS
        and _NUMBERED.search(text[max(0, start - 12) : start]) is not None
    )


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] != " " or start < 2:
        previous = ""
    else:
        previous = text[text.rfind(" ", 0, start - 1) + 1 : start - 1].lstrip("(\"'“")
    if previous[:1].isupper() and previous.isalpha() and previous not in _IN_FRONT and previous not in MONTHS:
        return True
    follows = text[end : end + 2]
    return follows[:1] == " " and follows[1:].isupper() and previous.lower() not in _TEMPORAL


def _with_part(text: str, start: int, end: int, edtf: str) -> Found:
    """Words that narrow a date belong to it: "early 2007", "first half of 2017". EDTF has a value for the second."""
    before = text[start - 1 : start]
    if before == "-" or (before == " " and text[start - 2 : start - 1] in "ye"):
        for word in _PART_OF_YEAR:
            if (
                text.endswith(word, 0, start)
                and not text[start - len(word) - 1 : start - len(word)].isalnum()
            ):
                return start - len(word), end, edtf
    if before == " " and len(edtf) == 4 and text.endswith(" of ", 0, start):
        head = max(0, start - len("second quarter of "))
        if part := _GROUPING.search(text, head, start):
            code = _GROUPINGS[(part[1] or part[2]).lower()] + (_HALVES if part[1] else _QUARTERS)
            return part.start(), end, f"{edtf}-{code}"
    return start, end, edtf


def _with_biennium(text: str, start: int, end: int, edtf: str) -> Found:
    for word in ("biennium ", "bienniums ", "biennia "):
        if text.endswith(word, 0, start):
            return start - len(word), end, edtf
    if text.startswith(" biennium", end):
        return start, end + len(" biennium"), edtf
    return start, end, edtf


def _int(day: str) -> int:
    return int(day.rstrip("stndrh"))
