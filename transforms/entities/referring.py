"""A reference -> the mention that stands for its words, and a citation for each document it cites."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.citations import Reference
from transforms.passages import Citation, Mention


def mention_of(index: int, reference: Reference) -> Mention:
    """The words of a reference in passage `index`."""
    cited = reference.cited_symbols
    norm = (
        cited[0]
        if len(cited) == 1
        else "; ".join(cited or [each.partition(":")[2] for each in reference.ids])
    )
    return Mention(
        index,
        reference.start,
        reference.end,
        reference.type,
        reference.ids,
        norm,
        "main",
        reference.method,
        reference.confidence,
    )


def citations_of(index: int, reference: Reference) -> Iterator[Citation]:
    """What a reference in passage `index` cites: one citation a symbol."""
    for symbol in reference.cited_symbols:
        yield Citation(
            index,
            reference.start,
            reference.end,
            symbol,
            reference.pinpoint,
            reference.method,
            reference.confidence,
            reference.stated_date,
        )
