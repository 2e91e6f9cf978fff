"""Bytes that begin like a ZIP or an OLE file -> a Word file's layout, or why they are none.

>>> lay_out(content, "A_80_590.docx").media_type
'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
"""

from __future__ import annotations

from transforms.blocks import Layout
from transforms.errors import Refusal
from transforms.formats.archive import unpack
from transforms.formats.docx import reading
from transforms.formats.docx.package import main_part

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of a file with a password, named in the directory of the OLE file that holds it."""
_WORD = b"word/document"


def lay_out(content: bytes, name: str) -> Layout | None:
    """The layout of a Word file, whatever its name says; None for bytes that never were one.

    Raises:
        Refusal: broken, too-complex, hostile-xml, encrypted.
    """
    if not content.startswith(b"PK"):
        if _PROTECTED in content:
            raise Refusal("encrypted", f"{name} asks for a password. Get a copy without one.")
        return None
    try:
        archive = unpack(content, name)
    except Refusal as refusal:
        if refusal.reason == "broken" and _WORD not in content:
            return None
        raise
    main = main_part(archive)
    return None if main is None else reading.lay_out(archive, main)
