"""A catalogue's date -> the day it names, or None where it names none or no whole one.

>>> day("17 Aug. 2018"), day("20180817"), day("[2018]")
(datetime.date(2018, 8, 17), datetime.date(2018, 8, 17), None)
"""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
"""The first three letters of a month, and its name."""

_NUMBERS = {start: number for number, start in enumerate(MONTHS, start=1)}
_ISO = re.compile(r"(?P<year>[0-9]{4})(?P<mark>[-/.]?)(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})")
_WRITTEN = re.compile(r"(?P<day>[0-9]{1,2}) ?(?P<month>[A-Za-z]{3,9})\.?,? ?(?P<year>[0-9]{4})")
_AROUND = " []().,;:"
_LONGEST = 40


def day(text: str | None) -> dt.date | None:
    """The day that `text` is, brackets and full stops around it apart; months are written in English or not at all."""
    if text is None or len(text) > _LONGEST:
        return None
    bare = text.strip(_AROUND)
    if found := _ISO.fullmatch(bare):
        return _date(found["year"], int(found["month"]), found["day"])
    if found := _WRITTEN.fullmatch(bare):
        return _date(found["year"], _month(found["month"]), found["day"])
    return None


def _month(word: str) -> int:
    """The number of the month that `word` is or shortens, 0 where it is none."""
    start = word[:3].lower()
    is_month = MONTHS.get(start, "").lower().startswith(word.lower()) or word.lower() == "sept"
    return _NUMBERS[start] if is_month else 0


def _date(year: str, month: int, day_of_month: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(day_of_month))
    except ValueError:
        return None
