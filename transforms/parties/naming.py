"""Mentions of a passage -> the parties that act in it, and the side on which each stands.

>>> [(party.id, party.is_un) for party in parties("UNDP met the EU.", mentions, known)]
[('org:un.undp', True), ('org:eu', False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from transforms.passages import Entity, Mention

AGENCIES = frozenset(
    f"org:{name}"
    for name in ("fao", "icao", "ifad", "ilo", "imo", "itu", "unesco", "unido", "unwto", "upu", "who", "wipo", "wmo")
)  # fmt: skip
"""Specialized agencies, brought into the United Nations system under Articles 57 and 63 of the Charter. The World Bank and
the International Monetary Fund are left out: their agreements keep them independent, and documents name them as partners."""
_NO_PARTNERS = frozenset({"armed_group", "national"})
"""Kinds on neither side: a body of one State, and an armed group, beside which no cooperation is told (S/RES/2776 (2025))."""
_TAIL = re.compile(
    r" (?:[Ss]ecretariat|headquarters|leadership|delegation|system(?: organizations| entities| agencies)?|entities|agencies|bodies|officials|experts|specialized agencies|funds and programmes|country teams?)\b"
)
"""Nouns that belong to the name of a party without being part of it: "the United Nations system"."""
_OF_MEMBERS = re.compile(
    r"[\u2019's]* (?:member |participating )?(?:States|countries)\b|[\u2019's]* (?:troop|police)[ -]"
)
"""What makes of a body its members: "ASEAN member States", "ATMIS troop-contributing countries"."""
_OFFICE_OF = re.compile(r",? (?:(?:and Head )?of|for|to|at) (?:the )?$")
_SPEAKER = re.compile(
    r"\bI\b|\b[Mm]y (?=high-level interactive dialogue|(?:Deputy )?Special (?:Representative|Envoy)|Personal Envoy)"
)
_KINDS = frozenset({"ORG", "POST", "COUNTRY"})
_JUST_AFTER = 60


class Party(NamedTuple):
    """A body that acts: `text[start:end]` names it; `is_un` is null for a State and for what can be no partner."""

    start: int
    end: int
    id: str
    is_un: bool | None
    is_office: bool


@lru_cache(maxsize=8192)
def is_of_system(identifier: str) -> bool:
    """Whether an organisation is `org:un`, stands under it, or is a specialized agency or stands under one."""
    return (
        identifier == "org:un" or identifier.startswith("org:un.") or identifier.partition(".")[0] in AGENCIES
    )


def parties(
    text: str, mentions: Iterable[Mention], known: Mapping[str, Entity], speaker: str | None = None
) -> list[Party]:
    """The parties of a passage in order; an acronym in brackets belongs to the name before it.

    Args:
        text: the text of the passage.
        mentions: its mentions, in order.
        known: the entities of the document by id; an office counts for its body where the body is one of them.
        speaker: the body for which "I" stands, where the document is a report of its head.
    """
    found: list[Party] = []
    for mention in mentions:
        if mention.type not in _KINDS or mention.layer == "nested":
            continue
        party = _party(text, mention, known)
        if party is None:
            continue
        before = found[-1] if found else None
        between = text[before.end : party.start] if before else ""
        if before and between == " (" and text[party.end : party.end + 1] == ")":
            found[-1] = before._replace(end=party.end + 1)
        elif before and before.is_office and not party.is_office and _OFFICE_OF.match(between):
            found[-1] = party._replace(start=before.start)
        elif not before or party.start >= before.end:
            tail = _TAIL.match(text, party.end)
            found.append(party._replace(end=tail.end()) if tail else party)
    if speaker and ("I " in text or "y " in text):
        found += [Party(m.start(), m.end(), speaker, True, False) for m in _SPEAKER.finditer(text)]
        found.sort()
    return found


def _party(text: str, mention: Mention, known: Mapping[str, Entity]) -> Party | None:
    identifier = mention.ids[0]
    if mention.type == "POST":
        body = f"org:{identifier.removeprefix('post:').rpartition('.')[0]}"
        if body not in known:
            body = "org:un" if body.startswith("org:un.") and "org:un" in known else ""
        return Party(mention.start, mention.end, body, is_of_system(body), True) if body else None
    is_neither = mention.type == "COUNTRY" or identifier[:5] == "org:?"
    is_neither = is_neither or (identifier in known and known[identifier].kind in _NO_PARTNERS)
    is_neither = is_neither or _OF_MEMBERS.match(text, mention.end) is not None
    is_un = None if is_neither else is_of_system(identifier)
    return Party(mention.start, mention.end, identifier, is_un, False)


def beside(near: Sequence[Mention], kind: str, start: int, end: int) -> str | None:
    """The id of the mention of that type nearest to the words; one just after them comes first, then one before."""
    found = [m for m in near if m.type == kind]
    return min(found, key=lambda m: _distance(m, start, end)).ids[0] if found else None


def _distance(mention: Mention, start: int, end: int) -> tuple[int, int]:
    if mention.start >= end:
        return (0 if mention.start - end < _JUST_AFTER else 2), mention.start - end
    return 1, start - mention.end
