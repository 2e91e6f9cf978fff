"""Tables that the tags name: each cell made whole, and the tables of a document counted.

>>> [(draft.place.row, draft.place.column, draft.text) for draft in settled(drafts) if draft.kind == "cell"]
[(1, 1, 'Category'), (1, 2, 'Approved'), (2, 1, 'Military contingent personnel'), (2, 2, '1 250')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from transforms.formats.pdf.drafts import CAPTION, CELL, FURNITURE, HEADING, NOTE, RULE, TEXT, Draft

_NUMBER = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,5}\)|[a-z]{1,5}\)|[\u2022\uf0b7\u2013-])\s*\Z")
CAPTIONED = 200
"""Letters of the longest caption."""


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of a tagged page, each cell one draft; a table that only lays out the page is text again."""
    found: list[Draft] = []
    for table, group in groupby(drafts, key=lambda draft: draft.place.table if draft.place else 0):
        own = list(group)
        if not table or not _holds_data(own):
            is_wide = any(draft.place.column > 1 for draft in own if draft.place)
            for draft in own:
                if draft.kind == CELL:
                    draft.kind, draft.place, draft.is_alone = TEXT, None, is_wide
                found.append(draft)
            continue
        cells: dict[object, Draft] = {}
        for draft in own:
            if draft.place in cells:
                cells[draft.place].lines.extend(draft.lines)
            else:
                cells[draft.place] = draft
                found.append(draft)
    return found


def _holds_data(cells: Sequence[Draft]) -> bool:
    """Whether a table holds data: rows of several cells, and no mere masthead or numbers beside paragraphs."""
    rows: dict[int, list[Draft]] = {}
    for cell in cells:
        if cell.place is not None:
            rows.setdefault(cell.place.row, []).append(cell)
    places = {row: {cell.place.column for cell in own if cell.place} for row, own in rows.items()}
    if not any(len(columns) > 1 for columns in places.values()):
        return False
    return not all(
        len(own) >= 2 and _NUMBER.match(own[0].text) and len(own[1].text) > 40 for own in rows.values()
    ) and not (cells[0].page == 1 and len(rows) <= 3 and _is_masthead(cells))


_MASTHEAD = re.compile(
    r"session|year\b|Assembly|Council|Agenda|Item|Point|Distr|United Nations|Nations Unies|Naciones Unidas"
    r"|\u041e\u0431\u044a\u0435\u0434\u0438\u043d|\u8054\u5408\u56fd|\u0627\u0644\u0623\u0645\u0645",
    re.IGNORECASE,
)


def _is_masthead(cells: Sequence[Draft]) -> bool:
    return any(_MASTHEAD.search(cell.text) for cell in cells)


def caption(drafts: Sequence[Draft]) -> None:
    """Make the line in brackets right above a table its caption: what the table counts in."""
    shown = [draft for draft in drafts if draft.kind not in {NOTE, FURNITURE, RULE}]
    for draft, following in pairwise(shown):
        text = draft.text
        is_told = text.startswith("(") and text.endswith(")") and len(text) < CAPTIONED
        if following.kind == CELL and draft.kind in {TEXT, HEADING} and is_told:
            draft.kind = CAPTION


def numbered(drafts: Sequence[Draft]) -> None:
    """Count the tables of a document; one that goes on at the head of a page with as many columns is the same."""
    number = rows = widest = 0
    last: Draft | None = None
    for (page, table), group in groupby(drafts, key=lambda d: (d.page, d.place.table) if d.place else (0, 0)):
        cells = list(group)
        if not table:
            last = next((cell for cell in reversed(cells) if cell.kind not in {NOTE, FURNITURE, RULE}), last)
            continue
        width = max(cell.place.column + cell.place.column_span - 1 for cell in cells if cell.place)
        is_same = last is not None and last.kind == CELL and last.page == page - 1 and width == widest
        if not is_same:
            number, rows, widest = number + 1, 0, width
        for cell in cells:
            if cell.place is not None:
                cell.place = replace(cell.place, table=number, row=cell.place.row + rows)
        rows = max(cell.place.row for cell in cells if cell.place)
        last = cells[-1]
