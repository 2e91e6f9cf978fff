"""Pieces -> lines: what stands on one baseline, its words apart by what space there is, its note marks apart.

>>> make([Piece("Peace", 10, 35, 700, 10), Piece("and war", 38, 70, 700, 10)])[0].text
'Peace and war'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transforms.formats.pdf.values import Piece
from transforms.wording.signs import HAN

SAME = 0.55
"""Of the type size: pieces that stand no higher or lower than this are on one line."""
SPACE, TURN = 0.64, 0.53
"""Of a typeface's space: a gap from which two pieces are two words; less is enough where the face or the sentence turns.

pdfium itself sees spaces in narrower gaps, as before a hyphen drawn by itself ("Secretary -General", A/80/604/Add.2).
"""
WIDE = 0.9
"""Of the type size: a gap between two Chinese signs that is more than the blank part of one."""
USUAL = 0.25
"""Of the type size: the space of a typeface that does not say."""
TAB = 1.6
"""Of the type size: a gap that is more than a space, as before the text of a numbered paragraph or between columns."""
SMALL = 0.8
RAISED = (0.1, 0.75)
"""Note marks are smaller than this part of the text's size and raised by so much of it."""
_MARK = re.compile(r"(?:\d{1,3}|\*{1,4}|\u2020|\u2021|[a-z])\Z")
_MARKS = re.compile(r"\s*(?:(?:\d{1,3}|\*{1,4}|\u2020|\u2021|[a-z])(?:\s*,\s*|\s*/|\s+|\Z))+\Z")
_ENDING = frozenset({"st", "nd", "rd", "th", "er", "re", "os", "as"})
_UNIT = re.compile(r"(?:\b[kcdm]?m|CO|\bN)\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line's text, or a note mark raised above it."""

    text: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one baseline without a gap as wide as a column's; lengths in points."""

    pieces: tuple[Piece, ...]
    base: float
    left: float
    right: float
    size: float
    is_bold: bool
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """Its text without note marks."""
        return "".join(part.text for part in self.parts if not part.is_mark)

    @property
    def has_lead(self) -> bool:
        """Whether a raised mark stands before its text."""
        dark = [part for part in self.parts if part.text.strip()]
        return len(dark) > 1 and dark[0].is_mark


def make(pieces: Iterable[Piece], *, splits: bool = True) -> list[Line]:
    """Pieces in the order in which they were drawn become lines; with `splits`, wide gaps part them."""
    found: list[Line] = []
    held: list[Piece] = []
    for piece in pieces:
        if held and not _goes_on(held, piece, splits=splits):
            found.extend(of(held))
            held = []
        held.append(piece)
    found.extend(of(held))
    return found


def of(pieces: Sequence[Piece]) -> Iterator[Line]:
    """One line of all these pieces, or none where they show nothing; its baseline and size are those of most letters."""
    dark = [piece for piece in pieces if piece.text and not piece.text.isspace()]
    if not dark:
        return
    sizes: dict[tuple[float, float], int] = {}
    letters = bold = 0
    for piece in dark:
        key = (round(piece.size, 1), round(piece.base, 1))
        sizes[key] = sizes.get(key, 0) + len(piece.text)
        letters += len(piece.text)
        bold += len(piece.text) if piece.is_bold else 0
    size, base = max(sizes, key=lambda key: (sizes[key], key))
    yield Line(
        tuple(pieces), base, min(piece.left for piece in dark), max(piece.right for piece in dark), size, bold * 2 > letters,
        tuple(_spelt(pieces, size, base)),
    )  # fmt: skip


def _goes_on(held: Sequence[Piece], piece: Piece, *, splits: bool) -> bool:
    """Whether a piece stands on the line of those before it."""
    last = held[-1]
    size = max(last.size, piece.size)
    anchor = next((p for p in reversed(held) if p.size >= size * SMALL), last)
    rise = abs(piece.base - anchor.base)
    if rise >= SAME * size and not (rise < SAME * anchor.size):
        return False
    if (piece.left < last.left - size or piece.left < held[0].left - 1) and not piece.text.isspace():
        return False
    return not (splits and piece.left - last.right > TAB * size)


def _spelt(pieces: Sequence[Piece], size: float, base: float) -> list[Part]:
    """The text of a line and its raised marks, in order."""
    parts: list[Part] = []
    before: Piece | None = None
    for piece in pieces:
        text = piece.text
        if _is_raised(piece, size, base) and _marks(parts, text):
            parts.extend(Part(mark, is_mark=True) for mark in _split(text))
            if text.endswith(" ") or text.rstrip().endswith(","):
                parts.append(Part(" "))
            before = piece
            continue
        if before is not None:
            _space(parts, before, piece)
        parts.append(Part(text))
        before = piece
    return parts


def _is_raised(piece: Piece, size: float, base: float) -> bool:
    low, high = RAISED
    return piece.size < SMALL * size and low * size <= piece.base - base <= high * size


def _marks(parts: Sequence[Part], text: str) -> bool:
    """Whether raised letters are note marks rather than part of an ordinal, a unit or a formula."""
    if not _MARKS.match(text):
        return False
    if not parts:
        return True
    before = next((part.text for part in reversed(parts) if part.text.strip()), "")
    bare = text.strip()
    if bare in _ENDING or (bare in {"e", "o", "a", "n"} and before[-1:].isdigit()):
        return False
    return not (bare in {"2", "3"} and _UNIT.search(before))


def _split(text: str) -> Iterator[str]:
    return iter(re.findall(r"\d{1,3}|\*{1,4}|\u2020|\u2021|[a-z]", text))


def _space(parts: list[Part], before: Piece, piece: Piece) -> None:
    """Put a space between two pieces where there is room for one, and take away one where there is none."""
    last = parts[-1].text if parts else ""
    if not last or piece.text[:1].isspace():
        return
    if HAN.match(last.rstrip()[-1:]) and HAN.match(piece.text):
        is_apart = piece.left - before.right > WIDE * piece.size
        parts[-1] = Part(last.rstrip(" ") + (" " if is_apart else ""), parts[-1].is_mark)
        return
    space = min(before.space or USUAL * before.size, piece.space or USUAL * piece.size)
    is_turn = (before.is_bold, before.is_italic) != (piece.is_bold, piece.is_italic) or (
        last.rstrip()[-1:] in ".;:!?" and piece.text[:1].isupper()
    )
    is_apart = piece.left - before.right > (TURN if is_turn else SPACE) * space
    if is_apart and not last[-1].isspace():
        parts.append(Part(" "))
    elif not is_apart and last[-1].isspace() and last.strip() and piece.left >= before.left:
        parts[-1] = Part(last.rstrip(" "), parts[-1].is_mark)
