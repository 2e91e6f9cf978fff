"""Pages of PDFs in values and in bytes, for the tests of the reader."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from transforms.formats.pdf.values import Element, Page, Piece, Rule

LEFT, RIGHT, TOP, LEADING, SIZE = 123.4, 488.0, 700.0, 12.0, 10.0

Word = tuple[float, float, str] | tuple[float, float, str, float]
"""Left, baseline, text, size."""


def width(text: str, size: float = SIZE) -> float:
    """About how wide a text is set."""
    return 0.42 * size * len(text)


def piece(text: str, left: float, base: float, size: float = SIZE, tag: int = -1, **more: object) -> Piece:
    """A piece of text that begins at `left`."""
    right = more.pop("right", left + width(text.rstrip(), size))
    return Piece(text, left, float(str(right)), base, size, tag, space=0.25 * size, **more)  # type: ignore[arg-type]


def column(
    lines: Iterable[str], top: float = TOP, left: float = LEFT, leading: float = LEADING
) -> list[Piece]:
    """Full lines under each other; one that ends in `|` is short."""
    found = []
    for n, line in enumerate(lines):
        text = line.rstrip("|")
        right = left + width(text) if line.endswith("|") else left + RIGHT - LEFT
        found.append(piece(text, left, top - n * leading, right=right))
    return found


def page(
    pieces: Iterable[Piece],
    number: int = 1,
    rules: Iterable[Rule] = (),
    elements: dict[int, Element] | None = None,
) -> Page:
    """A sheet of letter size."""
    return Page(number, 612.0, 792.0, tuple(pieces), tuple(rules), elements or {})


def printed(*sheets: Iterable[Word], rotation: int = 0) -> bytes:
    """A PDF that shows each word where it is told to stand."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    for sheet in sheets:
        if rotation:
            canvas.setPageRotation(rotation)
        for left, base, text, *size in sheet:
            canvas.setFont("Times-Roman", size[0] if size else SIZE)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
