"""Frames: forms set into a page, pages whose origin lies elsewhere, and text that stands sideways.

>>> turned(page).width > page.width  # a table printed across the sheet
True
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pypdfium2 import raw

from transforms.formats.pdf.values import Page, Piece, Rule

Box = tuple[float, float, float, float]
"""Left, low, right and high edge."""


def product(first: raw.FS_MATRIX, second: raw.FS_MATRIX) -> raw.FS_MATRIX:
    """One matrix that does what the first and then the second do."""
    return raw.FS_MATRIX(
        first.a * second.a + first.b * second.c,
        first.a * second.b + first.b * second.d,
        first.c * second.a + first.d * second.c,
        first.c * second.b + first.d * second.d,
        first.e * second.a + first.f * second.c + second.e,
        first.e * second.b + first.f * second.d + second.f,
    )


def count(page: object) -> int:
    """How many objects a page holds, those of its outermost forms among them."""
    objects = [raw.FPDFPage_GetObject(page, n) for n in range(min(raw.FPDFPage_CountObjects(page), FORMS))]
    inner = (
        max(0, raw.FPDFFormObj_CountObjects(o))
        for o in objects
        if raw.FPDFPageObj_GetType(o) == raw.FPDF_PAGEOBJ_FORM
    )
    return int(raw.FPDFPage_CountObjects(page) + sum(inner))


FORMS = 50
"""Objects among which forms are looked for."""


def box(inner: Box, frame: raw.FS_MATRIX) -> Box:
    """The edges of what a form holds, as the page has them."""
    left, low, right, high = inner
    if not frame.b and not frame.c and frame.a > 0 and frame.d > 0:
        return (
            frame.a * left + frame.e,
            frame.d * low + frame.f,
            frame.a * right + frame.e,
            frame.d * high + frame.f,
        )
    xs = [frame.a * x + frame.c * y + frame.e for x in (left, right) for y in (low, high)]
    ys = [frame.b * x + frame.d * y + frame.f for x in (left, right) for y in (low, high)]
    return min(xs), min(ys), max(xs), max(ys)


def sideways(turn: int, edges: Box, matrix: raw.FS_MATRIX) -> tuple[float, float, float]:
    """Left, right and baseline of turned text as if the page were turned back by as much; marked by a shift.

    Turned text keeps its own frame far away from the upright text, so that the two never share a line.
    """
    left, low, right, high = edges
    away = turn * AWAY
    match turn:
        case 1:
            return low, high, -matrix.e - away
        case 3:
            return -high, -low, matrix.e - away
        case _:
            return -right, -left, -matrix.f - away


AWAY = 100_000.0
"""Points between the frames of upright and turned text."""


def moved(page: Page, left: float, low: float) -> Page:
    """The page with its lower left corner at the origin."""
    if not left and not low:
        return page
    pieces = tuple(
        p._replace(left=p.left - left, right=p.right - left, base=p.base - low) for p in page.pieces
    )
    rules = tuple(Rule(r.left - left, r.right - left, r.low - low, r.high - low) for r in page.rules)
    return replace(page, pieces=pieces, rules=rules)


def turned(page: Page) -> Page:
    """The page as it is read: turned as it says, or as most of its text is turned."""
    turns: Counter[int] = Counter()
    for piece in page.pieces:
        turns[round(-piece.base / AWAY) if piece.base < -AWAY / 2 else 0] += len(piece.text)
    main = turns.most_common(1)[0][0] if turns else 0
    if not main:
        return page
    pieces = tuple(_into(piece, main, page) for piece in page.pieces)
    rules = tuple(_rule_into(rule, main, page) for rule in page.rules)
    width, height = (page.height, page.width) if main % 2 else (page.width, page.height)
    return replace(page, width=width, height=height, pieces=pieces, rules=rules)


def _into(piece: Piece, main: int, page: Page) -> Piece:
    """A piece in the frame of the page's main direction."""
    own = round(-piece.base / AWAY) if piece.base < -AWAY / 2 else 0
    if own == main:
        back = piece.base + main * AWAY
        match main:
            case 1:
                return piece._replace(base=back + page.width)
            case 3:
                return piece._replace(
                    left=piece.left + page.height, right=piece.right + page.height, base=back
                )
            case _:
                return piece._replace(
                    left=piece.left + page.width,
                    right=piece.right + page.width,
                    base=back + page.height,
                )
    if own:
        return piece
    rule = _rule_into(Rule(piece.left, piece.right, piece.base, piece.base + piece.size), main, page)
    return piece._replace(left=rule.left, right=rule.right, base=rule.low)


def _rule_into(rule: Rule, main: int, page: Page) -> Rule:
    match main:
        case 1:
            return Rule(rule.low, rule.high, page.width - rule.right, page.width - rule.left)
        case 3:
            return Rule(page.height - rule.high, page.height - rule.low, rule.left, rule.right)
        case _:
            return Rule(
                page.width - rule.right,
                page.width - rule.left,
                page.height - rule.high,
                page.height - rule.low,
            )
