"""Two witnesses of a document become the differences between them, in reading order, and the share that agrees.

>>> collate([Line("para_1", "1", "Gauges.")], [Line("para_1", "1", "Gauges .")]).differences[0].kind
'spacing'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from transforms.collation.pairing import ALIKE, likeness, pair, words
from transforms.collation.values import Collation, Difference, Line

_LONGEST = 12
"""Into so many lines a paragraph may have fallen."""


def collate(here: Sequence[Line], there: Sequence[Line]) -> Collation:
    """Compare two witnesses: the one that is published, and another.

    Every line of either is paired, part of a line that was divided otherwise, or missing; none is in two places.
    """
    parts = [_Part(*_of(here, there, is_note=is_note)) for is_note in (False, True)]
    body = parts[0]
    return Collation(
        *body.agreement(), body.likeness(), tuple(chain.from_iterable(part.differences() for part in parts))
    )


def _of(here: Sequence[Line], there: Sequence[Line], *, is_note: bool) -> tuple[list[Line], list[Line]]:
    return [line for line in here if line.is_note == is_note], [
        line for line in there if line.is_note == is_note
    ]


class _Part:
    """The paragraphs of two witnesses, or their notes, and which belong together."""

    def __init__(self, here: list[Line], there: list[Line]) -> None:
        self.here, self.there = here, there
        self.pairs = pair(here, there)
        self.joined, self.divided = self._divisions()

    def agreement(self) -> tuple[int, int]:
        """How many lines are compared, and how many of them agree."""
        is_numbered = any(line.is_numbered for line in (*self.here, *self.there))
        both = [(self.here[i], self.there[j]) for i, j in self.pairs.items()]
        if is_numbered:
            both = [(one, other) for one, other in both if one.is_numbered and other.is_numbered]
            all_ = sum(line.is_numbered for line in (*self.here, *self.there))
        else:
            all_ = len(self.here) + len(self.there)
        agreeing = sum(
            one.bare == other.bare and (one.label == other.label or not is_numbered) for one, other in both
        )
        return all_ - len(both), agreeing

    def likeness(self) -> float | None:
        """The share of the characters of both that stand in lines which both have."""
        both = [(self.here[i], self.there[j]) for i, j in self.pairs.items()]
        common = sum(len(one.bare) + len(other.bare) for one, other in both if _is_alike(one, other))
        common += sum(len(self.here[i].bare) for i in self.joined) + sum(
            len(self.there[j].bare) for j in self.divided
        )
        total = sum(len(line.bare) for line in (*self.here, *self.there))
        return common / total if total else None

    def differences(self) -> Iterator[Difference]:
        """In the order of the first witness; what only the second has, after what stands before it there."""
        paired = {j: i for i, j in self.pairs.items()}
        yield from self._only_there(range(self._next(-1, paired)))
        for i, line in enumerate(self.here):
            if i in self.pairs:
                j = self.pairs[i]
                yield from self._between(i, j)
                yield from self._only_there(range(j + 1, self._next(j, paired)))
            elif i not in self.joined:
                yield Difference("missing_there", line, None)

    def _next(self, j: int, paired: dict[int, int]) -> int:
        """The first place after `j` in the second witness that is paired."""
        return next((k for k in range(j + 1, len(self.there)) if k in paired), len(self.there))

    def _only_there(self, places: range) -> Iterator[Difference]:
        yield from (Difference("missing_here", None, self.there[j]) for j in places if j not in self.divided)

    def _between(self, i: int, j: int) -> Iterator[Difference]:
        """What differs between two lines that are one."""
        one, other = self.here[i], self.there[j]
        is_marked = one.is_counted or other.is_counted or one.is_note
        if is_marked and one.label != other.label:
            yield Difference("number", one, other, one.label, other.label)
        mine, yours = self._whole(i, self.joined, self.here), self._whole(j, self.divided, self.there)
        if mine.text != one.text or yours.text != other.text:
            yield Difference("division", mine, yours, one.text, other.text, 1.0)
        elif one.text != other.text:
            yield _reading(one, other)
        if one.bare == other.bare and one.marks != other.marks:
            yield _marks(one, other)

    @staticmethod
    def _whole(place: int, parts: dict[int, int], lines: list[Line]) -> Line:
        """A line with the others that it fell into, as one text with a sign between the paragraphs."""
        own = sorted([place, *(part for part, whole in parts.items() if whole == place)])
        return replace(lines[place], text=" ¶ ".join(lines[k].text for k in own))

    def _divisions(self) -> tuple[dict[int, int], dict[int, int]]:
        """Unpaired lines of each witness that are parts of another's line, with the first part, which is paired."""
        joined: dict[int, int] = {}
        divided: dict[int, int] = {}
        free_here = set(range(len(self.here))).difference(self.pairs)
        free_there = set(range(len(self.there))).difference(self.pairs.values())
        for i, j in list(self.pairs.items()):
            one, other = self.here[i].bare, self.there[j].bare
            if len(other) < len(one) and other in one:
                first, *rest = _parts(one, self.there, j, free_there)
                self.pairs[i] = first
                divided |= dict.fromkeys(rest, first)
                free_there.difference_update((first, *rest))
            elif len(one) < len(other) and one in other:
                first, *rest = _parts(other, self.here, i, free_here)
                del self.pairs[i]
                self.pairs[first] = j
                joined |= dict.fromkeys(rest, first)
                free_here.difference_update((first, *rest))
        return joined, divided


def _parts(whole: str, lines: Sequence[Line], place: int, free: set[int]) -> list[int]:
    """The lines around a place, free but for its own, that read as the whole; the place alone where none do."""
    first = place
    while place - first < _LONGEST:
        text, last = lines[first].bare, first
        while len(text) < len(whole) and last - first < _LONGEST and (last + 1 == place or last + 1 in free):
            last += 1
            text += lines[last].printed
        if text == whole and place <= last:
            return list(range(first, last + 1))
        if first - 1 not in free:
            break
        first -= 1
    return [place]


def _is_alike(one: Line, other: Line) -> bool:
    """Whether two lines are one by their words, and not by their number alone."""
    short, long = sorted((one.bare, other.bare), key=len)
    return short in long or likeness(words(one.text), words(other.text)) >= ALIKE


def _reading(one: Line, other: Line) -> Difference:
    """How two texts differ: in spaces alone, in signs alone, in words."""
    mine, yours = changed(one.text, other.text)
    if one.letters == other.letters:
        return Difference("spacing", one, other, mine, yours, 1.0)
    if one.bare == other.bare:
        return Difference("typography", one, other, mine, yours, 1.0)
    return Difference("text", one, other, mine, yours, likeness(words(one.text), words(other.text)))


def _marks(one: Line, other: Line) -> Difference:
    """Note marks that only one of two lines has, or that stand elsewhere in it."""
    mine, yours = (" ".join(f"{mark}@{at}" for mark, at in line.marks) for line in (one, other))
    return Difference("note_marks", one, other, mine, yours, 1.0)


def changed(one: str, other: str) -> tuple[str, str]:
    """The words of each text from the first to the last in which they differ."""
    mine, yours = one.split(), other.split()
    start = 0
    while start < min(len(mine), len(yours)) and mine[start] == yours[start]:
        start += 1
    end = 0
    while end < min(len(mine), len(yours)) - start and mine[-1 - end] == yours[-1 - end]:
        end += 1
    return " ".join(mine[start : len(mine) - end]), " ".join(yours[start : len(yours) - end])
