"""Footnotes and endnotes of Word files: where they are referred to, and what they say."""

from __future__ import annotations

from tests.transforms.wordfile import (
    laid,
    note,
    p,
    r,
    read,
    texts,
    word,
)

FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>Resolution 70/1.</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/><w:t>A/99/9.</w:t></w:r></w:p><w:p><w:r><w:t>It says more.</w:t></w:r></w:p></w:footnote>'
)


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


def test_a_typed_mark_may_be_raised() -> None:
    """Word types a mark of its own inside the reference's run, which stands above the line."""
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    reference = f'<w:r>{look}<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>a</w:t></w:r>'
    said = f'<w:footnote w:id="2"><w:p><w:r>{look}<w:t>a</w:t></w:r>{r(" A letter.")}</w:p></w:footnote>'
    made = word(p("1.\tLamps are lit", inside=reference + r(".")), footnotes=said)

    assert [(n.marker, n.text, n.anchor_char) for n in read(made)[1].footnotes] == [("a", "A letter.", 13)]
    assert texts(made) == [("1", "Lamps are lit.")]


SETTINGS = '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
ANNEX = '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'


def test_a_section_may_count_its_notes_in_its_own_way() -> None:
    """Annexes begin their notes anew, as the properties of their section say; others go on as the settings say."""
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}.")}</w:footnote>' for n in range(2, 6))
    made = word(
        p("1.\tLamps are lit.", inside=note(2)),
        f"<w:p><w:pPr><w:sectPr/></w:pPr>{r('2.' + chr(9) + 'They burn.')}{note(3)}</w:p>",
        p("3.\tHarbours are open.", inside=note(4)),
        f"<w:p><w:pPr>{ANNEX}</w:pPr>{r('4.' + chr(9) + 'Ships sail.')}{note(5)}</w:p>",
        footnotes=notes,
        settings=SETTINGS,
    )

    assert [(n.marker, n.text) for n in read(made)[1].footnotes] == [
        ("i", "Note 2."), ("ii", "Note 3."), ("b", "Note 4."), ("c", "Note 5."),
    ]  # fmt: skip


def test_endnotes_of_the_templates_are_counted_in_figures() -> None:
    """The sections of New York's templates say so (A/80/590)."""
    made = word(
        f'<w:p><w:pPr><w:sectPr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:sectPr></w:pPr>{r("1." + chr(9) + "Lamps are lit.")}{note(3, "endnote")}</w:p>',
        endnotes='<w:endnote w:id="3"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t> Said so.</w:t></w:r></w:p></w:endnote>',
    )

    assert [n.marker for n in read(made)[1].footnotes] == ["1"]
