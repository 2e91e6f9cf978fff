"""AKN4UN, the United Nations' XML: each element says what it is, and the blocks say it on.

>>> layout = lay_out(content, "A_RES_77_116-2228309E.xml")
>>> [(block.style, block.lead.marker, block.text) for block in layout.blocks if block.lead][0]
('told:operative', '1.', 'Decides to invite the Amazon Cooperation Treaty Organization …')
"""

from __future__ import annotations

from transforms.blocks import Layout
from transforms.formats.akn import cover, parsing, stating
from transforms.formats.akn.body import Walk
from transforms.formats.akn.sheet import Sheet
from transforms.formats.told import AKN

__all__ = ["is_akn", "lay_out"]

is_akn = parsing.is_akn


def lay_out(content: bytes, name: str) -> Layout:
    """A file becomes a layout; its source is what a reader sees: cover, body, notes and annexes.

    Raises:
        Refusal: hostile-xml, broken, unknown-type, too-complex, wrong-language.
    """
    root = parsing.root(content, name)
    sheet = Sheet()
    cover.stated(root, sheet)
    Walk(sheet).element(root)
    sheet.close()
    return Layout(
        sheet.source,
        tuple(sheet.blocks),
        AKN,
        references=tuple(sheet.references),
        stated=stating.stated(root),
    )
