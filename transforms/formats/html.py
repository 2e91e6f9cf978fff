"""HTML, one block an element that begins a line: headings, paragraphs, list items, quotations, cells.

>>> [(block.style, block.text) for block in lay_out("<h1>Peace</h1><p>All is <b>well</b>.").blocks]
[('heading-1', 'Peace'), ('plain', 'All is well.')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from transforms.blocks import Layout, Place
from transforms.errors import Refusal
from transforms.formats.lines import Lines
from transforms.formats.lists import Lists
from transforms.formats.tables import Tables

_STYLES = {
    **{f"h{n}": f"heading-{n}" for n in range(1, 7)},
    "blockquote": "quote", "figcaption": "caption", "caption": "caption", "nav": "navigation", "footer": "navigation", "title": "navigation",
    "script": "script", "style": "script", "noscript": "script", "template": "script", "svg": "script",
    "button": "navigation", "select": "navigation", "textarea": "navigation", "iframe": "navigation",
}  # fmt: skip
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "button h1 h2 h3 h4 h5 h6 head header html iframe legend li main nav ol p pre section select script style noscript svg template "
    "textarea summary table tbody td "
    "tfoot th thead title tr ul".split()
)
_OUTSIDE = frozenset({"navigation", "banner", "search", "contentinfo"})
_SETTLED = frozenset({"navigation", "script"})
_NOTES = frozenset({"doc-endnotes", "doc-footnotes", "doc-footnote", "doc-endnote"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE = re.compile(r"\s*\[?(\d{1,3}|[a-z]|\*{1,4})\]?\s*\Z")
_BACK = re.compile(r"\s*([\u21a9\u2191^])\ufe0e?\s*\Z")
_NOTE_ID = re.compile(r"(?:fn|ftn|_ftn|footnote|note|cite_note|edn)[-_:]?(\d{1,3})\Z")
SHORT = 8


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text say of it."""

    style: str = "plain"
    label: str | None = None
    place: Place | None = None
    is_literal: bool = False
    is_notes: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks a tree once and writes lines."""

    lines: Lines = field(default_factory=Lines)
    lists: Lists = field(default_factory=Lists)
    tables: Tables = field(default_factory=Tables)
    stack: list[_Context] = field(default_factory=lambda: [_Context()])
    skipping: etree._Element | None = None

    def start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if self.skipping is not None:
            return
        context = self._context(element, tag, self.stack[-1])
        self.stack.append(context)
        if tag == "br":
            self.lines.break_line()
        elif tag in _BLOCKS:
            self._block(element, tag, context)
        elif tag == "hr":
            self.lines.close()
        elif (marker := self._marker(element, tag)) is not None:
            self.lines.mark("".join(element.itertext()), marker)
            self.skipping = element
            return
        self.lines.text(element.text or "", is_literal=context.is_literal)

    def end(self, element: etree._Element) -> None:
        if self.skipping is not None and self.skipping is not element:
            return
        self.skipping = None
        self.stack.pop()
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.lists.end(tag)
            self.tables.end(element)
            self._after(self.stack[-1], tag)
        self.lines.text(element.tail or "", is_literal=self.stack[-1].is_literal)

    def _context(self, element: etree._Element, tag: str, outer: _Context) -> _Context:
        if outer.style in _SETTLED:
            return outer
        role = element.get("role")
        if (
            role in _OUTSIDE
            or element.get("hidden") is not None
            or _UNSEEN.search(element.get("style") or "")
        ):
            return _Context("navigation")
        if role in _NOTES:
            outer = replace(outer, is_notes=True)
        style = _STYLES.get(tag)
        if style is not None:
            return replace(outer, style=style) if outer.place is None or style in _SETTLED else outer
        return replace(outer, is_literal=True) if tag == "pre" else outer

    def _block(self, element: etree._Element, tag: str, context: _Context) -> None:
        if tag == "table":
            self.tables.start(element)
        place = self.tables.cell(element) if tag in {"td", "th"} and context.style not in _SETTLED else None
        if place is not None:
            context = self.stack[-1] = replace(context, style="cell", place=place)
        elif context.place is not None:
            self.lines.text(" ")
            return
        item = self.lists.start(element, tag)
        self.lines.open(context.style, place=context.place)
        if item is not None and context.style == "plain":
            self._item(element, item, is_note=context.is_notes)

    def _item(self, element: etree._Element, item: str, *, is_note: bool) -> None:
        note = _NOTE_ID.match(element.get("id") or "")
        if note is not None or (is_note and item):
            self.lines.mark("", note[1] if note is not None else item.strip("()."))
        elif item:
            self.lines.open("plain", label=item)
        else:
            self.lines.open("item")

    def _after(self, context: _Context, tag: str) -> None:
        if context.place is not None and tag not in {"td", "th"}:
            self.lines.text(" ")
        else:
            self.lines.open(context.style if context.style != "cell" else "plain")

    def _marker(self, element: etree._Element, tag: str) -> str | None:
        """The mark of a footnote, where the element is one: a raised number, or a link that says so."""
        is_link = (
            tag == "a"
            and (element.get("href") or "").startswith("#")
            and element.get("role") in {None, "doc-noteref", "doc-backlink"}
        )
        if tag != "sup" and not is_link:
            return None
        text = _short_text(element)
        if is_link and (back := _BACK.match(text)) is not None:
            return back[1]
        match = _NOTE.match(text) if len(text) <= SHORT else None
        if match is None or (
            is_link and not ("[" in text or text.strip("*") == "" or element.find(".//sup") is not None)
        ):
            return None
        return match[1]


def _short_text(element: etree._Element) -> str:
    """The text of an element, cut off where it is too long for a mark: marks may be nested as deep as a page goes."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > SHORT:
            break
    return text


_DEEPEST = 2_048
"""Elements within elements that the parser takes; pages made to be read have some dozens."""


def lay_out(text: str) -> Layout:
    """A page becomes a layout; its source is the text of its elements, with line ends between blocks.

    Raises:
        Refusal: not-text, where the page is nested so deep that the parser gives it up half-way.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    content = text.replace("\x00", "").encode("utf-8", "replace")
    root = etree.fromstring(content, parser) if content.strip() else None
    fatal = [entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL]
    if fatal:
        met = (
            f"its elements are nested more than {_DEEPEST:,} deep"
            if any("depth" in message for message in fatal)
            else "it is larger or more broken than a parser takes"
        )
        raise Refusal(
            "not-text",
            f"a page cannot be read to its end: {met}. Save it as plain text, or close the elements left open.",
        )
    reader = _Reader()
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            (reader.start if event == "start" else reader.end)(element)
    reader.lines.close()
    return Layout(reader.lines.source, tuple(reader.lines.blocks), "text/html")
