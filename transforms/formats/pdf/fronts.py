"""The first page's head, which Word marks as page furniture and which is the masthead.

>>> front, furniture, own = part(page, artifacts, pieces)
>>> [draft.text for draft in front]
['United Nations', 'A/80/590', 'General Assembly', 'Distr.: General', …]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.formats.pdf import baselines
from transforms.formats.pdf.baselines import Line
from transforms.formats.pdf.drafts import FRONT, FURNITURE, TEXT, Draft
from transforms.formats.pdf.feet import is_rule
from transforms.formats.pdf.laid import rows
from transforms.formats.pdf.values import Page, Piece

GIANT = 24.0
"""Points: type of this size shows the letter of a series."""
_SERIES = re.compile(r"[A-Z]{1,4}\Z")
NEAR = 3.0
"""Points by which lines of one edge may differ."""


def part(
    page: Page, marked: Sequence[Piece], own: Sequence[Piece]
) -> tuple[list[Draft], list[Line], list[Piece]]:
    """The masthead of a first page, the furniture of any page, and the page's own pieces, its note rules among them.

    What the file marks as furniture is the masthead where it stands above all text of the first page.
    """
    if page.number > 1:
        return [], *_ruled(marked, own)
    top = max((piece.base for piece in own if piece.text.strip()), default=0.0)
    head = [piece for piece in marked if piece.base > top and piece.base > page.height / 2]
    rest = [piece for piece in marked if not (piece.base > top and piece.base > page.height / 2)]
    front = [Draft(FRONT, [line], page.number) for row in rows(head) for line in baselines.make(row)]
    return front, *_ruled(rest, own)


def raised(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a first page, those first that were drawn after text below them, as some mastheads are.

    A series letter in giant type is no text of its own, but an ornament of the masthead.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if draft.size >= GIANT and _SERIES.match(draft.text):
            draft.kind = FURNITURE
        kept.append(draft)
    top = kept[0].lines[0].base if kept else 0.0
    head = [draft for draft in kept[1:] if draft.lines[0].base > top and draft.kind != FURNITURE]
    held = {id(draft) for draft in head}
    return _ordered(head) + [draft for draft in kept if id(draft) not in held]


def _ordered(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts from the top, those at one height from left to right."""
    return sorted(drafts, key=lambda draft: (-round(draft.lines[0].base / 6), draft.lines[0].left))


def _ruled(marked: Sequence[Piece], own: Sequence[Piece]) -> tuple[list[Line], list[Piece]]:
    """Furniture in lines, and the page's own pieces with the rules above notes where they were drawn."""
    furniture: list[Line] = []
    kept: list[Piece] = list(own)
    for line in baselines.make(marked, splits=False):
        if is_rule(line):
            at = next((n for n, p in enumerate(kept) if p.base < line.base and p.text.strip()), len(kept))
            kept[at:at] = line.pieces
        else:
            furniture.append(line)
    return furniture, kept


def set_columns(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each paragraph the edges of its column: what the lines that begin where it does reach."""
    lines = [line for draft in drafts if draft.kind == TEXT for line in draft.lines]
    wide = [line for line in lines if line.right - line.left > 0.2 * page.width]
    for draft in drafts:
        if draft.kind == TEXT and not draft.column[1]:
            left = min(line.left for line in draft.lines)
            ends = sorted(line.right for line in wide if abs(line.left - left) <= NEAR)
            draft.column = (left, ends[len(ends) * 9 // 10] if ends else page.width - left)
