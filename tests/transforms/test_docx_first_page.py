"""The first page of Word files: masthead, title, and where a symbol comes from."""

from __future__ import annotations

import io
import zipfile

import pytest

from flows.fake_un.docx import docx as paper_file
from flows.fake_un.papers import Paper
from tests.transforms.wordfile import (
    cell,
    p,
    read,
    word,
    zipped,
)
from transforms import document
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="id_header1"/><w:headerReference w:type="default" r:id="id_header2"/>'
    '<w:footerReference w:type="first" r:id="id_footer1"/><w:titlePg/></w:sectPr>'
)
BODY = (p("Ninety-ninth session"), p("Agenda item 41"), p("Lamps"), p("Report of the Secretary-General"))


def headed(*inside: str) -> bytes:
    return word(
        *BODY, p("I.\tIntroduction", style="HCh"), *inside, SECTION,
        header1="<w:tbl><w:tr>" + cell("United Nations") + cell("A/999/1") + "</w:tr><w:tr>" + cell("General Assembly")
        + f"<w:tc>{p('Distr.: General')}{p('14 March 2096')}{p('Original: English')}</w:tc></w:tr></w:tbl>",
        header2=p("A/999/1"), footer1=p("96-00001 (E)    150396") + p("*9600001*") + p("Please recycle"),
    )  # fmt: skip


def test_the_masthead_stands_in_the_first_page_s_header() -> None:
    """Symbol, organ, date, session, item, title and job number are found; later headers are left out."""
    head, structure, layout = read(headed(p("1.\tLamps are lit.")))

    assert [str(symbol) for symbol in head.symbols] == ["A/999/1"]
    assert (head.organs, head.session, head.agenda_items, head.title) == (
        ("General Assembly",),
        "99",
        ("41",),
        "Lamps",
    )
    assert (str(head.distribution_date), head.original_language, head.author) == (
        "2096-03-14", "English", "Report of the Secretary-General",
    )  # fmt: skip
    assert head.job_number is not None
    assert head.job_number.startswith("96-00001")
    assert [each.text for each in structure.paragraphs] == ["Lamps are lit."]
    assert layout.source.count("A/999/1") == 1


CUSTOM = '<Properties xmlns="x" xmlns:vt="y"><property name="Symbol1"><vt:lpwstr>A/999/7_x000d_</vt:lpwstr></property></Properties>'


@pytest.mark.parametrize(("printed", "expected"), [("", "A/999/7"), ("A/999/1", "A/999/1")])
def test_properties_speak_only_where_nothing_is_printed(printed: str, expected: str) -> None:
    """A template may have brought its symbol along from another document."""
    made = word(p(printed), *BODY, p("I.\tIntroduction", style="HCh"), p("1.\tLamps are lit."))
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}

    head, _, _ = read(zipped(parts | {"docProps/custom.xml": CUSTOM}))

    assert [str(symbol) for symbol in head.symbols] == [expected]


def test_running_heads_name_a_document_without_a_masthead() -> None:
    """Where the first page prints no symbol, that of the running heads is its own."""
    made = word(
        *BODY,
        p("I.\tIntroduction", style="HCh"),
        p("1.\tLamps are lit."),
        SECTION.replace("<w:titlePg/>", ""),
        header2=p("A/999/3"),
    )

    assert [str(symbol) for symbol in read(made)[0].symbols] == ["A/999/3"]


def test_the_stand_in_s_papers_are_read(reference: Gazetteer) -> None:
    """What the stand-in for the United Nations makes is a document like any other."""
    paper = Paper(
        ("A/999/7",),
        "en",
        "Lamps of the harbour",
        ("The lamps of the harbour are lit.", "They burn for all who sail."),
    )

    made = document.read(paper_file(paper), None, Hint("A_999_7-EN.docx"), reference)

    assert (made.id, made.text_conserved) == ("A/999/7@en", 1.0)
    assert [each.number for each in made.structure.paragraphs if each.number] == [1, 2]


def test_a_title_is_known_by_its_style() -> None:
    """The agenda's words, a date in the title and a heading between its lines mislead nobody (A/80/590, A/81/6)."""
    made = word(
        p("A/999/1"), p("Ninety-ninth session", style="Session"), p("Agenda item 41"), p("Financing of lamps", style="AgendaTitleH2"),
        p("Lamps lit from 1 July 2095 to 30 June 2096", style="TitleHCH"), p("Part I", style="H1"), p("Harbours", style="TitleHCH"),
        p("Report of the Secretary-General", style="TitleH1"), p("I.\tIntroduction", style="HCh"), p("1.\tLamps are lit."),
        p("Later lamps", style="TitleHCH"),
    )  # fmt: skip

    head, structure, _ = read(made)

    assert head.title == "Lamps lit from 1 July 2095 to 30 June 2096: Harbours"
    assert head.author == "Report of the Secretary-General"
    assert "Later lamps" in " ".join(each.text for each in structure.paragraphs)


def test_a_masthead_may_be_a_table_of_the_body() -> None:
    """Older files, and joint documents, lay their first page out in a table; later tables that name organs hold data."""
    made = word(
        "<w:tbl><w:tr>" + cell("United Nations") + cell("A/999/1") + "</w:tr><w:tr>" + cell("General Assembly")
        + f"<w:tc>{p('Distr.: General')}{p('14 March 2096')}{p('Original: English')}</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr>" + f"<w:tc>{p('General Assembly')}{p('Ninety-ninth session')}{p('Agenda item 41')}</w:tc>"
        + f"<w:tc>{p('Security Council')}{p('Fifty-first year')}</w:tc></w:tr></w:tbl>",
        p("Lamps"), p("Report of the Secretary-General"), p("I.\tIntroduction", style="HCh"), p("1.\tLamps are lit."),
        "<w:tbl><w:tr>" + cell("General Assembly") + cell("7") + "</w:tr><w:tr>" + cell("Security Council") + cell("8") + "</w:tr></w:tbl>",
    )  # fmt: skip

    head, structure, _ = read(made)

    assert [str(symbol) for symbol in head.symbols] == ["A/999/1"]
    assert (head.session, head.agenda_items, str(head.distribution_date)) == ("99", ("41",), "2096-03-14")
    assert [c.text for c in structure.cells] == ["General Assembly", "7", "Security Council", "8"]


def test_a_header_as_long_as_a_masthead_is_one() -> None:
    """LibreOffice gives the first page a section whose only header holds the masthead; a running head is left out."""
    only = SECTION.replace('"first"', '"default"').replace("id_header2", "none").replace("<w:titlePg/>", "")
    one = p("1.\tOne is.")
    long = "".join(map(p, ("United Nations", "A/999/1", "General Assembly", "Distr.: General")))

    printed = read(word(*BODY, one, only, header1=long, footer1=p("99-00248 (E) 140396")))[0]
    running = read(
        word(*BODY, one, only, header1=p("A/999/1") + p("Lamps") + p("3/20"), footer1=p("99-00248"))
    )

    assert (printed.organs, printed.distribution, printed.job_number) == (
        ("General Assembly",), "General", "99-00248 (E) 140396",
    )  # fmt: skip
    assert [str(symbol) for symbol in running[0].symbols] == ["A/999/1"]
    assert "3/20" not in running[2].source
    assert "99-00248" not in running[2].source
