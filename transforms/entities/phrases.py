"""Nouns of bodies beside names -> the organisations that no list has: organs, unlisted bodies, anaphora.

"the Executive Committee of the Commonwealth of Independent States" -> an organ of `org:cis`;
"the Council" after "the Security Council" -> `org:un.sc` again;
"AU Liaison Office in Addis Ababa" -> a body of its own, `org:au` nested in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from transforms.entities.items import Item
from transforms.entities.local import slug
from transforms.entities.unlisted import COMPLEMENT, Phrase, around, is_telling
from transforms.entities.words import STRONG
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention
from transforms.scan import Hit

_NEVER = frozenset({"Programme", "Initiative", "Conference", "Partnership", "Network", "Front", "Army"})
_NOT_BODIES = frozenset({"Fund", "Community"})
_UNITS = frozenset({"Team", "Force", "Brigade", "Service", "Group", "Mechanism", "Cluster", "Cell"})
_BESIDE = frozenset({"ORG", "COUNTRY", "REGION", "PLACE"})
_SEATED = frozenset({"Office", "Mission"})
_ABROAD = re.compile(r" (?:in|to|at) (?:the )?")
_BEGIN = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of a body in its phrase, between the names before and after it."""

    word: str
    phrase: Phrase
    parent: Item | None
    before: Sequence[Item]
    after: Sequence[Item]


@dataclass(slots=True)
class Announcer:
    """Reads the nouns of one passage after another. `made` gains the bodies that no list has."""

    gazetteer: Gazetteer
    literals: Sequence[str]
    made: dict[str, Entity]
    text: str = ""

    def complete(self, text: str, organs: Sequence[Hit], items: list[Item], fixed: Sequence[Mention]) -> list[Item]:
        """The items of a passage with those that its nouns announce; none is cut by what was read by rule."""
        self.text = text
        reach = 0
        for key, start, end in organs:
            if start < reach or self.literals[key] in _NEVER:
                continue
            item = self._announced(self.literals[key], start, end, items)
            if item is not None and not _is_cut(item, fixed):
                reach = item.end
                items = _with(items, item)
        return items

    def _announced(self, word: str, start: int, end: int, items: list[Item]) -> Item | None:
        at = bisect_right(items, start, key=_BEGIN)
        before = next((item for item in reversed(items[:at]) if item.layer == "main"), None)
        if before is not None and before.end > start:
            return None
        after = next((item for item in items[at:] if item.entity.type in ("ORG", "COUNTRY")), None)
        floor, ceiling = before.end if before else 0, after.start if after else len(self.text)
        phrase = around(self.text, (start, end), (floor, ceiling), word in STRONG)
        parent = before if before is not None and self._is_beside(before, phrase) else None
        noun = Noun(word, phrase, parent, items[:at], items[at:])
        if parent is None:
            return self._organ(noun) or self._anaphor(noun) or self._unlisted(noun)
        return self._unlisted(noun)

    def _is_beside(self, item: Item, phrase: Phrase) -> bool:
        return item.end + 1 == phrase.start and self.text[item.end] == " " and item.entity.type in _BESIDE

    def _organ(self, noun: Noun) -> Item | None:
        """An organ before its body: "Peace and Security Council of the African Union"."""
        start, end = noun.phrase.start, noun.phrase.end
        joint = COMPLEMENT.match(self.text, end)
        body = next((item for item in noun.after if item.start == joint.end()), None) if joint else None
        if joint is None or body is None or body.entity.type != "ORG":
            return None
        words = self.text[start:end]
        known = self.gazetteer.organs.get((body.entity.id, words))
        if known is not None:
            return Item(start, end, self.gazetteer.entities[known], -1, "organ", 0.95)
        if body.entity.id == "org:un" or joint[0].startswith(" to ") or words in _NOT_BODIES:
            return None
        return Item(start, end, self._made(f"{body.entity.id}.{slug(words)}", words, body.entity.id), -1, "organ", 0.75)

    def _anaphor(self, noun: Noun) -> Item | None:
        """A noun that stands for a name before it in the same passage: "the Council"."""
        phrase = noun.phrase
        if phrase.right:
            return None
        entity = _referred(self.text[phrase.start : phrase.end], noun.before)
        return None if entity is None else Item(phrase.start, phrase.end, entity, -1, "anaphora", 0.8, "coref")

    def _unlisted(self, noun: Noun) -> Item | None:
        phrase, parent = noun.phrase, noun.parent
        if noun.word in _NOT_BODIES or self._goes_on(noun) or (parent is None and not self._is_name(noun)):
            return None
        start = phrase.start if parent is None else self._joined_start(parent, noun.before)
        end = self._seated(noun)
        name = self.text[start:end]
        if parent is None or parent.entity.type != "ORG" or start < parent.start:
            return Item(start, end, self._made(f"org:{slug(name)}", name, None), -1, "pattern", 0.6)
        own = self.text[phrase.start : end]
        known = self.gazetteer.organs.get((parent.entity.id, own))
        entity = (
            self.gazetteer.entities[known] if known
            else self._made(f"{parent.entity.id}.{slug(own)}", name, parent.entity.id)
        )  # fmt: skip
        return Item(start, end, entity, -1, "pattern", 0.7)

    def _goes_on(self, noun: Noun) -> bool:
        """Whether another capitalised word follows that begins no name: then the noun is not the name's head."""
        end = noun.phrase.end
        is_capital = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        return is_capital and not (noun.after and noun.after[0].start == end + 1)

    def _is_name(self, noun: Noun) -> bool:
        phrase = noun.phrase
        is_full = phrase.left + phrase.right > 0 if noun.word in STRONG else phrase.left > 1 and noun.word in _UNITS
        return is_full and is_telling(self.text, phrase)

    def _joined_start(self, parent: Item, before: Sequence[Item]) -> int:
        """Where a joint body's name begins: "United Nations-European Union Steering Committee"."""
        if parent.start and self.text[parent.start - 1] == "-":
            other = next((item for item in before if item.end == parent.start - 1 and item.entity.type == "ORG"), None)
            return parent.start if other is None else other.start
        return parent.start

    def _seated(self, noun: Noun) -> int:
        """The end of the phrase with the seat of an office: "AU Liaison Office in Addis Ababa"."""
        phrase = noun.phrase
        has_seat = noun.word in _SEATED and (noun.parent is not None or phrase.left > 0)
        joint = _ABROAD.match(self.text, phrase.end) if has_seat else None
        seat = next((item for item in noun.after if item.start == joint.end()), None) if joint else None
        return seat.end if seat and seat.entity.type in ("COUNTRY", "PLACE", "REGION") else phrase.end

    def _made(self, identifier: str, name: str, parent: str | None) -> Entity:
        return self.made.setdefault(identifier, Entity(identifier, "ORG", name, None, parent, status="unlisted"))


def _referred(words: str, before: Sequence[Item]) -> Entity | None:
    """The body named last whose name has these words."""
    for item in reversed(before):
        if item.entity.type == "ORG" and item.layer != "nested" and f" {words} " in f" {item.entity.name} ":
            return item.entity
    return None


def _is_cut(item: Item, fixed: Sequence[Mention]) -> bool:
    return any(
        item.start < each.end and each.start < item.end and not (each.start <= item.start and item.end <= each.end)
        for each in fixed
    )


def _with(items: list[Item], item: Item) -> list[Item]:
    """The items with one more; what it covers is nested in it."""
    if any(o.layer == "main" and o.start <= item.start and item.end <= o.end for o in items):
        return items
    rest = []
    for each in items:
        if each.end <= item.start or item.end <= each.start:
            rest.append(each)
        elif item.start <= each.start and each.end <= item.end:
            rest.append(each._replace(layer="nested"))
    return sorted([*rest, item], key=_BEGIN)
