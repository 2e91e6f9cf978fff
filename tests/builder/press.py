"""A paper composed into pages: paragraphs over page breaks, notes at the foot of the page that refers to them.

>>> len(compose(paper, Look()))
3
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builder.first_page import first_page, running_heads
from tests.builder.lines import Contents, Item, Line, lines, notes
from tests.builder.pages import BOLD, EDGE, FURNITURE, ITALIC, LEFT, RIGHT, ROMAN, TEXT, Group, Piece, Sheet
from tests.builder.paper import Cell, Note, Paper, Said, Table
from tests.builder.setting import LIFT, RAISED, Measure, Run, SetLine, lines_of, plain_line, runs_of

TOP, BOTTOM = 705.0, 72.0
LEADING, GAP = 12.0, 6.0
SMALL = 8.5
STEP = 23.7
"""From one tab to the next."""


@dataclass(frozen=True, slots=True)
class Look:
    """How pages are set.

    Attributes:
        is_tagged: as Word writes PDF: tags, furniture and masthead as artifacts, hyphens as text objects of their own.
        tags_headings: whether the tags tell headings, the contents and notes from paragraphs; Word does where styles do.
        is_spread: whether lines reach the right margin.
        foot: where the text ends; a high foot makes many pages.
    """

    is_tagged: bool = False
    tags_headings: bool = True
    is_spread: bool = False
    foot: float = BOTTOM


def compose(paper: Paper, look: Look) -> list[Sheet]:
    """The pages of a paper; they are set twice, so that the contents can say where a section begins."""
    first = _Press(paper, look)
    first.print()
    return _Press(paper, look, first.headed).print()


@dataclass(slots=True)
class _Press:
    paper: Paper
    look: Look
    known: Sequence[int] = ()
    """The pages of the headings, where they are known."""
    headed: list[int] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0
    key: int = 0
    tables: int = 0
    foot: list[tuple[int, SetLine]] = field(default_factory=list)
    """The lines of the notes of this page, each with the key of its note."""

    def print(self) -> list[Sheet]:
        sheet, self.y = first_page(self.paper.head)
        self.key = max(group.key for group in sheet.groups)
        self.sheets.append(sheet)
        items = lines(self.paper)
        for n, item in enumerate(items):
            self._item(item, items[n + 1 : n + 2])
        if self.paper.has_endnotes and (found := notes(items)):
            self._endnotes(found)
        self._end_page()
        running_heads(self.sheets, self.paper.head)
        return self.sheets

    def _item(self, item: Item, following: Sequence[Item]) -> None:
        match item:
            case Contents():
                self._contents(item)
            case Table():
                self._table(item)
            case Line(style="annex"):
                self._turn()
                self._block("H1", self._set(item.said, BOLD, 14.0, Measure(LEFT, LEFT, RIGHT)), 0.0, 15.0)
            case Line(style="annex-title"):
                self._block(
                    "H1", self._set(item.said, BOLD, 14.0, Measure(TEXT, TEXT, RIGHT)), 12.0, 15.0, keep=2
                )
            case Line(style="heading"):
                self._heading(
                    item,
                    keep=4
                    if following and isinstance(following[0], Line) and following[0].style == "heading"
                    else 2,
                )
            case Line(style="summary-head"):
                self._block(
                    "P",
                    self._set(item.said, ITALIC, 10.0, Measure(TEXT + 10, TEXT + 10, RIGHT - 10)),
                    18.0,
                    keep=2,
                )
            case Line(style="summary"):
                self._block(
                    "P",
                    self._set(item.said, ROMAN, 10.0, Measure(TEXT + STEP + 10, TEXT + 10, RIGHT - 10)),
                    GAP,
                )
            case Line(style="caption"):
                self._block("P", [plain_line(item.said.text, TEXT, ROMAN, 7.0)], GAP, keep=3)
            case Line(style="signature" | "meeting"):
                self._closing(item)
            case Line():
                is_list = (
                    bool(following)
                    and isinstance(following[0], Line)
                    and following[0].style in {"point", "bullet", "quote"}
                )
                self._paragraph(item, keep=2 if is_list and item.style == "numbered" else 0)

    def _heading(self, line: Line, keep: int) -> None:
        size = (14.0, 12.0, 10.0, 10.0)[line.depth - 1]
        label = [Piece(TEXT - 10 - stringWidth(line.mark, BOLD, size), 0.0, line.mark, BOLD, size)]
        found = self._set(line.said, BOLD, size, Measure(TEXT, TEXT, RIGHT - 20))
        found[0] = replace(found[0], pieces=(*label, *found[0].pieces))
        self._block(f"H{line.depth}", found, 18.0 if line.depth == 1 else 12.0, size + 1, keep=keep)
        self.headed.append(len(self.sheets))

    def _paragraph(self, line: Line, keep: int) -> None:
        tab = TEXT + STEP
        measure, at, font, first = Measure(tab, TEXT, RIGHT), 0.0, ROMAN, ""
        match line.style:
            case "numbered":
                at, first = TEXT, ITALIC if self._is_resolution else ""
            case "point":
                at = TEXT + STEP * line.depth
                measure = Measure(at + STEP, TEXT if line.depth == 1 else at + STEP, RIGHT)
            case "bullet":
                at, measure = tab, Measure(tab + 11, tab + 11, RIGHT)
            case "quote":
                measure = Measure(tab, tab, RIGHT - STEP)
            case "preambular":
                first = ITALIC
            case "formula":
                font = ITALIC
            case _:
                pass
        found = self._set(line.said, font, 10.0, measure, first=first)
        if line.mark:
            mark = Piece(at, 0.0, f"{line.mark} " if self.look.is_tagged else line.mark, ROMAN, 10.0)
            found[0] = replace(found[0], pieces=(mark, *found[0].pieces))
        self._block("P", found, GAP, keep=keep)

    @property
    def _is_resolution(self) -> bool:
        return bool(self.paper.head.adopted) and len(self.sheets) > 0

    def _set(self, said: Said, font: str, size: float, measure: Measure, *, first: str = "") -> list[SetLine]:
        return lines_of(
            runs_of(said, font, first=first), size, measure,
            is_spread=self.look.is_spread and font == ROMAN, parts_hyphens=self.look.is_tagged,
        )  # fmt: skip

    def _closing(self, line: Line) -> None:
        """The signature of a letter or the meeting of a resolution, at the right margin."""
        texts = line.said.text.split("\n")
        found = []
        for text in texts:
            if line.style == "meeting":
                found.append(plain_line(text, RIGHT, ITALIC, is_right=True))
                continue
            x = RIGHT - stringWidth(text, ROMAN, 10.0)
            word, mark, rest = text.partition("Signed")
            pieces = [Piece(x, 0.0, word, ROMAN, 10.0)]
            if mark:
                x += stringWidth(word, ROMAN, 10.0)
                pieces += [
                    Piece(x, 0.0, mark, ITALIC, 10.0),
                    Piece(x + stringWidth(mark, ITALIC, 10.0), 0.0, rest, ROMAN, 10.0),
                ]
            found.append(SetLine(tuple(pieces), ()))
        self._block("P", found, 24.0 if line.style == "signature" else GAP, keep=len(found))

    def _block(
        self, role: str, found: Sequence[SetLine], above: float, leading: float = LEADING, *, keep: int = 0
    ) -> None:
        """Lines below each other; `keep` more lines should stand on the page with the first."""
        self.y -= above
        if self.y - (keep + 1) * leading < self._floor():
            self._turn()
        self.key += 1
        key = self.key
        group = self._group(role, key)
        for n, line in enumerate(found):
            added = [] if self.paper.has_endnotes else [(note, self._note(note)) for note in line.notes]
            height = sum(len(set_) for _, set_ in added) * 10.0 + (18.0 if added and not self.foot else 0.0)
            if n + bool(added) and self.y - leading < self._floor() + height:
                self._turn()
                group = self._group(role, key)
            for _, set_ in added:
                self.foot += [(len(self.foot) + 1000 * len(self.sheets), one) for one in set_]
            self.y -= leading
            group.pieces += [replace(piece, y=self.y + piece.y) for piece in line.pieces]

    def _group(self, role: str, key: int) -> Group:
        is_told = self.look.tags_headings or role == FURNITURE
        group = Group(role if is_told else "P", key)
        self.sheets[-1].groups.append(group)
        return group

    def _floor(self) -> float:
        """How low the text may come above the notes of this page."""
        return self.look.foot + (len(self.foot) * 10.0 + 18.0 if self.foot else 0.0)

    def _note(self, note: Note) -> list[SetLine]:
        found = self._small(Said(note.text))
        mark = Piece(TEXT - 7.0, SMALL * LIFT, note.marker, ROMAN, SMALL * RAISED)
        found[0] = replace(found[0], pieces=(mark, *found[0].pieces))
        return found

    def _small(self, said: Said) -> list[SetLine]:
        return lines_of(
            [Run(said.text)], SMALL, Measure(TEXT, TEXT, RIGHT), parts_hyphens=self.look.is_tagged
        )

    def _turn(self) -> None:
        self._end_page()
        self.sheets.append(Sheet(len(self.sheets) + 1))
        self.y = TOP + LEADING

    def _end_page(self) -> None:
        """The notes of the page at its foot, below their rule."""
        if not self.foot:
            return
        sheet = self.sheets[-1]
        y = self.look.foot + len(self.foot) * 10.0
        sheet.groups.append(Group(FURNITURE, 0, [Piece(99.4, y + 4.0, "_" * 18, BOLD, 8.0)]))
        starts = [n for n, (_, line) in enumerate(self.foot) if line.pieces[0].size < SMALL]
        for start, end in zip(starts, [*starts[1:], len(self.foot)], strict=True):
            self.key += 1
            group = self._group("Note", self.key)
            for n in range(start, end):
                y -= 10.0
                group.pieces += [replace(piece, y=y + piece.y) for piece in self.foot[n][1].pieces]
        self.foot = []

    def _endnotes(self, found: Sequence[Note]) -> None:
        """The notes below a rule at the end of the text."""
        self._block(FURNITURE, [plain_line("_" * 18, 99.4, BOLD, 8.0)], 18.0, keep=3)
        for note in found:
            self._block("Note", self._note(note), 2.0, 10.0, keep=0)

    def _contents(self, contents: Contents) -> None:
        self._block("P", [plain_line("Contents", LEFT, ROMAN, 14.0)], 18.0, keep=4)
        self._block("P", [plain_line("Page", EDGE, ITALIC, 7.0, is_right=True)], 2.0)
        for n, (label, title, depth) in enumerate(contents.entries):
            left = 124.8 + 21.6 * (depth - 1)
            found = lines_of([Run(title)], 10.0, Measure(left, left, 500.0))
            end = found[-1].pieces[-1]
            x = end.x + stringWidth(end.text, ROMAN, 10.0) + 4.0
            dots = Piece(x, 0.0, "." * int((522.0 - x) / stringWidth(".", ROMAN, 8.5)), ROMAN, 8.5)
            page = plain_line(str((self.known or range(99))[n]), EDGE, is_right=True).pieces
            mark = Piece(
                left - 10.8 - stringWidth(label, ROMAN, 10.0) * (depth == 1) - 10.8 * (depth > 1),
                0.0,
                label,
                ROMAN,
                10.0,
            )
            found[0] = replace(found[0], pieces=(mark, *found[0].pieces))
            found[-1] = replace(found[-1], pieces=(*found[-1].pieces, dots, *page))
            self._block("TOCI", found, GAP)

    def _table(self, table: Table) -> None:
        """Ruled above and below, a line below its header; the first column to the left, the others to the right."""
        self.tables += 1
        height = 14.0 * (table.height + 1)
        if self.y - height < self._floor():
            self._turn()
        self.y -= 2 * GAP
        sheet, top = self.sheets[-1], self.y
        columns = [
            TEXT,
            *(TEXT + 130 + (RIGHT - TEXT - 130) * n / (table.width - 1) for n in range(1, table.width)),
        ]
        head = max(cell.row for cell in table.cells if cell.is_header)
        sheet.rules += [(TEXT, RIGHT, top - 14.0 * row) for row in (0, head, table.height)]
        for _, cells in groupby(table.cells, lambda cell: cell.row):
            for cell in cells:
                self.key += 1
                group = Group("TH" if cell.is_header else "TD", self.key, [], cell, self.tables)
                group.pieces.append(_cell(cell, columns, top))
                sheet.groups.append(group)
                if cell.columns > 1:
                    sheet.rules.append((columns[cell.column - 2] + 12, RIGHT, top - 14.0 * cell.row))
        self.y = top - 14.0 * table.height - GAP


def _cell(cell: Cell, columns: Sequence[float], top: float) -> Piece:
    font, size = (ITALIC, 7.0) if cell.is_header else (ROMAN, SMALL)
    width = stringWidth(cell.text, font, size)
    y = top - 14.0 * (cell.row + cell.rows - 1) + 4.0
    if cell.column == 1:
        return Piece(TEXT, y, cell.text, font, size)
    right = columns[cell.column - 1 + cell.columns - 1]
    if cell.columns > 1:
        middle = (columns[cell.column - 2] + 12 + right) / 2
        return Piece(middle - width / 2, y, cell.text, font, size)
    return Piece(right - width, y, cell.text, font, size)
