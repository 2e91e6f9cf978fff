"""Word files become layouts: what is printed, as it is printed, whoever made the file and however."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.fake_un.docx import docx as paper_file
from flows.fake_un.papers import Paper
from transforms import document, formats, masthead, paragraphs
from transforms.blocks import Layout
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.masthead import Masthead
from transforms.paragraphs import Structure

REAL = Path(__file__).parents[3] / "shared" / "corpus" / "docx"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word(*body: str, **parts: str) -> bytes:
    """A file of python-docx with that body, and parts such as `footnotes` or `numbering` with that inside."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as file:
        held = {name: file.read(name).decode() for name in file.namelist() if not name.endswith("jpeg")}
    main = held["word/document.xml"]
    last = main[main.index("<w:sectPr") : main.index("</w:body>")]
    held["word/document.xml"] = f"<w:document {NAMES}><w:body>{''.join(body)}{last}</w:body></w:document>"
    for name, inside in parts.items():
        kind = name.rstrip("123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        if f"word/{name}.xml" not in held:
            held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(
                "</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/></Types>'
            )
            rels = "word/_rels/document.xml.rels"
            held[rels] = held[rels].replace(
                "</Relationships>",
                f'<Relationship Id="id_{name}" Type="{_LINK}{kind}" Target="{name}.xml"/></Relationships>',
            )
        held[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    return zipped(held)


def zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return target.getvalue()


def changed(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return zipped(
            {n: edit(file.read(n).decode()) if n == part else file.read(n).decode() for n in file.namelist()}
        )


def p(text: str = "", *, style: str = "", num: tuple[int, int] | None = None, inside: str = "") -> str:
    """A paragraph; tabs in its text are tabs."""
    counted = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    look = f'<w:pPr>{f"""<w:pStyle w:val="{style}"/>""" if style else ""}{counted}</w:pPr>'
    return f"<w:p>{look}{r(text) if text else ''}{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{parts}</w:r>"


def laid(content: bytes, name: str = "A_999_1.docx") -> Layout:
    return formats.lay_out(content, None, name)


def read(content: bytes) -> tuple[Masthead, Structure, Layout]:
    layout = laid(content)
    head, body = masthead.take(layout)
    return head, paragraphs.assemble(body), layout


def texts(content: bytes) -> list[tuple[str, str]]:
    """Label and text of each paragraph, and proof that nothing is lost on the way."""
    head, structure, layout = read(content)
    assert paragraphs.conserved(layout, head, structure) == 1.0
    return [(each.label, each.text) for each in structure.paragraphs]


def levels(*shapes: tuple[str, str], start: int = 1, more: str = "") -> str:
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for n, (kind, text) in enumerate(shapes)
    )


def lists(abstract: str, *nums: str) -> str:
    made = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/>{num}</w:num>' for n, num in enumerate(nums, 1)
    )
    return f'<w:abstractNum w:abstractNumId="7">{abstract}</w:abstractNum>{made}'


def test_typed_numbers_are_labels() -> None:
    """New York types its numbers and letters before a tab."""
    made = word(p("\t1.\tOne is:"), p("\t(a)\tHalf a lamp;"), p("\t(b)\tHalf a harbour."), p("2.\tTwo is."))

    assert texts(made) == [
        ("1", "One is:"), ("1(a)", "Half a lamp;"), ("1(b)", "Half a harbour."), ("2", "Two is."),
    ]  # fmt: skip


def test_numbers_of_sections_are_labels() -> None:
    """Budgets count the paragraphs of each section, 29A.1 and so on; a sum that begins a line is no number."""
    made = word(
        p("\t29A.1\tLamps are lit."),
        p("\t29A.2 \tThey burn."),
        p("3.5 million lamps are lit in the harbour."),
    )

    assert texts(made)[:2] == [("29A.1", "Lamps are lit."), ("29A.2", "They burn.")]
    assert read(made)[1].paragraphs[1].eid == "para_29A.2"
    assert texts(made)[2][1].startswith("3.5 million")


def test_counted_numbers_are_printed() -> None:
    """Geneva's numbers are counted by Word: each level with its own kind, begun anew under a higher one."""
    made = word(
        *(
            p("Lamps are lit:", num=(1, 0)),
            p("alpha;", num=(1, 1)),
            p("one;", num=(1, 2)),
            p("two;", num=(1, 2)),
        ),
        *(p("beta.", num=(1, 1)), p("Harbours are open:", num=(1, 0)), p("gamma.", num=(1, 1))),
        numbering=lists(levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")), ""),
    )

    assert [label for label, _ in texts(made)] == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2", "2(a)"]


ROMAN = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("", ["1.", "2.", "3."]),
        ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>', ["1.", "2.", "1."]),
        ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>', ["1.", "2.", "5."]),
        (f'<w:lvlOverride w:ilvl="0">{ROMAN}</w:lvlOverride>', ["1.", "2.", "III."]),
    ],
)
def test_a_list_that_shares_its_definition_goes_on_unless_it_says_otherwise(
    override: str, expected: list[str]
) -> None:
    """Two lists of one definition count together; an override starts again, elsewhere, or in another way."""
    made = word(
        *(p("Lamps are lit.", num=(1, 0)), p("They burn.", num=(1, 0)), p("They shine.", num=(2, 0))),
        numbering=lists(levels(("decimal", "%1.")), "", override),
    )

    assert [block.label for block in laid(made).blocks] == expected


@pytest.mark.parametrize(
    ("kind", "text", "count", "label"),
    [
        ("upperLetter", "%1.", 2, "B."),
        ("upperRoman", "%1.", 4, "IV."),
        ("lowerLetter", "%1)", 3, "c)"),
        ("lowerLetter", "(%1)", 27, "(aa)"),
        ("decimal", "(%1)", 9, "(9)"),
    ],
)
def test_each_kind_of_counting(kind: str, text: str, count: int, label: str) -> None:
    """Letters double after z, Roman numerals subtract, words around the number stay."""
    made = word(p("Lamps are lit.", num=(1, 0)), numbering=lists(levels((kind, text), start=count), ""))

    assert laid(made).blocks[0].label == label


def test_a_list_with_dots_has_bullets() -> None:
    """What is drawn before a bullet is no text, whatever its font."""
    made = word(
        p("1.\tLamps are:"), p("lit;", num=(1, 0)), p("burning.", num=(1, 0)),
        numbering=lists(levels(("bullet", "\uf0b7")), ""),
    )  # fmt: skip

    assert texts(made) == [("1", "Lamps are:"), ("1[b1]", "lit;"), ("1[b2]", "burning.")]


def test_a_style_may_count_and_list_zero_does_not() -> None:
    """Geneva's ParaNoG brings its number along; list 0 takes it away."""
    style = (
        '<w:style w:type="paragraph" w:styleId="ParaNoG"><w:name w:val="_ParaNo._G"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    made = word(
        p("Lamps are lit.", style="ParaNoG"),
        p("They burn for all who sail.", style="ParaNoG", num=(0, 0)),
        numbering=lists(levels(("decimal", "%1.")), ""),
        styles=style,
    )

    assert [block.label for block in laid(made).blocks] == ["1.", None]


def test_a_label_of_another_kind_is_text() -> None:
    """A counted "Question 1:" is printed before the paragraph, and no list of ours has it."""
    made = word(p("Are lamps lit?", num=(1, 0)), numbering=lists(levels(("decimal", "Question %1:")), ""))

    assert laid(made).blocks[0].text == "Question 1: Are lamps lit?"


def test_a_counted_heading_is_printed_with_its_number() -> None:
    """The path of a section names its headings as they are printed."""
    made = word(
        p("Introduction", style="HCh", num=(1, 0)), p("1.\tLamps are lit."),
        numbering=lists(levels(("upperRoman", "%1.")), ""),
    )  # fmt: skip

    assert read(made)[1].paragraphs[0].section_path == ("I. Introduction",)


FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>Resolution 70/1.</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/><w:t>A/99/9.</w:t></w:r></w:p><w:p><w:r><w:t>It says more.</w:t></w:r></w:p></w:footnote>'
)


def note(key: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def test_footnotes_are_counted_where_they_are_referred_to() -> None:
    """A note's number is the order of its reference, not its id; it stands at the right character."""
    made = word(
        p("1.\tLamps", inside=note(5) + r(" are lit.")), p("2.\tHarbours are open.", inside=note(2)), footnotes=FOOTNOTES
    )  # fmt: skip

    structure = read(made)[1]

    assert [(n.marker, n.text, n.paragraph_eid, n.anchor_char) for n in structure.footnotes] == [
        ("1", "A/99/9. It says more.", "para_1", 5),
        ("2", "Resolution 70/1.", "para_2", 18),
    ]
    assert texts(made) == [("1", "Lamps are lit."), ("2", "Harbours are open.")]


def test_endnotes_count_in_roman_numerals() -> None:
    """Endnotes have a counting of their own."""
    made = word(
        p("1.\tLamps are lit.", inside=note(3, "endnote")),
        endnotes='<w:endnote w:id="3"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t> Said so.</w:t></w:r></w:p></w:endnote>',
    )

    assert [(n.marker, n.text, n.anchor_char) for n in read(made)[1].footnotes] == [("i", "Said so.", 14)]


def test_a_note_may_have_a_star_for_a_number() -> None:
    """A mark of its own is typed behind the reference and before the note, and takes no number."""
    made = word(
        p(
            "1.\tLamps are lit.",
            inside='<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
        ),
        p("2.\tHarbours are open.", inside=note(5)),
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>* A star.</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="5"><w:p><w:r><w:t> One.</w:t></w:r></w:p></w:footnote>',
    )

    assert [(n.marker, n.text, n.paragraph_eid) for n in read(made)[1].footnotes] == [
        ("*", "A star.", "para_1"), ("1", "One.", "para_2"),
    ]  # fmt: skip


def test_raised_letters_are_marks_and_square_metres_are_not() -> None:
    """A raised `1` or `a` refers to a note, a raised 2 behind `km` and the `nd` of `2nd` are text."""
    up = '<w:vertAlign w:val="superscript"/>'
    made = word(
        p(
            "1.\tFrom 5 km",
            inside=r("2", up)
            + r(" on the 2")
            + r("nd", up)
            + r(" day they went")
            + r("1", up)
            + r("2", up)
            + r("."),
        )
    )

    block = laid(made).blocks[0]

    assert (block.text, [mark.marker for mark in block.marks]) == (
        "1. From 5 km2 on the 2nd day they went.",
        ["12"],
    )


def test_what_was_inserted_stays_and_what_was_deleted_goes() -> None:
    """Tracked changes are read as accepted; hidden text, field codes and what is said twice are no text."""
    made = word(
        p(
            "1.\tLamps ",
            inside="<w:ins>" + r("are ") + "</w:ins><w:del><w:r><w:delText>were </w:delText></w:r></w:del>"
            "<w:moveFrom>" + r("gone ") + "</w:moveFrom><w:moveTo>" + r("lit") + "</w:moveTo>" + r("unseen", "<w:vanish/>")
            + r(" today", '<w:vanish w:val="0"/>')
            + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
            + "<mc:AlternateContent><mc:Choice>" + r(", here") + "</mc:Choice><mc:Fallback>" + r(", here") + "</mc:Fallback></mc:AlternateContent>"
            + '<w:hyperlink r:id="x">' + r(" and there") + "</w:hyperlink>" + r("."),
        )
    )  # fmt: skip

    assert texts(made) == [("1", "Lamps are lit today, here and there.")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """Where the end of a paragraph was deleted, the next one goes on in its line."""
    made = word(
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('1.' + chr(9) + 'Lamps are')}</w:p>",
        p("lit."),
        p("2.\tThey burn."),
    )

    assert texts(made) == [("1", "Lamps are lit."), ("2", "They burn.")]


def test_hyphens_breaks_and_tabs_become_what_is_seen() -> None:
    """A hyphen that does not break is a hyphen, one that may break is none; a break inside a sentence is a space."""
    made = word(
        p(inside="<w:r><w:t>1.</w:t><w:tab/><w:t>Lamp</w:t><w:noBreakHyphen/><w:t>lit har</w:t><w:softHyphen/><w:t>bours\u00a0are</w:t>"
          '<w:br/><w:t>open.</w:t><w:br/><w:t>2.</w:t><w:tab/><w:t>They burn.</w:t><w:br w:type="page"/></w:r>')
    )  # fmt: skip

    assert texts(made) == [("1", "Lamp-lit harbours are open."), ("2", "They burn.")]


def test_a_text_box_stands_behind_its_paragraph() -> None:
    """A box is read once, after the paragraph that it hangs on."""
    box = f"<w:txbxContent>{p('A box says so.')}</w:txbxContent>"
    made = word(
        p("1.\tLamps are lit.", inside="<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing>"
          "</mc:Choice><mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    )  # fmt: skip

    assert [block.text for block in laid(made).blocks] == ["1. Lamps are lit.", "A box says so."]


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{p(text)}</w:tc>"


def test_cells_know_what_they_span() -> None:
    """Columns and rows that a cell spans are counted, and a row that was deleted is gone."""
    made = word(
        p("1.\tLamps are lit."),
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>", cell("Head", '<w:gridSpan w:val="2"/>'), "</w:tr>",
        "<w:tr>", cell("left", '<w:vMerge w:val="restart"/>'), cell("1"), "</w:tr>",
        "<w:tr>", cell("", "<w:vMerge/>"), cell("2"), "</w:tr>",
        "<w:tr><w:trPr><w:del/></w:trPr>", cell("gone"), cell("gone"), "</w:tr></w:tbl>",
    )  # fmt: skip

    cells = read(made)[1].cells

    assert [(c.row_ordinal, c.column_ordinal, c.row_span, c.column_span, c.is_header, c.text) for c in cells] == [
        (1, 1, 1, 2, True, "Head"), (2, 1, 2, 1, False, "left"), (2, 2, 1, 1, False, "1"), (3, 2, 1, 1, False, "2"),
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    """A summary's box and numbers set beside their texts are paragraphs."""
    made = word(
        "<w:tbl><w:tr>", cell("Summary"), "</w:tr><w:tr>", cell("All the lamps of the harbour are lit, and they burn for all."), "</w:tr></w:tbl>",
        p("I.\tLamps", style="HCh"),
        "<w:tbl><w:tr>", cell("1."), cell("The lamps of one harbour are lit."), "</w:tr>",
        "<w:tr>", cell("2."), cell("The lamps of two harbours are lit."), "</w:tr></w:tbl>",
    )  # fmt: skip

    assert [label for label, _ in texts(made)] == ["summary-1", "1", "2"]
    assert read(made)[1].cells == ()


def test_contents_are_set_aside() -> None:
    """A list of contents repeats the headings, and is no table."""
    made = word(
        p("Contents", style="HCh"), p(), "<w:tbl><w:tr>", cell("Introduction"), cell("2"), "</w:tr></w:tbl>",
        p("I.\tIntroduction", style="HCh"), p("1.\tLamps are lit."),
    )  # fmt: skip

    structure = read(made)[1]

    assert ([s.heading for s in structure.sections], structure.cells) == (["I. Introduction"], ())
    assert ("navigation", "Introduction 2") in [(piece.reason, piece.text) for piece in structure.set_aside]


def test_styles_of_the_united_nations_are_headings() -> None:
    """HCh, H1, H23 and H4 go ever deeper; a heading of two lines in one style is one."""
    made = word(
        p("I.\tProgress", style="HCh"), p("Subprogramme 6", style="H1"), p("Trade", style="H1"), p(), p("Lamps", style="H23"),
        p("1.\tLamps are lit."),
    )  # fmt: skip

    assert read(made)[1].paragraphs[0].section_path == ("I. Progress", "Subprogramme 6 Trade", "Lamps")


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


def many(count: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for n in range(count):
            file.writestr(f"word/{n}.xml", "")
    return target.getvalue()


def nested(depth: int) -> bytes:
    return word(
        "<w:tbl><w:tr><w:tc>" * depth + p("deep") + "</w:tc></w:tr></w:tbl>" * depth, p("1.\tLamps are lit.")
    )


def boxed(depth: int) -> str:
    """A box in a box: whoever reads each of them twice never ends."""
    return (
        p("deep")
        if not depth
        else p(inside=f"<w:r><w:pict><w:txbxContent>{boxed(depth - 1)}</w:txbxContent></w:pict></w:r>")
    )


def locked(content: bytes) -> bytes:
    """The same with the flag of encryption set for each part."""
    made = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = made.find(sign)
        while start >= 0:
            struct.pack_into("<H", made, start + at, 1)
            start = made.find(sign, start + 4)
    return bytes(made)


ONE = word(p("1.\tLamps are lit."))
BOMB = "<w:p><w:r><w:t>lamp</w:t></w:r></w:p>" * 900_000
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "document type": (
        lambda: changed(ONE, "word/document.xml", lambda t: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + t),
        "hostile-xml",
    ),
    "document type in the styles": (lambda: changed(ONE, "word/styles.xml", lambda t: "<!DOCTYPE w>" + t), "hostile-xml"),
    "document type made by trimming": (
        lambda: changed(ONE, "word/document.xml", lambda t: '<!DOC<w:tabs><w:tab w:x=""/></w:tabs>TYPE w>' + t), "hostile-xml",
    ),
    "bomb": (lambda: word(BOMB), "too-complex"),
    "a hundred thousand parts": (lambda: many(100_000), "too-complex"),
    "cut": (lambda: ONE[: len(ONE) // 2], "broken"),
    "not well-formed": (lambda: changed(ONE, "word/document.xml", lambda t: t[:-20]), "broken"),
    "no body": (lambda: changed(ONE, "word/document.xml", lambda t: t.replace("w:body", "w:other")), "broken"),
    "tables in tables": (lambda: nested(40), "too-complex"),
    "nested beyond all measure": (lambda: nested(200), "broken"),
    "boxes in boxes": (lambda: word(boxed(25)), "too-complex"),
    "locked parts": (lambda: locked(ONE), "encrypted"),
    "password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(512), "encrypted",
    ),
    "a workbook by another name": (lambda: zipped({"xl/workbook.xml": "<a/>"}), "unknown-type"),
    "nothing said": (lambda: word(p()), "no-text"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_with_a_reason_and_soon(case: str) -> None:
    """Each kind of attack or damage has its reason, and none takes long."""
    make, reason = HOSTILE[case]
    content = make()
    began = time.perf_counter()

    with pytest.raises(Refusal) as refusal:
        read(content)

    assert refusal.value.reason == reason
    assert time.perf_counter() - began < 2


def test_a_paragraph_of_very_many_runs_takes_no_long_time() -> None:
    """Runs are put together once, however many there are: each letter of A/80/604 may be one."""
    made = word(p("1.\tLamps are lit.", inside="".join(r(f" {n % 97}a") for n in range(60_000))))
    began = time.perf_counter()

    assert len(laid(made).blocks) == 1
    assert time.perf_counter() - began < 5


def test_names_do_not_decide() -> None:
    """A Word file is one by its parts, whatever it is called."""
    assert formats.lay_out(ONE, "text/plain", "A_999_1.txt").media_type.endswith("wordprocessingml.document")


WORDS = st.lists(
    st.sampled_from(["lamps", "harbours", "the", "of", "burn", "sail", "all", "light"]),
    min_size=4,
    max_size=12,
)
SENTENCE = WORDS.map(lambda words: f"The {' '.join(words)} are lit.")
ITEM = st.tuples(SENTENCE, st.integers(0, 3), st.booleans())


@settings(max_examples=25)
@given(
    sections=st.lists(st.lists(ITEM, min_size=1, max_size=4), min_size=1, max_size=3),
    is_counted=st.booleans(),
)
def test_what_python_docx_writes_is_read_again(
    sections: Sequence[Sequence[tuple[str, int, bool]]], is_counted: bool
) -> None:
    """Any structure of headings, numbered paragraphs, subparagraphs and notes comes back as it was written."""
    body: list[str] = []
    expected: list[tuple[str, str]] = []
    notes: list[tuple[str, str, str, int]] = []
    number = 0
    for n, section in enumerate(sections):
        body.append(p(f"{'I' * (n + 1)}.\tHeading of part {n + 1}", style="HCh"))
        for sentence, points, is_noted in section:
            number += 1
            said = sentence[:-1] + ":" if points else sentence
            reference = note(number + 10) if is_noted else ""
            typed = "" if is_counted else f"{number}.\t"
            body.append(p(typed + said, num=(1, 0) if is_counted else None, inside=reference))
            expected.append((str(number), said))
            for k in range(points):
                letter, end = chr(97 + k), "." if k + 1 == points else ";"
                text = f"Point of light{end}"
                body.append(
                    p(text if is_counted else f"({letter})\t{text}", num=(1, 1) if is_counted else None)
                )
                expected.append((f"{number}({letter})", text))
            if is_noted:
                notes.append((str(len(notes) + 1), f"Note {number}.", f"para_{number}", len(said)))
    made = word(
        *body,
        numbering=lists(levels(("decimal", "%1."), ("lowerLetter", "(%2)")), ""),
        footnotes="".join(
            f'<w:footnote w:id="{int(text[5:-1]) + 10}"><w:p><w:r><w:footnoteRef/><w:t> {text}</w:t></w:r></w:p></w:footnote>'
            for _, text, _, _ in notes
        ),
    )  # fmt: skip

    assert texts(made) == expected
    structure = read(made)[1]
    assert len(structure.sections) == len(sections)
    assert [(f.marker, f.text, f.paragraph_eid, f.anchor_char) for f in structure.footnotes] == notes


@pytest.mark.skipif(not REAL.is_dir(), reason="the corpus of real files is not here")
@pytest.mark.parametrize(
    ("name", "symbol", "last", "job"),
    [
        ("A_80_590.docx", "A/80/590", "79", "26-00248"),
        ("A_80_604_Add.9.docx", "A/80/604/Add.9", "66", "26-04885"),
        ("A_81_6_(SECT._25).docx", "A/81/6 (Sect. 25)", "25.26", "26-01923"),
    ],
)
def test_real_files_are_read_whole(name: str, symbol: str, last: str, job: str, reference: Gazetteer) -> None:
    """Masthead, every number and every character of files as the United Nations gives them out."""
    made = document.read((REAL / name).read_bytes(), None, Hint(name), reference)

    numbered = [each.label for each in made.structure.paragraphs if each.label.replace(".", "").isdigit()]
    assert (made.identity.symbols[0], numbered[-1], made.text_conserved) == (symbol, last, 1.0)
    assert len(numbered) == int(last.rpartition(".")[2])
    assert made.masthead.job_number is not None
    assert made.masthead.job_number.startswith(job)


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
