"""An old Word file -> its own symbols and its first text, by the table of pieces that its text is kept in.

Offsets are those of [MS-DOC] 2.5.1 to 2.5.6 (the FIB) and 2.9.38 (the Clx).

>>> see(content, "Advance_questions_Slovenia_first_batch.doc").media_type
'application/msword'
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from transforms.errors import Refusal
from transforms.formats.word import DAMAGE, DOCUMENT, is_word
from transforms.glance.printed import headed
from transforms.glance.values import Seen

MOST = 20_000
"""Characters of the text, and as many of the headers, that are looked at."""

_IS_WORD = 0xA5EC
_TABLE_ONE = 0x0200
_FLAGS, _LENGTHS, _CLX = 0x0A, 0x4C, 0x1A2
_PIECES, _PROPERTIES = 2, 1
_COMPRESSED, _ADDRESS = 1 << 30, (1 << 30) - 1
_FIELD_CODE = re.compile(r"\x13[^\x13-\x15]*(?:\x14|(?=\x15))")
_LINE_END = re.compile(r"[\r\n\x07\x0b\x0c]+")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1d\x1f]")
_HYPHEN = "\x1e"
_PROTECTED = "EncryptedPackage"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of characters from `start` to `end`, kept at an address in one byte each or two."""

    start: int
    end: int
    address: int
    width: int


def see(content: bytes, name: str) -> Seen | None:
    """The own symbols and the first text; None where it is no Word file. Where the text is not found, nothing is said.

    Raises:
        Refusal: broken, encrypted.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            if file.exists(_PROTECTED):
                raise Refusal(
                    "encrypted", f"{name} is a Word file that asks for a password. Get a copy without one."
                )
            if not is_word(content, name):
                return None
            return _read(file, file.openstream(DOCUMENT).read())
    except DAMAGE as error:
        raise Refusal(
            "broken",
            f"{name} begins like an old Word file of {len(content)} bytes and is damaged: {error}. Fetch it again.",
        ) from error


def _read(file: olefile.OleFileIO, document: bytes) -> Seen:
    kind, flags = struct.unpack_from("<H", document)[0], struct.unpack_from("<H", document, _FLAGS)[0]
    if kind != _IS_WORD:
        return Seen()
    table = "1Table" if flags & _TABLE_ONE else "0Table"
    if not file.exists(table):  # Word 95 and older keep their text otherwise
        return Seen()
    try:
        pieces = tuple(_pieces(document, file.openstream(table).read()))
        text, notes, headers = struct.unpack_from("<3I", document, _LENGTHS)
    except (
        struct.error,
        IndexError,
    ):  # an offset leads out of the table: the text cannot be found, the rest may be sound
        return Seen()
    lines = _lines(document, pieces, 0, min(text, MOST))
    return _seen(lines, _lines(document, pieces, text + notes, text + notes + min(headers, MOST)))


def _seen(lines: tuple[str, ...], headers: tuple[str, ...]) -> Seen:
    """The masthead stands in the text of some files and in the headers of others."""
    for where, is_header, evidence in (
        (headers, False, "masthead"),
        (lines, False, "masthead"),
        (headers, True, "running_head"),
    ):
        if symbols := headed(where, is_header=is_header):
            return Seen(symbols, evidence, lines)
    return Seen((), "", lines)


def _pieces(document: bytes, table: bytes) -> Iterator[_Piece]:
    """The pieces of the text in order, after the lists of properties that may stand before them."""
    at, size = struct.unpack_from("<2I", document, _CLX)
    end = at + size
    while at < end and table[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != _PIECES:
        return
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    at += 5
    bounds = struct.unpack_from(f"<{count + 1}I", table, at)
    for n in range(count):
        address = struct.unpack_from("<I", table, at + 4 * (count + 1) + 8 * n + 2)[0]
        is_narrow = bool(address & _COMPRESSED)
        address &= _ADDRESS
        yield _Piece(bounds[n], bounds[n + 1], address // 2 if is_narrow else address, 1 if is_narrow else 2)


def _lines(document: bytes, pieces: tuple[_Piece, ...], start: int, end: int) -> tuple[str, ...]:
    """The paragraphs and cells between two places of the text, without the codes of fields."""
    text = "".join(_characters(document, piece, start, end) for piece in pieces)
    text = _NOT_TEXT.sub("", _FIELD_CODE.sub("", text)).replace(_HYPHEN, "-")
    return tuple(" ".join(line.split()) for line in _LINE_END.split(text) if line.strip())


def _characters(document: bytes, piece: _Piece, start: int, end: int) -> str:
    first, last = max(piece.start, start), min(piece.end, end)
    if first >= last:
        return ""
    at = piece.address + (first - piece.start) * piece.width
    held = document[at : at + (last - first) * piece.width]
    return held.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
