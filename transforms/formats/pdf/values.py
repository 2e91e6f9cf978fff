"""What a page of a PDF holds, in values: pieces of text where they stand, thin rules, and what the tags say.

All lengths are points from the lower left corner of the page as it is read, turned pages turned back.

    >>> Piece("A/999/1", 520.0, 552.0, 733.0, 8.5).is_artifact
    False
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.blocks import Place


class Piece(NamedTuple):
    """A run of text that was drawn at once; a tuple, because a document has tens of thousands of them.

    Args:
        text: its characters; `HYPHEN` stands for a hyphen that the line break made.
        left, right: where its first letter is set, and where a letter after its last one would be.
        base: the height of its baseline.
        size: the size of its type.
        tag: its marked-content id, -1 where it has none.
        is_artifact: whether the file says that it is page furniture.
        is_bold, is_italic: whether its typeface is a bold or an italic one.
        space: how wide a space of its typeface is, 0 where that is not known.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    tag: int = -1
    is_artifact: bool = False
    is_bold: bool = False
    is_italic: bool = False
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin drawn line, lying or standing."""

    left: float
    right: float
    low: float
    high: float

    @property
    def is_lying(self) -> bool:
        """Whether it lies rather than stands."""
        return self.right - self.left > self.high - self.low


@dataclass(frozen=True, slots=True)
class Element:
    """The block of the tag tree that a marked content belongs to.

    Args:
        key: one number for each block of a page.
        role: the name of its tag: `P`, `H1`, `LBody`, `Note` …
        place: the cell it stands in.
    """

    key: int
    role: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its pieces in the order in which they were drawn, its rules, and the elements its tags name."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    elements: Mapping[int, Element] = field(default_factory=dict)


HYPHEN = "\x02"
