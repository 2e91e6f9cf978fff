"""What reading a masthead makes: the masthead itself, and the body that is left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from transforms.blocks import Block, Layout, SetAside, Span
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
    meeting_date: dt.date | None = None
    original_language: str | None = None
    agenda_items: tuple[str, ...] = ()
    job_number: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """What is left of a layout when furniture and masthead are taken: blocks in order, and what was set aside.

    `is_headed` says whether the document has a masthead at all; a bare web page has none.
    """

    layout: Layout
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...] = ()
    is_headed: bool = False
