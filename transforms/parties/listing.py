"""Parties in order -> the lists in which they stand, and the preposition that governs each.

>>> lead("talks with their counterparts in the secretariat of the ", 0, 56)
Lead(printed='with', before='talks')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.parties.naming import Party

_BODIES = frozenset({
    "secretariat", "secretariats", "commission", "headquarters", "office", "offices", "government", "governments", "representative",
    "representatives", "member", "members", "states", "chair", "chairperson", "chairman", "president", "secretary-general", "director-general",
    "general", "secretary", "director", "leadership", "leaders", "bureau", "delegation", "delegations", "committee", "institution", "institutions",
    "organs", "bodies", "agencies", "entities", "experts", "officials", "officers", "counterparts", "colleagues", "programme", "department", "division", "unit", "team", "mission", "staff", "heads"
})  # fmt: skip
"""What of a body may act for it: "the secretariat of the", "their counterparts in the"."""
_OF = frozenset({"of", "to", "from", "for", "in", "at"})
_SMALL = frozenset(
    {
        "the",
        "its",
        "their",
        "both",
        "all",
        "a",
        "an",
        "other",
        "several",
        "various",
        "different",
        "relevant",
        "many",
        "certain",
    }
)
_KIN = frozenset({
    "organization", "organizations", "organisations", "arrangements", "mechanisms", "communities", "partners", "actors", "donors", "institutions",
    "agencies", "entities", "stakeholders", "governments", "countries", "groups", "states"
})  # fmt: skip
"""Partners in general: "regional and subregional organizations such as"."""
_LEADS = ("such as", "including", "in particular", "particularly", "especially", "notably", "namely")
_PREPOSITIONS = frozenset(
    {
        "with",
        "by",
        "between",
        "among",
        "from",
        "of",
        "to",
        "for",
        "in",
        "at",
        "involving",
        "linking",
        "within",
    }
)
_JOINTS = (", ", " and ", " as well as ", "; and ")
_JOINT = re.compile(
    r",? and (?:also )?|,? as well as |,? together with |,? along with |,? in conjunction with |; and |, "
)
_UNLISTED = re.compile(
    r"(?:the )?[A-Z][\w\u2019().-]*(?: (?:(?:of|for|and|the|on|in) )*[A-Z(][\w\u2019().-]*){0,7}$"
)
"""A body that no list describes."""
_AMONG_THEM = re.compile(rf"[\w\u2019' -]{{0,60}},? (?:{'|'.join(_LEADS)})(?: with| by| through)? (?:the )?$")
"""What leads from a body to one that stands for it: "the Council of Europe and its organs, especially the"."""
_REACH = 160


class Group(NamedTuple):
    """Parties joined by "and"; `text[start:end]` is the whole list."""

    start: int
    end: int
    parties: tuple[Party, ...]

    def of(self, *, is_un: bool) -> tuple[str, ...]:
        """The ids of one side, each once."""
        return tuple(dict.fromkeys(p.id for p in self.parties if p.is_un is is_un))

    @property
    def is_mixed(self) -> bool:
        """Whether both sides stand in it."""
        return bool(self.of(is_un=True) and self.of(is_un=False))


class Lead(NamedTuple):
    """The preposition that governs a name, past "the secretariat of the", and the words before it."""

    printed: str
    before: str

    @property
    def preposition(self) -> str:
        """In small letters; empty where nothing stands before the name."""
        return self.printed.lower()


def groups(text: str, found: Sequence[Party]) -> list[Group]:
    """The parties gathered into lists: "A, B and the secretariat of C" is one; "After a talk with A, B" is two."""
    made: list[list[Party]] = []
    loose = 0
    for party in found:
        joint = _joint(text, made[-1][-1], party) if made else None
        if joint is None:
            loose = _part(made, loose)
            made.append([party])
        else:
            made[-1].append(party)
            loose = loose + 1 if joint == "," else 0
    _part(made, loose)
    return [Group(each[0].start, each[-1].end, tuple(each)) for each in made]


def _joint(text: str, one: Party, other: Party) -> str | None:
    """What joins two parties, None where nothing does."""
    between = text[one.end : other.start]
    if len(between) > _REACH or not between.startswith(_JOINTS):
        is_among = one.is_un is other.is_un and len(between) <= _REACH and _AMONG_THEM.match(between)
        return "and" if is_among else None
    for found in (*_JOINT.finditer(between),)[:3]:
        head, rest = between[: found.start()], between[found.end() :]
        if _is_other_party(head) and _is_empty(rest):
            return found[0].strip()
    return "and" if one.is_un is other.is_un and _AMONG_THEM.match(between) else None


def _is_other_party(head: str) -> bool:
    """Whether nothing stands there, or partners in general, or a name that no list describes."""
    words = head.removeprefix(", ").split()
    return not words or words[-1].lower() in _KIN or _UNLISTED.match(" ".join(words)) is not None


def _is_empty(rest: str) -> bool:
    """Whether nothing but a preposition, an article and "the secretariat of" stands there."""
    words = _past_heads(rest.split())
    return not words or (len(words) == 1 and words[0] in _PREPOSITIONS)


def _part(made: list[list[Party]], loose: int) -> int:
    """A list that ends in commas alone is none: its last `loose` members stand apart again."""
    if loose:
        last = made.pop()
        made.extend([last[: len(last) - loose], *([one] for one in last[len(last) - loose :])])
    return 0


def lead(text: str, floor: int, start: int) -> Lead:
    """What governs the name at `start`: "in cooperation with the secretariat of the" gives `with` and "in cooperation"."""
    words = _past_heads(text[max(floor, start - _REACH) : start].split())
    return Lead(words[-1].strip(","), " ".join(words[:-1]).rstrip(",")) if words else Lead("", "")


def _past_heads(words: list[str]) -> list[str]:
    """The words without the articles, the heads and the kin at their end."""
    end = len(words)
    for _ in range(4):
        while end and words[end - 1].lower() in _SMALL:
            end -= 1
        if end >= 2 and words[end - 1] in _OF and words[end - 2].lower() in _BODIES:
            end = _before_phrase(words, end - 1)
        elif end >= 2 and " ".join(words[:end]).endswith(_LEADS):
            kin = end - (2 if words[end - 1] in ("as", "particular") else 1)
            if not kin or words[kin - 1].rstrip(",").lower() not in _KIN:
                break
            end = _before_phrase(words, kin)
        else:
            break
    return words[:end]


def _before_phrase(words: list[str], end: int) -> int:
    """Where the nouns and adjectives before `end` begin: after a preposition, a comma or six words."""
    for place in range(end - 1, max(end - 7, -1), -1):
        word = words[place]
        if place < end - 1 and (word in _PREPOSITIONS or word.endswith(",")):
            return place + 1
    return max(end - 7, 0)
