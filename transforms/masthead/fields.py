"""The fields a masthead prints: symbols, organs, session, dates, agenda items, author, original language.

The words themselves stand in `transforms.wording`; a field has one value whatever the language it is printed in.

>>> agenda_items("Agenda item 129 (a), (b) and (c) of the provisional agenda")
('129 (a)', '129 (b)', '129 (c)')
"""

from __future__ import annotations

import datetime as dt
import re

from transforms.errors import Refusal
from transforms.symbols import Symbol, parse
from transforms.wording import CANONICAL, DAY, HOUSE, ORGANS, day, mastheads, ordinal
from transforms.wording.letters import latin
from transforms.wording.signs import width

DATE = re.compile(DAY)
LONE_DATE = re.compile(rf"(?:{DAY})(?:\s(?:года|год))?\Z")
CLOSED = re.compile(rf"\nadopted on [^\n]{{0,80}}?(?:{DAY})")
HELD = re.compile(rf"{mastheads.WEEKDAY}(?:{DAY})", re.IGNORECASE)
"""The day of a meeting, as its record gives it: "Wednesday, 16 April 2025, 10 a.m." in A/79/PV.64."""
_SYMBOL = re.compile(
    r"(?<![\w/(])[A-Z][A-Za-z]{0,6}/[A-Za-z0-9/.\-()]*[\dA-Za-z)](?:\s\((?:\d{4}|[IVXLC]+|S-[IVX]+|Part\s[IVX]+|Vol\.\s[IVX]+|Sect\.\s\d{1,2}[A-Z]?)\)|(?<=\d)\s[A-Z](?:\s?[-\u2013]\s?[A-Z])?(?=\s*\Z))?\*?"
)
_NAMES = re.compile("|".join(map(re.escape, (*HOUSE, *ORGANS))))
STRAY = 15
"""Letters beside a session of a year in a line that says only that."""
TATWEEL = "\u0640"


def symbols(text: str) -> tuple[Symbol, ...]:
    """The symbols of a line, a joint one as its halves; what only looks like one is left."""
    found: list[Symbol] = []
    for match in _SYMBOL.finditer(text):
        try:
            found.extend(s for s in parse(match[0].rstrip("*.")) if s not in found and not s.is_foreign)
        except Refusal:
            continue
    return tuple(found)


def without_symbols(text: str) -> str:
    """A line without its symbols."""
    return _SYMBOL.sub(" ", text)


def without_names(text: str) -> str:
    """A line without the names of the house and of its organs, in any language."""
    return _NAMES.sub(" ", text.replace(TATWEEL, "")).strip()


def organs(text: str) -> tuple[str, ...]:
    """The principal organs named in a line, in order, by their English names."""
    found: dict[str, int] = {}
    rest = text.replace(TATWEEL, "")
    for name in ORGANS:
        if (at := rest.find(name)) >= 0:
            found.setdefault(CANONICAL[name], at)
            rest = rest.replace(name, " " * len(name))
    return tuple(sorted(found, key=lambda name: found[name]))


def date(match: re.Match[str] | None) -> dt.date | None:
    """The date that a match of a date pattern names; None where there is no such day."""
    return day(match)


def session(text: str) -> str | None:
    """The number of a session or year: `73` for "Seventy-third session"."""
    if mastheads.SESSION_WORD.search(text) is None:
        return None
    if yearly := mastheads.YEARLY.search(text):
        return next(year for year in yearly.groups() if year)
    for pattern in mastheads.SESSIONS:
        for match in pattern.finditer(text):
            if (number := _counted(match["ordinal"])) is not None:
                return str(number)
    return None


def names_session(text: str) -> bool:
    """Whether a line says which session it is and little else; "Documents for the 2031 session" is a title."""
    yearly = mastheads.YEARLY.search(text)
    if yearly is not None:
        return width(text) - width(yearly[0]) < STRAY
    return session(text) is not None


def _counted(words: str) -> int | None:
    """The number of an ordinal, or of its last word where another word stands before it: "Asamblea Décimo"."""
    return ordinal(words) or (ordinal(words.rpartition(" ")[2]) if " " in words else None)


def distribution(text: str) -> str | None:
    """The level of distribution, by its English name."""
    match = mastheads.DISTRIBUTION.search(text)
    return mastheads.level(match) if match else None


def original_language(text: str) -> str | None:
    """The language of the original, by its English name."""
    match = mastheads.ORIGINAL.search(text)
    return mastheads.original(match) if match else None


def agenda_items(text: str) -> tuple[str, ...]:
    """Agenda items in short form, one for each letter of an item; `20 (a)` for `20 a)` and `20 (أ)`."""
    found: list[str] = []
    for number, letters in mastheads.ITEM.findall(text):
        parts = [latin(letter) for letter in mastheads.LETTER.findall(letters)]
        found.extend(f"{number} ({part})" for part in parts) if parts else found.append(number)
    return tuple(dict.fromkeys(found))
