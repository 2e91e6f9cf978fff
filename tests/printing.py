r"""A layout that says what its blocks are -> the same document as plain text, as the United Nations prints it.

Use it to find out whether a reader finds again by itself what an AKN file tells: print, read as text, compare.

>>> from transforms.blocks import Block, Layout, Mark
>>> told = Block("Lights.", (3, 10), None, "told:numbered", ((3, 10),), lead=Mark("7.", (0, 2)))
>>> printed(Layout("7. Lights.", (told,), "application/akn+xml"))
'7.\tLights.\n'
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from transforms.blocks import Block, Layout
from transforms.formats import told

RULE = "__________________"
PAGE = 14
"""Paragraphs on a page, in a text that is not wrapped."""
LINES = 44
"""Lines on a page, in one that is."""
WIDTH, HAN_WIDTH = 88, 42
_NOT_FIRST = "\uff0c\u3002\uff1b\uff1a\u3001\uff01\uff1f\uff09\u300b\u201d)]"
"""Chinese marks that no line begins with."""


def printed(layout: Layout, *, head: str = "", wraps: bool = False) -> str:
    """The document as text: masthead, paragraphs with their numbers, notes at the foot of each page.

    Note marks are printed as digits right where the file has them, as text extractors leave them.

    Args:
        layout: one whose format tells its structure.
        head: the running head of the pages, where the text is wrapped.
        wraps: whether lines are broken to the width of a page, and pages by a form feed.
    """
    pages = list(_pages(layout, LINES if wraps else PAGE, wraps=wraps))
    if not wraps:
        return "\n\n".join(pages) + "\n"
    total = len(pages)
    return "\f".join(
        page if n == 1 else f"{head}\n\n{page}\n\n{n}/{total}\n" for n, page in enumerate(pages, start=1)
    )


def _pages(layout: Layout, size: int, *, wraps: bool) -> Iterator[str]:
    """Each page: its paragraphs, and under a rule the notes that they refer to."""
    lines: list[str] = []
    notes: list[str] = []
    used = 0
    for text, is_note in _texts(layout):
        wrapped = _wrapped(text) if wraps else text
        if is_note:
            notes.append(wrapped)
            continue
        for n, line in enumerate(wrapped.split("\n")):
            if used >= size and wraps:
                yield _page(lines, notes)
                lines, notes, used = [], [], 0
            lines.append(line if n else f"\n{line}" if lines else line)
            used += 1
        if used >= size and not wraps:
            yield _page(lines, notes)
            lines, notes, used = [], [], 0
    if lines or notes:
        yield _page(lines, notes)


def _page(lines: Sequence[str], notes: Sequence[str]) -> str:
    body = "\n".join(lines)
    return f"{body}\n\n{RULE}\n\n" + "\n".join(notes) if notes else body


def _texts(layout: Layout) -> Iterator[tuple[str, bool]]:
    """Each paragraph, heading and note as it is printed; cells are left out."""
    for block in layout.blocks:
        text = _marked(layout, block)
        if block.style == "cell" or not (text.strip() or block.lead):
            continue
        lead = block.lead.marker if block.lead else ""
        if block.style == told.NOTE:
            yield f"{lead} {text}", True
        elif block.style == told.NOTE_MORE:
            yield text, True
        else:
            yield (f"{lead}\t{text}" if lead else text), False


def _marked(layout: Layout, block: Block) -> str:
    """The text of a block with its note marks where they stand."""
    pieces = [(span, layout.source[slice(*span)]) for span in block.runs]
    pieces += [(mark.span, mark.marker) for mark in block.marks]
    return " ".join("".join(text for _, text in sorted(pieces)).split())


def _wrapped(text: str) -> str:
    """The text in lines of a page's width."""
    if not any("\u4e00" <= c <= "\u9fff" for c in text[:40]):
        lead, tab, rest = text.partition("\t")
        filled = textwrap.fill(
            f"{lead}{tab and '  '}{rest}", WIDTH, break_long_words=False, break_on_hyphens=False
        )
        return filled.replace(f"{lead}  ", f"{lead}\t", 1) if tab else filled
    lines: list[str] = []
    while text:
        end = HAN_WIDTH
        while end < len(text) and (text[end] in _NOT_FIRST or _is_inside(text, end)):
            end += 1
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return "\n".join(lines)


def _is_inside(text: str, end: int) -> bool:
    """Whether a break would fall inside a number or a Latin word."""
    return text[end - 1 : end + 1].isascii() and not text[end - 1].isspace() and not text[end].isspace()
