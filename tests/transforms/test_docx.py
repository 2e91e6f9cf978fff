"""Word files become layouts: what is printed, as it is printed, whoever made the file and however."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.wordfile import (
    NAMES,
    changed,
    laid,
    levels,
    lists,
    note,
    p,
    r,
    read,
    texts,
    word,
)
from transforms import document, formats
from transforms.formats.docx.looks import COLUMNS, Looks
from transforms.formats.docx.runs import pieces
from transforms.formats.docx.styles import Styles
from transforms.formats.docx.trimming import trim
from transforms.formats.parts import parse
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

REAL = Path(__file__).parents[3] / "shared" / "corpus" / "docx"


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


def test_styles_of_the_united_nations_are_headings() -> None:
    """HCh, H1, H23 and H4 go ever deeper; a heading of two lines in one style is one."""
    made = word(
        p("I.\tProgress", style="HCh"), p("Subprogramme 6", style="H1"), p("Trade", style="H1"), p(), p("Lamps", style="H23"),
        p("1.\tLamps are lit."),
    )  # fmt: skip

    assert read(made)[1].paragraphs[0].section_path == ("I. Progress", "Subprogramme 6 Trade", "Lamps")


def field(code: str, result: str) -> str:
    """A field as Word writes it: its code, and what stands there for it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + code + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + result + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip


def test_a_field_says_its_result_and_not_its_code() -> None:
    """A reference's result is text; a result that only decides another field's code is none."""
    code = "<w:r><w:instrText>IF </w:instrText></w:r>" + field(
        "<w:r><w:instrText>PAGE</w:instrText></w:r>", r("7")
    )
    made = word(
        p("1.\tSee paragraph ", inside=field(code, r("12")) + r(".")),
        p(
            "2.\tThey burn",
            inside='<w:fldSimple w:instr="REF x">' + r(" still") + "</w:fldSimple>" + r("."),
        ),
    )

    assert texts(made) == [("1", "See paragraph 12."), ("2", "They burn still.")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "\u2713"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B1"/></w:r>', "\u00b1"),
        ("<w:smartTag>" + r("Geneva") + "</w:smartTag>", "Geneva"),
        ("<w:sdt><w:sdtContent>" + r("Geneva") + "</w:sdtContent></w:sdt>", "Geneva"),
        (r("\u0627\u0644\u0623\u0645\u0645 12", "<w:rtl/>"), "\u0627\u0644\u0623\u0645\u0645 12"),
        ("<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>", "3/4"),
        ("<w:ruby><w:rt>" + r("above") + "</w:rt><w:rubyBase>" + r("below") + "</w:rubyBase></w:ruby>", "below"),
        ('<w:commentRangeStart w:id="1"/>' + r("said") + '<w:r><w:commentReference w:id="1"/></w:r>', "said"),
        (r("12") + "<w:r><w:noBreakHyphen/></w:r>" + r("34"), "12-34"),
    ],
)  # fmt: skip
def test_what_stands_in_a_line_is_read(inside: str, expected: str) -> None:
    """Symbols, tags, controls, right-to-left runs, formulas and hyphens are text; readings and comments are none."""
    made = word(p("1.\tLamps: ", inside=inside + r(".")))

    assert texts(made) == [("1", f"Lamps: {expected}.")]


def test_comments_are_no_text() -> None:
    """What an editor remarks in the margin is not printed."""
    remark = '<w:comment w:id="1">' + p("Check the lamps.") + "</w:comment>"
    made = word(p("1.\tLamps are lit."), comments=remark)

    assert "Check" not in laid(made).source


def strict(text: str) -> str:
    """The same part with the names that the strict kind of the standard gives."""
    for usual, name in (
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "officeDocument/relationships",
        ),
    ):
        text = text.replace(usual, f"http://purl.oclc.org/ooxml/{name}")
    return text


def test_the_strict_kind_of_file_is_read() -> None:
    """Files of the strict standard have other names for the same elements."""
    made = changed(word(p("1.\tLamps are lit.", style="SingleTxt")), "word/document.xml", strict)

    assert texts(made) == [("1", "Lamps are lit.")]


def test_a_style_that_was_changed_is_the_new_one() -> None:
    """A tracked change of looks keeps the old ones in the paragraph; they count no more."""
    old = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="HCh"/></w:pPr></w:pPrChange>'
    made = word(f'<w:p><w:pPr><w:pStyle w:val="SingleTxt"/>{old}</w:pPr>{r("Lamps are lit.")}</w:p>')

    assert [block.style for block in laid(made).blocks] == ["plain"]


LOOKS = st.lists(
    st.sampled_from(
        [
            '<w:sz w:val="20"/>', '<w:spacing w:val="4"/>', '<w:lang w:val="en-GB"/>', "<w:b/>", "<w:i/>", "<w:rtl/>", "<w:bCs/>",
            '<w:rFonts w:ascii="Times New Roman"/>', '<w:vertAlign w:val="superscript"/>', "<w:vanish/>", '<w:rStyle w:val="Strong"/>',
        ]
    ),
    max_size=5,
)  # fmt: skip
PIECE = st.text(alphabet='ab1 \u00e9\u0431<>&"/=:w\u4e2d', max_size=12)


@settings(max_examples=60)
@given(runs=st.lists(st.tuples(LOOKS, PIECE), max_size=6), is_tabbed=st.booleans())
def test_trimming_takes_no_text_away(runs: Sequence[tuple[Sequence[str], str]], is_tabbed: bool) -> None:
    """Whatever is said of looks, and whatever a text holds, the texts and the properties that matter are as before."""
    tabs = '<w:tabs><w:tab w:val="left" w:pos="20"/></w:tabs>'
    body = "".join(
        f'<w:r w:rsidR="00A1"><w:rPr>{"".join(looks)}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t><w:tab/></w:r>'
        for looks, text in runs
    )
    part = f'<w:tc {NAMES}><w:tcPr><w:tcBorders><w:top w:val="nil"/></w:tcBorders><w:gridSpan w:val="2"/></w:tcPr><w:p w:rsidR="00A1"><w:pPr>{tabs if is_tabbed else ""}<w:jc w:val="both"/></w:pPr>{body}</w:p></w:tc>'

    whole, trimmed = parse(part.encode(), "a.xml"), parse(trim(part.encode()), "a.xml")

    looks_before, looks_after = Looks(Styles(None)), Looks(Styles(None))
    assert "".join(trimmed.itertext()) == "".join(whole.itertext())
    before = pieces(looks_before.add(whole)[1], looks_before)
    after = pieces(looks_after.add(trimmed)[1], looks_after)
    assert looks_after.value(trimmed, COLUMNS) == "2"
    assert (after.text, after.parts) == (before.text, before.parts)


def test_names_do_not_decide() -> None:
    """A Word file is one by its parts, whatever it is called."""
    made = word(p("1.\tLamps are lit."))

    assert formats.lay_out(made, "text/plain", "A_999_1.txt").media_type.endswith("wordprocessingml.document")


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
