"""A noun that stands for something named before it in the same passage -> the id of that: "the Council" -> `org:un.sc`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

MASSES = frozenset({"Police", "Forces"})
"""Nouns that name many people where no name stands before them, and stand for no body."""
BODIES = frozenset({"ORG"})
_WHEN_OR_WHERE = (
    "In ",
    "At ",
    "On ",
    "For ",
    "Under ",
    "Within ",
    "During ",
    "Since ",
    "After ",
    "As ",
    "Through ",
)


@dataclass(slots=True)
class Antecedents:
    """Finds what a noun stands for. `counts` tells how often the document names each id."""

    gazetteer: Gazetteer
    known: Mapping[str, Entity]
    made: Mapping[str, Entity]
    counts: Callable[[], Counter[str]]
    called: dict[str, dict[str, bool]] = field(default_factory=dict)

    def of(
        self, text: str, start: int, end: int, earlier: Sequence[Mention], kinds: frozenset[str] = BODIES
    ) -> Mention | None:
        """The name that a noun stands for, among those before it: one of such types whose words have the noun."""
        words = text[start:end]
        if words in MASSES or _is_first(text, start):
            return None
        called = self.called.setdefault(words, {})
        last: Mention | None = None
        others: dict[str, Mention] = {}
        for name in reversed(earlier):
            if name[3] in kinds:
                identifier = name[4][0]
                is_called = called.get(identifier)
                if is_called is None:
                    is_called = called[identifier] = self._is_called(identifier, words)
                if is_called and name[6] != "nested":
                    if last is None or _is_defined_by(name, last):
                        last = name
                    others[identifier] = name
        if last is None or len(others) == 1:
            return last
        return self._meant(text, last, others)

    def in_document(self, noun: str) -> str | None:
        """The id of the body that the document names most among those whose name has a noun."""
        found = (each for each, _ in self.counts().most_common() if each.startswith("org:"))
        return next((each for each in found if self._is_called(each, noun)), None)

    def _meant(self, text: str, last: Mention, others: Mapping[str, Mention]) -> Mention:
        """Of several names that a noun may stand for, the last, where its sentence is about it.

        Else the one that the document names most: in S/2008/186 the Council that meets with another is the Security Council.
        """
        if _is_subject(text, last.start):
            return last
        counts = self.counts()
        return others[max(others, key=lambda each: (counts[each], each == last.ids[0], each))]

    def _is_called(self, identifier: str, words: str) -> bool:
        """Whether a name has the words, and not for its parent's sake ("Council" in "Security Council Committee")."""
        entity = self._entity(identifier)
        if entity is None:
            return False
        parent = self._entity(entity.parent_id) if entity.parent_id else None
        return _is_in_name(words, entity.name, parent.name if parent else "")

    def _entity(self, identifier: str) -> Entity | None:
        return (
            self.gazetteer.entities.get(identifier) or self.known.get(identifier) or self.made.get(identifier)
        )


def _is_first(text: str, start: int) -> bool:
    return start == 0 or text[start - 2 : start] in (". ", "? ")


def _is_subject(text: str, start: int) -> bool:
    """Whether a name opens its sentence, but for an article and what says when or where: "In Central Africa, the …"."""
    stop = text.rfind(". ", 0, start)
    head = text[stop + 2 if stop >= 0 else 0 : start]
    return head in ("", "The ") or (
        head.startswith(_WHEN_OR_WHERE) and head.endswith((", ", ", the ")) and head.count(",") == 1
    )


def _is_defined_by(name: Mention, short: Mention) -> bool:
    return name.ids == short.ids and name.end + 2 == short.start


@lru_cache(maxsize=65536)
def _is_in_name(words: str, name: str, parent: str) -> bool:
    """Whether a name has the words, beyond those of its parent's name that it begins with."""
    own = name[len(parent) :] if parent and name.startswith(parent) else name
    return words in own and f" {words} " in f" {own} "
