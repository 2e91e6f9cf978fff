"""PDF files in UN layout, drawn with reportlab: masthead, numbered paragraphs, running heads, job number.

Helvetica knows the letters of English, French and Spanish alone; the other languages are there as Word files.

>>> pdf(paper)[:5]
b'%PDF-'
"""

from __future__ import annotations

import io
from typing import Protocol

from flows.fake_un.papers import Line, Paper, Style, lines, missing
from flows.fake_un.wording import words

PRINTABLE = frozenset({"en", "es", "fr"})
_WIDTH, _HEIGHT = 612.0, 792.0
_LEFT, _RIGHT, _TOP, _FOOT = 72.0, 540.0, 720.0, 54.0
_SIZE = 10
_LEADING = 12.5
_LOOKS: dict[Style, tuple[str, float, float]] = {
    "session": ("Helvetica", 10.0, 0.0),
    "title": ("Helvetica-Bold", 14.0, 8.0),
    "heading": ("Helvetica-Bold", 11.0, 6.0),
    "text": ("Helvetica", 10.0, 6.0),
}
"""Font, size and space above of each style."""


class _Canvas(Protocol):
    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802 - reportlab's names
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
    def showPage(self) -> None: ...  # noqa: N802
    def save(self) -> None: ...


def pdf(paper: Paper) -> bytes:
    """The paper as a PDF file; the same paper gives the same bytes.

    Raises:
        Usage: reportlab is not installed.
        ValueError: the language is not in `PRINTABLE`.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped] # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing("reportlab") from error
    if paper.language not in PRINTABLE:
        raise ValueError(f"{paper.language}: Helvetica prints {', '.join(sorted(PRINTABLE))} alone.")
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(paper.symbol)
    canvas.setAuthor(words(paper.language).united_nations)
    _Press(canvas, paper).print()
    return target.getvalue()


class _Press:
    """Prints one paper, top to bottom, page after page."""

    def __init__(self, canvas: _Canvas, paper: Paper) -> None:
        self._canvas = canvas
        self._paper = paper
        self._page = 1
        self._y = _TOP

    def print(self) -> None:
        self._masthead()
        for line in lines(self._paper):
            self._print(line)
        self._foot()
        self._canvas.save()

    def _masthead(self) -> None:
        said = words(self._paper.language)
        self._put(_LEFT, said.united_nations, "Helvetica", 12)
        self._put(_RIGHT - 170, self._paper.symbol, "Helvetica-Bold", 12)
        self._canvas.line(_LEFT, self._y - 5, _RIGHT, self._y - 5)
        top = self._y = self._y - 26
        for organ in self._paper.organs:
            self._put(_LEFT, said.organs[organ], "Helvetica-Bold", 14)
            self._y -= 18
        low, self._y = self._y, top
        for text in said.distribution(self._paper.date):
            self._put(_RIGHT - 170, text, "Helvetica", _SIZE)
            self._y -= _LEADING
        self._y = min(low, self._y) - 14

    def _print(self, line: Line) -> None:
        from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped] # noqa: PLC0415

        font, size, above = _LOOKS[line.style]
        self._y -= above
        number = "" if line.number is None else f"{line.number}.   "
        for text in simpleSplit(number + line.text, font, size, _RIGHT - _LEFT):
            if self._y < _FOOT + 2 * _LEADING:
                self._turn()
            self._put(_LEFT, text, font, size)
            self._y -= size * 1.25

    def _turn(self) -> None:
        self._foot()
        self._canvas.showPage()
        self._page += 1
        self._y = _TOP
        self._put(_RIGHT - 170, self._paper.symbol, "Helvetica-Bold", _SIZE)
        self._y -= 3 * _LEADING

    def _foot(self) -> None:
        job = self._paper.printed_job
        self._y = _FOOT
        self._put(_LEFT, job if self._page == 1 else job.partition(" ")[0], "Helvetica", 8)
        if self._page > 1:
            self._put(_RIGHT - 20, str(self._page), "Helvetica-Bold", 8)

    def _put(self, x: float, text: str, font: str, size: float) -> None:
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self._y, text)
