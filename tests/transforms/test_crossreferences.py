"""References within a document and the rows that they mean."""

from __future__ import annotations

import pytest

from transforms import crossreferences
from transforms.citations import CitationContext, cite, find_triggers
from transforms.crossreferences import CrossReference
from transforms.paragraphs import Footnote, Paragraph, Section, Structure
from transforms.passages import Mention, Passage

HEADINGS = (
    ("section_1", "I", ("I. Scope",)),
    ("section_2", "II", ("II. Pay",)),
    ("section_2__section_1", "A", ("II. Pay", "A. Staff")),
    ("section_2__section_2", "B", ("II. Pay", "B. Leave")),
    ("section_3", "III", ("III. Costs",)),
    ("section_3__section_1", "A", ("III. Costs", "A. Travel")),
    ("annex_1", None, ("Annex I",)),
    ("annex_2", None, ("Annex B – Items",)),
)
ROWS = (
    ("para_1", "1", ("I. Scope",)),
    ("para_2", "2", ("II. Pay", "A. Staff")),
    ("para_2__point_a", "2(a)", ("II. Pay", "A. Staff")),
    ("para_2__point_b", "2(b)", ("II. Pay", "A. Staff")),
    ("para_3", "3", ("III. Costs", "A. Travel")),
    ("annex_1__para_1", "annex-1:1", ("Annex I",)),
    ("annex_1__para_2", "annex-1:2", ("Annex I",)),
)


def found(text: str, at: str) -> list[CrossReference]:
    """What a text refers to that stands in the row `at` of the document of `ROWS`."""
    structure = Structure(
        tuple(Section(eid, len(path), label, path[-1], path, None, ()) for eid, label, path in HEADINGS),
        tuple(
            Paragraph(eid, label, "paragraph", None, None, path, None, "x", ()) for eid, label, path in ROWS
        ),
        (Footnote("footnote_1", "1", "x", "annex_1__para_2", 0, None, ()),),
        (),
        (),
    )
    mentions = [
        Mention(0, each.start, each.end, each.type, each.ids, None, "main", each.method, each.confidence)
        for each in cite(text, find_triggers(text), CitationContext(None))
    ]
    passage = Passage(at, text, is_footnote=at.startswith("footnote"))
    return list(crossreferences.find([passage], structure, mentions))


@pytest.mark.parametrize(
    ("at", "text", "eid", "method"),
    [
        ("para_3", "see para. 2 above", "para_2", "own-part"),
        ("para_3", "as in paragraph 2 (b) above", "para_2__point_b", "own-part"),
        ("para_3", "as in paragraph 1 (c) above", "para_1", "holding-paragraph"),
        ("para_2__point_b", "as in subparagraph (a) above", "para_2__point_a", "own-part"),
        ("para_2", "in subparagraph (a) below", "para_2__point_a", "own-part"),
        ("annex_1__para_2", "see para. 1 above", "annex_1__para_1", "own-part"),
        ("annex_1__para_2", "see para. 3 above", "para_3", "main-text"),
        ("annex_1__para_2", "under paragraph 1 of the present report", "para_1", "main-text"),
        ("annex_1__para_2", "under paragraph 2 above", "para_2", "main-text"),
        ("footnote_1", "See para. 1 above.", "annex_1__para_1", "own-part"),
        ("para_1", "see para. 9 below", None, "missing"),
        ("para_1", "in subparagraph (a) below", None, "missing"),
    ],
)
def test_a_paragraph_is_sought_in_its_own_part_then_in_the_main_text(
    at: str, text: str, eid: str | None, method: str
) -> None:
    """The words decide where they can: `above` lies before, `of the present report` is the main text."""
    [reference] = found(text, at)
    assert (reference.paragraph_eid, reference.method) == (eid, method)


def test_a_place_on_the_other_side_of_its_words_is_doubted() -> None:
    [reference] = found("see para. 3 above", "para_1")
    assert (reference.paragraph_eid, reference.confidence) == ("para_3", 0.475)


@pytest.mark.parametrize(
    ("at", "text", "eid"),
    [
        ("para_1", "see section II below", "section_2"),
        ("para_1", "in section II.B of the present report", "section_2__section_2"),
        ("para_1", "in section B of the present report", "section_2__section_2"),
        ("para_3", "in section A above", "section_3__section_1"),
        ("para_2", "in section A above", "section_2__section_1"),
        ("para_1", "in section IX below", None),
        ("para_1", "in the annex to the present report", "annex_1"),
        ("para_1", "in annex I to the present report", "annex_1"),
        ("para_1", "in Annex B to this resolution", "annex_2"),
        ("para_1", "in annex VII to the present report", None),
    ],
)
def test_a_section_is_found_by_its_labels_and_the_nearest_of_several(
    at: str, text: str, eid: str | None
) -> None:
    [reference] = found(text, at)
    assert (reference.section_eid, reference.method) == (eid, "heading" if eid else "missing")


def test_every_place_of_a_range_has_a_value_with_the_same_words() -> None:
    references = found("see paras. 1-3 above", "annex_1__para_2")
    assert [each.place for each in references] == ["para. 1", "para. 2", "para. 3"]
    assert [each.paragraph_eid for each in references] == ["annex_1__para_1", "para_2", "para_3"]
    assert len({(each.start, each.end) for each in references}) == 1


def test_a_text_that_refers_to_others_alone_has_none() -> None:
    assert found("see A/61/3, para. 5", "para_1") == []
