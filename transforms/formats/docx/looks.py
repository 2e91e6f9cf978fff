"""What paragraphs, runs, rows and cells say of themselves and their styles say of them, as far as it decides what is read.

Most properties say how a page looks, and say it again in every run. To ask each element for its own costs more than all
the rest of the reading, so the few that matter are gathered in one pass over a part.

>>> looks = Looks(styles); body = looks.add(body)
>>> looks.style(paragraph).level, looks.is_on(row, HEADER)
(1, False)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from transforms.formats.docx.names import NO, PPR, RPR, TBL, TC, VAL, number, w
from transforms.formats.docx.styles import Style, Styles

COLUMNS, ROWS, BEFORE = w("gridSpan"), w("vMerge"), w("gridBefore")
DELETED, HIDDEN, HEADER, SECTION = w("del"), w("hidden"), w("tblHeader"), w("sectPr")
_STYLE, _LIST, _DEPTH, _MOVED = w("pStyle"), w("numId"), w("ilvl"), w("moveFrom")
_RUN_STYLE, _VANISH, _ALIGN = w("rStyle"), w("vanish"), w("vertAlign")
_KNOWN = (
    COLUMNS, ROWS, BEFORE, DELETED, HIDDEN, HEADER, SECTION, TBL, _STYLE, _LIST, _DEPTH, _MOVED, _RUN_STYLE, _VANISH, _ALIGN,
)  # fmt: skip
_OF_RUNS = frozenset({_RUN_STYLE, _VANISH, _ALIGN})
_ELSEWHERE = frozenset({DELETED, _MOVED, TBL})
_HOLDERS = frozenset({RPR, w("trPr"), TC})
"""Around a run `del` holds text and is no property; a table outside of a cell belongs to no row."""
_DEEPER = frozenset({_LIST, _DEPTH, DELETED, _MOVED})
"""What is said in a list's properties, or of the mark at a paragraph's end."""


def _nothing() -> dict[str, dict[etree._Element, str]]:
    return {name: {} for name in _KNOWN}


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a document, and what each element of the parts that were added says itself: by property."""

    styles: Styles
    _said: dict[str, dict[etree._Element, str]] = field(default_factory=_nothing)
    _marked: set[etree._Element] = field(default_factory=set)
    """The runs that say anything."""

    def add(self, root: etree._Element) -> etree._Element:
        """The root of a part, when the properties of all elements below it are known."""
        for each in root.iter(*_KNOWN):
            tag, holder = str(each.tag), each.getparent()
            if holder is None or (tag in _ELSEWHERE and holder.tag not in _HOLDERS):
                continue
            owner = holder.getparent()
            if owner is not None and tag in _DEEPER and owner.tag == PPR:
                owner = owner.getparent()
            if owner is not None:
                self._said[tag][owner] = each.get(VAL, "")
                if tag in _OF_RUNS:
                    self._marked.add(owner)
        return root

    def value(self, element: etree._Element, name: str) -> str | None:
        """The value of a property; "" where it has none, None where the element does not say it."""
        return self._said[name].get(element)

    def is_on(self, element: etree._Element, name: str) -> bool:
        """Whether a property stands there and is not switched off."""
        return self._said[name].get(element, "0") not in NO

    def style(self, paragraph: etree._Element) -> Style:
        """A paragraph's style."""
        return self.styles.of(self._said[_STYLE].get(paragraph))

    def list_of(self, paragraph: etree._Element, style: Style) -> tuple[str, int] | None:
        """The list that counts a paragraph, and how deep: its own outranks its style's, and list 0 is none."""
        own, depth = self._said[_LIST].get(paragraph), self._said[_DEPTH].get(paragraph)
        name, deep = style.number or ("0", 0)
        name = own or name
        return None if name == "0" else (name, number(depth, deep))

    def is_joined(self, paragraph: etree._Element) -> bool:
        """Whether the end of a paragraph was deleted, so that the next one goes on in its line."""
        return self.is_on(paragraph, DELETED) or self.is_on(paragraph, _MOVED)

    def run(self, run: etree._Element) -> tuple[bool, bool]:
        """Whether a run is hidden, and whether it is raised; what it says itself outranks its style."""
        if run not in self._marked:
            return False, False
        style = self.styles.of(self._said[_RUN_STYLE].get(run))
        vanish, align = self._said[_VANISH].get(run), self._said[_ALIGN].get(run)
        return (
            style.is_hidden if vanish is None else vanish not in NO,
            style.is_raised if align is None else align == "superscript",
        )
