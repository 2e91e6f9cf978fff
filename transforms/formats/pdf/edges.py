"""Page furniture of files that do not mark it: lines at the edges of pages that come again, digits aside.

>>> own, furniture = part(page, masks(pages))
>>> [text_of(line) for line in furniture]
['A/49/624', 'English', 'Page 2']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transforms.formats.pdf import baselines
from transforms.formats.pdf.baselines import Line, text_of
from transforms.formats.pdf.laid import rows
from transforms.formats.pdf.values import Page, Piece

ROWS = 4
"""Rows from each edge that may be furniture."""
SHARE = 0.35
"""Of the pages: furniture stands on so many of them."""
TOP, FOOT = 0.14, 0.1
"""Parts of the page's height in which furniture stands."""
_SAYS = re.compile(
    r"(?:[Pp]age\s\d{1,4}|[-\u2013\u2014]?\s?\d{1,4}\s?[-\u2013\u2014]?|\d{1,4}\s?/\s?\d{1,4}|/\.{3}|\(continued\)"
    r"|(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}.{0,40}|GE\.\d{2}-\d{4,6}.{0,40}|\*\d{7,9}\*"
    r"|[A-Z][A-Za-z]{0,6}/[A-Za-z0-9/.\-()]{2,40}(?:\s\(\d{4}\))?"
    r"|(?:English|Fran\u00e7ais|French|Espa\u00f1ol|Russian|Arabic|Chinese))(?:\s+|\Z)"
)
_DIGITS = re.compile(r"[0-9]+")

Mask = tuple[str, str]


def masks(pages: Sequence[Page]) -> frozenset[Mask]:
    """The rows that come again at the same edge of enough pages, digits masked."""
    counts: Counter[Mask] = Counter()
    for page in pages:
        counts.update({(edge, _mask(row)) for edge, row in _edges(page)})
    least = max(2.0, SHARE * len(pages))
    return frozenset(mask for mask, count in counts.items() if count >= least and mask[1].strip("# "))


def part(page: Page, known: frozenset[Mask]) -> tuple[list[Piece], list[Line]]:
    """The pieces of a page that are its own, and its furniture in lines; furniture stands outermost."""
    gone: set[int] = set()
    for edge in ("top", "foot"):
        for own, row in _edges(page):
            if own != edge:
                continue
            is_furniture = (own, _mask(row)) in known and not (page.number == 1 and edge == "top")
            if not is_furniture and not _says(row, page, edge):
                break
            gone.update(map(id, row))
    pieces = [piece for piece in page.pieces if id(piece) not in gone]
    furniture = [piece for row in rows(page.pieces) for piece in row if id(piece) in gone]
    return pieces, baselines.make(furniture)


def _edges(page: Page) -> list[tuple[str, list[Piece]]]:
    """The outermost rows of a page, from each edge inwards."""
    found = [row for row in rows(page.pieces) if any(not piece.text.isspace() for piece in row)]
    top = [("top", row) for row in found[:ROWS] if row[0].base > (1 - TOP) * page.height]
    foot = [("foot", row) for row in reversed(found[-ROWS:]) if row[0].base < FOOT * page.height]
    return top + foot


def _text(row: Sequence[Piece]) -> str:
    return " ".join(" ".join(text_of(line) for line in baselines.make(row, splits=False)).split())


def _mask(row: Sequence[Piece]) -> str:
    return _DIGITS.sub("#", _text(row))


def _says(row: Sequence[Piece], page: Page, edge: str) -> bool:
    """Whether a row says nothing but what furniture says: page numbers, job numbers, the symbol."""
    text = _text(row)
    if page.number == 1 and edge == "top":
        return False
    at = 0
    while at < len(text):
        match = _SAYS.match(text, at)
        if match is None:
            return False
        at = match.end()
    return True
