"""A paper: an invented document as one value, its structure known.

>>> Paper(head, Report((), False, (Section("I.", "Lamps", (Numbered(1, Said("They burn.")),)),)))
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is printed: its mark and its text."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and where in it which note is referred to."""

    text: str
    notes: tuple[tuple[int, Note], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A subparagraph `(a)` or `(i)`; `mark` without the brackets."""

    mark: str
    said: Said
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullet:
    said: Said


@dataclass(frozen=True, slots=True)
class Quote:
    said: Said


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered paragraph; its parts are points, bullets or quotations, never two kinds."""

    number: int
    said: Said
    parts: tuple[Point | Bullet | Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; rows and columns from 1."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        return max(cell.column + cell.columns - 1 for cell in self.cells)

    @property
    def height(self) -> int:
        return max(cell.row + cell.rows - 1 for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its label (`I.`, `A.`, `1.`, `(a)` or none), and what stands below it."""

    label: str
    title: str
    blocks: tuple[Numbered | Table, ...]
    sections: tuple[Section, ...] = ()

    @property
    def heading(self) -> str:
        return f"{self.label} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows the body under a heading of its own; numbers start again, notes have letters."""

    heading: str
    title: str
    blocks: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Report:
    summary: tuple[Said, ...]
    has_contents: bool
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    paragraphs: tuple[Said, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    formula: str
    preamble: tuple[Said, ...]
    operative: tuple[Numbered, ...]
    meeting: str


@dataclass(frozen=True, slots=True)
class Body:
    """One of the organs a paper is for, as the first page names it; two of them stand side by side."""

    organ: str
    session: str
    number: str
    agenda: str = ""
    items: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first page says of the paper; `adopted` is the line with the day of a resolution."""

    symbols: tuple[str, ...]
    bodies: tuple[Body, ...]
    title: str
    author: str
    issued: dt.date
    original: str | None
    job: str
    adopted: str = ""
    adoption: dt.date | None = None

    @property
    def symbol(self) -> str:
        """As printed: a joint pair joined."""
        return "-".join(self.symbols)


@dataclass(frozen=True, slots=True)
class Paper:
    head: Head
    body: Report | Letter | Resolution
    annexes: tuple[Annex, ...] = ()
    has_endnotes: bool = False


def day(date: dt.date) -> str:
    """`7 January 2096`."""
    return f"{date.day} {date:%B %Y}"
