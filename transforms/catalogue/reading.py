"""One record's bytes -> what it says: each MARC field has its line here, and nothing else is read.

>>> record(page(content).records[0]).mandate_symbols
('A/RES/78/70',)
"""

from __future__ import annotations

from transforms.catalogue import codes
from transforms.catalogue.days import day
from transforms.catalogue.fields import Fields, read
from transforms.catalogue.links import links
from transforms.catalogue.mandates import mandate
from transforms.catalogue.spelling import canonical
from transforms.catalogue.values import Agenda, Record, Votes
from transforms.catalogue.votes import votes
from transforms.errors import Refusal
from transforms.symbols import parse


def record(content: bytes) -> Record:
    """The record that `content` is: odd, missing and untitled subfields leave gaps, never an error.

    Raises:
        Refusal: `not-a-record` for anything but one MARCXML record of reasonable size with a control number (001),
            without which nobody could say which one it is.
    """
    fields = read(content)
    symbols = canonical(fields.values("191", "a"))
    notes = fields.values("500", "a")
    asked = mandate(notes, _organ(symbols))
    document_date, publication_date, action_date = (
        fields.first("269", "a"), fields.first("260", "c"), fields.first("992", "a"),
    )  # fmt: skip
    return Record(
        control_number=_control_number(fields),
        symbols=symbols,
        title=_title(fields),
        document_types=tuple(filter(None, (field.joined("abc", " / ") for field in fields.of("989")))),
        distribution=fields.first("091", "a"),
        job_numbers=codes.job_numbers(fields.of("029")),
        languages=codes.languages(fields.values("041", "a")),
        document_date=day(document_date),
        document_date_text=document_date,
        publication_date=day(publication_date),
        publication_date_text=publication_date,
        action_date=day(action_date),
        action_date_text=action_date,
        session=fields.first("191", "c"),
        bodies=fields.values("191", "b"),
        author_bodies=fields.values("710", "a"),
        subject_uris=codes.subject_uris(fields.values("650", "01")),
        agenda=_agenda(fields),
        related_symbols=canonical((*fields.values("791", "a"), *fields.values("993", "a"))),
        notes=notes,
        mandate_note=asked.note,
        mandate_symbols=asked.symbols,
        vote=_vote(fields),
        links=links(fields.of("856")),
    )


def _control_number(fields: Fields) -> str:
    number = next((text for tag, text in fields.control if tag == "001" and text), None)
    if number is None:
        raise Refusal("not-a-record", "it has no control number (001), so nobody can say which record it is.")
    return number


def _title(fields: Fields) -> str | None:
    return next(filter(None, (field.joined("abnpc") for field in fields.of("245"))), None)


def _organ(symbols: tuple[str, ...]) -> str | None:
    """The id of the body whose symbol comes first."""
    try:
        return parse(symbols[0])[0].organ if symbols else None
    except Refusal:
        return None


def _agenda(fields: Fields) -> tuple[Agenda, ...]:
    found = []
    for field in fields.of("991"):
        document = field.first("a")
        named = canonical([document])[0] if document else None
        item = Agenda(named, field.first("b"), field.first("c"), field.first("d"))
        if item != Agenda(None, None, None, None) and item not in found:
            found.append(item)
    return tuple(found)


def _vote(fields: Fields) -> Votes | None:
    return next(filter(None, (votes(field) for field in fields.of("996"))), None)
