"""Mentions -> one `Entity` for each id they carry, and for each parent of those."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from transforms.entities.local import Locals
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

_IDS_AND_TYPE = itemgetter(4, 3)


def entities_of(
    mentions: Iterable[Mention], own: Locals, made: dict[str, Entity], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The entities named, sorted by id, each once."""
    named = dict(map(_IDS_AND_TYPE, mentions))
    kinds = {identifier: kind for ids, kind in named.items() for identifier in ids}
    for definition in own.definitions:
        kinds.setdefault(definition.entity_id, "ORG")
    local = {entity.id: entity for entity in (*own.terms.values(), *own.overrides.values())} | made
    found: dict[str, Entity] = {}
    for identifier, kind in kinds.items():
        entity = gazetteer.entities.get(identifier) or local.get(identifier) or _spoken(identifier, kind)
        while entity.id not in found:
            found[entity.id] = entity
            if entity.parent_id is None:
                break
            entity = (
                gazetteer.entities.get(entity.parent_id)
                or local.get(entity.parent_id)
                or _spoken(entity.parent_id, "ORG")
            )
    return tuple(found[identifier] for identifier in sorted(found))


@lru_cache(maxsize=8192)
def _spoken(identifier: str, kind: str) -> Entity:
    """The entity of an id that says all there is to say: a date, an amount, a symbol."""
    return Entity(identifier, kind, identifier.partition(":")[2])
