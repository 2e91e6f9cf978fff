"""A list of states in words -> each name, with the id that the gazetteer gives it.

>>> roll = Roll(gazetteer)
>>> [state.entity_id for state in roll.call("Antigua and Barbuda, Bolivia (Plurinational State of) and Chad")]
['geo:ATG', 'geo:BOL', 'geo:TCD']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transforms.gazetteer import Gazetteer
from transforms.scan import fold

_COMMA = re.compile(r"[,;]\s*(?![^()]*\))")
"""Not one inside brackets."""
_AND = re.compile(r"\s+(?:and|et|y|e|и)\s+(?![^()]*\))")
_BEHALF = re.compile(r"\s*\((?P<words>(?:on behalf of|in its capacity as|au nom d|en nombre d|от имени)[^()]*(?:\([^()]*\)[^()]*)*)\)")  # fmt: skip
LONGEST = 10_000
"""Characters; the names of all 193 Member States have some 3,000."""
LONGEST_NAME = 500
"""Characters of a name with all it says of whom it stands for."""
_ARTICLE = re.compile(r"(?:the|and)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a list, its id where it is known, and on whose behalf it stands there."""

    name: str
    entity_id: str | None
    on_behalf_of: str | None = None


class Roll:
    """The states and territories of a gazetteer, found by any spelling, in capitals or not, with accents or without."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._ids = _ids(gazetteer)

    def entity_id(self, name: str) -> str | None:
        """The id of a state by its name; None where nobody has that name."""
        plain = _plain(name)
        return self._ids.get(plain) or self._ids.get(_ARTICLE.sub("", plain, count=1))

    def call(self, words: str) -> tuple[Named, ...]:
        """The names of a list in words; "and" parts two names only where it is in neither.

        What is longer than any list of states is one name that nobody has.
        """
        if len(words) > LONGEST:
            return (Named(words, None),)
        return tuple(
            named for part in _COMMA.split(words.strip().rstrip(".")) for named in self._part(part.strip())
        )

    def _part(self, part: str) -> Iterator[Named]:
        part = _ARTICLE.sub("", part, count=1) if part.lower().startswith("and ") else part
        if not part:
            return
        behalf = _BEHALF.search(part)
        name = _BEHALF.sub("", part, count=1) if behalf else part
        words = " ".join(behalf["words"].split()) if behalf else None
        if (known := self.entity_id(name)) is not None or len(part) > LONGEST_NAME:
            yield Named(name, known, words)
            return
        cuts = [m for m in _AND.finditer(part) if self._is_known(part[: m.start()])]
        cut = cuts[-1] if cuts else None  # the longest name: "Bosnia" is one too
        if cut is None:
            yield Named(name, None, words)
            return
        yield from self._part(part[: cut.start()])
        yield from self._part(part[cut.end() :])

    def _is_known(self, part: str) -> bool:
        return self.entity_id(_BEHALF.sub("", part)) is not None


@lru_cache(maxsize=4)
def _ids(gazetteer: Gazetteer) -> dict[str, str]:
    found = {
        _plain(alias): name.plain
        for alias, name in gazetteer.names.items()
        if name.plain is not None and name.plain.startswith("geo:")
    }
    return found | {_plain(e.name): e.id for e in gazetteer.entities.values() if e.id.startswith("geo:")}


def _plain(name: str) -> str:
    parted = unicodedata.normalize("NFKD", fold(" ".join(name.split())))
    return "".join(c for c in parted if not unicodedata.combining(c)).casefold()
