"""Page furniture of files that do not mark it: lines at the edges of pages that come again, digits aside.

>>> own, furniture = part(page, masks(pages))
>>> [line.text for line in furniture]
['A/49/624', 'English', 'Page 2']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.formats.pdf import baselines
from transforms.formats.pdf.baselines import Line
from transforms.formats.pdf.laid import rows
from transforms.formats.pdf.values import Page, Piece

ROWS = 4
"""Rows from each edge that may be furniture."""
SHARE = 0.35
"""Of the pages: furniture stands on so many of them."""
LEADING = 1.4
"""Times the size of the type: lines of one text stand no farther apart."""
TOP, FOOT = 0.14, 0.12
"""Parts of the page's height in which furniture stands."""
_SAYS = re.compile(
    r"(?:[Pp]age\s\d{1,4}|[-\u2013\u2014]?\s?\d{1,4}\s?[-\u2013\u2014]?|\d{1,4}\s?/\s?\d{1,4}|/\.{3}|\(continued\)"
    r"|(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}.{0,40}|GE\.\d{2}-\d{4,6}.{0,40}|\*\d{7,9}\*"
    r"|[A-Z][A-Za-z]{0,6}/[A-Za-z0-9/.\-()]{1,39}[\w)](?:\s\(\d{4}\))?"
    r"|(?:English|Fran\u00e7ais|French|Espa\u00f1ol|Russian|Arabic|Chinese))(?:\s+|\Z)"
)
_DIGITS = re.compile(r"[0-9]+")

Mask = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edges:
    """The outermost rows of a page, from each edge inwards, and how many of them stand apart from the text."""

    page: Page
    top: tuple[tuple[Piece, ...], ...]
    foot: tuple[tuple[Piece, ...], ...]
    apart_top: int
    apart_foot: int

    def masks(self) -> set[Mask]:
        """What the rows say, digits masked."""
        top, foot = self.top[: self.apart_top], self.foot[: self.apart_foot]
        return {("top", _mask(row)) for row in top} | {("foot", _mask(row)) for row in foot}


def of(page: Page) -> Edges:
    """The edges of a page."""
    found = [tuple(row) for row in rows(page.pieces) if any(not piece.text.isspace() for piece in row)]
    top = tuple(row for row in found[:ROWS] if row[0].base > (1 - TOP) * page.height)
    foot = tuple(row for row in reversed(found[-ROWS:]) if row[0].base < FOOT * page.height)
    return Edges(page, top, foot, _apart(found), _apart(found[::-1]))


def _apart(found: Sequence[tuple[Piece, ...]]) -> int:
    """How many of the outermost rows stand apart from the text by the widest gap, wider than between its lines.

    None where a note begins among them.
    """
    gaps = [abs(a[0].base - b[0].base) - LEADING * a[0].size for a, b in pairwise(found[: ROWS + 1])]
    widest = max(range(len(gaps)), key=lambda n: gaps[n], default=None)
    if widest is None or gaps[widest] <= 0:
        return 0
    is_noted = any(line.has_lead for row in found[: widest + 1] for line in baselines.make(row, splits=False))
    return 0 if is_noted else widest + 1


def repeated(edges: Sequence[Edges]) -> frozenset[Mask]:
    """The rows that come again at the same edge of enough pages, digits masked."""
    counts = Counter(mask for each in edges for mask in each.masks())
    least = max(2.0, SHARE * len(edges))
    return frozenset(mask for mask, count in counts.items() if count >= least and mask[1].strip("# "))


def part(edges: Edges, known: frozenset[Mask]) -> tuple[list[Piece], list[Line]]:
    """The pieces of a page that are its own, and its furniture in lines; furniture stands outermost.

    The head of the first page is its masthead.
    """
    gone: list[Piece] = []
    sides = (
        ("top", edges.top if edges.page.number > 1 else (), edges.apart_top),
        ("foot", edges.foot, edges.apart_foot),
    )
    for edge, own, apart in sides:
        for n, row in enumerate(own):
            is_again = n < apart and (edge, _mask(row)) in known
            if not is_again and not _says(row):
                break
            gone.extend(row)
    held = {id(piece) for piece in gone}
    return [piece for piece in edges.page.pieces if id(piece) not in held], baselines.make(gone)


def _text(row: Sequence[Piece]) -> str:
    return " ".join(" ".join(line.text for line in baselines.make(row, splits=False)).split())


def _mask(row: Sequence[Piece]) -> str:
    return _DIGITS.sub("#", _text(row))


def _says(row: Sequence[Piece]) -> bool:
    """Whether a row says nothing but what furniture says: page numbers, job numbers, the symbol."""
    lines = baselines.make(row, splits=False)
    if any(line.has_lead for line in lines):
        return False
    text = _text(row)
    at = 0
    while at < len(text):
        match = _SAYS.match(text, at)
        if match is None:
            return False
        at = match.end()
    return True
