"""The words of a request to report -> when the report is due, and how often.

>>> period("report every six months"), session("report at its next session", 98)
('P6M', '99')
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from transforms.passages import Mention
from transforms.wording.ordinals import ordinal

_SESSION = re.compile(
    r"\bat (?P<whose>its|the|their|each)(?: (?P<relative>next|present|current|forthcoming)| (?P<number>[a-z-]+(?: [a-z]+)?))(?: (?:regular|annual|substantive|resumed|special))? sessions?\b"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COUNT = r"(?:\d+|one|two|three|four|five|six|nine|eleven|twelve|thirty|sixty|ninety)"
_DUE = re.compile(
    rf"\b(?:by|before|no later than|not later than|prior to) (?:the end of |mid-|early |late |\w+-)?(?:\d{{1,2}} )?(?:{_MONTH}(?: \d{{1,2}},)?(?: \d{{4}})?|\d{{4}}\b|the year\b)"
    rf"|\bwithin {_COUNT} (?:days|weeks|months|years?)(?: (?:of|from|after) (?:the )?(?:date of )?(?:the )?adoption of (?:this|the present) resolution)?"
    rf"|\b{_COUNT} (?:days|weeks|months) (?:after|from) the adoption of (?:this|the present) resolution|\bin (?:his|her|its|their) (?:next|forthcoming|{_MONTH} \d{{4}}) report"
)
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_EVERY = re.compile(r"\bevery (?:(?P<count>\d+|[a-z]+) )?(?P<unit>day|month|year|week)s?\b")
_PERIODS = (
    (re.compile(r"\b(?:annual(?:ly)?|yearly|each year)\b"), "P1Y"),
    (re.compile(r"\bbiennial(?:ly)?\b"), "P2Y"),
    (re.compile(r"\bquarterly\b"), "P3M"),
    (re.compile(r"\bmonthly\b"), "P1M"),
    (re.compile(r"\b(?:semi-?annual(?:ly)?|twice a year)\b"), "P6M"),
    (re.compile(r"\b(?:regular(?:ly)?|periodic(?:ally)?)\b"), "regular"),
)
_WHOLE_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}")


def due(words: str) -> re.Match[str] | None:
    """When a report is due, as printed: a day, a term, or a session."""
    return _DUE.search(words) or next(iter(sorted(_SESSION.finditer(words), key=_by_its)), None)


def _by_its(found: re.Match[str]) -> tuple[bool, int]:
    """The last session called `its` before any other: `a report on the panel held at the sixty-second session`."""
    return found["whose"] != "its", -found.start()


def day(start: int, end: int, named: Sequence[Mention]) -> dt.date | None:
    """The first whole day named between two places of a passage."""
    dates = (m.ids[0].removeprefix("edtf:") for m in named if m.type == "DATE" and start <= m.start < end)
    whole = next((date for date in dates if _WHOLE_DAY.fullmatch(date)), None)
    return dt.date.fromisoformat(whole) if whole else None


def session(words: str, own: int | None) -> str | None:
    """The session for which a report is due, as a number; `its next session` counts from the resolution's own."""
    found = next(iter(sorted(_SESSION.finditer(words), key=_by_its)), None)
    if found is None:
        return None
    if found["relative"]:
        return None if own is None else str(own + (found["relative"] in {"next", "forthcoming"}))
    number = ordinal(found["number"])
    return str(number) if number else None


def period(words: str) -> str | None:
    """How often, as an ISO 8601 duration; `regular` where no length is given."""
    if every := _EVERY.search(words):
        count = every["count"] or "1"
        number = int(count) if count.isdigit() else _COUNTS.get(count, 0)
        return f"P{number}{_UNITS[every['unit']]}" if number else None
    return next((period for pattern, period in _PERIODS if pattern.search(words)), None)
