r"""Paragraphs that a page break, a note or a running head cut in two are made whole.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> found = chunks.make(lay_out("1. From 30 November to\n\n2 December they met.").blocks)
>>> [unit.chunk.text for unit in join(found, {0: 1}, frozenset(), {})]
['1. From 30 November to 2 December they met.']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from transforms.blocks import Block
from transforms.furniture import is_ended
from transforms.paragraphs import chunks, labels, speakers
from transforms.paragraphs.chunks import Chunk
from transforms.paragraphs.titles import SIGNED, is_annex
from transforms.wording.signs import COLONS, COMMAS, QUOTES, width

_APART = frozenset({"quote", "cell", "caption", "rule", "navigation", "script"})
BODY = 120
"""Characters from which an unnumbered text is surely no heading."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A whole paragraph or heading, with its number where it is a numbered one, or the letter of the part it begins.

    `is_told`, `opens_annex` and the depth of a point, from 1, are what a format says itself; that of a heading is set in records.
    """

    chunk: Chunk
    number: int | None
    part: str | None = None
    is_told: bool = False
    opens_annex: bool = False
    depth: int = 0


def join(
    found: Sequence[Chunk],
    numbers: Mapping[int, int],
    preamble: Set[int],
    parts: Mapping[int, str],
    *,
    is_said: bool = False,
) -> list[Unit]:
    """Chunks become units; `preamble` are the chunks of a preamble, which end in commas, `parts` begin one.

    Where all is said in a meeting, as `is_said` tells, a short text that breaks off is no heading.
    """
    units: list[Unit] = []
    open_: _Open | None = None
    for i, chunk in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        is_next = following is not None and (i + 1 in numbers or _opens(following))
        if (
            open_ is not None
            and i not in numbers
            and i not in preamble
            and i not in parts
            and open_.takes(chunk, is_next=is_next)
        ):
            open_.add(chunk)
            continue
        if open_ is not None:
            units.append(open_.unit())
        open_ = _Open(chunk, numbers.get(i), parts.get(i), is_preambular=i in preamble, is_said=is_said)
    if open_ is not None:
        units.append(open_.unit())
    return units


def _opens(chunk: Chunk) -> bool:
    label = chunk.label
    return chunk.is_styled_heading or (label is not None and (chunk.is_short or label.is_bracketed))


class _Open:
    """A paragraph that may go on."""

    def __init__(
        self, chunk: Chunk, number: int | None, part: str | None, *, is_preambular: bool, is_said: bool
    ) -> None:
        self.is_said = is_said
        self.chunk = chunk
        self.number = number
        self.part = part
        self.is_preambular = is_preambular
        self.blocks: list[Block] = list(chunk.blocks)
        self.tail = chunk.text
        self.length = width(chunk.text)

    def add(self, chunk: Chunk) -> None:
        self.blocks.extend(chunk.blocks)
        self.tail = chunk.text
        self.length += width(chunk.text)

    def unit(self) -> Unit:
        whole = self.chunk if len(self.blocks) == len(self.chunk.blocks) else chunks.of(self.blocks)
        return Unit(whole, self.number, self.part)

    def takes(self, chunk: Chunk, *, is_next: bool) -> bool:
        """Whether a chunk goes on where this paragraph broke off; `is_next` says that something new follows it."""
        if SIGNED.match(self.chunk.text) and not chunk.first.gap and chunk.label is None:
            return True
        if (
            self.part is not None
            or is_annex(self.chunk.text)
            or self.stands_apart(chunk)
            or _is_known_heading(chunk)
        ):
            return False
        if chunk.label is not None and chunk.label.number is None:
            return self.lists_inline(chunk)
        if chunk.label is not None and self.counts_to(chunk.label):
            return False
        return self.goes_on(chunk, is_next=is_next)

    def stands_apart(self, chunk: Chunk) -> bool:
        """Whether the format itself keeps the two apart."""
        styles = {chunk.first.style, self.chunk.first.style}
        is_heading = chunk.is_styled_heading or self.chunk.is_styled_heading
        return is_heading or bool(styles & _APART) or chunk.first.label is not None

    def goes_on(self, chunk: Chunk, *, is_next: bool) -> bool:
        """Whether a sentence that was not ended is taken up again."""
        is_open = not is_ended(self.tail)
        is_lower = chunk.text[:1].islower()
        if chunk.is_bullet:
            return is_lower and is_open and not self.is_bullet
        if is_lower:
            is_running = self.is_body or self.is_said or self.turns_before(chunk)
            return is_running and not self.tail.endswith((*COLONS, ".", "\u3002"))
        if self.is_said and chunk.is_short and not chunk.first.turns:
            return False
        if self.is_said and self.tail.endswith(COMMAS):
            return True
        is_open = is_open or (chunk.first.turns and self.is_labelled and not chunk.is_short)
        return (
            self.is_body
            and is_open
            and (not self.is_preambular or chunk.first.turns or chunk.first.page != self.chunk.first.page)
            and not chunk.text.startswith(QUOTES)
            and not (chunk.is_short and is_next)
        )

    def turns_before(self, chunk: Chunk) -> bool:
        """Whether the page turns before a chunk."""
        page = self.blocks[-1].page
        return chunk.first.turns or (page is not None and page != chunk.first.page)

    def counts_to(self, label: labels.Label) -> bool:
        """Whether a number is the one after its own, in a list that has numbers for letters."""
        own = self.chunk.label
        return own is not None and own.number is not None and label.number == own.number + 1

    @property
    def is_bullet(self) -> bool:
        """Whether it is a bullet without number or letter."""
        return self.chunk.is_bullet and self.chunk.label is None

    @property
    def is_labelled(self) -> bool:
        """Whether it has a number or letter: what follows it over a page without one is still its own."""
        return self.number is not None or _is_item(self.chunk.label)

    @property
    def is_body(self) -> bool:
        """Whether it is text rather than a heading."""
        return (
            self.number is not None
            or self.is_preambular
            or self.chunk.is_bullet
            or self.length > BODY
            or (self.is_said and speakers.begins(self.chunk.text))
            or _is_item(self.chunk.label)
        )

    def lists_inline(self, chunk: Chunk) -> bool:
        """Whether a letter goes on with a list inside the sentence: its forerunner stands inside, not before, the text."""
        label = chunk.label
        if label is None or label.is_upper or not chunk.bare[:1].islower():
            return False
        before = {f"({_previous(label.printed)})"} if len(label.printed) == 1 else set()
        own = self.chunk.label
        return any(p in self.tail for p in before) and not (own is not None and f"({own.printed})" in before)


def _is_known_heading(chunk: Chunk) -> bool:
    """Whether it is "Annex" alone, which no sentence runs into; "annex II" may well go on with one."""
    return chunk.text[:1].isupper() and chunks.known(chunk.text)


def _previous(letter: str) -> str:
    return chr(ord(letter) - 1)


def _is_item(label: labels.Label | None) -> bool:
    return label is not None and label.is_bracketed
