"""A name in a passage on its way to a mention, and the names that share one head noun."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from transforms.entities.lexicon import Lexicon
from transforms.entities.seen import Seen
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity

_NEXT = re.compile(r"(?:, and |, | and )(?:the )?")


class Item(NamedTuple):
    """A name in a passage. `key` is its place in the lexicon, -1 when it has none."""

    start: int
    end: int
    entity: Entity
    key: int
    method: str
    confidence: float
    layer: str = "main"


def elliptical(seen: Seen, lexicon: Lexicon, gazetteer: Gazetteer, items: list[Item]) -> list[Item]:
    """The items with those that share a plural head: "Departments of Political Affairs and Field Support"."""
    found: list[Item] = []
    for key, start, end in seen.plurals:
        rests = lexicon.ellipses[lexicon.literals[key]]
        begin, at = start, end + 1
        while rest := next((each for each in rests if _stands(seen.text, each[0], at)), None):
            stop = at + len(rest[0])
            found.append(Item(begin, stop, gazetteer.entities[rest[1]], -1, "ellipsis", 0.95))
            joint = _NEXT.match(seen.text, stop)
            if joint is None:
                break
            begin = at = joint.end()
    kept = [item for item in items if not any(f.start < item.end and item.start < f.end for f in found)]
    return sorted(kept + found, key=itemgetter(0))


def _stands(text: str, words: str, at: int) -> bool:
    after = at + len(words)
    return text.startswith(words, at) and not text[after : after + 1].isalnum()
