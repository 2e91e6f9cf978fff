"""Everything below the masthead in the order in which it is printed, whatever the file.

>>> [line.style for line in lines(paper)]
['heading', 'numbered', 'point']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tests.builder.paper import (
    Annex,
    Bullet,
    Letter,
    Note,
    Numbered,
    Paper,
    Point,
    Quote,
    Report,
    Resolution,
    Said,
    Section,
    Table,
)  # fmt: skip

Style = Literal[
    "summary-head", "summary", "heading", "numbered", "point", "bullet", "quote", "caption", "formula", "preambular",
    "letter", "signature", "meeting", "annex", "annex-title",
]  # fmt: skip
"""`signature` and `meeting` are lines under each other, parted by line ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or heading; `depth` from 1 counts headings and points."""

    style: Style
    said: Said
    mark: str = ""
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries of the contents: label, title, depth."""

    entries: tuple[tuple[str, str, int], ...]


Item = Line | Table | Contents


def lines(paper: Paper) -> tuple[Item, ...]:
    """What is printed of a paper below its masthead."""
    return (*_body(paper.body), *(line for annex in paper.annexes for line in _annex(annex)))


def notes(items: Iterable[Item]) -> tuple[Note, ...]:
    """The notes that lines refer to, in order."""
    return tuple(note for item in items if isinstance(item, Line) for _, note in item.said.notes)


def _body(body: Report | Letter | Resolution) -> Iterator[Item]:
    match body:
        case Report():
            if body.summary:
                yield Line("summary-head", Said("Summary"))
                yield from (Line("summary", said) for said in body.summary)
            if body.has_contents:
                yield Contents(tuple(_entries(body.sections, 1)))
            for section in body.sections:
                yield from _section(section, 1)
        case Letter():
            yield from (Line("letter", said) for said in body.paragraphs)
            yield Line("signature", Said("\n".join(body.signature)))
        case Resolution():
            yield Line("formula", Said(body.formula))
            yield from (Line("preambular", said) for said in body.preamble)
            for block in body.operative:
                yield from _numbered(block)
            yield Line("meeting", Said(body.meeting))


def _entries(sections: Iterable[Section], depth: int) -> Iterator[tuple[str, str, int]]:
    for section in sections:
        yield section.label, section.title, depth
        yield from _entries(section.sections, depth + 1)


def _section(section: Section, depth: int) -> Iterator[Item]:
    yield Line("heading", Said(section.title), section.label, depth)
    for block in section.blocks:
        if isinstance(block, Numbered):
            yield from _numbered(block)
            continue
        if block.title:
            yield Line("caption", Said(block.title))
        yield block
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _numbered(block: Numbered) -> Iterator[Line]:
    yield Line("numbered", block.said, f"{block.number}.")
    for part in block.parts:
        match part:
            case Point():
                yield from _point(part, 1)
            case Bullet():
                yield Line("bullet", part.said, "•")
            case Quote():
                yield Line("quote", part.said)


def _point(point: Point, depth: int) -> Iterator[Line]:
    yield Line("point", point.said, f"({point.mark})", depth)
    for inner in point.points:
        yield from _point(inner, depth + 1)


def _annex(annex: Annex) -> Iterator[Line]:
    yield Line("annex", Said(annex.heading))
    yield Line("annex-title", Said(annex.title))
    for block in annex.blocks:
        yield from _numbered(block)
