"""Many documents' tables become one set."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from transforms import corpus
from transforms.schema import TABLES, table_of


def citation(document_id: str, symbol: str, pinpoint: str | None = None) -> dict[str, Any]:
    return {
        "citation_id": f"{document_id}#para_1/c0-{symbol}",
        "document_id": document_id,
        "paragraph_id": f"{document_id}#para_1",
        "footnote_id": None,
        "start_char": 0,
        "end_char": 1,
        "surface": "x",
        "cited_symbol": symbol,
        "pinpoint": pinpoint,
        "pinpoint_annexes": [],
        "pinpoint_chapters": [],
        "pinpoint_sections": [],
        "pinpoint_paragraphs": [],
        "stated_date": None,
        "cited_document_id": None,
        "cited_paragraph_id": None,
        "cited_paragraph_ids": [],
        "method": "test",
        "confidence": 1.0,
    }


def symbols(*pairs: tuple[str, str]) -> pa.Table:
    return table_of(
        TABLES["document_symbols"],
        [{"symbol": symbol, "document_id": held, "is_first": True} for symbol, held in pairs],
    )


def paragraphs(*ids: str, under: tuple[str, ...] = ()) -> pa.Table:
    """Paragraphs of which the label follows the `#`, all under the same headings."""
    rows = [
        {
            "paragraph_id": one, "document_id": one.partition("#")[0], "symbol": "x", "language": "en", "ordinal": n,
            "number": n, "label": one.partition("#")[2], "kind": "paragraph", "parent_id": None,
            "section_path": list(under), "page": None, "text": "x",
        }
        for n, one in enumerate(ids, start=1)
    ]  # fmt: skip
    return table_of(TABLES["paragraphs"], rows)


def resolved(*rows: dict[str, Any], held: pa.Table, known: pa.Table | None = None) -> list[tuple[Any, Any]]:
    table = corpus.resolve(
        table_of(TABLES["citations"], rows), held, known if known is not None else paragraphs()
    )
    return list(
        zip(
            table.column("cited_document_id").to_pylist(),
            table.column("cited_paragraph_id").to_pylist(),
            strict=True,
        )
    )


def test_a_cited_symbol_finds_the_document_held_under_it_whatever_the_spelling() -> None:
    held = symbols(("S/RES/1540 (2004)", "S/RES/1540 (2004)@en"))
    assert resolved(citation("A/1@en", "S/RES/1540(2004)"), held=held) == [("S/RES/1540 (2004)@en", None)]


def test_the_citing_documents_language_is_preferred_then_english() -> None:
    held = symbols(("A/1", "A/1@ar"), ("A/1", "A/1@en"), ("A/1", "A/1@fr"))
    assert resolved(citation("A/2@fr", "A/1"), held=held) == [("A/1@fr", None)]
    assert resolved(citation("A/2@ru", "A/1"), held=held) == [("A/1@en", None)]


def test_a_symbol_nobody_holds_stays_unresolved() -> None:
    assert resolved(citation("A/2@fr", "A/9"), held=symbols()) == [(None, None)]


def places(pinpoint: str, known: pa.Table, symbol: str = "A/1") -> list[str]:
    """What a citation of `symbol` finds in the document A/1, by the labels."""
    table = corpus.resolve(
        table_of(TABLES["citations"], [citation("A/2@en", symbol, pinpoint)]),
        symbols((symbol, "A/1@en")),
        known,
    )
    return [each.partition("#")[2] for each in table.column("cited_paragraph_ids")[0].as_py()]


@pytest.mark.parametrize(
    ("pinpoint", "labels"),
    [
        ("para. 4", ["4"]),
        ("paras. 4, 6 and 9", ["4", "6"]),
        ("paras. 4-6", ["4", "6"]),
        ("paras. 5 (a) and (b)", ["5(a)", "5(b)"]),
        ("para. 6 (c) (ii)", ["6"]),
        ("annex, para. 1", ["annex-1:1"]),
        ("annex II, para. 2 (c)", ["annex-2:2(c)"]),
        ("annex B, para. 2 (c)", ["annex-2:2(c)"]),
        ("second preambular paragraph", ["p2"]),
        ("annex", []),
        ("sect. III", []),
        ("annex III, para. 4", []),
    ],
)
def test_a_pinpoint_finds_the_paragraphs_it_names_that_are_held(pinpoint: str, labels: list[str]) -> None:
    held = ["4", "5(a)", "5(b)", "6", "annex-1:1", "annex-2:2(c)", "p2"]
    assert places(pinpoint, paragraphs(*(f"A/1@en#{label}" for label in held))) == labels


@pytest.mark.parametrize(
    ("under", "pinpoint", "is_found"),
    [
        (("III. Staff",), "sect. III, para. 9", True),
        (("Section III", "A. Pay"), "sect. III.A, para. 9", True),
        (("III. Staff", "B. Leave"), "sect. III.A, para. 9", False),
        (("IV. Staff",), "sect. III, para. 9", False),
        (("Chapter IV", "A. Pay"), "chap. IV, sect. A, para. 9", True),
        ((), "sect. III, para. 9", False),
        (("III. Staff",), "para. 9", True),
    ],
)
def test_a_paragraph_is_sought_under_the_headings_named(
    under: tuple[str, ...], pinpoint: str, is_found: bool
) -> None:
    """`section III, paragraph 9, of its resolution 59/265`: numbers may begin anew in each section."""
    assert places(pinpoint, paragraphs("A/1@en#9", under=under)) == (["9"] if is_found else [])


def test_a_part_of_a_resolution_is_found_in_the_document_that_holds_it() -> None:
    """A/RES/77/264 A-C is one document, and so is A/RES/217 (III), whose part A is the Universal Declaration."""
    held = symbols(("A/RES/77/264 A-C", "A/RES/77/264 A-C@en"), ("A/RES/217 (III)", "A/RES/217 (III)@en"))
    assert resolved(citation("A/2@en", "A/RES/77/264 B"), held=held) == [("A/RES/77/264 A-C@en", None)]
    assert resolved(citation("A/2@en", "A/RES/77/264"), held=held) == [("A/RES/77/264 A-C@en", None)]
    assert resolved(citation("A/2@en", "A/RES/77/264 D"), held=held) == [(None, None)]
    assert resolved(citation("A/2@en", "A/RES/217 A (III)"), held=held) == [("A/RES/217 (III)@en", None)]


def test_one_part_is_not_the_whole_resolution() -> None:
    """A/RES/77/291 B was adopted a month after part A, which footnotes cite as `resolution 77/291`."""
    held = symbols(("A/RES/77/291 B", "A/RES/77/291 B@en"))
    assert resolved(citation("A/2@en", "A/RES/77/291"), held=held) == [(None, None)]


def test_the_paragraph_of_a_part_is_that_parts_own() -> None:
    known = paragraphs("A/1@en#1", "A/1@en#B:1")
    assert places("para. 1", known, "A/RES/77/264 B") == ["B:1"]
    assert places("para. 1", known, "A/RES/77/264") == ["1"]


def test_rows_of_one_entity_become_one_whatever_the_order_of_documents() -> None:
    def part(name: str) -> dict[str, pa.Table]:
        tables = {spec.name: spec.arrow.empty_table() for spec in TABLES.values() if spec.per_document}
        row = {"entity_id": "org:?x", "type": "ORG", "name": name, "status": "unlisted"}
        return tables | {"entities": table_of(TABLES["entities"], [row])}

    one, two = part("X Forum"), part("Forum of X")
    assert corpus.merge([one, two])["entities"].equals(corpus.merge([two, one])["entities"])
    assert corpus.merge([one, two])["entities"].num_rows == 1


def test_a_document_without_an_origin_is_named() -> None:
    documents = pa.table({"document_id": ["A/1@en"]})
    with pytest.raises(KeyError, match="A/1@en"):
        corpus.stamp(documents, {})
