"""Footnotes find the place that refers to them, and the marks leave the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.blocks import Layout, SetAside, Span, aside
from transforms.paragraphs.drafts import Draft
from transforms.paragraphs.footnotes import Note
from transforms.paragraphs.references import LETTERED, SHAPES, pattern


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note is referred to: the paragraph (None for a heading) and the place in the source."""

    draft: Draft | None
    place: int


def anchor(
    layout: Layout,
    notes: Sequence[Note],
    paragraphs: Sequence[Draft],
    headings: Sequence[Draft],
    *,
    may_be_glued: bool = True,
) -> tuple[list[Anchor | None], list[SetAside]]:
    """For each note its anchor, or None; and the marks that had been glued to the text, set aside.

    Marks are never glued where the format shows them all.
    """
    found = _marked(notes, paragraphs, headings)
    put: list[SetAside] = []
    places = [draft.place for draft in paragraphs]
    last = 0
    for n, note in enumerate(notes):
        if may_be_glued and found[n] is None and note.marker.isalnum():
            window = paragraphs[max(0, bisect_right(places, last) - 1) : bisect_right(places, note.place)]
            if (glued := _glued(note, window, last)) is not None:
                found[n], span = glued
                put.extend(aside(layout.source, span, "footnote_marker", note.blocks[0].page))
        known = found[n]
        last = known.place + 1 if known is not None else last
    return found, put


def _marked(
    notes: Sequence[Note], paragraphs: Sequence[Draft], headings: Sequence[Draft]
) -> list[Anchor | None]:
    """Marks that the format shows find the next note of that mark that nobody refers to yet."""
    waiting: dict[str, list[int]] = {}
    for n, note in enumerate(notes):
        waiting.setdefault(note.marker, []).append(n)
    found: list[Anchor | None] = [None] * len(notes)
    for place, marker, draft in sorted(_marks(paragraphs, headings), key=lambda mark: mark[0]):
        queue = waiting.get(marker, [])
        if queue:
            found[queue.pop(0)] = Anchor(draft, place)
    return found


def _marks(paragraphs: Sequence[Draft], headings: Sequence[Draft]) -> Iterator[tuple[int, str, Draft | None]]:
    for draft in paragraphs:
        yield from ((mark.span[0], mark.marker, draft) for block in draft.blocks for mark in block.marks)
    for draft in headings:
        yield from ((mark.span[0], mark.marker, None) for block in draft.blocks for mark in block.marks)


def _glued(note: Note, window: Sequence[Draft], last: int) -> tuple[Anchor, Span] | None:
    """The surest place between the note before and the note itself where its number or letter hangs on a word."""
    for shape in SHAPES if note.marker.isdigit() else LETTERED:
        for draft in window:
            traced = draft.traced
            match = pattern(shape, note.marker).search(
                traced.text, traced.offset_of(last), traced.offset_of(note.place)
            )
            place = traced.source_of(match.end() - len(note.marker)) if match else None
            if match is not None and place is not None:
                wide = _is_enclosed(traced.text, *match.span())
                draft.traced = traced.without(match.start() - wide, match.end() + wide)
                return Anchor(draft, place), (place - wide, place + len(note.marker) + wide)
    return None


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Whether a mark stands in brackets of its own, as in Arabic."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"
