"""Every expectation catches what it is there for, in the document that has it and in no other."""

from __future__ import annotations

import pytest

from expectations import gate
from tests.expectations.conftest import Hear
from tests.expectations.corruptions import CORRUPTIONS, Corruption
from tests.expectations.tables import REPORT, Rows, of, rows, tables

RULES = {rule.name: rule for rule in gate.batch_rules()}
ON_THE_WHOLE = {"documents.present"}
CASES = [
    pytest.param(name, corruption, id=f"{name}-{place}")
    for name, corruptions in CORRUPTIONS.items()
    for place, corruption in enumerate(corruptions, start=1)
]


def test_every_expectation_has_a_corruption() -> None:
    """An expectation that no test sees fail is worth nothing: give it a corruption or delete it."""
    assert set(RULES) - ON_THE_WHOLE == set(CORRUPTIONS)


def test_valid_rows_pass() -> None:
    """Two documents as they should be meet every expectation."""
    verdict = gate.judge(tables(rows()))

    assert verdict.failures == ()
    assert {check.name for check in verdict.of(REPORT)} >= set(RULES) - ON_THE_WHOLE


@pytest.mark.parametrize(("name", "corrupt"), CASES)
def test_corrupted_rows_fail_their_document(hear: Hear, name: str, corrupt: Corruption) -> None:
    """The expectation names the report, whose rows were spoiled, and not the letter beside it."""
    spoiled = rows()
    corrupt(spoiled)

    faults = hear(spoiled, RULES[name])

    assert [fault.document_id for fault in faults] == [REPORT]
    assert all(fault.failing_count and fault.examples for fault in faults)


def test_no_document_at_all_fails(hear: Hear) -> None:
    """An empty table passes most expectations; one says that it is empty."""
    empty: Rows = {name: [] for name in rows()}

    faults = hear(empty, RULES["documents.present"])

    assert [fault.document_id for fault in faults] == [None]


@pytest.mark.parametrize("symbol", ["A/999/1/Add.1", "A/999/1 (Part II)", "A/999/1/Corr.1"])
def test_a_document_that_continues_another_may_begin_at_any_number(hear: Hear, symbol: str) -> None:
    """An addendum goes on where its parent ended; after its first number there is still no gap."""
    continued = rows()
    for paragraph in continued["paragraphs"]:
        paragraph["symbol"] = symbol
        if paragraph["number"] is not None:
            paragraph["number"] += 56

    assert hear(continued, RULES["paragraphs.numbering_has_no_gap"]) == ()


@pytest.mark.parametrize(
    ("kind", "headings", "is_passed"),
    [
        ("report", ("I. The flag", "II. The town"), False),
        ("resolution", ("I. The flag", "II. The town"), True),
        ("resolution", ("I. The flag", "I. The flag"), False),
        ("letter", ("I. The flag", "I. The flag"), True),
    ],
)
def test_numbers_begin_again_where_the_united_nations_lets_them(
    hear: Hear, kind: str, headings: tuple[str, str], *, is_passed: bool
) -> None:
    """Parts of a resolution and lists in a letter count from 1 again; a report never does."""
    parted = rows()
    of(parted, "documents", REPORT)["kind"] = kind
    of(parted, "paragraphs", REPORT, 0)["section_path"] = [headings[0]]
    of(parted, "paragraphs", REPORT, 1).update(number=1, section_path=[headings[1]])

    assert (hear(parted, RULES["paragraphs.numbering_has_no_gap"]) == ()) is is_passed


@pytest.mark.parametrize(
    ("kind", "number", "is_passed"),
    [("operative", 1, True), ("operative", 3, False), ("paragraph", 1, False)],
)
def test_a_draft_that_a_report_recommends_has_numbers_of_its_own(
    hear: Hear, kind: str, number: int, *, is_passed: bool
) -> None:
    """The draft's operative paragraphs begin at 1; those of a Main Committee's report do so once (A/53/601)."""
    recommending = rows()
    of(recommending, "paragraphs", REPORT, 1).update(kind=kind, number=number)

    assert (hear(recommending, RULES["paragraphs.numbering_has_no_gap"]) == ()) is is_passed


@pytest.mark.parametrize("amount", ["USD 340000", "EUR 0.5", "USD 1900000/2400000"])
def test_amounts_and_ranges_of_money_pass(hear: Hear, amount: str) -> None:
    """An amount may have decimals, and a range two amounts."""
    paid = rows()
    of(paid, "mentions", REPORT, 2)["entity_id"] = f"money:{amount}"

    assert hear(paid, RULES["mentions.money_is_amount"]) == ()


@pytest.mark.parametrize(
    "date",
    ["2019", "199X", "19XX", "2019-03", "2019-21", "2019-03-20", "2019-03-20/2019-03-22", "2017/2018", "../2020",
     "2019/..", "1990~", "2004-02-29"],
)  # fmt: skip
def test_dates_of_every_precision_pass(hear: Hear, date: str) -> None:
    """Years, decades, months, seasons, days, intervals and open ends are EDTF."""
    dated = rows()
    for mention in dated["mentions"]:
        if mention["type"] == "DATE":
            mention["entity_id"] = f"edtf:{date}"

    assert hear(dated, RULES["mentions.dates_are_edtf"]) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "تقرير الأمين العام عن المدن"),
        ("zh", "秘书长关于城市的报告"),
        ("ru", "Доклад Генерального секретаря"),
    ],
)
def test_texts_in_other_scripts_are_of_their_language(hear: Hear, language: str, text: str) -> None:
    """A text in Arabic, Chinese or Russian letters passes as such."""
    foreign = rows()
    for document in foreign["documents"]:
        document["language"] = language
    for paragraph in foreign["paragraphs"]:
        paragraph["text"] = f"{text} (UNDP)"

    assert hear(foreign, RULES["documents.language_is_of_text"]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Resolutions 60/1 and 61/105 were recalled.",
        "The biennium 98-99 and the series 10-20 of 3/4 of the towns.",
        "See A/999/1 and pages 3/20.",
        "Telephone 12-345678.",
    ],
)
def test_figures_in_a_sentence_are_no_furniture(hear: Hear, text: str) -> None:
    """Numbers with strokes and dashes stand in real sentences too."""
    written = rows()
    written["paragraphs"][0]["text"] = text

    assert hear(written, RULES["paragraphs.hold_no_furniture"]) == ()
