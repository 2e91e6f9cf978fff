"""Numbers and letters before a paragraph or a heading, and where each may stand in an outline.

>>> [reading.value for reading in read("(i) Supporting the recruitment").readings]
[9, 1]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.formats import lists
from transforms.text import DIGITS
from transforms.wording import letters

_ABJAD = f"[{letters.ABJAD}\u0627]"
_PATTERN = re.compile(
    rf"""(?:
    (?P<number>\d{{1,4}})\s?[.\uff0e](?:\s+|\Z|(?=[A-Z\u201c"(\u0400-\u04ff\u4e00-\u9fff\u300a]))
  | (?P<dotted>\d{{1,3}}[A-Z]?\.\d{{1,3}})(?:\t|\s+(?=[^\W\d_a-z\u00df-\u00ff\u0430-\u044f]|[\u201c"(\u00ab]))
  | (?P<arabic>\d{{1,3}})\s?[-\u2010\u2013.\u0640]\s*(?=[\u0600-\u06ff\u201c\u201d])
  | \(\s?(?P<abjad>{_ABJAD}\u0640?)\s?\)\s*
  | (?P<abjad_half>{_ABJAD}\u0640?)\)\s+
  | [\u2019'\u2018]\s?(?P<raised>\d{{1,2}})\s?[\u2018'\u2019]\s+(?=[\u0600-\u06ff])
  | (?P<ordinal>{"|".join(letters.ARABIC_ORDINALS)})\s?[-\u2010\u2013:.]\s*
  | (?P<named>{"|".join(letters.ARABIC_NAMES)})\s?[-\u2010\u2013:.]\s*
  | (?P<enclosed>[\u3220-\u3229])\s*
  | [(\uff08]\s?(?P<han>[{letters.HAN}\u5341]{{1,3}})\s?[)\uff09]\s*
  | (?P<han_upper>[{letters.HAN}\u5341]{{1,3}})\u3001\s*
  | [(\uff08]\s?(?P<parenthesis>[A-Za-z]{{1,5}}|\d{{1,2}}|[\u0430-\u044f])\s?[)\uff09]\s*
  | (?P<half>[a-z]{{1,5}}|\d{{1,2}}|[\u0430-\u044f])[)\uff09](?:\s+|\Z|(?=[\u4e00-\u9fff]))
  | (?P<upper>[IVXLC]{{1,7}}|[A-Z\u0410-\u042f])\.(?:\s+|\Z)
  | (?P<lower>[a-z]{{1,5}})\.(?:\s+|\Z)
    )""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
DEEPEST = 6
"""No list goes deeper."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: the kind of counting, and the place in it."""

    style: str
    value: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed without its brackets, how many characters it takes, and the ways to read it.

    Arabic letters and Chinese numerals are written as the Latin ones that stand in their place in the other
    languages, so that a paragraph has one label in all of them.
    """

    printed: str
    size: int
    readings: tuple[Reading, ...]

    @property
    def number(self) -> int | None:
        """The number, where it is one that could count paragraphs (`12.`)."""
        first = self.readings[0]
        return first.value if first.style == "number." else None

    @property
    def prefix(self) -> str:
        """The section before the full stop of a number inside one: `29A` of `29A.12`; empty in others."""
        return self.printed.rpartition(".")[0]

    @property
    def is_upper(self) -> bool:
        """Whether it is a capital or Roman numeral with a full stop, as only headings have."""
        return any(reading.style in {"roman.", "LETTER."} for reading in self.readings)

    @property
    def is_bracketed(self) -> bool:
        """Whether it is the label of a subparagraph: `(a)`, `i)`, `b.`."""
        return self.number is None and not self.is_upper


def read(text: str) -> Label | None:
    """The label a text begins with; None where it has none."""
    match = _PATTERN.match(text)
    if match is None or match.lastgroup is None:
        return None
    printed = match[match.lastgroup].translate(DIGITS)
    if match.lastgroup in _FOREIGN:
        return _translated(match.lastgroup, printed, match.end())
    latin = letters.latin(printed.lower())
    if not printed.isascii():
        printed = latin.upper() if printed.isupper() else latin
    readings = _readings(match.lastgroup, printed)
    return Label(printed, match.end(), readings) if readings else None


_FOREIGN = {
    "abjad": "parenthesis:letter", "abjad_half": "half:letter", "raised": "parenthesis:roman", "ordinal": "roman.",
    "named": "LETTER.", "enclosed": "parenthesis:roman", "han": "parenthesis:roman", "han_upper": "roman.",
}  # fmt: skip
"""The labels that other scripts have of their own, by the kind of counting that the other languages have in their place."""


def _translated(group: str, printed: str, size: int) -> Label | None:
    """The label that stands in the other languages where this one has a letter or numeral of its own."""
    match group:
        case "abjad" | "abjad_half":
            value = letters.abjad(printed)
        case "raised":
            value = int(printed)
        case "enclosed":
            value = ord(printed) - 0x321F
        case "ordinal":
            value = letters.ARABIC_ORDINALS.index(printed) + 1
        case "named":
            value = letters.ARABIC_NAMES.index(printed) + 1
        case _:
            value = letters.han(printed)
    style = _FOREIGN[group]
    shown = lists.printed("a" if "letter" in style.lower() else "i", value).strip("().")
    shown = shown.upper() if style.endswith(".") else shown
    return Label(shown, size, (Reading(style, value),)) if value > 0 else None


def _readings(group: str, printed: str) -> tuple[Reading, ...]:
    if group == "dotted":  # "13.1" is the first paragraph of section 13 (A/81/6)
        return (Reading("number.", int(printed.rpartition(".")[2])),)
    if group in {"number", "arabic"}:
        return (Reading("number.", int(printed)),)
    if printed.isdigit():
        return (Reading(f"{group}:number", int(printed)),)
    if group == "upper":
        return tuple(_count(printed, "LETTER.", "roman."))
    return tuple(_count(printed, f"{group}:{_case(printed)}letter", f"{group}:{_case(printed)}roman"))


def _case(printed: str) -> str:
    return "upper " if printed.isupper() else ""


def _count(printed: str, letter: str, roman: str) -> list[Reading]:
    lower = printed.lower()
    found: list[Reading] = []
    if len(set(lower)) == 1 and len(lower) <= 2:
        found.append(Reading(letter, ord(lower[0]) - 96 + 26 * (len(lower) - 1)))
    if _ROMAN.match(lower):
        found.append(Reading(roman, _roman(lower)))
    return found


def _roman(text: str) -> int:
    values = [_VALUES[c] for c in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def choose(label: Label, levels: Sequence[Reading], *, opens: bool) -> tuple[int, Reading]:
    """Where a label stands below the levels already open: the depth it takes, and the reading that fits.

    The deepest level that it continues wins, unless the text before it opens a new list; else a list of its
    own kind starts again, else a new level opens.
    """
    first = next((r for r in label.readings if r.value == 1), None)
    if opens and first is not None and len(levels) < DEEPEST:
        return len(levels), first
    for reading in label.readings:
        for depth in range(len(levels) - 1, -1, -1):
            if levels[depth] == Reading(reading.style, reading.value - 1):
                return depth, reading
    reading = first or label.readings[0]
    same = (depth for depth in range(len(levels) - 1, -1, -1) if levels[depth].style == reading.style)
    return next(same, min(len(levels), DEEPEST - 1)), reading
