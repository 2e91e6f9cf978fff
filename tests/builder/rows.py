"""What a reader should make of a paper: its paragraphs with their labels, parents, headings and notes.

>>> rows(paper)[0].label, rows(paper)[0].path
('1', ('I. Introduction',))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from tests.builder.paper import (
    Annex,
    Bullet,
    Letter,
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


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as it should come back; `notes` are the marks, where they stand in the text, and what the notes say."""

    label: str
    kind: str
    number: int | None
    parent: str | None
    path: tuple[str, ...]
    text: str
    notes: tuple[tuple[str, int, str], ...] = ()


def rows(paper: Paper) -> tuple[Row, ...]:
    """The paragraphs in order."""
    counts = count(1)
    annexes = (row for n, annex in enumerate(paper.annexes, 1) for row in _annex(annex, n))
    return tuple(_counted(row, counts) for row in (*_body(paper.body), *annexes))


def _counted(row: Row, counts: Iterator[int]) -> Row:
    """The lines above tables are counted through the whole paper."""
    if row.kind != "caption" or (n := next(counts)) == 1:
        return row
    return replace(row, label=f"caption-{n}")


def tables(paper: Paper) -> tuple[Table, ...]:
    """The tables in order."""
    sections = paper.body.sections if isinstance(paper.body, Report) else ()
    return tuple(block for section in sections for block in _blocks(section) if isinstance(block, Table))


def _blocks(section: Section) -> Iterator[Numbered | Table]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks(inner)


def _row(
    said: Said,
    label: str,
    kind: str,
    path: tuple[str, ...],
    *,
    parent: str | None = None,
    number: int | None = None,
) -> Row:
    marks = tuple((note.marker, at, note.text) for at, note in said.notes)
    return Row(label, kind, number, parent, path, said.text, marks)


def _body(body: Report | Letter | Resolution) -> Iterator[Row]:
    match body:
        case Report():
            for n, said in enumerate(body.summary, 1):
                yield _row(said, f"summary-{n}", "summary", ("Summary",))
            for section in body.sections:
                yield from _section(section, ())
        case Letter():
            for n, said in enumerate(body.paragraphs, 1):
                yield _row(said, f"p{n}", "letter", ())
            yield _row(Said(" ".join(body.signature)), f"p{len(body.paragraphs) + 1}", "signature", ())
        case Resolution():
            for n, said in enumerate((Said(body.formula), *body.preamble), 1):
                yield _row(said, f"p{n}", "preambular", ())
            for block in body.operative:
                yield from _numbered(block, "operative", "", ())


def _section(section: Section, path: tuple[str, ...]) -> Iterator[Row]:
    path = (*path, section.heading)
    for block in section.blocks:
        if isinstance(block, Numbered):
            yield from _numbered(block, "paragraph", "", path)
        elif block.title:
            yield _row(Said(block.title), "caption", "caption", path)
    for inner in section.sections:
        yield from _section(inner, path)


def _numbered(block: Numbered, kind: str, prefix: str, path: tuple[str, ...]) -> Iterator[Row]:
    label = f"{prefix}{block.number}"
    yield _row(block.said, label, kind, path, number=block.number)
    for n, part in enumerate(block.parts, 1):
        match part:
            case Point():
                yield from _point(part, label, path)
            case Bullet():
                yield _row(part.said, f"{label}[b{n}]", "bullet", path, parent=label)
            case Quote():
                yield _row(part.said, f"{label}[q{n}]", "quote", path, parent=label)


def _point(point: Point, parent: str, path: tuple[str, ...]) -> Iterator[Row]:
    label = f"{parent}({point.mark})"
    yield _row(point.said, label, "subparagraph", path, parent=parent)
    for inner in point.points:
        yield from _point(inner, label, path)


def _annex(annex: Annex, ordinal: int) -> Iterator[Row]:
    for block in annex.blocks:
        yield from _numbered(block, "paragraph", f"annex-{ordinal}:", (annex.heading, annex.title))
