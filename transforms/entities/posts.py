"""Titles beside their organisations -> posts: "Executive Director of UNODC", "INTERPOL Secretary-General"."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from transforms.entities.items import Item
from transforms.entities.lexicon import Lexicon
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import COMPLEMENT
from transforms.passages import Entity

_SLUGS = {"Secretary-General": "sg", "Deputy Secretary-General": "dsg", "Director General": "dg", "Director-General": "dg"}
_OF_A_BODY = {"post:un.sg": "Secretary-General", "post:un.dsg": "Deputy Secretary-General", "post:srsg-and-head": "srsg"}
"""Listed posts that another body may have too: its own one is meant where it stands beside them."""


def office_holders(seen: Seen, lexicon: Lexicon, items: list[Item], made: dict[str, Entity]) -> list[Item]:
    """The items with the posts that stand beside their organisation."""
    for key, start, end in seen.posts:
        body = _body(seen.text, start, end, items)
        if body is not None and not any(item.start < end and start < item.end for item in items):
            post = Item(start, end, _post(body.entity, lexicon.literals[key], made), -1, "post", 0.85)
            items = sorted([*items, post], key=itemgetter(0))
    return [_of_its_body(seen.text, item, items, made) for item in items]


def _of_its_body(text: str, item: Item, items: Sequence[Item], made: dict[str, Entity]) -> Item:
    title = _OF_A_BODY.get(item.entity.id)
    body = None if title is None else _body(text, item.start, item.end, items)
    if title is None or body is None or body.entity.id == "org:un":
        return item
    return item._replace(entity=_post(body.entity, title, made), key=-1, method="post", confidence=0.85)


def _body(text: str, start: int, end: int, items: Sequence[Item]) -> Item | None:
    joint = COMPLEMENT.match(text, end)
    for item in items:
        if item.entity.type == "ORG" and item.layer == "main":
            if item.end + 1 == start and text[item.end] == " ":
                return item
            if joint and item.start == joint.end():
                return item
    return None


def _post(body: Entity, title: str, made: dict[str, Entity]) -> Entity:
    identifier = f"post:{body.id.partition(':')[2]}.{_SLUGS.get(title) or slug(title)}"
    return made.setdefault(identifier, Entity(identifier, "POST", title, None, body.id))
