"""Block: a run of text as laid out. What every format's reader makes and every later step takes.

A `Layout` holds the source as one string of characters, and blocks that point into it. Each visible
character of `source` must end in exactly one place: `Accounted` says which.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open range of code points in `Layout.source`."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line or run of text as laid out, before anybody knows what it is.

    Args:
        text: the visible characters, markup removed.
        span: where the whole block stands in `Layout.source`.
        page: page from 1, where the format shows pages.
        style: what the format says of it: `plain`, `heading-1` …, `item`, `cell`, `rule`.
    """

    text: str
    span: Span
    page: int | None
    style: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A source laid out: its characters, and the blocks in reading order."""

    source: str
    blocks: tuple[Block, ...]
    media_type: str
