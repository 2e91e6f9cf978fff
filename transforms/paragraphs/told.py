r"""Units and their roles where the format itself says what each block is: numbers are taken as they are printed.

>>> from transforms.blocks import Block, Layout, Mark
>>> block = Block("Lights.", (0, 10), None, "told:numbered", ((3, 10),), lead=Mark("7.", (0, 2)))
>>> [(unit.number, role.name) for unit, role in read([block]).written]
[(7, 'PARAGRAPH')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from transforms.blocks import Block
from transforms.formats import told
from transforms.paragraphs import labels
from transforms.paragraphs.chunks import Chunk
from transforms.paragraphs.footnotes import Note
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.roles import Role
from transforms.paragraphs.titles import is_annex
from transforms.wording.signs import COLONS, QUOTES

_NEXT_WORDS = ("", "\u0627", "A")
"""Some labels are read only before a word of their script: `1 -` before an Arabic one."""
_BARE = re.compile(r"\s[^\W\d_a-z]")
_UNLABELLED = {told.PREAMBULAR: Role.PREAMBULAR, "caption": Role.CAPTION, told.QUOTED: Role.QUOTE}


@dataclass(slots=True)
class Told:
    """What a format says: the units with their roles in order, and the notes."""

    written: list[tuple[Unit, Role]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _number: int = 0

    def take(self, blocks: tuple[Block, ...]) -> None:
        """One note, heading or paragraph more: its first block, and those that go on with it."""
        first = blocks[0]
        if first.style == told.NOTE and first.lead is not None:
            self.notes.append(Note(first.lead.marker, first.lead, blocks))
            return
        unit, role = self._unit(first)
        if len(blocks) > 1:
            text = " ".join(map(_text, blocks))
            unit = replace(unit, chunk=Chunk(blocks, text, unit.chunk.label))
        self.written.append((unit, role))

    def _unit(self, block: Block) -> tuple[Unit, Role]:
        text = _text(block)
        if (
            block.style.startswith("heading")
            or block.style in {told.ANNEX, told.PART}
            or (block.style == told.TEXT and is_annex(text))
        ):
            return self._heading(block, text)
        label = _printed(block, text) or labels.read(text) or self._bare(text)
        chunk = Chunk((block,), text, label)
        if (unlabelled := _UNLABELLED.get(block.style)) is not None:
            return Unit(replace(chunk, label=None), None), unlabelled
        if block.style.startswith(told.POINT):
            return Unit(chunk, None, depth=told.depth_of(block.style)), self._listed(block, chunk)
        number = self._counted(block, label)
        if number is not None:
            self._number = number
            is_acting = block.style == told.OPERATIVE
            return Unit(chunk, number, is_told=True), Role.OPERATIVE if is_acting else Role.PARAGRAPH
        return Unit(chunk, None), self._plain(block, chunk)

    def _heading(self, block: Block, text: str) -> tuple[Unit, Role]:
        label = labels.read(text)
        is_counted = label is not None and bool(text[label.size :].strip())
        chunk = Chunk((block,), text, label if is_counted else None)
        opens = block.style == told.ANNEX or is_annex(text)
        self._number = 0 if opens or block.style == told.PART else self._number
        part = block.label if block.style == told.PART else None
        return Unit(chunk, None, part, opens_annex=opens), Role.HEADING

    def _listed(self, block: Block, chunk: Chunk) -> Role:
        """An item by its letter; with none, as in the midst of paragraph 6 of S/RES/2705 (2023), a bullet."""
        lead = block.lead
        if lead is not None:
            return Role.ITEM if any(map(str.isalnum, lead.marker)) else Role.BULLET
        return Role.ITEM if chunk.label is not None and chunk.label.is_bracketed else Role.BULLET

    def _bare(self, text: str) -> labels.Label | None:
        """A number that is due and lost its full stop: `18 Observa`, paragraph 18 of A/RES/77/165 in Spanish."""
        due = str(self._number + 1)
        following = text[len(due) :]
        if not self._number or not text.startswith(due) or not _BARE.match(following):
            return None
        return labels.Label(due, len(due) + 1, (labels.Reading("number.", int(due)),))

    def _counted(self, block: Block, label: labels.Label | None) -> int | None:
        """The number of a paragraph: printed before it, or typed at the head of its text where it is due."""
        if label is None or label.number is None:
            return None
        is_due = label.number == self._number + 1
        return label.number if block.lead is not None or is_due else None

    def _plain(self, block: Block, chunk: Chunk) -> Role:
        """A text without a number: an item whose letter is typed, a quotation, or what it is."""
        if chunk.label is not None and chunk.label.is_bracketed:
            return Role.ITEM
        if block.style == told.OPERATIVE and chunk.label is None:
            return Role.OPERATIVE
        before, role = self.written[-1] if self.written else (None, Role.TEXT)
        follows = before is not None and (role is Role.QUOTE or before.chunk.text.endswith(COLONS))
        return Role.QUOTE if follows and chunk.text.startswith(QUOTES) else Role.TEXT


def read(blocks: Iterable[Block]) -> Told:
    """Blocks that say what they are become units; a number that stands alone is put before the text after it."""
    found = Told()
    for group in _groups(blocks):
        found.take(tuple(group))
    return found


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks that make one note, heading or paragraph."""
    group: list[Block] = []
    pending: Block | None = None
    for block in blocks:
        has_text = bool(block.text.strip())
        if block.style == "cell" or not (has_text or block.lead):
            continue
        if group and block.style in {told.MORE, told.NOTE_MORE}:
            group.append(block)
            continue
        if group:
            yield group
        group = []
        if not has_text and block.style != told.NOTE:
            pending = block
            continue
        is_counted = pending is not None and block.style == told.TEXT
        group = [replace(block, lead=pending.lead, style=pending.style) if is_counted and pending else block]
        pending = None
    if group:
        yield group


def _text(block: Block) -> str:
    return " ".join(block.text.split())


def _printed(block: Block, text: str) -> labels.Label | None:
    """The label that stands before a block; one of a script that is not known is taken as it is printed."""
    if block.lead is None:
        return None
    marker = block.lead.marker
    for following in (text, *_NEXT_WORDS):
        label = labels.read(f"{marker} {following}")
        if label is not None and label.size <= len(marker) + 1:
            return replace(label, size=0)
    bare = marker.strip("().- \uff08\uff09").lower() or marker
    return labels.Label(bare, 0, (labels.Reading("as printed", 0),))
