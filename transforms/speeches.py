"""Paragraphs of a meeting's record become speeches: who spoke, for whom, and in which language.

>>> speech = Speech("speech_2__p_1", "Ms. Lamp", False, "Fiji", "geo:FJI", "spoke in French", 3)
>>> speech.speaker, speech.entity_id
('Ms. Lamp', 'geo:FJI')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.blocks import Span
from transforms.paragraphs import Paragraph
from transforms.paragraphs.speakers import Opening, opening, reported
from transforms.passages import Mention

_ACTORS = ("COUNTRY", "ORG")


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech, words as printed: `eid` is the paragraph that names the speaker, the others belong to it.

    `is_office` says that an office speaks ("The President"), not a person by name.
    """

    eid: str
    speaker: str
    is_office: bool
    affiliation: str | None
    entity_id: str | None
    spoken: str | None
    paragraph_count: int


def find(paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> tuple[Speech, ...]:
    """The speeches of a record, in order; none in any other document.

    Args:
        paragraphs: of the whole document; those of kind `speech` count.
        mentions: what its passages name, counted in the same order as the paragraphs.
    """
    named: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.type in _ACTORS and mention.layer == "main":
            named.setdefault(mention.passage, []).append(mention)
    return tuple(_speeches(paragraphs, named))


def _speeches(paragraphs: Sequence[Paragraph], named: Mapping[int, list[Mention]]) -> Iterator[Speech]:
    parts = Counter(p.parent_eid for p in paragraphs if p.kind == "speech")
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind != "speech" or paragraph.parent_eid is not None:
            continue
        said = opening(paragraph.text) or reported(paragraph.text)
        if said is not None:
            yield _speech(paragraph, said, named.get(i, ()), 1 + parts[paragraph.eid])


def _speech(paragraph: Paragraph, said: Opening, named: Iterable[Mention], count: int) -> Speech:
    return Speech(
        paragraph.eid,
        said.speaker,
        said.is_office,
        said.affiliation,
        _actor(named, said.affiliation_span),
        said.spoken,
        count,
    )


def _actor(named: Iterable[Mention], span: Span | None) -> str | None:
    """The one state or organisation that an affiliation names; "on behalf of" two of them names none."""
    if span is None:
        return None
    inside = [m for m in named if span[0] <= m.start and m.end <= span[1]]
    return inside[0].ids[0] if len(inside) == 1 and len(inside[0].ids) == 1 else None
