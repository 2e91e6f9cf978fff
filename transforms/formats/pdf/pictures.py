"""A page of a PDF -> its picture, for a program that recognises letters.

>>> picture(content, 1, "A_999_1.pdf").dots_per_inch
300
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium

from transforms.errors import Refusal

SHARP = 300
"""Dots per inch that recognition is trained on."""
MOST_DOTS = 40_000_000
"""In one picture; an A4 page at 300 has 8.7 million."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture as a Netpbm file (PGM)."""

    content: bytes
    dots_per_inch: int


def count(content: bytes) -> int:
    """How many pages a PDF has; it is one that was opened before."""
    with closing(pdfium.PdfDocument(content)) as document:
        return len(document)


def picture(content: bytes, number: int, name: str) -> Picture:
    """The picture of the page of that number, from 1; a very large page is drawn less sharp.

    Raises:
        Refusal: broken.
    """
    try:
        with closing(pdfium.PdfDocument(content)) as document, closing(document[number - 1]) as page:
            width, height = page.get_size()
            dots = SHARP * min(1.0, (MOST_DOTS / max(1.0, width * height * (SHARP / 72) ** 2)) ** 0.5)
            dots = max(1, int(dots))
            drawn = page.render(scale=dots / 72, grayscale=True)
            return Picture(_netpbm(drawn), dots)
    except pdfium.PdfiumError as error:
        raise Refusal(
            "broken", f"page {number} of {name} cannot be drawn ({error}). Fetch it again."
        ) from error


def _netpbm(drawn: pdfium.PdfBitmap) -> bytes:
    """One byte a dot, rows without what pdfium leaves between them."""
    held = memoryview(drawn.buffer)
    rows = (bytes(held[n * drawn.stride : n * drawn.stride + drawn.width]) for n in range(drawn.height))
    return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(rows)
