"""Passage text and its trigger hits -> the documents, resolutions, treaties, Charter provisions and paragraphs it refers to.

>>> text = "the annex to General Assembly resolution 49/57, para. 5"
>>> [found] = cite(text, find_triggers(text), CitationContext(organ=None))
>>> found.ids, found.pinpoint
(('res:A/RES/49/57',), 'annex, para. 5')
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from transforms.citations.charter import cite_charter
from transforms.citations.crossreferences import refer_within
from transforms.citations.printed import cite_symbols
from transforms.citations.reference import CitationContext, Reference, Trigger
from transforms.citations.resolutions import cite_resolutions
from transforms.citations.series import cite_supplements, cite_treaties
from transforms.citations.triggers import TRIGGERS, find_triggers

__all__ = ["TRIGGERS", "CitationContext", "Reference", "Trigger", "cite", "find_triggers"]

_START = itemgetter(1)
_FINDERS = {
    "symbol": "symbols",
    "resolution": "resolutions",
    "charter": "charter",
    "chapter": "charter",
    "article": "charter",
    "place": "places",
    "treaty": "treaties",
    "supplement": "supplements",
}
"""Kind of trigger -> which finder it calls."""


def cite(text: str, triggers: Sequence[Trigger], context: CitationContext) -> list[Reference]:
    """Everything `text` cites, in order, none overlapping another.

    Args:
        text: the clean text of one paragraph, heading or footnote.
        triggers: where the literals of `TRIGGERS` stand in it, in any order, overlaps included.
        context: what is known of the document that speaks.
    """
    if not triggers:
        return []
    hits: dict[str, list[Trigger]] = {}
    for trigger in sorted(triggers, key=_START):
        hits.setdefault(_FINDERS[trigger.kind], []).append(trigger)
    found: list[Reference] = []
    if printed := hits.get("symbols"):
        found += cite_symbols(text, [hit.start for hit in printed])
    if numbered := hits.get("resolutions"):
        found += cite_resolutions(text, [hit.start for hit in numbered], context)
    if charter := hits.get("charter"):
        found += cite_charter(text, charter)
    if treaties := hits.get("treaties"):
        found += cite_treaties(text, [hit.start for hit in treaties])
    if supplements := hits.get("supplements"):
        found += cite_supplements(text, [hit.start for hit in supplements])
    if places := hits.get("places"):
        found += refer_within(text, [hit.start for hit in places], found)
    return _without_overlaps(found) if len(found) > 1 else found


def _without_overlaps(found: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept
