"""A table's cells and where each stands, cells that span columns and rows counted.

>>> [(place.row, place.column, place.column_span) for _, place in places(rows(table, looks), 1)]
[(1, 1, 2), (2, 1, 1), (2, 2, 1)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from transforms.blocks import Place
from transforms.formats.docx.looks import BEFORE, COLUMNS, DELETED, HEADER, HIDDEN, ROWS, Looks
from transforms.formats.docx.names import TBL, TC, TR, T, number, w

WIDEST = 1_000
NUMBERED = 20
"""Characters from which what stands beside a number is a paragraph."""
_NUMBER = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,5}\)|[a-z]\)|[\u2022\u2013\u2014-])\s*\Z")
_THROUGH = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class Cell(NamedTuple):
    """A cell as its row holds it: columns from and to, and whether it begins or goes on with one that spans rows."""

    element: etree._Element
    start: int
    width: int
    merge: str


class Row(NamedTuple):
    """A row that is still there, and its cells."""

    cells: list[Cell]
    is_header: bool
    holds_table: bool


def rows(table: etree._Element, looks: Looks) -> list[Row]:
    """The rows of a table without those that were deleted or are hidden."""
    return [
        Row(list(_cells(row, looks)), looks.is_on(row, HEADER), looks.value(row, TBL) is not None)
        for row in _inner(table, TR)
        if not looks.is_on(row, DELETED) and not looks.is_on(row, HIDDEN)
    ]


def _cells(row: etree._Element, looks: Looks) -> Iterator[Cell]:
    column = 1 + min(number(looks.value(row, BEFORE), 0), WIDEST)
    for element in _inner(row, TC):
        width, merge = looks.value(element, COLUMNS), looks.value(element, ROWS)
        columns = 1 if width is None else max(1, min(number(width, 1), WIDEST))
        yield Cell(element, column, columns, "" if merge is None else merge or "continue")
        column += columns


def _inner(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _inner(child, tag)


def places(rows: list[Row], ordinal: int) -> Iterator[tuple[etree._Element, Place]]:
    """The cells in reading order, and where each stands; what goes on from the row above is part of the cell there."""
    merged = [{cell.start: cell.merge for cell in row.cells if cell.merge} for row in rows]
    for n, row in enumerate(rows):
        for cell in row.cells:
            if cell.merge == "continue" and n and merged[n - 1].get(cell.start):
                continue
            height = 1
            while (
                cell.merge == "restart"
                and n + height < len(rows)
                and merged[n + height].get(cell.start) == "continue"
            ):
                height += 1
            yield cell.element, Place(ordinal, n + 1, cell.start, height, cell.width, row.is_header)


def holds_data(rows: list[Row]) -> bool:
    """Whether a table holds data: more than one column, and no table in a cell, which it would only lay out."""
    is_wide = any(len(row.cells) > 1 for row in rows)
    return is_wide and not any(row.holds_table for row in rows) and not numbers(rows)


def numbers(rows: list[Row]) -> bool:
    """Whether a table only sets the numbers of paragraphs beside their texts."""
    return bool(rows) and all(
        len(row.cells) == 2
        and _NUMBER.match(_text(row.cells[0].element))
        and len(_text(row.cells[1].element)) > NUMBERED
        for row in rows
    )


def _text(cell: etree._Element) -> str:
    return "".join(text.text or "" for text in cell.iter(T))
