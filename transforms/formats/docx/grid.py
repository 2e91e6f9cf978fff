"""A table's cells and where each stands, cells that span columns and rows counted.

>>> [(place.row, place.column, place.column_span) for _, place in cells(table, 1)]
[(1, 1, 2), (2, 1, 1), (2, 2, 1)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from transforms.blocks import Place
from transforms.formats.docx.names import TBL, TC, TR, VAL, T, is_on, number, value, w

WIDEST = 1_000
NUMBERED = 20
"""Characters from which what stands beside a number is a paragraph."""
_NUMBER = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,5}\)|[a-z]\)|[\u2022\u2013\u2014-])\s*\Z")
_PROPERTIES, _COLUMNS, _ROWS = w("tcPr"), w("gridSpan"), w("vMerge")
_THROUGH = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class _Held(NamedTuple):
    """A cell as its row holds it: columns from and to, and whether it begins or goes on with one that spans rows."""

    element: etree._Element
    start: int
    width: int
    merge: str


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table that are still there."""
    return [row for row in _inner(table, TR) if not is_gone(row)]


def is_gone(row: etree._Element) -> bool:
    """Whether a row was deleted or is hidden."""
    properties = row.find(w("trPr"))
    return properties is not None and (is_on(properties, "del") or is_on(properties, "hidden"))


def row_cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(_inner(row, TC))


def _inner(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _inner(child, tag)


def cells(table: etree._Element, ordinal: int) -> Iterator[tuple[etree._Element, Place]]:
    """The cells in reading order; what goes on from the row above is part of the cell there."""
    held = [(_is_header(row), list(_held(row))) for row in rows(table)]
    merged = [{cell.start: cell.merge for cell in row} for _, row in held]
    for n, (is_header, row) in enumerate(held):
        for cell in row:
            if cell.merge == "continue" and n and merged[n - 1].get(cell.start):
                continue
            height = 1
            while (
                cell.merge == "restart"
                and n + height < len(held)
                and merged[n + height].get(cell.start) == "continue"
            ):
                height += 1
            yield cell.element, Place(ordinal, n + 1, cell.start, height, cell.width, is_header)


def _held(row: etree._Element) -> Iterator[_Held]:
    column = 1 + min(number(value(row.find(w("trPr")), "gridBefore"), 0), WIDEST)
    for element in row_cells(row):
        width, merge = _span(element)
        yield _Held(element, column, width, merge)
        column += width


def _span(cell: etree._Element) -> tuple[int, str]:
    """How many columns a cell spans, and its part in a span of rows."""
    width, merge = 1, ""
    for properties in cell.iterchildren(_PROPERTIES):
        for each in properties.iterchildren(_COLUMNS, _ROWS):
            if each.tag == _COLUMNS:
                width = max(1, min(number(each.get(VAL), 1), WIDEST))
            else:
                merge = each.get(VAL, "continue")
    return width, merge


def _is_header(row: etree._Element) -> bool:
    return is_on(row.find(w("trPr")), "tblHeader")


def holds_data(table: etree._Element) -> bool:
    """Whether a table holds data: more than one column, and no table inside that it only lays out."""
    is_wide = any(len(row_cells(row)) > 1 for row in rows(table))
    return is_wide and next(table.iterdescendants(TBL), None) is None and not numbers(table)


def numbers(table: etree._Element) -> bool:
    """Whether a table only sets the numbers of paragraphs beside their texts."""
    found = rows(table)
    return bool(found) and all(
        len(row) == 2 and _NUMBER.match(_text(row[0])) and len(_text(row[1])) > NUMBERED
        for row in map(row_cells, found)
    )


def _text(cell: etree._Element) -> str:
    return "".join(text.text or "" for text in cell.iter(T))
