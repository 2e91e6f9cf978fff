"""A reference -> the mention that stands for its words, and a citation for each document it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.citations import Reference
from transforms.passages import Citation, Mention

_AGAIN = re.compile(r"\b(?:that|same) (?:resolution|decision)\b(?! \d)")


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


def said_again(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Where "that resolution" stands for the resolution cited last before it."""
    if "that " not in text and "same " not in text:
        return
    cited = [mention for mention in found if mention.type == "RESOLUTION"]
    for again in _AGAIN.finditer(text) if cited else ():
        last = max((m for m in cited if m.end <= again.start()), key=lambda m: m.end, default=None)
        if last is not None:
            start, end = again.span()
            yield last._replace(start=start, end=end, layer="coref", method="anaphora", confidence=0.8)
