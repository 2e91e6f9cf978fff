"""Hostile PDFs, assembled object by object: bombs, cycles, counts that lie, passwords, scripts, polyglots."""

from __future__ import annotations

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.archives import word
from tests.hostile.values import Hostile, harmless, refused

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_STREAMED = b"<< /Length %d %s>>\nstream\n%s\nendstream"


def assembled(objects: dict[int, bytes], root: int = 1, more: bytes = b"") -> bytes:
    """A PDF of these objects, with the table that says where each begins."""
    made, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(made), max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        made += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(
        made + b"trailer\n<< /Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, more, start)
    )


def streamed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream, packed."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream as it is."""
    return _STREAMED % (len(content), entries, content)


def _lines(*lines: str) -> bytes:
    return b"".join(
        f"BT /F1 11 Tf 72 {760 - 24 * n} Td ({line}) Tj ET\n".encode() for n, line in enumerate(lines)
    )


def _report(number: int) -> bytes:
    return _lines(
        f"A/998/{number}", "United Nations", "General Assembly", "Original: English", "Lending of gauges",
        "1.  The gauges of the harbour were lent to the council of the sea.", "2.  They were returned.",
    )  # fmt: skip


def one_page(
    content: bytes,
    *,
    catalog: bytes = b"",
    resources: bytes = b"",
    more: dict[int, bytes] | None = None,
    pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    trailer: bytes = b"",
) -> bytes:
    """A PDF whose one page shows this content stream."""
    return assembled({
        1: b"<< /Type /Catalog /Pages 2 0 R %s>>" % catalog,
        2: pages,
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
           b" /Resources << /Font << /F1 5 0 R >> %s >> >>" % resources,
        4: content,
        5: _FONT,
        **(more or {}),
    }, more=trailer)  # fmt: skip


def _drawn(pages: int, text: str, encrypt: StandardEncryption | None = None) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=encrypt)
    for _ in range(pages):
        canvas.drawString(72, 760, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _flate_bomb(rounds: int) -> bytes:
    """A content stream packed twice, which unpacks to that many megabytes of operators."""
    packer = zlib.compressobj(9)
    block = (b"BT /F1 9 Tf (x) Tj ET\n" * 50_000)[: 1 << 20]
    packed = b"".join(packer.compress(block) for _ in range(rounds)) + packer.flush()
    return one_page(stream(zlib.compress(packed, 9), b"/Filter [/FlateDecode /FlateDecode] "))


def _many_pages(count: int) -> bytes:
    """One page, named so many times."""
    kids = b"3 0 R " * count
    return one_page(streamed(_report(61)), pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count))


_FORM = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R /Y %d 0 R >> >> "
)
_ACTIONS = (
    b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>"
    b" /Names << /EmbeddedFiles << /Names [(x.exe) << /Type /Filespec /F (x.exe) >>] >> >> "
)
_PICTURE = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "

PDFS: tuple[Hostile, ...] = (
    refused("locked.pdf", "encrypted", make=lambda: _drawn(1, "Secret", StandardEncryption("open", canPrint=0))),
    refused("cut.pdf", "broken", make=lambda: one_page(streamed(_report(62)))[:200]),
    refused("cut-end.pdf", "broken", make=lambda: one_page(streamed(_report(62)))[:-60]),
    refused("head.pdf", "broken", make=lambda: b"%PDF-1.7\n" + b"x" * 3_000),
    refused("nested.pdf", "broken", make=lambda: assembled({1: b"[" * 200_000 + b"]" * 200_000})),
    refused("nested-page.pdf", "no-text-layer", make=lambda: one_page(
        streamed(b"[" * 500_000), more={9: b"<<" + b"/A <<" * 20_000 + b">>" * 20_000 + b">>"})),
    refused("cycle.pdf", "broken", make=lambda: assembled({
        1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"})),
    refused("endless-length.pdf", "no-text-layer", make=lambda: one_page(
        b"<< /Length 4 0 R >>\nstream\nx\nendstream")),
    refused("pages.pdf", "too-many-pages", make=lambda: _many_pages(100_000)),
    refused("objects.pdf", "too-complex", make=lambda: one_page(streamed(b"BT /F1 9 Tf 72 700 Td (x) Tj ET\n" * 120_000))),
    refused("letters.pdf", "too-complex", make=lambda: one_page(streamed(
        b"BT /F1 1 Tf 1 1 Td " + b"(%s) Tj 0 1 Td " % (b"x" * 900) * 600 + b"ET"))),
    refused("bomb.pdf", "reader-memory", make=lambda: _flate_bomb(40)),
    refused("great-bomb.pdf", "too-complex", "reader-memory", "reader-cpu", "reader-timeout", make=lambda: _flate_bomb(1_000), is_slow=True),
    refused("million.pdf", "too-complex", "reader-memory", "reader-cpu", "reader-timeout", make=lambda: one_page(
        streamed(b"BT /F1 9 Tf 72 700 Td (x) Tj ET\n" * 1_000_000)), is_slow=True),
    refused("scan.pdf", "no-text-layer", make=lambda: one_page(
        b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream", resources=b"/XObject << /I 9 0 R >>",
        more={9: streamed(bytes(1240 * 1754 // 8), _PICTURE % (1240, 1754))})),
    refused("huge-picture.pdf", "no-text-layer", make=lambda: one_page(
        b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream", resources=b"/XObject << /I 9 0 R >>",
        more={9: streamed(bytes(1000), _PICTURE % (2_000_000_000, 2_000_000_000))})),
    refused("form-cycle.pdf", "reader-memory", make=lambda: one_page(
        streamed(b"/X Do"), resources=b"/XObject << /X 9 0 R >>",
        more={9: streamed(b"/X Do /X Do /Y Do", _FORM % (9, 9))}), is_slow=True),
    refused("form-tree.pdf", "reader-cpu", "reader-timeout", "reader-memory", make=lambda: one_page(
        streamed(b"/X Do"), resources=b"/XObject << /X 9 0 R >>",
        more={n: streamed(b"/X Do /Y Do " * 4, _FORM % (n + 1, n + 1)) for n in range(9, 60)}), is_slow=True),
    harmless("A_998_71.pdf", make=lambda: one_page(streamed(_report(71)), catalog=_ACTIONS)),
    harmless("A_998_72.pdf", make=lambda: one_page(streamed(_report(72))) + word(72)),
    harmless("A_998_73.html", make=lambda: one_page(streamed(_report(73)), trailer=b"% <html><body><p>1. Other.</p>\n")),
    harmless("A_998_74.pdf", make=lambda: one_page(
        streamed(_report(74)), pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")),
    harmless("A_998_75.docx", make=lambda: one_page(streamed(_report(75)))),
)  # fmt: skip
