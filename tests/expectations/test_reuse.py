"""A repetition or a follow-up that is none stops the publication: each rule finds what was spoiled for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from expectations import gate, reuse
from tests.expectations.conftest import Hear
from tests.expectations.corruptions import put
from tests.expectations.tables import LETTER, REPORT, Rows, of, release, tables

RULES = {rule.name: rule for rule in reuse.RULES}


def repeating() -> Rows:
    """The letter, which is of the next year, quotes the report's first paragraph, and takes up what its second asks."""
    rows = release()
    quoted = of(rows, "paragraphs", LETTER)
    said = of(rows, "paragraphs", REPORT)
    said["text"] = f"{quoted['text'].upper()}!"
    rows["repetitions"] = [
        {
            "paragraph_id": quoted["paragraph_id"], "document_id": LETTER, "earlier_document_id": REPORT,
            "earlier_paragraph_id": said["paragraph_id"], "relation": "earlier", "kind": "same", "contained": 1.0,
            "earlier_contained": 1.0, "likeness": 1.0, "word_count": 20, "holder_count": 2, "method": "wording",
        }
    ]  # fmt: skip
    of(rows, "citations", LETTER).update(cited_document_id=REPORT, cited_paragraph_id=f"{REPORT}#para_2")
    rows["follow_ups"] = [
        {
            "recommendation_id": of(rows, "recommendations", REPORT)["recommendation_id"],
            "paragraph_id": quoted["paragraph_id"], "document_id": LETTER, "earlier_document_id": REPORT, "kind": "taken_up",
            "citation_id": of(rows, "citations", LETTER)["citation_id"], "contained": None, "is_addressee_named": False,
            "method": "paragraph", "confidence": 0.75,
        }
    ]  # fmt: skip
    return rows


def with_row(**changes: Any) -> Callable[[Rows], None]:
    """The repetition with other values."""

    def spoil(rows: Rows) -> None:
        rows["repetitions"][0] |= changes

    return spoil


def with_follow_up(**changes: Any) -> Callable[[Rows], None]:
    """The follow-up with other values."""

    def spoil(rows: Rows) -> None:
        rows["follow_ups"][0] |= changes

    return spoil


def with_citation(**changes: Any) -> Callable[[Rows], None]:
    """The letter's citation with other values."""

    def spoil(rows: Rows) -> None:
        of(rows, "citations", LETTER).update(changes)

    return spoil


SPOILED: dict[str, tuple[Callable[[Rows], None], ...]] = {
    "repetitions.belong_to_their_documents": (
        with_row(earlier_document_id=LETTER),
        with_row(earlier_paragraph_id=f"{LETTER}#p_1", earlier_document_id=LETTER),
        put("paragraphs", "language", "fr"),
    ),
    "repetitions.go_back_in_time": (
        with_row(relation="same_day"),
        put("documents", "document_date", None),
        lambda rows: of(rows, "documents", LETTER).update(
            document_date=of(rows, "documents", REPORT)["document_date"]
        ),
    ),
    "repetitions.shares_agree": (
        with_row(kind="changed", contained=0.5, earlier_contained=0.5, likeness=1 / 3),
        with_row(kind="changed", contained=0.8, earlier_contained=0.8, likeness=0.8),
        with_row(contained=0.8, earlier_contained=0.8, likeness=2 / 3),
    ),
    "repetitions.same_is_same": (put("paragraphs", "text", "Something else was said."),),
    "repetitions.are_held_twice": (with_row(holder_count=1),),
    "follow_ups.join_what_is_named": (
        with_follow_up(earlier_document_id=LETTER),
        with_follow_up(paragraph_id=f"{REPORT}#para_1"),
    ),
    "follow_ups.rest_on_evidence": (
        with_citation(cited_document_id=None),
        with_citation(cited_paragraph_id=f"{REPORT}#para_1"),
        with_follow_up(method="beside"),
        with_follow_up(kind="reiterated"),
        with_follow_up(confidence=1.5),
    ),
    "follow_ups.come_later": (
        lambda rows: of(rows, "documents", LETTER).update(
            document_date=of(rows, "documents", REPORT)["document_date"]
        ),
    ),
}
CASES = [(name, spoil) for name, spoils in SPOILED.items() for spoil in spoils]


def test_every_rule_on_reuse_has_rows_that_break_it() -> None:
    """A rule that no test sees fail is no rule."""
    assert set(RULES) == set(SPOILED)


@pytest.mark.parametrize(("name", "spoil"), CASES)
def test_a_repetition_or_follow_up_that_is_none_is_found(
    hear: Hear, name: str, spoil: Callable[[Rows], None]
) -> None:
    """The rule finds the row of the letter, and nothing where all is well."""
    spoiled = repeating()
    spoil(spoiled)

    assert hear(repeating(), RULES[name]) == ()
    assert [fault.document_id for fault in hear(spoiled, RULES[name])] == [LETTER]


def test_a_release_is_judged_by_the_rules_on_repetitions() -> None:
    """Two documents of which one quotes the other may be published; a false quotation stops them."""
    spoiled = repeating()
    with_row(holder_count=0)(spoiled)

    assert gate.judge_corpus(tables(repeating())).is_passed
    assert [check.name for check in gate.judge_corpus(tables(spoiled)).failures] == [
        "repetitions.are_held_twice"
    ]
