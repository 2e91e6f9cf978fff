"""What a paragraph's style says: a heading and how deep, a number, text that is not shown.

>>> Styles(None).of("HCh").level, Styles(None).of("SingleTxt").level
(1, 0)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from transforms.formats.docx.names import PPR, RPR, is_on, value, w

_LEVELS = {"HCh": 1, "H1": 2, "H23": 3, "H4": 4, "H56": 5}
"""Headings of the United Nations' templates; Geneva's end in G (`HChG`)."""
_HEADING = re.compile(r"heading ?([1-9])\Z", re.IGNORECASE)
_FRONT = re.compile(r"_?(?:Title|Agenda|Session)")
"""Styles of the first page are no headings of the body, though they are made from them: `TitleHCH` from `HCh`."""
_TITLE = re.compile(r"_?TitleHCH|Title\Z", re.IGNORECASE)
"""What the document itself is called; `TitleH1` is its author, `AgendaTitleH2` the agenda's words (A/80/590)."""
_CONTENTS = re.compile(r"toc ?\d\Z|table of figures\Z", re.IGNORECASE)
DEEPEST = 6
_CHAIN = 12
"""Styles made from styles; a circle ends here."""


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a style, with what it takes over from the style it is made from."""

    name: str = ""
    level: int = 0
    number: tuple[str, int] | None = None
    is_hidden: bool = False
    is_raised: bool = False
    is_contents: bool = False
    is_front: bool = False
    is_title: bool = False


PLAIN = Style()


@dataclass(slots=True)
class Styles:
    """The styles of a document by id, each worked out when it is first asked for."""

    root: etree._Element | None
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _known: dict[str, Style] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is not None:
            self._elements = {e.get(w("styleId"), ""): e for e in self.root.iterfind(w("style"))}

    def of(self, name: str | None) -> Style:
        """The style of that id; a plain one where the document has none."""
        if not name:
            return PLAIN
        if name not in self._known:
            self._known[name] = self._made(name, _CHAIN)
        return self._known[name]

    def _made(self, name: str, left: int) -> Style:
        element = self._elements.get(name)
        printed = (value(element, "name") if element is not None else None) or name
        parent = value(element, "basedOn")
        base = self._made(parent, left - 1) if parent and left else Style()
        is_front = bool(_FRONT.match(name))
        style = replace(
            base,
            name=name,
            level=0 if is_front else _level(name, printed) or base.level,
            is_contents=bool(_CONTENTS.match(printed)),
            is_front=is_front,
            is_title=bool(_TITLE.match(name)),
        )
        return style if element is None else _with(style, element)


def _level(name: str, printed: str) -> int:
    known = _LEVELS.get(name) or _LEVELS.get(name.removesuffix("G"))
    match = _HEADING.match(printed)
    return known or (min(int(match[1]), DEEPEST) if match else 0)


def _with(style: Style, element: etree._Element) -> Style:
    """The style with what its element itself says."""
    paragraph, run = element.find(PPR), element.find(RPR)
    number = None if paragraph is None else paragraph.find(w("numPr"))
    counted = value(number, "numId")
    depth = value(number, "ilvl") or "0"
    return replace(
        style,
        number=(counted, int(depth) if depth.isdigit() else 0) if counted else style.number,
        is_hidden=style.is_hidden or is_on(run, "vanish"),
        is_raised=style.is_raised or value(run, "vertAlign") == "superscript",
    )
