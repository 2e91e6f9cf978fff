r"""Plain text and markdown, one block a line, whatever extractor left them.

>>> [(block.style, block.text) for block in lay_out("# I. Introduction\n\n- 1. The report").blocks]
[('heading-1', 'I. Introduction'), ('item', '1. The report')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transforms.blocks import Block, Layout, Mark, Span, between
from transforms.formats.markup import Token, tokens

_LINE = re.compile(r"(?P<empty>\n{2,})|[^\n\f]*+(?:[\n\f]|\Z)")
_RULE = re.compile(r"(?:[-_*=\u2013\u2014~]\s?){3,}\Z|<hr\s?/?>\Z")
_LEAD = re.compile(
    r"(?P<hashes>\#{1,6})\s+|(?P<quote>>)\s?|(?P<dash>[-+\u2022\u25cf\u25aa\u25cb\u00b7\uf0b7\u2013\u2014](?:\s+[\u2022\u25cf\u25aa\u25cb\u00b7\uf0b7\u2013\u2014](?=\s))?)\s+|(?P<stars>(?:\\?\*){1,4})\s"
)
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25cb\uf0b7]\s*\Z")
_HASHES = re.compile(r"\s#{1,6}\Z")


def lay_out(text: str) -> Layout:
    """A text becomes a layout: a block for each line that is not empty, with what its markup says."""
    return Layout(text, tuple(_bulleted(_blocks(text))), "text/plain")


def _blocks(text: str) -> Iterator[Block]:
    marks = tokens(text)
    pages = "\f" in text
    page, gap, index = 1, 0, 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        if line["empty"] is not None:
            gap += end - start
            continue
        while index < len(marks) and marks[index].span[0] < start:
            index += 1
        first = index
        while index < len(marks) and marks[index].span[0] < end:
            index += 1
        block = _block(text, (start, end), marks[first:index], page if pages else None, gap)
        gap = gap + 1 if block is None else 0
        if block is not None:
            yield block
        if text[end - 1 : end] == "\f":
            page, gap = page + 1, gap + 1


def _bulleted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, each bullet that stood alone on its line put before the next."""
    bullet: Block | None = None
    for block in blocks:
        led = _led(block, bullet) if bullet is not None else None
        if bullet is not None and led is None:
            yield bullet
        bullet = _bullet(block) if led is None else None
        if bullet is None:
            yield led or block
    if bullet is not None:
        yield bullet


def _bullet(block: Block) -> Block | None:
    """A line that holds a bullet and nothing else, the bullet as its lead."""
    if block.style != "plain" or block.lead is not None or not _BULLET.match(block.text):
        return None
    return replace(block, text="", runs=(), style="item", lead=Mark(block.text.strip(), block.runs[0]))


def _led(block: Block, bullet: Block) -> Block | None:
    """A line led by the bullet that stood alone on the line before it; None where it has a lead of its own."""
    if block.style != "plain" or block.lead is not None or _BULLET.match(block.text):
        return None
    return replace(
        block,
        style="item",
        span=(bullet.span[0], block.span[1]),  # whatever becomes of the line becomes of its bullet
        lead=bullet.lead,
        gap=max(block.gap, bullet.gap),
        indent=bullet.indent,
    )


def _block(text: str, line: Span, marks: Sequence[Token], page: int | None, gap: int) -> Block | None:
    start, end = line
    content = text[start:end]
    indent = len(content) - len(content.lstrip())
    start, end = start + indent, start + len(content.rstrip())
    if start >= end:
        return None
    if _RULE.match(text, start, end):
        return Block("", (start, end), page, "rule", indent=indent, gap=gap)
    style, lead, at = _opening(text, start, end, marks)
    if style.startswith("heading") and (closing := _HASHES.search(text, at, end)):
        runs_end = closing.start()
    else:
        runs_end = end
    inside = [token for token in marks if token.span[0] >= at]
    runs = tuple(between((at, runs_end), (token.span for token in inside))) if at < runs_end else ()
    notes = tuple(Mark(token.marker, token.span) for token in inside if token.kind == "note")
    return Block(
        "".join(text[a:b] for a, b in runs), (start, end), page, style,
        runs, notes, lead, None, len(content[:indent].expandtabs()), gap,
    )  # fmt: skip


def _opening(text: str, start: int, end: int, marks: Sequence[Token]) -> tuple[str, Mark | None, int]:
    """What a line's first characters say: its style, the mark before its text, and where the text begins."""
    match = _LEAD.match(text, start, end)
    if match is None:
        return _numbered_note(start, marks)
    at = match.end()
    match match.lastgroup:
        case "hashes":
            return f"heading-{len(match['hashes'])}", None, at
        case "quote":
            return "quote", None, at
        case "dash":
            return "item", Mark(match["dash"], match.span("dash")), at
        case _:
            stars = match["stars"].replace("\\", "")
            return "plain", Mark(stars, match.span("stars")), at


def _numbered_note(start: int, marks: Sequence[Token]) -> tuple[str, Mark | None, int]:
    """A raised number at the head of a line is the mark of the note that follows."""
    for token in marks:
        if token.kind == "note" and token.span[0] == start:
            return "plain", Mark(token.marker, token.span), token.span[1]
    return "plain", None, start
