"""Asking in earlier documents meets the later paragraphs that take it up: the table `follow_ups`.

A later document is believed to take up an asking only where it cites the document that asks: the very paragraph; or
the document, in a paragraph that says much of the same; or the document elsewhere, and a paragraph says most of it.
The same words alone make a formula ("to report at its next session"), and the same addressee alone is chance.

>>> follow_ups(tables).select(["recommendation_id", "paragraph_id", "method"])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from transforms.reuse.closest import Close, Passage, closest
from transforms.reuse.documents import Shelf
from transforms.schema import TABLES, Row, table_of

Tables = Mapping[str, pa.Table]

BESIDE = 0.3
"""The share of an asking's shingles that a paragraph has which cites the document itself."""

APART = 0.4
"""The same of a paragraph in a document that cites it elsewhere."""

SHARED_BESIDE, SHARED_APART = 8, 10
"""So many shingles must be common at least; a few are common by chance ("requests the Secretary-General to")."""

AGAIN = 0.5
"""Where a paragraph asks, too, and has this share of an earlier asking, it asks for the same once more."""

FORMULA = 12
"""Where more documents have a paragraph so close to it, an asking is a formula, and its wording tells nothing."""


@dataclass(frozen=True, slots=True)
class _Later:
    """A paragraph that may take something up: what it cites, whom it names, whether it asks itself."""

    id: str
    document_id: str
    citations: Mapping[str, str]
    """Paragraphs and documents cited, each with the first citation of it."""
    named: frozenset[str]
    is_asking: bool


def follow_ups(tables: Tables) -> pa.Table:
    """Every later paragraph that takes up a recommendation or a request, with the evidence.

    Args:
        tables: `recommendations`, `paragraphs`, `footnotes`, `citations` (resolved), `mentions`, `documents` and
            `document_symbols` of a release.
    """
    cited = set(tables["citations"].column("cited_document_id").to_pylist())
    asked = [row for row in _askings(tables) if row["document_id"] in cited]
    held = _Held.of(_paragraphs(tables), Shelf.of(tables["documents"], tables["document_symbols"]))
    near = _near(asked, tables["paragraphs"])
    rows = [
        row for asking in asked for row in _taken_up(asking, near.get(asking["recommendation_id"], {}), held)
    ]
    return table_of(TABLES["follow_ups"], rows)


@dataclass(frozen=True, slots=True)
class _Held:
    """The paragraphs of a release, and who cites what."""

    paragraphs: Mapping[str, _Later]
    citing: Mapping[str, Sequence[_Later]]
    """The paragraphs that cite a paragraph or a document."""
    whole: Mapping[str, Mapping[str, str]]
    """What each document cites, anywhere, with its first citation of it."""
    shelf: Shelf

    @classmethod
    def of(cls, paragraphs: Iterable[_Later], shelf: Shelf) -> _Held:
        """All paragraphs by id, with their citations turned round."""
        held = {one.id: one for one in paragraphs}
        citing: defaultdict[str, list[_Later]] = defaultdict(list)
        whole: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for one in held.values():
            for target, citation in one.citations.items():
                citing[target].append(one)
                whole[one.document_id].setdefault(target, citation)
        return cls(held, citing, whole, shelf)

    def is_later(self, document_id: str, than: str) -> bool:
        """Whether a document that cites another is another work and of a later date; what has no date cites what was there."""
        places = self.shelf.places
        if document_id in places and than in places:
            return self.shelf.relation(places[document_id], places[than]) == "earlier"
        return document_id != than


def _taken_up(asking: Row, near: Mapping[str, Close], held: _Held) -> Iterator[Row]:
    document = asking["document_id"]
    citing = {one.id: one for one in held.citing.get(asking["paragraph_id"], ())}
    for later in (citing | {place: held.paragraphs[place] for place in near}).values():
        close = near.get(later.id)
        found = _evidence(asking, later, close, held.whole.get(later.document_id, {}))
        if found is None or not held.is_later(later.document_id, document):
            continue
        method, citation = found
        contained = close.contained if close is not None else None
        is_named = not later.named.isdisjoint(asking["addressee_ids"])
        is_again = later.is_asking and contained is not None and contained >= AGAIN
        yield {
            "recommendation_id": asking["recommendation_id"],
            "paragraph_id": later.id,
            "document_id": later.document_id,
            "earlier_document_id": document,
            "kind": "reiterated" if is_again else "taken_up",
            "citation_id": citation,
            "contained": contained,
            "is_addressee_named": is_named,
            "method": method,
            "confidence": _confidence(method, contained, is_named=is_named),
        }  # fmt: skip


def _evidence(
    asking: Row, later: _Later, close: Close | None, cited_in_document: Mapping[str, str]
) -> tuple[str, str] | None:
    """What tells that the paragraph takes the asking up, and the citation that it rests on; null where nothing does."""
    paragraph, document = asking["paragraph_id"], asking["document_id"]
    if paragraph in later.citations:
        return "paragraph", later.citations[paragraph]
    if close is None:
        return None
    if document in later.citations:
        return "beside", later.citations[document]
    is_close = close.contained >= APART and close.shared >= SHARED_APART
    return ("apart", cited_in_document[document]) if is_close and document in cited_in_document else None


def _confidence(method: str, contained: float | None, *, is_named: bool) -> float:
    """How sure the evidence is, by hand from what was looked at in resolutions and reports."""
    share = contained or 0.0
    match method:
        case "paragraph":
            return 0.95 if share or is_named else 0.75
        case "beside":
            return 0.9 if share >= AGAIN else 0.7
        case _:
            return 0.8 if share >= AGAIN else 0.6


def _askings(tables: Tables) -> Iterator[Row]:
    """What is asked; a request that is only reported was made elsewhere."""
    columns = ["recommendation_id", "document_id", "paragraph_id", "surface", "kind", "addressee_ids"]
    rows: list[Row] = tables["recommendations"].select(columns).to_pylist()
    return (row for row in rows if row["kind"] != "reported_request")


def _paragraphs(tables: Tables) -> Iterator[_Later]:
    notes = {row["footnote_id"]: row["paragraph_id"] for row in tables["footnotes"].to_pylist()}
    cited: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in (
        tables["citations"]
        .select(["citation_id", "paragraph_id", "footnote_id", "cited_document_id", "cited_paragraph_id"])
        .to_pylist()
    ):
        place = row["paragraph_id"] or notes[row["footnote_id"]]
        for target in (row["cited_document_id"], row["cited_paragraph_id"]):
            if place is not None and target is not None:
                cited[place].setdefault(target, row["citation_id"])
    named: defaultdict[str, set[str]] = defaultdict(set)
    for row in tables["mentions"].select(["paragraph_id", "entity_ids"]).to_pylist():
        if row["paragraph_id"] is not None:
            named[row["paragraph_id"]].update(row["entity_ids"])
    asking = {
        row["paragraph_id"]
        for row in tables["recommendations"].to_pylist()
        if row["kind"] != "reported_request"
    }
    for row in tables["paragraphs"].select(["paragraph_id", "document_id"]).to_pylist():
        place = row["paragraph_id"]
        yield _Later(
            place, row["document_id"], cited.get(place, {}), frozenset(named.get(place, ())), place in asking
        )


def _near(asked: Sequence[Row], paragraphs: pa.Table) -> dict[str, dict[str, Close]]:
    """The paragraphs that say much of what each asking does, by its id and theirs; none of a formula."""
    rows = paragraphs.select(["paragraph_id", "language", "text"]).to_pylist()
    held = {row["paragraph_id"]: Passage(row["language"], row["text"]) for row in rows}
    passages = {
        row["recommendation_id"]: Passage(held[row["paragraph_id"]].language, row["surface"]) for row in asked
    }
    near = {
        asking: {one.id: one for one in found if one.shared >= SHARED_BESIDE}
        for asking, found in closest(passages, held, BESIDE).items()
    }
    return {asking: found for asking, found in near.items() if _document_count(found) <= FORMULA}


def _document_count(paragraphs: Iterable[str]) -> int:
    return len({place.partition("#")[0] for place in paragraphs})
