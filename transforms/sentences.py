"""A text -> the sentences in it, none broken at an abbreviation.

>>> spans("Mr. Oar met the keepers. They agreed.")
((0, 24), (25, 37))
"""

from __future__ import annotations

import re

Span = tuple[int, int]
"""(first code point, one past the last)."""

_END = re.compile(
    r"[.!?\n\u3002\uff01\uff1f\u061f]"
    r"(?:(?<=[.!?])[.!?]*[\u0022\u201d\u2019\u00bb)\]]*\s+(?=[\u0022\u201c\u2018\u00ab(\[]*[^\W_a-z])|(?<=\n)\n*|(?<=[\u3002\uff01\uff1f\u061f])\s*)"
)
"""One set of signs at the front, so that the search runs over what is none of them."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\u0022\u201c])(?:Messrs|Mrs?|Ms|Mme|Mlle|Dr|Prof|Gen|Col|Lt|Maj|Capt|Brig|Amb|Rev|St|Hon|Jr|Sr|Nos?|[Pp]aras?|[Aa]rts?|[Cc]haps?"
    r"|[Ss]ects?|[Pp]p?|[Vv]ols?|[Ff]igs?|Suppl|Add|Corr|Rev|Res|[Ee]ds?|cf|[Ee]\.g|[Ii]\.e|vs|viz|approx|ca|et al|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
_REACH = 12
LONGEST = 3000
"""Code points; a longer run without an end is a table or a list, in which grammar ties nothing."""


def spans(text: str) -> tuple[Span, ...]:
    """The sentences in order; blanks between them belong to none.

    A mark ends a sentence where a capital or a figure follows it, unless an abbreviation of UN editorial usage
    (`Mr.`, `para.`, `U.N.`, `e.g.`) stands before it.
    """
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        mark = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATION.search(text[max(start, mark - _REACH) : mark]):
            continue
        end = match.start() + len(match[0].rstrip())
        if end > start:
            found.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        found.append((start, end))
    return tuple(found)
