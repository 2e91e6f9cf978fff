"""References to other places of the same document -> the paragraphs and sections that they mean.

>>> [(each.place, each.paragraph_eid) for each in find(passages, structure, mentions)]
[('para. 20', 'para_20'), ('para. 21', 'para_21')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from transforms.citations import places
from transforms.paragraphs import Section, Structure
from transforms.passages import Mention, Passage

_OF_THE_DOCUMENT = re.compile(
    r" (?:the present|this) (?:report|document|note|letter|study|resolution|decision|statement)$"
)
_AGAINST_ITS_WORDS = 0.5
"""The share of confidence that is left where the only paragraph so numbered stands on the other side."""
_CHAPTER = re.compile(r"(?:chapter|section|part) ([IVXL]+|[A-Z]|\d+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """One place referred to: `passages[passage].text[start:end]` are the words, which may refer to several.

    Args:
        passage: index of the passage that refers.
        start: first code point of the words.
        end: one past the last.
        place: what they say (`para. 20`, `section II.D`, `annex I`).
        paragraph_eid: the paragraph meant; None for sections, and where there is none so numbered.
        section_eid: the section or annex meant; None for paragraphs, and where there is none so labelled.
        method: one of those of the table; `holding-paragraph` is the one in which a point stands that is no row.
        confidence: between 0 and 1.
    """

    passage: int
    start: int
    end: int
    place: str
    paragraph_eid: str | None
    section_eid: str | None
    method: str
    confidence: float


def find(
    passages: Sequence[Passage], structure: Structure, mentions: Iterable[Mention]
) -> tuple[CrossReference, ...]:
    """What each mention of type XREF refers to, one value a place, in the order of the mentions."""
    referring = [mention for mention in mentions if mention.type == "XREF"]
    if not referring:
        return ()
    held = _Held(structure)
    return tuple(
        held.find(mention, identifier.partition(":")[2], passages[mention.passage])
        for mention in referring
        for identifier in mention.ids
    )


class _Held:
    """The paragraphs of a document by label, and its sections by their labels from the outermost."""

    def __init__(self, structure: Structure) -> None:
        self.order = {paragraph.eid: at for at, paragraph in enumerate(structure.paragraphs)}
        self.own = {paragraph.eid: paragraph.label for paragraph in structure.paragraphs}
        self.anchors = {note.eid: note.paragraph_eid for note in structure.footnotes}
        self.labels: dict[str, list[str]] = {}
        for paragraph in structure.paragraphs:
            self.labels.setdefault(paragraph.label, []).append(paragraph.eid)
        self.paths = {each.eid: each.section_path for each in structure.paragraphs}
        self.headings = {section.eid: section.path for section in structure.sections}
        self.sections = dict(_labelled(structure.sections))
        self.annexes = {s.eid: s.heading for s in structure.sections if "annex" in s.heading[:5].lower()}

    def find(self, mention: Mention, place: str, passage: Passage) -> CrossReference:
        """The place that a mention means by one of its ids."""
        words = passage.text[mention.start : mention.end]
        at = self.anchors.get(passage.eid) if passage.is_footnote else passage.eid
        kind, _, label = place.partition(" ")
        eid, section, method, share = None, None, "missing", 1.0
        if kind == "para.":
            eid, method, share = self._paragraph(label.replace(" ", ""), words, at or "")
        elif kind == "subpara.":
            eid = self._beside(label.replace(" ", ""), at or "")
            method = "own-part" if eid else "missing"
        else:
            section = self._annex(label or kind) if kind == "annex" else self._section(label, at or "")
            method = "heading" if section else "missing"
        return CrossReference(
            mention.passage, mention.start, mention.end, place, eid, section, method, round(mention.confidence * share, 3)
        )  # fmt: skip

    def _paragraph(self, label: str, words: str, at: str) -> tuple[str | None, str, float]:
        own = self.own.get(at, "").rpartition(":")[0]
        parts = ["", own] if _OF_THE_DOCUMENT.search(words) else [own, ""]
        elsewhere: tuple[str | None, str, float] = (None, "missing", 1.0)
        for part in dict.fromkeys(parts):
            for held in places.holders(label):
                method = "holding-paragraph" if held != label else "own-part" if part == own else "main-text"
                for eid in self.labels.get(f"{part}:{held}" if part else held, ()):
                    if self._is_on_side(eid, words, at):
                        return eid, method, 1.0
                    elsewhere = elsewhere if elsewhere[0] else (eid, method, _AGAINST_ITS_WORDS)
        return elsewhere

    def _beside(self, points: str, at: str) -> str | None:
        """The point of the same paragraph: beside the one that speaks, or within it."""
        label = self.own.get(at, "")
        for holder in (*islice(places.holders(label), 1, None), label):
            for eid in self.labels.get(f"{holder}{points}", ()):
                return eid
        return None

    def _is_on_side(self, eid: str, words: str, at: str) -> bool:
        here = self.order.get(at)
        if here is None or not words.endswith((" above", " below")):
            return True
        return self.order[eid] < here if words.endswith(" above") else self.order[eid] > here

    def _annex(self, label: str) -> str | None:
        number = places.ordinal(label)
        named = re.compile(rf"annex {label}\b", re.IGNORECASE)
        by_heading = (eid for eid, heading in self.annexes.items() if named.match(heading))
        return next(by_heading, f"annex_{number}" if f"annex_{number}" in self.annexes else None)

    def _section(self, label: str, at: str) -> str | None:
        """The section so labelled; of several the one that shares most with where the words stand."""
        wanted = tuple(label.split("."))
        found = [eid for eid, chain in self.sections.items() if chain[-len(wanted) :] == wanted]
        whole = [eid for eid in found if len(self.sections[eid]) == len(wanted)]
        path = self.paths.get(at, ())
        return max(whole or found, key=lambda eid: _shared(self.headings[eid], path), default=None)


def _labelled(sections: Sequence[Section]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each section that has a label, with the labels of those that it stands in and its own."""
    own = {section.eid: _label(section) for section in sections}
    for section in sections:
        steps = section.eid.split("__")
        above = ("__".join(steps[: end + 1]) for end in range(len(steps)))
        if own[section.eid]:
            yield section.eid, tuple(filter(None, (own.get(eid, "") for eid in above)))


def _label(section: Section) -> str:
    if section.label:
        return section.label.rstrip(".)")
    found = _CHAPTER.match(section.heading)
    return found[1] if found else ""


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many headings from the outermost two places have in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
