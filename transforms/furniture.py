"""Page furniture: running heads, page numbers and job numbers, told by what they are and where they stand.

>>> [reason for reason, _ in pieces("18-13620 3/20")]
['job_number', 'page_number']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.blocks import Block, Layout, SetAside, Span, aside, between, split_runs
from transforms.errors import Refusal
from transforms.symbols import parse
from transforms.text import without_glued
from transforms.wording.signs import ENDED

_JOB = r"(?:GE\.|[A-Z]{1,2}\.)?\d{2}-\d{4,5}(?:-\d)?(?:\s?\([A-Z]\))?|[NKV]\d{7}(?:\s?\([A-Z]\))?|GE\.\d{2}-?\d{4,6}(?:\s?\([A-Z]\))?"
_PIECE = re.compile(
    rf"""\s*(?:
    (?P<job_number>(?:{_JOB})(?:\s+\d{{6}})*|\*\d{{7,9}}\*)
  | (?P<page_number>[Pp]age\s\d{{1,4}}(?:\s(?:of|de)\s\d{{1,4}})?|\d{{1,4}}/\d{{1,4}}|[-\u2013\u2014]\s?\d{{1,4}}\s?[-\u2013\u2014]|/\.{{3}})
  | (?P<symbol>[A-Z][A-Za-z]{{0,6}}/[A-Za-z0-9/.\-()]*\d[A-Za-z0-9/\-]*(?:\s\(\d{{4}}\))?)
  | (?P<date>\d{{2}}/\d{{2}}/\d{{4}})
  | (?P<number>\d{{1,4}})
    )(?=\s|\Z)""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_TITLED = re.compile(
    r"(?:table|figure|annex|box|chart|chapter|part|section|article|goal|map|appendix)\b|\d{1,4}\.\s",
    re.IGNORECASE,
)
"""What counts upwards and is no running head: titles with a number, and numbered paragraphs."""
_HEADS = (["symbol"], ["symbol", "number"], ["number", "symbol"], ["symbol", "date"], ["date", "symbol"])
LONGEST = 160
FURNITURE = "furniture"
"""The style of what the format itself says is page furniture."""
EDGE = 3
"""How many lines away a page number may stand from the running head that belongs to it."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """The blocks that are not furniture, the furniture set aside, and what it said."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    symbols: tuple[str, ...]
    job_number: str | None


def is_ended(text: str) -> bool:
    """Whether a sentence, or an item of a list, ends here."""
    return bool(ENDED.search(without_glued(text[-12:].rstrip())))


def pieces(text: str) -> list[tuple[str, Span]]:
    """The pieces of a line made of nothing but furniture, with their reasons; none where it says anything else."""
    found: list[tuple[str, Span]] = []
    at = 0
    if len(text) > LONGEST:
        return []
    while at < len(text) and not text[at:].isspace():
        match = _PIECE.match(text, at)
        if match is None or match.lastgroup is None:
            return []
        found.append((match.lastgroup, match.span(match.lastgroup)))
        at = match.end()
    return found


def strip(layout: Layout) -> Stripped:
    """A layout without its page furniture; a line goes only where both its words and its place say so."""
    blocks = layout.blocks
    kinds = [pieces(block.text) if _may_be(block) else [] for block in blocks]
    gone = {
        i
        for i, found in enumerate(kinds)
        if blocks[i].style == FURNITURE or _is_certain(blocks[i].text, found)
    }
    gone |= _page_numbers(blocks, kinds)
    gone |= {i for i, found in enumerate(kinds) if i not in gone and _is_head(blocks, kinds, i, found, gone)}
    gone |= _repeated(blocks, gone)
    put: list[SetAside] = []
    symbols: list[str] = []
    jobs: list[str] = []
    for i in sorted(gone):
        put.extend(_put(layout, blocks[i], kinds[i]))
        symbols.extend(s for s in _texts(blocks[i], kinds[i], "symbol") if _is_symbol(s))
        jobs.extend(_texts(blocks[i], kinds[i], "job_number"))
    return Stripped(_widened(blocks, gone), tuple(put), _usual(symbols), jobs[0] if jobs else None)


def _usual(symbols: Sequence[str]) -> tuple[str, ...]:
    """The symbols of the running heads, without those that come much less often than the others."""
    counts = Counter(symbols)
    most = max(counts.values(), default=0)
    return tuple(symbol for symbol, count in counts.items() if count * 2 >= most)


def _may_be(block: Block) -> bool:
    """Whether a line could be furniture at all: a note's first line or a counted item could not."""
    return block.label is None and (
        block.style in {"item", FURNITURE} or (block.style == "plain" and block.lead is None)
    )


def _is_certain(text: str, found: Sequence[tuple[str, Span]]) -> bool:
    """A job number or a page of pages is furniture wherever it stands alone."""
    kinds = {kind for kind, _ in found}
    if "job_number" in kinds:
        return True
    pages = [
        tuple(map(int, text[a:b].split("/")))
        for kind, (a, b) in found
        if kind == "page_number" and _is_pair(text[a:b])
    ]
    return bool(pages) and all(page <= total for page, total in pages) and "number" not in kinds


def _is_pair(text: str) -> bool:
    return text.replace("/", "", 1).isdigit()


def _page_numbers(blocks: Sequence[Block], kinds: Sequence[list[tuple[str, Span]]]) -> set[int]:
    """Lines that are one number: those that count upwards, or that stand at the edge of a page."""
    alone = [
        i
        for i, found in enumerate(kinds)
        if [k for k, _ in found] in (["number"], ["page_number"]) and _stands_alone(blocks, i)
    ]
    chosen: set[int] = set()
    chain: list[int] = []
    for i in [*alone, -1]:
        value = _value(blocks[i].text) if i >= 0 else -1
        if chain and (i < 0 or not 1 <= value - _value(blocks[chain[-1]].text) <= 2):
            chosen.update(chain if len(chain) >= EDGE else ())
            chain = []
        chain.append(i)
    return chosen | {i for i in alone if _is_at_page_edge(blocks, i)}


def _value(text: str) -> int:
    digits = _DIGITS.search(text)
    return int(digits[0]) if digits else -1


def _stands_alone(blocks: Sequence[Block], i: int) -> bool:
    return blocks[i].gap > 0 and (i + 1 == len(blocks) or blocks[i + 1].gap > 0)


def _is_at_page_edge(blocks: Sequence[Block], i: int) -> bool:
    page = blocks[i].page
    if page is None:
        return False
    return i + 1 == len(blocks) or blocks[i + 1].page != page or (i > 0 and blocks[i - 1].page != page)


def _is_head(
    blocks: Sequence[Block],
    kinds: Sequence[list[tuple[str, Span]]],
    i: int,
    found: list[tuple[str, Span]],
    gone: set[int],
) -> bool:
    """A symbol alone on its line is a running head beside a page number or inside a sentence."""
    if [kind for kind, _ in found] not in _HEADS or not _is_loose(blocks, kinds, i):
        return False
    if i and blocks[i - 1].style == "rule":
        return False
    near = any(j in gone and kinds[j] for j in range(max(0, i - EDGE), i + EDGE + 1))
    return near or _interrupts(blocks, i) or (i > EDGE and _is_at_page_edge(blocks, i))


def _is_loose(blocks: Sequence[Block], kinds: Sequence[list[tuple[str, Span]]], i: int) -> bool:
    """Whether nothing but other symbols stands right above or below a line."""
    is_free_above = blocks[i].gap > 0 or i == 0 or _is_symbol_line(kinds[i - 1])
    return is_free_above and (i + 1 == len(blocks) or blocks[i + 1].gap > 0 or _is_symbol_line(kinds[i + 1]))


def _is_symbol_line(found: list[tuple[str, Span]]) -> bool:
    return [kind for kind, _ in found] == ["symbol"]


def _interrupts(blocks: Sequence[Block], i: int) -> bool:
    if not 0 < i < len(blocks) - 1:
        return False
    before, after = blocks[i - 1].text, blocks[i + 1].text
    return bool(before) and not is_ended(before) and after[:1].islower()


def _repeated(blocks: Sequence[Block], gone: set[int]) -> set[int]:
    """Short lines that come again and again with other numbers, at the edges of pages."""
    masks = {
        i: _DIGITS.sub("#", " ".join(block.text.split()))
        for i, block in enumerate(blocks)
        if i not in gone and 0 < len(block.text) <= LONGEST and _may_be(block) and block.gap > 0
        and not is_ended(block.text) and not _TITLED.match(block.text)
    }  # fmt: skip
    counts = Counter(masks.values())
    edges: dict[str, list[int]] = {}
    for i, mask in masks.items():
        if counts[mask] >= EDGE and (
            i - 1 in gone
            or i + 1 in gone
            or _is_at_page_edge(blocks, i)
            or (_stands_alone(blocks, i) and _interrupts(blocks, i))
        ):
            edges.setdefault(mask, []).append(i)
    return {i for mask, found in edges.items() if len(found) * 2 > counts[mask] for i in found}


def _put(layout: Layout, block: Block, found: list[tuple[str, Span]]) -> Iterator[SetAside]:
    if not found or block.lead:
        yield from aside(layout.source, block.span, "running_head", block.page)
        return
    claimed: list[Span] = []
    for kind, (start, end) in found:
        reason = {"symbol": "running_head", "date": "running_head", "number": "page_number"}.get(kind, kind)
        for left, right in split_runs(block.cut(end)[0], start)[1]:
            claimed.append((left, right))
            yield from aside(layout.source, (left, right), reason, block.page)
    for span in between(block.span, claimed):
        yield from aside(layout.source, span, "markup", block.page)


def _texts(block: Block, found: list[tuple[str, Span]], wanted: str) -> list[str]:
    return [block.text[a:b] for kind, (a, b) in found if kind == wanted]


def _is_symbol(text: str) -> bool:
    try:
        parse(text)
    except Refusal:
        return False
    return True


def _widened(blocks: Sequence[Block], gone: set[int]) -> tuple[Block, ...]:
    """The blocks kept; one that followed furniture stands after a gap, as it stands on another page."""
    return tuple(
        replace(block, gap=max(block.gap, 1), turns=True) if i - 1 in gone else block
        for i, block in enumerate(blocks)
        if i not in gone
    )
