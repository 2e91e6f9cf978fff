"""Names that share one head noun: "Departments of Political Affairs, Peacekeeping Operations and Field Support"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from transforms.entities.lexicon import Lexicon
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.passages import Entity, Mention

_NEXT = re.compile(r"(?:, and |, | and )(?:the )?")
_WORDS = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,5}"
_LIST = re.compile(rf" ({_WORDS})(?:, ({_WORDS}))?(?:, ({_WORDS}))?(?:, ({_WORDS}))?,? and ({_WORDS})")
"""The rests of two to five names that no list has."""


def elliptical(
    index: int, seen: Seen, lexicon: Lexicon, names: list[Mention], made: dict[str, Entity]
) -> list[Mention]:
    """The names of a passage with those that share a plural head; the first span carries the head.

    Rests that are listed are taken one after another; else all of a list that no name overlaps with. `made` gains those.
    """
    found: list[Mention] = []
    for key, start, end in seen.plurals:
        plural = lexicon.literals[key]
        listed = list(_listed(index, seen.text, lexicon.ellipses[plural], start, end))
        if not listed and (listing := _LIST.match(seen.text, end)) and not _overlaps(listing, names):
            for begin, stop, name in _rests(listing, lexicon.heads[plural], start):
                identifier = f"org:?{slug(name)}"
                made.setdefault(identifier, Entity(identifier, "ORG", name, status="unlisted"))
                listed.append(
                    Mention(index, begin, stop, "ORG", (identifier,), None, "main", "ellipsis", 0.75)
                )
        found += listed
    kept = [name for name in names if not any(f.start < name.end and name.start < f.end for f in found)]
    return sorted(kept + found, key=itemgetter(1))


def _listed(
    index: int, text: str, rests: Sequence[tuple[str, str]], start: int, end: int
) -> Iterator[Mention]:
    begin, at = start, end + 1
    while rest := next((each for each in rests if _stands(text, each[0], at)), None):
        stop = at + len(rest[0])
        yield Mention(index, begin, stop, "ORG", (rest[1],), None, "main", "ellipsis", 0.95)
        joint = _NEXT.match(text, stop)
        if joint is None:
            return
        begin = at = joint.end()


def _rests(listing: re.Match[str], head: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Where each name of a list begins and ends, and what it is in full."""
    for number in range(1, 6):
        if rest := listing[number]:
            begin, end = listing.span(number)
            yield start if number == 1 else begin, end, head + rest


def _overlaps(listing: re.Match[str], names: Sequence[Mention]) -> bool:
    return any(listing.start() < name.end and name.start < listing.end() for name in names)


def _stands(text: str, words: str, at: int) -> bool:
    after = at + len(words)
    return text.startswith(words, at) and not text[after : after + 1].isalnum()
