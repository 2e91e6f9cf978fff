"""Mentions -> one `Entity` for each id they carry, and for each parent and successor of those."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from transforms.entities.local import Locals
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

_IDS = itemgetter(4)
_TREATIES = "agr:unts-"


def entities_of(
    mentions: Sequence[Mention], own: Locals, made: dict[str, Entity], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The entities named, sorted by id, each once."""
    named = dict(zip(map(_IDS, mentions), mentions, strict=True))
    kinds = {identifier: mention.type for ids, mention in named.items() for identifier in ids}
    for definition in own.definitions:
        kinds.setdefault(definition.entity_id, "ORG")
    local = {entity.id: entity for entity in (*own.terms.values(), *own.overrides.values())} | made
    listed = gazetteer.entities
    found: dict[str, Entity] = {}
    left = list(kinds)
    while left:
        identifier = left.pop()
        if identifier in found:
            continue
        entity = (
            listed.get(identifier)
            or local.get(identifier)
            or _spoken(identifier, kinds.get(identifier, "ORG"))
        )
        found[identifier] = entity
        left += filter(None, (entity.parent_id, entity.successor_id))
    return tuple(found[identifier] for identifier in sorted(found))


@lru_cache(maxsize=8192)
def _spoken(identifier: str, kind: str) -> Entity:
    """The entity of an id that says all there is to say: a date, an amount, a symbol, the number of a treaty."""
    if identifier.startswith(_TREATIES):
        number = identifier.rpartition("-")[2]
        return Entity(identifier, kind, f"United Nations, Treaty Series, No. {number}", treaty_number=number)
    return Entity(identifier, kind, identifier.partition(":")[2])
