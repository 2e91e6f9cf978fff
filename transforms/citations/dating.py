"""Words around a citation -> the day that they give the text cited.

>>> after("resolution 60/1 of 16 September 2005", 15)
datetime.date(2005, 9, 16)
"""

from __future__ import annotations

import datetime as dt
import re

from transforms.wording.days import MONTHS

_DAY = r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})"
_AFTER = re.compile(rf",? (?:of|dated) {_DAY}(?!\d)")
_BEFORE = re.compile(rf"(?:\bof|\bdated|,|\band) {_DAY},? \($")
_DATED = "dated "
_LETTER = re.compile(rf"{_DATED}{_DAY} (?:from|addressed|to) [^().;]* \(")
_OPENING = " ("
_NEAR, _REACH = 32, 260


def after(text: str, position: int) -> dt.date | None:
    """The day that follows a citation ending at `position`: `of 16 September 2005`."""
    if not text.startswith((" of ", ", of ", " dated ", ", dated "), position):
        return None
    found = _AFTER.match(text, position)
    return _date(found["day"], found["month"], found["year"]) if found else None


def before(text: str, position: int) -> dt.date | None:
    """The day that stands before the parenthesis which a symbol opens: `letter dated 5 May 2006 from … (S/2006/272)`."""
    if not text.endswith(_OPENING, 0, position):
        return None
    if text[position - 6 : position - 2].strip(",").isdigit():
        found = _BEFORE.search(text, max(0, position - _NEAR), position)
    else:
        at = text.rfind(_DATED, max(0, position - _REACH), position)
        found = _LETTER.match(text, at, position) if at >= 0 else None
    return _date(found["day"], found["month"], found["year"]) if found and found.end() == position else None


def _date(day: str, month: str, year: str) -> dt.date | None:
    """The day; None for one that no calendar has, and where the word is no month."""
    number = MONTHS.get(month.lower())
    try:
        return dt.date(int(year), number, int(day)) if number else None
    except ValueError:
        return None
