"""The gate judges batches: each document by itself, whichever others are in the batch."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest

from expectations import gate
from tests.expectations.corruptions import CORRUPTIONS
from tests.expectations.tables import LETTER, REPORT, Rows, of, rows, tables
from transforms.schema import TABLES


def alone(document_id: str, given: Rows) -> Rows:
    """The rows of one document, with the entities that it names."""
    kept = {
        name: [row for row in held if row.get("document_id", document_id) == document_id]
        for name, held in given.items()
    }
    named = {mention["entity_id"] for mention in kept["mentions"]}
    named |= {row[side] for row in kept["partnerships"] for side in ("un_id", "partner_id")}
    kept["entities"] = [row for row in kept["entities"] if row["entity_id"] in named]
    return kept


def test_importing_the_gate_is_quick() -> None:
    """Great Expectations is imported by the first judgement, not by the module."""
    code = "import sys, expectations.gate; sys.exit('great_expectations' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_failing_document_is_quarantined_and_its_neighbour_is_not() -> None:
    """The verdict names the spoiled report with a detail, and accepts the letter."""
    spoiled = rows()
    of(spoiled, "paragraphs", REPORT)["text"] = "The flag\x1b[31m was shown."

    verdict = gate.judge(tables(spoiled))

    assert verdict.documents_failed == (REPORT,)
    (clean,) = [check for check in verdict.failed(REPORT) if check.name == "paragraphs.text_is_clean"]
    assert (clean.table, clean.failing_count) == ("paragraphs", 1)
    assert "control characters" in clean.detail
    assert "\\u001b[31m" in clean.detail
    assert "\x1b" not in clean.detail


def test_a_document_is_judged_the_same_in_any_company() -> None:
    """Each document alone gets the checks that it gets beside a spoiled one."""
    spoiled = rows()
    for name in ("paragraphs.numbering_has_no_gap", "mentions.surface_is_quoted", "documents.counts_agree",
                 "documents.session_is_number", "footnotes.anchor_is_in_text"):  # fmt: skip
        CORRUPTIONS[name][0](spoiled)
    of(spoiled, "citations", LETTER).update(
        cited_document_id=None, cited_paragraph_id=None, cited_paragraph_ids=[]
    )

    together = gate.judge(tables(spoiled))

    for document_id in (REPORT, LETTER):
        assert gate.judge(tables(alone(document_id, spoiled))).of(document_id) == together.of(document_id)
    assert together.documents_failed == (REPORT,)


def test_a_second_batch_remembers_nothing_of_the_first() -> None:
    """After a spoiled batch the same documents unspoiled pass."""
    spoiled = rows()
    of(spoiled, "documents", REPORT)["text_conserved"] = 0.5

    first, second = gate.judge(tables(spoiled)), gate.judge(tables(rows()))

    assert first.documents_failed == (REPORT,)
    assert second.is_passed


def test_threads_do_not_mix_their_batches() -> None:
    """Batches judged from several threads at once get each its own verdict."""
    spoiled = rows()
    of(spoiled, "documents", LETTER)["text_conserved"] = 0.5
    batches = [tables(rows()), tables(spoiled)] * 2

    with ThreadPoolExecutor(max_workers=4) as pool:
        verdicts = list(pool.map(gate.judge, batches))

    assert [verdict.documents_failed for verdict in verdicts] == [(), (LETTER,)] * 2


def test_rows_of_an_undeclared_document_fail_that_document() -> None:
    """Rows whose document has no row of its own are a failure of the document they name."""
    orphaned = rows()
    orphaned["documents"] = [row for row in orphaned["documents"] if row["document_id"] == LETTER]
    of(orphaned, "citations", LETTER).update(
        cited_document_id=None, cited_paragraph_id=None, cited_paragraph_ids=[]
    )

    verdict = gate.judge(tables(orphaned))

    assert verdict.documents_failed == (REPORT,)


def test_an_empty_batch_fails() -> None:
    """No document is no pass."""
    verdict = gate.judge(tables({name: [] for name in rows()}))

    assert [check.name for check in verdict.failures] == ["documents.present"]


def test_more_documents_fail_than_great_expectations_would_list() -> None:
    """Great Expectations fetches 200 rows of a query; every failing document is named all the same."""
    many = rows()
    copied = of(many, "documents", LETTER)
    many["documents"] += [
        copied | {"document_id": f"A/999/{n}@en", "session": "none"} for n in range(1000, 1250)
    ]

    verdict = gate.judge(tables(many))

    named = [check for check in verdict.failures if check.name == "documents.session_is_number"]
    assert len(named) == 250


def test_offsets_count_code_points() -> None:
    """Words after letters outside the basic plane and combining marks are found where Python finds them."""
    odd = rows()
    paragraph = of(odd, "paragraphs", REPORT, 4)
    text = paragraph["text"] = f"{paragraph['text']} Flags \U0001f1fa\U0001f1f3 e\u0301 ع of Kenya"
    start = text.index("Kenya")
    mention = of(odd, "mentions", REPORT)
    mention |= {
        "paragraph_id": f"{REPORT}#annex_1__para_2",
        "mention_id": f"{REPORT}#annex_1__para_2/m{start}-{start + 5}-COUNTRY",
        "start_char": start,
        "end_char": start + 5,
    }

    assert gate.judge(tables(odd)).is_passed


def _retyped(given: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return given | {
        "sections": given["sections"].set_column(3, "level", given["sections"]["level"].cast(pa.int64()))
    }


def _reordered(given: dict[str, pa.Table]) -> dict[str, pa.Table]:
    names = given["sections"].column_names
    return given | {"sections": given["sections"].select([names[1], names[0], *names[2:]])}


def _shortened(given: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return given | {"sections": given["sections"].drop_columns(["page"])}


def _lengthened(given: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return given | {"sections": given["sections"].append_column("colour", pa.nulls(3, pa.string()))}


def _missing(given: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return {name: table for name, table in given.items() if name != "sections"}


@pytest.mark.parametrize("misshape", [_retyped, _reordered, _shortened, _lengthened, _missing])
def test_a_table_of_the_wrong_shape_fails_the_batch(misshape: object) -> None:
    """A type, the order, a missing or an added column or a missing table stop everything that follows."""
    assert callable(misshape)

    verdict = gate.judge(misshape(tables()))

    assert [check.name for check in verdict.failures] == ["sections.shape"]
    assert verdict.failed(REPORT)
    assert {check.name for check in verdict.checks} == {
        f"{name}.shape" for name, spec in TABLES.items() if spec.per_document
    }


def test_a_break_in_an_official_text_is_a_warning() -> None:
    """The Organization's own XML prints what it prints: S/RES/2717 (2023) in Arabic has two paragraphs 45."""
    broken = rows()
    of(broken, "paragraphs", REPORT, 1).update(number=3, label="3", paragraph_id=f"{REPORT}#para_3")
    of(broken, "paragraphs", REPORT, 2)["parent_id"] = None
    for table in (
        "mentions", "definitions", "citations", "links", "funding", "cross_references", "recommendations",
        "report_requests", "report_bases", "partnerships", "mechanisms", "occurrences",
    ):  # fmt: skip
        broken[table] = []

    assert "paragraphs.numbering_has_no_gap" in {c.name for c in gate.judge(tables(broken)).failed(REPORT)}
    of(broken, "documents", REPORT)["media_type"] = "application/akn+xml"
    verdict = gate.judge(tables(broken))
    assert verdict.failed(REPORT) == ()
    assert [check.name for check in verdict.warnings(REPORT)] == ["paragraphs.official_numbering_has_no_gap"]
