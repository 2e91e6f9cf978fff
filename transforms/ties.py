"""The rows of what is tied to what in a document: amounts with giver and receiver, references with their places.

>>> [row["giver_ids"] for row in rows(document)["funding"]]
[['geo:KEN']]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from transforms.document import Document
from transforms.schema import Row


def rows(document: Document) -> Mapping[str, Iterable[Row]]:
    """The rows of each table, by its name."""
    return {"funding": _funding(document), "cross_references": _cross_references(document)}


def _cross_references(document: Document) -> Iterator[Row]:
    met: Counter[tuple[int, int]] = Counter()
    for found in document.cross_references:
        passage = document.passages[found.passage]
        met[found.passage, found.start] += 1
        yield {
            "cross_reference_id": f"{document.id}#{passage.eid}/x{found.start}-{met[found.passage, found.start]}",
            **document.place(found.passage, found.start, found.end),
            "surface": passage.text[found.start : found.end],
            "place": found.place,
            "cited_paragraph_id": found.paragraph_eid and f"{document.id}#{found.paragraph_eid}",
            "cited_section_id": found.section_eid and f"{document.id}#{found.section_eid}",
            "method": found.method,
            "confidence": found.confidence,
        }


def _funding(document: Document) -> Iterator[Row]:
    for found in document.funding:
        passage = document.passages[found.passage]
        yield {
            "funding_id": f"{document.id}#{passage.eid}/f{found.start}-{found.end}",
            **document.place(found.passage, found.start, found.end),
            "surface": passage.text[found.start : found.end],
            "currency": found.currency,
            "amount": float(found.amount),
            "upper_amount": None if found.upper is None else float(found.upper),
            "role": found.role,
            "cue": found.cue,
            "giver_ids": list(found.givers),
            "receiver_ids": list(found.receivers),
            "fund_id": found.fund_id,
            "fund_name": found.fund_name,
            "purpose": found.purpose,
            "method": found.method,
            "confidence": found.confidence,
        }
