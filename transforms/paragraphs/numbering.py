r"""Which labels are paragraph numbers: the next expected number is the key, what else looks like one is not.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> text = "1. One is.\n\n2. Two is.\n\n1. A heading\n\n3. Three is."
>>> sorted(chain(chunks.make(lay_out(text).blocks), frozenset()).items())
[(0, 1), (1, 2), (3, 3)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from transforms.paragraphs import sectioned
from transforms.paragraphs.chunks import Chunk

LARGEST_GAP = 5


def chain(chunks: Sequence[Chunk], restarts: Set[int]) -> dict[int, int]:
    """The numbered paragraphs, as number by index; `restarts` are annexes and parts, where they begin again."""
    found: dict[int, int] = {}
    edges = [0, *sorted(restarts), len(chunks)]
    for start, end in pairwise(edges):
        found.update(sectioned.chain(chunks, range(start, end)) or _Chain(chunks, start, end).run())
    return found


class _Chain:
    """One run of numbers, from one place where numbers begin to the next."""

    def __init__(self, chunks: Sequence[Chunk], start: int, end: int) -> None:
        self.chunks = chunks
        self.candidates = _alike(chunks, [i for i in range(start, end) if _is_candidate(chunks[i])])
        self.places: dict[int, list[int]] = {}
        for i in self.candidates:
            self.places.setdefault(self.number(i), []).append(i)

    def number(self, i: int) -> int:
        label = self.chunks[i].label
        return label.number or 0 if label else 0

    def next_place(self, number: int, after: int) -> int | None:
        """The first candidate of that number behind a place."""
        places = self.places.get(number, [])
        at = bisect_left(places, after + 1)
        return places[at] if at < len(places) else None

    def run(self) -> dict[int, int]:
        found: dict[int, int] = {}
        expected = self.first()
        for i in self.candidates:
            number = self.number(i)
            if self.chunks[i].is_short and self.is_heading(i, number, expected):
                continue
            if (
                number == expected
                or self.is_jump(i, number, expected)
                or self.is_restart(i, number, expected)
            ):
                found[i] = number
                expected = number + 1
        return found

    def first(self) -> int:
        """The number at which counting starts: 1, or where an excerpt begins."""
        if 1 in self.places:
            return 1
        return next(
            (self.number(i) for i in self.candidates if self.next_place(self.number(i) + 1, i) is not None), 1
        )

    def is_heading(self, i: int, number: int, expected: int) -> bool:
        """A short phrase is a heading unless its number is due and comes no more before the next one."""
        if number != expected:
            return True
        again, following = self.next_place(number, i), self.next_place(number + 1, i)
        return (
            again is not None and not self.chunks[again].is_short and (following is None or again < following)
        )

    def is_jump(self, i: int, number: int, expected: int) -> bool:
        """A number just ahead stands for itself when those that should come before it never do."""
        if not expected < number <= expected + LARGEST_GAP:
            return False
        following = self.next_place(number + 1, i)
        return all(
            (place := self.next_place(missing, i)) is None or (following is not None and following < place)
            for missing in range(expected, number)
        )

    def is_restart(self, i: int, number: int, expected: int) -> bool:
        """Numbers begin again at 1 when the old ones never go on."""
        return (
            number == 1
            and expected > 1
            and self.next_place(expected, i) is None
            and self.next_place(2, i) is not None
        )


def _alike(chunks: Sequence[Chunk], candidates: Sequence[int]) -> list[int]:
    """The candidates that are counted in one way: `1.`, `2.` or, in a budget's section, `29A.1`, `29A.2`.

    The way that is met most often is that of the paragraphs; the others number headings or lists.
    """
    ways = {i: label.prefix for i in candidates if (label := chunks[i].label) is not None}
    counts = Counter(ways.values())
    usual = max(counts, key=lambda way: (counts[way], not way), default="")
    return [i for i in candidates if ways[i] == usual]


def _is_candidate(chunk: Chunk) -> bool:
    return chunk.label is not None and chunk.label.number is not None and not chunk.is_styled_heading
