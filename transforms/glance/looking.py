r"""Bytes -> `Glance`: what they are decides which reader looks at them.

>>> glance(b"\x89PNG ...", "A_79_876.en.pdf", "application/pdf").media_type
'image/png'
"""

from __future__ import annotations

from transforms import language
from transforms.errors import Refusal
from transforms.formats import archive, sniff
from transforms.glance import akn, docx, plain
from transforms.glance.values import Glance, Seen
from transforms.glance.whole import DOCX

AKN = "application/akn+xml"
WORD = "application/msword"


def glance(content: bytes, name: str, media_type: str | None = None) -> Glance:
    """What a file is, which symbols it prints on itself, and in which language it is written.

    A quick look, not a reading: some milliseconds, three pages of a PDF at most. It is made to be run in a child
    process; it bounds what it unpacks and parses, and leaves the limits on time and memory to the caller.

    Args:
        content: all bytes of the file; whether they are all is `is_whole`'s to say.
        name: the file's name, for messages, and to tell HTML from text; it is no evidence of what the file is.
        media_type: what the source said; the bytes outrank it.

    Raises:
        Refusal: empty, broken, encrypted, too-complex, hostile-xml.
    """
    if not content.strip(b" \t\r\n\f\v\x00"):
        raise Refusal(
            "empty",
            f"{name} holds {len(content)} bytes and no text; a document was expected. Fetch it again.",
        )
    found, seen = _look(content, name, sniff(content, name, media_type), media_type)
    heard = language.hear(seen.texts)
    return Glance(
        found, seen.symbols, seen.evidence if seen.symbols else "", heard.language or _named(seen, heard),
        heard.letters, heard.beside,
    )  # fmt: skip


def _named(seen: Seen, heard: language.Heard) -> str | None:
    """The language that metadata names, where the text is too short to tell and does not speak against it."""
    return seen.language if not heard.beside or seen.language in heard.beside else None


def _look(content: bytes, name: str, found: str, media_type: str | None) -> tuple[str, Seen]:
    """The media type, told more closely where the type of the container says little, and what its reader saw."""
    match found:
        case "application/pdf":
            from transforms.glance import pdf  # noqa: PLC0415 - a tenth of a second, and texts need none of it

            return found, pdf.see(content, name)
        case "application/zip":
            opened = archive.unpack(content, name)
            main = docx.main_part(opened)
            return (found, Seen()) if main is None else (DOCX, docx.see(opened, main))
        case "application/x-ole-storage":
            from transforms.glance import word  # noqa: PLC0415 - as above

            seen = word.see(content, name)
            return (found, Seen()) if seen is None else (WORD, seen)
        case "application/xml" | "text/plain" if akn.is_akn(content):
            return AKN, akn.see(content, name)
        case "text/html" | "text/plain":
            return found, plain.see(content, media_type, name)
        case _:
            return found, Seen()
