"""A walk through an AKN document: preamble, paragraphs, points, headings, annexes and tables, in reading order.

>>> sheet = Sheet()
>>> Walk(sheet).element(etree.fromstring("<mainBody><paragraph><num>1.</num><content><p>Lights.</p></content></paragraph></mainBody>"))
>>> [(block.style, block.text) for block in sheet.blocks]
[('told:numbered', 'Lights.')]
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from transforms.formats.akn import cover, styles, tables
from transforms.formats.akn.cover import fold
from transforms.formats.akn.parsing import tag
from transforms.formats.akn.sheet import Sheet
from transforms.formats.akn.styles import HEADINGS, INTROS, LISTS, POINTS
from transforms.formats.told import ANNEX, MORE, NUMBERED, OPERATIVE, PART, POINT, PREAMBULAR, QUOTED, TEXT

_INLINE = frozenset("span a sup sub i b u inline docTitle docDate docNumber ref eol def term date".split())  # noqa: SIM905
_SILENT = frozenset({"meta", "", "documentRef"})


class Walk:
    """Writes the blocks of a document, element by element."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.tables = 0
        self.has_numbers = False
        self.is_resolution = self.is_part = self.is_upright = False
        self.is_annex = self.opens_annex = False
        self.ways = {
            "statement": self._statement, "attachment": self._attachment, "paragraph": self._paragraph,
            "coverPage": self._fields, "preface": self._fields, "conclusions": self._fields,
            "table": self._table, "p": self._text, "formula": self._text,
            **dict.fromkeys(POINTS, self._point), **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys((*INTROS, "wrapUp", "listWrapUp"), self._lines),
        }  # fmt: skip

    def element(self, element: etree._Element) -> None:
        """One element that is no running text, and all that stands in it."""
        if tag(element) not in _SILENT:
            self.ways.get(tag(element), self._children)(element)

    def _children(self, element: etree._Element) -> None:
        """All that stands in an element; text between its parts becomes a text of its own."""
        self._stray(element.text)
        for child in element:
            if tag(child) in _INLINE:
                self._text(child)
            else:
                self.element(child)
            self._stray(child.tail)

    def _stray(self, text: str | None) -> None:
        if text and text.strip():
            self.sheet.open(TEXT)
            self.sheet.text(text)
            self.sheet.end()

    def _statement(self, element: etree._Element) -> None:
        holder = element.getparent()
        spoken = next((each.get("language") for each in element.iter("{*}FRBRlanguage")), None)
        self.is_resolution = element.get("name") == "resolution"
        self.is_part = holder is not None and tag(holder) == "component"
        self.is_upright = element.find("{*}preamble") is not None and spoken in styles.UPRIGHT
        self.has_numbers = False
        self._children(element)

    def _attachment(self, element: etree._Element) -> None:
        self.is_annex = self.opens_annex = True
        self._children(element)
        self.is_annex = self.opens_annex = False

    def _fields(self, element: etree._Element) -> None:
        """Fields of the masthead; the preface of A/RES/77/264 A has the letter and title of a part."""
        self._stray(element.text)
        for child in element:
            if self.is_part and tag(element) == "preface":
                self._part(child)
            elif tag(child):
                cover.line(child, self.sheet)
            self._stray(child.tail)
        self.sheet.end()

    def _part(self, line: etree._Element) -> None:
        letter, title = (next(line.iter(f"{{*}}{name}"), None) for name in ("docNumber", "docTitle"))
        if letter is None or title is None:
            cover.line(line, self.sheet)
            return
        for element, style in ((letter, PART), (title, "heading-1")):
            self.sheet.open(style, label=fold(letter).strip(".") if style == PART else None)
            self.sheet.flow(element)
            self.sheet.end()

    def _table(self, element: etree._Element) -> None:
        self.tables += 1
        tables.write(element, self.tables, self.sheet)

    def _paragraph(self, element: etree._Element) -> None:
        number = styles.number(element)
        if styles.level(element, number, is_annex=self.is_annex):
            self._heading(element)
            return
        style = self._style(element, number)
        self.has_numbers = self.has_numbers or bool(number) or styles.is_typed(fold(element))
        self.opens_annex = self.opens_annex and not number
        self._body((child for child in element if tag(child) != "num"), style, number, element.get("eId"))
        self.sheet.end()

    def _style(self, element: etree._Element, number: str) -> str:
        """What kind of paragraph it is; where a number is a letter, it is a point of the paragraph before."""
        if number and not styles.is_counted(number):
            return POINT
        is_own = self.is_resolution and not self.is_annex
        is_acting = is_own and (self.is_upright or styles.is_slanted(element))
        if number:
            return OPERATIVE if is_acting else NUMBERED
        text = fold(element)
        if styles.is_typed(text):
            return OPERATIVE if is_acting else TEXT
        if is_own and not self.has_numbers and text.endswith(styles.COMMA):
            return PREAMBULAR
        is_lone = is_acting and not self.has_numbers and text.endswith(styles.FULL_STOP)
        return OPERATIVE if is_lone else TEXT

    def _body(self, parts: Iterable[etree._Element], style: str, lead: str, eid: str | None) -> None:
        """The number with the first text; further texts go on with it, lists come under it."""
        is_first = True
        for part in styles.flat(parts):
            if tag(part) in LISTS:
                self._list(part, style, lead, eid, is_first=is_first)
                is_first = False
                continue
            if tag(part) == "table":
                self.sheet.end()
                self._table(part)
                continue
            for line in styles.lines(part):
                if (quoted := styles.quoted(line)) is not None:
                    self._quotation(quoted)
                    continue
                self.sheet.open(style if is_first else MORE, lead=lead if is_first else "", eid=eid)
                self.sheet.flow(line)
                is_first = False
        if is_first and lead:
            self.sheet.open(style, lead=lead, eid=eid)

    def _quotation(self, quoted: etree._Element) -> None:
        """A text that another one is to be replaced by; its letters are its own, as in paragraph 14 of S/RES/2699 (2023)."""
        for part in quoted:
            if tag(part):
                self.sheet.open(QUOTED, eid=styles.eid(part))
                self.sheet.flow(part)
        self.sheet.close()

    def _list(
        self, element: etree._Element, style: str, lead: str, eid: str | None, *, is_first: bool
    ) -> None:
        """An introduction that is the paragraph's own text, and the points; what wraps a list up is a text."""
        for child in element:
            if tag(child) in INTROS and is_first:
                self._body([child], style, lead, eid)
                self.sheet.end()
            elif tag(child) in POINTS and is_first and lead:
                self._opening_point(child, style, lead, eid)
            else:
                self.sheet.end()
                self.element(child)
            is_first = is_first and not tag(child)
            self._stray(child.tail)

    def _point(self, element: etree._Element) -> None:
        """A point; a subheading before one is none of the outline's: S/RES/2709 (2023), paragraph 37 (e) (iii).

        In the preamble of A/RES/77/264 A in Chinese the first numbered paragraph is an item of a list.
        """
        number = styles.number(element)
        for heading in (child for child in element if tag(child) in HEADINGS):
            self.sheet.open("caption")
            self.sheet.flow(heading)
            self.sheet.end()
        depth = sum(tag(up) in LISTS for up in element.iterancestors())
        is_counted = styles.is_counted(number) and styles.is_within(element, "preamble")
        parts = (child for child in element if tag(child) not in {"num", *HEADINGS})
        self._body(parts, NUMBERED if is_counted else f"{POINT}-{depth}", number, element.get("eId"))
        self.sheet.end()

    def _opening_point(self, element: etree._Element, style: str, lead: str, eid: str | None) -> None:
        """A list begins right behind a number, as in `58. (a) Requests` of S/RES/2709 (2023): the letter is its text."""
        self.sheet.open(style, lead=lead, eid=eid)
        self.sheet.text(f"{styles.number(element)} ")
        for child in element:
            if tag(child) != "num":
                self.sheet.flow(child)
        self.sheet.end()

    def _heading(self, element: etree._Element) -> None:
        is_paragraph = tag(element) == "paragraph"
        level = styles.level(element, styles.number(element), is_annex=self.is_annex) if is_paragraph else 3
        self.sheet.open(ANNEX if self.opens_annex else f"heading-{level}")
        self.opens_annex = False
        for part in element if is_paragraph else (element,):
            self.sheet.flow(part)
            self.sheet.text(" ")
        self.sheet.end()

    def _text(self, element: etree._Element) -> None:
        """A text that stands for itself; a line of the body that is a title of the document is the masthead's."""
        if any(tag(child) == "docTitle" for child in element):
            cover.line(element, self.sheet)
            return
        style = PREAMBULAR if styles.is_within(element, "preamble") else TEXT
        self.sheet.open(style, eid=styles.eid(element))
        self.sheet.flow(element)
        self.sheet.end()

    def _lines(self, element: etree._Element) -> None:
        for line in styles.lines(element):
            self._text(line)
