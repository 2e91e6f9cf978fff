"""The bytes of a PDF -> its pages in values, by way of pdfium's text objects.

Page text is not used: it loses where a word stands, how large it is and what the tags say of it.

    >>> pages(content, "A_999_1.pdf")[0].pieces[0]
    Piece(text='United Nations ', left=123.4, right=205.6, base=734.2, size=14.0, ...)
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from transforms.errors import Refusal
from transforms.formats.pdf import frames, tags
from transforms.formats.pdf.faces import Face, Faces
from transforms.formats.pdf.letters import Letters
from transforms.formats.pdf.values import HYPHEN, Page, Piece, Rule

MOST_PAGES = 3_000
MOST_OBJECTS = 60_000
"""On one page, forms within forms counted."""
MOST_LETTERS = 400_000
"""On one page; a full page of a list of participants has 6,000."""
MOST_TEXT = 20_000_000
"""In one document."""
DEEPEST = 12
THIN = 2.5
"""Points: what is thicker is no rule."""
MOST_RULES = 4_000
DOUBT = (0.05, 0.9)
"""Of the type size: gaps of ink of which it is in doubt whether they are spaces."""
_PASSWORD = 4


def pages(content: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a PDF in values.

    Raises:
        Refusal: encrypted, broken, too-many-pages, too-complex.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Refusal("encrypted", f"{name} asks for a password. Get a copy without one.") from error
        raise Refusal("broken", f"{name} is no PDF that can be opened ({error}). Fetch it again.") from error
    with closing(document):
        count = len(document)
        if count > MOST_PAGES:
            raise Refusal(
                "too-many-pages",
                f"{name} has {count} pages; at most {MOST_PAGES} are read. Split it into its parts.",
            )
        return tuple(_Reader(document, name, bool(raw.FPDFCatalog_IsTagged(document.raw))).read(count))


@dataclass(slots=True)
class _Reader:
    """Reads one page after the other, and keeps count."""

    document: pdfium.PdfDocument
    name: str
    is_tagged: bool
    letters: int = 0
    tables: int = 0
    _starts: dict[int, int] = field(default_factory=dict)
    _faces: Faces = field(default_factory=Faces)

    def read(self, count: int) -> Iterator[Page]:
        for index in range(count):
            try:
                page = self.document[index]
            except pdfium.PdfiumError as error:
                raise Refusal(
                    "broken",
                    f"page {index + 1} of {self.name} cannot be opened ({error}). Fetch it again.",
                ) from error
            with closing(page), closing(page.get_textpage()) as letters:
                yield self._page(page, letters, index + 1)

    def _page(self, page: pdfium.PdfPage, letters: pdfium.PdfTextPage, number: int) -> Page:
        amount = letters.count_chars()
        self.letters += amount
        if amount > MOST_LETTERS or self.letters > MOST_TEXT:
            raise self._too_complex(
                f"page {number} has {amount} characters, {self.letters} so far", MOST_LETTERS
            )
        self._faces.turn()
        scan = _Scan(Letters(letters, frames.count(page.raw)), self._faces, self.is_tagged)
        if not scan.take(page.raw):
            raise self._too_complex(f"page {number} has more than {MOST_OBJECTS} objects", MOST_OBJECTS)
        shown = {piece.tag for piece in scan.pieces if piece.tag >= 0}
        found, self.tables = tags.elements(page.raw, shown, self.tables, self._starts)
        left, low, right, high = page.get_mediabox()
        upright = Page(number, right - left, high - low, tuple(scan.pieces), tuple(scan.rules), found)
        return frames.turned(frames.moved(upright, left, low))

    def _too_complex(self, what: str, most: int) -> Refusal:
        return Refusal(
            "too-complex",
            f"{self.name}: {what}; at most {most} are read. Print it anew as a plain PDF, or give another file.",
        )


@dataclass(slots=True)
class _Scan:
    """The objects of one page, forms opened."""

    letters: Letters
    faces: Faces
    is_tagged: bool
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    seen: int = 0
    _ending: tuple[Face, float] | None = None

    def take(self, page: object) -> bool:
        """All objects of a page; False where there are too many."""
        for index in range(raw.FPDFPage_CountObjects(page)):
            if not self._object(raw.FPDFPage_GetObject(page, index), None, 0):
                return False
        return True

    def _object(self, item: object, frame: raw.FS_MATRIX | None, depth: int) -> bool:
        self.seen += 1
        if self.seen > MOST_OBJECTS:
            return False
        kind = raw.FPDFPageObj_GetType(item)
        if kind == _TEXT:
            self._text(item, frame)
        elif kind == _PATH:
            self._path(item, frame)
        elif kind == _FORM and depth < DEEPEST:
            return self._form(item, frame, depth)
        return True

    def _form(self, item: object, frame: raw.FS_MATRIX | None, depth: int) -> bool:
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, own)
        whole = own if frame is None else frames.product(own, frame)
        for index in range(max(0, raw.FPDFFormObj_CountObjects(item))):
            if not self._object(raw.FPDFFormObj_GetObject(item, index), whole, depth + 1):
                return False
        return True

    def _text(self, item: object, frame: raw.FS_MATRIX | None) -> None:
        text = self.letters.of(item)
        if not text:
            self._blank()
            return
        raw.FPDFPageObj_GetMatrix(item, _MATRIX)
        raw.FPDFPageObj_GetBounds(item, _LEFT, _LOW, _RIGHT, _HIGH)
        raw.FPDFTextObj_GetFontSize(item, _SIZE)
        tag = raw.FPDFPageObj_GetMarkedContentID(item) if self.is_tagged else -1
        matrix, edges = _MATRIX, (_LEFT.value, _LOW.value, _RIGHT.value, _HIGH.value)
        if frame is not None:
            matrix, edges = frames.product(_MATRIX, frame), frames.box(edges, frame)
        if matrix.b and (turn := round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4):
            left, right, base = frames.sideways(turn, edges, matrix)
        else:
            left, right, base = min(matrix.e, edges[2]), edges[2], matrix.f
        face, type_ = self.faces.of(item), abs(_SIZE.value)
        size = type_ * math.hypot(matrix.c, matrix.d)
        self._widen(left, base)
        self._ending = (face, type_ * math.hypot(matrix.a, matrix.b))
        is_artifact = self.is_tagged and tag < 0 and _is_artifact(item)
        self.pieces.append(
            Piece(
                _hyphened(text),
                left,
                right,
                base,
                size,
                tag,
                is_artifact,
                face.is_bold,
                face.is_italic,
                face.space * size,
            )
        )

    def _widen(self, left: float, base: float) -> None:
        """Let the last piece end where its last letter's margin does, if the next one begins so near that it matters."""
        if not self.pieces or self._ending is None:
            return
        last, (face, size) = self.pieces[-1], self._ending
        if (
            last.base == base
            and DOUBT[0] * size < left - last.right < DOUBT[1] * size
            and (text := last.text.rstrip())
        ):
            self.pieces[-1] = last._replace(right=last.right + face.margin(text[-1]) * size)

    def _blank(self) -> None:
        """A space that was drawn by itself, of which pdfium gives no text; after a hyphen it keeps two words apart."""
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.text.endswith("-") and last.text != "-":
            self.pieces[-1] = last._replace(text=last.text + " ")
        elif last is not None and last.text == "-":
            self.pieces[-1] = last._replace(text="- ")

    def _path(self, item: object, frame: raw.FS_MATRIX | None) -> None:
        if len(self.rules) >= MOST_RULES or not raw.FPDFPageObj_GetBounds(item, _LEFT, _LOW, _RIGHT, _HIGH):
            return
        left, low, right, high = _LEFT.value, _LOW.value, _RIGHT.value, _HIGH.value
        if frame is not None:
            left, low, right, high = frames.box((left, low, right, high), frame)
        if min(right - left, high - low) <= THIN < max(right - left, high - low):
            self.rules.append(Rule(left, right, low, high))


_TEXT, _PATH, _FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
_NAME = ctypes.create_string_buffer(256)
_NAME_AT = ctypes.cast(_NAME, ctypes.POINTER(ctypes.c_ushort))
_LENGTH = ctypes.c_ulong()
_MATRIX = raw.FS_MATRIX()
_LEFT, _LOW, _RIGHT, _HIGH, _SIZE = (ctypes.c_float() for _ in range(5))


def _hyphened(text: str) -> str:
    """The text, a hyphen that was drawn by itself as one that the author typed."""
    return "-" if text == HYPHEN else text


def _is_artifact(item: object) -> bool:
    for n in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, n)
        if raw.FPDFPageObjMark_GetName(mark, _NAME_AT, 256, _LENGTH):
            name = _NAME.raw[: max(0, min(_LENGTH.value, 256) - 2)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False
