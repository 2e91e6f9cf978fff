"""What the views of repeated paragraphs say, from a few rows made by hand to what is expected by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.warehouse.test_docket_views import Row, asked, blank

Texts = Mapping[str, str]

EARLIER: Texts = {
    "1": "The gauges were lent to four harbours.", "2": "One was lost at sea.", "3": "Members asked for sirens.",
    "4": "It is closed.", "5": "The register was burnt.",
}  # fmt: skip
LATER: Texts = {
    "1": "The gauges were lent to five harbours.", "2": "One was lost at sea!", "3": "Members asked for sirens.",
    "4": "It is closed", "5": "Lamps are new here.", "6": "So are bells.",
}  # fmt: skip


def document(symbol: str, day: date, texts: Texts) -> dict[str, list[Row]]:
    """An invented document in English with one paragraph a text; the last is a bullet."""
    document_id, last = f"{symbol}@en", list(texts)[-1]
    return {
        "documents": [blank("documents", document_id=document_id, symbol=symbol, language="en", document_date=day)],
        "document_symbols": [blank("document_symbols", document_id=document_id, symbol=symbol)],
        "paragraphs": [
            blank(
                "paragraphs", paragraph_id=f"{document_id}#para_{label}", document_id=document_id, symbol=symbol, language="en",
                ordinal=ordinal, label=label, kind="bullet" if label == last else "paragraph", text=text,
            )
            for ordinal, (label, text) in enumerate(texts.items(), start=1)
        ],
    }  # fmt: skip


def repetition(later: str, earlier: str, **values: Any) -> Row:
    known = {"relation": "earlier", "kind": "same", "contained": 1.0, "likeness": 1.0, **values}
    ids = {"document_id": later.partition("#")[0], "earlier_document_id": earlier.partition("#")[0]}
    return blank("repetitions", paragraph_id=later, earlier_paragraph_id=earlier, **ids, **known)


def held() -> dict[str, list[Row]]:
    """Three yearly reports; the last repeats three paragraphs of the second, and one of the first."""
    documents = (
        document("A/999/1", date(2096, 1, 1), {"1": "The gauges were lent to two harbours."}),
        document("A/999/2", date(2097, 1, 1), EARLIER),
        document("A/999/3", date(2098, 1, 1), LATER),
        document("A/999/3/Rev.1", date(2098, 2, 1), {"1": LATER["1"]}),
    )
    rows = {name: [row for one in documents for row in one[name]] for name in documents[0]}
    rows["repetitions"] = [
        repetition("A/999/3@en#para_1", "A/999/1@en#para_1", kind="changed", contained=0.7, likeness=0.6),
        repetition("A/999/3@en#para_1", "A/999/2@en#para_1", kind="changed", contained=0.8, likeness=0.7),
        repetition("A/999/3@en#para_2", "A/999/2@en#para_2"),
        repetition("A/999/3@en#para_3", "A/999/2@en#para_3"),
        repetition("A/999/3/Rev.1@en#para_1", "A/999/3@en#para_1", relation="version"),
    ]
    return rows


def test_what_is_new_since_a_report_is_what_repeats_nothing_of_it(tmp_path: Path) -> None:
    """Neither what is the same, nor what was changed, nor a short paragraph with the same letters."""
    found = asked(tmp_path, "FROM new_since('a/999/3', 'A/999/2')", held())

    assert [(row["label"], row["earlier_document_id"]) for row in found] == [
        ("5", "A/999/2@en"),
        ("6", "A/999/2@en"),
    ]
    letters = sum(map(len, LATER.values()))
    assert {row["new_share"] for row in found} == {round(len(LATER["5"] + LATER["6"]) / letters, 4)}


def test_everything_is_new_since_a_report_of_which_nothing_is_repeated(tmp_path: Path) -> None:
    """A document in another language, or not held, is compared with nothing."""
    assert len(asked(tmp_path, "FROM new_since('A/999/2', 'A/999/1')", held())) == len(EARLIER)
    assert asked(tmp_path, "FROM new_since('A/999/2', 'A/999/77')", held()) == []


def test_a_repeated_paragraph_stands_beside_the_closest_earlier_one(tmp_path: Path) -> None:
    """How often it was said before, and when first, stands with it; a revision repeats nobody else."""
    columns = "symbol, label, earlier_symbol, earlier_label, kind, times, first_date"

    assert [tuple(row.values()) for row in asked(tmp_path, f"SELECT {columns} FROM repeated", held())] == [
        ("A/999/3", "1", "A/999/2", "1", "changed", 2, date(2096, 1, 1)),
        ("A/999/3", "2", "A/999/2", "2", "same", 1, date(2097, 1, 1)),
        ("A/999/3", "3", "A/999/2", "3", "same", 1, date(2097, 1, 1)),
    ]


def test_a_renewal_is_counted_by_kind_of_paragraph(tmp_path: Path) -> None:
    """The same, the changed, the new and the dropped, against the earlier document that has most in common."""
    columns = "symbol, earlier_symbol, kind, paragraph_count, same_count, changed_count, new_count, new_share"
    found = asked(tmp_path, f"SELECT {columns}, earlier_paragraph_count, dropped_count FROM renewals", held())

    share = round(len(LATER["5"]) / sum(len(LATER[label]) for label in "12345"), 4)
    assert [tuple(row.values()) for row in found] == [
        ("A/999/3", "A/999/2", "bullet", 1, 0, 0, 1, 1.0, 1, 1),
        ("A/999/3", "A/999/2", "paragraph", 5, 3, 1, 1, share, 4, 0),
    ]


def test_what_was_asked_stands_beside_what_takes_it_up(tmp_path: Path) -> None:
    """With the citation on which that rests."""
    rows = held()
    asking, later = "A/999/2@en#para_3", "A/999/3@en#para_6"
    rows["recommendations"] = [
        blank(
            "recommendations",
            recommendation_id="r",
            document_id="A/999/2@en",
            paragraph_id=asking,
            surface=EARLIER["3"],
        )
    ]
    rows["citations"] = [
        blank(
            "citations",
            citation_id="c",
            document_id="A/999/3@en",
            paragraph_id=later,
            surface="A/999/2, para. 3",
        )
    ]
    rows["follow_ups"] = [
        blank(
            "follow_ups", recommendation_id="r", paragraph_id=later, document_id="A/999/3@en", earlier_document_id="A/999/2@en",
            kind="taken_up", citation_id="c", method="paragraph", confidence=0.75,
        )
    ]  # fmt: skip
    columns = "earlier_symbol, earlier_label, asked, symbol, label, citation"

    assert [tuple(row.values()) for row in asked(tmp_path, f"SELECT {columns} FROM followed_up", rows)] == [
        ("A/999/2", "3", EARLIER["3"], "A/999/3", "6", "A/999/2, para. 3"),
    ]
