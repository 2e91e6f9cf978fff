"""HTML, one block an element that begins a line: headings, paragraphs, list items, quotations, cells.

>>> [(block.style, block.text) for block in lay_out("<h1>Peace</h1><p>All is <b>well</b>.").blocks]
[('heading-1', 'Peace'), ('plain', 'All is well.')]
"""

from __future__ import annotations

from transforms.blocks import Layout
from transforms.formats.html import parsing, stating
from transforms.formats.html.reading import Reader

__all__ = ["lay_out"]


def lay_out(text: str) -> Layout:
    """A page becomes a layout; its source is the text of its elements, with line ends between blocks.

    Raises:
        Refusal: not-text, where the page is nested so deep that the parser gives it up half-way.
    """
    root = parsing.root(text)
    if root is None:
        return Layout("", (), "text/html")
    reader = Reader.of(root)
    return Layout(
        reader.lines.source, tuple(reader.lines.blocks), "text/html",
        references=tuple(reader.references), stated=stating.stated(root),
    )  # fmt: skip
