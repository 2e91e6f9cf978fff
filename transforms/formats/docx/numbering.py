r"""Numbers that Word counts and does not keep: the label of each paragraph as it is printed.

>>> shown("lowerRoman", 4), shown("lowerLetter", 28), shown("decimalZero", 7)
('iv', 'bb', '07')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from transforms.formats.docx.names import VAL, is_on, number, value, w

_PLACE = re.compile(r"%([1-9])")
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9
_MOST = 3_999
LONGEST = 60
"""Characters of what is printed around a number; it is printed as often as the list has items."""
BULLET = "\u2022"
"""What a list's dash or dot becomes, in whatever font it is drawn."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: from where, with what, between which words, and when again."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int = -1
    is_legal: bool = False


@dataclass(slots=True)
class Series:
    """One definition of lists and how far each of its levels has counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def step(self, depth: int, levels: dict[int, Level]) -> None:
        """The level counts one on; deeper ones begin again, unless they say that they never do."""
        level = levels.get(depth, Level())
        self.counts[depth] = self.counts[depth] + 1 if depth in self.counts else level.start
        for deeper in range(depth + 1, _LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart < 0 or depth < restart:
                self.counts.pop(deeper, None)


@dataclass(slots=True)
class List:
    """One list: the series in which it counts, its own levels, and those that its first paragraph begins anew."""

    series: Series
    levels: dict[int, Level]
    restarts: set[int] = field(default_factory=set)

    def label(self, depth: int) -> str:
        """What is printed before its next paragraph."""
        while self.restarts:
            self.series.counts.pop(self.restarts.pop(), None)
        self.series.step(depth, self.levels)
        level = self.levels.get(depth, Level())
        if level.format == "bullet":
            return BULLET
        return "" if level.format == "none" else _printed(level, self.series, self.levels)


@dataclass(slots=True)
class Numbering:
    """The lists that the part `numbering.xml` defines, each worked out when a paragraph is first found in it."""

    root: etree._Element | None
    _definitions: dict[str, etree._Element] = field(default_factory=dict)
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _series: dict[str, Series] = field(default_factory=dict)
    _lists: dict[str, List | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is not None:
            self._definitions = {
                e.get(w("abstractNumId"), ""): e for e in self.root.iterfind(w("abstractNum"))
            }
            self._elements = {e.get(w("numId"), ""): e for e in self.root.iterfind(w("num"))}

    def label(self, name: str, depth: int) -> str | None:
        """What is printed before the next paragraph of a list, asked once for each in order; None for no list."""
        if name not in self._lists:
            self._lists[name] = self._list(name)
        found = self._lists[name]
        return found.label(depth) if found is not None and 0 <= depth < _LEVELS else None

    def _list(self, name: str) -> List | None:
        element = self._elements.get(name)
        definition = value(element, "abstractNumId") or ""
        if element is None or definition not in self._definitions:
            return None
        if definition not in self._series:
            self._series[definition] = Series(_levels(self._defined(definition)))
        series = self._series[definition]
        found = List(series, dict(series.levels))
        _override(found, element)
        return found

    def _defined(self, definition: str) -> etree._Element:
        """The element that has the levels: one definition may leave them to another, by a style's name."""
        element = self._definitions[definition]
        if link := value(element, "numStyleLink"):
            return next((e for e in self._definitions.values() if value(e, "styleLink") == link), element)
        return element


def _override(found: List, element: etree._Element) -> None:
    """What one list changes of its definition: where levels start, or a whole level."""
    for override in element.iterfind(w("lvlOverride")):
        depth = number(override.get(w("ilvl")), 0)
        level, start = override.find(w("lvl")), value(override, "startOverride")
        if level is not None:
            found.levels[depth] = _level(level)
        if start is not None:
            found.levels[depth] = replace(found.levels.get(depth, Level()), start=number(start, 1))
            found.restarts.add(depth)


def _levels(definition: etree._Element) -> dict[int, Level]:
    return {number(e.get(w("ilvl")), 0): _level(e) for e in definition.iterfind(w("lvl"))}


def _level(element: etree._Element) -> Level:
    text = element.find(w("lvlText"))
    return Level(
        number(value(element, "start"), 0 if value(element, "start") is None else 1),
        value(element, "numFmt") or "decimal",
        "" if text is None else (text.get(VAL) or "")[:LONGEST],
        number(value(element, "lvlRestart"), -1),
        is_on(element, "isLgl"),
    )


def _printed(level: Level, counted: Series, levels: dict[int, Level]) -> str:
    def place(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        own = levels.get(depth, Level())
        return shown("decimal" if level.is_legal else own.format, counted.counts.get(depth, own.start))

    return _PLACE.sub(place, level.text).strip()


def shown(kind: str, count: int) -> str:
    """A count as a list prints it; kinds that are not known count in Arabic numerals."""
    match kind:
        case "lowerLetter" | "upperLetter" if 0 < count <= _MOST:
            text = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerRoman" | "upperRoman" if 0 < count <= _MOST:
            text = _roman(count)
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)
    return text.upper() if kind.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMANS:
        text += letters * (count // size)
        count %= size
    return text
