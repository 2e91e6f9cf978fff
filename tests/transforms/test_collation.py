"""Collation: what two files of one document read alike, where they differ, and that nothing is lost between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flows.fakes import report
from transforms import document
from transforms.collation import Collation, Line, collate, collated, lines_of
from transforms.collation.tables import figures_of
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.schema import DIFFERENCE_KINDS, TABLES
from transforms.tables import tables_of

WORDS = (
    "gauge",
    "tide",
    "harbour",
    "lent",
    "returned",
    "third",
    "lost",
    "school",
    "warning",
    "coast",
    "the",
    "of",
    "and",
)


def para(number: int, text: str, **more: object) -> Line:
    return replace(Line(f"para_{number}", str(number), text), **more)  # type: ignore[arg-type]


def kinds(found: Collation) -> list[str]:
    return [each.kind for each in found.differences]


GAUGES = (
    para(1, "The gauges were lent to four harbours in the spring."),
    para(2, "Two of them came back within the year, and one was lost at sea."),
    Line("para_2__point_a", "2(a)", "The first stood in a school near the northern coast;"),
    Line("p_1", "p1", "Annexed is a list of those who keep the remaining instruments."),
    para(3, "Members asked for “early warning” of any further loss."),
)


def changed(place: int, **what: object) -> list[Line]:
    """The invented document with one line otherwise."""
    lines = list(GAUGES)
    lines[place] = replace(lines[place], **what)  # type: ignore[arg-type]
    return lines


def test_a_witness_agrees_with_itself() -> None:
    found = collate(GAUGES, GAUGES)

    assert (found.compared, found.agreeing, found.agreement, found.differences) == (3, 3, 1.0, ())


def test_nothing_to_compare_is_no_agreement() -> None:
    """Two files without a paragraph agree in nothing and differ in nothing."""
    assert collate((), ()).agreement is None


CASES = (
    ("a word", 1, {"text": "Two of them came back within the month, and one was lost at sea."}, "text", ("year,", "month,")),
    ("a space", 1, {"text": "Two of them came back with in the year, and one was lost at sea."}, "spacing", ("within", "with in")),
    ("a quotation mark", 4, {"text": 'Members asked for "early warning" of any further loss.'}, "typography", ("“early warning”", '"early warning"')),
    ("a number", 4, {"eid": "para_4", "label": "4"}, "number", ("3", "4")),
    ("a letter", 2, {"eid": "para_2__point_b", "label": "2(b)"}, "number", ("2(a)", "2(b)")),
    ("a lost number", 0, {"eid": "p_2", "label": "p2"}, "number", ("1", "p2")),
    ("a note mark", 0, {"marks": (("1", 9),)}, "note_marks", ("", "1@9")),
)  # fmt: skip


@pytest.mark.parametrize(("what", "place", "change", "kind", "words"), CASES, ids=[case[0] for case in CASES])
def test_one_change_is_one_difference(
    what: str, place: int, change: dict[str, object], kind: str, words: tuple[str, str]
) -> None:
    """What was changed is told by its kind, with the words from the first to the last that differ."""
    (found,) = collate(GAUGES, changed(place, **change)).differences

    assert (found.kind, found.words, found.other_words) == (kind, *words)
    assert found.here is not None
    assert found.here.eid == GAUGES[place].eid


def test_spaces_and_signs_do_not_count_against_agreement() -> None:
    """Words and numbers do."""
    assert [collate(GAUGES, changed(place, **change)).agreeing for _, place, change, _, _ in CASES] == [
        2, 3, 3, 2, 3, 2, 3,
    ]  # fmt: skip


def test_a_label_of_our_own_making_is_no_number() -> None:
    """Where a paragraph without a number is the fourth in one file and the first in the other, nothing differs."""
    assert collate(GAUGES, changed(3, eid="p_4", label="p4")).differences == ()


def test_what_one_witness_lacks_is_missing_there_or_here() -> None:
    """A paragraph that is lost and one that is added are told on their sides, in reading order."""
    short = (*GAUGES[:1], *GAUGES[2:])

    assert kinds(collate(GAUGES, short)) == ["missing_there"]
    assert kinds(collate(short, GAUGES)) == ["missing_here"]
    assert collate(short, GAUGES).agreement == pytest.approx(2 / 3)


def test_numbers_that_are_all_one_off_leave_every_text_in_its_pair() -> None:
    """Where one file lost its first paragraph and counts on, the others are found by their text."""
    shifted = [para(n, line.text) for n, line in enumerate((GAUGES[1], GAUGES[4]), start=1)]

    found = collate((GAUGES[0], GAUGES[1], GAUGES[4]), shifted)

    assert kinds(found) == ["missing_there", "number", "number"]
    assert found.agreeing == 0


def test_a_changed_text_is_found_by_likeness_though_its_number_is_one_off() -> None:
    """A neighbour that has the number by accident is not taken for it."""
    there = [
        para(2, "The gauges were lent to five harbours in the spring."),
        para(3, "Two of them came back within the month, and one was lost at sea."),
    ]

    found = collate(GAUGES[:2], there)

    assert [(d.kind, d.words, d.other_words) for d in found.differences] == [
        ("number", "1", "2"), ("text", "four", "five"), ("number", "2", "3"), ("text", "year,", "month,"),
    ]  # fmt: skip


def test_one_number_with_another_text_is_still_one_place() -> None:
    """Two documents under one name differ in words, paragraph by paragraph, with their likeness."""
    other = [para(n, f"Something else was decided on day {n}.") for n in (1, 2, 3)]

    found = collate((GAUGES[0], GAUGES[1], GAUGES[4]), other)

    assert kinds(found) == ["text", "text", "text"]
    assert all(each.likeness is not None and each.likeness < 0.3 for each in found.differences)
    assert found.agreement == 0.0


@pytest.mark.parametrize("is_published", [True, False])
def test_a_paragraph_that_fell_into_two_is_a_division(is_published: bool) -> None:
    """Its parts are told together, and are not missing: a page break parted them in one file."""
    text = GAUGES[1].text
    halves = (para(2, text[:30]), Line("p_9", "p9", text[30:]))
    parted = (GAUGES[0], *halves, *GAUGES[2:])

    found = collate(parted, GAUGES) if is_published else collate(GAUGES, parted)

    (only,) = found.differences
    assert only.kind == "division"
    assert only.here is not None
    assert only.there is not None
    divided = only.here if is_published else only.there
    assert divided.text == f"{text[:30]} ¶ {text[30:]}"


def test_a_list_that_runs_on_in_one_file_is_a_division_too() -> None:
    """In one file of A/80/604/Add.9 paragraph 5 holds its items, in the other they are paragraphs with letters."""
    whole = para(5, "Lost were: (a) gauges worth $3; (b) maps.")
    parted = (
        para(5, "Lost were:"),
        Line("para_5__point_a", "5(a)", "gauges worth $3;"),
        Line("para_5__point_b", "5(b)", "maps."),
    )

    assert kinds(collate([whole], parted)) == ["division"]
    assert kinds(collate(parted, [whole])) == ["division"]


def test_notes_are_compared_with_notes() -> None:
    """A note that reads as a paragraph does is not taken for it."""
    note = Line("footnote_1", "1", GAUGES[0].text, is_note=True)

    assert kinds(collate((*GAUGES, note), GAUGES)) == ["missing_there"]
    assert kinds(collate((*GAUGES, note), (*GAUGES, replace(note, label="2", eid="footnote_2")))) == [
        "number"
    ]


def test_chinese_is_compared_by_its_characters() -> None:
    """Without spaces between words a changed character still leaves the paragraph found."""
    here = Line("p_1", "p1", "港口借出了四个潮位计，其中一个在海上丢失。")

    found = collate([here], [replace(here, eid="p_7", label="p7", text=here.text.replace("四", "五"))])

    assert kinds(found) == ["text"]


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@st.composite
def witnesses(draw: st.DrawFn) -> tuple[Line, ...]:
    """Lines as documents have them: numbered, lettered and plain paragraphs, then notes; texts may repeat."""
    shapes = draw(
        st.lists(st.tuples(st.sampled_from(["para", "point", "p", "note"]), SENTENCES), max_size=12)
    )
    lines: list[Line] = []
    for at, (shape, text) in enumerate(shapes, start=1):
        match shape:
            case "para":
                lines.append(para(at, text))
            case "point":
                lines.append(Line(f"para_{at}__point_a", f"{at}(a)", text))
            case "note":
                lines.append(Line(f"footnote_{at}", str(at), text, is_note=True))
            case _:
                lines.append(Line(f"p_{at}", f"p{at}", text))
    return tuple(sorted(lines, key=lambda line: line.is_note))


@given(witnesses())
def test_every_witness_agrees_with_itself_however_its_texts_repeat(lines: tuple[Line, ...]) -> None:
    found = collate(lines, lines)

    assert found.differences == ()
    assert found.agreement in (None, 1.0)


@given(witnesses(), witnesses())
def test_every_line_is_the_same_somewhere_or_told_of(here: tuple[Line, ...], there: tuple[Line, ...]) -> None:
    """What no difference names stands, letter by letter, in both; so nothing is lost between two witnesses."""
    found = collate(here, there)
    told_here = [part for d in found.differences if d.here is not None for part in d.here.text.split(" ¶ ")]
    told_there = [
        part for d in found.differences if d.there is not None for part in d.there.text.split(" ¶ ")
    ]

    quiet_here = Counter(line.text for line in here if line.text not in told_here)
    quiet_there = Counter(line.text for line in there if line.text not in told_there)
    assert set(quiet_here) <= {line.text for line in there}
    assert set(quiet_there) <= {line.text for line in here}
    assert 0 <= found.agreeing <= found.compared <= len(here) + len(there)


@given(witnesses(), witnesses())
def test_what_is_missing_here_one_way_round_is_missing_there_the_other(
    here: tuple[Line, ...], there: tuple[Line, ...]
) -> None:
    """The count of lines on each side comes out: paired, parts of others, missing."""
    found = collate(here, there)
    missing = Counter(kinds(found))
    parts_there = sum(
        d.there.text.count(" ¶ ") for d in found.differences if d.kind == "division" and d.there
    )
    parts_here = sum(d.here.text.count(" ¶ ") for d in found.differences if d.kind == "division" and d.here)

    assert (
        len(here) - missing["missing_there"] - parts_here
        == len(there) - missing["missing_here"] - parts_there
    )


@given(witnesses(), st.data())
def test_respacing_is_never_more_than_spacing(lines: tuple[Line, ...], data: st.DataObject) -> None:
    respaced = [
        replace(
            line, text=" ".join(line.text).replace("   ", "  ") if data.draw(st.booleans()) else line.text
        )
        for line in lines
    ]

    found = collate(lines, respaced)

    assert set(kinds(found)) <= {"spacing"}
    assert found.agreement in (None, 1.0)


def test_two_readings_become_rows_of_the_declared_table(reference: Gazetteer) -> None:
    """Two files that were read give rows with the published paragraph's id, and the figures beside them."""
    first, second = (
        tables_of(
            document.read(content, None, Hint("A_999_1-EN.txt"), reference),
            content_sha256=sha * 64,
            reader_fingerprint="1" * 16,
        )
        for sha, content in (
            ("a", report("A/999/1", "The gauges were lent in 2018.", "They were returned.")),
            ("b", report("A/999/1", "The gauges were lent in 2019.", "They were returned.")),
        )
    )

    found = collated(first, second)

    assert found.differences.schema.equals(TABLES["differences"].arrow, check_metadata=True)
    (row,) = found.differences.to_pylist()
    assert (row["paragraph_id"], row["difference"]) == ("A/999/1@en#para_1", "text")
    assert (row["words"], row["other_words"]) == ("2018.", "2019.")
    assert row["witness_id"] == f"A/999/1@en/{'b' * 64}"
    assert found.figures == {
        "compared_count": 2, "agreeing_count": 1, "agreement": 0.5, "likeness": 1.0, "difference_count": 1,
        "is_doubtful": False, "symbol_evidence": "masthead",
    }  # fmt: skip


STRANGERS = tuple(para(n, f"Something else was decided on day {n}.") for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("there", "likeness", "is_doubtful"),
    [
        (GAUGES, 1.0, False),
        (changed(1, text="Two came back in time, and one was lost at sea."), 1.0, False),
        ([replace(line, eid=f"p_{n}", label=f"p{n}") for n, line in enumerate(GAUGES)], 1.0, True),
        (STRANGERS, 0.0, True),
        ((), 0.0, True),
    ],
    ids=["the same", "one word", "no numbers", "another document", "nothing"],
)
def test_little_agreement_is_doubtful_and_likeness_says_why(
    there: Sequence[Line], likeness: float, is_doubtful: bool
) -> None:
    """Numbers that are lost take nothing from the text that is common; another document has none of it."""
    found = collate(GAUGES, there)

    assert found.likeness == likeness
    assert figures_of(found)["is_doubtful"] == is_doubtful


def test_note_marks_are_placed_by_letters(reference: Gazetteer) -> None:
    """A mark stands after so many characters that can be seen, so that spaces do not move it."""
    text = b"United Nations A/999/1\n\n1. The gauges were lent.1 They came back.\n\n_______________\n1 In 2018.\n"
    read = document.read(text, None, Hint("A_999_1-EN.txt"), reference)

    lines = lines_of(tables_of(read, content_sha256="a" * 64, reader_fingerprint="1" * 16))

    assert [(line.label, line.is_note) for line in lines] == [("1", False), ("1", True)]
    assert lines[0].marks == (("1", len("Thegaugeswerelent.")),)


def test_the_kinds_are_those_that_the_schema_declares() -> None:
    """Every kind of difference that the tests above meet is declared, and the other way round."""
    met = {case[3] for case in CASES} | {"missing_here", "missing_there", "division"}

    assert met == set(DIFFERENCE_KINDS)
