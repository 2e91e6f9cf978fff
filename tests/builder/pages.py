"""Pages before they are drawn: what stands where, and what the tags say of it.

>>> Sheet(1, [Group(FURNITURE, 0, [Piece(60.0, 36.7, "2/8", "Times-Bold", 8.5)])])
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.builder.paper import Cell

ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
FURNITURE = "Artifact"
"""The role of running heads, page feet and mastheads."""
WIDTH, HEIGHT = 612.0, 792.0
LEFT, TEXT, RIGHT, EDGE = 60.0, 123.4, 488.5, 552.0
"""The margin of headings, the margins of the text, and the right edge of running heads, in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text object; `y` is the baseline, `spread` what is added to each space."""

    x: float
    y: float
    text: str
    font: str
    size: float
    spread: float = 0.0


@dataclass(slots=True)
class Group:
    """What is drawn for one block on one page; `key` names the block, also where it goes on over the page."""

    role: str
    key: int
    pieces: list[Piece] = field(default_factory=list)
    cell: Cell | None = None
    table: int = 0


@dataclass(slots=True)
class Sheet:
    """A page: its groups in the order in which they are drawn, and its ruled lines (x from, x to, y)."""

    number: int
    groups: list[Group] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
