"""The fields a masthead prints: symbols, organs, session, dates, agenda items, author, original language.

>>> agenda_items("Agenda item 129 (a), (b) and (c) of the provisional agenda")
('129 (a)', '129 (b)', '129 (c)')
"""

from __future__ import annotations

import datetime as dt
import re

from transforms.errors import Refusal
from transforms.symbols import Symbol, parse

ORGANS = (
    "General Assembly", "Security Council", "Economic and Social Council", "Trusteeship Council", "Human Rights Council",
    "Commission on Human Rights", "Secretariat", "International Court of Justice", "Disarmament Commission",
    "Conference on Disarmament", "Peacebuilding Commission", "Trade and Development Board",
    "Committee on the Elimination of Racial Discrimination", "Commission on the Status of Women",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_CARDINALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

_DATE = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
DATE = re.compile(_DATE)
DISTRIBUTION = re.compile(
    r"Distr\.?\s*:?\s*(?P<level>General|Limited|Restricted|Provisional|GENERAL|LIMITED|RESTRICTED)\b"
)
LONE_DATE = re.compile(rf"{_DATE}\Z")
ORIGINAL = re.compile(
    r"Original\s*:\s*(?P<languages>(?:(?:Arabic|Chinese|English|French|Russian|Spanish|ARABIC|CHINESE|ENGLISH|FRENCH|RUSSIAN|SPANISH)"
    r"(?:\s*(?:/|,|and|only)\s*)?)+)"
)
ADOPTED = re.compile(
    rf"\b(?:Adopted|adopted)\s+by\s+the\s+(?:[A-Z][A-Za-z]*(?:\s+(?:and\s+)?[A-Z][A-Za-z]*){{0,6}})"
    rf"(?:[^.\n]{{0,120}}?)?,?\s*\bon\s+{_DATE}"
)
MEETING = re.compile(
    r"\d{1,5}(?:st|nd|rd|th)\s(?:\([a-z]+\)\s)?(?:plenary\s)?meeting,?(?:\s\d{1,2}\s[A-Z][a-z]+\s\d{4})?\s*\Z",
    re.IGNORECASE,
)
CLOSED = re.compile(rf"\nadopted on {_DATE}\Z")
HELD = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+{_DATE}")
"""The day of a meeting, as its record gives it: "Wednesday, 16 April 2025, 10 a.m." in A/79/PV.64."""
SESSION = re.compile(
    r"(?P<ordinal>(?:(?:[A-Za-z]+\s+)?(?:thousand|hundred)(?:\s+and)?\s+){0,2}[A-Za-z]+(?:-[A-Za-z]+)?|\d{1,4}(?:st|nd|rd|th))\s+"
    r"(?:(?:emergency\s+|regular\s+|substantive\s+|resumed\s+)?(?:special\s+)?session|year)\b",
    re.IGNORECASE,
)
_PLAIN_SESSION = re.compile(r"\d{4}\s+session\b")
AGENDA = re.compile(
    r"(?:Agenda\s+)?items?\s+\d{1,3}\b|Agenda\s+items?\b|Provisional\s+agenda\s+item", re.IGNORECASE
)
_ITEM = re.compile(r"(?<![\w/])(\d{1,3})(?![\w/-])((?:\s*(?:,|and|to)?\s*\([a-z]{1,2}\))*)")
AUTHOR = re.compile(
    r"(?:(?:Interim |Final |Progress |Consolidated |Biennial |Annual )?(?:[A-Z][a-z]+ )?[Rr]eport (?:of|by) (?:the )?[A-Z]|Note by (?:the )?[A-Z]"
    r"|Letter dated|Identical letters dated|Note verbale dated|Statement by the President|Memorandum by)"
)
_SYMBOL = re.compile(
    r"(?<![\w/(])[A-Z][A-Za-z]{0,6}/[A-Za-z0-9/.\-()]*[\dA-Za-z)](?:\s\((?:\d{4}|[IVXLC]+|S-[IVX]+|Part\s[IVX]+|Vol\.\s[IVX]+|Sect\.\s\d{1,2}[A-Z]?)\))?\*?"
)


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


def organs(text: str) -> tuple[str, ...]:
    """The principal organs named in a line, in order."""
    return tuple(sorted((o for o in ORGANS if o in text), key=text.index))


def date(match: re.Match[str] | None) -> dt.date | None:
    """The date that a match of a date pattern names; None where there is no such day."""
    if match is None:
        return None
    try:
        return dt.date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None


def session(text: str) -> str | None:
    """The number of a session or year: `73` for "Seventy-third session"."""
    if plain := _PLAIN_SESSION.search(text):
        return plain[0][:4]
    for match in SESSION.finditer(text):
        if (number := ordinal(match["ordinal"])) is not None:
            return str(number)
    return None


def ordinal(words: str) -> int | None:
    """The number that an English ordinal names: 73 for "Seventy-third"."""
    spelt = " ".join(words.lower().replace(" and ", " ").split())
    if spelt[:1].isdigit():
        return int(re.sub(r"\D", "", spelt))
    total = 0
    for scale, name in ((1000, "thousand"), (100, "hundred")):
        before, found, after = spelt.partition(name)
        if found:
            count = _CARDINALS.index(before.strip()) if before.strip() in _CARDINALS else 1
            total, spelt = total + scale * count, after.removeprefix("th").strip()
    if total and not spelt:
        return total
    small = _small(spelt)
    return total + small if small is not None else None


def _small(spelt: str) -> int | None:
    """The number below 100 that an ordinal names."""
    if spelt in _UNITS:
        return _UNITS.index(spelt) + 1
    tens, _, unit = spelt.partition("-")
    for index, stem in enumerate(_TENS, start=2):
        if tens == stem + "ieth" and not unit:
            return index * 10
        if tens == stem + "y" and unit in _UNITS[:9]:
            return index * 10 + _UNITS.index(unit) + 1
    return None


def agenda_items(text: str) -> tuple[str, ...]:
    """Agenda items in short form, one for each letter of an item."""
    found: list[str] = []
    for number, letters in _ITEM.findall(text):
        parts = re.findall(r"\(([a-z]{1,2})\)", letters)
        found.extend(f"{number} ({part})" for part in parts) if parts else found.append(number)
    return tuple(dict.fromkeys(found))
