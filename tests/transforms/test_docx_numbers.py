"""Numbers of paragraphs in Word files: typed, counted by a list, or brought along by a style."""

from __future__ import annotations

import pytest

from tests.transforms.wordfile import (
    laid,
    levels,
    lists,
    p,
    read,
    texts,
    word,
)


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
