"""Gazetteer and literal triggers -> one `Lexicon`: the scanner, and for each literal what it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from transforms import dates, money
from transforms.citations import TRIGGERS
from transforms.entities.words import ORGANS, POSTS
from transforms.gazetteer import Gazetteer, Name
from transforms.passages import Entity
from transforms.scan import Scanner


class Role(IntEnum):
    """What a literal announces."""

    NAME = 0
    SPECIAL = 1
    TRIGGER = 2
    ORGAN = 3
    MONTH = 4
    YEAR = 5
    MONEY = 6
    BRACKET = 7
    PLURAL = 8
    POST = 9


Inner = tuple[int, int, Entity]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Tables in step with the scanner's literals.

    Attributes:
        roles: what each literal announces.
        entities: what a literal of role NAME names.
        ids: its id, as a mention carries it.
        names: what a literal of role SPECIAL may name.
        triggers: citation triggers (kind, offset, end offset) inside each literal, itself included.
        brackets: offsets of opening brackets inside each literal.
        inner: names inside each literal that are mentions of their own (layer `nested`).
        ellipses: plural head ("Departments of") -> (rest of a name, id), longest first.
        keys: literal -> its place.
    """

    scanner: Scanner
    literals: tuple[str, ...]
    roles: tuple[Role, ...]
    entities: tuple[Entity | None, ...]
    ids: tuple[tuple[str, ...], ...]
    names: tuple[Name | None, ...]
    triggers: tuple[tuple[tuple[str, int, int], ...], ...]
    brackets: tuple[tuple[int, ...], ...]
    inner: tuple[tuple[Inner, ...], ...]
    ellipses: Mapping[str, tuple[tuple[str, str], ...]]
    keys: Mapping[str, int]


_PLURALS = {
    "Departments of": "Department of ", "Departments for": "Department for ", "Offices of": "Office of ",
    "Offices for": "Office for ", "Committees on": "Committee on ", "Committees of": "Committee of ",
    "Economic Commissions for": "Economic Commission for ", "Commissions on": "Commission on ",
}  # fmt: skip
_FIRST = re.compile(r"\d+(?:st|nd|rd|th)?$")


@lru_cache(maxsize=4)
def lexicon(gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a gazetteer, built once for each."""
    roles = _roles(gazetteer)
    literals = tuple(roles)
    signs = money.SIGNS | set(TRIGGERS) | {"("}
    scanner = Scanner(literals, anywhere={each for each in literals if each in signs and each not in gazetteer.names})
    names = [gazetteer.names.get(each) for each in literals]
    entities = tuple(
        gazetteer.entities[name.plain] if name and name.plain and roles[each] is Role.NAME else None
        for each, name in zip(literals, names, strict=True)
    )
    found = Lexicon(
        scanner,
        literals,
        tuple(roles.values()),
        entities,
        tuple(() if each is None else (each.id,) for each in entities),
        tuple(name if roles[each] is Role.SPECIAL else None for each, name in zip(literals, names, strict=True)),
        tuple(tuple(_triggers_in(each)) for each in literals),
        tuple(tuple(at for at, character in enumerate(each) if character == "(") for each in literals),
        tuple(
            tuple(_inner(each, entity, gazetteer, scanner, literals)) if entity and " " in each or "-" in each else ()
            for each, entity in zip(literals, entities, strict=True)
        ),
        {plural: _ellipses(gazetteer, head) for plural, head in _PLURALS.items()},
        {each: key for key, each in enumerate(literals)},
    )
    return found


def _roles(gazetteer: Gazetteer) -> dict[str, Role]:
    roles: dict[str, Role] = dict.fromkeys(TRIGGERS, Role.TRIGGER)
    roles |= dict.fromkeys(ORGANS, Role.ORGAN)
    roles |= dict.fromkeys(POSTS, Role.POST)
    roles |= dict.fromkeys(_PLURALS, Role.PLURAL)
    roles |= dict.fromkeys(money.TRIGGERS, Role.MONEY)
    roles |= dict.fromkeys(dates.YEARS, Role.YEAR)
    roles |= dict.fromkeys(dates.DECADES, Role.YEAR)
    roles["("] = Role.BRACKET
    for alias, name in gazetteer.names.items():
        roles[alias] = Role.SPECIAL if name.conditional or name.contextual else Role.NAME
    roles |= dict.fromkeys(dates.MONTHS, Role.MONTH)
    return roles


def _triggers_in(literal: str) -> Iterator[tuple[str, int, int]]:
    for word, kind in TRIGGERS.items():
        at = literal.find(word)
        while at >= 0:
            yield kind, at, at + len(word)
            at = literal.find(word, at + 1)


def _inner(
    literal: str, entity: Entity, gazetteer: Gazetteer, scanner: Scanner, literals: tuple[str, ...]
) -> Iterator[Inner]:
    """Names inside a name that name something themselves: "Libya" in "United Nations Support Mission in Libya"."""
    word = literal.find(" ") + 1 or literal.find("-") + 1
    first = [hit for hit in scanner.hits(literal[:-1] + "\0") if hit[1] == 0]
    word = first[0][2] if first else word
    later = [(key, start + word, end + word) for key, start, end in scanner.hits(literal[word:])]
    for key, start, end in first + later:
        name = gazetteer.names.get(literals[key])
        inside = gazetteer.entities[name.plain] if name and name.plain else None
        if inside is None or inside.id == entity.id or not _is_own_mention(literal, start, end, inside, entity):
            continue
        yield start, end, inside


def _is_own_mention(literal: str, start: int, end: int, inside: Entity, entity: Entity) -> bool:
    if inside.type == "ORG":
        before, after = literal[:start], literal[end:]
        is_placed = not before or before.endswith(("-", "the ", " of ", " for ", " to ", "Joint ", "/"))
        return is_placed and not after.startswith(" of ")
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
