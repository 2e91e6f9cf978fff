"""From the first blocks of a layout to a `Masthead`, and the `Body` that is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms import furniture
from transforms.blocks import Block, Layout, SetAside, aside, between
from transforms.errors import Refusal
from transforms.formats.told import is_told
from transforms.masthead import extent, fields, told
from transforms.masthead.values import Body, Masthead
from transforms.symbols import Symbol, parse
from transforms.wording import mastheads

_SILENT = frozenset({"rule", "navigation", "script", "cell"})
_NUMBER = re.compile(r"\d{1,3}/\d{1,4}(?:\s[A-Z])?\.?\s+(?=\w)")
"""The number before the title of a resolution: `77/126.   Title`."""
FIRST = 20
SHORT = 120
CLOSING = 12
STRAY = 12
"""Letters that may stand beside a symbol on its line before it is only a symbol cited."""


def take(layout: Layout) -> tuple[Masthead, Body]:
    """A layout becomes its masthead and its body; page furniture is set aside on the way."""
    if is_told(layout):
        return told.take(layout, lambda whole, block: tuple(margins(whole, block)))
    stripped = furniture.strip(layout)
    count = extent.length(stripped.blocks)
    head = stripped.blocks[:count]
    closed = _closing(stripped.blocks, count)
    closing = tuple(stripped.blocks[i] for i in sorted(closed))
    rest = tuple(block for i, block in enumerate(stripped.blocks) if i >= count and i not in closed)
    own = tuple(block for block in head if block.style not in _SILENT and block.lead is None)
    left = tuple(block for block in head if block.style in _SILENT or block.lead is not None)
    margin = tuple(piece for block in own for piece in margins(layout, block))
    notes = tuple(
        piece for block in closing for piece in aside(layout.source, block.span, "masthead_note", block.page)
    )
    after = " ".join(block.text for block in rest[:8])[:2000] + "".join(
        f"\nadopted on {block.text}" for block in closing
    )
    body = Body(layout, left + rest, stripped.set_aside + margin + notes, is_headed=count > 0)
    found = _masthead(own, stripped, after)
    return (found if count else replace(found, title=_page_title(stripped.blocks))), body


def _closing(blocks: Sequence[Block], start: int) -> frozenset[int]:
    """The lines that close a resolution, its meeting and the day; each part of A/RES/77/264 A-C has its own."""
    found: set[int] = set()
    for i in range(start, len(blocks)):
        text = blocks[i].text[: SHORT + 1].strip()
        is_likely = text[:1] in mastheads.MEETING_BEGINS and len(text) < SHORT
        meeting = mastheads.MEETING.match(text) if is_likely else None
        if meeting is not None:
            if fields.date(meeting) is not None:
                found.add(i)
                continue
            is_dated = i + 1 < len(blocks) and fields.LONE_DATE.match(blocks[i + 1].text.strip())
            if is_dated or i >= len(blocks) - CLOSING:
                found.update((i, i + 1) if is_dated else (i,))
    return frozenset(found)


def margins(layout: Layout, block: Block) -> Iterator[SetAside]:
    """What of a block is not text, set aside: note marks, and the characters of its markup."""
    for mark in block.marks:
        yield from aside(layout.source, mark.span, "footnote_marker", block.page)
    claimed = [*block.runs, *(mark.span for mark in block.marks), *([block.lead.span] if block.lead else [])]
    for start, end in between(block.span, claimed):
        is_control = not any(c.isprintable() for c in layout.source[start:end].strip())
        yield from aside(
            layout.source, (start, end), "control_characters" if is_control else "markup", block.page
        )


def _masthead(own: Sequence[Block], stripped: furniture.Stripped, after: str) -> Masthead:
    lines = tuple(" ".join(block.text.split())[: extent.LONGEST] for block in own)
    groups = (
        tuple(extent.text_of(own, group)[: extent.LONGEST] for group in extent.groups(own)) if own else ()
    )
    symbols, evidence = _symbols(lines, stripped.symbols)
    whole = "\n".join(groups)
    author = next((g for g in reversed(groups) if mastheads.AUTHOR.match(g)), None)
    return Masthead(
        symbols=symbols,
        symbol_evidence=evidence,
        organs=tuple(
            dict.fromkeys(o for line in groups if extent.is_field(line) for o in fields.organs(line))
        ),
        session=next((s for line in lines if (s := fields.session(line))), None),
        title=_titled(own) or _title(groups, author),
        author=author,
        distribution=fields.distribution(whole),
        distribution_date=_distribution_date(lines),
        adoption_date=_adoption_date(whole, after),
        meeting_date=fields.date(fields.HELD.search(whole)),
        original_language=fields.original_language(whole),
        agenda_items=_agenda(groups),
        job_number=stripped.job_number,
        spans=tuple(span for block in own for span in block.runs),
    )


def _symbols(lines: Sequence[str], heads: Sequence[str]) -> tuple[tuple[Symbol, ...], str]:
    """The symbols a masthead prints as its own: alone on a line, or beside the name of an organ."""
    own: list[Symbol] = []
    for line in lines:
        rest = fields.without_symbols(line)
        rest = fields.without_names(rest).replace("Distr", "").replace("General", "")
        if sum(c.isalpha() for c in rest) < STRAY and not line.startswith("["):
            own.extend(s for s in fields.symbols(line) if s not in own)
    if own:
        return tuple(own), "masthead"
    return _of_heads(heads), "running_head" if heads else "masthead"


def _of_heads(heads: Sequence[str]) -> tuple[Symbol, ...]:
    """The symbol of the running heads, and a second of another organ where each half of a joint one has its line."""
    found: list[Symbol] = []
    for head in heads:
        try:
            read = parse(head)
        except Refusal:
            continue
        if not found or not {symbol.body for symbol in read} & {symbol.body for symbol in found}:
            found.extend(read)
    return tuple(found)


def _titled(own: Sequence[Block]) -> str | None:
    """The title where the format says which lines are its: `Proposed programme budget for 2027: International Trade Centre`."""
    return ": ".join(" ".join(block.text.split()) for block in own if block.style == "title") or None


def _title(groups: Sequence[str], author: str | None) -> str | None:
    """The last group before the author that is no field of its own; the first of two halves of a title is lost to it."""
    numbered = next((group for group in groups if _NUMBER.match(group)), None)
    if numbered is not None:
        return _NUMBER.sub("", numbered)
    end = len(groups) if author is None else len(groups) - 1 - list(reversed(groups)).index(author)
    for group in reversed(groups[:end]):
        if group and not extent.is_field(group) and not mastheads.NOT_TITLE.match(group):
            return group
    is_letter = author is not None and mastheads.is_letter(author)
    return author if is_letter or end == len(groups) else None


def _page_title(blocks: Sequence[Block]) -> str | None:
    """The title of a page without a masthead: its first heading, else the short line above its first long one."""
    texts = [" ".join(block.text.split()) for block in blocks[:FIRST] if block.style not in _SILENT]
    heading = next((b for b in blocks if b.style in {"title", "heading-1"}), None)
    if heading is not None:
        return " ".join(heading.text.split())
    for text, following in pairwise(texts):
        if text and len(text) < SHORT < len(following) and not furniture.is_ended(text):
            return None if extent.opens(text) else text
    return None


def _distribution_date(lines: Sequence[str]) -> dt.date | None:
    for n, line in enumerate(lines):
        level = mastheads.DISTRIBUTION.search(line)
        if level is None:
            continue
        inside = fields.date(fields.DATE.search(line, level.end()))
        return inside or next(
            (d for near in lines[n + 1 : n + 5] if (d := fields.date(fields.LONE_DATE.match(near)))), None
        )
    return next((d for line in lines if (d := fields.date(fields.LONE_DATE.match(line)))), None)


def _adoption_date(whole: str, after: str) -> dt.date | None:
    for pattern in (mastheads.ADOPTED, fields.CLOSED):
        for text in (whole.replace("\n", " "), after):
            if found := fields.date(pattern.search(text)):
                return found
    return None


def _agenda(groups: Sequence[str]) -> tuple[str, ...]:
    found = [
        item
        for group in groups
        if (match := mastheads.AGENDA.search(group))
        for item in fields.agenda_items(group[match.start() :].split(" of the ")[0])
    ]
    return tuple(dict.fromkeys(found))
