"""Paragraphs and tables in their order -> lines: headings, numbers, notes and cells as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from transforms.errors import Refusal
from transforms.formats.docx import charts, grid, runs
from transforms.formats.docx.ahead import heads_contents
from transforms.formats.docx.front import is_front
from transforms.formats.docx.grid import Row
from transforms.formats.docx.looks import SECTION, Looks
from transforms.formats.docx.names import ALTERNATE, CHART, CHOICE, DIAGRAM, TBL, TC, TR, P, w
from transforms.formats.docx.notes import Notes, take_typed
from transforms.formats.docx.numbering import BULLET, Numbering
from transforms.formats.docx.package import Package
from transforms.formats.docx.runs import Pieces, Reference
from transforms.formats.docx.said import Said, is_label
from transforms.formats.docx.styles import Style
from transforms.formats.lines import Lines

_THROUGH = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_IN_CELL = _THROUGH | {TBL, TR, TC}
"""A table that a cell still holds, in a box, is read as text of the cell."""
_FIGURES = (CHART, DIAGRAM)
_BREAK = re.compile(r"\n(?=\s*\n|\s*(?:\d{1,4}\.|\([a-z]{1,5}\))\s)")
"""Where a break parts paragraphs: twice in a row, or before a number."""
DEEPEST = 20
"""Tables in tables and boxes in boxes."""


@dataclass(slots=True)
class Writer:
    """Writes the lines of a document, part by part."""

    package: Package
    looks: Looks
    numbering: Numbering
    notes: Notes
    lines: Lines = field(default_factory=Lines)
    is_front: bool = False
    """Whether the first page's header is being written."""
    is_begun: bool = False
    """Whether a heading or a numbered paragraph has been written: no masthead comes after it."""
    is_numbered: bool = False
    """Whether a number or the contents have been written: no title comes after it."""
    depth: int = 0
    tables: int = 0
    _before: str | None = None
    """The style of the line that is still open, if the next paragraph may go on with it."""
    _is_joined: bool = False

    def write(self, container: etree._Element) -> None:
        """All that a body, a header, a cell or a box holds."""
        if self.depth >= DEEPEST:
            raise Refusal(
                "too-complex",
                f"tables and boxes of the document stand {DEEPEST} deep in each other; a page has a few. Save it as text.",
            )
        self.depth += 1
        for child in container:
            self._element(child)
        self.depth -= 1

    def _element(self, child: etree._Element) -> None:
        if child.tag == P:
            self.paragraph(child)
        elif child.tag == TBL:
            self._table(child)
        elif child.tag in _THROUGH:
            self.write(child)
        elif child.tag == ALTERNATE:
            for choice in child.iterfind(CHOICE):
                self.write(choice)

    def paragraph(self, element: etree._Element, before: str = "") -> None:
        """A paragraph becomes a line; `before` is a number that stands beside it."""
        style = self.looks.style(element)
        found = runs.pieces(element, self.looks)
        label = self._label(element, style)
        text = before + found.text
        if text.strip() or any(not isinstance(part, str) for part in found.parts):
            if before:
                found.parts.insert(0, before)
            self._line(Said(element, style, text, label), found)
            self._is_joined = self.looks.is_joined(element)
        elif not self._is_joined:
            self._before = None
        self._boxes(found)
        if self.looks.value(element, SECTION) is not None:
            self.notes.end_section()

    def _boxes(self, found: Pieces) -> None:
        for box in found.boxes:
            self._before, self._is_joined = None, False
            if box.tag in _FIGURES:
                self._figure(box)
            else:
                self.write(box)

    def _figure(self, reference: etree._Element) -> None:
        root = self.package.related(reference)
        if root is not None:
            self.tables += charts.write(self.lines, root, self.tables + 1)

    def _label(self, paragraph: etree._Element, style: Style) -> str | None:
        """What is counted before a paragraph."""
        counted = self.looks.list_of(paragraph, style)
        return None if counted is None else self.numbering.label(*counted)

    def _line(self, said: Said, found: Pieces) -> None:
        kind = self._kind(said)
        self.is_begun = self.is_begun or (
            not self.is_front and (kind.startswith("heading") or said.is_counted)
        )
        is_title = kind.startswith("heading") or (said.style.is_front and not self.is_front)
        if self._is_joined or (is_title and self._before == said.style.name and not said.is_counted):
            self.lines.text(" ")
        else:
            self._open(kind, said.label, said.typed)
        self._before = said.style.name if is_title else None
        self.put(found)

    def _kind(self, said: Said) -> str:
        """What the first page's header prints is the masthead's; elsewhere a paragraph is what it says."""
        is_contents = said.style.is_contents
        if self.is_front:
            return "navigation" if is_contents else "plain"
        return said.kind(is_titled=not self.is_numbered)

    def _open(self, kind: str, label: str | None, typed: str | None) -> None:
        """A line begins, with the number that is counted for it."""
        self.lines.close()
        if kind == "plain" and label == BULLET:
            self.lines.open("item")
        elif kind == "plain" and label and is_label(label):
            self.lines.open("plain", label=label)
        else:
            self.lines.open(kind, label=typed if kind == "plain" else None)
            if label and label != BULLET:
                self.lines.text(f"{label} ")

    def put(self, found: Pieces, before: str = "") -> None:
        """The text and the note marks of a paragraph go on with the open line."""
        parts = found.joined(before)
        for n, part in enumerate(parts):
            if isinstance(part, str):
                self._text(part) if "\n" in part else self.lines.text(part)
            elif part.kind == "raised":
                self.lines.mark(part.key, part.key)
            else:
                self._refer(part, parts, n)

    def _text(self, text: str) -> None:
        for n, line in enumerate(_BREAK.split(text)):
            if n:
                self.lines.break_line()
            self.lines.text(line)

    def _refer(self, reference: Reference, parts: list[str | Reference], n: int) -> None:
        """A note's mark; one of its own is typed right behind the reference."""
        typed = take_typed(parts, n + 1) if reference.is_custom else ""
        marker = self.notes.refer(reference, typed)
        if marker:
            self.lines.mark(marker, marker)

    def _table(self, table: etree._Element) -> None:
        self._before, self._is_joined = None, False
        rows = grid.rows(table, self.looks)
        if not self.is_front and heads_contents(table, ""):
            self._contents(rows)
        elif self.is_front or not grid.holds_data(rows) or (not self.is_begun and self._is_front(rows)):
            self._layout(rows)
        else:
            self.tables += 1
            for cell, place in grid.places(rows, self.tables):
                self.lines.open("cell", place=place)
                self._cell(cell)
            self.lines.close()

    def _is_front(self, rows: list[Row]) -> bool:
        cells = (cell.element for row in rows for cell in row.cells)
        return is_front(runs.pieces(p, self.looks).text for cell in cells for p in cell.iter(P))

    def _contents(self, rows: list[Row]) -> None:
        """The contents repeat the headings: one line a row, set aside."""
        for row in rows:
            self.lines.close()
            self.lines.open("navigation")
            for cell in row.cells:
                for paragraph in cell.element.iter(P):
                    self.lines.text(runs.pieces(paragraph, self.looks).text + " ")
        self.lines.close()

    def _layout(self, rows: list[Row]) -> None:
        """A table that only lays out the page: its cells one after another, a number before its text."""
        is_numbering = not self.is_front and grid.numbers(rows)
        for row in rows:
            cells = [cell.element for cell in row.cells]
            if is_numbering:
                first = next(cells[1].iter(P))
                self.paragraph(
                    first, "".join(runs.pieces(p, self.looks).text for p in cells[0].iter(P)).strip() + "\t"
                )
                cells = []
                for child in first.itersiblings():
                    self._element(child)
            for cell in cells:
                self.write(cell)

    def _cell(self, container: etree._Element) -> None:
        """The paragraphs of a cell, and of a box that hangs on one, with a space between them."""
        for child in container:
            if child.tag == P:
                self._in_cell(child)
            elif child.tag in _IN_CELL:
                self._cell(child)

    def _in_cell(self, paragraph: etree._Element) -> None:
        label = self._label(paragraph, self.looks.style(paragraph))
        found = runs.pieces(paragraph, self.looks)
        if found.parts or label:
            self.put(found, f" {label} " if label and label != BULLET else " ")
        for box in found.boxes:
            self._cell(box)
            if box.tag in _FIGURES and (root := self.package.related(box)) is not None:
                self.lines.text(" " + " ".join(charts.words(root)))
