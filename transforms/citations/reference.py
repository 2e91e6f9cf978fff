"""The values that go into and come out of the citation finders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class Trigger(NamedTuple):
    """A literal of `TRIGGERS` found in a text: `text[start:end]` is the literal, `kind` its value there."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitationContext:
    """What is known of the document; one value serves all its texts in order.

    Attributes:
        organ: the id of the body that speaks (`org:un.ga`), if any.
        years: resolutions of the Security Council that its texts have cited so far, each with its year; `cite` adds to it.
    """

    organ: str | None
    years: dict[int, int] = field(default_factory=dict)


class Reference(NamedTuple):
    """One thing referred to.

    Attributes:
        start: first code point of the words in the text.
        end: one past the last.
        type: `DOC_SYMBOL`, `RESOLUTION`, `AGREEMENT`, `CHARTER` or `XREF`.
        ids: e.g. `res:A/RES/60/1`; two for a joint symbol, several for a range of paragraphs.
        cited_symbols: canonical symbols of the documents cited; none for the Charter and cross references.
        pinpoint: the place inside it in one normal form (`annex, para. 4 (1)`); it lies outside the span.
        method: the rule that found it.
        confidence: between 0 and 1, how sure the rule is of the target.
        pinpoint_spans: where the words of the pinpoint stand.
        stated_date: the day that the words give what is cited (`of 16 September 2005`).
    """

    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    cited_symbols: tuple[str, ...]
    pinpoint: str | None
    method: str
    confidence: float
    pinpoint_spans: tuple[tuple[int, int], ...] = ()
    stated_date: dt.date | None = None
