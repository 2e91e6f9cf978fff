"""One reader per media type: bytes become a `Layout`, or a `Refusal` says why not.

>>> lay_out(b"1. The first paragraph.", "text/plain", "A_999_1.txt").blocks[0].text
'1. The first paragraph.'
"""

from __future__ import annotations

from transforms.blocks import Layout
from transforms.errors import Refusal
from transforms.formats import akn, docx, html, pdf, plain, word
from transforms.formats.sniff import decode, sniff

__all__ = ["decode", "lay_out", "sniff"]


def lay_out(content: bytes, media_type: str | None, name: str, converted: bytes | None = None) -> Layout:
    """Bytes become a layout; the bytes themselves outrank the media type that a source names.

    `converted` is what another program made of them, where they cannot be read alone: a DOCX of an old Word file,
    the words recognised on a scan.

    Raises:
        Refusal: empty, binary, unknown-type, not-text, hostile-xml, broken, too-complex, encrypted,
            wrong-language, too-many-pages, no-text-layer, no-text,
            needs-libreoffice.
    """
    if not content.strip(b" \t\r\n\f\v\x00"):
        raise Refusal(
            "empty",
            f"{name} holds {len(content)} bytes and no text; a document was expected. Fetch it again.",
        )
    found = sniff(content, name, media_type)
    match found:
        case "text/html":
            return html.lay_out(decode(content, name, is_html=True))
        case "application/xml" | "text/plain" if akn.is_akn(content):
            return akn.lay_out(content, name)
        case "text/plain":
            return plain.lay_out(decode(content, name))
        case "application/pdf":
            return pdf.lay_out(content, name, converted)
        case "application/zip" | "application/x-ole-storage":
            if (layout := docx.lay_out(content, name)) is not None:
                return layout
            if (layout := word.lay_out(content, name, converted)) is not None:
                return layout
            raise _unknown(name, found)
        case _:
            raise _unknown(name, found)


def _unknown(name: str, found: str) -> Refusal:
    return Refusal(
        "unknown-type",
        f"{name} is {found}; plain text, HTML, DOCX, PDF and AKN4UN XML can be read. Give the document as one of these.",
    )
