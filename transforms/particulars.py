"""The rows of what documents of one kind hold: speeches of records, corrections of corrigenda, signatures of letters.

>>> [row["speaker"] for row in rows_of(document)["speeches"]]
['The President', 'Ms. Lamp']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from transforms.document import Document
from transforms.schema import Row


def rows_of(document: Document) -> Mapping[str, Iterable[Row]]:
    """The rows by table; a document of another kind has none."""
    return {
        "speeches": _speeches(document),
        "corrections": _corrections(document),
        "signatures": _signatures(document),
    }


def _speeches(document: Document) -> Iterator[Row]:
    for ordinal, speech in enumerate(document.speeches, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "paragraph_id": f"{document.id}#{speech.eid}",
            "speaker": speech.speaker,
            "is_office": speech.is_office,
            "affiliation": speech.affiliation,
            "entity_id": speech.entity_id,
            "spoken": speech.spoken,
            "paragraph_count": speech.paragraph_count,
        }


def _corrections(document: Document) -> Iterator[Row]:
    for ordinal, correction in enumerate(document.corrections, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "paragraph_id": None if correction.eid is None else f"{document.id}#{correction.eid}",
            "corrected_symbol": correction.corrected_symbol,
            "place": correction.place,
            "label": correction.label,
            "action": correction.action,
            "instruction": correction.words,
            "old_text": correction.old,
            "new_text": correction.new,
        }


def _signatures(document: Document) -> Iterator[Row]:
    for ordinal, signature in enumerate(document.signatures, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "paragraph_id": f"{document.id}#{signature.eid}",
            "signatory": signature.signatory,
            "post": signature.post,
        }
