"""A page of a PDF -> its text, and where on it the short lines stand that may say who the document is.

>>> page = look(document, 0)
>>> page.pieces[0].text, round(page.pieces[0].top)
('United Nations', 48)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from transforms.glance.printed import DISTRIBUTION, JOB_NUMBER, LONGEST, NATIONS, SUFFIX

MOST_TEXT = 40_000
"""Characters of a page that are looked at; a page of small print has 8,000."""
MOST_BOXES = 8_000
"""Characters whose place is asked for; each takes some microseconds."""
MOST_OBJECTS = 2_000
SCANNED = 0.6
"""Share of a page that pictures cover from which the page is a scan."""
WIDE = 1.2
"""Gap between two characters, in heights of a line, at which another column begins."""
INVISIBLE = 3
"""The mode in which a reader of scans lays its text under the picture (ISO 32000-1, 9.3.6)."""

_TELLING = re.compile(
    f"/|{SUFFIX.pattern}|{DISTRIBUTION.pattern}|{JOB_NUMBER.pattern}|(?i:{NATIONS.pattern})"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line, in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """What of one page tells who the document is. `is_scan` says that its text was read from a picture."""

    text: str
    pieces: tuple[Piece, ...]
    height: float
    is_scan: bool


def look(document: pdfium.PdfDocument, index: int) -> Page | None:
    """One page of a document, from 0; None where it cannot be opened, however sound the others are."""
    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as letters:
            left, bottom, _, top = page.get_bbox()
            text = (
                letters.get_text_range(0, min(letters.count_chars(), MOST_TEXT))
                if letters.count_chars()
                else ""
            )
            pieces = tuple(_pieces(letters, text, left, top))
            return Page(text, pieces, top - bottom, _is_scan(page, page.get_width() * page.get_height()))
    except pdfium.PdfiumError:
        return None


def _pieces(letters: pdfium.PdfTextPage, text: str, left: float, top: float) -> Iterator[Piece]:
    at, budget = 0, MOST_BOXES
    for line in text.split("\n"):
        if len(line) <= LONGEST and len(line) <= budget and _TELLING.search(line):
            budget -= len(line)
            for run, box in _runs(letters, line, at):
                yield Piece(run.strip(), box[0] - left, top - box[3], box[2] - left, top - box[1])
        at += len(line.encode("utf-16-le", "replace")) // 2 + 1


_Box = tuple[float, float, float, float]


def _runs(letters: pdfium.PdfTextPage, line: str, at: int) -> Iterator[tuple[str, _Box]]:
    """The runs of a line, cut where a column ends, each with the box around it."""
    run, around = "", None
    for n, char in enumerate(line):
        box = None if char.isspace() else _box(letters, at + n)
        if box is None:
            run += " "
            continue
        if around is not None and _is_apart(around, box):
            yield run, around
            run, around = "", None
        run += char
        around = box if around is None else _union(around, box)
    if around is not None:
        yield run, around


def _box(letters: pdfium.PdfTextPage, at: int) -> _Box | None:
    index = raw.FPDFText_GetCharIndexFromTextIndex(letters.raw, at)
    if index < 0:
        return None
    try:
        box: _Box = letters.get_charbox(index, loose=True)
    except pdfium.PdfiumError:
        return None
    return box


def _is_apart(around: _Box, box: _Box) -> bool:
    gap = max(box[0] - around[2], around[0] - box[2])
    return gap > WIDE * max(box[3] - box[1], 1)


def _union(a: _Box, b: _Box) -> _Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _is_scan(page: pdfium.PdfPage, area: float) -> bool:
    """Whether pictures cover most of the page, or its first text is laid under them unseen."""
    covered, has_text = 0.0, False
    for n in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page.raw, n)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _area(thing)
        elif kind == raw.FPDF_PAGEOBJ_TEXT and not has_text:
            has_text = True
            if raw.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE:
                return True
    return covered > SCANNED * area


def _area(thing: object) -> float:
    left, bottom, right, top = (raw.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return float((right.value - left.value) * (top.value - bottom.value))
