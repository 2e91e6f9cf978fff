"""Links of a layout find their rows: a paragraph, a footnote or a heading with offsets, or what else they stand in.

>>> [(link.place, link.eid, link.start, link.end) for link in placed(layout, structure)]
[('paragraph', 'preamble__p_2', 13, 24)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.blocks import Layout, Span
from transforms.links.addresses import symbol_at
from transforms.paragraphs.structure import Structure
from transforms.text import Traced, retrace

_TEXTS = ("paragraph", "footnote", "heading", "cell")
PLACES = (*_TEXTS, "aside", "masthead")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in its place.

    Args:
        place: in what kind of row it stands; `aside` and `masthead` are no texts, and have no offsets.
        eid: the paragraph, note or heading; None for the others.
        start: first code point of its words in the text of that row.
        end: one past the last.
        surface: the words that carry it, as they stand in the row.
        href: where it leads, as the file has it.
        linked_symbol: the document there, canonical, where the address gives one.
    """

    place: str
    eid: str | None
    start: int | None
    end: int | None
    surface: str
    href: str
    linked_symbol: str | None


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    eid: str | None
    traced: Traced


def placed(layout: Layout, structure: Structure) -> tuple[Link, ...]:
    """The links in the order of the source; one with no visible character is none.

    A link that reaches over two rows stands in the first of them.
    """
    if not layout.references:
        return ()
    rows = list(_rows(layout, structure))
    stretches = sorted((span, i) for i, row in enumerate(rows) for span in row.traced.spans)
    starts = [span[0] for span, _ in stretches]
    asides = sorted(piece.span for piece in structure.set_aside)
    found: list[Link] = []
    for reference in sorted(layout.references, key=lambda each: each.span):
        span = _visible(layout.source, reference.span)
        if span is None:
            continue
        index = max(0, bisect_right(starts, span[0]) - 1)
        held = next(
            ((s, i) for s, i in stretches[index : index + 2] if s[0] < span[1] and span[0] < s[1]), None
        )
        symbol = symbol_at(reference.href)
        if held is None:
            place = "aside" if _is_within(span, asides) else "masthead"
            surface = " ".join(layout.source[slice(*span)].split())
            found.append(Link(place, None, None, None, surface, reference.href, symbol))
            continue
        row = rows[held[1]]
        start, end = _offsets(row.traced, span)
        found.append(Link(row.place, row.eid, start, end, row.traced.text[start:end], reference.href, symbol))
    return tuple(found)


def _rows(layout: Layout, structure: Structure) -> Iterator[_Row]:
    for paragraph in structure.paragraphs:
        yield _Row("paragraph", paragraph.eid, retrace(paragraph.text, layout.source, paragraph.spans))
    for note in structure.footnotes:
        yield _Row("footnote", note.eid, retrace(note.text, layout.source, note.spans))
    for section in structure.sections:
        yield _Row("heading", section.eid, retrace(section.heading, layout.source, section.spans))
    for cell in structure.cells:
        yield _Row("cell", None, retrace(cell.text, layout.source, cell.spans))


def _visible(source: str, span: Span) -> Span | None:
    """The span without white space at its ends."""
    text = source[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return (start, start + len(text.strip())) if text.strip() else None


def _offsets(traced: Traced, span: Span) -> tuple[int, int]:
    """Where in a text the characters of a span stand; its first or last may be the row's label or a mark."""
    inside = [
        (at + max(0, span[0] - source), at + min(size, span[1] - source))
        for at, source, size in traced.runs
        if source < span[1] and span[0] < source + size
    ]
    return inside[0][0], inside[-1][1]


def _is_within(span: Span, asides: list[Span]) -> bool:
    index = bisect_right(asides, (span[0], len(asides) and asides[-1][1])) - 1
    return index >= 0 and asides[index][0] <= span[0] < asides[index][1]
