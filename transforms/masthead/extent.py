r"""Where a masthead ends and the body begins.

>>> from transforms.formats.plain import lay_out
>>> length(lay_out("A/999/1\n\nReport of the Secretary-General\n\nSummary\n\nAll is well.").blocks)
2
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.blocks import Block
from transforms.furniture import is_ended
from transforms.masthead import fields
from transforms.text import joined
from transforms.wording import headings, mastheads

_NUMBER_TITLE = re.compile(r"\d{1,3}/\d{1,4}\.?\s+\S")
_OPENINGS = (
    headings.OPENING, headings.FORMULA, headings.SUMMARY, headings.CONTENTS, headings.INTRODUCTION, headings.ANNEX,
    headings.CALLED,
)  # fmt: skip
_FIELDS = (mastheads.DISTRIBUTION, mastheads.ORIGINAL, fields.DATE)
LINES = 400
DENSE = 4
"""So many lines without an empty one between them show that the text has none."""
LONG = 250
LONGEST = 2000

Group = tuple[int, int]
"""Half-open range of blocks that stand together."""


def groups(blocks: Sequence[Block]) -> list[Group]:
    """Blocks with no empty line between them, as ranges; a heading, a rule or a note stands alone.

    Where a text has no empty lines at all, each line stands alone that does not go on with a small letter.
    """
    found: list[Group] = []
    start = 0
    is_dense = len(blocks) >= DENSE and not any(block.gap for block in blocks[1 : DENSE * 2])
    for i in range(1, len(blocks) + 1):
        if i == len(blocks) or _parts(blocks[i - 1], blocks[i], is_dense=is_dense):
            found.append((start, i))
            start = i
    return found


def _parts(before: Block, block: Block, *, is_dense: bool) -> bool:
    """Whether a line begins a group."""
    if block.gap > 0 or not _is_plain(block) or not _is_plain(before):
        return True
    return (
        is_dense
        and not block.text[:1].islower()
        and not before.text.rstrip().endswith((",", "-", " of", " the"))
    )


def _is_plain(block: Block) -> bool:
    return block.style == "plain" and block.lead is None


def text_of(blocks: Sequence[Block], group: Group) -> str:
    """The text of a group, its lines joined."""
    return joined(b.text for b in blocks[slice(*group)] if b.lead is None)


def is_field(text: str) -> bool:
    """Whether a line says something that only mastheads say."""
    if len(text) > LONGEST:
        return False
    rest = fields.without_names(fields.without_symbols(text).strip(" *"))
    return (
        not rest.strip(" *-\u2013()")
        or bool(mastheads.AGENDA.match(rest))
        or (len(rest) < LONG and any(p.search(rest) for p in _FIELDS))
        or (len(rest) < LONG and fields.names_session(rest))
    )


def opens(text: str) -> bool:
    """Whether a line is one that a body begins with."""
    return any(pattern.match(text) for pattern in _OPENINGS)


def length(blocks: Sequence[Block]) -> int:
    """How many blocks at the start belong to the masthead; 0 where there is none."""
    head = blocks[:LINES]
    ranges = groups(head) if head else []
    stop = next((n for n, group in enumerate(ranges) if _is_body(head, group)), len(ranges))
    marked = [n for n in range(stop) if _is_marker(head, ranges[n])]
    if not marked:
        return 0
    authors = [n for n in range(stop) if mastheads.AUTHOR.match(text_of(head, ranges[n]))]
    if authors:
        stop = _after(head, ranges, authors[-1], stop)
    elif stop == len(ranges):
        stop = marked[-1] + 1
    return ranges[stop - 1][1]


def _is_body(blocks: Sequence[Block], group: Group) -> bool:
    text = text_of(blocks, group)
    first = blocks[group[0]]
    if first.lead is not None and first.style != "item":
        return False
    if opens(first.text.strip()) and not _NUMBER_TITLE.match(text):
        return True
    return len(text) > LONG and is_ended(text) and not is_field(text)


def _is_marker(blocks: Sequence[Block], group: Group) -> bool:
    return any(
        is_field(" ".join(b.text.split()))
        for b in blocks[slice(*group)]
        if b.text.strip() and b.lead is None and len(b.text) < LONG
    )


def _after(blocks: Sequence[Block], ranges: Sequence[Group], author: int, stop: int) -> int:
    """The masthead goes on after its author only with what mastheads say."""
    end = author + 1
    for n in range(author + 1, stop):
        text = text_of(blocks, ranges[n])
        if text and (is_field(text) or mastheads.AFTER_AUTHOR.match(text)):
            end = n + 1
    return end
