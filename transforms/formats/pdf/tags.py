"""The tag tree of a page -> for each marked content the block it belongs to.

Tables and paragraphs of files made by Word since 2007 are said here exactly (ISO 32000-1, section 14.8.4).

    >>> elements(page, found)[57].role
    'P'
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from pypdfium2 import raw

from transforms.blocks import Place
from transforms.formats.pdf.values import Element

_INLINE = frozenset(
    {"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Annot", "Ruby", "Warichu", "BibEntry",
     "NonStruct", "Form", "Formula", "Figure"}
)  # fmt: skip
_CELLS = frozenset({"TD", "TH"})
DEEPEST = 60
MOST = 50_000
"""Elements of one page."""
CROWDED, NEAR = 200, 40
"""Children from which not all are looked at, and how far those of one page may stand apart."""


@dataclass(slots=True)
class _Walk:
    """A walk through the tree of one page; tables are counted from `tables`."""

    tables: int
    starts: dict[int, int]
    missing: set[int]
    found: dict[int, Element] = field(default_factory=dict)
    keys: int = 0
    seen: int = 0

    def walk(self, element: object, role: str, key: int, place: Place | None, depth: int) -> None:
        """All marked contents below an element; `role`, `key` and `place` are those of the block around it."""
        for n, child in self._children(element, depth):
            if not child:
                mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, n)
                if mark >= 0:
                    self.found[mark] = Element(key, role, place)
                    self.missing.discard(mark)
                continue
            self.seen += 1
            if self.seen > MOST or depth > DEEPEST:
                return
            name = _name(child)
            if name in _INLINE:
                self.walk(child, role, key, place, depth + 1)
                continue
            self.keys += 1
            if name == "Table":
                self.tables += 1
                self._table(child, depth + 1)
            else:
                self.walk(child, name, self.keys, place, depth + 1)

    def _children(self, element: object, depth: int) -> Iterator[tuple[int, object]]:
        """The children of an element by their place; of the document's own only those of the page, which mostly follow each other.

        A document has thousands, and pdfium gives nothing for those of other pages; the search ends with the last mark.
        """
        count = raw.FPDF_StructElement_CountChildren(element)
        if count < CROWDED:
            yield from ((n, raw.FPDF_StructElement_GetChildAtIndex(element, n)) for n in range(count))
            return
        start = max(0, self.starts.get(depth, 0) - NEAR)
        begun, empty = False, 0
        for n in (*range(start, count), *range(start)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
            if not child and raw.FPDF_StructElement_GetChildMarkedContentID(element, n) < 0:
                empty += 1
                if begun and empty > NEAR and not self.missing:
                    return
                continue
            begun, empty = True, 0
            self.starts[depth] = n
            yield n, child

    def _table(self, table: object, depth: int) -> None:
        """The cells of a table, in rows; what spans rows keeps its column from those below."""
        taken: dict[int, int] = {}
        number = self.tables
        for n, row in enumerate(_rows(table, depth), 1):
            column = 1
            for name, cell in row:
                while taken.get(column, 0) >= n:
                    column += 1
                high, wide = _span(cell, "RowSpan"), _span(cell, "ColSpan")
                for at in range(column, column + wide):
                    taken[at] = n + high - 1
                self.keys += 1
                place = Place(number, n, column, high, wide, is_header=name == "TH")
                self.walk(cell, name, self.keys, place, depth + 2)
                column += wide


def elements(
    page: object, tags: Set[int], tables: int, starts: dict[int, int]
) -> tuple[dict[int, Element], int]:
    """The blocks of a page's tag tree by marked-content id, and how many tables were counted so far.

    Args:
        page: a page of pdfium's.
        tags: the marked contents that the page shows; the search ends when all are found.
        tables: how many tables the pages before held.
        starts: where, at each depth, the page before ended; it is changed.
    """
    if not tags:
        return {}, tables
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}, tables
    walk = _Walk(tables, starts, set(tags))
    try:
        for n in range(raw.FPDF_StructTree_CountChildren(tree)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, n)
            if child:
                walk.keys += 1
                walk.walk(child, _name(child), walk.keys, None, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return walk.found, walk.tables


def _rows(table: object, depth: int) -> list[list[tuple[str, object]]]:
    """The cells of each row, through the head and body groups of a table."""
    found: list[list[tuple[str, object]]] = []
    for n in range(raw.FPDF_StructElement_CountChildren(table)):
        child = raw.FPDF_StructElement_GetChildAtIndex(table, n)
        if not child:
            continue
        name = _name(child)
        if name == "TR":
            found.append(_cells(child))
        elif depth < DEEPEST:
            found.extend(_rows(child, depth + 1))
    return found


def _cells(row: object) -> list[tuple[str, object]]:
    found = []
    for n in range(raw.FPDF_StructElement_CountChildren(row)):
        child = raw.FPDF_StructElement_GetChildAtIndex(row, n)
        if child and (name := _name(child)) in _CELLS:
            found.append((name, child))
    return found


def _span(cell: object, name: str) -> int:
    """How many rows or columns a cell spans, 1 where it does not say."""
    value = ctypes.c_float()
    for n in range(raw.FPDF_StructElement_GetAttributeCount(cell)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(cell, n)
        held = raw.FPDF_StructElement_Attr_GetValue(attribute, name.encode())
        if held and raw.FPDF_StructElement_Attr_GetNumberValue(held, value):
            return max(1, min(int(value.value), 100))
    return 1


_BUFFER = ctypes.create_string_buffer(256)


def _name(element: object) -> str:
    """What a tag is called; empty for a name too long to be one."""
    size = raw.FPDF_StructElement_GetType(element, _BUFFER, 256)
    return _BUFFER.raw[: size - 2].decode("utf-16-le", "replace") if 2 < size <= 256 else ""
