"""Generic addressees and bodies without an id: `Member States`, `regional organizations`, `the Panel`.

>>> [found.ids for found in generic("We urge all Member States and donors.")]
[('group:we',), ('group:member-states',), ('group:donors',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind


class Actor(NamedTuple):
    """Somebody who can be asked: `text[start:end]`, with ids where the name has some."""

    start: int
    end: int
    ids: tuple[str, ...]


_GROUPS = {
    "member-states": "United Nations Member States|UN Member States|Member States|Member State|States Members of the United Nations|States Members|Members of the United Nations",
    "organization-members": "member States|member countries|States members",
    "states-parties": "States parties|States Parties|State party|State Party|Parties",
    "administering-powers": "administering Powers|administering Power|Administering Powers|administering powers",
    "troop-contributors": "troop-contributing countries|troop- and police-contributing countries|police-contributing countries|troop-contributing States",
    "donors": "donors|donor countries|donor community|donor Governments|donor States|donor agencies",
    "developed-countries": "developed countries|developed country Parties|developed States",
    "developing-countries": "developing countries|least developed countries|developing country Parties|developing States",
    "host-countries": "host country|host countries|host States|host Governments",
    "states": "States|countries|nations",
    "governments": "Governments|Government|governments",
    "authorities": "authorities",
    "parties": "parties|both sides|two sides",
    "un-country-teams": "United Nations country teams|United Nations country team|country teams|resident coordinators",
    "funds-and-programmes": "United Nations funds and programmes|funds and programmes|United Nations agencies, funds and programmes|agencies, funds and programmes",
    "specialized-agencies": "specialized agencies",
    "un-entities": "United Nations organizations|United Nations entities|United Nations agencies|United Nations bodies|United Nations system entities|United Nations system organizations|"
    "United Nations offices|United Nations departments|United Nations partners|entities of the United Nations system|organizations of the United Nations system|agencies of the United Nations system|"
    "organs of the United Nations|bodies of the United Nations system|United Nations organs",
    "civil-society": "civil society organizations|civil society actors|civil society groups|civil society",
    "private-sector": "private sector|business enterprises|businesses|companies|business community|business sector",
    "financial-institutions": "financial institutions|international financial institutions|multilateral development banks|development banks",
    "international-community": "international community|global community",
    "stakeholders": "stakeholders",
    "human-rights-institutions": "national human rights institutions",
    "treaty-bodies": "treaty bodies|human rights treaty bodies",
    "special-procedures": "special procedures|special procedure mandate holders|special procedures mandate holders|mandate holders",
    "missions": "missions|peacekeeping missions|special political missions|peacekeeping operations|field missions",
    "leaders": "leaders|community leaders|political leaders|religious leaders|leadership",
    "delegations": "delegations",
    "media": "media|mass media",
    "academia": "academia|academic institutions|universities|researchers|scientific community",
    "armed-groups": "armed groups",
    "regional-groups": "regional groups",
    "experts": "experts|expert group|panel of experts",
    "participants": "participants",
    "members": "members",
    "representatives": "representatives",
    "officials": "officials",
    "we": "we|us",
}  # fmt: skip
_HEADS = "organizations|organisations|arrangements|agencies|mechanisms|bodies|institutions|entities|partners|actors"
_BODIES = (
    "Assembly|Council|Commission|Committee|Subcommittee|Panel|Group|Board|Bureau|Mission|Office|Department|Division|Unit|Section|Service|Secretariat|Chair|Chairs|Chairperson|Chairman|President|Presidency|"
    "Vice-Presidents|Representative|Representatives|Envoy|Envoys|Adviser|Advisers|Coordinator|Coordinators|Rapporteur|Rapporteurs|Expert|Experts|Director|Directors|Secretary|Conference|Fund|Programme|Agency|"
    "Forum|Team|Force|Tribunal|Court|Administration|Administrator|Organization|Institute|Centre|Alliance|Union|Minister|Ministry|Ministries|Commissioner|Monitor|Facilitators|Facilitator|Parliament|Power|Powers|"
    "Executive|Controller|Registrar|Prosecutor|Inspector|Inspectors|Missions|Offices|Departments|Committees|Entity|Mechanism|Chief|Chiefs|Network|Secretary General"
)  # fmt: skip
_QUALIFIED = (
    ("partner", "partner-organizations"), ("non-governmental", "non-governmental-organizations"), ("humanitarian", "humanitarian-organizations"),
    ("development", "development-partners"), ("regional", "regional-organizations"), ("intergovernmental", "intergovernmental-organizations"),
    ("international", "international-organizations"), ("multilateral", "international-organizations"),
)  # fmt: skip
_LEADING = frozenset({"and", "or", "other", "relevant"})
_ADJECTIVES = _LEADING | {
    "partner", "non-governmental", "humanitarian", "development", "intergovernmental", "international", "multilateral", "bilateral", "national", "local",
    "economic", "integration", "subregional", "sub-regional", "interregional", "regional",
}  # fmt: skip
_NAMED = {
    "Assembly": ("org:un.ga",),
    "General Assembly": ("org:un.ga",),
    "Secretary General": ("post:un.sg",),
}
"""Names that mean one body wherever they stand, and are no mentions of themselves."""
_NO_NAME = frozenset(
    {
        "The",
        "A",
        "An",
        "All",
        "This",
        "That",
        "These",
        "Both",
        "Each",
        "If",
        "In",
        "As",
        "Should",
        "Further",
        "Also",
        "And",
    }
)
_OF_UN = re.compile(r" (?:of|within) the United Nations(?: (?:development )?system)?\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,}s?\b(?!-)")
GOVERNMENTS = ("group:governments",)


def generic(text: str) -> list[Actor]:
    """All generic addressees and bodies of a text, in order; none within another."""
    automaton, ids = _automaton()
    found = [
        _grown(text, start, end, ids[number])
        for number, start, end in automaton.find_matches_as_indexes(text)
        if not text[start - 1 : start].isalnum()
        and not text[end : end + 1].isalnum()
        and text[end : end + 1] != "-"
        and (start == 0 or text[start - 1] != "-")
    ]
    return found + [Actor(one.start(), one.end(), ()) for one in _ACRONYM.finditer(text)]


def _grown(text: str, start: int, end: int, ids: tuple[str, ...] | None) -> Actor:
    """The whole name around a word found: adjectives, or capitals before a body."""
    if ids is None:
        while (
            (word := _word_before(text, start))[:1].isupper()
            and word not in _NO_NAME
            and not word.endswith(",")
        ):
            start -= len(word) + 1
        return Actor(
            start, end, ("org:un.ga",) if text[start:end] in {"Assembly", "General Assembly"} else ()
        )
    if ids != ("group:organizations",):
        return Actor(start, end, ids)
    if after := _OF_UN.match(text, end):
        return Actor(start, after.end(), ("group:un-entities",))
    first, words = start, ""
    while (word := _word_before(text, start)).rstrip(",").lower() in _ADJECTIVES:
        start -= len(word) + 1
        words = f"{word.lower()} {words}"
        if word.rstrip(",").lower() not in _LEADING:
            first = start
    kind = next((kind for word, kind in _QUALIFIED if word in words), "organizations")
    return Actor(first, end, (f"group:{kind}",))


def _word_before(text: str, start: int) -> str:
    """The word that ends a blank before a place; empty where there is none."""
    if text[start - 1 : start] != " ":
        return ""
    return text[text.rfind(" ", 0, start - 1) + 1 : start - 1]


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, ...] | None, ...]]:
    words: dict[str, tuple[str, ...] | None] = dict.fromkeys(_BODIES.split("|"))
    for name, spellings in (*_GROUPS.items(), ("organizations", _HEADS)):
        for word in spellings.split("|"):
            words[word] = (f"group:{name}",)
            words.setdefault(word[0].upper() + word[1:], (f"group:{name}",))
    return AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), tuple(words.values())


def spellings() -> Iterator[str]:
    """The ids of all groups."""
    yield from (f"group:{name}" for name in (*_GROUPS, "organizations", *dict(_QUALIFIED).values()))
