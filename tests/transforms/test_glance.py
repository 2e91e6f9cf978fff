"""A quick look at a file says what it is, and nothing that is not certain."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from transforms.errors import Refusal
from transforms.glance import Glance, glance, is_whole, mismatch
from transforms.glance.printed import headed, symbols_of
from transforms.glance.whole import DOCX
from transforms.symbols import from_file_name, join, parse

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
SCREEN = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

Line = tuple[float, float, float, str]
"""Left edge, distance from the top and size in points, and a text."""

NAME: Line = (123, 52, 12, "United Nations")
BIG: tuple[Line, ...] = ((446, 52, 20, "A"), (460, 52, 10, "/99/876\u2013S/2031/230"))
DISTR: tuple[Line, ...] = ((398, 85, 10, "Distr.: General"), (398, 97, 10, "17 April 2031"))
ENGLISH = (
    "The Assembly notes that the lamps of the harbour are lit by the keepers, and that the report of the "
    "Secretary-General, which is to be read with it, has been sent to the members of the Council for their use."
)
FRENCH = (
    "Les lampes du port sont allum\u00e9es par les gardiens, et le Conseil en a pris note dans la soir\u00e9e sur le "
    "rapport qui a \u00e9t\u00e9 remis aux membres pour une lecture et pour la suite des travaux des comit\u00e9s."
)
SPANISH = (
    "Las l\u00e1mparas del puerto se encienden por los guardianes, y el Consejo tom\u00f3 nota de ello como una de las "
    "tareas del d\u00eda para los miembros, a los que se pidi\u00f3 su parecer al respecto y el de las comisiones."
)
RUSSIAN = (
    "\u041b\u0430\u043c\u043f\u044b \u043f\u043e\u0440\u0442\u0430 \u0431\u044b\u043b\u0438 \u0437\u0430\u0436\u0436\u0435\u043d\u044b \u0441\u043c\u043e\u0442\u0440\u0438\u0442\u0435\u043b\u044f\u043c\u0438 \u0432\u0435\u0447\u0435\u0440\u043e\u043c. "
    * 5
)


def body(text: str = ENGLISH, top: float = 330) -> tuple[Line, ...]:
    words = text.split()
    return tuple((123, top + n * 2, 10, " ".join(words[n : n + 6])) for n in range(0, len(words), 6))


def pdf(*pages: Iterable[Line], scanned: bool = False, password: str | None = None) -> bytes:
    """A PDF with lines of print on each page; a scanned one has a picture of each page and its text unseen."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(612, 792), encrypt=StandardEncryption(password) if password else None)
    for page in pages:
        if scanned:
            canvas.drawImage(ImageReader(Image.new("L", (61, 79), 255)), 0, 0, 612, 792)
        for left, top, size, text in page:
            run = canvas.beginText(left, 792 - top)
            run.setFont("Times-Roman", size)
            run.setTextRenderMode(3 if scanned else 0)
            run.textOut(text)
            canvas.drawText(run)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def docx_file(
    first: Iterable[str] = (), running: Iterable[str] = (), paragraphs: Iterable[str] = (ENGLISH, ENGLISH)
) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    if first:
        section.different_first_page_header_footer = True
        for text in first:
            section.first_page_header.add_paragraph(text)
    for text in running:
        section.header.add_paragraph(text)
    for text in paragraphs:
        document.add_paragraph(text)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def with_parts(content: bytes, **changed: bytes) -> bytes:
    """An archive with parts added or replaced; `__` stands for `/` and `_xml` for `.xml`."""
    parts = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in changed.items()}
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry.filename, old.read(entry))
        for name, part in parts.items():
            new.writestr(name, part)
    return held.getvalue()


def properties(**values: str) -> bytes:
    inside = "".join(f'<property name="{k}"><vt:lpwstr>{v}</vt:lpwstr></property>' for k, v in values.items())
    return f'<Properties xmlns:vt="urn:x">{inside}</Properties>'.encode()


def word(text: str, headers: str = "", *, flags: int = 0, streams: dict[str, bytes] | None = None) -> bytes:
    """An old Word file: its main text in pieces of one byte a character, its headers in pieces of two."""
    narrow, wide = text.encode("cp1252"), headers.encode("utf-16-le")
    document = bytearray(4096)
    struct.pack_into("<H", document, 0, 0xA5EC)
    struct.pack_into("<H", document, 10, flags)
    struct.pack_into("<3I", document, 0x4C, len(text), 0, len(headers))
    address = len(document)
    document += narrow + b"\0" * (len(narrow) % 2) + wide
    bounds = (0, len(text), len(text) + len(headers))
    pieces = struct.pack("<HIH", 0, (address * 2) | 1 << 30, 0)
    pieces += struct.pack("<HIH", 0, address + len(narrow) + len(narrow) % 2, 0)
    table = (
        b"\x01\x02\x00\xff\xff\x02"
        + struct.pack("<I", 12 + len(pieces))
        + struct.pack("<3I", *bounds)
        + pieces
    )
    struct.pack_into("<2I", document, 0x1A2, 0, len(table))
    return compound(streams or {"WordDocument": bytes(document), "0Table": table})


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE file with the streams given, each in whole sectors so that none is small."""
    sector, table, data = 512, [0xFFFFFFFD], b""
    entries = [_entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0)]
    for n, (name, stream) in enumerate(streams.items(), 1):
        padded = stream.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % sector)
        start = len(table)
        table += [*range(start + 1, start + len(padded) // sector), 0xFFFFFFFE]
        right = n + 1 if n < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, right=right, start=start, size=len(padded)))
        data += padded
    directory = b"".join(entries).ljust(sector, b"\0")
    first = len(table)
    table += [*range(first + 1, first + len(directory) // sector), 0xFFFFFFFE]
    assert len(table) <= 128, "one sector of the table is all that this makes"
    allocation = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
    header = struct.pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6, 0, 1, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)  # fmt: skip
    return header.ljust(sector, b"\xff") + allocation + data + directory


def _entry(name: str, kind: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF, start: int, size: int) -> bytes:  # fmt: skip
    spelt = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", spelt, len(spelt) + 2, kind, 1, 0xFFFFFFFF, right, child, start, size
    )


def akn(symbol: str, title: str = "", kind: str = "resolution", language: str = "eng", text: str = ENGLISH) -> bytes:  # fmt: skip
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <!--an <unofficial> copy-->
  <statement name="{kind}"><meta><FRBRlanguage language="{language}"></FRBRlanguage></meta>
    <coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p>
      <p><docTitle refersTo="#resolutionNumber">{title}</docTitle></p></coverPage>
    <mainBody><p>{text}</p><p>See <ref>A/998/7</ref>.</p></mainBody></statement></akomaNtoso>
""".encode()


def shown(content: bytes, name: str = "a.bin") -> tuple[str, str]:
    seen = glance(content, name)
    return join(seen.symbols), seen.evidence


def refusal(content: bytes, name: str = "a.bin") -> str:
    with pytest.raises(Refusal) as caught:
        glance(content, name)
    assert name in caught.value.message
    return caught.value.reason


class TestPrinted:
    @pytest.mark.parametrize(
        ("line", "symbols"),
        [
            ("A/79/876", "A/79/876"),
            ("United Nations   A/79/876\u2013S/2025/230*", "A/79/876-S/2025/230"),
            ("A/79/876 \u2013 S/2025/230", "A/79/876-S/2025/230"),
            ("A/79/876  S/2025/230", "A/79/876-S/2025/230"),
            ("S/RES/2776 (2025)*", "S/RES/2776 (2025)"),
            ("A/81/6 (Sect. 13)/Part A*", "A/81/6 (Sect. 13)"),
            ("E/ICEF/672(Premi\u00e8re partie)", "E/ICEF/672 (Part I)"),
            ("E/ICEF/672 (Segunda parte)", "E/ICEF/672 (Part II)"),
            ("Organisation A/79/876", ""),
            ("\u0410/79/876", "A/79/876"),
            ("\u0623\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062a\u062d\u062f\u0629 A/79/876", ""),
            ("\u0627\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062a\u062d\u062f\u0629 \u200eA/79/876", "A/79/876"),
            ("\u8054\u5408\u56fd \uff21/79/876", "A/79/876"),
            ("A/79/876 (continued)", ""),
            ("A/39/36I", ""),
            ("E/lCEF/672", ""),
            ("A/79/876.", ""),
            ("see A/79/876", ""),
            ("A/79/876, paragraph 7", ""),
            ("PSC/PR/2(XCVIII)", ""),
            ("24/7", ""),
        ],
    )  # fmt: skip
    def test_a_line_gives_symbols_only_where_it_is_nothing_else(self, line: str, symbols: str) -> None:
        """Each spelling is one that pages print; what only cites, or was misread, gives none."""
        assert join(symbols_of(line)) == symbols

    def test_a_symbol_alone_in_a_list_is_not_the_documents_own(self) -> None:
        """The tables of A/81/6 (Sect. 2) have S/96/Rev.7 in a cell, and the United Nations in the prose around it."""
        cells = [
            "Rules of procedure",
            "S/96/Rev.7",
            "Charter of the United Nations, as amended",
            "CD/8/Rev.9",
        ]

        assert headed(cells) == ()

    @given(st.text(max_size=80))
    def test_any_line_is_read_without_an_error(self, line: str) -> None:
        """Whatever is printed, the answer is symbols or none."""
        assert all(symbol.text for symbol in symbols_of(line))


class TestPdf:
    @pytest.mark.parametrize(
        ("lines", "symbols"),
        [
            ((NAME, *BIG, *DISTR), "A/99/876-S/2031/230"),
            (
                ((40, 60, 12, "UNITED"), (40, 74, 12, "NATIONS"), (520, 60, 26, "A"),
                 (400, 120, 10, "Distr."), (400, 132, 10, "GENERAL"), (400, 156, 10, "A/49/624")),
                "A/49/624",
            ),
            (
                (*body(), (57, 760, 9, "GE.31-12049"), *DISTR, NAME, (475, 52, 20, "A"), (490, 52, 10, "/HRC/14/15")),
                "A/HRC/14/15",
            ),
            ((NAME, (446, 52, 12, "A/99/876-"), (446, 66, 12, "S/2031/230"), *DISTR), "A/99/876-S/2031/230"),
            ((NAME, (446, 52, 12, "A/99/876"), (446, 66, 12, "S/2031/230"), *DISTR), "A/99/876-S/2031/230"),
            ((NAME, (446, 52, 12, "A/45/696/"), (446, 66, 12, "Add.1"), *DISTR), "A/45/696/Add.1"),
            ((*body(), (57, 724, 9, "FCCC/SBSTA/2011/MISC.14"), (57, 748, 9, "GE.11-64419")), "FCCC/SBSTA/2011/MISC.14"),
        ],
        ids=["new-york", "before-1998", "geneva-prints-it-last", "joint-over-two-lines", "joint-on-two-lines",
             "suffix-on-the-next-line", "over-the-job-number"],
    )  # fmt: skip
    def test_a_first_page_says_who_the_document_is(self, lines: tuple[Line, ...], symbols: str) -> None:
        """The layouts of A/79/876, A/49/624, A/HRC/14/15 and FCCC/SBSTA/2011/MISC.14, and symbols on two lines."""
        seen = glance(pdf((*lines, *body())), "a.pdf")

        assert (join(seen.symbols), seen.evidence) == (symbols, "masthead")
        assert (seen.media_type, seen.language) == ("application/pdf", "en")

    @pytest.mark.parametrize(
        "lines",
        [
            ((123, 90, 10, "The documents before it are:"), (400, 102, 10, "A/79/512"), (400, 114, 10, "A/79/513")),
            ((123, 102, 10, "of the United Nations, in"), (400, 102, 10, "A/79/512")),
            ((123, 700, 10, "*"), (140, 700, 10, "A/79/150"), (123, 740, 9, "31-12049")),
            ((123, 90, 10, "See document A/79/512 and S/2031/4."),),
        ],
        ids=["list", "prose-beside-it", "footnote", "sentence"],
    )  # fmt: skip
    def test_a_symbol_that_a_page_cites_is_not_its_own(self, lines: tuple[Line, ...]) -> None:
        """A/AC.121/2025/INF/2 lists documents in a column; a footnote stands over the job number."""
        assert shown(pdf((*lines, *body()))) == ("", "")

    def test_running_heads_speak_where_the_first_page_does_not(self) -> None:
        """The mastheads of some papers are pictures; two later pages with one head say who they are."""
        page = ((57, 50, 9, "A/99/876"), (57, 60, 9, "S/2031/230"), *body())

        assert shown(pdf(body(), page, page)) == ("A/99/876-S/2031/230", "running_head")
        assert shown(pdf(body(), page)) == ("", "")

    def test_a_symbol_with_no_masthead_around_it_needs_a_running_head(self) -> None:
        """A title page may print its symbol anywhere; the next page repeats it."""
        title = ((250, 80, 12, "JIU/REP/2031/4"), *body())

        assert shown(pdf(title, ((57, 50, 9, "JIU/REP/2031/4"), *body()))) == ("JIU/REP/2031/4", "masthead")
        assert shown(pdf(title, body())) == ("", "")

    def test_a_scan_is_believed_where_two_pages_agree(self) -> None:
        """A/39/361 was read `A/39/36I` on its first page and `A/39/36r` on its second."""
        first = (*DISTR, (398, 121, 10, "A/47/466"), *body())
        misread = (*DISTR, (398, 121, 10, "A/47/468"), *body())
        second = ((57, 40, 9, "A/47/466"), *body())

        assert shown(pdf(first, second, scanned=True)) == ("A/47/466", "masthead")
        assert shown(pdf(misread, second, scanned=True)) == ("", "")
        assert shown(pdf(first, scanned=True)) == ("", "")

    def test_a_picture_of_a_page_says_nothing(self) -> None:
        """A scan without text has neither symbol nor language."""
        seen = glance(pdf((), scanned=True), "a.pdf")

        assert (seen.symbols, seen.evidence, seen.language, seen.letters) == ((), "", None, 0)

    def test_a_password_is_asked_for(self) -> None:
        """An encrypted PDF is told apart from a damaged one."""
        assert refusal(pdf(body(), password="secret")) == "encrypted"

    def test_a_beginning_without_pages_is_broken(self) -> None:
        """What cannot be opened at all is refused."""
        assert refusal(pdf(body())[:60]) == "broken"


class TestDocx:
    def test_the_first_page_s_header_says_who_the_document_is(self) -> None:
        """What is printed outranks the properties, which a template may have brought along."""
        content = with_parts(
            docx_file(["United Nations", "A/99/876\u2011S/2031/230*", "Distr.: General"], ["A/1/1"]),
            docProps__custom_xml=properties(Symbol1="A/98/1", Language="French"),
        )
        seen = glance(content, "a.docx")

        assert (join(seen.symbols), seen.evidence) == ("A/99/876-S/2031/230", "masthead")
        assert (seen.media_type, seen.language) == (DOCX, "en")

    def test_properties_speak_where_nothing_is_printed(self) -> None:
        """Values end in `_x000d_`, and an empty second symbol is none."""
        content = with_parts(
            docx_file(paragraphs=["Short."]),
            docProps__custom_xml=properties(
                Symbol1="A/99/876_x000d_", Symbol2="S/2031/230", Language="French"
            ),
        )
        seen = glance(content, "a.docx")

        assert (join(seen.symbols), seen.evidence, seen.language) == ("A/99/876-S/2031/230", "metadata", "fr")

    def test_a_masthead_in_the_text_and_a_running_head_are_read(self) -> None:
        """Geneva's papers of some years have their masthead in the body."""
        masthead = ["United Nations", "A/HRC/14/15", "General Assembly", "Distr.: General", ENGLISH * 2]

        assert shown(docx_file(paragraphs=masthead)) == ("A/HRC/14/15", "masthead")
        assert shown(docx_file(running=["A/HRC/14/15"])) == ("A/HRC/14/15", "running_head")

    def test_a_paper_without_a_symbol_has_none(self) -> None:
        """The advance questions of the universal periodic review cite symbols and have none."""
        assert shown(docx_file(paragraphs=["Advance questions", "See A/HRC/14/15.", ENGLISH])) == ("", "")

    @pytest.mark.parametrize(
        "part",
        ["word__document_xml", "word__header1_xml", "docProps__custom_xml", "word___rels__document_xml.rels"],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_a_document_type_is_refused_in_every_part(self, part: str, encoding: str) -> None:
        """An entity may pull in a file, or grow without end."""
        evil = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'.encode(encoding)
        whole = docx_file(["A/99/876"])
        header = re.search(rb"header\d+\.xml", with_parts(whole, a=b""))
        assert header is not None
        part = part.replace("header1_xml", header[0].decode().replace(".xml", "_xml"))

        assert refusal(with_parts(whole, **{part: evil})) == "hostile-xml"

    def test_a_bomb_is_refused_before_it_is_unpacked(self) -> None:
        """A hundred times its packed size is more than text can be packed."""
        assert (
            refusal(with_parts(docx_file(), word__document_xml=b"<a>" + b" " * (22 << 20))) == "too-complex"
        )

    def test_too_many_parts_are_refused(self) -> None:
        """The largest real document has ninety parts."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for n in range(2_001):
                archive.writestr(str(n), "")

        assert refusal(held.getvalue()) == "too-complex"

    def test_an_encrypted_part_is_refused(self) -> None:
        """The flag in the directory says so."""
        content = bytearray(docx_file())
        at = content.find(b"PK\x01\x02")
        content[at + 8] |= 1

        assert refusal(bytes(content)) == "encrypted"

    def test_a_damaged_part_is_refused(self) -> None:
        """A checksum that does not agree is damage, and not another document."""
        content = bytearray(docx_file())
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            at = archive.getinfo("word/document.xml").header_offset + 120
        content[at : at + 40] = b"\xff" * 40

        assert refusal(bytes(content)) == "broken"
        assert not is_whole(bytes(content), DOCX)

    def test_another_archive_is_only_named(self) -> None:
        """A workbook or a folder of files is no document."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("xl/workbook.xml", "<a/>")

        assert glance(held.getvalue(), "a.xlsx") == Glance("application/zip", (), "", None, 0)


class TestWord:
    def test_the_text_is_found_by_its_table_of_pieces(self) -> None:
        """Pieces of one byte and of two; fields keep what they show and lose their code."""
        text = f"Questions\r{ENGLISH}\r\x13 HYPERLINK x \x14A/99/1\x15 is cited.\r"
        seen = glance(word(text, "United Nations\rA/HRC/14/15\rDistr.: General\r"), "a.doc")

        assert (join(seen.symbols), seen.evidence) == ("A/HRC/14/15", "masthead")
        assert (seen.media_type, seen.language) == ("application/msword", "en")
        assert seen.letters == sum(map(str.isalpha, f"Questions{ENGLISH}A/is cited"))

    def test_a_symbol_alone_in_a_header_is_a_running_head(self) -> None:
        """No word of a masthead stands beside it."""
        assert shown(word(f"{ENGLISH}\r", "A/HRC/14/15\r")) == ("A/HRC/14/15", "running_head")

    def test_passwords_are_asked_for(self) -> None:
        """A flag says so in old files; new ones are wrapped whole."""
        assert refusal(word("text", flags=0x0100)) == "encrypted"
        assert refusal(compound({"EncryptedPackage": b"x" * 5000})) == "encrypted"

    def test_other_files_of_the_kind_keep_their_type(self) -> None:
        """A workbook is no Word file, and a text that cannot be found says nothing."""
        assert glance(compound({"Workbook": b"x"}), "a.doc") == Glance(
            "application/x-ole-storage", (), "", None, 0
        )
        assert glance(compound({"WordDocument": b"x"}), "a.doc") == Glance(
            "application/msword", (), "", None, 0
        )


class TestAkn:
    def test_cover_and_language_are_read(self) -> None:
        """No declaration opens these files, so their first bytes look like text."""
        seen = glance(akn("S/RES/2705 (2023)", "Resolution 2705 (2023)"), "a.xml")

        assert (seen.media_type, join(seen.symbols)) == ("application/akn+xml", "S/RES/2705 (2023)")
        assert (seen.evidence, seen.language) == ("masthead", "en")

    def test_german_is_called_german(self) -> None:
        """The Security Council's resolutions are there in a seventh language."""
        seen = glance(akn("S/RES/2705 (2023)", language="deu", text="Der Rat."), "a.xml")

        assert seen.language == "de"

    @pytest.mark.parametrize(
        ("symbol", "title", "kind"),
        [
            ("S/RES/2683 (2023)", "Resolution 2685 (2023)", "resolution"),
            ("S/RES/1626 (2005)", "", "presidentialStatement"),
        ],
    )
    def test_a_cover_that_the_text_contradicts_is_not_believed(
        self, symbol: str, title: str, kind: str
    ) -> None:
        """Files of S/RES/2685 (2023) in German and of S/PRST/2007/22 have other documents' symbols on their covers."""
        assert shown(akn(symbol, title, kind)) == ("", "")

    def test_tags_that_do_not_match_are_put_up_with(self) -> None:
        """The file of S/PRST/2007/13 closes a tag that it did not open."""
        assert shown(
            akn("S/PRST/2007/13", kind="presidentialStatement").replace(b"</ref>", b"</i></ref>")
        ) == (
            "S/PRST/2007/13",
            "masthead",
        )

    def test_a_cut_file_and_a_document_type_are_refused(self) -> None:
        """An end without its last tag is a download that stopped."""
        assert refusal(akn("S/RES/2705 (2023)")[:-40]) == "broken"
        assert refusal(b"<!DOCTYPE a>" + akn("S/RES/2705 (2023)")) == "hostile-xml"

    def test_a_text_about_akn_is_a_text(self) -> None:
        """Only the first element counts, and only at the beginning."""
        assert glance(b"Write <akomaNtoso> first.", "a.md").media_type == "text/plain"


class TestText:
    def test_text_and_html_are_read_by_their_mastheads(self) -> None:
        """As the folder's source reads them."""
        text = f"A/999/1\n\nDistr.: General\n\nGeneral Assembly\n\nLamps\n\n1. {ENGLISH}\n"
        page = f"<html><body><p>A/999/1</p><p>General Assembly</p><p>1. {ENGLISH}</p></body></html>"

        assert shown(text.encode()) == ("A/999/1", "masthead")
        assert glance(text.encode(), "a.txt").language == "en"
        assert shown(page.encode()) == ("A/999/1", "masthead")
        assert glance(page.encode(), "a.html").media_type == "text/html"

    def test_a_masthead_in_another_language_is_read(self) -> None:
        """`Nations Unies` stands for the same as `United Nations`."""
        seen = glance(
            f"Nations Unies\n\nA/999/1\n\nDistr. g\u00e9n\u00e9rale\n\n{FRENCH}\n".encode(), "a.txt"
        )

        assert (join(seen.symbols), seen.language) == ("A/999/1", "fr")

    def test_a_long_text_is_cut_between_characters(self) -> None:
        """The first 64 KiB are looked at; no character is cut in two."""
        seen = glance(("A/999/1\n\nDistr.: General\n\n" + RUSSIAN * 600).encode(), "a.txt")

        assert (join(seen.symbols), seen.language) == ("A/999/1", "ru")


class TestWhatIsNoDocument:
    @pytest.mark.parametrize(
        ("content", "media_type"),
        [
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "image/png"),
            (b"\x1f\x8b\x08" + b"\0" * 99, "application/gzip"),
            (b"\x7fELF" + b"\0" * 99, "application/x-executable"),
            (b"\xffWPC" + b"\0" * 99, "application/vnd.wordperfect"),
            (b'<?xml version="1.0"?><feed/>', "application/xml"),
        ],
    )
    def test_it_is_named_and_nothing_more(self, content: bytes, media_type: str) -> None:
        """Neither symbol nor language is looked for."""
        assert glance(content, "a.pdf", "application/pdf") == Glance(media_type, (), "", None, 0)

    @pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0" * 100])
    def test_nothing_is_refused(self, content: bytes) -> None:
        """White space and null bytes are nothing."""
        assert refusal(content) == "empty"


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "code"), [(ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru")]
    )
    def test_the_language_of_the_text_is_told(self, text: str, code: str) -> None:
        """Whatever language a file was asked for in."""
        assert glance(text.encode(), "A_999_1-EN.txt").language == code

    def test_a_bilingual_text_has_no_single_language(self) -> None:
        """E/CN.4/110 of 1948 is in English and French side by side."""
        seen = glance(f"{ENGLISH}\n\n{FRENCH}\n".encode(), "a.txt")

        assert (seen.language, set(seen.beside)) == (None, {"en", "fr"})

    def test_a_name_or_two_tell_no_language(self) -> None:
        """Where too little tells, nothing is said."""
        assert glance(b"Jo Ek, Al Dun, 12 May", "a.txt").language is None


def seen_as(symbols: str, language: str | None = "en", letters: int = 900, beside: tuple[str, ...] = ()) -> Glance:  # fmt: skip
    return Glance("application/pdf", parse(symbols) if symbols else (), "masthead" if symbols else "", language, letters, beside)  # fmt: skip


class TestMismatch:
    @pytest.mark.parametrize(
        ("printed", "asked"),
        [
            ("A/79/876-S/2025/230", "A/79/876"),
            ("A/79/876", "A/79/876-S/2025/230"),
            ("S/RES/2705 (2023)", "S/RES/2705"),
            ("A/45/696/Add.1", "A/45/696/Add.1"),
            ("a/45/696/add.1*", "A/45/696/Add.1"),
            ("A/39/36I", "A/39/361"),
            ("A/C.l/47/L.5", "A/C.1/47/L.5"),
            ("A/3S/B61", "A/35/861"),
            ("TRANS/SC.2/2001/20", "E/ECE/TRANS/SC.2/2001/20"),
            ("E/ICEF/672", "E/ICEF/672 (Part I)"),
            ("A/RES/77/128 A-B", "A/RES/77/128"),
            ("A/RES/77/128 A-B", "A/RES/77/128 B"),
            ("", "A/79/876"),
        ],
    )
    def test_nothing_contradicts(self, printed: str, asked: str) -> None:
        """Halves of joint symbols, years left out, digits misread, parts printed apart."""
        assert mismatch(seen_as(printed), parse(asked), "en") is None

    @pytest.mark.parametrize(
        ("printed", "asked"),
        [
            ("A/AC.292/2024/3", "E/2024/1"),
            ("A/45/696/Add.1", "A/45/696"),
            ("A/45/696", "A/45/696/Add.1"),
            ("A/81/6 (Sect. 13)", "A/81/6 (Sect. 25)"),
            ("A/RES/31/16 B", "A/RES/31/168"),
            ("A/RES/31/16 B", "A/RES/31/16 A"),
            ("A/RES/77/128 A-B", "A/RES/77/128 C"),
            ("S/RES/2705 (2023)", "S/RES/2706 (2023)"),
            ("A/HRC/14/15", "A/14/15"),
        ],
    )
    def test_another_document_is_named(self, printed: str, asked: str) -> None:
        """An addendum is another document, and so is another part."""
        found = mismatch(seen_as(printed), parse(asked), None)

        assert found is not None
        assert (found.reason, found.found) == ("wrong-document", printed)
        assert printed in found.message
        assert asked in found.message

    def test_another_language_is_named(self) -> None:
        """The right document in another language is told from another document."""
        found = mismatch(seen_as("E/2024/1", "es"), parse("E/2024/1"), "en")

        assert found is not None
        assert (found.reason, found.found) == ("wrong-language", "es")

    @pytest.mark.parametrize(
        "seen",
        [
            seen_as("E/2024/1", "es", 199),
            seen_as("E/2024/1", None),
            seen_as("E/2024/1", "es", beside=("en",)),
        ],
    )
    def test_little_text_and_two_languages_contradict_nothing(self, seen: Glance) -> None:
        """A few letters, no language, or a fair share of the one asked for."""
        assert mismatch(seen, parse("E/2024/1"), "en") is None

    def test_who_asks_for_nothing_gets_what_there_is(self) -> None:
        """Without a symbol and a language there is nothing to contradict."""
        assert mismatch(seen_as("E/2024/1"), (), None) is None


SAMPLES = {
    "application/pdf": pdf((NAME, *BIG, *DISTR, *body())),
    DOCX: docx_file(["United Nations", "A/99/876"]),
    "application/msword": word(ENGLISH * 3, "A/99/876\r"),
}


class TestWhole:
    @pytest.mark.parametrize("media_type", SAMPLES)
    def test_a_whole_file_is_whole(self, media_type: str) -> None:
        """White space after the end is no damage."""
        assert is_whole(SAMPLES[media_type], media_type)
        assert is_whole(SAMPLES["application/pdf"] + b"\r\n", "application/pdf")

    @SCREEN
    @given(st.sampled_from(sorted(SAMPLES)), st.floats(0, 1, exclude_max=True))
    def test_a_cut_file_is_not_whole(self, media_type: str, share: float) -> None:
        """Wherever the connection broke; and a look at what arrived ends in a look or in a refusal."""
        content = SAMPLES[media_type]
        cut = content[: int(share * (len(content) - 8))]

        assert not is_whole(cut, media_type)
        assert _looks(cut)

    @SCREEN
    @given(
        st.sampled_from(sorted(SAMPLES)),
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=40),
    )
    def test_a_damaged_file_is_looked_at_or_refused(
        self, media_type: str, damage: list[tuple[float, int]]
    ) -> None:
        """No byte out of place ends in anything else."""
        content = bytearray(SAMPLES[media_type])
        for place, value in damage:
            content[int(place * (len(content) - 1))] = value

        assert _looks(bytes(content))
        assert is_whole(bytes(content), media_type) in {True, False}

    def test_a_workbook_inside_a_cut_document_is_not_its_end(self) -> None:
        """A/81/6 (Sect. 13) holds a workbook, whose directory ends what is left of a file cut behind it."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("a.xlsx", docx_file())
            archive.writestr("word/document.xml", "<a/>")
        cut = held.getvalue()[: held.getvalue().find(b"word/document.xml")]

        assert not is_whole(cut, DOCX)
        assert refusal(cut) == "broken"

    def test_a_revision_that_is_missing_is_missed(self) -> None:
        """Word ends its files with a second trailer, that of S/2025/450 in the last 184 bytes."""
        first = b"%PDF-1.7\n4 0 obj\n<</Type/XRef>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n39\n%%EOF"
        second = b"\r\nxref\r\n0 0\r\ntrailer\r\n<</Prev 39/XRefStm 9>>\r\nstartxref\r\n83\r\n%%EOF"

        assert is_whole(first + second, "application/pdf")
        assert not any(is_whole((first + second)[:n], "application/pdf") for n in range(len(first + second)))

    def test_types_without_an_end_are_taken_at_their_word(self) -> None:
        """A text may stop anywhere."""
        assert is_whole(b"The lamps of", "text/plain")


def _looks(content: bytes) -> bool:
    try:
        return isinstance(glance(content, "a.bin"), Glance)
    except Refusal as refused:
        return refused.reason in {"empty", "broken", "encrypted", "too-complex", "hostile-xml"}


@pytest.fixture(scope="module")
def corpus() -> Path:
    if not CORPUS.exists():
        pytest.skip("needs the corpus beside the project (../shared/corpus)")
    return CORPUS


class TestCorpus:
    """Real files, whose figures `python -m tests.measure_glance` prints."""

    @pytest.mark.parametrize(
        ("name", "symbols", "language"),
        [
            ("A_79_876.en.pdf", "A/79/876-S/2025/230", "en"),
            ("A_81_6_(SECT._13).pdf", "A/81/6 (Sect. 13)", "en"),
            ("A_CN.10_2025_INF_1.en.pdf", "A/CN.10/2025/INF/1", None),
            ("A_39_361.en.pdf", "", "en"),
            ("A_45_696_Add.1.en.pdf", "", None),
            ("A_47_466.en.pdf", "A/47/466", "en"),
            ("A_53_601.en.pdf", "A/53/601", "en"),
            ("CCPR_C_121_D_2025_2011.en.pdf", "CCPR/C/121/D/2025/2011", "en"),
            ("E_2024_1.en.pdf", "A/AC.292/2024/3", "es"),
            ("E_CN.4_110.en.pdf", "", None),
            ("E_ICEF_672(PartI).en.pdf", "E/ICEF/672 (Part I)", "fr"),
            ("FCCC_SBSTA_2011_Misc.14.en.pdf", "FCCC/SBSTA/2011/MISC.14", "en"),
            ("ICCD_COP(8)_CST_8.en.pdf", "ICCD/COP(8)/CST/8", "en"),
            ("S_2024_145.en.pdf", "CEDAW/C/CAF/CO/6", "ru"),
            ("TD_B_CN.4_36.en.pdf", "TD/B/CN.4/36", "en"),
            ("_E_ECE__TRANS_SC.2_2001_20.en.pdf", "TRANS/SC.2/2001/20", "en"),
            ("g0916919.pdf", "A/HRC/WG.6/7/SVN/1", "en"),
            ("g1012049.pdf", "A/HRC/14/15", "en"),
        ],
    )
    def test_a_page_is_read_as_a_person_reads_it(
        self, corpus: Path, name: str, symbols: str, language: str | None
    ) -> None:
        """Layouts of eighty years; of scans only what two pages agree on."""
        seen = glance((corpus / "pdf" / name).read_bytes(), name)

        assert (join(seen.symbols), seen.language) == (symbols, language)

    def test_files_under_a_wrong_name_are_found_and_no_others(self, corpus: Path) -> None:
        """Two are other documents in other languages, two are French."""
        found = {}
        for path in sorted((corpus / "pdf").glob("*.pdf")):
            named = from_file_name(path.name)
            wrong = mismatch(glance(path.read_bytes(), path.name), *named) if named else None
            found |= {path.name: wrong.reason} if wrong else {}

        assert found == {
            "E_2024_1.en.pdf": "wrong-document",
            "E_ICEF_672(PartI).en.pdf": "wrong-language",
            "E_ICEF_672(PartII).en.pdf": "wrong-language",
            "S_2024_145.en.pdf": "wrong-document",
        }

    def test_word_files_give_their_symbols(self, corpus: Path) -> None:
        """New York's files print what they are named; papers of the periodic review have no symbol."""
        for path in (*(corpus / "docx").iterdir(), *(corpus / "doc").iterdir()):
            seen = glance(path.read_bytes(), path.name)
            named = from_file_name(path.name)

            assert (seen.symbols, seen.language) == (named[0] if named else (), "en"), path.name

    def test_xml_gives_symbol_and_language(self, corpus: Path) -> None:
        """All of it in seven languages, but two files whose covers another document's symbol stands on."""
        folders = {
            "Arabic": "ar",
            "Chinese": "zh",
            "French": "fr",
            "German": "de",
            "Russian": "ru",
            "Spanish": "es",
        }
        silent = []
        for path in sorted((corpus / "akn").rglob("*.xml")):
            seen = glance(path.read_bytes(), path.name)
            named = from_file_name(path.name)

            assert named is not None, path.name
            assert mismatch(seen, *named) is None, path.name
            assert seen.language == folders.get(path.parent.name, "en"), path.name
            silent += [] if seen.symbols else [path.name]

        assert silent == ["S_RES_2685_G.xml", "S_PRST_2007_22-0739405E.xml"]

    @SCREEN
    @given(share=st.floats(0, 1, exclude_max=True), n=st.integers(0, 10_000))
    def test_a_cut_download_is_not_whole(self, corpus: Path, share: float, n: int) -> None:
        """Wherever it is cut, in whichever of the real files."""
        paths = sorted(path for kind in ("pdf", "docx", "doc") for path in (corpus / kind).iterdir())
        path = paths[n % len(paths)]
        content = path.read_bytes()
        media_type = glance(content, path.name).media_type

        assert is_whole(content, media_type)
        assert not is_whole(content[: int(share * (len(content) - 8))], media_type)
