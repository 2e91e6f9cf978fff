r"""Footnotes: the notes themselves, taken out from between the lines of the text.

>>> from transforms.formats.plain import lay_out
>>> notes, left = take(lay_out("Peace.\n\n____\n\n 1  Resolution 70/1.\n and war.").blocks, frozenset())
>>> notes[0].marker, [block.text for block in left if block.style != "rule"]
('1', ['Peace.', 'and war.'])
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from transforms.blocks import Block, Mark
from transforms.furniture import is_ended
from transforms.paragraphs import labels

_PRINTED = re.compile(
    r"(?P<printed>(?P<marker>\d{1,3}|\*{1,4}|[a-z])(?:/|(?=\s))|[(\uff08](?P<enclosed>\d{1,3})[)\uff09])\s*(?=\S)"
)
"""A mark at the head of a note; Arabic documents have theirs in brackets."""
SKIPPED = 2
"""Notes that may be missing before the first at the foot of a page: A/RES/77/128 has none of number 2 in Russian."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands at the foot of a page; `blocks` are its lines without the mark."""

    marker: str
    mark: Mark
    blocks: tuple[Block, ...]

    @property
    def place(self) -> int:
        """Where in the source it begins."""
        return self.mark.span[0]


def take(blocks: Sequence[Block], seen: Set[str]) -> tuple[list[Note], list[Block]]:
    """The notes among the blocks, and the blocks that are left; what follows a note stands after a gap.

    Args:
        blocks: the body in order, rules included.
        seen: star marks that the masthead refers to.
    """
    notes: list[Note] = []
    left: list[Block] = []
    pending = set(seen)
    numbers = 0
    after_rule = after_note = False
    i = 0
    while i < len(blocks):
        block = blocks[i]
        pending.update(mark.marker for mark in block.marks if mark.marker.startswith("*"))
        if notes and _goes_on(notes[-1], block, blocks[i + 1 : i + 2], left, after_rule=after_rule):
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, block))
            after_rule, after_note = False, True
            i += 1
            continue
        foot = SKIPPED if after_rule else 0 if after_note else None
        mark = _mark(block, numbers, pending, blocks[i + 1 : i + 2], foot=foot)
        end = i if mark is None else _end(blocks, i, mark.marker)
        if mark is None or end == i:
            left.append(replace(block, gap=max(1, block.gap), turns=True) if after_note else block)
            after_rule, after_note = block.style == "rule", False
            i += 1
            continue
        notes.append(Note(mark.marker, mark, (_without(block, mark), *blocks[i + 1 : end])))
        numbers = int(mark.marker) if mark.marker.isdigit() else numbers
        after_rule, after_note = False, True
        i = end
    return notes, left


def _goes_on(
    note: Note, block: Block, following: Sequence[Block], left: Sequence[Block], *, after_rule: bool
) -> bool:
    """Whether a line takes up a note that a page break cut: at the foot of the next page, or where no text is open.

    At the foot it stands behind the rule without a mark. Right behind the page break it is the note's only
    when the text before the note was ended, for else it is the text that goes on.
    """
    is_open = not is_ended(note.blocks[-1].text)
    if not is_open or block.style != "plain" or block.lead is not None or labels.read(block.text) is not None:
        return False
    if after_rule:
        is_last = not following or following[0].lead is not None or following[0].turns or following[0].gap > 0
        return is_last and _PRINTED.match(block.text) is None and block.text[:1].isalnum()
    before = next((b.text for b in reversed(left) if b.text.strip()), "")
    return block.turns and block.text[:1].islower() and is_ended(before)


def _mark(
    block: Block, last: int, pending: Set[str], following: Sequence[Block], *, foot: int | None
) -> Mark | None:
    """The mark that makes a line a note's first; `foot` is how many may be missing before it, None where no note stands."""
    lead = block.lead
    if lead is not None and block.style == "plain":
        is_star = lead.marker.startswith("*")
        is_paired = any(b.lead is not None and b.lead.marker == lead.marker + "*" for b in following)
        return (
            lead
            if not is_star or foot is not None or is_paired or len(lead.marker) > 1 or lead.marker in pending
            else None
        )
    if foot is None or block.style != "plain":
        return None
    match = _PRINTED.match(block.text)
    marker = (match["marker"] or match["enclosed"]) if match else ""
    if match is None or _is_numbered(block):
        return None
    if marker.isdigit() and int(marker) != 1 and not last < int(marker) <= last + 1 + foot:
        return None
    first, _ = block.cut(len(match["printed"]))
    return Mark(marker, (first[0][0], first[-1][1]))


def _without(block: Block, mark: Mark) -> Block:
    if block.lead is mark:
        return block
    match = _PRINTED.match(block.text)
    return block.cut(match.end())[1] if match else block


def _end(blocks: Sequence[Block], start: int, marker: str) -> int:
    """One past the last line of a note: it goes on until a gap, an indent, or a sentence that is not its own.

    A mark alone on its line takes the line after it; where there is none it is no note, and the end is the start.
    """
    first = blocks[start]
    end = start + 1
    if not first.text.strip():
        following = blocks[end] if end < len(blocks) else None
        if following is None or following.style != "plain" or following.lead or not following.text.strip():
            return start
        end += 1
    while end < len(blocks):
        block, before = blocks[end], blocks[end - 1]
        if is_ended(before.text) and _is_next(block, marker):
            break
        if block.gap or block.style != "plain" or block.lead or block.page != first.page:
            break
        if (
            block.indent
            and block.indent >= first.indent
            and not (end > start + 1 and block.indent == before.indent)
        ):
            break
        if (
            is_ended(before.text)
            and not before.text.rstrip().endswith((":", ";"))
            and (block.text[:1].islower() or labels.read(block.text) is not None)
        ):
            break
        end += 1
    return end


def _is_next(block: Block, marker: str) -> bool:
    """Whether a line begins the note that comes after one of that mark: no gap parts them in what extractors leave."""
    match = _PRINTED.match(block.text)
    if match is None or not marker.isdigit():
        return False
    return (match["marker"] or match["enclosed"]) == str(int(marker) + 1)


def _is_numbered(block: Block) -> bool:
    """Whether what looks like a note's mark is the number of a paragraph, as Arabic prints it: `5 - `."""
    label = labels.read(block.text)
    return label is not None and label.number is not None and bool(block.text[label.size :].strip())
