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
        "cited_document_id": None,
        "cited_paragraph_id": None,
        "method": "test",
        "confidence": 1.0,
    }


def symbols(*pairs: tuple[str, str]) -> pa.Table:
    return table_of(
        TABLES["document_symbols"],
        [{"symbol": symbol, "document_id": held, "is_first": True} for symbol, held in pairs],
    )


def paragraphs(*ids: str) -> pa.Table:
    rows = [
        {
            "paragraph_id": one, "document_id": one.partition("#")[0], "symbol": "x", "language": "en", "ordinal": n,
            "number": n, "label": str(n), "kind": "paragraph", "parent_id": None, "section_path": [], "page": None,
            "text": "x",
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


def test_a_pinpoint_finds_its_paragraph_only_when_that_paragraph_is_held() -> None:
    held, known = symbols(("A/1", "A/1@en")), paragraphs("A/1@en#para_4", "A/1@en#annex_2__para_5__point_c")
    assert resolved(citation("A/2@en", "A/1", "para. 4"), held=held, known=known)[0][1] == "A/1@en#para_4"
    assert resolved(citation("A/2@en", "A/1", "para. 5"), held=held, known=known)[0][1] is None
    found = resolved(citation("A/2@en", "A/1", "annex II, para. 5 (c)"), held=held, known=known)
    assert found[0][1] == "A/1@en#annex_2__para_5__point_c"


@pytest.mark.parametrize(
    ("pinpoint", "eid"),
    [
        ("para. 63", "para_63"),
        ("annex, para. 4 (c)", "annex_1__para_4__point_c"),
        ("annex II, para. 5", "annex_2__para_5"),
        ("para. 79 (d) (ii)", "para_79__point_d__point_ii"),
        ("annex", None),
        ("sect. III", None),
    ],
)
def test_a_pinpoint_is_the_eid_that_the_paragraph_has(pinpoint: str, eid: str | None) -> None:
    assert corpus.pinpoint_eid(pinpoint) == eid


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
