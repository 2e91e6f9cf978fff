"""The table of contents, taken out: what it says, the headings say again.

>>> bool(ENTRY.search("II. Development of the partnership . . . . . 6-70 3"))
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.blocks import Block
from transforms.wording.headings import CONTENTS, CONTENTS_HEAD

ENTRY = re.compile(
    r"(?:\t|\s{2,}|\.{2,}|\u2026|(?:\s\.){2,})[\s.\u2026]*[\divx]{1,4}(?:\s?[-\u2013]\s?\d{1,4})?(?:\s+\d{1,4})?\s*\Z|\s\d{1,4}(?:[-\u2013]\d{1,4})?\s+\d{1,4}\s*\Z"
)
_FILL = re.compile(r"[\s.\u2026]*[\t.\u2026\s][\s.\u2026\d\u2013-]*\Z")
AHEAD = 2
LONGEST = 300


def extent(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The half-open range of blocks that are the contents, its title included."""
    start = next(
        (
            i
            for i, block in enumerate(blocks)
            if len(block.text) < LONGEST and CONTENTS.match(block.text.strip())
        ),
        None,
    )
    if start is None:
        return None
    end = start + 1
    while end < len(blocks) and CONTENTS_HEAD.match(blocks[end].text.strip()):
        end += 1
    first = _key(blocks[end]) if end < len(blocks) else ""
    for i in range(end + 1, len(blocks)):
        if first and _key(blocks[i]) == first and not _is_entry(blocks[i]):
            return start, i
        if i - end > LONGEST or len(blocks[i].text) > LONGEST:  # a paragraph of the text, and no entry
            break
    while end < len(blocks) and any(_is_entry(block) for block in blocks[end : end + AHEAD]):
        end += 1
    return (start, end) if end > start + 1 else None


def _is_entry(block: Block) -> bool:
    text = block.text
    return len(text) <= LONGEST and bool(ENTRY.search(text) or CONTENTS_HEAD.match(text.strip()))


def _key(block: Block) -> str:
    return "" if len(block.text) > LONGEST else " ".join(_FILL.sub("", block.text).casefold().split())
