"""The rows of what is tied to what: by money, by asking, by working together, by which means, in which events.

>>> [row["giver_ids"] for row in rows(document)["funding"]]
[['geo:KEN']]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from transforms.document import Document
from transforms.mechanisms import Mechanism
from transforms.occurrences import Occurrence
from transforms.recommendations import Recommendation
from transforms.reporting import Basis, Request
from transforms.schema import Row


def rows(document: Document) -> Mapping[str, Iterable[Row]]:
    """The rows of each table, by its name."""
    return {
        "funding": _funding(document),
        "cross_references": _cross_references(document),
        "recommendations": _recommendations(document),
        "report_requests": _requests(document),
        "report_bases": _bases(document),
        "partnerships": _partnerships(document),
        "mechanisms": _mechanisms(document),
        "occurrences": _occurrences(document),
    }


def _cross_references(document: Document) -> Iterator[Row]:
    met: Counter[tuple[int, int]] = Counter()
    for found in document.cross_references:
        passage = document.passages[found.passage]
        met[found.passage, found.start] += 1
        yield {
            "cross_reference_id": f"{document.id}#{passage.eid}/x{found.start}-{met[found.passage, found.start]}",
            **document.place(found.passage, found.start, found.end),
            "surface": passage.text[found.start : found.end],
            "place": found.place,
            "cited_paragraph_id": found.paragraph_eid and f"{document.id}#{found.paragraph_eid}",
            "cited_section_id": found.section_eid and f"{document.id}#{found.section_eid}",
            "method": found.method,
            "confidence": found.confidence,
        }


def _funding(document: Document) -> Iterator[Row]:
    for found in document.funding:
        passage = document.passages[found.passage]
        yield {
            "funding_id": f"{document.id}#{passage.eid}/f{found.start}-{found.end}",
            **document.place(found.passage, found.start, found.end),
            "surface": passage.text[found.start : found.end],
            "currency": found.currency,
            "amount": float(found.amount),
            "upper_amount": None if found.upper is None else float(found.upper),
            "role": found.role,
            "cue": found.cue,
            "giver_ids": list(found.givers),
            "receiver_ids": list(found.receivers),
            "fund_id": found.fund_id,
            "fund_name": found.fund_name,
            "purpose": found.purpose,
            "method": found.method,
            "confidence": found.confidence,
        }


def _recommendations(document: Document) -> Iterator[Row]:
    for found in document.recommendations:
        passage = document.passages[found.passage]
        yield {
            "recommendation_id": f"{document.id}#{passage.eid}/r{found.start}-{found.end}-{found.kind}",
            **_placed(document, found),
            "kind": found.kind,
            "asker_ids": list(found.askers),
            "addressee": found.addressee,
            "addressee_ids": list(found.addressees),
            "cue": found.cue,
            "verb": found.verb,
            "action": None if found.action is None else passage.text[slice(*found.action)],
            "chapeau_id": None
            if found.chapeau is None
            else f"{document.id}#{document.passages[found.chapeau].eid}",
            "source_symbol": found.source,
            "source_place": found.place,
            "method": found.method,
            "confidence": found.confidence,
        }


def _partnerships(document: Document) -> Iterator[Row]:
    for (passage, start, end), pairs in groupby(document.partnerships, itemgetter(0, 1, 2)):
        at = document.passages[passage]
        for n, found in enumerate(pairs, start=1):
            yield {
                "partnership_id": f"{document.id}#{at.eid}/p{start}-{end}-{n}",
                "document_id": document.id,
                "paragraph_id": f"{document.id}#{at.eid}",
                "start_char": start,
                "end_char": end,
                "un_id": found.un_id,
                "partner_id": found.partner_id,
                "form": found.form,
                "cue": found.cue,
                "is_called_for": found.is_called_for,
                "theme": at.section_path[-1] if at.section_path else None,
                "year": found.year,
                "confidence": found.confidence,
            }


def _mechanisms(document: Document) -> Iterator[Row]:
    for found in document.mechanisms:
        yield {
            "mechanism_id": f"{document.id}#{document.passages[found.passage].eid}/k{found.start}-{found.end}",
            **_event(document, found),
        }


def _occurrences(document: Document) -> Iterator[Row]:
    dates: Counter[tuple[int, int]] = Counter()
    for found in document.occurrences:
        dates[found.passage, found.start] += 1
        n = dates[found.passage, found.start]
        yield {
            "occurrence_id": f"{document.id}#{document.passages[found.passage].eid}/o{found.start}-{found.end}-{n}",
            **_event(document, found),
            "is_planned": found.is_planned,
        }


def _event(document: Document, found: Mechanism | Occurrence) -> Row:
    """The columns that both have: where the words stand, in which sentence, who, when and where."""
    place = document.place(found.passage, found.start, found.end)
    del place["footnote_id"]
    return {
        **place,
        "surface": document.passages[found.passage].text[found.start : found.end],
        "kind": found.kind,
        "participant_ids": list(found.participants),
        "edtf": found.edtf,
        "place_id": found.place_id,
        "sentence_start_char": found.sentence[0],
        "sentence_end_char": found.sentence[1],
        "confidence": found.confidence,
    }


def _requests(document: Document) -> Iterator[Row]:
    for found in document.report_requests:
        yield {
            "report_request_id": f"{document.id}#{document.passages[found.passage].eid}/q{found.start}-{found.end}",
            **_placed(document, found),
            "source_symbol": found.source,
            "source_place": found.place,
            "is_reported": found.is_reported,
            "reporter_ids": list(found.reporters),
            "recipient_ids": list(found.recipients),
            "product": found.product,
            "subject": found.subject,
            "session": found.session,
            "due": found.due,
            "due_date": found.due_date,
            "period": found.period,
            "confidence": found.confidence,
        }


def _bases(document: Document) -> Iterator[Row]:
    for found in document.report_bases:
        yield {
            **_placed(document, found),
            "relation": found.relation,
            "basis_symbol": found.symbol,
            "basis_place": found.place,
            "method": found.method,
            "confidence": found.confidence,
        }


def _placed(document: Document, found: Recommendation | Request | Basis) -> Row:
    """Where something stands in a paragraph, and its words."""
    place = document.place(found.passage, found.start, found.end)
    del place["footnote_id"]
    return {**place, "surface": document.passages[found.passage].text[found.start : found.end]}
