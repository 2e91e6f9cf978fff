"""Notes at the foot of a page or a table, told by their mark, their size, and the rule above them.

>>> [draft.kind for draft in notes(drafts, body=10.0)]
['text', 'rule', 'note', 'note']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.formats.pdf.baselines import Line
from transforms.formats.pdf.drafts import CELL, CONTENTS, FRONT, FURNITURE, NOTE, RULE, TEXT, Draft

SMALLER = 0.95
"""Times the body's size: notes are set in smaller type than this."""
_RULE = re.compile(r"[_\u2014\u2013-]{5,}\s*\Z")
_TYPED = re.compile(r"\s*(\d{1,3}|\*{1,4}|[a-z])(/|\s|(?=[A-Z\u201c]))\s*")
_STROKED = re.compile(r"\s*\d{1,3}/\s")
_LETTERED = re.compile(r"\s*(?:\d{1,3}/|\*{1,4}\s)")


def is_rule(line: Line) -> bool:
    """Whether a line is the rule above notes, drawn in letters."""
    return bool(_RULE.match(line.text.strip()))


def notes(drafts: Sequence[Draft], body: float) -> list[Draft]:
    """The drafts of a page, those that are notes marked so; `body` is the size of the document's text."""
    is_foot = False
    last: Draft | None = None
    trailing = _trailing(drafts)
    for n, draft in enumerate(drafts):
        if draft.kind in {CELL, FURNITURE, FRONT, CONTENTS}:
            last = None
            continue
        if len(draft.lines) == 1 and is_rule(draft.lines[0]):
            draft.kind = RULE
            is_foot = True
            continue
        is_small = draft.size < SMALLER * body
        if draft.kind == NOTE or n >= trailing or _is_note(draft, is_small=is_small, is_foot=is_foot):
            draft.kind = NOTE
            last = draft
        elif (
            last is not None and is_small and draft.kind == TEXT and draft.lines[0].base < last.lines[-1].base
        ):
            draft.kind = NOTE
        elif is_foot and is_small and draft.kind == TEXT:
            draft.kind = NOTE
            last = draft
        else:
            last = None
            is_foot = is_foot and draft.size < SMALLER * body
    return list(drafts)


def _trailing(drafts: Sequence[Draft]) -> int:
    """Where the notes begin that stand last on a page, each with its mark, though no smaller than the text."""
    first = len(drafts)
    for n in range(len(drafts) - 1, 0, -1):
        if drafts[n].kind in {FURNITURE, RULE}:
            continue
        line = drafts[n].lines[0]
        if drafts[n].kind != TEXT or not (line.has_lead or _STROKED.match(line.text)):
            break
        first = n
    return first


def _is_note(draft: Draft, *, is_small: bool, is_foot: bool) -> bool:
    if draft.kind != TEXT:
        return False
    if draft.lines[0].has_lead:
        return is_small or is_foot
    return is_foot and bool(_LETTERED.match(draft.lines[0].text))


def mark_of(draft: Draft) -> tuple[str, int] | None:
    """The mark typed before a note whose mark is not raised, and how many characters it takes."""
    match = _TYPED.match(draft.lines[0].text)
    return (match[1], match.end()) if match else None
