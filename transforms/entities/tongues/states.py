"""A text in Arabic, Chinese, French, Russian or Spanish -> the countries and organisations named in it.

The longest name at the leftmost place wins, and articles and prepositions stay outside, joined ones too:

>>> finder = StateFinder.of({"مالي": "geo:MLI", "السودان": "geo:SDN"}, "ar")
>>> [tuple(found)[:3] for found in finder.find("في مالي والسودان")]
[(3, 7, 'geo:MLI'), (9, 16, 'geo:SDN')]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from transforms.gazetteer import Gazetteer
from transforms.gazetteer.adjectives import HEADS
from transforms.scan import Scanner, fold

_LETTERS = str.maketrans("أإآىЁёÉÎÍÁ（）", "ااايЕеEIIA()")
"""Letters that are printed with and without their sign, and the full-width brackets."""
_ONES = ("", "و", "ف", "ب", "ك", "وب", "فب", "وك")
"""What Arabic joins to a word: and, so, in, as."""
_TO = ("ل", "ول", "فل")
"""Joined "to": the article loses its alef behind it."""
_ARTICLE = "ال"
_AMBIGUOUS = {"مالي": ("في", "الي", "من", "عن", "جمهوريه", "جمهورية", "حكومة", "شمال", "وسط", "جنوب", "بشان", "علي", "وفي", "ومن", "دولة")}  # fmt: skip
"""Names that are common words too ("financial"), and the words behind which they name a country."""
_PEOPLE = frozenset("语籍裔族")
_MAN, _NOT_MAN = "人", frozenset("权民道员口士")
"""Behind a country's name 人 makes its people of it, unless it opens a word: 人民, 人权, 人道主义."""


class Found(NamedTuple):
    """What is named: first code point, one past the last, id, whether a state's adjective names it."""

    start: int
    end: int
    id: str
    is_adjective: bool


class _Form(NamedTuple):
    lead: int
    id: str
    name: str


@dataclass(frozen=True, eq=False)
class StateFinder:
    """The names of one language, ready to be looked for; building it costs far more than a scan."""

    scanner: Scanner
    forms: tuple[_Form, ...]
    language: str

    @classmethod
    def of(cls, names: Mapping[str, str], language: str) -> StateFinder:
        """A finder of `names`: printed form -> id, empty for words that name nothing and hide a name."""
        literals = (
            _joined(names)
            if language == "ar"
            else {spell(each): _Form(_lead(each, language), names[each], each) for each in names}
        )
        anywhere = tuple(literals) if language == "zh" else ()
        return cls(Scanner(tuple(literals), frozenset(anywhere)), tuple(literals.values()), language)

    def find(self, text: str) -> list[Found]:
        """The names in a text, in order, none overlapping another."""
        return [
            Found(start + form.lead, end, form.id, self.language == "fr" and form.lead > 0)
            for key, start, end in self.scanner.hits(spell(text))
            if (form := self.forms[key]).id and self._names(text, start, end, form)
        ]

    def _names(self, text: str, start: int, end: int, form: _Form) -> bool:
        if self.language == "zh":
            return not form.id.startswith("geo:") or not _is_people(text, end)
        if self.language == "ar" and form.name in _AMBIGUOUS and not form.lead:
            before = spell(text[max(0, start - 20) : start]).split()
            return bool(before) and before[-1] in _AMBIGUOUS[form.name]
        return True


@lru_cache(maxsize=16)
def state_finder(gazetteer: Gazetteer, language: str, of: str = "") -> StateFinder:
    """The finder for a language of `transforms.gazetteer.tongues.TONGUES`, built once.

    Args:
        gazetteer: the reference data.
        language: the language.
        of: how the ids of what is found begin, as `geo:` for states alone.
    """
    names = gazetteer.tongues[language]
    return StateFinder.of(
        {form: each for form, each in names.items() if not each or each.startswith(of)}, language
    )


def spell(text: str) -> str:
    """The text with one spelling where usage has several, each code point for one code point."""
    return text if text.isascii() else fold(text).translate(_LETTERS)


def _lead(name: str, language: str) -> int:
    """How far before its state a French phrase begins: "Gouvernement libyen"."""
    return max((len(head) for head in HEADS if name.startswith(head)), default=0) if language == "fr" else 0


def _joined(names: Mapping[str, str]) -> dict[str, _Form]:
    found: dict[str, _Form] = {}
    for printed, identifier in names.items():
        name = spell(printed)
        for lead in _ONES:
            found[lead + name] = _Form(len(lead), identifier, name)
    for printed, identifier in names.items():
        name = spell(printed)
        for lead in _TO:
            if name.startswith(_ARTICLE):
                found.setdefault(f"{lead}ل{name[2:]}", _Form(len(lead), identifier, name))
            else:
                found.setdefault(lead + name, _Form(len(lead), identifier, name))
    return found


def _is_people(text: str, end: int) -> bool:
    follows = text[end : end + 1]
    return follows in _PEOPLE if follows != _MAN else text[end + 1 : end + 2] not in _NOT_MAN
