"""Titles beside their organisations -> posts: "Executive Director of UNODC", "INTERPOL Secretary-General"."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from transforms.entities.lexicon import Lexicon
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import COMPLEMENT
from transforms.passages import Entity, Mention

_SLUGS = {
    "Secretary-General": "sg",
    "Deputy Secretary-General": "dsg",
    "Director General": "dg",
    "Director-General": "dg",
}
_OF_A_BODY = {
    "post:un.sg": "Secretary-General",
    "post:un.dsg": "Deputy Secretary-General",
    "post:srsg-and-head": "srsg",
}
"""Listed posts that another body may have too: its own one is meant where it stands beside them."""


def office_holders(
    index: int, seen: Seen, lexicon: Lexicon, names: list[Mention], made: dict[str, Entity]
) -> list[Mention]:
    """The names of a passage with the posts that stand beside their organisation."""
    for key, start, end in seen.posts:
        body = _body(seen.text, start, end, names)
        if body is not None and not any(name.start < end and start < name.end for name in names):
            ids = (_post(body, lexicon.literals[key], made),)
            post = Mention(index, start, end, "POST", ids, None, "main", "post", 0.85)
            names = sorted([*names, post], key=itemgetter(1))
    return [_of_its_body(seen.text, name, names, made) if name.type == "POST" else name for name in names]


def _of_its_body(text: str, name: Mention, names: Sequence[Mention], made: dict[str, Entity]) -> Mention:
    title = _OF_A_BODY.get(name.ids[0])
    body = None if title is None else _body(text, name.start, name.end, names)
    if title is None or body is None or body.ids[0] == "org:un":
        return name
    return name._replace(ids=(_post(body, title, made),), method="post", confidence=0.85)


def _body(text: str, start: int, end: int, names: Sequence[Mention]) -> Mention | None:
    joint = COMPLEMENT.match(text, end)
    for name in names:
        if name.type == "ORG" and name.layer == "main":
            if name.end + 1 == start and text[name.end] == " ":
                return name
            if joint and name.start == joint.end():
                return name
    return None


def _post(body: Mention, title: str, made: dict[str, Entity]) -> str:
    identifier = f"post:{body.ids[0].partition(':')[2]}.{_SLUGS.get(title) or slug(title)}"
    made.setdefault(identifier, Entity(identifier, "POST", title, None, body.ids[0]))
    return identifier
