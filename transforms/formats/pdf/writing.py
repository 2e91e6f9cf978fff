"""Drafts -> a layout: lines become text, with the hyphens and note marks of the print.

>>> write(drafts).blocks[0].text
'1. The present report is submitted pursuant to General Assembly resolution 73/4.'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from transforms.blocks import Layout
from transforms.formats.lines import Lines
from transforms.formats.pdf.baselines import Part
from transforms.formats.pdf.drafts import (
    CAPTION,
    CELL,
    CONTENTS,
    FRONT,
    FURNITURE,
    HEADING,
    NOTE,
    RULE,
    TEXT,
    Draft,
)
from transforms.formats.pdf.feet import mark_of
from transforms.formats.pdf.hyphens import Hyphens

MEDIA_TYPE = "application/pdf"
_STYLES = {
    TEXT: "plain", FRONT: "plain", NOTE: "plain", CELL: "cell", CONTENTS: "navigation", RULE: "rule",
    FURNITURE: "furniture", CAPTION: "caption",
}  # fmt: skip
_SLASHED = re.compile(r"(?<=[\s.,;:)\u201d\w])\s?(\d{1,3})/(?=[\s.,;:)]|\Z)")

_DOTTED = re.compile(r"\d{1,3}[A-Z]?\.\d{1,3}\Z")
LABELLED = 0.5
"""Of the type size: the least gap between a paragraph's number and its text."""


@dataclass(slots=True)
class Writer:
    """Writes drafts one after another; `slashed` are the marks of notes that are printed with a stroke."""

    hyphens: Hyphens
    slashed: frozenset[str] = frozenset()
    lines: Lines = field(default_factory=Lines)
    pages: list[int] = field(default_factory=list)

    def layout(self) -> Layout:
        """All that was written, each block with its page."""
        self.lines.close()
        self._settle(0)
        blocks = tuple(
            replace(block, page=page or None)
            for block, page in zip(self.lines.blocks, self.pages, strict=True)
        )
        return Layout(self.lines.source, blocks, MEDIA_TYPE)

    def write(self, draft: Draft) -> None:
        """A draft becomes a block."""
        self.lines.close()
        self._settle(draft.page)
        style = f"heading-{draft.level}" if draft.kind == HEADING else _STYLES[draft.kind]
        self.lines.open(style, label=_counted(draft), place=draft.place)
        parts = list(self.parts(draft))
        if draft.kind == NOTE and not (parts and parts[0].is_mark):
            parts = self._typed(draft, parts)
        for n, part in enumerate(parts):
            if part.is_mark:
                self.lines.mark(part.text, part.text.rstrip("/"))
            else:
                text = part.text.lstrip() if n and parts[n - 1].is_mark and n == 1 else part.text
                self._text(text, draft)
        self.lines.close()
        self._settle(draft.page)

    def _settle(self, page: int) -> None:
        """Blocks that were closed since belong to this page."""
        self.pages.extend([page] * (len(self.lines.blocks) - len(self.pages)))

    def _text(self, text: str, draft: Draft) -> None:
        at = 0
        if self.slashed and draft.kind in {TEXT, CELL, HEADING}:
            for match in _SLASHED.finditer(text):
                if match[1] in self.slashed:
                    self.lines.text(text[at : match.start()])
                    self.lines.mark(match[0].strip(), match[1])
                    at = match.end()
        self.lines.text(text[at:])

    def _typed(self, draft: Draft, parts: list[Part]) -> list[Part]:
        """A note's parts, the mark that is typed before it made one."""
        found = mark_of(draft)
        if found is None or not parts:
            return parts
        marker, size = found
        return [Part(marker, is_mark=True), Part(parts[0].text[size:]), *parts[1:]]

    def parts(self, draft: Draft) -> Iterable[Part]:
        """The text and marks of a draft, its lines joined."""
        held = ""
        for n, line in enumerate(draft.lines):
            parts = line.parts
            if n:
                first = next((part.text for part in parts if not part.is_mark), "")
                held, between = self.hyphens.joined(held, first.lstrip())
                held += between
            for part in parts:
                if part.is_mark:
                    yield Part(held)
                    yield part
                    held = ""
                else:
                    held += part.text
            if held.strip() and not held.endswith("- "):
                held = held.rstrip(" ")
        yield Part(held)


def _counted(draft: Draft) -> str | None:
    """The number of a budget's paragraph, `29A.12`, which a wide gap keeps from a mere figure (A/81/6)."""
    if draft.kind != TEXT:
        return None
    pieces = draft.lines[0].pieces
    for n, piece in enumerate(pieces[1:], 1):
        if not piece.text.strip():
            continue
        found = _DOTTED.match("".join(p.text for p in pieces[:n]).strip())
        return found[0] if found and piece.left - pieces[n - 1].right > LABELLED * piece.size else None
    return None
