"""Typefaces: whether one is bold, how wide its space is, and how far a letter's ink stays from its end.

What the page says of a piece of text is where its ink ends. The space after `f`, which hangs over, and after `1`,
which is set in, can only be told with the letter's own margin: "repatriation of personnel" (A/80/590).

    >>> face = Faces().of(item)
    >>> face.margin("f"), face.space
    (-0.1, 0.25)
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

from pypdfium2 import raw

_NAME = ctypes.create_string_buffer(256)
_X, _Y, _WIDTH = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
USUAL = 0.25
"""Of the type size: the space of most text faces."""
WIDEST = 0.3
"""Of the type size: a letter's margin beyond this is a fault of the font."""
MOST = 400
"""Segments of a letter's outline that are looked at."""


@dataclass(slots=True)
class Face:
    """A typeface; widths are parts of the type size, and `font` is pdfium's own while its page is open."""

    font: object
    is_bold: bool
    is_italic: bool
    space: float
    _margins: dict[str, float] = field(default_factory=dict)

    def margin(self, letter: str) -> float:
        """From where a letter's ink ends to where the next letter is set; 0 where the font does not say."""
        if letter not in self._margins:
            self._margins[letter] = self._measured(letter)
        return self._margins[letter]

    def _measured(self, letter: str) -> float:
        if not raw.FPDFFont_GetGlyphWidth(self.font, ord(letter), 1.0, _WIDTH) or _WIDTH.value <= 0:
            return 0.0
        path = raw.FPDFFont_GetGlyphPath(self.font, ord(letter), 1.0)
        count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else -1
        if not 0 < count <= MOST:
            return 0.0
        ends = []
        for n in range(count):
            raw.FPDFPathSegment_GetPoint(raw.FPDFGlyphPath_GetGlyphPathSegment(path, n), _X, _Y)
            ends.append(_X.value)
        margin = _WIDTH.value - max(ends)
        return margin if abs(margin) <= WIDEST else 0.0


@dataclass(slots=True)
class Faces:
    """The typefaces of a document, each looked at once.

    pdfium lets go of the fonts of a page with the page, and another may come to lie in the same place: what is kept
    over pages is kept by the name of the font, of which a document has one, subsets having names of their own.
    """

    _named: dict[bytes, Face] = field(default_factory=dict)
    _here: dict[int, Face] = field(default_factory=dict)

    def turn(self) -> None:
        """A new page begins."""
        self._here.clear()

    def of(self, item: object) -> Face:
        """The typeface of a text object of the page."""
        font = raw.FPDFTextObj_GetFont(item)
        if not font:
            return Face(None, is_bold=False, is_italic=False, space=USUAL)
        key = ctypes.c_void_p.from_buffer(font).value or 0
        if key not in self._here:
            self._here[key] = self._found(font)
        return self._here[key]

    def _found(self, font: object) -> Face:
        size = raw.FPDFFont_GetBaseFontName(font, _NAME, 256)
        name = _NAME.raw[: max(0, min(size, 256))]
        face = self._named.get(name) if name.strip(b"\0") else None
        if face is None:
            face = self._named[name] = _face(font, name.lower())
        face.font = font
        return face


def _face(font: object, name: bytes) -> Face:
    found = raw.FPDFFont_GetGlyphWidth(font, ord(" "), 1.0, _WIDTH)
    space = _WIDTH.value if found and 0.1 < _WIDTH.value < 1 else USUAL
    is_italic = b"italic" in name or b"oblique" in name
    return Face(font, b"bold" in name, is_italic, 0.6 if b"courier" in name else space)
