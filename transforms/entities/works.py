"""A quoted title -> the report or publication it names: a report entitled “A regional-global security partnership”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.passages import Entity, Mention

_QUOTED = re.compile(r",? [\"“]([A-Z0-9][^\"“”]{5,250})[\"”]")
_WORK = re.compile(
    r"\b(?:report|publication|study|paper|book|booklet|review|handbook|guide|note|manual|brochure)s? (?:(?!items?\b)[\w',-]+ ){0,8}$"
)
_REACH = 90
_OPEN = ",;.:"


def works(index: int, seen: Seen, made: dict[str, Entity]) -> Iterator[Mention]:
    """The works of a passage whose titles are quoted after a word such as "entitled"; `made` gains them."""
    for _, start, end in seen.titled:
        quoted = _QUOTED.match(seen.text, end)
        at = end + 1 if seen.text.startswith("publication", start) else start
        if quoted is None or _WORK.search(seen.text, max(0, start - _REACH), at) is None:
            continue
        begin, stop = quoted.span(1)
        while seen.text[stop - 1] in _OPEN:
            stop -= 1
        title = seen.text[begin:stop]
        identifier = f"work:?{slug(title)}"
        made.setdefault(identifier, Entity(identifier, "WORK", title, status="unlisted"))
        yield Mention(index, begin, stop, "WORK", (identifier,), None, "main", "quoted", 0.8)
