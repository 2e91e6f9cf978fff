"""Marked aliases of entities -> what each printed form of a name may stand for.

>>> aliases = Aliases()
>>> aliases.take(line, entity, ("Economic Commission for Africa", "~IDB", "Quartet[Libya]"))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.gazetteer.checks import idle_blockers, is_common
from transforms.gazetteer.lines import GazetteerError, Line
from transforms.gazetteer.spellings import spellings
from transforms.passages import Entity
from transforms.scan import fold

_CONDITION = re.compile(r"(.+)\[(.+)\]")


@dataclass(frozen=True, slots=True)
class Name:
    """What one string of words may stand for.

    Attributes:
        plain: the id it has by itself, if any.
        conditional: (word, id): the id it has in a passage that has the word.
        contextual: ids it has in a document that names the entity otherwise.
    """

    plain: str | None = None
    conditional: tuple[tuple[str, str], ...] = ()
    contextual: tuple[str, ...] = ()


class Aliases:
    """Where names are put while the files are read. `organs`: (parent id, words without its name) -> id."""

    def __init__(self) -> None:
        self.organs: dict[tuple[str, str], str] = {}
        self._plain: dict[str, str] = {}
        self._derived: dict[str, str] = {}
        self._conditional: dict[str, list[tuple[str, str]]] = {}
        self._contextual: dict[str, list[str]] = {}

    def take(self, line: Line, entity: Entity, marked: Iterable[str]) -> None:
        """Put an entity's names and aliases, marked as `transforms.gazetteer` says.

        Raises:
            GazetteerError: one stands for another entity already, stands twice, is a common word without a mark (the
                name itself aside), or is bound to a parent that is not there.
        """
        for alias in map(fold, marked):
            if alias.startswith("="):
                if entity.parent_id is None:
                    raise line.error(f"{alias!r} is bound to a parent, and {entity.id} has none")
                self.organs[entity.parent_id, alias[1:]] = entity.id
            elif alias.startswith("~"):
                self._contextual.setdefault(alias[1:], []).append(entity.id)
            elif conditional := _CONDITION.fullmatch(alias):
                self._conditional.setdefault(conditional[1], []).append((conditional[2], entity.id))
            elif is_common(alias) and alias != fold(entity.name):
                raise line.error(f"{alias!r} is a common word; mark it (~, [word], =)")
            elif self._plain.get(alias) == entity.id:
                raise line.error(f"{alias!r} stands twice for {entity.id}")
            else:
                self._put(line, alias, entity.id)

    def names(self, entities: Mapping[str, Entity]) -> dict[str, Name]:
        """Every alias with its readings; a derived spelling yields to what a line says in so many words.

        Raises:
            GazetteerError: a blocker blocks nothing.
        """
        for alias, identifier in idle_blockers(self._plain, entities):
            raise GazetteerError(f"{alias!r} of {identifier} blocks no name: there is none in it")
        self._derive_joined_names(entities)
        plain = {**self._derived, **self._plain}
        return {
            alias: Name(
                plain.get(alias),
                tuple(self._conditional.get(alias, ())),
                tuple(self._contextual.get(alias, ())),
            )
            for alias in sorted({*plain, *self._conditional, *self._contextual})
        }

    def _put(self, line: Line, alias: str, identifier: str) -> None:
        if self._plain.setdefault(alias, identifier) != identifier:
            raise line.error(
                f"{alias!r} already stands for {self._plain[alias]}; mark one of them (~, [word], =)"
            )
        for spelling in spellings(alias, identifier):
            self._derived.setdefault(spelling, identifier)

    def _derive_joined_names(self, entities: Mapping[str, Entity]) -> None:
        """Organs with their parent's name or acronym in front: "AU Peace and Security Council"."""
        for entity in entities.values():
            parent = entities.get(entity.parent_id or "")
            if parent is None or entity.type != "ORG":
                continue
            organ = _without_parent(fold(entity.name), parent)
            self.organs.setdefault((parent.id, organ), entity.id)
            for spelling in (organ, *spellings(organ, "")):
                self._derive(parent, spelling, entity.id)
        for (parent_id, organ), identifier in self.organs.items():
            self._derive(entities[parent_id], organ, identifier)

    def _derive(self, parent: Entity, organ: str, identifier: str) -> None:
        for front in (fold(parent.name), parent.acronym):
            if front:
                self._derived.setdefault(f"{front} {organ}", identifier)


def _without_parent(name: str, parent: Entity) -> str:
    for front in (fold(parent.name), parent.acronym):
        if front and name.startswith(front + " "):
            return name[len(front) + 1 :]
    return name
