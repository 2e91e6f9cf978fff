"""A paper as a PDF file, drawn with reportlab; tagged as Word tags one, or not at all.

>>> pdf(paper, Look())[:5]
b'%PDF-'
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from tests.builder.pages import FURNITURE, HEIGHT, WIDTH, Group, Piece, Sheet
from tests.builder.paper import Cell, Paper
from tests.builder.press import Look, compose


def pdf(paper: Paper, look: Look) -> bytes:
    """The paper as a PDF file; the same paper gives the same bytes."""
    target = io.BytesIO()
    canvas = Canvas(
        target, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=0, initialFontName="Times-Roman"
    )
    canvas.setTitle(paper.head.symbol)
    tree = _Tree(canvas) if look.is_tagged else None
    for sheet in compose(paper, look):
        _draw(canvas, sheet, tree)
    if tree is not None:
        tree.close()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, tree: _Tree | None) -> None:
    for n, group in enumerate(sheet.groups):
        if tree is not None:
            is_outside = group.role == FURNITURE
            canvas._code.append(
                "/Artifact <</Type /Pagination>> BDC" if is_outside else f"/{_tag(group)} <</MCID {n}>> BDC"
            )
            if not is_outside:
                tree.add(group, n)
        for piece in group.pieces:
            _print(canvas, piece)
        if tree is not None:
            canvas._code.append("EMC")
    canvas.setLineWidth(0.5)
    for left, right, y in sheet.rules:
        canvas.line(left, y, right, y)
    canvas.showPage()
    if tree is not None:
        tree.end_page()


def _tag(group: Group) -> str:
    return "P" if group.cell is not None or group.role in {"Note", "TOCI"} else group.role


def _print(canvas: Canvas, piece: Piece) -> None:
    text = canvas.beginText(piece.x, piece.y)
    text.setFont(piece.font, piece.size)
    if piece.spread:
        text.setWordSpace(piece.spread)
    text.textOut(piece.text)
    if piece.spread:
        text.setWordSpace(0)
    canvas.drawText(text)


@dataclass(slots=True)
class _Tree:
    """The structure tree: one element for each block, with what is marked for it on each page."""

    canvas: Canvas
    blocks: dict[int, tuple[Group, list[tuple[int, int]]]] = field(default_factory=dict)
    marked: list[list[tuple[int, int]]] = field(default_factory=lambda: [[]])
    """For each page its marks, each with the key of its block."""

    def add(self, group: Group, mark: int) -> None:
        self.blocks.setdefault(group.key, (group, []))[1].append((len(self.marked) - 1, mark))
        self.marked[-1].append((mark, group.key))

    def end_page(self) -> None:
        page = self.canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = len(self.marked) - 1
        self.marked.append([])

    def close(self) -> None:
        """The tree becomes part of the file."""
        document = self.canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root)
        whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root_reference})
        whole_reference = document.Reference(whole)
        root["K"] = whole_reference
        elements: dict[int, object] = {}
        whole["K"] = PDFArray(list(self._children(whole_reference, elements)))
        numbers: list[object] = []
        for n, marks in enumerate(self.marked[:-1]):
            by_mark = dict(marks)
            most = max(by_mark, default=-1)
            parents = [elements[by_mark[mark]] if mark in by_mark else _NULL for mark in range(most + 1)]
            numbers += [n, document.Reference(PDFArray(parents))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _children(self, parent: object, elements: dict[int, object]) -> Iterable[object]:
        table, rows, row = 0, PDFArray([]), 0
        cells = PDFArray([])
        line: object = None
        for key, (group, marks) in self.blocks.items():
            if group.cell is None:
                elements[key] = self._element(group.role, parent, self._marks(marks))
                yield elements[key]
                continue
            if group.table != table:
                table, row, rows = group.table, 0, PDFArray([])
                frame = self._element("Table", parent, rows)
                yield frame
            if group.cell.row != row:
                row, cells = group.cell.row, PDFArray([])
                line = self._element("TR", frame, cells)
                rows.sequence.append(line)
            inner = PDFArray([])
            cell = self._element(group.role, line, inner, group.cell)
            cells.sequence.append(cell)
            elements[key] = self._element("P", cell, self._marks(marks))
            inner.sequence.append(elements[key])

    def _marks(self, marks: Iterable[tuple[int, int]]) -> PDFArray:
        pages = self.canvas._doc.Pages.pages
        return PDFArray(
            [
                PDFDictionary(
                    {"Type": PDFName("MCR"), "Pg": self.canvas._doc.Reference(pages[page]), "MCID": mark}
                )
                for page, mark in marks
            ]
        )

    def _element(self, role: str, parent: object, children: PDFArray, cell: Cell | None = None) -> object:
        made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(role), "P": parent, "K": children})
        spans = {"RowSpan": cell.rows, "ColSpan": cell.columns} if cell is not None else {}
        if any(span > 1 for span in spans.values()):
            made["A"] = PDFDictionary({"O": PDFName("Table"), **spans})
        return self.canvas._doc.Reference(made)


_NULL = "null"
