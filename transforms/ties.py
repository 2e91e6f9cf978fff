"""The rows of who is tied to whom in a document: amounts with giver and receiver.

>>> [row["giver_ids"] for row in rows(document)["funding"]]
[['geo:KEN']]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from transforms.document import Document
from transforms.schema import Row


def rows(document: Document) -> Mapping[str, Iterable[Row]]:
    """The rows of each table, by its name."""
    return {"funding": _funding(document)}


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
