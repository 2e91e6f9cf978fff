"""What bytes are, told from the bytes themselves; and the text they hold.

>>> sniff(b"%PDF-1.7", "A_999_1.txt")
'application/pdf'
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from transforms.errors import Refusal

_MAGIC = (
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ", "application/x-xz"),
    (b"\x7fELF", "application/x-executable"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
    (b"{\\rtf", "application/rtf"),
    (b"PAR1", "application/vnd.apache.parquet"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|body|table|br|article|main)[\s>/]", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    "iso-8859-11": "cp874",
}
"""What pages mean by the encoding they name; as browsers read them (WHATWG Encoding Standard, section 4.2)."""
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"

SAMPLE = 65_536
MOST_CONTROL = 0.02
FEW = 16


def sniff(content: bytes, name: str, media_type: str | None = None) -> str:
    """The media type that the first bytes show; what a source or a name says decides only between HTML and text."""
    head = content[:SAMPLE]
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    body = head.removeprefix(codecs.BOM_UTF8)
    if _HTML.match(body):
        return "text/html"
    if _XML.match(body):
        return "application/xml"
    is_named_html = name.lower().endswith((".html", ".htm", ".xhtml")) or "html" in (media_type or "")
    return "text/html" if is_named_html and _TAG.search(body) else "text/plain"


def decode(content: bytes, name: str, *, is_html: bool = False) -> str:
    """The text of the bytes, line ends as line feeds.

    Byte order mark first, then UTF-8, then what a page declares, then the encoding that fits best.

    Raises:
        Refusal: binary, not-text.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _lines(_strictly(content, encoding, name))
    if (wide := _wide(content)) is not None:
        return _lines(_strictly(content, wide, name))
    control = len(content) - len(content.translate(None, _CONTROL))
    if (control > FEW and control > len(content) * MOST_CONTROL) or control * 3 > len(content):
        raise Refusal(
            "binary",
            f"{name}: {control} of {len(content)} bytes are control characters; text was expected. Fetch the document as text.",
        )
    try:
        return _lines(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _lines(_declared(content, is_html=is_html) or _best(content, name))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(
            "not-text", f"{name} says it is {encoding} and is not: {error}. Fetch it again."
        ) from error


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is null."""
    head = content[:4096]
    half = len(head) // 2
    if half < 8 or len(content) % 2:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nulls = head[offset::2].count(0)
        if nulls > half * 0.7 and head[1 - offset :: 2].count(0) < half * 0.05:
            return encoding
    return None


def _declared(content: bytes, *, is_html: bool) -> str | None:
    found = _META.search(content[:4096]) if is_html else None
    named = found[1].decode("ascii").lower() if found else ""
    try:
        return content.decode(_MEANT.get(named, named)) if named else None
    except (LookupError, UnicodeDecodeError):
        return None


def _best(content: bytes, name: str) -> str:
    best = charset_normalizer.from_bytes(
        content[:SAMPLE], cp_isolation=["cp1252", "cp1251", "cp1256", "gb18030", "big5", "mac_roman"]
    ).best()
    for encoding in ("cp1252",) if best is None else (best.encoding, "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(
        "not-text", f"{name}: no encoding fits its {len(content)} bytes; text was expected. Save it as UTF-8."
    )
