"""A text in Arabic, Chinese, French, Russian or Spanish -> the dates in it, in EDTF.

Dates that share a year are read together, and years in names and numbers are none, as in English (`transforms.dates`).

>>> [tuple(date) for date in days("du 3 au 5 mai 2023, en 2014-2024", "fr")]
[(3, 18, '2023-05-03/2023-05-05'), (23, 32, '2014/2024')]
"""

from __future__ import annotations

import re
from calendar import monthrange

from transforms.entities.tongues import chinese
from transforms.entities.tongues.chinese import Dated
from transforms.entities.tongues.grammar import GRAMMARS, NUMBERS, Grammar
from transforms.entities.tongues.states import spell

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBER = re.compile(r"\d+")
_NEAR = 14
"""No joining words are longer."""
_BIENNIUM = (
    "exercice biennal ",
    "bienio ",
    "двухгодичный период ",
    "двухгодичного периода ",
    "فترة السنتين ",
)


class _Printed(tuple[int, int, int | None, int | None, int, int | None]):
    """First and last code point, first and last day, month, year."""

    __slots__ = ()


def days(text: str, language: str) -> list[Dated]:
    """The dates of a text, in order, none overlapping another.

    Args:
        text: as printed.
        language: one of `transforms.gazetteer.tongues.TONGUES`.
    """
    plain = spell(text).translate(_DIGITS)
    if language == "zh":
        return chinese.days(plain) if any(map(plain.__contains__, chinese.SIGNS)) else []
    grammar = GRAMMARS[language]
    found = _with_months(plain, grammar) if grammar.month.search(plain) else []
    return sorted(found + _years(plain, grammar, found))


def _with_months(text: str, grammar: Grammar) -> list[Dated]:
    found: list[Dated] = []
    later: _Printed | None = None
    is_range = False
    for match in reversed(list(grammar.dated.finditer(text))):
        printed = _read(match)
        gap = text[printed[1] : later[0]] if later and later[0] - printed[1] < _NEAR else ""
        is_joint, is_listed = bool(grammar.joint.fullmatch(gap)), bool(grammar.listed.fullmatch(gap))
        if later and later[5] and printed[5] is None and (is_joint or is_listed):
            printed = _Printed((*printed[:5], later[5] - (printed[4] > later[4])))
        if printed[2] is None and printed[5] is None:
            later = None
        elif later and not is_range and (is_joint or (is_listed and _is_period(printed, later, gap))):
            found.append(Dated(printed[0], found.pop().end, f"{_point(printed, 2)}/{_point(later, 3)}"))
            later, is_range = printed, True
        else:
            found.append(Dated(printed[0], printed[1], _edtf(printed)))
            later, is_range = printed, False
    return found[::-1]


def _is_period(printed: _Printed, later: _Printed, gap: str) -> bool:
    """Whether two months that follow each other are named ("mars et avril 2007")."""
    return (
        printed[2] is None
        and later[2] is None
        and printed[5] == later[5]
        and later[4] == printed[4] + 1
        and "," not in gap
    )


def _read(match: re.Match[str]) -> _Printed:
    month = NUMBERS[match["month"].lower().rpartition("/")[2].strip()]
    numbers = [int(each) for each in _NUMBER.findall(match["days"] or "")]
    start = match.start() if numbers else match.start("month")
    year = int(match["year"]) if match["year"] else None
    if any(not 1 <= each <= 31 for each in numbers):
        start, numbers = match.start("month"), []
    return _Printed(
        (start, match.end(), numbers[0] if numbers else None, numbers[-1] if numbers else None, month, year)
    )


def _edtf(printed: _Printed) -> str:
    first = _point(printed, 2)
    return first if printed[2] == printed[3] else f"{first}/{_point(printed, 3)}"


def _point(printed: _Printed, place: int) -> str:
    day, month, year = printed[place], printed[4], printed[5]
    printed_year = "XXXX" if year is None else f"{year:04}"
    if day is None or day > monthrange(year or 2000, month)[1]:
        return f"{printed_year}-{month:02}"
    return f"{printed_year}-{month:02}-{day:02}"


def _years(text: str, grammar: Grammar, dates: list[Dated]) -> list[Dated]:
    found: list[Dated] = []
    for match in grammar.year.finditer(text):
        if any(date.start < match.end() and match.start() < date.end for date in dates):
            continue
        if not grammar.name.search(text, max(0, match.start() - 60), match.start()):
            found.append(_with_biennium(text, match))
    return found


def _with_biennium(text: str, match: re.Match[str]) -> Dated:
    start = match.start()
    if match["decade"]:
        return Dated(start, match.end(), f"{match['decade']}X")
    edtf = match["first"] or match["opened"] or match["volume"]
    if short := match["short"]:
        edtf = f"{edtf}/{edtf[:2]}{short}"
    elif second := match["second"] or match["closed"]:
        edtf = f"{edtf}/{second}"
    if "/" in edtf:
        start -= next((len(word) for word in _BIENNIUM if text.endswith(word, 0, start)), 0)
    return Dated(start, match.end(), edtf)
