"""A Word file of before 2007 -> its layout, from the DOCX that another program made of it.

>>> lay_out(content, "A_62_100.doc", converted).media_type
'application/msword'
"""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import olefile

from transforms.blocks import Layout
from transforms.errors import NEEDS_LIBREOFFICE, Refusal
from transforms.formats import docx

MEDIA_TYPE = "application/msword"
DAMAGE = (OSError, ValueError, struct.error, IndexError, RecursionError)
"""What `olefile` raises for a damaged file; its own `OleFileError` is an `OSError`."""
DOCUMENT = "WordDocument"

_FLAGS = 0x0A
_ENCRYPTED = 0x0100
_KINDS = frozenset({0xA5EC, 0xA5DC})
"""How the stream begins: in Word 97 and later, in Word 6 and 95 ([MS-DOC] 2.5.2)."""
_NAME = DOCUMENT.encode("utf-16-le")


def lay_out(content: bytes, name: str, converted: bytes | None) -> Layout | None:
    """The layout of an old Word file; None for OLE files that are none.

    Raises:
        Refusal: needs-libreoffice, broken, encrypted, and those of DOCX.
    """
    if not is_word(content, name):
        return None
    if converted is None:
        raise Refusal(
            NEEDS_LIBREOFFICE,
            f"{name} is a Word file of before 2007, which is read from the DOCX that LibreOffice makes of it. "
            "Give that along with it, or save it as DOCX.",
        )
    layout = docx.lay_out(converted, name)
    if layout is None:
        raise Refusal(
            "broken", f"{name}: what was made of it is no DOCX; save it as DOCX with an office program."
        )
    return replace(layout, media_type=MEDIA_TYPE)


def is_word(content: bytes, name: str) -> bool:
    """Whether an OLE file holds a document of Word 6 to 2003.

    Raises:
        Refusal: broken, encrypted.
    """
    if _NAME not in content:
        return False
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            if not file.exists(DOCUMENT):
                return False
            head = file.openstream(DOCUMENT).read(_FLAGS + 2)
            kind, flags = struct.unpack_from("<H", head)[0], struct.unpack_from("<H", head, _FLAGS)[0]
    except DAMAGE as error:
        raise Refusal(
            "broken",
            f"{name} begins like an old Word file of {len(content)} bytes and is damaged: {error}. Fetch it again.",
        ) from error
    if kind in _KINDS and flags & _ENCRYPTED:
        raise Refusal("encrypted", f"{name} is a Word file that asks for a password. Get a copy without one.")
    return True
