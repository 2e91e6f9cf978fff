"""The whole line, from bytes to a document in values. Read this first.

>>> document = read(content, "text/plain", Hint(name="A_999_1.txt"), gazetteer, fingerprint="…")
>>> document.id, len(document.structure.paragraphs)
('A/999/1@en', 12)
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms import (
    corrections,
    crossreferences,
    entities,
    formats,
    funding,
    identity,
    kinds,
    language,
    links,
    masthead,
    mechanisms,
    occurrences,
    paragraphs,
    partnerships,
    proceedings,
    recommendations,
    reporting,
    signatures,
    speeches,
    vocabulary,
)  # fmt: skip
from transforms.corrections import Correction
from transforms.crossreferences import CrossReference
from transforms.funding import Funding
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint, Identity
from transforms.links import Link
from transforms.masthead import Masthead
from transforms.mechanisms import Mechanism
from transforms.occurrences import Occurrence
from transforms.paragraphs import Structure
from transforms.partnerships import Partnership
from transforms.passages import Findings, Passage
from transforms.proceedings import Proceedings
from transforms.recommendations import Recommendation, Speaking
from transforms.reporting import Basis, Request
from transforms.schema import Row
from transforms.signatures import Signature
from transforms.speeches import Speech
from transforms.subjects import Subject, subjects


@dataclass(frozen=True, slots=True)
class Document:
    """A document in values: who it is, what it says of itself, its structure, what it names, and how it came to be."""

    identity: Identity
    masthead: Masthead
    kind: str
    kind_evidence: str
    structure: Structure
    passages: tuple[Passage, ...]
    findings: Findings
    speeches: tuple[Speech, ...]
    corrections: tuple[Correction, ...]
    signatures: tuple[Signature, ...]
    links: tuple[Link, ...]
    subjects: tuple[Subject, ...]
    funding: tuple[Funding, ...]
    cross_references: tuple[CrossReference, ...]
    recommendations: tuple[Recommendation, ...]
    report_requests: tuple[Request, ...]
    report_bases: tuple[Basis, ...]
    partnerships: tuple[Partnership, ...]
    mechanisms: tuple[Mechanism, ...]
    occurrences: tuple[Occurrence, ...]
    proceedings: Proceedings
    media_type: str
    text_conserved: float
    is_ocr: bool

    @property
    def id(self) -> str:
        """Symbol and language: `A/73/328@en`."""
        return self.identity.document_id

    def place(self, passage: int, start: int, end: int) -> Row:
        """The columns that say where something was found: document, paragraph or footnote, offsets in its text."""
        at = self.passages[passage]
        whole = f"{self.id}#{at.eid}"
        return {
            "document_id": self.id,
            "paragraph_id": None if at.is_footnote else whole,
            "footnote_id": whole if at.is_footnote else None,
            "start_char": start,
            "end_char": end,
        }


def read(
    content: bytes,
    media_type: str | None,
    hint: Hint,
    gazetteer: Gazetteer,
    converted: bytes | None = None,
) -> Document:
    """Bytes become a `Document`, or a `Refusal` says why not.

    Args:
        content: the raw bytes of one file.
        media_type: what the source said they are; the bytes themselves outrank it.
        hint: the file's name, and the symbol and language asked for, where they are known.
        gazetteer: the reviewed reference data.
        converted: what another program made of the bytes, where they cannot be read alone.

    Raises:
        Refusal: empty, binary, unknown-type, no-symbol, malformed-symbol, wrong-language, unreadable-text, no-text …
    """
    layout = formats.lay_out(content, media_type, hint.name, converted)
    layout, unreadable = vocabulary.readable(layout, gazetteer.words)
    head, body = masthead.take(layout)
    structure = paragraphs.assemble(replace(body, set_aside=body.set_aside + unreadable))
    kind, evidence = kinds.classify(head, structure, layout)
    texts = [p.text for p in structure.paragraphs] or [cell.text for cell in structure.cells]
    spoken = language.tell(texts)
    who = identity.identify(head, hint, kind, spoken)
    passages = tuple(_passages(structure))
    findings = entities.find(passages, gazetteer, organ=who.organ, language=who.language)
    own = who.symbols[0] if kind in proceedings.VOTED_ON else None
    speaker = partnerships.speaker_of(head.author)
    pairs = partnerships.find(passages, findings, speaker)
    course = proceedings.proceed(layout.stated, passages, findings.citations, gazetteer, own_symbol=own)
    speaking = Speaking(
        who.language, kind, who.organ, " ".join(filter(None, (head.author, head.title, *head.organs)))
    )
    asked = recommendations.find(structure.paragraphs, passages, findings, speaking)
    spoken_by = reporting.own_of(kind, who, head, structure.paragraphs)
    return Document(
        who, head, kind, evidence, structure, passages, findings,
        speeches.find(structure.paragraphs, findings.mentions),
        corrections.find(who.symbols, structure),
        signatures.find(structure, layout.source),
        links.placed(layout, structure), subjects(layout.stated.keywords),
        funding.find(passages, findings.mentions),
        crossreferences.find(passages, structure, findings.mentions),
        asked, tuple(reporting.requested(asked, passages, findings.mentions, spoken_by)),
        reporting.bases(asked, passages, findings.citations, spoken_by),
        pairs, mechanisms.find(passages, findings.mentions, pairs),
        occurrences.find(passages, findings, speaker), course,
        layout.media_type, paragraphs.conserved(layout, head, structure), layout.is_ocr,
    )  # fmt: skip


def _passages(structure: Structure) -> list[Passage]:
    body = [Passage(p.eid, p.text, section_path=p.section_path) for p in structure.paragraphs]
    return body + [Passage(f.eid, f.text, is_footnote=True) for f in structure.footnotes]
