r"""Paragraphs counted inside their sections, as treaty bodies do in their views: 1.1, 1.2, 2.1, 3, 4.1.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> text = "1.1 One is.\n\n1.2 Two is.\n\n2. Three is.\n\n3.1 Four is.\n\n3.2 Five is."
>>> chain(chunks.make(lay_out(text).blocks), range(5))
{0: 1, 1: 2, 2: 2, 3: 1, 4: 2}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from transforms.paragraphs.chunks import Chunk

FEWEST = 2
"""So many sections must have so many paragraphs."""

Place = tuple[int, int]
"""A section, and the paragraph in it; 0 where a section is one paragraph."""


def chain(chunks: Sequence[Chunk], places: Iterable[int]) -> dict[int, int]:
    """The paragraphs by index, each with its number in its section; none where a text does not count so."""
    found: dict[int, int] = {}
    sections: Counter[int] = Counter()
    last: Place = (0, 0)
    for i in places:
        place = _place(chunks[i])
        if place is None or not _follows(last, place):
            continue
        found[i] = place[1] or place[0]
        sections[place[0]] += place[1] > 0
        last = place
    is_counted = sum(count >= FEWEST for count in sections.values()) >= FEWEST
    return found if is_counted else {}


def _place(chunk: Chunk) -> Place | None:
    label = chunk.label
    if label is None or label.number is None or chunk.is_short or chunk.is_styled_heading:
        return None
    if not label.prefix:
        return label.number, 0
    return (int(label.prefix), label.number) if label.prefix.isdigit() else None


def _follows(last: Place, place: Place) -> bool:
    """Whether a place is the next one: in its section, or the first of the next section."""
    return place == (last[0], last[1] + 1) or (place[0] == last[0] + 1 and place[1] <= 1)
