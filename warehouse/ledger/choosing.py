"""Of several files of a document the worthiest: first a whole one, then by its format, then by its time.

>>> [each.format for each in ranked(candidates)]
['docx', 'pdf', 'text']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.schema import FORMATS
from warehouse.ledger.values import Acceptance, Reading

FRAGMENT = 1 / 3
"""A file with less than this share of the text of the fullest is a cover, an excerpt or a torso, whatever its format."""

PART = 0.9
"""Of two files of one format, one with less than this share of the text of the fuller has lost some."""

_BY_MEDIA_TYPE = {
    "application/akn+xml": "akn",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/msword": "doc",
    "application/x-ole-storage": "doc",
    "text/html": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
    "text/markdown": "text",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Accepted bytes at the place from which they were fetched last, and all places that hold them."""

    reading: Reading
    acceptance: Acceptance
    places: tuple[str, ...]

    @property
    def format(self) -> str:
        """Its format, one of `FORMATS`."""
        if self.acceptance.is_ocr:
            return "ocr"
        return format_of(self.acceptance.media_type or self.reading.media_type)


def format_of(media_type: str | None) -> str:
    """The format of a file by its media type, one of `FORMATS`.

    >>> format_of("application/pdf"), format_of("image/png")
    ('pdf', 'unknown')
    """
    return _BY_MEDIA_TYPE.get((media_type or "").partition(";")[0].strip().lower(), "unknown")


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The files of one document, the worthiest first."""
    held = tuple(candidates)
    if len(held) < 2:
        return held
    worth = _Worth(held)
    return tuple(sorted(held, key=worth.of))


def decided(order: Sequence[Candidate]) -> tuple[str, ...]:
    """For each of the files in order, what decided: for the first against the second, for the others against the first."""
    if len(order) < 2:
        return ("alone",) * len(order)
    worth = _Worth(order)
    return tuple(worth.criterion(order[0], order[max(1, place)]) for place in range(len(order)))


class _Worth:
    """What files of one document are worth beside each other."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._fullest = max((_size(each) for each in candidates), default=0)
        self._fullest_of = {
            name: max(_size(each) for each in candidates if each.format == name)
            for name in {each.format for each in candidates}
        }

    def of(self, one: Candidate) -> tuple[bool, int, bool, int]:
        """To be sorted by: a fragment last, then the format, a part after the whole, the newest first."""
        # A verdict of an older version does not say how long the text is: it counts as whole.
        is_sized = one.acceptance.character_count is not None
        return (
            is_sized and _size(one) < FRAGMENT * self._fullest,
            FORMATS.index(one.format),
            is_sized and _size(one) < PART * self._fullest_of[one.format],
            -one.reading.sequence,
        )

    def criterion(self, one: Candidate, other: Candidate) -> str:
        """The first thing in which two of them are not worth the same."""
        names = ("length", "format", "length", "time")
        mine, yours = self.of(one), self.of(other)
        return next(name for name, a, b in zip(names, mine, yours, strict=True) if a != b)


def _size(one: Candidate) -> int:
    return one.acceptance.character_count or 0
