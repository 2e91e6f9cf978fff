"""A walk through a page that writes its lines: each element that begins one, its list numbers, cells, marks and links.

>>> Reader.of(etree.fromstring("<body><h1>Peace</h1></body>")).lines.blocks[0].style
'heading-1'
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from transforms.blocks import Place, Reference
from transforms.formats.html import furniture, notes
from transforms.formats.lines import Lines
from transforms.formats.lists import Lists
from transforms.formats.tables import Tables

_STYLES = {
    **{f"h{n}": f"heading-{n}" for n in range(1, 7)},
    "blockquote": "quote", "figcaption": "caption", "caption": "caption", "nav": "navigation", "aside": "navigation", "footer": "navigation", "title": "navigation",
    "script": "script", "style": "script", "noscript": "script", "template": "script", "svg": "script",
    "button": "navigation", "select": "navigation", "textarea": "navigation", "iframe": "navigation",
}  # fmt: skip
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "button h1 h2 h3 h4 h5 h6 head header html iframe legend li main nav ol p pre section select script style noscript svg template "
    "textarea summary table tbody td "
    "tfoot th thead title tr ul".split()
)
_SETTLED = frozenset({"navigation", "script"})
_NOWHERE = ("#", "javascript:", "data:")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text say of it."""

    style: str = "plain"
    label: str | None = None
    place: Place | None = None
    is_literal: bool = False
    is_notes: bool = False


@dataclass(slots=True)
class Reader:
    """Walks a tree once and writes lines."""

    lines: Lines = field(default_factory=Lines)
    lists: Lists = field(default_factory=Lists)
    tables: Tables = field(default_factory=Tables)
    stack: list[_Context] = field(default_factory=lambda: [_Context()])
    references: list[Reference] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    skipping: etree._Element | None = None
    main: etree._Element | None = None
    title: etree._Element | None = None

    @classmethod
    def of(cls, root: etree._Element) -> Reader:
        """The whole page, read; where it names its main part, what is around that is set aside."""
        reader = cls(main=furniture.main_part(root))
        if reader.main is not None:
            reader.stack[0] = _Context("navigation")
            reader.title = root.find(".//h1") if reader.main.find(".//h1") is None else None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            (reader.start if event == "start" else reader.end)(element)
        reader.lines.close()
        return reader

    def start(self, element: etree._Element) -> None:
        """An element begins: its line is opened, or its mark written."""
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
        elif (marker := notes.marker(element, tag)) is not None:
            self.lines.mark("".join(element.itertext()), marker)
            self.skipping = element
            return
        if tag == "a":
            self.links.append(self.lines.size)
        self.lines.text(element.text or "", is_literal=context.is_literal)

    def end(self, element: etree._Element) -> None:
        """An element ends, and what stands behind it goes on as what is around it."""
        if self.skipping is not None and self.skipping is not element:
            return
        is_mark = self.skipping is not None
        self.skipping = None
        self.stack.pop()
        tag = str(element.tag)
        if tag == "a" and not is_mark:
            self._link(element, self.links.pop())
        if tag in _BLOCKS:
            self.lists.end(tag)
            self.tables.end(element)
            self._after(self.stack[-1], tag)
        self.lines.text(element.tail or "", is_literal=self.stack[-1].is_literal)

    def _link(self, element: etree._Element, start: int) -> None:
        """What a link covers; one inside the page, or to a program, leads to no document."""
        href = (element.get("href") or "").strip()
        if href and start < self.lines.size and not href.lower().startswith(_NOWHERE):
            self.references.append(Reference(href, (start, self.lines.size)))

    def _context(self, element: etree._Element, tag: str, outer: _Context) -> _Context:
        if element is self.main or element is self.title:
            return _Context(_STYLES.get(tag, "plain"))
        if outer.style in _SETTLED:
            return replace(outer, style="script") if _STYLES.get(tag) == "script" else outer
        if furniture.is_outside(element):
            return _Context("navigation")
        if element.get("role") in notes.ROLES:
            return replace(outer, is_notes=True)
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
        note = notes.counted(element)
        if note is not None or (is_note and item):
            self.lines.mark("", note or item.strip("()."))
        elif item:
            self.lines.open("plain", label=item)
        else:
            self.lines.open("item")

    def _after(self, context: _Context, tag: str) -> None:
        if context.place is not None and tag not in {"td", "th"}:
            self.lines.text(" ")
        else:
            self.lines.open(context.style if context.style != "cell" else "plain")
