"""Block: a run of text as laid out. What every format's reader makes and every later step takes.

A `Layout` holds the source as one string of characters, and blocks that point into it. Each visible
character of `source` must end in exactly one place: a row, the masthead, or a `SetAside` with its reason.

    >>> layout = Layout("**Note** 1", (Block("Note 1", (0, 10), None, "plain", ((2, 6), (8, 10))),), "text/plain")
    >>> "".join(layout.source[a:b] for a, b in layout.blocks[0].runs)
    'Note 1'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from transforms.stated import NOTHING, Stated

Span = tuple[int, int]
"""Half-open range of code points in `Layout.source`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that is not text: a note's number or star, a list dash. `span` covers its markup too."""

    marker: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table's cell stands; ordinals from 1."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One line or run of text as laid out, before anybody knows what it is.

    Args:
        text: the visible characters, markup removed; always the runs put together.
        span: where the whole block stands in `Layout.source`, markup included.
        page: page from 1, where the format shows pages.
        style: what the format says of it: `plain`, `title`, `heading-1` …, `item`, `cell`, `quote`, `rule`,
            `caption`, `navigation`, `script`, `furniture`.
        runs: the stretches of the source that make up `text`.
        marks: note marks inside the text, in order.
        lead: the mark that stands before the text: `-` of a list, `*` or `3` of a note.
        label: a number that the format counts and does not print (`3.` of an HTML list).
        indent: columns of white space before it.
        gap: empty lines before it.
        place: row and column of a cell.
        turns: whether page furniture or a footnote stood right before it.
        source_eid: the name that the file itself gives the element (`para_12`).
    """

    text: str
    span: Span
    page: int | None
    style: str
    runs: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    lead: Mark | None = None
    label: str | None = None
    indent: int = 0
    gap: int = 1
    place: Place | None = None
    turns: bool = False
    source_eid: str | None = None

    def cut(self, count: int) -> tuple[tuple[Span, ...], Block]:
        """The runs of the first `count` characters of the text, and the block without them."""
        first, rest = split_runs(self.runs, count)
        return first, replace(self, text=self.text[count:], runs=rest)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link as the file has it: the stretch of the source that carries it, and where it leads."""

    href: str
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """A source laid out: its characters, the blocks in reading order, its links, and what the file states beside."""

    source: str
    blocks: tuple[Block, ...]
    media_type: str
    is_ocr: bool = False
    """Whether the text was recognised on pictures of the pages."""
    references: tuple[Reference, ...] = ()
    stated: Stated = NOTHING


@dataclass(frozen=True, slots=True)
class SetAside:
    """Characters that are in the source and in no other row; `reason` is one of `SET_ASIDE_REASONS`."""

    reason: str
    text: str
    span: Span
    page: int | None


def split_runs(runs: Iterable[Span], count: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Runs that hold the first `count` characters, and the runs of the rest."""
    first: list[Span] = []
    rest: list[Span] = []
    for start, end in runs:
        taken = max(0, min(count, end - start))
        if taken:
            first.append((start, start + taken))
        if start + taken < end:
            rest.append((start + taken, end))
        count -= taken
    return tuple(first), tuple(rest)


def between(span: Span, claimed: Iterable[Span]) -> Iterator[Span]:
    """The parts of a span that none of the claimed ones covers."""
    start, end = span
    for left, right in sorted(claimed):
        if start < left:
            yield (start, min(left, end))
        start = max(start, right)
    if start < end:
        yield (start, end)


def aside(source: str, span: Span, reason: str, page: int | None) -> Iterator[SetAside]:
    """The span set aside without the white space around it; nothing where it holds no visible character."""
    start, end = span
    text = source[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    if start < end:
        yield SetAside(reason, source[start:end], (start, end), page)
