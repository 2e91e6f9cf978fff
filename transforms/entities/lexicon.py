"""Gazetteer and literal triggers -> one `Lexicon`: the scanner, and for each literal what it announces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from transforms import dates, money
from transforms.citations import TRIGGERS
from transforms.entities import goals
from transforms.entities.words import MEETINGS, ORGANS, POSTS, STYLES, TITLED, TITLES
from transforms.gazetteer import Gazetteer, Name
from transforms.passages import Entity
from transforms.scan import Scanner


class Role(IntEnum):
    """What a literal announces."""

    NAME = 0
    MARK = 1
    ORGAN = 2
    MONTH = 3
    YEAR = 4
    MONEY = 5
    PLURAL = 6
    POST = 7
    BRACKET = 8
    TRIGGER = 9
    GOAL = 10
    TITLE = 11
    EVENT = 12
    STYLE = 13
    TITLED = 14


Inner = tuple[int, int, Entity]
Tail = tuple[str, tuple[str, ...], None, str, str, float]
"""What a mention of a listed name carries after its place: type, ids, norm, layer, method, confidence."""

LISTED = 0.98
BRACKET = "("
"""The mark at which a definition may stand."""
POST, DOUBT, INNER = "post", "doubt", "inner"
"""The marks of a listed post, of a name that hangs on the context, of one with names inside; others are citation triggers."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Tables in step with the scanner's literals.

    Attributes:
        roles: what each literal announces, as plain integers: an enumeration's members hash slowly.
        is_plain: whether a literal is a name of which nothing is to be noted, as most are.
        tails: the rest of a mention, for a literal that always names the same.
        names: what a literal may name, where that hangs on the context.
        marks: what else is to be noted of each literal (kind, offset, end offset): triggers and brackets in it, and the like.
        inner: names inside each literal that are mentions of their own: where they stand, and what they name.
        nested: where those stand, and the rest of their mentions.
        ellipses: plural head ("Departments of") -> (rest of a name, id), longest first.
        heads: plural head -> the same for one ("Department of ").
        keys: literal -> its place.
        treaties: `agr:unts-<number>` -> the listed agreement, where one alone has the number.
    """

    scanner: Scanner
    literals: tuple[str, ...]
    roles: tuple[int, ...]
    is_plain: tuple[bool, ...]
    tails: tuple[Tail | None, ...]
    names: tuple[Name | None, ...]
    marks: tuple[tuple[tuple[str, int, int], ...], ...]
    inner: tuple[tuple[Inner, ...], ...]
    nested: tuple[tuple[tuple[int, int, Tail], ...], ...]
    ellipses: Mapping[str, tuple[tuple[str, str], ...]]
    heads: Mapping[str, str]
    keys: Mapping[str, int]
    treaties: Mapping[str, str]


_DECOYS = (
    "African", "Africans", "European", "Europeans", "Asian", "Eurasian", "American", "Operations", "Organizations", "Funds",
    "Commissions", "Committees", "Councils", "Centres", "Offices", "Groups", "Missions", "Forces", "Agencies", "Institutions",
    "Officer", "Officers", "Commissioner", "Commissioners", "Ministers", "Ministerial", "Presidential", "Planning", "Services",
    "Protocols", "seminars", "workshops", "dialogues", "publications", "ground", "grounds", "background", "around", "According",
    "Accordingly", "Libyan", "Haitian", "Israeli", "Sudanese", "South Sudanese", "Congolese", "Syrian", "Malian", "Slovenian",
)  # fmt: skip
"""Words that name nothing and begin like a literal: as literals of their own they spare the scanner a second look."""

_PLURALS = {
    "Departments of": "Department of ", "Departments for": "Department for ", "Offices of": "Office of ",
    "Offices for": "Office for ", "Committees on": "Committee on ", "Committees of": "Committee of ",
    "Economic Commissions for": "Economic Commission for ", "Commissions on": "Commission on ",
    "Ministries of": "Ministry of ",
}  # fmt: skip


@lru_cache(maxsize=4)
def lexicon(gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a gazetteer, built once for each."""
    roles = _roles(gazetteer)
    literals = tuple(roles)
    signs = money.SIGNS | set(TRIGGERS) | set(goals.TRIGGERS) | {BRACKET}
    scanner = Scanner(
        literals, anywhere={each for each in literals if each in signs and each not in gazetteer.names}
    )
    names = [gazetteer.names.get(each) for each in literals]
    entities = tuple(
        gazetteer.entities[name.plain]
        if name and name.plain and _is_certain(name) and roles[each] is Role.NAME
        else None
        for each, name in zip(literals, names, strict=True)
    )
    inner = tuple(
        tuple(_inner(each, entity, gazetteer, scanner, literals))
        if entity and (" " in each or "-" in each)
        else ()
        for each, entity in zip(literals, entities, strict=True)
    )
    marks = tuple(
        _own_mark(each, roles[each])
        or (*_marks_in(each), *((kind, 0, 0) for kind in _kinds(entity, bool(within), roles[each])))
        for each, entity, within in zip(literals, entities, inner, strict=True)
    )
    return Lexicon(
        scanner,
        literals,
        tuple(map(int, roles.values())),
        tuple(role is Role.NAME and not noted for role, noted in zip(roles.values(), marks, strict=True)),
        tuple(None if each is None or each.type == "BLOCK" else tail(each, "main") for each in entities),
        tuple(None if name is None or _is_certain(name) else name for name in names),
        marks,
        inner,
        tuple(tuple((start, end, tail(entity, "nested")) for start, end, entity in each) for each in inner),
        {plural: _ellipses(gazetteer, head) for plural, head in _PLURALS.items()},
        _PLURALS,
        {each: key for key, each in enumerate(literals)},
        _treaties(gazetteer),
    )


def _treaties(gazetteer: Gazetteer) -> dict[str, str]:
    """A protocol may have its convention's number: then the number alone does not tell which is meant."""
    numbered = [each for each in gazetteer.entities.values() if each.treaty_number]
    shared = Counter(each.treaty_number for each in numbered)
    return {f"agr:unts-{each.treaty_number}": each.id for each in numbered if shared[each.treaty_number] == 1}


def tail(entity: Entity, layer: str, method: str = "gazetteer", confidence: float = LISTED) -> Tail:
    """What a mention of an entity carries after its place."""
    return entity.type, (entity.id,), None, layer, method, confidence


def _kinds(entity: Entity | None, has_inner: bool, role: Role) -> Iterator[str]:
    if role is Role.NAME and (entity is None or entity.type == "BLOCK"):
        yield DOUBT
    if entity and entity.type == "POST":
        yield POST
    if has_inner:
        yield INNER


def _roles(gazetteer: Gazetteer) -> dict[str, Role]:
    roles: dict[str, Role] = dict.fromkeys(_DECOYS, Role.MARK)
    roles |= dict.fromkeys(TRIGGERS, Role.TRIGGER)
    roles |= dict.fromkeys(goals.TRIGGERS, Role.GOAL)
    roles[BRACKET] = Role.BRACKET
    roles |= dict.fromkeys(ORGANS, Role.ORGAN)
    roles |= dict.fromkeys(TITLES, Role.TITLE)
    roles |= dict.fromkeys(MEETINGS, Role.EVENT)
    roles |= dict.fromkeys(STYLES, Role.STYLE)
    roles |= dict.fromkeys(TITLED, Role.TITLED)
    roles |= dict.fromkeys(POSTS, Role.POST)
    roles |= dict.fromkeys(_PLURALS, Role.PLURAL)
    roles |= dict.fromkeys(money.TRIGGERS, Role.MONEY)
    roles |= dict.fromkeys(dates.YEARS, Role.YEAR)
    roles |= dict.fromkeys(dates.DECADES, Role.YEAR)
    roles |= dict.fromkeys(gazetteer.names, Role.NAME)
    roles |= dict.fromkeys(dates.MONTHS, Role.MONTH)
    return roles


def _own_mark(literal: str, role: Role) -> tuple[tuple[str, int, int], ...]:
    """The mark that a bare trigger or bracket is itself."""
    kind = BRACKET if role is Role.BRACKET else TRIGGERS[literal] if role is Role.TRIGGER else None
    return () if kind is None else ((kind, 0, len(literal)),)


def _is_certain(name: Name) -> bool:
    return not name.conditional and not name.contextual


def _marks_in(literal: str) -> Iterator[tuple[str, int, int]]:
    for word, kind in ((BRACKET, BRACKET), *TRIGGERS.items()):
        at = literal.find(word)
        while at >= 0:
            yield kind, at, at + len(word)
            at = literal.find(word, at + 1)


def _inner(
    literal: str, entity: Entity, gazetteer: Gazetteer, scanner: Scanner, literals: tuple[str, ...]
) -> Iterator[Inner]:
    """Names inside a name that name something themselves: "Libya" in "United Nations Support Mission in Libya"."""
    first = [hit for hit in scanner.hits(literal[:-1] + "\0") if hit[1] == 0]
    word = first[0][2] if first else literal.find(" ") + 1 or literal.find("-") + 1
    for key, start, end in first + [
        (key, start + word, end + word) for key, start, end in scanner.hits(literal[word:])
    ]:
        name = gazetteer.names.get(literals[key])
        inside = gazetteer.entities[name.plain] if name and name.plain else None
        if inside is None:
            continue
        if inside.id == entity.id:
            if start:
                deeper = _inner(literals[key], entity, gazetteer, scanner, literals)
                yield from ((start + at, start + stop, each) for at, stop, each in deeper)
        elif _is_own_mention(literal, start, end, inside, entity):
            yield start, end, inside


def _is_own_mention(literal: str, start: int, end: int, inside: Entity, entity: Entity) -> bool:
    if inside.type in ("ORG", "AGREEMENT"):
        before, after = literal[:start], literal[end:]
        is_placed = not before or before.endswith(("-", "the ", " of ", " for ", " to ", "Joint ", "/"))
        is_name_of_its_organ = after.startswith("-") and entity.id.startswith(f"{inside.id}.")
        return is_placed and not is_name_of_its_organ and not after.startswith(" of ")
    if entity.type in ("COUNTRY", "REGION", "PLACE"):
        return False
    return inside.type in ("COUNTRY", "REGION", "PLACE")


def _ellipses(gazetteer: Gazetteer, head: str) -> tuple[tuple[str, str], ...]:
    rests = [
        (alias[len(head) :], name.plain)
        for alias, name in gazetteer.names.items()
        if name.plain and alias.startswith(head)
    ]
    return tuple(sorted(rests, key=lambda rest: (-len(rest[0]), rest[0])))
