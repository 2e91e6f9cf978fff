"""Document -> Arrow tables that obey the schema.

>>> tables = tables_of(document, content_sha256="9f…", reader_fingerprint="1c…")
>>> tables["paragraphs"].column("label").to_pylist()[:3]
['summary-1', '1', '2']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from transforms import docket, findings_columns, particulars, ties
from transforms.document import Document
from transforms.schema import TABLES, Row, table_of


def tables_of(document: Document, *, content_sha256: str, reader_fingerprint: str) -> dict[str, pa.Table]:
    """One document's rows, a table for every per-document table of the schema, sorted by its key.

    `source_url` and `accepted_event_id` stay null: they belong to the log, and `corpus.stamp` fills them.
    """
    rows: Mapping[str, Iterable[Row]] = {
        "documents": [_document(document, content_sha256, reader_fingerprint)],
        "document_symbols": _symbols(document),
        "sections": _sections(document),
        "paragraphs": _paragraphs(document),
        "footnotes": _footnotes(document),
        "cells": _cells(document),
        "set_aside": _set_aside(document),
        **particulars.rows_of(document),
        "definitions": _definitions(document),
        "entities": _entities(document),
        **docket.rows(document),
        **ties.rows(document),
    }
    many = {
        "mentions": findings_columns.mentions(document.id, document.passages, document.findings.mentions),
        "citations": findings_columns.citations(document.id, document.passages, document.findings.citations),
    }
    return {
        name: many[name] if name in many else table_of(spec, rows[name])
        for name, spec in TABLES.items()
        if spec.per_document
    }


def _document(document: Document, content_sha256: str, reader_fingerprint: str) -> Row:
    who, head, body = document.identity, document.masthead, document.structure
    return {
        "document_id": document.id,
        "symbol": who.symbols[0],
        "symbols": list(who.symbols),
        "language": who.language,
        "kind": document.kind,
        "kind_evidence": document.kind_evidence,
        "title": head.title,
        "document_date": head.adoption_date or head.meeting_date or head.distribution_date,
        "distribution_date": head.distribution_date,
        "adoption_date": head.adoption_date,
        "meeting_date": head.meeting_date,
        "session": head.session,
        "agenda_items": list(head.agenda_items),
        "job_number": head.job_number,
        "original_language": head.original_language,
        "symbol_evidence": who.evidence,
        "content_sha256": content_sha256,
        "media_type": document.media_type,
        "is_ocr": document.is_ocr,
        "reader_fingerprint": reader_fingerprint,
        "text_conserved": document.text_conserved,
        "paragraph_count": len(body.paragraphs),
        "numbered_count": sum(p.number is not None for p in body.paragraphs),
        "word_count": sum(len(p.text.split()) for p in body.paragraphs),
    }


def _symbols(document: Document) -> Iterator[Row]:
    symbols = document.identity.symbols
    joint = ("-".join(symbols),) if len(symbols) > 1 else ()
    for symbol in (*symbols, *joint):
        yield {"symbol": symbol, "document_id": document.id, "is_first": symbol == symbols[0]}


def _sections(document: Document) -> Iterator[Row]:
    for ordinal, section in enumerate(document.structure.sections, start=1):
        yield {
            "section_id": f"{document.id}#{section.eid}",
            "document_id": document.id,
            "ordinal": ordinal,
            "level": section.level,
            "label": section.label,
            "heading": section.heading,
            "section_path": list(section.path),
            "page": section.page,
        }


def _paragraphs(document: Document) -> Iterator[Row]:
    for ordinal, paragraph in enumerate(document.structure.paragraphs, start=1):
        yield {
            "paragraph_id": f"{document.id}#{paragraph.eid}",
            "document_id": document.id,
            "symbol": document.identity.symbols[0],
            "language": document.identity.language,
            "ordinal": ordinal,
            "number": paragraph.number,
            "label": paragraph.label,
            "kind": paragraph.kind,
            "parent_id": _id(document, paragraph.parent_eid),
            "section_path": list(paragraph.section_path),
            "page": paragraph.page,
            "text": paragraph.text,
            "source_eid": paragraph.source_eid,
        }


def _footnotes(document: Document) -> Iterator[Row]:
    for ordinal, note in enumerate(document.structure.footnotes, start=1):
        yield {
            "footnote_id": f"{document.id}#{note.eid}",
            "document_id": document.id,
            "ordinal": ordinal,
            "marker": note.marker,
            "text": note.text,
            "paragraph_id": _id(document, note.paragraph_eid),
            "anchor_char": note.anchor_char,
            "page": note.page,
        }


def _cells(document: Document) -> Iterator[Row]:
    for cell in document.structure.cells:
        yield {
            "document_id": document.id,
            "table_ordinal": cell.table_ordinal,
            "row_ordinal": cell.row_ordinal,
            "column_ordinal": cell.column_ordinal,
            "row_span": cell.row_span,
            "column_span": cell.column_span,
            "is_header": cell.is_header,
            "text": cell.text,
        }


def _set_aside(document: Document) -> Iterator[Row]:
    for ordinal, piece in enumerate(document.structure.set_aside, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "reason": piece.reason,
            "text": piece.text,
            "start_char": piece.span[0],
            "end_char": piece.span[1],
            "page": piece.page,
        }


def _definitions(document: Document) -> Iterator[Row]:
    for definition in document.findings.definitions:
        passage = document.passages[definition.passage]
        yield {
            "definition_id": f"{document.id}#{passage.eid}/d{definition.start}",
            **document.place(definition.passage, definition.start, definition.end),
            "short_form": definition.short,
            "long_form": definition.long,
            "entity_id": definition.entity_id,
        }


def _entities(document: Document) -> Iterator[Row]:
    known = {e.id: e for e in (*document.findings.entities, *document.proceedings.entities)}
    for entity in known.values():
        yield {
            "entity_id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "acronym": entity.acronym,
            "parent_id": entity.parent_id,
            "iso3": entity.iso3,
            "m49": entity.m49,
            "authority_uri": entity.authority_uri,
            "status": entity.status,
            "kind": entity.kind,
            "since": entity.since,
            "until": entity.until,
            "successor_id": entity.successor_id,
            "treaty_number": entity.treaty_number,
        }


def _id(document: Document, eid: str | None) -> str | None:
    return None if eid is None else f"{document.id}#{eid}"
