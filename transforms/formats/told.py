"""Styles of a format that says itself what each block is, so that no later step has to guess.

A field of the masthead has its value in `Block.label`, as the format writes it for machines; a numbered
paragraph or point has its number as printed in `Block.lead`.

>>> is_told(Layout("", (), AKN)), depth_of("told:point-2")
(True, 2)
"""

from __future__ import annotations

from transforms.blocks import Block, Layout

AKN = "application/akn+xml"

FIELD = "field:"
"""`field:symbol`, `field:session`, `field:agenda`, `field:title` … and `field:other`: the masthead's."""
ANNEX, PART = "told:annex", "told:part"
NUMBERED, OPERATIVE, PREAMBULAR = "told:numbered", "told:operative", "told:preambular"
POINT, TEXT, MORE, QUOTED = "told:point", "told:text", "told:more", "told:quoted"
NOTE, NOTE_MORE = "told:note", "told:note-more"


def is_told(layout: Layout) -> bool:
    """Whether the format says of every block what it is."""
    return layout.media_type == AKN


def is_field(block: Block) -> bool:
    """Whether a block is a field of the masthead."""
    return block.style.startswith(FIELD)


def depth_of(style: str) -> int:
    """How deep a point stands in its lists, from 1; 0 where that is not said."""
    _, _, depth = style.partition("-")
    return int(depth) if depth.isdecimal() else 0
