"""Names beside a style or a post -> persons: "Mr. Hervé Denis", "the President of South Sudan, Salva Kiir Mayardit,".

A name alone is no mention: nothing tells a person from a place or a body there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.entities.beside import near
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import trimmed
from transforms.entities.words import BODIES_TOO, GENERIC, ORGANS, STARTERS, TITLES
from transforms.passages import Entity, Mention

_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽ]"
_PART = rf"(?:{_CAPITAL}[\w'.-]*[\w']|{_CAPITAL}\.?)"
_LOWER = r"(?:(?:de|da|di|do|dos|del|la|van|von|der|den|bin|ibn|al|el|y) ){0,3}"
_NAME = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr)\. )?({_PART}(?: {_LOWER}{_PART}){{0,5}})")
_APPOSED = re.compile(
    rf"(?:, (?:(?:Mr|Mrs|Ms|Dr)\. )?| )({_PART}(?: {_LOWER}{_PART}){{1,4}})(?=[,.;:)]| and |$)"
)
_BEFORE_A_NAME = re.compile(rf" of |,? (?:M|D|{_CAPITAL})")
_NOT_NAMES = STARTERS | ORGANS | set(TITLES) | set(BODIES_TOO) | GENERIC


def persons(index: int, seen: Seen, names: Sequence[Mention], made: dict[str, Entity]) -> Iterator[Mention]:
    """The persons of a passage; `made` gains them."""
    text = seen.text
    for _, _, end in seen.styles:
        name = _NAME.match(text, end + 1)
        if name is not None and _is_name(name[1]):
            yield _person(index, text, name.span(1), made)
    for post in tuple(names):
        if post.type != "POST" or post.layer != "main" or not _BEFORE_A_NAME.match(text, post.end):
            continue
        name = _APPOSED.match(text, _whose(text, post, names))
        if name is not None and _is_name(name[1]) and not _is_named(name, names):
            yield _person(index, text, name.span(1), made)


def _whose(text: str, post: Mention, names: Sequence[Mention]) -> int:
    """Where a post ends with the body or the state that has it."""
    after = near(names, post.end)[1][:3]
    body = next((n for n in after if n.layer != "nested" and n.type in ("ORG", "COUNTRY")), None)
    is_of = body is not None and text[post.end : body.start] in (" of ", " of the ", " of the Government of ")
    return body.end if body is not None and is_of else post.end


def _is_name(words: str) -> bool:
    return _NOT_NAMES.isdisjoint(words.split())


def _is_named(name: re.Match[str], names: Sequence[Mention]) -> bool:
    start, end = name.span(1)
    return any(n.start < end and start < n.end for n in near(names, end - 1)[0])


def _person(index: int, text: str, span: tuple[int, int], made: dict[str, Entity]) -> Mention:
    start, end = span[0], trimmed(text, span[1])
    identifier = f"person:{slug(text[start:end])}"
    made.setdefault(identifier, Entity(identifier, "PERSON", text[start:end]))
    return Mention(index, start, end, "PERSON", (identifier,), None, "main", "person", 0.7)
