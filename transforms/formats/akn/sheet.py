r"""The source of a layout in the making: what a reader sees, block by block, each note under the block that refers to it.

>>> sheet = Sheet()
>>> sheet.open("told:numbered", lead="1."); sheet.text("Decides  to"); sheet.text(" meet"); sheet.close()
>>> sheet.source, sheet.blocks[0].text
('1. Decides to meet\n', 'Decides to meet')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from transforms.blocks import Block, Mark, Place, Reference, Span
from transforms.formats.akn.parsing import tag
from transforms.formats.told import NOTE, NOTE_MORE, TEXT

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(
    r"[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_EMPTY = re.compile(r"\(\s*\)\s*")
"""The brackets of a note's mark, which Arabic files print without it."""
_APART = frozenset({"eol", "br", "p", "point", "num", "content", "quotedStructure", "td", "th", "tr", "img"})
"""Elements inside a text that part its words."""
_LINKS = frozenset({"a", "ref", "rref", "mref"})


@dataclass(slots=True)
class Sheet:
    """A source in the making, the blocks that are finished, and the notes that wait for the end of theirs."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _size: int = 0
    _texts: list[str] = field(default_factory=list)
    _runs: list[Span] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _lead: Mark | None = None
    _start: int = 0
    _style: str = TEXT
    _label: str | None = None
    _place: Place | None = None
    _eid: str | None = None

    @property
    def source(self) -> str:
        """All characters written so far."""
        return "".join(self._parts)

    @property
    def has_text(self) -> bool:
        """Whether the open block holds any visible character."""
        return bool(self._texts)

    def open(
        self,
        style: str,
        *,
        lead: str = "",
        label: str | None = None,
        place: Place | None = None,
        eid: str | None = None,
    ) -> None:
        """A new block begins, with the number or mark that is printed before it."""
        self.close()
        self._eid = eid
        self._style, self._label, self._place, self._start = style, label, place, self._size
        lead = _clean(lead).strip()
        if lead:
            self._lead = Mark(lead, self._write(lead))
            self._write(" ")

    def text(self, text: str | None) -> None:
        """The text goes on, its white space as one space."""
        clean = _clean(text or "")
        if not self._texts:
            clean = clean.lstrip()
        if clean:
            self._runs.append(self._write(clean))
            self._texts.append(clean)

    def flow(self, element: etree._Element) -> None:
        """The text of an element and of all that stands inside it; notes leave their marks, links are kept."""
        start = self._size
        self.text(element.text)
        for child in element:
            tail = child.tail or ""
            if tag(child) == "authorialNote":
                tail = self._refer(child, tail)
            elif tag(child):
                is_apart = tag(child) in _APART
                self.text(" " if is_apart else "")
                self.flow(child)
                self.text(" " if is_apart else "")
            self.text(tail)
        self._link(element, start)

    def _link(self, element: etree._Element, start: int) -> None:
        """What a link covers; one cut in pieces, as by the change of a font, is one: "2643" and "(2022)"."""
        href = (element.get("href") or "").strip() if tag(element) in _LINKS else ""
        if not href or start == self._size:
            return
        last = self.references[-1] if self.references else None
        if last is not None and last.href == href and last.span[1] == start:
            self.references[-1] = Reference(href, (last.span[0], self._size))
        else:
            self.references.append(Reference(href, (start, self._size)))

    def _refer(self, note: etree._Element, tail: str) -> str:
        """A note leaves its mark, with the brackets that Arabic files set around it; the tail without the bracket."""
        marker = (note.get("marker") or "*").strip()
        start = self._size
        is_bracketed = bool(self._texts) and self._texts[-1].endswith("(") and tail.startswith(")")
        if is_bracketed:
            start -= 1
            self._texts[-1] = self._texts[-1][:-1]
            self._runs[-1] = (self._runs[-1][0], start)
        end = self._write(f"{marker})" if is_bracketed else marker)[1]
        self._marks.append(Mark(marker, (start, end)))
        self.notes.append(note)
        return tail[1:] if is_bracketed else tail

    def close(self) -> None:
        """The open block is finished, if it holds anything, states something or is a cell."""
        if self._texts or self._marks or self._lead or self._label is not None or self._place:
            block = Block(
                "".join(self._texts), (self._start, self._size), None, self._style, tuple(self._runs),
                tuple(self._marks), self._lead, self._label, 0, 1, self._place, source_eid=self._eid,
            )  # fmt: skip
            empty = _EMPTY.match(block.text) if self._style == NOTE else None
            self.blocks.append(block.cut(empty.end())[1] if empty else block)
            self._write("\n")
        self._texts, self._runs, self._marks = [], [], []
        self._lead = self._label = self._place = self._eid = None
        self._style, self._start = TEXT, self._size

    def end(self) -> None:
        """A paragraph, heading or row of a table ends, and the notes it refers to come under it."""
        self.close()
        waiting, self.notes = self.notes, []
        for note in waiting:
            lead = (note.get("marker") or "*").strip()
            self.open(NOTE, lead=lead)
            self.text(note.text)
            for child in note:
                if self.has_text and tag(child) in {"p", "content", "list", "table"}:
                    self.open(NOTE_MORE)
                self.flow(child)
                self.text(child.tail)
            self.close()

    def _write(self, text: str) -> Span:
        self._parts.append(text)
        self._size += len(text)
        return (self._size - len(text), self._size)


def _clean(text: str) -> str:
    return _SPACE.sub(" ", _CONTROL.sub("", text))
