"""Floors stop the publication of a set that no working reader would have made."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest

from expectations import corpus, gate
from tests.expectations.conftest import Hear
from tests.expectations.tables import LETTER, REPORT, Rows, of, release, tables
from transforms.schema import TABLES

RULES = {rule.name: rule for rule in corpus.RULES}


COPIED = ("documents", "paragraphs", "mentions", "citations")


def add(rows: Rows, count: int, **changes: object) -> None:
    """The report so many times more under other ids, each ten paragraphs long, with changes to its document."""
    for place in range(count):
        for table in COPIED:
            key = TABLES[table].key[0]
            for row in [row for row in rows[table] if row["document_id"] == REPORT]:
                copied = deepcopy(row) | {"document_id": f"A/999/{place + 10}@en"}
                if key != "document_id":
                    copied[key] = f"{row[key]}-{place}"
                rows[table].append(copied | (changes if table == "documents" else {}))


def sound() -> Rows:
    """A release in which every floor is asked, and reached: two reports and four that are long."""
    rows = release()
    add(rows, 4, paragraph_count=10)
    verdict = of(rows, "verdicts", REPORT)
    rows["verdicts"] += [deepcopy(verdict) | {"content_sha256": f"{place}"} for place in range(20)]
    return rows


def each(table: str, **changes: object) -> Callable[[Rows], None]:
    """Every row of a table with the same changes."""

    def spoil(rows: Rows) -> None:
        rows[table] = [row | changes for row in rows[table]]

    return spoil


def emptied(*names: str) -> Callable[[Rows], None]:
    """No row in those tables, or in any."""

    def spoil(rows: Rows) -> None:
        for name in names or tuple(rows):
            rows[name].clear()

    return spoil


def untraced(rows: Rows) -> None:
    of(rows, "documents", REPORT)["accepted_event_id"] = None


STOPPED: dict[str, Callable[[Rows], None]] = {
    "corpus.has_documents": emptied(),
    "corpus.is_traced_to_log": untraced,
    "corpus.titles_found": each("documents", title=None),
    "corpus.dates_found": each("documents", document_date=None),
    "corpus.kinds_found": each("documents", kind="document"),
    "corpus.numbers_found": each("paragraphs", number=None),
    "corpus.mentions_found": emptied("mentions"),
    "corpus.names_are_listed": each("entities", status="unlisted"),
    "corpus.citations_found": emptied("citations"),
    "corpus.refusals_are_few": each("verdicts", is_passed=False),
}


def test_every_floor_has_a_set_that_it_stops() -> None:
    """A floor that no set falls below is no floor."""
    assert set(RULES) == set(STOPPED)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_set_below_a_floor_is_stopped(hear: Hear, name: str) -> None:
    """The floor finds the set that was spoiled for it, and passes the same set unspoiled."""
    spoiled = sound()
    STOPPED[name](spoiled)

    assert hear(sound(), RULES[name]) == ()
    assert len(hear(spoiled, RULES[name])) == 1


@pytest.mark.parametrize("name", sorted(RULES))
def test_stubs_and_one_outlier_stop_nothing(hear: Hear, name: str) -> None:
    """Forty stubs without anything, a long file of nothing, and refused files that are no documents."""
    rows = sound()
    stub = of(rows, "documents", REPORT) | {
        "title": None, "document_date": None, "kind": "report", "numbered_count": 0, "paragraph_count": 1,
    }  # fmt: skip
    rows["documents"] += [stub | {"document_id": f"A/999/{place}@en"} for place in range(100, 140)]
    rows["documents"].append(stub | {"document_id": "A/999/99@en", "paragraph_count": 3_000})
    refused = of(rows, "verdicts", REPORT) | {"is_passed": False, "document_id": None}
    rows["verdicts"] += [refused | {"content_sha256": f"c{place}"} for place in range(900)]

    assert hear(rows, RULES[name]) == ()


def test_many_long_texts_of_no_kind_stop_nothing(hear: Hear) -> None:
    """Documents that are recognised speak for the reader; others beside them do not speak against it."""
    rows = sound()
    odd = of(rows, "documents", REPORT) | {"kind": "document", "title": None, "document_date": None}
    rows["documents"] += [
        odd | {"document_id": f"A/999/{place}@en", "paragraph_count": 30} for place in range(100, 150)
    ]

    assert all(hear(rows, rule) == () for rule in RULES.values())


def test_a_reader_that_parts_no_paragraphs_is_stopped(hear: Hear) -> None:
    """A long document is told by its words where it has become one paragraph."""
    rows = sound()
    each("documents", paragraph_count=1, word_count=4_000)(rows)
    each("paragraphs", number=None)(rows)

    assert hear(rows, RULES["corpus.numbers_found"])


def test_a_floor_names_the_longest_documents_below_it(hear: Hear) -> None:
    """Whoever reads why the publication was stopped knows where to look, and what to do."""
    rows = release()
    add(rows, 9, paragraph_count=20, title=None)
    of(rows, "documents", "A/999/17@en")["paragraph_count"] = 700

    (fault,) = hear(rows, RULES["corpus.titles_found"])

    assert fault.examples == (
        "0 of 9 documents, not: A/999/17@en, A/999/10@en, A/999/11@en, A/999/12@en, A/999/13@en",
    )
    assert "unfold explain" in RULES["corpus.titles_found"].meaning


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
