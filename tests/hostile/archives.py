"""Hostile Word files and ZIPs: bombs, lies, cycles, passwords, parts within parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.hostile.values import Hostile, harmless, refused

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def _p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(number: int, body: str, head: str = "") -> bytes:
    """The main part of a Word file in UN layout."""
    front = (
        "United Nations",
        f"A/998/{number}",
        "General Assembly",
        "Original: English",
        "Lending of gauges",
    )
    text = "".join(map(_p, (*front, "1.\tThe gauges were lent to the council of the harbour.")))
    last = _p("2.\tThey were returned.")
    return (
        f'<?xml version="1.0"?>{head}<w:document {_NAMES}><w:body>{text}{body}{last}</w:body></w:document>'
    ).encode()


def word(number: int, body: str = "", head: str = "", **parts: str) -> bytes:
    """A Word file whose other parts are named by their kind."""
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    return zipped({
        "word/document.xml": document(number, body, head),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'.encode(),
        **{f"word/{kind}.xml": f"<w:{kind} {_NAMES}>{content}</w:{kind}>".encode() for kind, content in parts.items()},
    })  # fmt: skip


def _lying() -> bytes:
    """A Word file that says its part is small, and unpacks to much more."""
    made = bytearray(zipped({"word/document.xml": document(41, "<w:p/>" * 3_000_000)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", made, made.index(mark) + at, 4_000)
    return bytes(made)


def _locked() -> bytes:
    """A Word file whose directory says that its parts are encrypted."""
    made = bytearray(word(42))
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<H", made, at + 8, 1)
        at = made.find(b"PK\x01\x02", at + 1)
    return bytes(made)


def _protected() -> bytes:
    """What Word writes with a password: an OLE file whose directory names an encrypted package."""
    entry = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entry + bytes(960)


def _matryoshka() -> bytes:
    made = word(43)
    for _ in range(50):
        made = zipped({"word/inner.zip": made})
    return made


def _quick_bomb() -> bytes:
    """328 kB that say they are 300 MB, of one part of blanks: packed by hand, for it takes a second otherwise."""
    block = b" " * (1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(block) for _ in range(300)) + packer.flush()
    name, size = b"word/document.xml", 300 << 20
    entry = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + entry + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + entry + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


_CYCLE = "".join(
    f'<w:style w:type="paragraph" w:styleId="S{a}"><w:basedOn w:val="S{b}"/></w:style>' for a, b in ((1, 2), (2, 1))
)  # fmt: skip
_LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1%1%1%1%1%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
)
_LISTED = "".join(
    _p("Listed.", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>') for n in (1, 3)
)
_NOTES = (
    '<w:footnote w:id="7"><w:p><w:r><w:t>Of itself</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    "</w:footnote>"
)
_SPAN = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{0}</w:tc></w:tr></w:tbl>'
_NEST = "<w:tbl><w:tr><w:tc>"

ARCHIVES: tuple[Hostile, ...] = (
    refused("bomb.docx", "too-complex", make=_quick_bomb),
    refused("entries.docx", "too-complex", make=lambda: zipped({f"word/{n}": b"" for n in range(3_000)})),
    refused("inner.docx", "unknown-type", make=_matryoshka),
    refused("lying.docx", "broken", make=_lying),
    refused("locked.docx", "encrypted", make=_locked),
    refused("protected.docx", "encrypted", make=_protected),
    refused("cut.docx", "broken", make=lambda: word(44)[:-300]),
    refused("type.docx", "hostile-xml", make=lambda: word(
        45, "&x;", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')),
    refused("laughs.docx", "hostile-xml", make=lambda: word(
        46, "&b;", '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>')),
    refused("deep.docx", "broken", make=lambda: word(47, _NEST * 2_000 + _p("x") + "</w:tc></w:tr></w:tbl>" * 2_000)),
    refused("large.docx", "too-complex", make=lambda: word(48, _p("The gauges were lent once more.") * 400_000)),
    refused("pictures.docx", "too-complex", make=lambda: zipped({
        "word/document.xml": document(49, ""), "word/media/image1.png": bytes(60 << 20)})),
    refused("text.docx", "unknown-type", "broken", make=lambda: b"PK\x03\x04 and then a text."),
    harmless("A_998_50.docx", make=lambda: word(50, _p("Styled.", '<w:pStyle w:val="S1"/>'), styles=_CYCLE)),
    harmless("A_998_51.docx", make=lambda: word(51, _LISTED, numbering=_LISTS)),
    harmless("A_998_52.docx", make=lambda: word(
        52, '<w:p><w:r><w:t>Noted.</w:t><w:footnoteReference w:id="7"/></w:r></w:p>', footnotes=_NOTES)),
    harmless("A_998_53.docx", make=lambda: word(53, _SPAN.format(_p("Wide.")))),
    refused("nest.docx", "too-complex", make=lambda: word(54, _NEST * 40 + _p("x") + "</w:tc></w:tr></w:tbl>" * 40)),
    harmless("A_998_55.txt", make=lambda: word(55)),
    harmless("A_998_56.docx", make=lambda: zipped({
        "../../../etc/cron.d/x": b"evil", "/etc/passwd": b"evil", "word/document.xml": document(56, "")})),
)  # fmt: skip
