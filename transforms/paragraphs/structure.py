"""The rows that a body becomes: sections, paragraphs, footnotes, cells, and what was set aside."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.blocks import SetAside, Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in its place: `path` ends with the heading itself, all as printed."""

    eid: str
    level: int
    label: str | None
    heading: str
    path: tuple[str, ...]
    page: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is quoted. `text` is clean; `spans` are its characters in the source."""

    eid: str
    label: str
    kind: str
    number: int | None
    parent_eid: str | None
    section_path: tuple[str, ...]
    page: int | None
    text: str
    spans: tuple[Span, ...]
    source_eid: str | None = None
    """The name that the file itself gives it, where its format has such names."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and where it is referred to: `anchor_char` counts in the clean text of `paragraph_eid`."""

    eid: str
    marker: str
    text: str
    paragraph_eid: str | None
    anchor_char: int | None
    page: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; ordinals from 1."""

    table_ordinal: int
    row_ordinal: int
    column_ordinal: int
    row_span: int
    column_span: int
    is_header: bool
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's body in order, and all that was set aside."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    cells: tuple[Cell, ...]
    set_aside: tuple[SetAside, ...]
