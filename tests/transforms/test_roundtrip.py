"""One invented report, printed as many extractors would print it, is read back as the same report."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import formats, masthead, paragraphs

WORDS = (  # noqa: SIM905 - words as they read
    "the lamps of every harbour were counted in spring and again before winter by keepers who had come from afar "
    "with oil rope and patience to mend what storms had broken along a coast that no ship may pass unlit"
).split()
TITLES = ("Lamps and oil", "Harbours of the north", "What remains to be done", "Keepers", "Rope and patience")
ROMANS = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Item:
    """A heading (depth 0), a numbered paragraph (1), a subparagraph (2) or one below it (3), as printed."""

    depth: int
    mark: str
    text: str
    label: str = ""
    heading: str = ""

    @property
    def line(self) -> str:
        return f"{self.mark} {self.text}"


@st.composite
def sentences(draw: st.DrawFn, end: str, *, is_item: bool) -> str:
    """Some words in a row from any place on."""
    start, count = draw(st.integers(0, len(WORDS) - 1)), draw(st.integers(14, 40))
    text = " ".join(WORDS[(start + n) % len(WORDS)] for n in range(count)) + end
    return text if is_item else text.capitalize()


@st.composite
def reports(draw: st.DrawFn) -> list[Item]:
    """Sections of numbered paragraphs, some of which have lists of one or two levels."""
    found: list[Item] = []
    number = 0
    for n in range(draw(st.integers(1, 2))):
        title = draw(st.sampled_from(TITLES))
        heading = f"{ROMANS[n]}. {title}"
        found.append(Item(0, f"{ROMANS[n]}.", title))
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            letters = draw(st.sampled_from((0, 0, 2, 3)))
            end = ":" if letters else "."
            text = draw(sentences(end, is_item=False))
            found.append(Item(1, f"{number}.", text, str(number), heading))
            for letter in "abc"[:letters]:
                romans = draw(st.sampled_from((0, 0, 2)))
                is_last = letter == "abc"[letters - 1] and not romans
                text = draw(sentences(":" if romans else "." if is_last else ";", is_item=True))
                found.append(Item(2, f"({letter})", text, f"{number}({letter})", heading))
                for roman in ("i", "ii")[:romans]:
                    text = draw(sentences(";", is_item=True))
                    found.append(Item(3, f"({roman})", text, f"{number}({letter})({roman})", heading))
    return found


def plain(items: list[Item]) -> str:
    return "\n\n".join(item.line for item in items)


def one_a_line(items: list[Item]) -> str:
    return "\n".join(item.line for item in items)


def tabbed(items: list[Item]) -> str:
    return "\n".join(f"{item.mark}\t{item.text}" for item in items)


def label_alone(items: list[Item]) -> str:
    return "\n\n".join(f"{item.mark}\n\n{item.text}" for item in items)


def wrapped(items: list[Item]) -> str:
    """Lines of 70 columns, the first of a paragraph indented."""
    return "\n\n".join(_filled(item, " " * 4 * item.depth) for item in items)


def dense(items: list[Item]) -> str:
    """Lines of 70 columns with no empty line between paragraphs."""
    return "\n".join(_filled(item, "") for item in items)


def _filled(item: Item, indent: str) -> str:
    return textwrap.fill(item.line, 70, initial_indent=indent, break_long_words=False)


def paged(items: list[Item]) -> str:
    """Page furniture in the middle of every third paragraph."""
    parts: list[str] = []
    for n, item in enumerate(items):
        words = item.line.split()
        at = len(words) // 2
        is_cut = n % 3 == 2 and item.depth
        joint = f"\n\nA/999/1\n\n31-01234 {n + 1}/99\n\n" if is_cut else " "
        parts.append(" ".join(words[:at]) + joint + " ".join(words[at:]))
    return "\n\n".join(parts)


def markdown(items: list[Item]) -> str:
    return "\n\n".join(item.line if item.depth else f"## **{item.line}**" for item in items)


def dashes(items: list[Item]) -> str:
    return "\n".join(
        f"{'  ' * item.depth}- {item.line}" if item.depth else f"\n# {item.line}\n" for item in items
    )


def html_paragraphs(items: list[Item]) -> str:
    lines = (
        f"<p>{item.mark}&nbsp;&nbsp;{html.escape(item.text)}</p>"
        if item.depth
        else f"<h2>{html.escape(item.line)}</h2>"
        for item in items
    )
    return "<!doctype html><html><body>" + "\n".join(lines) + "</body></html>"


def html_lists(items: list[Item]) -> str:
    """Numbers that the lists count, none of them printed."""
    parts: list[str] = ["<!doctype html><html><body>"]
    open_ = 0
    for item in items:
        parts.append("</li></ol>" * (open_ - item.depth))
        if not item.depth:
            parts.append(f"<h2>{html.escape(item.line)}</h2>")
        elif item.depth > open_:
            kind = "1ai"[item.depth - 1]
            start = item.mark.strip(".") if item.depth == 1 else "1"
            parts.append(f'<ol type="{kind}" start="{start}"><li>{html.escape(item.text)}')
        else:
            parts.append(f"</li><li><p>{html.escape(item.text)}</p>")
        open_ = item.depth
    return "\n".join([*parts, "</li></ol>" * open_, "</body></html>"])


STYLES: tuple[Callable[[list[Item]], str], ...] = (
    plain, one_a_line, tabbed, label_alone, wrapped, dense, paged, markdown, dashes, html_paragraphs, html_lists,
)  # fmt: skip


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@given(items=reports())
@settings(max_examples=25, deadline=None)
def test_a_report_is_the_same_however_it_was_extracted(
    style: Callable[[list[Item]], str], items: list[Item]
) -> None:
    """Labels, texts and headings do not depend on wrapping, indents, lists, tags or page breaks."""
    layout = formats.lay_out(style(items).encode(), None, "A_999_1.txt")
    head, body = masthead.take(layout)

    structure = paragraphs.assemble(body)

    assert [(p.label, p.section_path, p.text) for p in structure.paragraphs] == [
        (item.label, (item.heading,), item.text) for item in items if item.depth
    ]
    assert paragraphs.uncounted(layout, head, structure) == []
