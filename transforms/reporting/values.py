"""What is told of reports: a request for one, what one is based on, and whose words they are.

>>> Basis(0, 0, 9, "mandate", "A/RES/71/4", "para. 5", "stated", 0.95).place
'para. 5'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from transforms.identity import Identity
from transforms.masthead import Masthead
from transforms.paragraphs import Paragraph

_ADOPTING = frozenset({"resolution", "decision", "presidential_statement"})
_RECORDS = frozenset(
    {"draft_resolution", "verbatim_record", "summary_record", "list_of_participants", "corrigendum"}
)
_OPENING = frozenset({"paragraph", "subparagraph", "letter"})
FIRST = 12
"""Paragraphs at the start in which a report says what it is based on."""


class Request(NamedTuple):
    """A report that is asked for: `passage.text[start:end]` are the words; `source` is where it is asked, `place` in it."""

    passage: int
    start: int
    end: int
    source: str | None
    place: str | None
    is_reported: bool
    reporters: tuple[str, ...]
    recipients: tuple[str, ...]
    product: str
    subject: str | None
    session: str | None
    due: str | None
    due_date: dt.date | None
    period: str | None
    confidence: float


class Basis(NamedTuple):
    """A document on which a report stands: the `mandate` that asked for it, or the `previous_report` that it follows."""

    passage: int
    start: int
    end: int
    relation: str
    symbol: str
    place: str | None
    method: str
    confidence: float


class Own(NamedTuple):
    """What a document says of itself: its symbols, the first of them where it is a resolution, its session and organ, the labels of its paragraphs, and where a report begins; whether the Secretary-General is its author."""

    symbols: Sequence[str]
    symbol: str | None
    session: int | None
    organ: str | None
    is_chief: bool
    labels: Sequence[str]
    opening: Sequence[int]


def own_of(kind: str, who: Identity, head: Masthead, paragraphs: Sequence[Paragraph]) -> Own:
    """What the requests and the bases of a document are read with."""
    adopts = kind in _ADOPTING
    summary = [at for at, paragraph in enumerate(paragraphs) if paragraph.kind == "summary"]
    opening = summary + [at for at, paragraph in enumerate(paragraphs) if paragraph.kind in _OPENING][:FIRST]
    symbols = [str(symbol) for symbol in who.symbols]
    return Own(
        symbols,
        symbols[0] if adopts and symbols else None,
        int(head.session) if head.session and head.session.isdigit() else None,
        who.organ,
        "Secretary-General" in (head.author or "").partition("addressed to")[0],
        [paragraph.label for paragraph in paragraphs],
        [] if adopts or kind in _RECORDS else opening,
    )
