"""A paper as plain text, as extractors leave one: lines of some width, pages with their furniture, notes at the foot.

>>> plain(paper, Look()).startswith("United Nations")
True
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from tests.builder.lines import Contents, Item, Line, lines, notes
from tests.builder.paper import Head, Paper, Table, day


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is printed.

    Attributes:
        width: characters to a line; 0 for one line a paragraph.
        page: paragraphs to a page; 0 for no pages.
        is_raised: whether the mark of a note is printed as a raised digit, and not glued to the word before it.
    """

    width: int = 0
    page: int = 0
    is_raised: bool = False


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(paper: Paper, look: Look) -> bytes:
    """The paper as UTF-8 text."""
    blocks = [*_masthead(paper.head), *_pages(paper, look), ""]
    return "\n\n".join(blocks).encode()


def _masthead(head: Head) -> Iterator[str]:
    yield f"United Nations\n{head.symbol}"
    yield "\n".join(body.organ for body in head.bodies)
    yield f"Distr.: General\n{day(head.issued)}"
    if head.original:
        yield f"Original: {head.original}"
    for body in head.bodies:
        yield from filter(None, ("\n".join(filter(None, (body.session, body.agenda))), body.subject))
    yield from filter(None, (head.adopted, head.title, head.author))
    yield head.job


def _pages(paper: Paper, look: Look) -> Iterator[str]:
    items = lines(paper)
    size = look.page or len(items)
    starts = range(0, len(items), size)
    for n, start in enumerate(starts, 1):
        page = items[start : start + size]
        for item in page:
            yield from _item(item, look)
        if found := notes(page):
            yield "_" * 18
            yield "\n\n".join(_filled(f" {note.marker} {note.text}", look, "") for note in found)
        if look.page:
            yield f"{n + 1}/{len(starts) + 1} {paper.head.job.split()[0]}"
            yield paper.head.symbol


def _item(item: Item, look: Look) -> Iterator[str]:
    match item:
        case Contents():
            yield "Contents"
            yield "\n".join(
                f"{label} {title} {'.' * 30} {n + 2}" for n, (label, title, _) in enumerate(item.entries)
            )
        case Table():
            raise ValueError("a plain text shows no cells; draw papers without tables.")
        case Line(style="signature" | "meeting"):
            yield item.said.text
        case Line():
            yield _filled(
                f"{item.mark} {_marked(item, look)}".strip(),
                look,
                "  " * (item.depth if item.style == "point" else 0),
            )


def _marked(line: Line, look: Look) -> str:
    text = line.said.text
    for at, note in sorted(line.said.notes, reverse=True):
        text = text[:at] + (note.marker.translate(_RAISED) if look.is_raised else note.marker) + text[at:]
    return text


def _filled(text: str, look: Look, indent: str) -> str:
    return (
        textwrap.fill(text, look.width, initial_indent=indent, break_long_words=False)
        if look.width
        else indent + text
    )
