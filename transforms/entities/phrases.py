"""Nouns of bodies and posts beside names -> the mentions that no list has: organs, anaphora, ellipses, office holders.

"the Executive Committee of the Commonwealth of Independent States" -> an organ of `org:cis`;
"the Council" after "the Security Council" -> `org:un.sc` again;
"Departments of Political Affairs and Field Support" -> two departments.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from transforms.entities.lexicon import Lexicon
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import COMPLEMENT, Phrase, around, is_telling
from transforms.entities.words import STRONG
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

_NEVER = frozenset({"Programme", "Initiative", "Conference", "Partnership", "Network", "Front", "Army"})
_NOT_BODIES = frozenset({"Fund", "Community"})
_UNITS = frozenset({"Team", "Force", "Brigade", "Service", "Group", "Mechanism", "Cluster", "Cell"})
_BESIDE = frozenset({"ORG", "COUNTRY", "REGION", "PLACE"})
_ABROAD = re.compile(r" (?:in|to|at) (?:the )?")
_NEXT = re.compile(r"(?:, and |, | and )(?:the )?")
_POST_SLUGS = {"Secretary-General": "sg", "Deputy Secretary-General": "dsg", "Director General": "dg", "Director-General": "dg"}
_OF_A_BODY = {"post:un.sg": "Secretary-General", "post:un.dsg": "Deputy Secretary-General", "post:srsg-and-head": "srsg"}
_SEATED = frozenset({"Office", "Mission"})


class Item(NamedTuple):
    """A name in a passage on its way to a mention. `key` is its place in the lexicon, -1 when it has none."""

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
    return sorted(kept + found)


def _stands(text: str, words: str, at: int) -> bool:
    after = at + len(words)
    return text.startswith(words, at) and not text[after : after + 1].isalnum()


def complete(
    seen: Seen, lexicon: Lexicon, gazetteer: Gazetteer, items: list[Item], fixed: Sequence[Mention], made: dict[str, Entity]
) -> list[Item]:
    """The items with the organs, unlisted bodies and anaphora that nouns of bodies announce."""
    text = seen.text
    spans = [(each.start, each.end) for each in fixed]
    reach = 0
    for key, start, end in seen.organs:
        if start < reach:
            continue
        item = _announced(text, lexicon.literals[key], start, end, items, gazetteer, made)
        if item is None or any(item.start < e and s < item.end and not (s <= item.start and item.end <= e) for s, e in spans):
            continue
        reach = item.end
        items = _put(items, item)
    return items


def _put(items: list[Item], item: Item) -> list[Item]:
    """The items with one more; what it covers is nested in it."""
    if any(o.layer == "main" and o.start <= item.start and item.end <= o.end for o in items):
        return items
    rest = [
        each._replace(layer="nested") if item.start <= each.start and each.end <= item.end else each
        for each in items
        if not (each.start < item.end and item.start < each.end)
        or (item.start <= each.start and each.end <= item.end)
    ]
    return sorted([*rest, item])


def _announced(
    text: str, noun: str, start: int, end: int, items: list[Item], gazetteer: Gazetteer, made: dict[str, Entity]
) -> Item | None:
    if noun in _NEVER:
        return None
    at = bisect_right(items, start, key=itemgetter(0))
    before = next((item for item in reversed(items[:at]) if item.layer == "main"), None)
    if before is not None and before.end > start:
        return None
    after = next((item for item in items[at:] if item.entity.type in ("ORG", "COUNTRY")), None)
    floor = 0 if before is None else before.end
    phrase = around(text, start, end, floor, len(text) if after is None else after.start, noun in STRONG)
    parent = before if before is not None and _is_beside(text, before, phrase) else None
    if parent is None and (organ := _organ_of(text, phrase, items[at:], gazetteer, made)) is not None:
        return organ
    if parent is None and phrase.right == 0:
        referred = _referred(text[phrase.start : phrase.end], items[:at]) or _referred(noun, items[:at] if phrase.left == 0 else [])
        if referred is not None:
            return Item(phrase.start, phrase.end, referred, -1, "anaphora", 0.8, "coref")
    return _unlisted(text, noun, phrase, parent, items[:at], items[at:], gazetteer, made)


def _is_beside(text: str, item: Item, phrase: Phrase) -> bool:
    return item.entity.type in _BESIDE and item.end + 1 == phrase.start and text[item.end] == " "


def _organ_of(
    text: str, phrase: Phrase, following: Sequence[Item], gazetteer: Gazetteer, made: dict[str, Entity]
) -> Item | None:
    """An organ before its body: "Peace and Security Council of the African Union"."""
    joint = COMPLEMENT.match(text, phrase.end)
    body = next((item for item in following if joint and item.start == joint.end()), None)
    if body is None or body.entity.type != "ORG":
        return None
    words = text[phrase.start : phrase.end]
    known = gazetteer.organs.get((body.entity.id, words))
    if known is not None:
        return Item(phrase.start, phrase.end, gazetteer.entities[known], -1, "organ", 0.95)
    if joint is None or body.entity.id == "org:un" or text.startswith(" to ", phrase.end) or words in _NOT_BODIES:
        return None
    return Item(phrase.start, phrase.end, _made(f"{body.entity.id}.{slug(words)}", words, body.entity.id, made), -1, "organ", 0.75)


def _referred(words: str, before: Sequence[Item]) -> Entity | None:
    """The body named last whose name has these words."""
    for item in reversed(before):
        if item.entity.type == "ORG" and item.layer != "nested" and f" {words} " in f" {item.entity.name} ":
            return item.entity
    return None


def _unlisted(
    text: str, noun: str, phrase: Phrase, parent: Item | None, before: Sequence[Item], following: Sequence[Item],
    gazetteer: Gazetteer, made: dict[str, Entity],
) -> Item | None:  # fmt: skip
    if noun in _NOT_BODIES:
        return None
    if _goes_on(text, phrase.end, following):
        return None
    if parent is None and not _is_name(text, noun, phrase):
        return None
    start = phrase.start if parent is None else _joined_start(text, parent, before)
    end = _seated(text, noun, phrase, parent, following)
    name = text[start:end]
    if parent is not None and parent.entity.type == "ORG" and start == parent.start:
        own = text[phrase.start : end]
        known = gazetteer.organs.get((parent.entity.id, own))
        entity = gazetteer.entities[known] if known else _made(f"{parent.entity.id}.{slug(own)}", name, parent.entity.id, made)
        return Item(start, end, entity, -1, "pattern", 0.7)
    return Item(start, end, _made(f"org:{slug(name)}", name, None, made), -1, "pattern", 0.6)


def _goes_on(text: str, end: int, following: Sequence[Item]) -> bool:
    """Whether another capitalised word follows that is no name of its own: then the noun is not the name's head."""
    is_capital = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return is_capital and not (following and following[0].start == end + 1)


def _joined_start(text: str, parent: Item, before: Sequence[Item]) -> int:
    """Where a joint body's name begins: "United Nations-European Union Steering Committee"."""
    if parent.start and text[parent.start - 1] == "-":
        other = next((item for item in before if item.end == parent.start - 1 and item.entity.type == "ORG"), None)
        if other is not None:
            return other.start
    return parent.start


def _is_name(text: str, noun: str, phrase: Phrase) -> bool:
    is_full = phrase.left + phrase.right > 0 if noun in STRONG else phrase.left > 1 and noun in _UNITS
    return is_full and is_telling(text, phrase)


def _seated(text: str, noun: str, phrase: Phrase, parent: Item | None, following: Sequence[Item]) -> int:
    """The end of the phrase with the seat of an office: "AU Liaison Office in Addis Ababa"."""
    joint = _ABROAD.match(text, phrase.end) if noun in _SEATED and (parent or phrase.left) else None
    seat = next((item for item in following if joint and item.start == joint.end()), None)
    return seat.end if seat and seat.entity.type in ("COUNTRY", "PLACE", "REGION") else phrase.end


def _made(identifier: str, name: str, parent: str | None, made: dict[str, Entity]) -> Entity:
    return made.setdefault(identifier, Entity(identifier, "ORG", name, None, parent, status="unlisted"))


def office_holders(seen: Seen, lexicon: Lexicon, items: list[Item], made: dict[str, Entity]) -> list[Item]:
    """The items with posts that stand beside their organisation: "Executive Director of UNODC"."""
    for key, start, end in seen.posts:
        title = lexicon.literals[key]
        body = _body(seen.text, start, end, items)
        if body is not None and not any(item.start < end and start < item.end for item in items):
            items = sorted([*items, Item(start, end, _post(body.entity, title, made), -1, "post", 0.85)])
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
    identifier = f"post:{body.id[4:]}.{_POST_SLUGS.get(title) or slug(title)}"
    return made.setdefault(identifier, Entity(identifier, "POST", title, None, body.id))
