"""Bodies named in a document's own language beside what English words found there -> one reading of both.

English words read definitions in any language of Latin letters, and take "Force intérimaire des Nations Unies au Liban
(FINUL)" for a body that no list has. Where the language's own list has it, its id holds in the whole document:

>>> listed([Mention(0, 3, 42, "ORG", ("org:?force-interimaire",), …)], [Mention(0, 3, 42, "ORG", ("org:un.unifil",), …)])
{'org:?force-interimaire': 'org:un.unifil'}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from transforms.passages import Definition, Mention

UNLISTED = "org:?"
"""How the id of a body begins that no list has."""
_NAMES = frozenset({"ORG", "COUNTRY", "AGREEMENT", "PROGRAMME", "PLACE", "REGION", "EVENT"})


_SHORT = {
    "ar": re.compile(r' ?\(["“”]?(ال\w+(?: ال\w+){1,2})["“”]?\)'),
    "ru": re.compile(r" ?\(«?([А-Я][А-Яа-я]*[А-Я][А-Я-]*)»?\)"),
    "zh": re.compile(r"[(（]“?([\u4e00-\u9fff]{2,8})”?[)）]"),
}
"""A short form in brackets: with articles in Arabic, two words or three, since one is a common noun; capitals in Russian."""


def short_forms(passages: Iterable[tuple[str, Sequence[Mention]]], language: str) -> dict[str, str]:
    """The short forms that a document sets in brackets behind a body's name -> the body's id.

    Spanish and French are not asked for: definitions in Latin letters are read with the English ones.

    Args:
        passages: the text of each passage, and what is named in it.
        language: the language of them all.
    """
    found: dict[str, str] = {}
    if (pattern := _SHORT.get(language)) is None:
        return found
    for text, named in passages:
        for mention in named:
            short = pattern.match(text, mention.end) if mention.type == "ORG" else None
            if short and _abbreviates(short[1], text[mention.start : mention.end], language):
                found.setdefault(short[1], mention.ids[0])
    return found


def _abbreviates(short: str, name: str, language: str) -> bool:
    """Whether the brackets shorten the name before them, and not a longer one that ends in it."""
    match language:
        case "ar":
            return short.rpartition(" ")[2] in name.split(" ")
        case "ru":
            return short[0] == name[0].upper()
        case _:
            return set(short) <= set(name)


def listed(found: Sequence[Mention], own: Sequence[Mention]) -> dict[str, str]:
    """The ids of unlisted bodies -> the ids of those that the language's own names put in the same place.

    Args:
        found: what English words found.
        own: what the language's own names found.
    """
    ends = {(each.passage, each.end): each for each in own if each.type == "ORG" and each.layer == "main"}
    known: dict[str, str] = {}
    for mention in found:
        if mention.type == "ORG" and mention.ids[0].startswith(UNLISTED):
            body = ends.get((mention.passage, mention.end))
            if body is not None and 2 * (body.end - body.start) > mention.end - mention.start:
                known.setdefault(mention.ids[0], body.ids[0])
    return known


def renamed(found: Sequence[Mention], known: Mapping[str, str]) -> list[Mention]:
    """The mentions, with the listed ids of bodies that were taken for unlisted ones."""
    return [each if each.ids[0] not in known else each._replace(ids=(known[each.ids[0]],)) for each in found]


def redefined(definitions: Sequence[Definition], known: Mapping[str, str]) -> list[Definition]:
    """The definitions, likewise."""
    return [each._replace(entity_id=known.get(each.entity_id, each.entity_id)) for each in definitions]


def outranks(mention: Mention, over: Sequence[Mention]) -> bool:
    """Whether a name in the language's own words has all that overlaps with it inside it, and all of that are names."""
    return mention.type in _NAMES and all(
        each.type in _NAMES
        and mention.start <= each.start
        and each.end <= mention.end
        and each[1:3] != mention[1:3]
        for each in over
    )
