"""A noun that stands for something named before it in the same passage -> the id of that: "the Council" -> `org:un.sc`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

MASSES = frozenset({"Police", "Forces"})
"""Nouns that name many people where no name stands before them, and stand for no body."""
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
    called: dict[tuple[str, str], bool] = field(default_factory=dict)

    def of(
        self, text: str, start: int, end: int, earlier: Sequence[Mention], kind: str = "ORG"
    ) -> str | None:
        """The id of what a noun stands for among the names before it: one of its type whose name has the noun."""
        words = text[start:end]
        if words in MASSES or _is_first(text, start):
            return None
        last: Mention | None = None
        others: set[str] = set()
        for name in reversed(earlier):
            if name.type == kind and name.layer != "nested" and self._is_called(name.ids[0], words):
                last = name if last is None or _is_defined_by(name, last) else last
                others.add(name.ids[0])
        if last is None:
            return None
        return last.ids[0] if len(others) == 1 else self._meant(text, last, others)

    def _meant(self, text: str, last: Mention, others: set[str]) -> str:
        """Of several names that a noun may stand for, the last, where its sentence is about it.

        Else the one that the document names most: in S/2008/186 the Council that meets with another is the Security Council.
        """
        if _is_subject(text, last.start):
            return last.ids[0]
        counts = self.counts()
        return max(others, key=lambda each: (counts[each], each == last.ids[0], each))

    def _is_called(self, identifier: str, words: str) -> bool:
        """Whether a name has the words, and not for its parent's sake ("Council" in "Security Council Committee")."""
        key = identifier, words
        if key not in self.called:
            self.called[key] = self._has_in_its_name(identifier, words)
        return self.called[key]

    def _has_in_its_name(self, identifier: str, words: str) -> bool:
        entity = self._entity(identifier)
        if entity is None or not _has_words(entity.name, words):
            return False
        parent = self._entity(entity.parent_id) if entity.parent_id else None
        return parent is None or not entity.name.startswith(parent.name) or not _has_words(parent.name, words)

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


def _has_words(name: str, words: str) -> bool:
    return words in name and f" {words} " in f" {name} "
