"""The cells of an AKN table, each with its place.

>>> sheet = Sheet()
>>> write(etree.fromstring("<table><tr><th><p>Section</p></th><th>Amount</th></tr></table>"), 1, sheet)
>>> [(block.text, block.place.column, block.place.is_header) for block in sheet.blocks]
[('Section', 1, True), ('Amount', 2, True)]
"""

from __future__ import annotations

from lxml import etree

from transforms.formats.akn.parsing import tag
from transforms.formats.akn.sheet import Sheet
from transforms.formats.tables import WIDEST, Grid


def write(table: etree._Element, number: int, sheet: Sheet) -> None:
    """Each cell is written as a block, each row's notes under it."""
    grid = Grid(number)
    for row in table.iter("{*}tr"):
        cells = [cell for cell in row if tag(cell) in {"td", "th"}]
        if cells:
            grid.new_row()
        for cell in cells:
            place = grid.take(_span(cell, "rowspan"), _span(cell, "colspan"), is_header=tag(cell) == "th")
            sheet.open("cell", place=place)
            sheet.flow(cell)
        sheet.end()


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return max(1, min(int(text), WIDEST)) if text.isdecimal() and len(text) < 6 else 1
