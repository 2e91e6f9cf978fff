"""The masthead: symbols, dates, organ, session, agenda items, title, job number."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from transforms.blocks import Span
from transforms.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document says of itself on its first page; `None` or empty where it prints nothing.

    `spans` are the characters of the source that the masthead accounts for.
    """

    symbols: tuple[Symbol, ...] = ()
    symbol_evidence: str = "masthead"
    organs: tuple[str, ...] = ()
    session: str | None = None
    title: str | None = None
    author: str | None = None
    distribution: str | None = None
    distribution_date: dt.date | None = None
    adoption_date: dt.date | None = None
    original_language: str | None = None
    agenda_items: tuple[str, ...] = ()
    job_number: str | None = None
    spans: tuple[Span, ...] = ()
