r"""Chunks: lines that belong together because of how they stand on the page.

>>> from transforms.formats.plain import lay_out
>>> [chunk.text for chunk in make(lay_out("1. The first\n\n2. The second").blocks)]
['1. The first', '2. The second']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from transforms.blocks import Block
from transforms.furniture import is_ended
from transforms.paragraphs import labels, speakers
from transforms.paragraphs.titles import ADDRESSED, ANNEX, ANNEXED, FORMULA, INTRODUCTION, LONE, SUMMARY
from transforms.text import joined
from transforms.wording.headings import CALLED
from transforms.wording.signs import COLONS, COMMAS, QUOTES, is_closed, width
from transforms.wording.verbs import PREAMBULAR

_NUMBERED = re.compile(r"\d{1,4}\.\s+\S")
_PASSED_ON = re.compile(r"[;,]\s*(?:and|or),?\s*\Z")
_NUMERAL = re.compile(r"[IVX]{1,6}\s*\Z")
WRAPPED = 0.3
"""Of all lines, so many run on over their end in a text that was broken to fit a page."""
CLOSE = 0.5
"""Or so many of those that stand close together, where they are long enough."""
FULL = 45
WIDEST = 200
"""Longer lines were never broken to fit a page."""
NARROW = 0.75
"""Of the width of a line: what is shorter was not broken because it was full."""
HEADING = 200
LABELLED_HEADING = 400


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of one paragraph or heading, as far as the layout alone can tell."""

    blocks: tuple[Block, ...]
    text: str
    label: labels.Label | None = field(default=None)

    @property
    def first(self) -> Block:
        """The first line."""
        return self.blocks[0]

    @property
    def is_bullet(self) -> bool:
        """Whether a dash or star stands before it."""
        return self.first.style == "item"

    @property
    def is_styled_heading(self) -> bool:
        """Whether the format itself says that it is a heading."""
        return self.first.style.startswith("heading")

    @property
    def is_ended(self) -> bool:
        """Whether its last sentence, or list item, is complete."""
        return is_ended(self.text)

    @property
    def bare(self) -> str:
        """The text without its label."""
        return self.text[self.label.size :] if self.label else self.text

    @property
    def is_short(self) -> bool:
        """Whether it has the shape of a heading: one short unfinished phrase that begins with a capital."""
        bare = self.bare.lstrip("\"'\u201c\u2018(")
        limit = LABELLED_HEADING if self.label else HEADING
        return (
            bool(bare)
            and width(self.text) <= limit
            and not bare[0].islower()
            and bare[0].isalnum()
            and not _closes(self.text)
        )


def _closes(text: str) -> bool:
    return is_ended(text) or is_closed(text)


def of(blocks: Sequence[Block]) -> Chunk:
    """Lines become a chunk."""
    text = joined(block.text for block in blocks)
    counted = blocks[0].label
    label = labels.read(text)
    if label is None and counted is None and _NUMERAL.match(text):
        counted = f"{text.strip()}."
    if label is None and counted is not None and (virtual := labels.read(counted + "\t")) is not None:
        size = len(counted) + 1 if text.startswith(counted + " ") else 0  # "13.1" is counted and printed
        label = labels.Label(virtual.printed, size, virtual.readings)
    return Chunk(tuple(blocks), text, label)


def make(blocks: Sequence[Block]) -> list[Chunk]:
    """Blocks become chunks; in hard-wrapped text a paragraph is many lines, elsewhere a line is one."""
    shape = _Shape.of(blocks)
    found: list[Chunk] = []
    start = 0
    for i in range(1, len(blocks) + 1):
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if i == len(blocks) or shape.parts(blocks[start], blocks[i - 1], blocks[i], after):
            found.append(of(blocks[start:i]))
            start = i
    return found


def known(text: str) -> bool:
    """Whether a line is one of the headings that every document may have."""
    return len(text) < HEADING and bool(
        SUMMARY.match(text.strip()) or ANNEX.match(text.strip()) or INTRODUCTION.match(text.strip())
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a text is laid out: wrapped or not, with or without empty lines, and the margin of its lines.

    `is_dense` says that paragraphs follow each other with no empty line between them.
    """

    is_wrapped: bool
    is_dense: bool
    indent: int
    width: int
    is_resolution: bool
    is_record: bool

    @staticmethod
    def of(blocks: Sequence[Block]) -> _Shape:
        inner = [(a, b) for a, b in pairwise(blocks) if b.gap == 0 and b.style == "plain" == a.style]
        broken = sum(not is_ended(a.text) and labels.read(b.text) is None for a, b in inner)
        margins = Counter(b.indent for _, b in inner)
        widths = sorted(len(a.text) for a, _ in inner)
        width = widths[len(widths) * 9 // 10] if widths else 0
        numbered = [b for a, b in pairwise(blocks) if is_ended(a.text) and _NUMBERED.match(b.text)]
        return _Shape(
            width <= WIDEST
            and (broken > len(blocks) * WRAPPED or (broken > len(inner) * CLOSE and width >= FULL)),
            sum(b.gap == 0 for b in numbered or blocks[1:]) * 2 > len(numbered or blocks[1:]),
            margins.most_common(1)[0][0] if margins else 0,
            width,
            any(len(b.text) < HEADING and FORMULA.match(b.text.strip()) for b in blocks),
            any(len(b.text) < HEADING and CALLED.match(b.text.strip()) for b in blocks),
        )

    def parts(self, first: Block, before: Block, block: Block, after: Block | None) -> bool:
        """Whether something new begins with a line; `first` opened the chunk that `before` is the last line of."""
        if (
            block.gap
            or block.style != "plain"
            or block.lead
            or before.style not in {"plain", "item", "quote"}
        ):
            return True
        if ANNEXED.match(first.text):
            return bool(ADDRESSED.search(before.text)) and not block.text[:1].islower()
        if _stands_out(before.text) or _stands_out(block.text) or self._speaks(before, block):
            return True
        if not self.is_wrapped:
            is_more = block.text[:1].islower() or self._is_full(before)
            return is_ended(before.text) or not is_more or labels.read(block.text) is not None
        if block.indent > self.indent and block.indent != before.indent:
            return True
        label = labels.read(block.text)
        is_numbered = label is not None and label.number is not None and is_ended(before.text)
        return self._parts_dense(first, before, block, label, after) if self.is_dense else is_numbered

    def _is_full(self, block: Block) -> bool:
        """Whether a line of a record is broken because it was full, in a text whose paragraphs are mostly short."""
        return self.is_record and len(block.text) > self.width * NARROW

    def _speaks(self, before: Block, block: Block) -> bool:
        """Whether the next speech of a record begins with a line."""
        return self.is_record and is_ended(before.text) and speakers.begins(block.text)

    def _parts_dense(
        self, first: Block, before: Block, block: Block, label: labels.Label | None, after: Block | None
    ) -> bool:
        """The same where no empty lines help: labels and quotations after a full stop, and headings around them."""
        is_closed = is_ended(before.text)
        if not is_closed and _is_headed(first) and len(before.text) < self.width * NARROW:
            return True
        if label is not None:
            return (
                is_closed
                or label.number is not None
                or (label.is_upper and _is_headed(first))
                or self._passes_on(before.text)
            )
        if self.is_resolution and before.text.rstrip().endswith(COMMAS) and PREAMBULAR.match(block.text):
            return True
        if before.text.rstrip().endswith(COLONS) and block.text.startswith(QUOTES):
            return True
        return (
            is_closed and not is_ended(block.text) and after is not None and bool(_NUMBERED.match(after.text))
        )

    def _passes_on(self, text: str) -> bool:
        """Whether an item of a list ends here and the next one follows: "; and", or a comma on a short line."""
        return bool(_PASSED_ON.search(text)) or (
            text.rstrip().endswith(COMMAS) and len(text) < self.width * NARROW
        )


def _stands_out(text: str) -> bool:
    """Whether a line stands for itself, however close the lines around it are."""
    return known(text) or (
        len(text) < HEADING and bool(FORMULA.match(text.strip()) or LONE.match(text.strip()))
    )


def _is_headed(block: Block) -> bool:
    label = labels.read(block.text)
    return label is not None and label.is_upper
