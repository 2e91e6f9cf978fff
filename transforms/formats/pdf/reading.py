"""The bytes of a PDF become its layout: pages, then what stands on each, then what goes on over them.

>>> lay_out(content, "A_999_1.pdf").media_type
'application/pdf'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.blocks import Layout
from transforms.errors import NO_TEXT_LAYER, Refusal
from transforms.formats.pdf import (
    contents,
    edges,
    feet,
    fronts,
    grids,
    laid,
    objects,
    recognised,
    tables,
    tagged,
)
from transforms.formats.pdf.drafts import FURNITURE, NOTE, Draft
from transforms.formats.pdf.flow import flow
from transforms.formats.pdf.hyphens import Hyphens
from transforms.formats.pdf.values import Page
from transforms.formats.pdf.writing import Writer

FEWEST = 40
"""Letters of a document that has a text layer."""


def lay_out(content: bytes, name: str, converted: bytes | None = None) -> Layout:
    """A PDF becomes a layout; a scan by what was recognised on its pages.

    Raises:
        Refusal: encrypted, broken, too-many-pages, too-complex, no-text-layer, no-text.
    """
    if converted is None:
        return lay_out_pages(objects.pages(content, name), name)
    try:
        return replace(lay_out_pages(recognised.pages(converted, name), name), is_ocr=True)
    except Refusal as refusal:
        if refusal.reason != NO_TEXT_LAYER:
            raise
        raise Refusal(
            "no-text",
            f"{name} is a scan on which hardly a letter was recognised; give another file of the document.",
        ) from refusal


def lay_out_pages(pages: Sequence[Page], name: str) -> Layout:
    """Pages in values become a layout; also those that were recognised from a scan.

    Raises:
        Refusal: no-text-layer, where the pages show hardly a letter.
    """
    letters = sum(len(piece.text.strip()) for page in pages for piece in page.pieces)
    if letters < FEWEST:
        raise Refusal(
            NO_TEXT_LAYER,
            f"{name} has {len(pages)} pages and {letters} letters; it is probably a scan. Ask for another file of the "
            "document, or install the extra for recognition: unfold[ocr].",
        )
    body = body_size(pages)
    sheets = [_Sheet(page) for page in pages]
    known = edges.repeated([sheet.edges for sheet in sheets if sheet.edges])
    found = [list(_drafts(sheet, known, body)) for sheet in sheets]
    every = [draft for drafts in found for draft in drafts]
    contents.mark([draft for draft in every if draft.kind != NOTE])
    for sheet, drafts in zip(sheets, found, strict=True):
        grids.mark(sheet.page, drafts)
        fronts.set_columns(sheet.page, drafts)
    apart = [draft for draft in every if draft.kind in {FURNITURE, NOTE}]
    tables.numbered(every)
    tables.caption(every)
    text = flow([draft for draft in drafts if draft.kind not in {FURNITURE, NOTE}] for drafts in found)
    writer = Writer(Hyphens(text), slashed=_slashed(apart))
    for draft in (*text, *(d for d in apart if d.kind == NOTE), *(d for d in apart if d.kind == FURNITURE)):
        writer.write(draft)
    return writer.layout()


def body_size(pages: Sequence[Page]) -> float:
    """The size of type that most letters have, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page.pieces:
            if not piece.is_artifact:
                sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


class _Sheet:
    """A page, its own pieces apart from those that the file calls furniture; where it has no tags, its edges."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.marked = [piece for piece in page.pieces if piece.is_artifact]
        self.own = [piece for piece in page.pieces if not piece.is_artifact]
        self.is_tagged = tagged.is_tagged(page, self.own)
        self.edges = None if self.is_tagged else edges.of(page)


def _drafts(sheet: _Sheet, known: frozenset[edges.Mask], body: float) -> Iterator[Draft]:
    """What stands on one page: its front where it is the first, its text, its notes, its furniture."""
    page = sheet.page
    front: list[Draft] = []
    if sheet.edges is None:
        front, furniture, own = fronts.part(page, sheet.marked, sheet.own)
        settled = tables.settled(tagged.drafts(page, own))
    else:
        own, furniture = edges.part(sheet.edges, known)
        settled = laid.drafts(page, own)
    if page.number == 1:
        settled = fronts.raised(settled)
    yield from front
    yield from feet.notes(settled, body)
    for line in furniture:
        yield Draft(FURNITURE, [line], page.number)


def _slashed(notes: Sequence[Draft]) -> frozenset[str]:
    """The marks of notes that are printed with a stroke, `1/`, as until 1996."""
    found = [feet.mark_of(draft) for draft in notes if draft.kind == NOTE]
    texts = [draft.lines[0].text.lstrip() for draft in notes if draft.kind == NOTE]
    return frozenset(
        mark[0] for mark, text in zip(found, texts, strict=True) if mark and text[len(mark[0]) :][:1] == "/"
    )
