"""Passage text and its trigger hits -> the documents, resolutions, Charter provisions and paragraphs it refers to.

>>> text = "the annex to General Assembly resolution 49/57, para. 5"
>>> [found] = cite(text, find_triggers(text), CitationContext(organ=None))
>>> found.ids, found.pinpoint
(('res:A/RES/49/57',), 'annex, para. 5')
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.citations.charter import cite_charter
from transforms.citations.crossreferences import refer_within
from transforms.citations.printed import cite_symbols
from transforms.citations.reference import CitationContext, Reference, Trigger
from transforms.citations.resolutions import cite_resolutions
from transforms.citations.triggers import TRIGGERS, find_triggers

__all__ = ["TRIGGERS", "CitationContext", "Reference", "Trigger", "cite", "find_triggers"]


def cite(text: str, triggers: Sequence[Trigger], context: CitationContext) -> list[Reference]:
    """Everything `text` cites, in order, none overlapping another.

    Args:
        text: the clean text of one paragraph, heading or footnote.
        triggers: where the literals of `TRIGGERS` stand in it, in any order, overlaps included.
        context: what is known of the document that speaks.
    """
    if not triggers:
        return []
    ordered = sorted(triggers, key=lambda trigger: trigger.start)
    found: list[Reference] = []
    found += cite_symbols(text, [hit.start for hit in ordered if hit.kind == "symbol"])
    found += cite_resolutions(text, [hit.start for hit in ordered if hit.kind == "resolution"], context)
    charter = [hit for hit in ordered if hit.kind in ("charter", "chapter", "article")]
    found += cite_charter(text, charter)
    places = [hit.start for hit in ordered if hit.kind == "place"]
    if places:
        found += refer_within(text, places, found)
    return _without_overlaps(found)


def _without_overlaps(found: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept
