"""Drafts: sections, paragraphs and notes while they are written, before their texts are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.blocks import Block, SetAside
from transforms.paragraphs.footnotes import Note
from transforms.text import Traced


@dataclass(slots=True)
class Draft:
    """A row in the making: who it is, and its lines without label and lead."""

    eid: str
    label: str
    kind: str
    number: int | None
    parent_eid: str | None
    path: tuple[str, ...]
    page: int | None
    blocks: tuple[Block, ...]
    traced: Traced = field(default_factory=lambda: Traced("", ()))
    level: int = 0
    """Depth of a heading; 0 for a paragraph."""

    @property
    def place(self) -> int:
        """Where in the source it begins."""
        return self.blocks[0].span[0]


@dataclass(slots=True)
class Drafts:
    """All that a body is being made into."""

    headings: list[Draft] = field(default_factory=list)
    paragraphs: list[Draft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
