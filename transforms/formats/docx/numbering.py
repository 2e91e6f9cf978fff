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
class Numbering:
    """The lists of a document: `label` is asked once for each paragraph, in order."""

    lists: dict[str, Series] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    restarts: dict[str, set[int]] = field(default_factory=dict)

    def label(self, name: str, depth: int) -> str | None:
        """What is printed before the next paragraph of a list; None for no list."""
        found = self.lists.get(name)
        if found is None or not 0 <= depth < _LEVELS:
            return None
        for restarted in self.restarts.pop(name, ()):  # the first paragraph of a list begins it anew
            found.counts.pop(restarted, None)
        levels = self.overrides.get(name) or found.levels
        found.step(depth, levels)
        level = levels.get(depth, Level())
        if level.format == "bullet":
            return BULLET
        return "" if level.format == "none" else _printed(level, found, levels)


def read(root: etree._Element | None) -> Numbering:
    """The lists that the part `numbering.xml` defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {e.get(w("abstractNumId"), ""): e for e in root.iterfind(w("abstractNum"))}
    linked = {name: e for e in abstract.values() if (name := value(e, "styleLink"))}
    lists = {
        key: Series(_levels(linked.get(value(e, "numStyleLink") or "", e))) for key, e in abstract.items()
    }
    for element in root.iterfind(w("num")):
        name, definition = element.get(w("numId"), ""), value(element, "abstractNumId") or ""
        if definition in lists:
            numbering.lists[name] = lists[definition]
            _override(numbering, name, element)
    return numbering


def _override(numbering: Numbering, name: str, element: etree._Element) -> None:
    """What one list changes of its definition: where levels start, or a whole level."""
    changed = dict(numbering.lists[name].levels)
    for override in element.iterfind(w("lvlOverride")):
        depth = number(override.get(w("ilvl")), 0)
        level, start = override.find(w("lvl")), value(override, "startOverride")
        if level is not None:
            changed[depth] = _level(level)
        if start is not None:
            changed[depth] = replace(changed.get(depth, Level()), start=number(start, 1))
            numbering.restarts.setdefault(name, set()).add(depth)
    if changed != numbering.lists[name].levels:
        numbering.overrides[name] = changed


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
