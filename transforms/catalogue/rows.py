"""Records and where each came from -> the catalogue's tables.

>>> rows_of([(record(content), Provenance(url, sha256, event_id))])["records"].num_rows
1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from transforms.catalogue.spelling import key
from transforms.catalogue.values import Link, Record, Votes
from transforms.schema import TABLES, Row, table_of


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record came from: its address, the SHA-256 of its canonical bytes, the event that imported it."""

    source_url: str
    content_sha256: str
    event_id: str


def rows_of(records: Iterable[tuple[Record, Provenance]]) -> dict[str, pa.Table]:
    """The tables `records`, `record_agenda`, `record_subjects` and `record_links`.

    Args:
        records: in the order of the log; of two with one control number the later stands, for it is the revised one.
    """
    latest = {record.control_number: (record, provenance) for record, provenance in records}
    held = [record for record, _ in latest.values()]
    rows: dict[str, Iterable[Row]] = {
        "records": (_record(*each) for each in latest.values()),
        "record_agenda": (row for record in held for row in _agenda(record)),
        "record_subjects": (row for record in held for row in _subjects(record)),
        "record_links": (row for record in held for row in _links(record)),
    }
    return {name: table_of(TABLES[name], made) for name, made in rows.items()}


def _id(record: Record) -> str:
    return f"undl:{record.control_number}"


def _record(record: Record, provenance: Provenance) -> Row:
    return {
        "record_id": _id(record),
        "symbols": list(record.symbols),
        "title": record.title,
        "document_types": list(record.document_types),
        "distribution": record.distribution,
        "document_date": record.document_date,
        "document_date_text": record.document_date_text,
        "publication_date": record.publication_date,
        "publication_date_text": record.publication_date_text,
        "action_date": record.action_date,
        "action_date_text": record.action_date_text,
        "session": record.session,
        "languages": list(record.languages),
        "job_numbers": list(record.job_numbers),
        "bodies": list(record.bodies),
        "author_bodies": list(record.author_bodies),
        "related_symbols": list(record.related_symbols),
        "notes": list(record.notes),
        "mandate_note": record.mandate_note,
        "mandate_symbols": list(record.mandate_symbols),
        **_vote(record.vote),
        "link_count": len(record.links),
        "source_url": provenance.source_url,
        "content_sha256": provenance.content_sha256,
        "imported_event_id": provenance.event_id,
    }


def _vote(vote: Votes | None) -> Row:
    if vote is None:
        return {}
    return {
        "yes_count": vote.yes,
        "no_count": vote.no,
        "abstaining_count": vote.abstaining,
        "non_voting_count": vote.non_voting,
        "is_without_vote": vote.is_without_vote,
        "vote_text": vote.text or None,
    }


def _agenda(record: Record) -> Iterator[Row]:
    for ordinal, agenda in enumerate(record.agenda, start=1):
        yield {
            "record_id": _id(record),
            "ordinal": ordinal,
            "document": agenda.document,
            "item": agenda.item,
            "title": agenda.title,
        }


def _subjects(record: Record) -> Iterator[Row]:
    for ordinal, uri in enumerate(record.subject_uris, start=1):
        yield {"record_id": _id(record), "ordinal": ordinal, "subject_uri": uri}


def _links(record: Record) -> Iterator[Row]:
    for ordinal, link in enumerate(record.links, start=1):
        yield {
            "record_id": _id(record),
            "ordinal": ordinal,
            "url": link.url,
            "language": link.language,
            "symbols": list(link.symbols),
            "is_other_document": _is_other(link, record),
        }


def _is_other(link: Link, record: Record) -> bool | None:
    """Whether the file is named after none of the record's symbols; None where one of the two names none."""
    if not link.symbols or not record.symbols:
        return None
    return {key(symbol) for symbol in link.symbols}.isdisjoint(key(symbol) for symbol in record.symbols)
