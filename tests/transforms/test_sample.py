"""The built-in sample, read: its numbering, its joins over pages, its notes, and all of its characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from transforms import corpus, document
from transforms.document import Document
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.tables import tables_of

Sample = Mapping[str, Document | Refusal]

REPORT = "coastal-warning-report.txt"
JOINT = "A_999_45&S_2096_67-EN.txt"
ASSEMBLY = "A_RES_999_3-EN.txt"
COUNCIL = "S_RES_9990_(2096)-EN.txt"
LETTER = "fiji-letter.txt"
MARKDOWN = "A_HRC_999_21.md"
SCHOOLS = "harbour-schools.html"
PAGE = "coastal-warning-partners_webpage.html"
CORRIGENDUM = "A_999_12_Corr.1-EN.txt"
PRINTED = "A_999_58.pdf"
WORD = "E_2096_21.docx"

IDENTITIES = {
    REPORT: ("A/999/12@en", "report"),
    JOINT: ("A/999/45@en", "report"),
    ASSEMBLY: ("A/RES/999/3@en", "resolution"),
    COUNCIL: ("S/RES/9990 (2096)@en", "resolution"),
    LETTER: ("S/2096/4@en", "letter"),
    MARKDOWN: ("A/HRC/999/21@en", "report"),
    SCHOOLS: ("E/2096/8@en", "report"),
    PAGE: ("web:coastal-warning-partners@en", "web_page"),
    CORRIGENDUM: ("A/999/12/Corr.1@en", "corrigendum"),
    PRINTED: ("A/999/58@en", "report"),
    WORD: ("E/2096/21@en", "report"),
}
TEXTS = [name for name in IDENTITIES if name not in {PRINTED, WORD}]
REFUSED = {"A_999_98-EN.txt": "unknown-type", "talking-points.txt": "no-symbol"}
NUMBERED = {
    REPORT: (14,),
    JOINT: (10,),
    ASSEMBLY: (8,),
    COUNCIL: (5,),
    LETTER: (3,),
    MARKDOWN: (8,),
    SCHOOLS: (6,),
    PAGE: (),
    PRINTED: (8, 2),
    WORD: (6,),
}
PARTS = {
    REPORT: ("6(a)", "6(b)", "6(b)(i)", "6(b)(ii)", "6(c)", "10[q1]", "summary-1", "summary-2"),
    JOINT: ("5[b1]", "5[b2]", "5[b3]", "9(a)", "9(b)", "summary-1", "summary-2"),
    ASSEMBLY: ("3(a)", "3(b)"),
    LETTER: ("annex-1:1", "annex-1:2", "annex-1:3", "annex-1:3(a)", "annex-1:3(b)"),
    MARKDOWN: ("5(a)", "5(b)", "summary-1"),
    SCHOOLS: ("2[b1]", "2[b2]", "2[b3]", "4[q1]", "6(a)", "6(b)"),
    PAGE: ("caption", "p1", "p2", "p3"),
    PRINTED: (
        "summary-1",
        "summary-2",
        "5[b1]",
        "5[b3]",
        "6[q1]",
        "7(b)(i)",
        "7(b)(ii)",
        "7(c)",
        "annex-1:1",
        "annex-1:2",
    ),
    WORD: ("3(a)", "3(c)", "caption"),
}
FURNITURE = (
    "96-00412",
    "96-01876",
    "GE.96-03118",
    "96-02219",
    "96-02407",
    "*9602219*",
    "3/4",
    "4/4",
    "2/5",
    "5/5",
    "Home",
    "Fraud alert",
    "window.visits",
)


def read(sample: Sample, name: str) -> Document:
    made = sample[name]
    assert isinstance(made, Document), made
    return made


def texts(made: Document) -> dict[str, str]:
    return {paragraph.label: paragraph.text for paragraph in made.structure.paragraphs}


@pytest.mark.parametrize("name", IDENTITIES)
def test_a_document_knows_who_it_is(sample: Sample, name: str) -> None:
    """Symbol, language and kind come from the masthead, whatever the file is called."""
    made = read(sample, name)

    assert (made.id, made.kind) == IDENTITIES[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_file_is_refused_with_its_reason(sample: Sample, name: str) -> None:
    """What is no document is refused with a short code and a message that names the file."""
    made = sample[name]

    assert isinstance(made, Refusal)
    assert made.reason == REFUSED[name]
    assert name in made.message


def test_a_joint_symbol_is_two_symbols(sample: Sample) -> None:
    """A document of two organs carries both symbols, in the order printed."""
    assert read(sample, JOINT).identity.symbols == ("A/999/45", "S/2096/67")


@pytest.mark.parametrize("name", NUMBERED)
def test_numbering_has_no_gap(sample: Sample, name: str) -> None:
    """Every numbered paragraph is there once, in order, an annex's after the body's, and nothing else has a number."""
    numbers = [p.number for p in read(sample, name).structure.paragraphs if p.number is not None]

    assert numbers == [n for count in NUMBERED[name] for n in range(1, count + 1)]


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_paragraphs_have_labels_of_their_own(sample: Sample, name: str) -> None:
    """Subparagraphs, bullets, quotations, summaries and annexes can each be quoted."""
    assert set(PARTS[name]) <= texts(read(sample, name)).keys()


@pytest.mark.parametrize("name", IDENTITIES)
def test_every_character_is_accounted_for(sample: Sample, name: str) -> None:
    """All visible characters of the source stand in exactly one place."""
    assert read(sample, name).text_conserved == 1.0


@pytest.mark.parametrize("name", IDENTITIES)
def test_no_furniture_is_left_in_a_paragraph(sample: Sample, name: str) -> None:
    """Page numbers, job numbers, menus and scripts are in no paragraph."""
    found = [
        (label, mark)
        for label, text in texts(read(sample, name)).items()
        for mark in FURNITURE
        if mark in text
    ]

    assert found == []


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        (REPORT, "7", "the forecast had been wrong about the hour by almost half a tide."),
        (JOINT, "3", "agreed that a missing reading is itself a message and must be passed on."),
        (PRINTED, "2", "which paid for the ink."),
        (PRINTED, "8", "return to the matter at its one-thousandth session."),
    ],
)
def test_a_sentence_runs_on_over_the_page(sample: Sample, name: str, label: str, words: str) -> None:
    """Page furniture inside a sentence leaves no trace in it."""
    assert texts(read(sample, name))[label].endswith(words)


def test_resolutions_have_preambular_and_operative_parts(sample: Sample) -> None:
    """What recalls is preambular and has no number; what decides is operative and has one."""
    kinds = [p.kind for p in read(sample, ASSEMBLY).structure.paragraphs]

    assert kinds[:4] == ["preambular"] * 4
    assert kinds.count("operative") == 8


@pytest.mark.parametrize(
    ("name", "marker", "label", "before"),
    [
        (REPORT, "1", "1", "harbour schools (E/2096/8)."),
        (REPORT, "2", "7", "The gauge was in service within a day."),
        (MARKDOWN, "1", "1", "stated as much in its resolution 998/7,"),
        (MARKDOWN, "3", "3", "walked uphill for eleven minutes on average."),
        (SCHOOLS, "2", "5", "the lessons drawn in Nairobi."),
        (PRINTED, "2", "4", "in areas of armed conflict civilian objects."),
        (WORD, "2", "5", "no lamp should be left to itself on their account"),
    ],
)
def test_notes_hang_on_the_word_they_follow(
    sample: Sample, name: str, marker: str, label: str, before: str
) -> None:
    """A footnote knows its paragraph and the offset after which its mark stood."""
    made = read(sample, name)
    note = next(n for n in made.structure.footnotes if n.marker == marker)
    paragraph = next(p for p in made.structure.paragraphs if p.eid == note.paragraph_eid)

    assert paragraph.label == label
    assert paragraph.text[: note.anchor_char].endswith(before)


def test_a_table_becomes_cells(sample: Sample) -> None:
    """Header cells span as they do on the page; a body row is four cells."""
    cells = read(sample, SCHOOLS).structure.cells
    kingston = next(c for c in cells if c.text == "Kingston")

    assert [c.text for c in cells if c.row_ordinal == kingston.row_ordinal] == [
        "Kingston",
        "30",
        "27",
        "58,500",
    ]
    assert {(c.text, c.row_span, c.column_span) for c in cells if c.is_header} == {
        ("Harbour", 2, 1), ("Pupils", 1, 2), ("Cost (United States dollars)", 2, 1), ("Begun", 1, 1), ("Passed", 1, 1),
    }  # fmt: skip


def test_offsets_give_the_words_back(sample: Sample) -> None:
    """Every mention and citation lies inside its passage and is not blank."""
    for made in sample.values():
        if isinstance(made, Document):
            for found in (*made.findings.mentions, *made.findings.citations):
                words = made.passages[found.passage].text[found.start : found.end]
                assert words
                assert words == words.strip()


@pytest.mark.parametrize(
    ("citing", "cited"),
    [
        ("A/999/12@en#para_1", "A/RES/999/3@en#para_7"),
        ("S/2096/4@en#p_2", "A/RES/999/3@en#para_3__point_a"),
        ("S/RES/9990 (2096)@en#preamble__p_3", "A/RES/999/3@en#para_3"),
        ("A/999/45@en#para_4", "S/RES/9990 (2096)@en#para_3"),
        ("E/2096/8@en#para_6", "A/RES/999/3@en#para_4"),
        ("E/2096/8@en#footnote_2", "A/999/45@en#para_5"),
        ("A/999/58@en#para_7__point_a", "A/999/45@en#para_9__point_a"),
        ("E/2096/21@en#footnote_1", "A/999/58@en#para_5"),
        ("E/2096/21@en#para_6", "A/RES/999/3@en#para_4"),
    ],
)
def test_citations_lead_to_the_paragraph_cited(sample: Sample, citing: str, cited: str) -> None:
    """A pinpoint between two held documents resolves to the paragraph itself."""
    merged = corpus.merge(
        tables_of(made, content_sha256="0" * 64, reader_fingerprint="1" * 16)
        for made in sample.values()
        if isinstance(made, Document)
    )

    targets = [
        row["cited_paragraph_id"]
        for row in merged["citations"].to_pylist()
        if citing in (row["paragraph_id"], row["footnote_id"])
    ]

    assert cited in targets


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda raw: raw.replace(b"\n", b"\r\n"), id="dos-line-ends"),
        pytest.param(lambda raw: b"\xef\xbb\xbf" + raw, id="byte-order-mark"),
        pytest.param(lambda raw: raw + b"\n\n\n", id="blank-lines-at-the-end"),
    ],
)
def test_the_way_a_file_was_saved_changes_no_paragraph(
    sample: Sample, reference: Gazetteer, name: str, spoil: Callable[[bytes], bytes]
) -> None:
    """Line ends, a byte order mark and blank lines at the end leave labels and texts as they were."""
    raw = (Path(__file__).parents[2] / "flows" / "sample_corpus" / name).read_bytes()

    again = document.read(spoil(raw), None, Hint(name=name), reference)

    assert texts(again) == texts(read(sample, name))
    assert again.text_conserved == 1.0
