"""Wording: what invented documents say in each of the six languages, kept as data in `words/`.

>>> words("fr").sessions["E"], words("en").dated(dt.date(2096, 3, 14))
('Session de 2096', '14 March 2096')
>>> reference("en", "A/RES/999/12")
'General Assembly resolution 999/12'
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from flows.errors import Usage
from flows.fake_un.lots import lot

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Words:
    """One language: mastheads, titles, and the sentences of reports and resolutions, in the order of `words/en.toml`."""

    united_nations: str
    distr: Sequence[str]
    date: str
    months: Sequence[str]
    agenda: str
    report: str
    adopted_A: str  # noqa: N815 - the General Assembly's
    adopted_S: str  # noqa: N815 - the Security Council's
    resolution_S: str  # noqa: N815
    titles: Sequence[str]
    paragraphs: Sequence[str]
    citing: str
    recalling: str
    preamble: Sequence[str]
    operative: Sequence[str]
    organs: Mapping[str, str]
    sessions: Mapping[str, str]
    openings: Mapping[str, str]
    cite: Mapping[str, str]
    stamps: Mapping[str, str]

    def dated(self, day: dt.date) -> str:
        """A date as this language writes it."""
        return self.date.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def distribution(self, day: dt.date) -> tuple[str, ...]:
        """The lines under the symbol; in Arabic, Chinese and Russian papers they are in English."""
        english = words("en").dated(day)
        return tuple(line.format(date=self.dated(day), english_date=english) for line in self.distr)


@cache
def words(language: str) -> Words:
    """The wording of a language.

    Raises:
        Usage: it is none of the six.
    """
    if language not in LANGUAGES:
        raise Usage(f"{language!r} is no language of the United Nations; give one of {', '.join(LANGUAGES)}.")
    file = resources.files("flows") / "fake_un" / "words" / f"{language}.toml"
    return Words(**tomllib.loads(file.read_text(encoding="utf-8")))


def reference(language: str, symbol: str) -> str:
    """How a text cites a document: a resolution by its organ and number, anything else by its symbol."""
    for organ in ("A", "S"):
        number = symbol.removeprefix(f"{organ}/RES/")
        if number != symbol:
            return words(language).cite[organ].format(number=number)
    return symbol


def report(language: str, seed: object, cites: Sequence[str]) -> tuple[str, ...]:
    """The numbered paragraphs of a report: the same count in every language, the figures from the seed."""
    said = words(language)
    first, *others = (text.format_map(_figures(seed)) for text in said.paragraphs)
    citing = [said.citing.format(cites=_list(language, cites))] if cites else []
    return (first, *citing, *others)


def resolution(language: str, seed: object, cites: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The preamble and the operative paragraphs of a resolution."""
    said = words(language)
    recalling = [said.recalling.format(cites=_list(language, cites))] if cites else []
    preamble = (*recalling, *(text.format_map(_figures(seed)) for text in said.preamble))
    return preamble, tuple(text.format_map(_figures(seed)) for text in said.operative)


def _list(language: str, cites: Sequence[str]) -> str:
    return "; ".join(reference(language, symbol) for symbol in cites)


def _figures(seed: object) -> Mapping[str, int]:
    return {
        "offices": 3 + lot(seed, "offices") % 40,
        "readings": 100 + lot(seed, "readings") % 900,
        "harbours": 2 + lot(seed, "harbours") % 30,
        "cost": 20 + lot(seed, "cost") % 900,
    }
