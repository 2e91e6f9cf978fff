"""Where each cell of a table stands, spans counted.

>>> grid = Grid(1)
>>> grid.new_row(); grid.take(2, 1, is_header=True).column, grid.take(1, 1, is_header=True).column
(1, 2)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from transforms.blocks import Place

WIDEST = 1000
NUMBERED = 20
"""Characters from which what stands beside a number is a paragraph."""
_NUMBER = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,5}\)|[a-z]\)|[\u2022\u2013\u2014-])\s*\Z")
LONG = 1500
"""A cell with so many characters lays out a page and is no table's cell."""


@dataclass(slots=True)
class Grid:
    """One table: the row that is being filled, and the cells that reach into it from above."""

    number: int
    row: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    column: int = 0

    def new_row(self) -> None:
        """The next row begins."""
        self.row += 1
        self.column = 0
        self.taken = {column: last for column, last in self.taken.items() if last >= self.row}

    def take(self, row_span: int, column_span: int, *, is_header: bool) -> Place:
        """The place of the next cell of the row."""
        self.column += 1
        while self.taken.get(self.column, 0) >= self.row:
            self.column += 1
        place = Place(self.number, self.row, self.column, row_span, column_span, is_header)
        for column in range(self.column, self.column + column_span):
            self.taken[column] = self.row + row_span - 1
        self.column += column_span - 1
        return place


@dataclass(slots=True)
class Tables:
    """The open tables; None for one that only lays out the page."""

    open: list[Grid | None] = field(default_factory=list)
    count: int = 0

    def start(self, table: etree._Element) -> None:
        """A table begins."""
        is_inner = any(grid is not None for grid in self.open)
        if is_inner or not _holds_data(table):
            self.open.append(None)
            return
        self.count += 1
        self.open.append(Grid(self.count))

    def cell(self, element: etree._Element) -> Place | None:
        """The place of a cell; None outside a table of data."""
        grid = self.open[-1] if self.open else None
        if grid is None:
            return None
        row = element.getparent()
        if row is None or _first_cell(row) is element:
            grid.new_row()
        return grid.take(
            _span(element, "rowspan"), _span(element, "colspan"), is_header=_is_header(element, row)
        )

    def end(self, element: etree._Element) -> None:
        """A table ends."""
        if element.tag == "table" and self.open:
            self.open.pop()


def _is_header(cell: etree._Element, row: etree._Element | None) -> bool:
    """Whether a cell heads its column or row, by its own name or because its row stands in the head of the table."""
    group = row.getparent() if row is not None else None
    return cell.tag == "th" or (group is not None and group.tag == "thead")


def _first_cell(row: etree._Element) -> etree._Element | None:
    return next((cell for cell in row if cell.tag in {"td", "th"}), None)


def _span(element: etree._Element, name: str) -> int:
    text = (element.get(name) or "").strip()
    return max(1, min(int(text), WIDEST)) if text.isdecimal() and len(text) < 6 else 1


def _numbers(table: etree._Element) -> bool:
    """Whether a table only sets the numbers of paragraphs beside their texts."""
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    return bool(rows) and all(
        len(row) == 2
        and _NUMBER.match("".join(row[0].itertext()))
        and len("".join(row[1].itertext())) > NUMBERED
        for row in rows
    )


def _holds_data(table: etree._Element) -> bool:
    """Whether a table holds data: more than one column, no table inside, no cell as long as a page, no mere numbering."""
    if table.get("role") == "presentation" or table.find(".//table") is not None or _numbers(table):
        return False
    widest = max((sum(cell.tag in {"td", "th"} for cell in row) for row in table.iter("tr")), default=0)
    longest = max((sum(map(len, cell.itertext())) for cell in table.iter("td")), default=0)
    return widest > 1 and longest < LONG
