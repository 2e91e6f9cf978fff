"""Hyphens at the ends of lines: those that the author typed stay, those that the line break made go.

Files made by Word draw a typed hyphen by itself, so that one which hangs on a word was made by the break (Russian files
have many). Older files draw whole lines; there it is taken for a typed one unless the word stands whole elsewhere.

    >>> Hyphens(drafts).joined("self-", "determination")
    ('self-', '')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from transforms.formats.pdf.drafts import Draft
from transforms.formats.pdf.values import HYPHEN
from transforms.wording.signs import HAN

_INSIDE = re.compile(r"\w-\w")
_HEAD = re.compile(r"[\s\u2014(\u201c/]")
_TAIL = re.compile(r"[\s,.;:)\u201d/]")
_SOFT = "\u00ad"
_OPEN = ("-", "/", "\u2013", "\u2014")
"""What goes on with the next line without a space."""


@dataclass(frozen=True)
class Hyphens:
    """How a document draws its hyphens, and the words that no line end broke."""

    drafts: Sequence[Draft]

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """The end of a line, and what stands between it and the next: a space, or nothing after a hyphen."""
        bare = before.rstrip()
        if bare.endswith(HYPHEN):
            return bare[:-1] + ("" if self._is_made(bare[:-1], after) else "-"), ""
        if bare.endswith(_SOFT):
            return bare[:-1], ""
        if HAN.match(bare[-1:]) or HAN.match(after):
            return bare, ""
        is_open = before.endswith(_OPEN) and before[-2:-1].strip()
        return before, "" if is_open or before.endswith("- ") else " "

    def _is_made(self, before: str, after: str) -> bool:
        """Whether a hyphen was made by the line break."""
        if self.are_apart:
            return True
        head, tail = _HEAD.split(before)[-1].casefold(), _TAIL.split(after)[0].casefold()
        return not head or head + tail in self.words

    @cached_property
    def are_apart(self) -> bool:
        """Whether the file draws the hyphens inside words by themselves."""
        apart = glued = 0
        for text in _flat(self.drafts):
            apart += text.strip() == "-"
            glued += bool(_INSIDE.search(text))
        return apart > 2 * glued

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that stand whole inside lines."""
        found: set[str] = set()
        for draft in self.drafts:
            for line in draft.lines:
                found.update(
                    word.strip(".,;:()\u201c\u201d\u2019'\"").casefold() for word in line.text.split()[1:-1]
                )
        return frozenset(found)


def _flat(drafts: Iterable[Draft]) -> Iterator[str]:
    for draft in drafts:
        for line in draft.lines:
            yield from (piece.text for piece in line.pieces)
