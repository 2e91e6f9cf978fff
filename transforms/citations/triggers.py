"""The literals at which a reference may stand. One pass over a text finds them all; patterns start from there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from transforms.citations.reference import Trigger

_WORDS = {
    "symbol": ("/",),
    "resolution": ("resolution", "Resolution", "decision", "Decision"),
    "charter": ("Charter",),
    "chapter": ("Chapter", "chapter"),
    "article": ("Article", "article"),
    "place": (
        "paragraph", "Paragraph", "para.", "paras.", "section", "Section", "sect.", "sects.", "annex", "Annex",
        "introduction to th", "chap.",
    ),
    "treaty": ("Treaty Series", "Recueil des Traités", "条约汇编", "Ibid., vol", "ibid., vol"),
    "supplement": ("Supplement No",),
}  # fmt: skip

TRIGGERS: Mapping[str, str] = MappingProxyType(
    {word: kind for kind, words in _WORDS.items() for word in words}
)
"""Literal, case-sensitive, anywhere in a text (also inside a longer word or name) -> kind of trigger."""

_ANY = re.compile("|".join(sorted(map(re.escape, TRIGGERS), key=len, reverse=True)))


def find_triggers(text: str) -> list[Trigger]:
    """Every trigger in `text`, for callers that have no automaton at hand."""
    return [Trigger(TRIGGERS[hit[0]], hit.start(), hit.end()) for hit in _ANY.finditer(text)]
