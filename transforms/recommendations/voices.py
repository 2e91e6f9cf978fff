"""A document's masthead and texts -> who speaks in it: `I`, `the Advisory Committee`, an organ in its resolution.

>>> voice_of(Speaking("en", "report", "org:un.ga", "Report of the Secretary-General"), ["I recommend it."]).speaker
('post:un.sg',)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_AUTHORS = (
    r"Secretary-General|(?:Advisory |Executive |Special |Preparatory )?(?:Committee|Board)|Special Rapporteurs?|Independent Experts?|High Commissioner|Working Group|Panel(?: of Experts)?|"
    r"Group(?: of (?:Governmental )?Experts)?|Inspectors?|Joint Inspection Unit|Office of Internal Oversight Services|Commission|Executive (?:Director|Secretary)|Special (?:Representative|Adviser|Envoy)|"
    r"Office|[Ss]ecretariat|Task Force|Forum|Conference|Council|Assembly|Expert Mechanism|Chair(?:person)?"
)
_SHORT = frozenset({"Committee", "Board", "Rapporteur", "Rapporteurs", "Expert", "Experts", "Panel", "Group"})
_SENDER = re.compile(r"Representative of (?:the )?([A-Z][\w\u2019 ]+?) to the United Nations")
_COMPILED = re.compile(r"\b(?:[Ss]ummary|[Cc]ompilation) (?:of|prepared)\b")
"""The title of a paper that gathers what others asked, as those for the universal periodic review."""
_ADOPTING = "Assembly|Council|Board|Committee|Commission|Conference of the Parties"
ORGANS = re.compile(rf"\b(?:{_ADOPTING})(?: on [A-Z][\w ,]+)?$")
"""The end of a subject that can adopt decisions."""
_FIRST_PERSON = re.compile(
    r"\bI (?:am|have|had|was|will|would|should|shall|do|did|also|again|further|strongly|wish|hope|believe|trust|look|[a-z]*(?:end|ge|pose|quest|vite|peal|come|note|mend|press|thank|rate|fer|der|demn|mit|ted|ed|sist|main|tend|call|urge|ask|note|thank|remain|stress|take)) "
)
"""What no numeral is followed by: `Annex I lists`, `phase I of`."""
_ADVISING = re.compile(
    r"recommend|proposal|suggest|ways? forward|next steps|actions? (?:to be taken|required|requested)",
    re.IGNORECASE,
)
_RELATING = re.compile(
    r"implement|follow|status|previous|(?:recommendations?|proposals?) (?:of|by|made|contained|adopted|on)\b|draft|financ|response|budget|funding",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """Whose document it is: its language and kind, its first organ's id, and what its masthead says of author and title."""

    language: str
    kind: str
    organ: str | None
    masthead: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a paragraph, and how.

    Args:
        authors: a pattern for the names under which the document speaks of its author; None where it says `I`.
        own: the kind of its own asking: `recommendation`, or `request` in a resolution.
        is_operative: whether the paragraph's own verbs are the organ's: `Requests the Secretary-General …`.
        is_advising: whether it stands under a heading of recommendations.
        is_preamble: whether it only recalls.
        is_statement: whether the whole document is printed as a quotation, as statements by the President of a council are.
        speaker: the id behind `I` and `me`.
    """

    authors: re.Pattern[str] | None = None
    own: str = "recommendation"
    is_operative: bool = False
    is_advising: bool = False
    is_preamble: bool = False
    is_statement: bool = False
    speaker: tuple[str, ...] = ()


def voice_of(speaking: Speaking, texts: Iterable[str]) -> Voice:
    """The voice of a whole document; its paragraphs vary it.

    Where it says `I`, `the Secretary-General recommends` is somebody else, or himself on an earlier day.
    """
    head = speaking.masthead.partition("addressed to")[0]
    sender = _SENDER.search(head)
    is_chief = not sender and (
        "Secretary-General" in head or (not head.strip() and speaking.kind == "report")
    )
    speaker = ("post:un.sg",) if is_chief else ()
    if sender:
        return Voice(authors=_pattern({sender[1]}))
    if speaking.kind in {"resolution", "decision", "draft_resolution", "presidential_statement"}:
        return Voice(
            authors=_pattern(_ADOPTING.split("|")), is_statement=speaking.kind == "presidential_statement"
        )
    if _COMPILED.search(head):
        return Voice(own="reported_request")
    if any("I " in text and _FIRST_PERSON.search(text) for text in texts):
        return Voice(speaker=speaker)
    names = set(re.findall(_AUTHORS, head)) or set(_AUTHORS.split("|"))
    names |= {last for name in names if (last := name.split()[-1]) in _SHORT}
    if "Oversight" in head:
        names.add("OIOS")
    return Voice(authors=_pattern(names), speaker=speaker)


def is_advising(headings: Sequence[str]) -> bool:
    """Whether a heading announces recommendations of the document's own, and none that it follows up."""
    return any(_ADVISING.search(heading) and not _RELATING.search(heading) for heading in headings)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The names where they end a text or stand before a verb in the present."""
    words = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{words})\b(?: on [A-Z][\w ,]+)?(?: \([^()]*\))?$|\b(?:{words})\b(?= (?:[a-z]+ly |also |further |therefore )?(?:[a-z]+s|is)\b)"
    )
