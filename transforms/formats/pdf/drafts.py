"""Draft: lines of one page that belong together, before pages are joined.

>>> Draft("text", [line], 3).text
'12. The Committee decided to continue its consideration.'
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.blocks import Place
from transforms.formats.pdf.baselines import Line

TEXT, HEADING, CELL, CAPTION, NOTE, FURNITURE, FRONT, CONTENTS, RULE = (
    "text", "heading", "cell", "caption", "note", "furniture", "front", "contents", "rule",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """Lines that belong together.

    Args:
        kind: what they are, as far as the page tells.
        lines: from the first to the last; those of later pages follow when pages are joined.
        page: the page of the first line.
        level: of a heading, 1 for the highest.
        place: of a cell.
        column: the left and right edge that lines of its column keep, in points.
        is_alone: whether it stands in a box of its own beside others, as in the masthead of a joint document.
    """

    kind: str
    lines: list[Line]
    page: int
    level: int = 0
    place: Place | None = None
    column: tuple[float, float] = (0.0, 0.0)
    is_alone: bool = False

    @property
    def size(self) -> float:
        """The size of its type, in points."""
        return self.lines[0].size

    @property
    def text(self) -> str:
        """Its text, lines joined by a space."""
        return " ".join(" ".join(line.text for line in self.lines).split())

    @property
    def is_full(self) -> bool:
        """Whether its last line reaches the edge of its column, so that it may go on elsewhere."""
        left, right = self.column
        return self.lines[-1].right > right - max(2.5 * self.size, 0.06 * (right - left))
