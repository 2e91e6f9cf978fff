"""The list of contents, told by its title, its leaders of dots and its page numbers; the headings say it again.

>>> mark([title, entry, entry, heading])
>>> [draft.kind for draft in drafts]
['contents', 'contents', 'contents', 'text']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.formats.pdf.drafts import CELL, CONTENTS, FURNITURE, HEADING, TEXT, Draft

TITLE = re.compile(
    r"\s*(?:(?:Table of )?Contents|Table des mati\u00e8res|Sommaire|\u00cdndice|TABLE OF CONTENTS|CONTENTS"
    r"|\u0421\u043e\u0434\u0435\u0440\u0436\u0430\u043d\u0438\u0435|\u76ee\u5f55|\u0627\u0644\u0645\u062d\u062a\u0648\u064a\u0627\u062a)\s*(?:\(continued\))?[\s*]*\Z",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:\.\s?){4,}[\s.]*(?:[\divxlc]{1,4}(?:\s?[-\u2013]\s?[\divxlc]{1,4})?\s*){0,3}\Z", re.IGNORECASE
)
_HEADER = re.compile(
    r"(?:(?:Chapter|Paragraphs?|Pages?|Section|Annex(?:es)?|Paras?\.|No\.)\s*)+\Z", re.IGNORECASE
)
_RANGE = re.compile(r"\s\d{1,4}\s?[-\u2013]\s?\d{1,4}\s*\Z")
"""Paragraphs from and to, after a title that left no room for a leader (TD/B/CN.4/36)."""
_PAGE = re.compile(r"[\divxlc]{1,4}(?:\s?[-\u2013]\s?[\divxlc]{1,4})?\Z", re.IGNORECASE)
APART = 14
"""Drafts between two entries: entries without a leader, page heads."""
FEWEST = 2


def is_entry(text: str) -> bool:
    """Whether a text ends in a leader of dots, with or without its page."""
    return bool(_ENTRY.search(text[-400:]))


def mark(drafts: Sequence[Draft]) -> None:
    """Mark the drafts that are contents: from the title to the last entry, and entries wherever they stand."""
    entries = [
        n
        for n, draft in enumerate(drafts)
        if draft.kind in {TEXT, HEADING, CELL, CONTENTS} and is_entry(draft.text)
    ]
    title = next(
        (n for n, draft in enumerate(drafts) if TITLE.match(draft.text) and draft.kind != FURNITURE), None
    )
    if title is not None:
        end = _end(drafts, title, entries)
        _set(drafts[title : end + 1] if end > title else ())
    if len(entries) >= FEWEST:
        _set([draft for n in entries for draft in (drafts[n], *_beside(drafts, n))])


def _end(drafts: Sequence[Draft], title: int, entries: Sequence[int]) -> int:
    """The last draft of the contents; the title where there are none."""
    end = title
    for n in (*entries, *(n for n, draft in enumerate(drafts) if draft.kind == CONTENTS)):
        if end < n <= end + APART:
            end = n
    while title < end < len(drafts) - 1 and (
        _goes_on(drafts[end], drafts[end + 1]) or _is_beside(drafts, end)
    ):
        end += 1
    return end


def _goes_on(entry: Draft, draft: Draft) -> bool:
    """Whether a draft in the type of an entry ends in a range of paragraphs; a heading in larger type is none."""
    is_like = draft.kind != HEADING and abs(draft.size - entry.size) < 0.6 and not draft.lines[0].is_bold
    return is_like and bool(_RANGE.search(draft.text))


def _set(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if draft.kind != FURNITURE:
            draft.kind, draft.place = CONTENTS, None


def _is_beside(drafts: Sequence[Draft], n: int) -> bool:
    """Whether the next draft is the page number of an entry, set by itself."""
    if n + 1 >= len(drafts):
        return False
    line, number = drafts[n].lines[-1], drafts[n + 1].lines[0]
    is_level = abs(line.base - number.base) < 2 and number.left >= line.right - 2
    return is_level and bool(_PAGE.match(drafts[n + 1].text))


def _beside(drafts: Sequence[Draft], n: int) -> Sequence[Draft]:
    return drafts[n + 1 : n + 2] if _is_beside(drafts, n) else ()
