r"""Lines written one after another: the source of a format that has no lines of its own.

>>> lines = Lines()
>>> lines.open("plain"); lines.text("Peace  and "); lines.text("war"); lines.close()
>>> lines.source, lines.blocks[0].text
('Peace and war\n', 'Peace and war')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transforms.blocks import Block, Mark, Place, Span

_SPACE = re.compile(r"\s+")
_STARS = re.compile(r"\*{1,4}")
_BULLETS = "\u2022\u25cf\u25aa\u25cb\u00b7\uf0b7\u2013\u2014-"
_CONTROL = re.compile(
    r"[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


@dataclass(slots=True)
class Lines:
    """A source in the making, and the blocks that are finished."""

    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _size: int = 0
    _texts: list[str] = field(default_factory=list)
    _runs: list[Span] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _lead: Mark | None = None
    _start: int = 0
    _style: str = "plain"
    _label: str | None = None
    _place: Place | None = None
    _gap: int = 0

    @property
    def source(self) -> str:
        """All characters written so far."""
        return "".join(self._parts)

    @property
    def size(self) -> int:
        """How many characters were written so far."""
        return self._size

    def open(self, style: str, *, label: str | None = None, place: Place | None = None) -> None:
        """A new line begins; an open one that holds nothing yet keeps its label."""
        if style == "plain" and place is None and not self._texts and self._is_begun(label):
            return
        self.close()
        self._style, self._label, self._place = style, label, place

    def _is_begun(self, label: str | None) -> bool:
        """Whether the line that is open, and empty, waits for its text: behind a label, a bullet or a counted note."""
        return (
            (self._label is not None and label is None)
            or (self._style == "item" and not self._gap)
            or self._is_counted_note
        )

    def text(self, text: str, *, is_literal: bool = False) -> None:
        """The text goes on, its white space as one space; in a literal one each line stands for itself."""
        if is_literal and "\n" in text:
            for n, line in enumerate(text.split("\n")):
                if n:
                    self.break_line()
                self.text(line)
            return
        if not text.isprintable() or "  " in text:
            text = _SPACE.sub(" ", _CONTROL.sub("", text))
        if not self._texts:
            text = text.lstrip()
            if text[:1] in _BULLETS:
                text = self._led(text)
        elif text.startswith(" ") and self._texts[-1].endswith(" "):
            text = text[1:]
        if "*" in text:
            self._put_starred(text)
        else:
            self._put(text)

    def _put_starred(self, text: str) -> None:
        """The text with its stars as marks where they hang on a word or lead the line."""
        at = 0
        for stars in _STARS.finditer(text):
            before, after = (
                text[stars.start() - 1 : stars.start()] or self._last,
                text[stars.end() : stars.end() + 1],
            )
            if (not before and after.isspace()) or (before and not before.isspace() and not after.isalnum()):
                self._put(text[at : stars.start()])
                self.mark(stars[0], stars[0])
                at = stars.end()
        self._put(text[at:])

    def _led(self, text: str) -> str:
        """The text without a bullet that is printed before it, as pages do that have no lists."""
        if (
            not text[1:2].isspace()
            or self._style not in {"plain", "item"}
            or self._lead is not None
            or self._label
        ):
            return text
        self.mark(text[0], text[0])
        self._style = "item"
        return text[1:].lstrip()

    def mark(self, text: str, marker: str) -> None:
        """A note's mark: at the head of a line it leads the note itself, elsewhere it refers to one."""
        mark = Mark(marker, self._write(text))
        if not self._texts and self._lead is None:
            self._lead = mark
            self._start = mark.span[0]
        else:
            self._marks.append(mark)

    def break_line(self) -> None:
        """The line ends, and the next one stands right under it."""
        style, place = self._style, self._place
        if place is not None:
            self.text(" ")
            return
        is_empty = not self._texts and self._lead is None
        self.close()
        self._gap = int(is_empty)  # two breaks running are an empty line
        self._style = "plain" if style == "item" else style

    def close(self) -> None:
        """The open line becomes a block, if it holds anything or is a cell."""
        if self._texts or self._lead is not None or self._place is not None:
            text = "".join(self._texts)
            start = self._start if self._runs or self._lead else self._size
            self.blocks.append(
                Block(
                    text, (start, self._size), None, self._style, tuple(self._runs), tuple(self._marks), self._lead,
                    self._label, 0, self._gap, self._place,
                )
            )  # fmt: skip
            self._gap = 1
            self._write("\n")
        self._texts, self._runs, self._marks = [], [], []
        self._lead = self._label = self._place = None
        self._style = "plain"

    @property
    def _is_counted_note(self) -> bool:
        """Whether a note was counted and not printed: its text comes in an element of its own."""
        return self._lead is not None and self._lead.span[0] == self._lead.span[1]

    @property
    def _last(self) -> str:
        return self._texts[-1][-1:] if self._texts else ""

    def _put(self, text: str) -> None:
        if not self._texts and text.isspace():
            return
        if not self._texts and text.startswith(" "):  # behind a star that leads the line
            self._write(" ")
            text = text[1:]
        if not text:
            return
        span = self._write(text)
        if not self._texts and self._lead is None:
            self._start = span[0]
        self._texts.append(text)
        self._runs.append(span)

    def _write(self, text: str) -> Span:
        self._parts.append(text)
        self._size += len(text)
        return (self._size - len(text), self._size)
