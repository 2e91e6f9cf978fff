"""Passage: a text in which things are named and cited, a paragraph's or a footnote's.

The finders take passages and nothing else of the structure, so that they can be run on any text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Passage:
    """A clean text with the eId of what it is the text of. Offsets in findings count its code points."""

    eid: str
    text: str
    is_footnote: bool = False
    section_path: tuple[str, ...] = ()


class Mention(NamedTuple):
    """Something named: `passage.text[start:end]` are the words as printed.

    A document has thousands of them, and a tuple is made in a third of the time of a frozen dataclass.

    `type`, `ids` and `layer` follow `gold/GUIDELINE.md`: ids such as `org:un.sc`, `geo:SDN`,
    `res:S/RES/1540 (2004)`, `sym:A/61/204`, `edtf:2018-08-17`, `money:USD 340000`, `charter:ch. VIII`.
    """

    passage: int
    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    norm: str | None
    layer: str
    method: str
    confidence: float

    def within(self) -> Mention:
        """The same name as one that stands within a longer one; `_replace` takes three times as long."""
        return Mention._make((*self[:6], "nested", *self[7:]))


class Definition(NamedTuple):
    """An acronym a document defines for itself: `passage.text[start:end]` is the short form, as printed."""

    passage: int
    start: int
    end: int
    short: str
    long: str
    entity_id: str


class Citation(NamedTuple):
    """A document cited: one value a cited symbol.

    `pinpoint` is the place inside it (`annex, para. 5`), `stated_date` the day that the words give it.
    """

    passage: int
    start: int
    end: int
    cited_symbol: str
    pinpoint: str | None
    method: str
    confidence: float
    stated_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention names, as one row of `entities`."""

    id: str
    type: str
    name: str
    acronym: str | None = None
    parent_id: str | None = None
    iso3: str | None = None
    m49: str | None = None
    authority_uri: str | None = None
    status: str | None = None
    kind: str | None = None
    since: int | None = None
    until: int | None = None
    successor_id: str | None = None
    treaty_number: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in a document's passages; `passage` fields are indices into them."""

    mentions: tuple[Mention, ...]
    definitions: tuple[Definition, ...]
    citations: tuple[Citation, ...]
    entities: tuple[Entity, ...]
