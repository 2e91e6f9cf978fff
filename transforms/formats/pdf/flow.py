"""Drafts of all pages -> drafts in which paragraphs go on over pages and columns.

>>> flow([page_one, page_two])[-1].text
'The Committee decided to continue its consideration at the next session.'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transforms.formats.pdf.drafts import RULE, TEXT, Draft
from transforms.formats.pdf.laid import INDENT, OTHER, had_room, is_ended, is_label

HEADING = 60
"""Letters: a shorter paragraph at the head of a page may be a heading."""


COLUMN = 72.0
"""Points: no column of text is narrower."""


def flow(pages: Iterable[Sequence[Draft]]) -> list[Draft]:
    """One list of drafts; what a page or column broke off is taken up by the first text of the next."""
    found: list[Draft] = []
    open_: Draft | None = None
    for drafts in pages:
        is_new = True
        for draft in drafts:
            if draft.kind != TEXT:
                open_ = open_ if draft.kind == RULE else None
                found.append(draft)
                continue
            if open_ is not None and (is_new or _is_above(open_, draft)) and takes(open_, draft):
                open_.lines.extend(draft.lines)
                open_.column = draft.column
            else:
                found.append(draft)
                open_ = draft if open_ is None or not _is_aside(open_, draft) else open_
            is_new = False
    return found


def _is_aside(open_: Draft, draft: Draft) -> bool:
    """Whether a draft is small print that stands below text which goes on over the page (A/79/PV.64, page 1)."""
    is_text = open_.is_full and not open_.lines[-1].is_bold
    return is_text and draft.size < (1 - OTHER) * open_.size and open_.page == draft.page


def _is_above(before: Draft, draft: Draft) -> bool:
    """Whether a draft stands higher than the one before it and right of it, as the next column does."""
    return (
        draft.page == before.page
        and draft.lines[0].base > before.lines[-1].base
        and draft.lines[0].left > before.lines[-1].left + COLUMN
    )


def takes(before: Draft, draft: Draft) -> bool:
    """Whether a draft at the head of a page or column goes on with the paragraph before it."""
    if before.is_alone or draft.is_alone or abs(before.size - draft.size) > OTHER * before.size:
        return False
    text, tail = draft.text, before.lines[-1].text
    is_turn = before.lines[-1].is_bold != draft.lines[0].is_bold
    if is_label(text) and (is_turn or is_ended(tail) or not before.is_full):
        return False
    if not is_ended(tail):
        return text[:1].islower() or before.is_full or (tail.rstrip().endswith(",") and len(before.lines) > 1)
    is_full = before.is_full or not had_room(before.lines[-1], draft.lines[0], before.column)
    if not is_full or text[:1].islower():
        return False
    is_flush = draft.lines[0].left < draft.column[0] + INDENT * draft.size
    is_long = len(draft.lines) > 1 or len(text) > HEADING
    is_set_in = before.lines[0].left > before.column[0] + INDENT * before.size
    return is_flush and is_long and (is_label(before.text) or (is_set_in and len(before.lines) > 1))
