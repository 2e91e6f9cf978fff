"""Small valid tables for the tests of publication: invented documents of a session that never was.

    >>> small(documents=2)["paragraphs"].num_rows
    8

`small(mark=…)` writes the mark into titles, texts and events, so that a reader can tell which publication a row is of.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa

from transforms import schema

_LINES = (
    "The United Nations and the African Union signed an agreement on 17 August 2018.",
    "Recalling resolution 9001 (2099), the Council asked for a report. The Arctic Forum was heard.",
    "Members spoke of water, of trade and of water again; food security came last.",
    "The secretariat of the Arctic Forum counted 12 per cent more visitors.",
)
_ORGANISATIONS = (
    ("org:un", "United Nations", "UN", None, "listed"),
    ("org:un.sc", "Security Council", "SC", "org:un", "listed"),
    ("org:au", "African Union", "AU", None, "listed"),
    ("org:x.arctic", "Arctic Forum", None, None, "unlisted"),
)


def tables_of(rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, pa.Table]:
    """Every declared table, with the rows given and none where none are given."""
    return {
        name: pa.Table.from_pylist(rows.get(name, []), schema=table.arrow)
        for name, table in schema.TABLES.items()
    }


def small(documents: int = 3, mark: str = "first") -> dict[str, pa.Table]:
    """A valid set of tables: `documents` English documents, the first one in French too, and what they name."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.TABLES}
    for number in range(1, documents + 1):
        _add_document(rows, f"A/999/{number}", "en", mark)
    if documents:
        _add_document(rows, "A/999/1", "fr", mark)
    rows["entities"] = _entities() if documents else []
    rows["events"] = [_event(sequence, mark) for sequence in range(1, documents + 1)]
    return tables_of(rows)


def synthetic(paragraphs: int, mentions: int, seed: int = 7) -> dict[str, pa.Table]:
    """Tables of a given size with running text of invented words, for measuring."""
    dice = random.Random(seed)
    words = ["".join(dice.choices("aeioulnrstmdpc", k=dice.randint(2, 9))) for _ in range(8000)]
    weights = [1 / (place + 5) for place in range(len(words))]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.TABLES}
    for start in range(0, paragraphs, 100):
        symbol = f"A/999/{start // 100 + 1}"
        rows["documents"].append(_document(symbol, "en", "synthetic"))
        for ordinal in range(1, min(100, paragraphs - start) + 1):
            text = " ".join(dice.choices(words, weights, k=dice.randint(30, 150))).capitalize() + "."
            rows["paragraphs"].append(_paragraph(symbol, "en", ordinal, text))
    held = rows["paragraphs"]
    for place in range(mentions):
        paragraph = held[place * len(held) // mentions]
        rows["mentions"].append(_synthetic_mention(paragraph, 5 * (place % 40), dice))
    rows["entities"] = _entities()
    return tables_of(rows)


def _synthetic_mention(paragraph: dict[str, Any], start: int, dice: random.Random) -> dict[str, Any]:
    entity = dice.choice(_ORGANISATIONS)[0]
    made = _mention(paragraph, paragraph["text"][start : start + 12], entity, "ORG")
    serial = dice.randrange(10**9)
    return {**made, "mention_id": f"{paragraph['paragraph_id']}/m{start}-{start + 12}-ORG-{serial}"}


def _add_document(rows: dict[str, list[dict[str, Any]]], symbol: str, language: str, mark: str) -> None:
    document = _document(symbol, language, mark)
    rows["documents"].append(document)
    alias = symbol.replace("A/999/", "S/2099/")
    for name, is_first in ((symbol, True), (alias, False)):
        key = {"symbol": name, "document_id": document["document_id"]}
        rows["document_symbols"].append({**key, "is_first": is_first})
    paragraphs = [
        _paragraph(symbol, language, ordinal, f"{line} ({mark})") for ordinal, line in enumerate(_LINES, 1)
    ]
    rows["paragraphs"] += paragraphs[:3]
    last = {**paragraphs[3], "number": None, "label": "3(a)", "kind": "subparagraph"}
    last["paragraph_id"] = paragraphs[2]["paragraph_id"] + "__point_a"
    last["parent_id"] = paragraphs[2]["paragraph_id"]
    rows["paragraphs"].append(last)
    rows["sections"].append(_section(document))
    rows["footnotes"].append(_footnote(document, paragraphs[0]["paragraph_id"]))
    rows["mentions"] += [
        _mention(paragraphs[0], "United Nations", "org:un", "ORG"),
        _mention(paragraphs[0], "African Union", "org:au", "ORG"),
        _mention(paragraphs[0], "17 August 2018", "edtf:2018-08-17", "DATE", "2018-08-17"),
        _mention(paragraphs[1], "Council", "org:un.sc", "ORG"),
        _mention(paragraphs[1], "Arctic Forum", "org:x.arctic", "ORG"),
    ]
    rows["partnerships"].append(_partnership(paragraphs[0], "signed"))
    rows["citations"] += [
        _citation(paragraphs[1], "resolution 9001 (2099)", "S/RES/9001 (2099)", None),
        _citation(paragraphs[2], "trade", "A/999/1", "A/999/1@en"),
    ]
    rows["verdicts"].append(_verdict(document))


def _document(symbol: str, language: str, mark: str) -> dict[str, Any]:
    return {
        "document_id": f"{symbol}@{language}",
        "symbol": symbol,
        "symbols": [symbol, symbol.replace("A/999/", "S/2099/")],
        "language": language,
        "kind": "report",
        "kind_evidence": "Report of the Secretary-General",
        "title": f"Report {mark} | on “water”",
        "document_date": date(2099, 1, 31),
        "distribution_date": date(2099, 1, 31),
        "adoption_date": None,
        "meeting_date": None,
        "session": "999",
        "agenda_items": ["129 (a)"],
        "job_number": None,
        "original_language": "English",
        "symbol_evidence": "masthead",
        "source_url": f"sample:/{symbol.replace('/', '_')}-{language.upper()}.txt",
        "content_sha256": "ab" * 32,
        "media_type": "text/plain",
        "is_ocr": False,
        "reader_fingerprint": "cd" * 8,
        "accepted_event_id": None,
        "text_conserved": 1.0,
        "paragraph_count": 4,
        "numbered_count": 3,
        "word_count": 60,
    }


def _paragraph(symbol: str, language: str, ordinal: int, text: str) -> dict[str, Any]:
    document_id = f"{symbol}@{language}"
    return {
        "paragraph_id": f"{document_id}#para_{ordinal}",
        "document_id": document_id,
        "symbol": symbol,
        "language": language,
        "ordinal": ordinal,
        "number": ordinal,
        "label": str(ordinal),
        "kind": "paragraph",
        "parent_id": None,
        "section_path": ["I. Introduction"],
        "page": None,
        "text": text,
    }


def _section(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "section_id": f"{document['document_id']}#section_1",
        "document_id": document["document_id"],
        "ordinal": 1,
        "level": 1,
        "label": "I",
        "heading": "I. Introduction",
        "section_path": ["I. Introduction"],
        "page": None,
    }


def _footnote(document: Mapping[str, Any], paragraph_id: str) -> dict[str, Any]:
    return {
        "footnote_id": f"{document['document_id']}#footnote_1",
        "document_id": document["document_id"],
        "ordinal": 1,
        "marker": "1",
        "text": "See A/999/2.",
        "paragraph_id": paragraph_id,
        "anchor_char": 10,
        "page": None,
    }


def _mention(
    paragraph: Mapping[str, Any], words: str, entity_id: str, kind: str, norm: str | None = None
) -> dict[str, Any]:
    start = paragraph["text"].index(words)
    end = start + len(words)
    return {
        "mention_id": f"{paragraph['paragraph_id']}/m{start}-{end}-{kind}",
        "document_id": paragraph["document_id"],
        "paragraph_id": paragraph["paragraph_id"],
        "footnote_id": None,
        "start_char": start,
        "end_char": end,
        "surface": words,
        "type": kind,
        "entity_id": entity_id,
        "entity_ids": [entity_id],
        "norm": norm,
        "layer": "main",
        "method": "gazetteer",
        "confidence": 0.9,
    }


def _partnership(paragraph: Mapping[str, Any], cue: str) -> dict[str, Any]:
    end = paragraph["text"].index(".") + 1
    return {
        "partnership_id": f"{paragraph['paragraph_id']}/p0-{end}-1",
        "document_id": paragraph["document_id"],
        "paragraph_id": paragraph["paragraph_id"],
        "start_char": 0,
        "end_char": end,
        "un_id": "org:un",
        "partner_id": "org:au",
        "form": "jointly",
        "cue": cue,
        "is_called_for": False,
        "theme": "I. Introduction",
        "year": 2018,
        "confidence": 0.85,
    }


def _citation(paragraph: Mapping[str, Any], words: str, symbol: str, held: str | None) -> dict[str, Any]:
    start = paragraph["text"].index(words)
    return {
        "citation_id": f"{paragraph['paragraph_id']}/c{start}-1",
        "document_id": paragraph["document_id"],
        "paragraph_id": paragraph["paragraph_id"],
        "footnote_id": None,
        "start_char": start,
        "end_char": start + len(words),
        "surface": words,
        "cited_symbol": symbol,
        "pinpoint": "para. 1" if held else None,
        "pinpoint_annexes": [],
        "pinpoint_chapters": [],
        "pinpoint_sections": [],
        "pinpoint_paragraphs": ["1"] if held else [],
        "stated_date": None,
        "cited_document_id": held,
        "cited_paragraph_id": f"{held}#para_1" if held else None,
        "cited_paragraph_ids": [f"{held}#para_1"] if held else [],
        "method": "symbol",
        "confidence": 1.0,
    }


def _entities() -> list[dict[str, Any]]:
    organisations = [
        _entity(entity_id, "ORG", name, acronym=acronym, parent_id=parent_id, status=status)
        for entity_id, name, acronym, parent_id, status in _ORGANISATIONS
    ]
    return [*organisations, _entity("edtf:2018-08-17", "DATE", "2018-08-17")]


def _entity(entity_id: str, kind: str, name: str, **known: str | int | None) -> dict[str, Any]:
    columns = (
        "acronym",
        "parent_id",
        "iso3",
        "m49",
        "authority_uri",
        "status",
        "kind",
        "since",
        "treaty_number",
    )
    unknown = dict.fromkeys(columns)
    return {"entity_id": entity_id, "type": kind, "name": name, **unknown, **known}


def _verdict(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "verdict_id": f"{document['content_sha256']}/{document['document_id']}/numbering",
        "document_id": document["document_id"],
        "source_url": document["source_url"],
        "content_sha256": document["content_sha256"],
        "check_name": "numbering",
        "table_name": "paragraphs",
        "is_passed": True,
        "is_warning": False,
        "failing_count": 0,
        "detail": None,
    }


def _event(sequence: int, mark: str) -> dict[str, Any]:
    moment = datetime(2099, 1, 1, tzinfo=UTC) + timedelta(microseconds=sequence)
    return {
        "sequence": sequence,
        "event_id": f"{sequence:064x}",
        "stream": f"source:sample:/{sequence}.txt",
        "stream_version": 1,
        "type": "source-fetched.v1",
        "happened_at": moment,
        "recorded_at": moment,
        "data": f'{{"mark":"{mark}"}}',
        "hash": f"{sequence:064x}",
    }
