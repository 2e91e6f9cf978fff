"""Where on a page a document prints its own symbols, and where it only cites other ones.

A symbol stands alone in its line, beside the name of the United Nations, or under `Distr.`, or over the job number at
the foot. The running heads of later pages repeat it.

>>> [str(symbol) for symbol in own(page)]
['A/79/876', 'S/2025/230']
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.glance.pages import Page, Piece
from transforms.glance.printed import DISTRIBUTION, JOB_NUMBER, is_name, joined, symbols_of
from transforms.symbols import Symbol

UPPER = 0.5
"""Share of a page above which a masthead ends; it is 0.3 where titles are short."""
HEAD, FOOT = 0.12, 0.94
"""Shares of a page above and below which running heads and feet stand."""
ALIGNED = 15.0
"""Points by which lines of one column may differ at their edge; scans are askew."""
UNDER = 110.0
"""Points from `Distr.` to the symbol under it, `GENERAL` and an empty line between them."""
OVER = 45.0
FLUSH = 3.0
"""Points by which a job number and the symbol over it may differ; the symbols that a footnote cites are indented."""
CLOSE = 2.6
"""Heights of a line within which the other half of a joint symbol stands."""

_Found = tuple[Piece, tuple[Symbol, ...]]


def own(page: Page) -> tuple[Symbol, ...]:
    """The symbols that a first page prints as its document's own."""
    found = alone(page)
    above = [each for each in found if each[0].top < UPPER * page.height]
    for n, each in enumerate(above):
        if _is_beside_name(each[0], page) or _is_under_distribution(each[0], page):
            return _with_other_half(above[n:])
    return next((symbols for piece, symbols in found if _is_over_job_number(piece, page)), ())


def unplaced(page: Page) -> tuple[Symbol, ...]:
    """All symbols that stand alone in the upper half, own or cited: one that running heads repeat is own."""
    return tuple(s for piece, symbols in alone(page) if piece.top < UPPER * page.height for s in symbols)


def heads(page: Page) -> tuple[Symbol, ...]:
    """The symbols in the running heads and feet of a page."""
    found = [
        symbol
        for piece, symbols in alone(page)
        if piece.top < HEAD * page.height or piece.top > FOOT * page.height
        for symbol in symbols
    ]
    return tuple(dict.fromkeys(found))


def alone(page: Page) -> list[_Found]:
    """The pieces that are nothing but symbols, from top to bottom, those that go on in the next line put together."""
    pieces = sorted(page.pieces, key=lambda piece: piece.top)
    found = []
    for n, piece in enumerate(pieces):
        following = next((p for p in pieces[n + 1 : n + 8] if _is_next(piece, p)), None)
        whole = joined(piece.text, following.text) if following is not None else None
        if symbols := (symbols_of(whole) if whole else ()) or symbols_of(piece.text):
            found.append((piece, symbols))
    return found


def _with_other_half(found: Sequence[_Found]) -> tuple[Symbol, ...]:
    """The first symbols, and those of another body on the lines right under them."""
    (last, symbols), *rest = found
    for piece, others in rest:
        if _is_next(last, piece) and not {s.body for s in others} & {s.body for s in symbols}:
            last, symbols = piece, symbols + others
    return symbols


def _is_next(piece: Piece, other: Piece) -> bool:
    """Whether a piece stands right under another one, in the same column."""
    height = piece.bottom - piece.top
    is_column = abs(piece.left - other.left) < ALIGNED or abs(piece.right - other.right) < ALIGNED
    return is_column and height / 2 < other.top - piece.top < CLOSE * height


def _is_beside_name(piece: Piece, page: Page) -> bool:
    return any(
        is_name(other.text) and other.top < piece.bottom and piece.top < other.bottom for other in page.pieces
    )


def _is_under_distribution(piece: Piece, page: Page) -> bool:
    return any(
        DISTRIBUTION.match(other.text)
        and 0 < piece.top - other.top < UNDER
        and (abs(piece.left - other.left) < ALIGNED or abs(piece.right - other.right) < ALIGNED)
        for other in page.pieces
    )


def _is_over_job_number(piece: Piece, page: Page) -> bool:
    """Whether a symbol stands over the job number at the foot, as papers of the Climate Convention print it."""
    return any(
        JOB_NUMBER.match(other.text)
        and 0 < other.top - piece.top < OVER
        and abs(piece.left - other.left) < FLUSH
        for other in page.pieces
    )
