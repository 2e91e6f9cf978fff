"""Strict accounting: the share of the source's visible characters that stand in exactly one row."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.blocks import Layout, Span
from transforms.masthead import Masthead
from transforms.paragraphs.structure import Cell, Footnote, Paragraph, Section, Structure


def conserved(layout: Layout, masthead: Masthead, structure: Structure) -> float:
    """Share (0 to 1) of the visible characters that lie in exactly one span of exactly one row."""
    visible = sum(1 for c in layout.source if not c.isspace())
    if not visible:
        return 1.0
    return sum(1 for once in _once(layout, masthead, structure) if once) / visible


def uncounted(layout: Layout, masthead: Masthead, structure: Structure) -> list[int]:
    """Places of visible characters that stand in no row, or in more than one."""
    return [
        place
        for place, once in enumerate(_coverage(layout, masthead, structure))
        if once != 1 and not layout.source[place].isspace()
    ]


def _once(layout: Layout, masthead: Masthead, structure: Structure) -> Iterator[bool]:
    coverage = _coverage(layout, masthead, structure)
    return (times == 1 for times, c in zip(coverage, layout.source, strict=True) if not c.isspace())


def _coverage(layout: Layout, masthead: Masthead, structure: Structure) -> bytearray:
    """How often each character is claimed, 2 for more than once."""
    coverage = bytearray(len(layout.source))
    for start, end in _spans(masthead, structure):
        taken = coverage[start:end]
        coverage[start:end] = b"\x01" * len(taken) if not any(taken) else bytes(min(2, n + 1) for n in taken)
    return coverage


def _spans(masthead: Masthead, structure: Structure) -> Iterator[Span]:
    yield from masthead.spans
    rows: tuple[Section | Paragraph | Footnote | Cell, ...] = (
        *structure.sections, *structure.paragraphs, *structure.footnotes, *structure.cells,
    )  # fmt: skip
    for row in rows:
        yield from row.spans
    for piece in structure.set_aside:
        yield piece.span
