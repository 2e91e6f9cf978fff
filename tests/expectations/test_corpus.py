"""Floors stop the publication of a set that no working reader would have made."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest

from expectations import corpus, gate
from tests.expectations.conftest import Hear
from tests.expectations.tables import LETTER, REPORT, Row, Rows, of, release, tables

RULES = {rule.name: rule for rule in corpus.RULES}


def many(rows: Rows, table: str, row: Row, count: int, key: str) -> None:
    """A row `count` times in a table, under as many keys."""
    rows[table] = [deepcopy(row) | {key: f"{row[key]}{place}"} for place in range(count)]


def nothing(rows: Rows) -> None:
    for held in rows.values():
        held.clear()


def untraced(rows: Rows) -> None:
    of(rows, "documents", REPORT)["accepted_event_id"] = None


def untitled(rows: Rows) -> None:
    many(rows, "documents", of(rows, "documents", REPORT) | {"title": None}, 5, "document_id")


def undated(rows: Rows) -> None:
    many(rows, "documents", of(rows, "documents", REPORT) | {"document_date": None}, 5, "document_id")


def unknown(rows: Rows) -> None:
    many(rows, "documents", of(rows, "documents", REPORT) | {"kind": "document"}, 5, "document_id")


def unnumbered(rows: Rows) -> None:
    report = of(rows, "documents", REPORT) | {"paragraph_count": 10, "numbered_count": 0}
    many(rows, "documents", report, 5, "document_id")


def unnamed(rows: Rows) -> None:
    many(rows, "paragraphs", of(rows, "paragraphs", REPORT), 50, "paragraph_id")


def unlisted(rows: Rows) -> None:
    many(rows, "mentions", of(rows, "mentions", REPORT), 100, "mention_id")
    for row in rows["entities"]:
        row["status"] = "unlisted"


def uncited(rows: Rows) -> None:
    many(rows, "paragraphs", of(rows, "paragraphs", REPORT), 200, "paragraph_id")
    rows["citations"].clear()


def refused(rows: Rows) -> None:
    many(rows, "verdicts", of(rows, "verdicts", REPORT) | {"is_passed": False}, 20, "content_sha256")


STOPPED: dict[str, Callable[[Rows], None]] = {
    "corpus.has_documents": nothing,
    "corpus.is_traced_to_log": untraced,
    "corpus.titles_found": untitled,
    "corpus.dates_found": undated,
    "corpus.kinds_found": unknown,
    "corpus.numbers_found": unnumbered,
    "corpus.mentions_found": unnamed,
    "corpus.names_are_listed": unlisted,
    "corpus.citations_found": uncited,
    "corpus.refusals_are_few": refused,
}


def test_every_floor_has_a_set_that_it_stops() -> None:
    """A floor that no set falls below is no floor."""
    assert set(RULES) == set(STOPPED)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_set_below_a_floor_is_stopped(hear: Hear, name: str) -> None:
    """The floor finds the set that was spoiled for it, and passes the same set unspoiled."""
    spoiled = release()
    STOPPED[name](spoiled)

    assert hear(release(), RULES[name]) == ()
    assert len(hear(spoiled, RULES[name])) == 1


def test_a_small_release_passes() -> None:
    """A report and a letter may be published; shares are asked of more documents only."""
    verdict = gate.judge_corpus(tables(release()))

    assert verdict.is_passed
    assert {check.name for check in verdict.checks} >= set(RULES)


def test_a_release_without_the_log_tables_is_judged_without_them() -> None:
    """Floors on refusals are asked where the verdicts are given."""
    given = {name: table for name, table in tables(release()).items() if name not in {"verdicts", "events"}}

    verdict = gate.judge_corpus(given)

    assert verdict.is_passed
    assert "corpus.refusals_are_few" not in {check.name for check in verdict.checks}


def test_a_broken_reference_between_documents_stops_the_release() -> None:
    """A citation resolved to a document that is not in the release is named with its document."""
    broken = release()
    of(broken, "citations", LETTER)["cited_document_id"] = "A/999/77@en"

    verdict = gate.judge_corpus(tables(broken))

    assert [(check.name, check.document_id) for check in verdict.failures] == [
        ("citations.references", LETTER)
    ]


def test_a_floor_that_passed_is_one_check_of_the_whole() -> None:
    """Floors speak of no document, failing or passing."""
    verdict = gate.judge_corpus(tables(release()))

    floors = [check for check in verdict.checks if RULES.get(check.name, gate.batch_rules()[0]).is_of_whole]
    assert {check.document_id for check in floors} == {None}
