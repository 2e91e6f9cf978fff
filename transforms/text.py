r"""Clean text that remembers where it was printed.

>>> clean = gather("Secretary-\n  General  spoke", [[(0, 10)], [(11, 27)]])
>>> clean.text, clean.offset_of(13)
('Secretary-General spoke', 10)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from transforms.blocks import Span
from transforms.wording.signs import HAN

Run = tuple[int, int, int]
"""Where a stretch stands in the clean text, where in the source, and how many characters it has."""

_WORDS = re.compile(r"\S++(?: \S++)*+")
_BROKEN = re.compile(r"[^\W_][-\u2010]\Z")
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o)\s", re.IGNORECASE)

DIGITS = {first + n: ord("0") + n for first in (0x0660, 0x06F0, 0xFF10) for n in range(10)}
"""Arabic-Indic, Persian and full-width digits, as the digits that all the languages share; each is one character."""
_GLUED = re.compile(
    r"(?:(?<=[^\W\d][.,:;?!])|(?<=[^\W\d][.,:;?!)][\"'\u201d\u2019)])|(?<=\b\d{4}[.,;]))\d{1,2}\Z"
)
"""A note's number that was glued to the end of a sentence: "on tide gauges,1", "28 March 2007.1"."""

SPACE = 1
"""How many characters a joint between two lines adds."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A clean text and the stretches of the source that it was made from, in order."""

    text: str
    runs: tuple[Run, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of the source, as spans."""
        return tuple((source, source + size) for _, source, size in self.runs)

    def offset_of(self, place: int) -> int:
        """How many characters of the text stand before that place of the source."""
        index = bisect_right(self.runs, place, key=lambda run: run[1]) - 1
        if index < 0:
            return 0
        start, source, size = self.runs[index]
        return start + min(place - source, size)

    def source_of(self, offset: int) -> int | None:
        """Where in the source that character stands; None for the space of a joint."""
        index = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if index < 0:
            return None
        start, source, size = self.runs[index]
        return source + offset - start if offset < start + size else None

    def without(self, start: int, end: int) -> Traced:
        """The text with that stretch taken out."""
        runs: list[Run] = []
        for at, source, size in self.runs:
            left, right = min(size, max(0, start - at)), min(size, max(0, end - at))
            if left:
                runs.append((at, source, left))
            if right < size:
                runs.append((max(at + right, end) - (end - start), source + right, size - right))
        return Traced(self.text[:start] + self.text[end:], tuple(runs))


def retrace(text: str, source: str, spans: Iterable[Span]) -> Traced:
    """A clean text made of those stretches of the source, in order, with the way back to them."""
    runs: list[Run] = []
    at = 0
    for start, end in spans:
        at += text[at : at + SPACE] == " "  # a joint; a stretch never begins with a blank
        runs.append((at, start, end - start))
        at += end - start
    if at != len(text):
        raise ValueError(f"{text[:40]!r} is not made of those stretches of the source: {source[:40]!r} …")
    return Traced(text, tuple(runs))


def normalise(text: str) -> Traced:
    """The text with every run of white space as one space and none at the ends."""
    return gather(text, [[(0, len(text))]])


def joined(lines: Iterable[str]) -> str:
    """Lines as one text, put together as `gather` does it.

    >>> joined(["Report of the  Secretary-", "General"])
    'Report of the Secretary-General'
    """
    text = ""
    for line in lines:
        words = " ".join(line.split())
        text += words if not text or not words or _is_seamless(text[-2:], words) else f" {words}"
    return text


def without_glued(text: str) -> str:
    """A text without the note's number that was glued to its end.

    >>> without_glued("on tide gauges,1"), without_glued("Harbour 12")
    ('on tide gauges,', 'Harbour 12')
    """
    return _GLUED.sub("", text)


def gather(source: str, lines: Iterable[Iterable[Span]]) -> Traced:
    """Lines, each some stretches of the source, become one clean text.

    Lines are joined by one space. A line that ends in a hyphen is joined without, and keeps it
    ("Capacity-/Building"), unless the hyphen hangs before a conjunction ("three-/to six-month"). Chinese lines
    are joined without, too. Digits of other scripts become the common ones, each in its place.
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for line in lines:
        joint = True
        starts_line = True
        for start, end in line:
            at = start
            for words in _WORDS.finditer(source, start, end):
                joint = joint or words.start() > at
                if joint and parts and not (starts_line and _is_seamless(parts[-1], words[0])):
                    parts.append(" ")
                    length += SPACE
                parts.append(words[0] if words[0].isascii() else words[0].translate(DIGITS))
                runs.append((length, words.start(), len(words[0])))
                length += len(words[0])
                at, joint, starts_line = words.end(), False, False
            joint = joint or at < end
    return Traced("".join(parts), tuple(runs))


def _is_seamless(before: str, after: str) -> bool:
    """Whether two lines are joined without a space: at a hyphen, and where Chinese is written, which has none."""
    return _is_broken(before, after) or bool(HAN.match(before[-1:]) or HAN.match(after))


def _is_broken(before: str, after: str) -> bool:
    return (
        bool(_BROKEN.search(before, max(0, len(before) - 2)))
        and after[:1].isalnum()
        and not _SUSPENDED.match(after)
    )
