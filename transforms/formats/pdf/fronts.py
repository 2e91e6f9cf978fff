"""The first page's head, which Word marks as page furniture and which is the masthead.

>>> front, furniture, own = part(page, artifacts, pieces)
>>> [draft.text for draft in front]
['United Nations', 'A/80/590', 'General Assembly', 'Distr.: General', …]
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.formats.pdf import baselines
from transforms.formats.pdf.baselines import Line
from transforms.formats.pdf.drafts import FRONT, TEXT, Draft
from transforms.formats.pdf.feet import is_rule
from transforms.formats.pdf.laid import rows
from transforms.formats.pdf.values import Page, Piece

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
    """The drafts of an untagged first page, those of its head first that were drawn after the text below them."""
    head: list[Draft] = []
    rest: list[Draft] = []
    top = 0.0
    for draft in drafts:
        base = draft.lines[0].base
        (head if rest and base > top else rest).append(draft)
        top = max(top, base)
    return sorted(head, key=lambda draft: -draft.lines[0].base) + rest


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
