"""Blocks become the paragraphs by which a document is quoted."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms import formats, masthead, paragraphs
from transforms.errors import Refusal
from transforms.paragraphs import Footnote, Paragraph, Structure
from transforms.paragraphs.labels import Reading, choose, read
from transforms.paragraphs.references import find_glued


def structured(text: str) -> Structure:
    _, body = masthead.take(formats.lay_out(text.encode(), None, "A_999_1.txt"))
    return paragraphs.assemble(body)


def labelled(text: str) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in structured(text).paragraphs]


def headed(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.label, p.section_path) for p in structured(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. One is.\n\n2. Two:\n\n(a) Half;\n\n(b) Rest:\n\n(i) More;\n\n(ii) Less;\n\n(c) End.\n\n3. Three is.", ["1", "2", "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)", "2(c)", "3"]),
        ("1. One:\n\n- First;\n- Second.\n\n2. Two is.", ["1", "1[b1]", "1[b2]", "2"]),
        ("- 1. One:\n- (a) Half;\n- (b) Rest.\n- 2. Two is.", ["1", "1(a)", "1(b)", "2"]),
        ("1. It said:\n\n\u201cWe meet:\n\n\u201c(a) By the sea.\u201d\n\n2. Two is.", ["1", "1[q1]", "1[q2]", "2"]),
        ("Summary\n\nFirst is.\n\nSecond is.\n\nI. Start\n\n1. One is.", ["summary-1", "summary-2", "1"]),
        ("1. One is.\n\nAnnex\n\n1. Annexed is.\n\n2. Too.\n\nAnnex II\n\n1. Again is.", ["1", "annex-1:1", "annex-1:2", "annex-2:1"]),
        ("1. One:\n\n(h) Eight;\n\n(i) Nine;\n\n(j) Ten.\n\n2. Two is.", ["1", "1(h)", "1(i)", "1(j)", "2"]),
        ("1. One: (a) half; and (b) rest.\n\n2. Two is.", ["1", "2"]),
        ("1. One is.\n\n3. Three is.\n\n4. Four is.", ["1", "3", "4"]),
    ],
)  # fmt: skip
def test_labels_are_those_by_which_paragraphs_are_quoted(text: str, found: list[str]) -> None:
    """Numbers, letters, bullets, quotations, summaries and annexes."""
    assert [label for label, _ in labelled(text)] == found


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("1. The lamps of\n\n31-01234 **3/20**\n\nthe harbour are lit.", "The lamps of the harbour are lit."),
        (
            "1. From 30 November to\n\n11/20 11/20\n\n2 December 2031 they met.",
            "From 30 November to 2 December 2031 they met.",
        ),
        (
            "1. Ships of the Northern\n\nLamp Society came.\n\n2. They left.",
            "Ships of the Northern Lamp Society came.",
        ),
        ("- 1. Along the\n\n31-01234 7/20\n\n- entire coast.", "Along the entire coast."),
        (
            "1. It was signed in April;\n\nand the rest in May.",
            "It was signed in April; and the rest in May.",
        ),
        (
            "1. The Ten-Year Capacity-\n\n3/20\n\nBuilding Programme.",
            "The Ten-Year Capacity-Building Programme.",
        ),
        ("1. As in article\n\n12. The rest follows.\n\n2. Two is.", "As in article 12. The rest follows."),
    ],
)
def test_paragraphs_are_whole_over_page_breaks(text: str, joined: str) -> None:
    """Furniture, empty lines and dashes inside a sentence do not end it."""
    assert labelled(text)[0] == ("1", joined)


def test_headings_that_look_like_items_are_headings() -> None:
    """A number that is not due, and a letter above a numbered paragraph, head what follows."""
    text = (
        "II. Work\n\n1. One is:\n\n(a) Standby lamps\n\n2. Two is.\n\n(b) Rapid lamps\n\n3. Three is.\n\n"
        "B. More\n\n1. Ten-Year Programme\n\n4. Four is.\n\n2. Harbours\n\n5. Five is."
    )

    assert headed(text) == [
        ("1", ("II. Work",)),
        ("2", ("II. Work", "(a) Standby lamps")),
        ("3", ("II. Work", "(b) Rapid lamps")),
        ("4", ("II. Work", "B. More", "1. Ten-Year Programme")),
        ("5", ("II. Work", "B. More", "2. Harbours")),
    ]


def test_levels_of_markdown_do_not_mislead() -> None:
    """Where headings carry numerals and letters, those say how deep they stand, not the hashes."""
    text = "## I. A\n\n1. One is.\n\n### A. B\n\n#### Free\n\n2. Two is.\n\n### Other\n\n3. Three is.\n\n#### B. C\n\n4. Four is.\n\n### II. D\n\n5. Five is."

    assert [path for _, path in headed(text)] == [
        ("I. A",), ("I. A", "A. B", "Free"), ("I. A", "A. B", "Other"), ("I. A", "B. C"), ("II. D",),
    ]  # fmt: skip


WRAPPED = """ Summary
 The lamps of the harbour were counted in the spring of the year, and the
Council should: (a) count them again in the autumn, with care and with the
(b) help of others.

I. Introduction

1. In its resolution the Council asked for a count of lamps, which was begun
on 28 March 2031.1 The count took a week and ended at the eastern pier of the
(2031)). It was not easy.

__________________

 1  Resolution 9999 (2031), by which the Council asked
for the count.
 2. The second count was held in the dark, and found more lamps than there had
been by day, as was to be expected by all.
"""


def test_wrapped_lines_become_paragraphs() -> None:
    """Lines that begin with a bracket or a number inside a sentence begin nothing."""
    structure = structured(WRAPPED)

    assert [p.label for p in structure.paragraphs] == ["summary-1", "1", "2"]
    assert structure.paragraphs[1].text.endswith("the eastern pier of the (2031)). It was not easy.")
    note = structure.footnotes[0]
    assert (note.marker, note.text) == (
        "1",
        "Resolution 9999 (2031), by which the Council asked for the count.",
    )
    assert structure.paragraphs[1].text[: note.anchor_char or 0].endswith("28 March 2031.")


@pytest.mark.parametrize(
    ("text", "marker", "before"),
    [
        ("of 28 March 2007.1", "1", "2007."),
        ("the African Standby Force.3 This major", "3", "Force."),
        ("Human Rights Council resolution 4/8,6 in which", "6", "4/8,"),
        ("the enabling resolution12 makes", "12", "resolution"),
        ("of the Council\u201d.5 The", "5", "\u201d."),
        ("armed conflict. 4 The", "4", "conflict."),
        ("in pledges of 1.3 billion", "3", None),
        ("in 30 States", "3", None),
    ],
)
def test_glued_note_numbers_are_found(text: str, marker: str, before: str | None) -> None:
    """A digit that hangs on a word or a full stop is a note's; a decimal or a count is not."""
    span = find_glued(text, marker)

    assert (text[: span[0]].endswith(before) if span and before else span is None) is True


def test_notes_are_attached_to_the_place_that_refers_to_them() -> None:
    """Raised numbers leave the text, wherever on the page the notes stand."""
    text = "1. Lamps,<sup>1</sup> and the sea.<sup>2</sup>\n\n---\n\n<sup>1</sup> Resolution 1/1.\n\n<sup>2</sup> Ibid.\n\n2. More is."
    structure = structured(text)

    assert [(n.eid, n.paragraph_eid, n.anchor_char, n.text) for n in structure.footnotes] == [
        ("footnote_1", "para_1", 6, "Resolution 1/1."),
        ("footnote_2", "para_1", 19, "Ibid."),
    ]
    assert structure.paragraphs[0].text == "Lamps, and the sea."


RESOLUTION = """The General Assembly,

Recalling its resolution 998/1,

Noting the report,

1. Decides to meet:

(a) By day;

(b) By night;

2. Also requests the Secretary-General to report.

3. The rest is as before.
"""


def test_a_resolution_has_a_preamble_and_operative_paragraphs() -> None:
    """Preambular paragraphs stand before the first number; operative ones begin with a verb."""
    kinds = [(p.label, p.kind) for p in structured(RESOLUTION).paragraphs]

    assert kinds == [
        ("p1", "preambular"), ("p2", "preambular"), ("p3", "preambular"), ("1", "operative"), ("1(a)", "subparagraph"),
        ("1(b)", "subparagraph"), ("2", "operative"), ("3", "paragraph"),
    ]  # fmt: skip


def test_a_letter_has_a_signature() -> None:
    """What follows the opening of a letter is a letter, to the name under it."""
    text = "I have the honour to write.\n\nPlease read it.\n\n(Signed) A. Keeper\nHarbour Master\n\nAnnex\n\n1. Lamps are lit."

    assert [(p.eid, p.kind) for p in structured(text).paragraphs] == [
        ("p_1", "letter"), ("p_2", "letter"), ("p_3", "signature"), ("annex_1__para_1", "paragraph"),
    ]  # fmt: skip


def test_contents_are_set_aside() -> None:
    """Entries with leaders, tabs or page numbers are no headings."""
    text = "Contents\n\n\tParagraphs\tPage\nI. Start\t1\u20132\t3\nII. End . . . . . 3\n\nI. Start\n\n1. One is.\n\nII. End\n\n2. Two is."

    assert headed(text) == [("1", ("I. Start",)), ("2", ("II. End",))]


def test_a_text_without_a_paragraph_is_refused() -> None:
    """Headings alone are no document."""
    with pytest.raises(Refusal) as refusal:
        structured("# Only a heading\n")

    assert refusal.value.reason == "no-text"


def test_a_label_continues_the_list_it_fits() -> None:
    """After (h) comes the letter i; after a colon comes the numeral i."""
    label = read("(i) Lamps")
    assert label is not None
    letters = [Reading("parenthesis:letter", 8)]

    assert choose(label, letters, opens=False) == (0, Reading("parenthesis:letter", 9))
    assert choose(label, letters, opens=True) == (1, Reading("parenthesis:roman", 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. One is.\n\n2.\n\nTwo is.\n\n3. Three is.", [("1", "One is."), ("2", "Two is."), ("3", "Three is.")]),
        ("1. One:\n\n(a)\n\nhalf;\n\n(b)\n\nrest.\n\n2. Two is.", [("1", "One:"), ("1(a)", "half;"), ("1(b)", "rest."), ("2", "Two is.")]),
        ("1. One:\n\n\u2022\n\nHalf;\n\n\u2022\nRest.\n\n\u2022", [("1", "One:"), ("1[b1]", "Half;"), ("1[b2]", "Rest.")]),
        ("1. One is.\n\n(1)\n\n(2)\n\n(3)\n\n2. Two is.\n\n3.", [("1", "One is."), ("2", "Two is.")]),
        ("1. One is.\n\n2.\n\n(a) Half;\n\n(b) Rest.\n\n3. Three is.", [("1", "One is."), ("2", "(a) Half;"), ("2(b)", "Rest."), ("3", "Three is.")]),
    ],
)  # fmt: skip
def test_a_label_alone_takes_the_text_after_it_or_is_set_aside(
    text: str, found: list[tuple[str, str]]
) -> None:
    """No paragraph is empty: S/RES/2709 (2023) in Spanish has a `(1)` alone on its line."""
    assert labelled(text) == found


PARTS = """99/264. Lamps of the budget

A

Lamps

The General Assembly,

Resolves that, for 2031:

1. Lamps are lit:

(a) By day;

2. Also decides to meet.

56th plenary meeting

30 December 2031

B

Harbours

The General Assembly,

Resolves that, for 2031:

1. Harbours are open.

2. Requests the Secretary-General to report.

56th plenary meeting

30 December 2031
"""


def test_the_parts_of_a_resolution_count_for_themselves() -> None:
    """A/RES/77/264 A-C counts from 1 in each part: labels carry the letter, and no eId comes twice."""
    structure = structured(f"A/RES/99/264 A-B\n\nGeneral Assembly\n\n{PARTS}")

    assert [(p.eid, p.label) for p in structure.paragraphs if p.number is not None] == [
        ("part_a__para_1", "A:1"), ("part_a__para_2", "A:2"), ("part_b__para_1", "B:1"), ("part_b__para_2", "B:2"),
    ]  # fmt: skip
    assert [p.section_path for p in structure.paragraphs if p.number == 1] == [
        ("A", "Lamps"),
        ("B", "Harbours"),
    ]
    assert "part_a__para_1__point_a" in {p.eid for p in structure.paragraphs}
    assert [p.reason for p in structure.set_aside].count("masthead_note") == 4


@pytest.mark.parametrize(
    "text",
    [
        "1. Lamps<sup>1</sup> are lit.\n\n____\n\n<sup>1</sup> See resolution 1/1, in which\n\n31-01234 3/20\n\nthe sea was named.\n\n2. Two is.",
        "1. Lamps<sup>1</sup> are\n\n____\n\n<sup>1</sup> See resolution 1/1, in which\n\n31-01234 3/20\n\nlit.\n\n2. Two is.\n\n____\n\nthe sea was named.\n\n31-01234 4/20\n\n",
    ],
    ids=["no-text-was-open", "at-the-next-foot"],
)
def test_a_note_cut_by_a_page_break_is_whole(text: str) -> None:
    """What goes on behind the page break is the note's where no sentence of the text is open, or at the next foot."""
    structure = structured(text)

    assert [n.text for n in structure.footnotes] == ["See resolution 1/1, in which the sea was named."]
    assert [p.text for p in structure.paragraphs] == ["Lamps are lit.", "Two is."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 - يقرر أن:\n\n(أ) يجتمع:\n\n’1‘ نهارا؛\n\n’2‘ ليلا؛\n\n(ب) يعود؛\n\n2 - يطلب ذلك؛", ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2"]),
        ("1. 决定：\n\n(a) 开会：\n\n㈠ 白天；\n\n㈡ 晚上；\n\n（b）返回；\n\n2. 请秘书长；", ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2"]),
    ],
    ids=["ar", "zh"],
)  # fmt: skip
def test_a_paragraph_has_one_label_in_all_languages(text: str, found: list[str]) -> None:
    """Arabic letters and Chinese numerals stand for the Latin ones in their place, as in S/RES/2677 (2023)."""
    assert [label for label, _ in labelled(text)] == found


def test_sections_of_a_resolution_may_have_a_numeral_alone() -> None:
    """A numeral alone on its line heads the title under it, even where a note's mark hides the end before it."""
    text = "I\n\nLamps\n\n1. Lamps are lit as in the Declaration;7\n\nII\n\nHarbours of the north\n\n2. Harbours are open."

    assert headed(text) == [("1", ("I", "Lamps")), ("2", ("II", "Harbours of the north"))]


DENSE = """A/RES/99/7
General Assembly
Distr.: General
3 March 2031
Lamps
The General Assembly,
Recalling its resolution 98/7 of 3 March 2030 and all that was said in it of lamps,
Noting the report,
1. Decides to light the lamps of every harbour on the coast, and in particular:
a. in the north; and,
b. in the south;
2. Requests the Secretary-General to report."""


def test_a_resolution_without_empty_lines_has_a_masthead_and_a_body() -> None:
    """Texts taken out of Word files, like S/RES/2687 (2023), have one line a paragraph and none between."""
    head, body = masthead.take(formats.lay_out(DENSE.encode(), None, "a.txt"))

    assert ([str(s) for s in head.symbols], head.title) == (["A/RES/99/7"], "Lamps")
    assert [p.label for p in paragraphs.assemble(body).paragraphs] == [
        "p1",
        "p2",
        "p3",
        "1",
        "1(a)",
        "1(b)",
        "2",
    ]


PIECES = st.sampled_from(
    ["1. One is.", "2. Two:", "3.", "(1)", "a.", "II", "B", "\u2022", "(a) Half;", "(i) Part.", "- dash", "I. Head", "A. Head", "Annex", "Summary", "Contents", "I. Head . . . 3",
     "\u201cQuoted.\u201d", "\n", "\n\n", "\f", "____", "---", " 1  Note.", "<sup>1</sup> Note.", "word<sup>1</sup>", "word.1", "* A/999/1.",
     "agenda*", "3/20", "99-12345", "A/999/1", "United Nations", "General Assembly", "Distr.: General 3 March 2031", "The General Assembly,",
     "(Signed) X", "I have the honour to", "lower case", "\x00", "\u200b", "**", "*", "\\", "[a](b)", "<i>", "\u00b2", "\t", "  "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40), st.sampled_from([" ", "\n", "\n\n"]))
@settings(max_examples=300, deadline=None)
@example(["1. One is.", "\u2022", "3/20"], "\n")  # a page number between a bullet and its text
def test_nothing_is_lost_whatever_is_read(pieces: list[str], joint: str) -> None:
    """Every visible character of any text stands in exactly one row, and every eId is one row's."""
    text = joint.join(pieces)
    try:
        layout = formats.lay_out(text.encode("utf-8", "replace"), None, "a.txt")
        head, body = masthead.take(layout)
        structure = paragraphs.assemble(body)
    except Refusal:
        return

    assert paragraphs.uncounted(layout, head, structure) == []
    rows: tuple[Paragraph | Footnote, ...] = (*structure.paragraphs, *structure.footnotes)
    eids = [row.eid for row in rows]
    assert len(set(eids)) == len(eids)
    assert all(row.text for row in rows)
    for row in rows:
        printed = "".join(layout.source[a:b] for a, b in row.spans)
        assert "".join(printed.split()) == "".join(row.text.split())
    texts = {p.eid: p.text for p in structure.paragraphs}
    for note in structure.footnotes:
        assert note.paragraph_eid is None or 0 <= (note.anchor_char or 0) <= len(texts[note.paragraph_eid])


@given(
    st.lists(
        st.sampled_from(
            [
                "p",
                "h2",
                "li",
                "ol",
                "ul",
                "td",
                "tr",
                "table",
                "sup",
                "br",
                "blockquote",
                "nav",
                "script",
                "a",
                "text *",
                "1. X",
                "1",
            ]
        ),
        max_size=40,
    )
)
@settings(max_examples=200, deadline=None)
def test_nothing_of_a_page_is_lost(tags: list[str]) -> None:
    """Any nesting of elements, closed or not, is accounted for."""
    page = "<html><body>" + "".join(
        f"<{tag}>word " if tag.isalnum() and not tag.isdigit() else tag for tag in tags
    )
    layout = formats.lay_out(page.encode(), None, "a.html")
    head, body = masthead.take(layout)
    try:
        structure = paragraphs.assemble(body)
    except Refusal:
        return

    assert paragraphs.uncounted(layout, head, structure) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("29A.1 One is.\n\n29A.2 Two is:\n\n(a) Half;\n\n(b) Rest.\n\n29A.3 Three is.", [("29A.1", 1), ("29A.2", 2), ("29A.2(a)", None), ("29A.2(b)", None), ("29A.3", 3)]),
        ("13.1 One is.\n\n1. A list in it.\n\n13.2 Two is.\n\n2.5 million is much.", [("13.1", 1), ("p1", None), ("13.2", 2), ("p2", None)]),
        ("1. One is.\n\n1.1 Lamps of the north\n\n2. Two is.\n\n1.2 Lamps of the south\n\n3. Three is.", [("1", 1), ("2", 2), ("3", 3)]),
    ],
)  # fmt: skip
def test_paragraphs_of_a_budget_section_are_counted_behind_its_number(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    """A/81/6 (Sect. 29A) quotes "29A.12" and is its paragraph 12; numbers of another kind head or list what they stand before."""
    assert [(p.label, p.number) for p in structured(text).paragraphs] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Adopts the following political declaration:\n\nDeclaration on lamps\n\nWe, who keep the lamps, have met by the sea.\n\n1. We affirm that lamps burn.\n\n2. Asks are many.",
            [("operative", "p3"), ("paragraph", "p4"), ("paragraph", "1"), ("paragraph", "2")],
        ),
        (
            "1. Adopts the following declaration:\n\nDeclaration on lamps\n\n1. Keepers are glad.\n\n2. Lamps burn.",
            [("operative", "1"), ("paragraph", "1"), ("paragraph", "2")],
        ),
        (
            "1. Approves the following:\n\n(a) Lamps;\n\n(b) Oil;\n\n2. Decides to meet.",
            [("operative", "1"), ("subparagraph", "1(a)"), ("subparagraph", "1(b)"), ("operative", "2")],
        ),
        (
            "1. Adopts the declaration in the annex.\n\nAnnex\n\n1. Keepers are glad.",
            [("operative", "1"), ("paragraph", "annex-1:1")],
        ),
        ("Conscious of the sea,\n\nDecides to meet.", [("preambular", "p3"), ("operative", "p4")]),
    ],
)  # fmt: skip
def test_what_a_declaration_says_decides_nothing(text: str, found: list[tuple[str, str]]) -> None:
    """Numbered text after "Adopts the following declaration" or in an annex is no operative paragraph: A/RES/73/3."""
    made = structured(f"The General Assembly,\n\nRecalling its resolution 73/3,\n\n{text}").paragraphs

    assert [(p.kind, p.label) for p in made][2:] == found


def test_paragraphs_may_be_counted_inside_their_sections() -> None:
    """Views of treaty bodies: the label is the whole number, which no integer can hold; headings are left."""
    text = "1.1 One is.\n\n1.2 Two is:\n\n(a) Half.\n\n2. Three is.\n\n3.1 Lamps of the north\n\n3.1 Four is.\n\n3.2 Five is."

    assert [(p.label, p.eid, p.number) for p in structured(text).paragraphs] == [
        ("1.1", "para_1.1", None),
        ("1.2", "para_1.2", None),
        ("1.2(a)", "para_1.2__point_a", None),
        ("2", "para_2", None),
        ("3.1", "para_3.1", None),
        ("3.2", "para_3.2", None),
    ]


def test_a_heading_broken_at_a_hyphen_is_whole() -> None:
    """A section path joins lines as texts do: the hyphen stays, and no space comes after it."""
    assert headed("I. Lamps along the north-\neastern coast of the harbours\n\n1. Lamps are lit.") == [
        ("1", ("I. Lamps along the north-eastern coast of the harbours",))
    ]


def test_a_heading_of_an_annex_may_fill_its_line() -> None:
    """The line "Annex to the letter … from the Permanent" is an annex's heading already, and goes on where the line was full."""
    title = "Annex to the letter dated 6 January 2096 from the Permanent Representative of Lamps to the Harbour addressed to the Council"
    lines = "Annex to the letter dated 6 January 2096 from the Permanent\nRepresentative of Lamps to the Harbour addressed to the Council"
    text = "1. The lamps of this harbour were counted in the spring, and again\nbefore the winter by keepers who had come from afar."

    assert headed(f"{text}\n\n{lines}\n\n{text}") == [("1", ()), ("annex-1:1", (title,))]


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly of Lamps,\n\nRecalling its resolution on lamps,1\n\n1. Decides to light them.\n\n____\n\n 1 Ibid.",
        "The Assembly of Lamps,\n\nRecalling its resolution 9/8 on the lamps of harbours of June\n2096 and the part which keepers have taken in them,\n\n1. Decides to light them.",
    ],
)  # fmt: skip
def test_a_preamble_is_no_heading(text: str) -> None:
    """A glued note mark or a line end inside it makes no heading of a preambular paragraph."""
    assert [(p.label, p.kind, p.section_path) for p in structured(text).paragraphs] == [
        ("p1", "preambular", ()), ("p2", "preambular", ()), ("1", "operative", ()),
    ]  # fmt: skip


def test_no_sentence_runs_into_an_annex() -> None:
    """The word "Annex" alone on its line is a heading, even where the sentence before it has no full stop."""
    assert headed("1. Lamps are lit in the harbour of Suva\n\nAnnex\n\n1. Oil is bought.") == [
        ("1", ()), ("annex-1:1", ("Annex",)),
    ]  # fmt: skip


def test_a_heading_with_a_number_may_follow_a_list() -> None:
    """The line "2. Oil" below "(b) Rope." and above paragraph 2 is a heading, though an item stands above it."""
    text = "A. Stores\n\n1. Wood\n\n1. We ask for:\n\n(a) Oil;\n\n(b) Rope.\n\n2. Oil\n\n2. Oil is bought."

    assert headed(text)[-1] == ("2", ("A. Stores", "2. Oil"))


def test_numbered_paragraphs_of_one_wording_are_no_running_heads() -> None:
    """Lines that differ by their paragraph's number alone stay, though they come again at the edges of pages."""
    pages = (
        f"{n}. Lamps are lit in the outer harbour by the keeper of the\ninner one.\n\n31-01234 {n}/9"
        for n in range(1, 6)
    )

    assert [label for label, _ in labelled("\n\n".join(pages))] == ["1", "2", "3", "4", "5"]


def test_a_letter_glued_to_a_comma_refers_to_a_note() -> None:
    """Notes of annexes have letters; one hangs on a mark of punctuation where extractors glue it."""
    (note,) = structured("1. Along the coast,a lamps are lit.\n\n____\n\n a Ibid.").footnotes

    assert (note.marker, note.anchor_char) == ("a", 16)


def test_a_text_without_number_goes_on_over_the_page() -> None:
    """A short beginning is no heading where the page turns inside its sentence."""
    assert labelled("Lamps are lit along the\n\n31-01234 7/20\n\ncoast of the north.") == [
        ("p1", "Lamps are lit along the coast of the north.")
    ]
