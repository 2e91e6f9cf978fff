"""What an earlier document asks meets the later paragraphs that take it up, and nothing that only sounds like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from tests.transforms.test_reuse import LAMPS, SIRENS, Document, filled, tables
from transforms.reuse import follow_ups
from transforms.schema import TABLES, Row, table_of

ASKING: Document = ("S/RES/9991 (2097)@en", date(2097, 5, 30), [SIRENS])
ASKED = "S/RES/9991 (2097)@en#p_1"
REWORDED = (
    "Five coastal States that have set up sirens with the help of the scheme to test them have done so every month, "
    "and publish the results of each test at once"
)


def asking(place: str, text: str, **values: Any) -> Row:
    return filled(
        "recommendations", recommendation_id=f"{place}/r", document_id=place.partition("#")[0], paragraph_id=place, surface=text,
        **{"kind": "request", "addressee_ids": ["group:coastal-states"], **values},
    )  # fmt: skip


def cites(place: str, document: str, paragraph: str | None = None) -> Row:
    """A citation of a document, or of a paragraph of it, in a paragraph or a footnote."""
    column = "footnote_id" if "#footnote" in place else "paragraph_id"
    return filled(
        "citations", citation_id=f"{place}/{document}", document_id=place.partition("#")[0], cited_document_id=document,
        cited_paragraph_id=paragraph, **{column: place},
    )  # fmt: skip


def found(documents: Sequence[Document], **more: Sequence[Row]) -> list[tuple[object, ...]]:
    """Paragraph, method, kind and confidence of each follow-up."""
    held = dict(zip(("documents", "document_symbols", "paragraphs"), tables(documents), strict=True))
    others: Mapping[str, Sequence[Row]] = {"recommendations": [asking(ASKED, SIRENS)], **more}
    given: dict[str, pa.Table] = {
        name: table_of(TABLES[name], others.get(name, ()))
        for name in ("recommendations", "citations", "footnotes", "mentions")
    }
    rows = follow_ups(held | given).to_pylist()
    return [(row["paragraph_id"], row["method"], row["kind"], row["confidence"]) for row in rows]


def later(*texts: str, day: date | None = date(2098, 5, 30), symbol: str = "A/999/7") -> Document:
    return f"{symbol}@en", day, texts


def test_a_paragraph_that_cites_the_very_paragraph_takes_it_up() -> None:
    """Whatever its words; surer where it names who was asked (A/61/204, para. 61, on S/RES/1631 (2005), para. 6)."""
    documents = [ASKING, later("The paragraph was noted.", "Kenya answered.")]
    citations = [cites(f"A/999/7@en#p_{n}", ASKING[0], ASKED) for n in (1, 2)]
    mentions = [
        filled(
            "mentions",
            mention_id="m",
            document_id="A/999/7@en",
            paragraph_id="A/999/7@en#p_2",
            entity_ids=["geo:KEN"],
        )
    ]
    recommendations = [asking(ASKED, SIRENS, addressee_ids=["geo:KEN"])]

    assert found(documents, citations=citations, mentions=mentions, recommendations=recommendations) == [
        ("A/999/7@en#p_1", "paragraph", "taken_up", 0.75),
        ("A/999/7@en#p_2", "paragraph", "taken_up", 0.95),
    ]


def test_a_document_cited_beside_the_words_is_evidence_and_alone_is_none() -> None:
    """The citation may stand in a footnote of the paragraph (S/2008/186, para. 57, on S/RES/1645 (2005), para. 11)."""
    documents = [ASKING, later(REWORDED, LAMPS)]
    note = filled(
        "footnotes",
        footnote_id="A/999/7@en#footnote_1",
        document_id="A/999/7@en",
        paragraph_id="A/999/7@en#p_1",
    )
    citations = [cites("A/999/7@en#footnote_1", ASKING[0]), cites("A/999/7@en#p_2", ASKING[0])]

    assert found(documents, citations=citations, footnotes=[note]) == [
        ("A/999/7@en#p_1", "beside", "taken_up", 0.9),
    ]


def test_the_words_alone_tell_only_where_the_document_is_cited_elsewhere() -> None:
    """A report cites a resolution once and then tells of each of its paragraphs."""
    documents = [ASKING, later("The resolution was read.", REWORDED)]

    assert found(documents) == []
    assert found(documents, citations=[cites("A/999/7@en#p_1", ASKING[0])]) == [
        ("A/999/7@en#p_2", "apart", "taken_up", 0.8),
    ]


def test_a_paragraph_that_asks_for_the_same_reiterates_it() -> None:
    """A renewed request is no answer to the one before; a request that is only reported is not followed at all."""
    documents = [ASKING, later(SIRENS)]
    citations = [cites("A/999/7@en#p_1", ASKING[0])]
    again = asking("A/999/7@en#p_1", SIRENS)

    assert found(documents, citations=citations, recommendations=[asking(ASKED, SIRENS), again]) == [
        ("A/999/7@en#p_1", "beside", "reiterated", 0.9),
    ]
    assert (
        found(
            documents, citations=citations, recommendations=[asking(ASKED, SIRENS, kind="reported_request")]
        )
        == []
    )


def test_nothing_is_taken_up_before_it_was_asked() -> None:
    """Of two resolutions of one day that cite each other neither answers; what has no date cites what was there before."""
    citations = [cites("A/999/7@en#p_1", ASKING[0], ASKED)]

    assert found([ASKING, later(SIRENS, day=ASKING[1])], citations=citations) == []
    assert found([ASKING, later(SIRENS, day=date(2096, 1, 1))], citations=citations) == []
    assert len(found([ASKING, later(SIRENS, day=None)], citations=citations)) == 1


def test_the_words_of_a_formula_tell_nothing() -> None:
    """Where a dozen documents say the same, it is taken up only where the very paragraph is cited."""
    others = [later(SIRENS, symbol=f"A/999/{n}") for n in range(10, 24)]
    citations = [cites("A/999/10@en#p_1", ASKING[0]), cites("A/999/11@en#p_1", ASKING[0], ASKED)]

    assert found([ASKING, *others], citations=citations) == [
        ("A/999/11@en#p_1", "paragraph", "taken_up", 0.75)
    ]
