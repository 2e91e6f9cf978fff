"""Mentions and citations in columns: ids, places and words as printed."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest

from transforms import findings_columns
from transforms.passages import Citation, Mention, Passage
from transforms.schema import Table
from transforms.schema.findings import CITATIONS, MENTIONS

PASSAGES = (
    Passage("para_1", "Chad’s delegation referred to A/99/1 and 2."),
    Passage("fn_1", "See A/99/1.", is_footnote=True),
)


def test_a_mention_has_the_words_as_printed_and_one_home() -> None:
    """The id, the home and the surface follow from the passage; a second id is kept beside the first."""
    found = (
        Mention(1, 4, 10, "DOC_SYMBOL", ("sym:A/99/1", "sym:S/2099/1"), "A/99/1", "main", "symbol", 0.99),
        Mention(0, 0, 4, "COUNTRY", ("geo:TCD",), None, "main", "gazetteer", 0.98),
    )
    table = findings_columns.mentions("A/99/9@en", PASSAGES, found)
    assert table.schema.equals(MENTIONS.arrow, check_metadata=True)
    rows = table.select(["mention_id", "paragraph_id", "footnote_id", "surface", "entity_ids"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("A/99/9@en#fn_1/m4-10-DOC_SYMBOL", None, "A/99/9@en#fn_1", "A/99/1", ["sym:A/99/1", "sym:S/2099/1"]),
        ("A/99/9@en#para_1/m0-4-COUNTRY", "A/99/9@en#para_1", None, "Chad", ["geo:TCD"]),
    ]


def test_citations_that_begin_at_one_place_are_numbered() -> None:
    """Two symbols cited by the same words get two ids; the next place counts anew."""
    found = (
        Citation(0, 30, 42, "A/99/1", None, "symbol", 0.99),
        Citation(0, 30, 42, "A/99/2", None, "symbol", 0.9),
        Citation(1, 4, 10, "A/99/1", None, "symbol", 0.99),
    )
    table = findings_columns.citations("A/99/9@en", PASSAGES, found)
    assert table.column("citation_id").to_pylist() == [
        "A/99/9@en#fn_1/c4-1",
        "A/99/9@en#para_1/c30-1",
        "A/99/9@en#para_1/c30-2",
    ]
    assert table.column("cited_document_id").null_count == 3


@pytest.mark.parametrize(
    ("make", "spec"), [(findings_columns.mentions, MENTIONS), (findings_columns.citations, CITATIONS)]
)
def test_nothing_found_makes_an_empty_table(make: Callable[..., pa.Table], spec: Table) -> None:
    """A document that names nothing still has both tables, with every column."""
    table = make("A/99/9@en", PASSAGES, ())
    assert table.num_rows == 0
    assert table.schema.equals(spec.arrow, check_metadata=True)
