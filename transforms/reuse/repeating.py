"""The paragraphs of a release become the table `repetitions`: what each takes from which earlier document.

A long paragraph that few documents have speaks for itself. What is short, or stands in many documents ("Decides to
remain seized of the matter"), says nothing alone: it counts between documents that have more in common than that.

>>> repetitions(documents, symbols, paragraphs).column("earlier_paragraph_id")[0].as_py()
'S/RES/2693 (2023)@en#para_1'
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl
import pyarrow as pa

from transforms.reuse.documents import Shelf
from transforms.reuse.overlaps import overlaps
from transforms.reuse.shingles import shingles_of, word_count, words_of
from transforms.schema import TABLES, Row, table_of

LEAST = 0.6
"""The share of a paragraph's shingles that an earlier one has when it is the same paragraph, changed."""

PART, WHOLE = 1 / 3, 0.9
"""Of an earlier paragraph that has more than two thirds to say beside it, nearly the whole must be there: the long name of a
committee, or a list of conventions, makes up half of many a short paragraph (A/RES/77/139 and A/51/595)."""

SHORT = 15
"""Fewer words than these make no paragraph that is known again by its wording ("Acting under Chapter VII …" has eleven)."""

TOO_SHORT = 6
"""Fewer words than these are no more than a caption, and are left out."""

CHARACTERS_A_WORD = 1.6
"""Of Chinese, where a limit is given in words."""

FEW = 40
"""A wording that more documents hold than these is a formula; a yearly text is not, for as many years."""

COMMON = 2
"""So many paragraphs known by their wording must two documents share before short ones and formulae between them count."""

NEIGHBOURS = 25
"""So many earlier documents, those with most paragraphs in common, are looked at for short paragraphs and formulae."""


class _Likeness(NamedTuple):
    """How much of two texts is common; greater is closer."""

    contained: float
    jaccard: float
    earlier_contained: float


_SAME = _Likeness(1.0, 1.0, 1.0)


class _Paragraph(NamedTuple):
    document: int
    ordinal: int
    id: str
    text: int
    words: int
    is_long: bool


@dataclass(frozen=True, slots=True)
class _Texts:
    """What is known of each wording: the paragraphs that have it, and the other wordings that contain most of it."""

    paragraphs: Mapping[int, Sequence[_Paragraph]]
    alike: Mapping[int, Mapping[int, _Likeness]]
    holders: Mapping[int, int]
    """In how many documents stands it or one like it."""


def repetitions(documents: pa.Table, symbols: pa.Table, paragraphs: pa.Table) -> pa.Table:
    """Every paragraph that repeats one of an earlier document, with the closest paragraph of each such document.

    Args:
        documents: `documents` of a release.
        symbols: `document_symbols`: documents that share a symbol are one document, which does not repeat itself.
        paragraphs: `paragraphs`, in any order.
    """
    shelf = Shelf.of(documents, symbols)
    held, texts = _worded(paragraphs, shelf)
    known = _texts(held, texts)
    rows = {(place.id, earlier): row for place, earlier, row in _by_wording(held, known, shelf)}
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for row in rows.values():
        shared[shelf.places[row["document_id"]]][shelf.places[row["earlier_document_id"]]] += 1
    by_company = {(place.id, earlier): row for place, earlier, row in _by_company(held, known, shelf, shared)}
    return table_of(TABLES["repetitions"], (by_company | rows).values())


def _worded(paragraphs: pa.Table, shelf: Shelf) -> tuple[list[_Paragraph], pl.DataFrame]:
    """The paragraphs that can be compared, and their wordings: `text_id`, `language`, `words`, `is_long`."""
    columns = ["paragraph_id", "document_id", "language", "ordinal", "text"]
    given = pl.DataFrame(pl.from_arrow(paragraphs.select(columns))).filter(
        pl.col("document_id").is_in(list(shelf.ids))
    )
    words = given.with_columns(words_of(pl.col("text")).alias("words")).drop("text")
    count = word_count(pl.col("words")).alias("count")
    size = count / pl.when(pl.col("language") == "zh").then(CHARACTERS_A_WORD).otherwise(1.0)
    sized = words.with_columns(count, (size >= SHORT).alias("is_long")).filter(size >= TOO_SHORT)
    texts = (
        sized.select("language", "words", "is_long")
        .unique()
        .sort("language", "words")
        .with_row_index("text_id")
    )
    numbered = sized.join(texts.select("language", "words", "text_id"), on=["language", "words"])
    found = numbered.select("document_id", "ordinal", "paragraph_id", "text_id", "count", "is_long").sort(
        "document_id", "ordinal"
    )
    return [_Paragraph(shelf.places[document], *rest) for document, *rest in found.iter_rows()], texts


def _texts(held: Sequence[_Paragraph], texts: pl.DataFrame) -> _Texts:
    shingles = shingles_of(texts.filter("is_long"))
    alike: defaultdict[int, dict[int, _Likeness]] = defaultdict(dict)
    for text, other, shared, size, other_size in overlaps(shingles, shingles, LEAST).iter_rows():
        likeness = _Likeness(shared / size, shared / (size + other_size - shared), shared / other_size)
        if likeness.earlier_contained >= PART or likeness.contained >= WHOLE:
            alike[text][other] = likeness
    paragraphs: defaultdict[int, list[_Paragraph]] = defaultdict(list)
    for one in held:
        paragraphs[one.text].append(one)
    holders = {text: {one.document for one in places} for text, places in paragraphs.items()}
    spread = {text: set(documents) for text, documents in holders.items()}
    for text, others in alike.items():
        for other in others:
            spread[text] |= holders[other]
            spread[other] |= holders[text]
    return _Texts(paragraphs, alike, {text: len(documents) for text, documents in spread.items()})


Found = tuple[_Paragraph, str, Row]
"""The later paragraph, the earlier document, and the row."""


def _by_wording(held: Sequence[_Paragraph], known: _Texts, shelf: Shelf) -> Iterator[Found]:
    """What long paragraphs that are no formulae repeat, of every earlier document that has it."""
    for later in held:
        if later.is_long and known.holders[later.text] <= FEW:
            closest: dict[int, tuple[_Likeness, _Paragraph]] = {}
            for text, likeness in _wordings(later, known):
                for earlier in known.paragraphs[text]:
                    _keep(closest, likeness, earlier)
            yield from _rows(later, closest, "wording", known, shelf)


def _by_company(
    held: Sequence[_Paragraph], known: _Texts, shelf: Shelf, shared: Mapping[int, Counter[int]]
) -> Iterator[Found]:
    """What all others repeat, of the earlier documents with which theirs has other paragraphs in common."""
    near = {document: _nearest(counts) for document, counts in shared.items()}
    there: defaultdict[int, dict[int, _Paragraph]] = defaultdict(dict)
    for one in held:
        there[one.document].setdefault(one.text, one)
    for later in held:
        if later.document in near and not (later.is_long and known.holders[later.text] <= FEW):
            closest: dict[int, tuple[_Likeness, _Paragraph]] = {}
            wordings = dict(_wordings(later, known))
            for document in near[later.document]:
                for text in wordings.keys() & there[document].keys():
                    _keep(closest, wordings[text], there[document][text])
            yield from _rows(later, closest, "company", known, shelf)


def _nearest(counts: Counter[int]) -> list[int]:
    """The documents with most paragraphs in common; of equals the later first."""
    near = [document for document, count in counts.items() if count >= COMMON]
    return sorted(near, key=lambda document: (-counts[document], -document))[:NEIGHBOURS]


def _wordings(later: _Paragraph, known: _Texts) -> Iterator[tuple[int, _Likeness]]:
    yield later.text, _SAME
    yield from known.alike.get(later.text, {}).items()


def _keep(closest: dict[int, tuple[_Likeness, _Paragraph]], likeness: _Likeness, earlier: _Paragraph) -> None:
    """Keep the closest paragraph of each document; of equally close ones the first."""
    best = closest.get(earlier.document)
    if best is None or (likeness, -earlier.ordinal) > (best[0], -best[1].ordinal):
        closest[earlier.document] = likeness, earlier


def _rows(
    later: _Paragraph,
    closest: Mapping[int, tuple[_Likeness, _Paragraph]],
    method: str,
    known: _Texts,
    shelf: Shelf,
) -> Iterator[Found]:
    for document, (likeness, earlier) in closest.items():
        relation = shelf.relation(later.document, document)
        if relation is None:
            continue
        yield later, shelf.ids[document], {
            "paragraph_id": later.id,
            "document_id": shelf.ids[later.document],
            "earlier_document_id": shelf.ids[document],
            "earlier_paragraph_id": earlier.id,
            "relation": relation,
            "kind": "same" if earlier.text == later.text else "changed",
            "contained": likeness.contained,
            "earlier_contained": likeness.earlier_contained,
            "likeness": likeness.jaccard,
            "word_count": later.words,
            "holder_count": known.holders[later.text],
            "method": method,
        }  # fmt: skip
