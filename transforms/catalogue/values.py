"""What a catalogue says: one search answer, one record, and the parts of a record that have parts.

>>> Votes(yes=141, no=7, abstaining=32, non_voting=13, is_without_vote=False, text="Adopted 141-7-32").yes
141
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One search answer.

    Attributes:
        total: how many records the whole search found, where the answer says it.
        records: each record alone, as bytes that are the same wherever and however it was answered.
    """

    total: int | None
    records: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A file that the record points to (856), with the symbols that the file's own name encodes."""

    url: str
    language: str | None
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda item under which a document was issued (991); `document` is the agenda itself (`A/72/251`).

    `subject` is a heading of the Library's, which may be a label of its thesaurus: it is in no table.
    """

    document: str | None
    item: str | None
    title: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Votes:
    """How a text was adopted (996), counted, and in the cataloguer's words (`text`, empty where there are none)."""

    yes: int | None
    no: int | None
    abstaining: int | None
    non_voting: int | None
    is_without_vote: bool
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the catalogue. Texts are as given; symbols are canonical where they can be read as symbols.

    Each date stands twice: as a day where the field holds a whole one, and as given.

    Attributes:
        control_number: the Library's own number of the record (001).
        symbols: the symbols of the document (191 a), in order.
        title: 245 a, b, n, p and c, joined by spaces.
        document_types: what kind of document it is (989), from the general to the special, joined by ` / `.
        distribution: the code of its distribution (091): `GEN`, `LTD`, `RES`.
        job_numbers: 029 b of the kind `JN`.
        languages: 041 in ISO 639-1; codes of other languages as given.
        document_date: the date of the document (269).
        publication_date: the date in the imprint (260 c).
        action_date: when it was acted upon, adopted for instance (992).
        session: session or year (191 c), as given.
        bodies: the body's part of the symbols (191 b): `A/C.3/`.
        author_bodies: corporate authors (710).
        subject_uris: addresses in the UNBIS Thesaurus (650); never its labels, which may not be passed on.
        agenda: 991.
        related_symbols: other documents (791, 993).
        notes: 500.
        mandate_note: the notes that name the resolution or decision which asked for the document.
        mandate_symbols: what these notes name.
        vote: 996.
        links: 856.
    """

    control_number: str
    symbols: tuple[str, ...]
    title: str | None
    document_types: tuple[str, ...]
    distribution: str | None
    job_numbers: tuple[str, ...]
    languages: tuple[str, ...]
    document_date: dt.date | None
    document_date_text: str | None
    publication_date: dt.date | None
    publication_date_text: str | None
    action_date: dt.date | None
    action_date_text: str | None
    session: str | None
    bodies: tuple[str, ...]
    author_bodies: tuple[str, ...]
    subject_uris: tuple[str, ...]
    agenda: tuple[Agenda, ...]
    related_symbols: tuple[str, ...]
    notes: tuple[str, ...]
    mandate_note: str | None
    mandate_symbols: tuple[str, ...]
    vote: Votes | None
    links: tuple[Link, ...]
