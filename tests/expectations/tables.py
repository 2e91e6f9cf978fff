"""Two invented documents as valid rows, for tests to corrupt: `A/999/1@en` and `S/2099/2-A/999/2@en`."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pyarrow as pa

from transforms.schema import TABLES, table_of

REPORT = "A/999/1@en"
LETTER = "S/2099/2@en"

_LABELS = {"para_2__point_a": "2(a)", "p_1": "p1", "speech_1__p_1": "speech-1:p1"}

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_FLAG = "The flag \U0001f1fa\U0001f1f3 of the Assembly was shown to Kenya in the year 2098, and USD 340000 was spent."
_ITEM = "In the towns of the north;"
_CITING = (
    "The Economic Club of Towns (ECT) recalls the report (A/999/7) of the Secretary-General and the sea."
)
_CLOSED = "It is closed (see para. 1 above)."


def rows() -> Rows:
    """Fresh rows of both documents, valid in every respect, unstamped."""
    held: Rows = {name: [] for name, spec in TABLES.items() if spec.per_document}
    _report(held)
    _letter(held)
    held["entities"] = [
        _entity("geo:KEN", "COUNTRY", "Kenya"),
        _entity("edtf:2098", "DATE", "2098"),
        _entity("money:USD 340000", "MONEY", "USD 340000"),
        _entity("org:ect", "ORG", "Economic Club of Towns"),
        _entity("sym:A/999/7", "DOC_SYMBOL", "A/999/7"),
        _entity("xref:para. 1", "XREF", "para. 1"),
        _entity("geo:PER", "COUNTRY", "Peru"),
        _entity("edtf:2099-02-03/2099-02-05", "DATE", "3 to 5 February 2099"),
        _entity("org:un", "ORG", "United Nations"),
    ]
    return held


def tables(held: Rows | None = None) -> dict[str, pa.Table]:
    """Rows as Arrow tables of the declared shape, whatever the rows say."""
    given = rows() if held is None else held
    return {name: table_of(TABLES[name], given[name]) for name in given}


def release() -> Rows:
    """Both documents as they stand in a release: stamped, with the log's tables."""
    held = deepcopy(rows())
    for document in held["documents"]:
        document |= {"source_url": "sample:/one.txt", "accepted_event_id": "e1"}
    held["verdicts"] = [
        {
            "verdict_id": f"{document['content_sha256']}/paragraphs.text_is_clean",
            "document_id": document["document_id"],
            "source_url": "sample:/one.txt",
            "content_sha256": document["content_sha256"],
            "check_name": "paragraphs.text_is_clean",
            "table_name": "paragraphs",
            "is_passed": True,
            "is_warning": False,
            "failing_count": 0,
            "detail": None,
        }
        for document in held["documents"]
    ]
    held["events"] = []
    return held


def of(held: Rows, table: str, document_id: str, place: int = 0) -> Row:
    """One row of a document, by its place among the document's rows of that table."""
    return [row for row in held[table] if row["document_id"] == document_id][place]


def _report(held: Rows) -> None:
    held["documents"].append(
        _document(REPORT, ["A/999/1"], "report", dt.date(2098, 3, 1), paragraphs=6, numbered=4)
    )
    held["document_symbols"].append(_alias("A/999/1", REPORT, is_first=True))
    held["sections"] += [
        _section(REPORT, 1, "section_1", ["I. The flag"]),
        _section(REPORT, 2, "annex_1", ["Annex"]),
    ]
    held["paragraphs"] += [
        _paragraph(REPORT, 1, "para_1", 1, _FLAG, ["I. The flag"]),
        _paragraph(REPORT, 2, "para_2", 2, _CITING, ["I. The flag"]),
        _paragraph(REPORT, 3, "para_2__point_a", None, _ITEM, ["I. The flag"], "para_2"),
        _paragraph(REPORT, 4, "annex_1__para_1", 1, "The list of the towns follows.", ["Annex"]),
        _paragraph(REPORT, 5, "annex_1__para_2", 2, _CLOSED, ["Annex"]),
        _paragraph(REPORT, 6, "annex_1__speech_1__p_1", None, "Ms. Lamp (Kenya): It is not.", ["Annex"]),
    ]
    held["speeches"].append(_speech(REPORT, "annex_1__speech_1__p_1", "Ms. Lamp", "geo:KEN"))
    held["corrections"].append(_correction(REPORT, "para_1", "A/999/9"))
    held["signatures"].append(_signature(REPORT, "annex_1__speech_1__p_1", "Lamp"))
    held["footnotes"].append(_footnote(REPORT, "para_1", 8, "See the list of towns, Kenya."))
    held["cells"] += [_cell(REPORT, 1), _cell(REPORT, 2)]
    held["set_aside"] += [_aside(REPORT, 1, "page_number", "1/3", 40), _aside(REPORT, 2, "rule", "_____", 90)]
    held["mentions"] += [
        _mention(REPORT, "para_1", _FLAG, "Kenya", "COUNTRY", "geo:KEN"),
        _mention(REPORT, "para_1", _FLAG, "2098", "DATE", "edtf:2098"),
        _mention(REPORT, "para_1", _FLAG, "USD 340000", "MONEY", "money:USD 340000"),
        _mention(REPORT, "para_2", _CITING, "Economic Club of Towns", "ORG", "org:ect"),
        _mention(REPORT, "para_2", _CITING, "ECT", "ORG", "org:ect"),
        _mention(REPORT, "para_2", _CITING, "A/999/7", "DOC_SYMBOL", "sym:A/999/7"),
        _mention(REPORT, "annex_1__para_2", _CLOSED, "para. 1 above", "XREF", "xref:para. 1"),
        _mention(REPORT, "footnote_1", "See the list of towns, Kenya.", "Kenya", "COUNTRY", "geo:KEN"),
    ]
    held["definitions"].append(
        {
            "definition_id": f"{REPORT}#para_2/d28",
            **_place(REPORT, "para_2", _CITING, "ECT"),
            "short_form": "ECT",
            "long_form": "Economic Club of Towns",
            "entity_id": "org:ect",
        }
    )
    held["citations"].append(_citation(REPORT, "para_2", _CITING, "A/999/7"))
    held["funding"].append(
        dict.fromkeys(column.name for column in TABLES["funding"].columns)
        | _place(REPORT, "para_1", _FLAG, "USD 340000")
        | {
            "funding_id": f"{REPORT}#para_1/f{_FLAG.index('USD')}-{_FLAG.index('USD') + 10}",
            "surface": "USD 340000",
            "currency": "USD",
            "amount": 340000.0,
            "role": "expenditure",
            "cue": "spent",
            "giver_ids": ["geo:KEN"],
            "receiver_ids": [],
            "method": "cue",
            "confidence": 0.8,
        }
    )
    held["cross_references"].append(
        {
            "cross_reference_id": f"{REPORT}#annex_1__para_2/x{_CLOSED.index('para')}-1",
            **_place(REPORT, "annex_1__para_2", _CLOSED, "para. 1 above"),
            "surface": "para. 1 above",
            "place": "para. 1",
            "cited_paragraph_id": f"{REPORT}#annex_1__para_1",
            "cited_section_id": None,
            "method": "own-part",
            "confidence": 0.95,
        }
    )
    held["recommendations"] += [
        _recommendation("para_2", _CITING, "chapeau", "recalls", None),
        _recommendation("para_2__point_a", _ITEM, "recommendation", "recalls", f"{REPORT}#para_2"),
    ]
    held["partnerships"].append(
        _sentence(REPORT, "para_2", _CITING)
        | {
            "partnership_id": f"{REPORT}#para_2/p0-{len(_CITING)}-1",
            "un_id": "org:un",
            "partner_id": "org:ect",
            "form": "contact",
            "cue": "recalls",
            "is_called_for": False,
            "theme": "I. The flag",
            "year": 2098,
            "confidence": 0.8,
        }
    )
    held["mechanisms"].append(
        dict.fromkeys(column.name for column in TABLES["mechanisms"].columns)
        | _place(REPORT, "para_2", _CITING, "Club")
        | {
            "mechanism_id": f"{REPORT}#para_2/k{_CITING.index('Club')}-{_CITING.index('Club') + 4}",
            "surface": "Club",
            "kind": "working_group",
            "participant_ids": ["org:ect", "org:un"],
            "sentence_start_char": 0,
            "sentence_end_char": len(_CITING),
            "confidence": 0.9,
        }
    )
    del held["mechanisms"][0]["footnote_id"]
    held["occurrences"].append(
        dict.fromkeys(column.name for column in TABLES["occurrences"].columns)
        | _sentence(REPORT, "para_1", _FLAG)
        | {
            "occurrence_id": f"{REPORT}#para_1/o{_FLAG.index('shown')}-{_FLAG.index('shown') + 5}-1",
            "start_char": _FLAG.index("shown"),
            "end_char": _FLAG.index("shown") + 5,
            "surface": "shown",
            "kind": "visit",
            "edtf": "2098",
            "is_planned": False,
            "participant_ids": ["geo:KEN"],
            "sentence_start_char": 0,
            "sentence_end_char": len(_FLAG),
            "confidence": 0.9,
        }
    )
    span = {
        "document_id": REPORT,
        "paragraph_id": f"{REPORT}#para_2",
        "start_char": 0,
        "end_char": len(_CITING),
        "surface": _CITING,
        "confidence": 0.9,
    }
    held["report_requests"].append(
        dict.fromkeys(column.name for column in TABLES["report_requests"].columns)
        | span
        | {
            "report_request_id": f"{REPORT}#para_2/q0-{len(_CITING)}",
            "source_symbol": "A/999/7",
            "source_place": "para. 1",
            "is_reported": True,
            "reporter_ids": ["post:un.sg"],
            "recipient_ids": ["org:ect"],
            "product": "report",
            "subject": "the sea",
            "session": "999",
            "period": "P6M",
        }
    )
    held["report_bases"].append(
        span
        | {
            "relation": "mandate",
            "basis_symbol": "A/999/7",
            "basis_place": "para. 1",
            "method": "stated",
        }
    )
    _docket(held)


def _docket(held: Rows) -> None:
    """What the report's file says beside its text."""
    place = _place(REPORT, "para_2", _CITING, "A/999/7")
    held["links"].append(
        {
            **place,
            "ordinal": 1,
            "place": "paragraph",
            "section_id": None,
            "surface": "A/999/7",
            "href": "https://undocs.org/en/A/999/7",
            "linked_symbol": "A/999/7",
            "linked_document_id": None,
        }
    )
    held["subjects"].append(
        _ordered("subjects", scheme="sdg", uri="http://metadata.un.org/sdg/14", notation="14")
    )
    held["steps"].append(_ordered("steps", outcome="draft", step_symbol="A/C.2/999/L.7", words="Kenya"))
    held["sponsors"].append(_ordered("sponsors", role="sponsor", name="Kenya", entity_id="geo:KEN"))
    counts = {
        "yes_count": 1,
        "no_count": 0,
        "abstaining_count": 0,
        "is_without_vote": False,
        "ballot_count": 1,
    }
    held["votes"].append(_ordered("votes", source="metadata", **counts))
    held["ballots"].append(
        _ordered("ballots", vote_ordinal=1, position="yes", state_name="KENYA", entity_id="geo:KEN")
    )


def _ordered(table: str, **values: Any) -> Row:
    """A first row of the report, with null where nothing is given."""
    return (
        dict.fromkeys(column.name for column in TABLES[table].columns)
        | values
        | {"document_id": REPORT, "ordinal": 1}
    )


def _letter(held: Rows) -> None:
    text = "Peru will host the meeting of the Council in the town of X, 3 to 5 February 2099; see A/999/1."
    held["documents"].append(
        _document(LETTER, ["S/2099/2", "A/999/2"], "letter", dt.date(2099, 1, 1), paragraphs=1, numbered=0)
    )
    held["document_symbols"] += [
        _alias("S/2099/2", LETTER, is_first=True),
        _alias("A/999/2", LETTER, is_first=False),
        _alias("S/2099/2-A/999/2", LETTER, is_first=False),
    ]
    held["sections"].append(_section(LETTER, 1, "section_1", ["The meeting"]))
    held["paragraphs"].append(_paragraph(LETTER, 1, "p_1", None, text, []))
    held["footnotes"].append(_footnote(LETTER, "p_1", 4, "A note of the letter."))
    held["cells"].append(_cell(LETTER, 1))
    held["set_aside"].append(_aside(LETTER, 1, "rule", "_____", 9))
    held["mentions"] += [
        _mention(LETTER, "p_1", text, "Peru", "COUNTRY", "geo:PER"),
        _mention(LETTER, "p_1", text, "3 to 5 February 2099", "DATE", "edtf:2099-02-03/2099-02-05"),
    ]
    citation = _citation(LETTER, "p_1", text, "A/999/1")
    held["citations"].append(
        citation
        | {
            "pinpoint": "para. 1",
            "pinpoint_paragraphs": ["1"],
            "cited_document_id": REPORT,
            "cited_paragraph_id": f"{REPORT}#para_1",
            "cited_paragraph_ids": [f"{REPORT}#para_1"],
        }
    )


def _document(
    document_id: str, symbols: list[str], kind: str, printed: dt.date, *, paragraphs: int, numbered: int
) -> Row:
    return {
        "document_id": document_id,
        "symbol": symbols[0],
        "symbols": symbols,
        "language": "en",
        "kind": kind,
        "kind_evidence": "title",
        "title": "The flag of the towns",
        "document_date": printed,
        "distribution_date": printed,
        "adoption_date": None,
        "meeting_date": None,
        "session": "999",
        "agenda_items": ["129 (a)"],
        "job_number": "98-00001",
        "original_language": "English",
        "symbol_evidence": "masthead",
        "source_url": None,
        "content_sha256": ("a" if kind == "report" else "b") * 64,
        "media_type": "text/plain",
        "is_ocr": False,
        "reader_fingerprint": "f1",
        "accepted_event_id": None,
        "text_conserved": 1.0,
        "paragraph_count": paragraphs,
        "numbered_count": numbered,
        "word_count": 60,
    }


def _speech(document_id: str, eid: str, speaker: str, entity_id: str) -> Row:
    return {
        "document_id": document_id,
        "ordinal": 1,
        "paragraph_id": f"{document_id}#{eid}",
        "speaker": speaker,
        "is_office": False,
        "affiliation": "Kenya",
        "entity_id": entity_id,
        "spoken": None,
        "paragraph_count": 1,
    }


def _correction(document_id: str, eid: str, symbol: str) -> Row:
    return {
        "document_id": document_id,
        "ordinal": 1,
        "paragraph_id": f"{document_id}#{eid}",
        "corrected_symbol": symbol,
        "place": "Paragraph 12",
        "label": "12",
        "action": "replace",
        "instruction": "For",
        "old_text": "nine",
        "new_text": "ten",
    }


def _signature(document_id: str, eid: str, name: str) -> Row:
    return {
        "document_id": document_id,
        "ordinal": 1,
        "paragraph_id": f"{document_id}#{eid}",
        "signatory": name,
        "post": "Ambassador",
    }


def _alias(symbol: str, document_id: str, *, is_first: bool) -> Row:
    return {"symbol": symbol, "document_id": document_id, "is_first": is_first}


def _section(document_id: str, ordinal: int, eid: str, path: list[str]) -> Row:
    return {
        "section_id": f"{document_id}#{eid}",
        "document_id": document_id,
        "ordinal": ordinal,
        "level": len(path),
        "label": None,
        "heading": path[-1],
        "section_path": path,
        "page": 1,
    }


def _paragraph(
    document_id: str,
    ordinal: int,
    eid: str,
    number: int | None,
    text: str,
    path: list[str],
    parent: str | None = None,
) -> Row:
    annex, _, own = eid.rpartition("annex_1__")
    label = str(number) if number is not None else _LABELS[own]
    return {
        "paragraph_id": f"{document_id}#{eid}",
        "document_id": document_id,
        "symbol": document_id.partition("@")[0],
        "language": "en",
        "ordinal": ordinal,
        "number": number,
        "label": f"annex-1:{label}" if annex or eid.startswith("annex") else label,
        "kind": "subparagraph" if parent else "speech" if "speech" in eid else "paragraph",
        "parent_id": f"{document_id}#{parent}" if parent else None,
        "section_path": path,
        "page": 1,
        "text": text,
        "source_eid": None,
    }


def _footnote(document_id: str, eid: str, anchor: int, text: str) -> Row:
    return {
        "footnote_id": f"{document_id}#footnote_1",
        "document_id": document_id,
        "ordinal": 1,
        "marker": "1",
        "text": text,
        "paragraph_id": f"{document_id}#{eid}",
        "anchor_char": anchor,
        "page": 1,
    }


def _cell(document_id: str, column: int) -> Row:
    return {
        "document_id": document_id,
        "table_ordinal": 1,
        "row_ordinal": 1,
        "column_ordinal": column,
        "row_span": 1,
        "column_span": 1,
        "is_header": True,
        "text": "Town",
    }


def _aside(document_id: str, ordinal: int, reason: str, text: str, start: int) -> Row:
    return {
        "document_id": document_id,
        "ordinal": ordinal,
        "reason": reason,
        "text": text,
        "start_char": start,
        "end_char": start + len(text),
        "page": 1,
    }


def _place(document_id: str, eid: str, text: str, surface: str) -> Row:
    start = text.index(surface)
    in_note = eid.startswith("footnote")
    return {
        "document_id": document_id,
        "paragraph_id": None if in_note else f"{document_id}#{eid}",
        "footnote_id": f"{document_id}#{eid}" if in_note else None,
        "start_char": start,
        "end_char": start + len(surface),
    }


def _recommendation(eid: str, text: str, kind: str, cue: str, chapeau: str | None) -> Row:
    """The Club is asked by a whole paragraph; an item has the words of its chapeau."""
    return dict.fromkeys(column.name for column in TABLES["recommendations"].columns) | {
        "recommendation_id": f"{REPORT}#{eid}/r0-{len(text)}-{kind}",
        "document_id": REPORT,
        "paragraph_id": f"{REPORT}#{eid}",
        "start_char": 0,
        "end_char": len(text),
        "surface": text,
        "kind": kind,
        "asker_ids": ["post:un.sg"],
        "addressee": "The Economic Club of Towns",
        "addressee_ids": ["org:ect", "group:organizations"],
        "cue": cue,
        "verb": "recall",
        "action": "the sea" if chapeau is None else text,
        "chapeau_id": chapeau,
        "method": "inherited" if chapeau else "subject",
        "confidence": 0.9,
    }


def _sentence(document_id: str, eid: str, text: str) -> Row:
    """The place of a text that is one sentence, in a table that has no footnotes."""
    place = _place(document_id, eid, text, text)
    del place["footnote_id"]
    return place


def _mention(document_id: str, eid: str, text: str, surface: str, kind: str, entity_id: str) -> Row:
    place = _place(document_id, eid, text, surface)
    return {
        "mention_id": f"{document_id}#{eid}/m{place['start_char']}-{place['end_char']}-{kind}",
        **place,
        "surface": surface,
        "type": kind,
        "entity_id": entity_id,
        "entity_ids": [entity_id],
        "norm": None,
        "layer": "main",
        "method": "test",
        "confidence": 1.0,
    }


def _citation(document_id: str, eid: str, text: str, symbol: str) -> Row:
    place = _place(document_id, eid, text, symbol)
    return {
        "citation_id": f"{document_id}#{eid}/c{place['start_char']}-1",
        **place,
        "surface": symbol,
        "cited_symbol": symbol,
        "pinpoint": None,
        "pinpoint_annexes": [],
        "pinpoint_chapters": [],
        "pinpoint_sections": [],
        "pinpoint_paragraphs": [],
        "stated_date": None,
        "cited_document_id": None,
        "cited_paragraph_id": None,
        "cited_paragraph_ids": [],
        "method": "test",
        "confidence": 0.9,
    }


def _entity(entity_id: str, kind: str, name: str) -> Row:
    return {
        "entity_id": entity_id,
        "type": kind,
        "name": name,
        "acronym": None,
        "parent_id": None,
        "iso3": None,
        "m49": None,
        "authority_uri": None,
        "status": "listed",
        "kind": None,
        "since": None,
        "until": None,
        "successor_id": None,
        "treaty_number": None,
    }
