"""Mentions -> one `Entity` for each id they carry, and for each parent of those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from transforms.entities.local import Locals
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention


def entities_of(
    mentions: Iterable[Mention], own: Locals, made: Mapping[str, Entity], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The entities named, sorted by id, each once."""
    wanted = {identifier: mention.type for mention in mentions for identifier in mention.ids}
    wanted |= {definition.entity_id: "ORG" for definition in own.definitions if definition.entity_id not in wanted}
    local = {entity.id: entity for entity in (*own.terms.values(), *own.overrides.values())}
    found: dict[str, Entity] = {}
    for identifier, kind in wanted.items():
        entity = gazetteer.entities.get(identifier) or local.get(identifier) or made.get(identifier)
        if entity is None:
            entity = Entity(identifier, kind, identifier.partition(":")[2])
        while entity.id not in found:
            found[entity.id] = entity
            parent = entity.parent_id
            if parent is None:
                break
            entity = gazetteer.entities.get(parent) or local.get(parent) or made.get(parent) or Entity(parent, "ORG", parent)
    return tuple(found[identifier] for identifier in sorted(found))
