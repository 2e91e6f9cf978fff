"""The outline: which headings a paragraph stands under.

>>> outline = Outline()
>>> for text in ("I. Introduction", "II. Progress", "A. Peace"):
...     place = outline.add(text, labels.read(text), 0)
>>> place.eid, place.path
('section_2__section_1', ('II. Progress', 'A. Peace'))
"""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.paragraphs import annexes, labels
from transforms.paragraphs.titles import PART, SUMMARY

TOP, UNLABELLED = 0, 100


@dataclass(frozen=True, slots=True)
class Level:
    """An open heading: how far out it stands, its eId and its own counting."""

    rank: int
    eid: str
    reading: labels.Reading | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a heading stands: its eId, and the headings above it and itself."""

    eid: str
    path: tuple[str, ...]


@dataclass(slots=True)
class Outline:
    """The headings that are open, outermost first."""

    levels: list[Level] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    prefix: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The open headings as printed."""
        return tuple(self.headings)

    @property
    def is_summary(self) -> bool:
        """Whether the summary is the innermost open heading."""
        return bool(self.headings) and bool(SUMMARY.match(self.headings[-1]))

    def add(self, heading: str, label: labels.Label | None, depth: int) -> Spot:
        """A heading takes its place; `depth` is the level its format gives it, 0 where that says nothing."""
        rank, reading = self._rank(heading, label, depth)
        while self.levels and (self.levels[-1].rank >= rank or self.is_summary):
            self.levels.pop()
            self.headings.pop()
        eid = self._eid(heading)
        self.levels.append(Level(rank, eid, reading))
        self.headings.append(heading)
        return Spot(eid, tuple(self.headings))

    def start_annex(self, heading: str) -> Spot:
        """An annex begins: everything before it is closed, and its own eIds start from its name.

        An enclosure or appendix of an annex belongs to it: `annex_1__enclosure_2`.
        """
        self.levels.clear()
        self.headings.clear()
        kind, printed = annexes.named(heading)
        annex = self.prefix.split("__")[0] if self.prefix.startswith("annex_") else ""
        place = f"{annex}__{kind}" if annex and kind != "annex" else kind
        number = printed if printed and printed > self.counts.get(place, 0) else self.counts.get(place, 0) + 1
        self.counts[place] = number
        self.prefix = f"{place}_{number}"
        self.levels.append(Level(-1, self.prefix, None))
        self.headings.append(heading)
        return Spot(self.prefix, (heading,))

    def start_part(self, heading: str, letter: str) -> Spot:
        """A part begins: everything before it is closed, and its own eIds start from its letter."""
        self.levels.clear()
        self.headings.clear()
        self.prefix = f"part_{letter.lower()}"
        self.levels.append(Level(-1, self.prefix, None))
        self.headings.append(heading)
        return Spot(self.prefix, (heading,))

    def _rank(
        self, heading: str, label: labels.Label | None, depth: int
    ) -> tuple[int, labels.Reading | None]:
        if SUMMARY.match(heading) or PART.match(heading):
            return TOP, None
        if label is None:
            return UNLABELLED + depth, None
        reading = self._reading(label)
        return _RANKS.get(reading.style, len(_RANKS)) + 1, reading

    def _reading(self, label: labels.Label) -> labels.Reading:
        """A capital or a Roman numeral: the one that goes on with an open heading."""
        for level in reversed(self.levels):
            for reading in label.readings:
                if (
                    level.reading is not None
                    and reading.style == level.reading.style
                    and reading.value == level.reading.value + 1
                ):
                    return reading
        first = [reading for reading in label.readings if reading.value == 1]
        return (first or list(reversed(label.readings)))[0]

    def _eid(self, heading: str) -> str:
        if SUMMARY.match(heading) and not self.levels:
            return "summary"
        parent = self.levels[-1].eid if self.levels else ""
        number = self.counts[parent] = self.counts.get(parent, 0) + 1
        return f"{parent}__section_{number}" if parent else f"section_{number}"


_RANKS = {
    "roman.": 1, "LETTER.": 2, "number.": 3,
    "parenthesis:letter": 4, "half:letter": 4, "lower:letter": 4, "parenthesis:number": 4, "half:number": 4,
    "parenthesis:roman": 5, "half:roman": 5, "lower:roman": 5,
}  # fmt: skip
