"""Texts are set in lines: broken at spaces and behind hyphens, spread to the margin, note marks raised.

>>> [line.pieces[0].text for line in lines_of([Run("Capacity-Building", "Times-Roman")], 10.0, Measure(0, 0, 40))]
['Capacity-', 'Building']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builder.pages import ROMAN, Piece
from tests.builder.paper import Note, Said

_BOX = re.compile(r"\S*?[^\W\d_]-(?=\w)|\S+|\s+")
"""A word, the part of a word before a hyphen, or white space."""
_HYPHENS = re.compile(r"(-)")
RAISED, LIFT = 0.65, 0.3
"""The size of a note's mark and how far it is raised, times the size of the text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, or the mark of a note."""

    text: str
    font: str = ROMAN
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the first line begins, where the others begin, and where all end."""

    first: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line whose baseline is 0, and the notes it refers to."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    """What is not broken: its text ends in white space where it may be followed by a line's end there."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if run.note is None)


def runs_of(said: Said, font: str = ROMAN, *, first: str = "") -> list[Run]:
    """A text as runs; `first` is a font for its first word, as the verbs of resolutions have."""
    found: list[Run] = []
    at = 0
    for place, note in said.notes:
        found += [Run(said.text[at:place], font), Run(note.marker, font, note)]
        at = place
    found.append(Run(said.text[at:], font))
    if first:
        word, space, rest = found[0].text.partition(" ")
        found[:1] = [Run(word, first), Run(space + rest, font)]
    return [run for run in found if run.text]


def lines_of(
    runs: Sequence[Run],
    size: float,
    measure: Measure,
    *,
    is_spread: bool = False,
    parts_hyphens: bool = False,
) -> list[SetLine]:
    """Runs set in lines.

    Args:
        runs: in order.
        size: in points.
        measure: the margins.
        is_spread: whether lines but the last reach the right margin.
        parts_hyphens: whether a hyphen is a text object of its own, and lines end in a space, as Word has them.
    """
    found: list[list[_Box]] = [[]]
    at = measure.first
    for box in _boxes(runs):
        width = _width(box, size)
        if found[-1] and at + width > measure.right + 0.01:
            found.append([])
            at = measure.left
        found[-1].append(box)
        at += width + _width(box, size, is_space=True)
    lines = []
    for n, boxes in enumerate(found):
        start = measure.left if n else measure.first
        is_last = n == len(found) - 1
        spread = _spread(boxes, size, measure.right - start) if is_spread and not is_last else 0.0
        lines.append(_line(boxes, size, start, spread, parts_hyphens=parts_hyphens))
    return lines


def _boxes(runs: Sequence[Run]) -> Iterator[_Box]:
    """The boxes of a text; white space ends the box before it, and a mark hangs on its word."""
    open_: list[Run] = []
    for run in runs:
        if run.note is not None:
            open_.append(run)
            continue
        for match in _BOX.finditer(run.text):
            is_new = open_ and (
                open_[-1].text[-1:].isspace() or (open_[-1].note is None and open_[-1].text.endswith("-"))
            )
            if match[0].isspace():
                open_.append(replace(run, text=" "))
                continue
            if is_new:
                yield _Box(tuple(open_))
                open_ = []
            open_.append(replace(run, text=match[0]))
    if open_:
        yield _Box(tuple(open_))


def _width(box: _Box, size: float, *, is_space: bool = False) -> float:
    """How wide a box is without the space at its end; or how wide that space is."""
    whole = sum(stringWidth(run.text, run.font, size * (RAISED if run.note else 1)) for run in box.runs)
    last = box.runs[-1]
    space = stringWidth(" ", last.font, size) if last.text.isspace() else 0.0
    return space if is_space else whole - space


def _spread(boxes: Sequence[_Box], size: float, room: float) -> float:
    taken = sum(_width(box, size) + _width(box, size, is_space=True) for box in boxes) - _width(
        boxes[-1], size, is_space=True
    )
    gaps = sum(box.runs[-1].text.isspace() for box in boxes[:-1])
    return (room - taken) / gaps if gaps else 0.0


def _line(boxes: Sequence[_Box], size: float, x: float, spread: float, *, parts_hyphens: bool) -> SetLine:
    runs = [run for box in boxes for run in box.runs]
    if not parts_hyphens:
        while runs and runs[-1].text.isspace():
            runs.pop()
    joined: list[Run] = []
    for run in runs:
        if (
            joined
            and run.note is None is joined[-1].note
            and (run.font == joined[-1].font or run.text.isspace())
        ):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    pieces: list[Piece] = []
    for run in joined:
        is_mark = run.note is not None
        own = size * RAISED if is_mark else size
        for text in _HYPHENS.split(run.text) if parts_hyphens and not is_mark else [run.text]:
            if text:
                pieces.append(
                    Piece(x, size * LIFT if is_mark else 0.0, text, run.font, own, 0.0 if is_mark else spread)
                )
                x += stringWidth(text, run.font, own) + text.count(" ") * (0.0 if is_mark else spread)
    return SetLine(tuple(pieces), tuple(run.note for run in runs if run.note is not None))


def plain_line(
    text: str, x: float, font: str = ROMAN, size: float = 10.0, *, is_right: bool = False
) -> SetLine:
    """One line as it is; `x` is its right end where it is set to the right."""
    start = x - stringWidth(text, font, size) if is_right else x
    return SetLine((Piece(start, 0.0, text, font, size),), ())
