"""All passages of a document -> the acronyms it defines, and where it uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transforms.definitions import Short, is_acronym, long_form, short_form
from transforms.entities.lexicon import Lexicon, Role
from transforms.entities.seen import Seen
from transforms.entities.words import AGREEMENT_WORDS, NAMED_BODIES, PROGRAMME_WORDS, STARTERS
from transforms.gazetteer import Gazetteer
from transforms.passages import Definition, Entity
from transforms.scan import Scanner

_WORDS = re.compile(r"[\w-]+")
_COMPLEMENT = re.compile(r" (?:of|on|for|to|against|in) ")


@dataclass(slots=True)
class Locals:
    """What a document defines.

    Attributes:
        definitions: one for each bracket that defines a short form.
        overrides: place of a literal in the lexicon -> what it names in this document, where that is not what it names elsewhere.
        terms: short and long forms that the lexicon lacks -> what they name.
    """

    definitions: list[Definition] = field(default_factory=list)
    overrides: dict[int, Entity] = field(default_factory=dict)
    terms: dict[str, Entity] = field(default_factory=dict)


def learn(seen: Sequence[Seen], printed: Sequence[str], gazetteer: Gazetteer, lexicon: Lexicon) -> Locals:
    """The definitions of a document, read from the brackets in all its passages."""
    learner = _Learner(gazetteer, lexicon, Locals())
    for index, passage in enumerate(seen):
        for bracket in passage.brackets:
            if passage.text[bracket + 1 : bracket + 2].isdigit():
                continue
            if short := short_form(passage.text, bracket):
                learner.take(index, passage, printed[index], short)
    return learner.found


def apply(seen: Sequence[Seen], terms: dict[str, Entity]) -> None:
    """Put the uses of a document's own terms into `Seen.local` of each passage."""
    if not terms:
        return
    literals = sorted(terms)
    scanner = Scanner(literals)
    for passage in seen:
        if hits := scanner.hits(passage.text):
            passage.local = [(start, end, terms[literals[key]]) for key, start, end in hits]


@lru_cache(maxsize=16384)
def slug(name: str) -> str:
    """A name in the form of an id: lower case, hyphens, no accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(_WORDS.findall(plain.replace("'", ""))).strip("-").replace("_", "-") or "unnamed"


@dataclass(frozen=True, slots=True)
class _Learner:
    gazetteer: Gazetteer
    lexicon: Lexicon
    found: Locals

    def take(self, index: int, passage: Seen, printed: str, short: Short) -> None:
        """Learn what the words before a short form define it to be, if they do."""
        text, found = passage.text, self.found
        bracket = text.rindex("(", 0, short.start)
        end = bracket - 1 if text[bracket - 1 : bracket] == " " else bracket
        end -= 2 if text.endswith("'s", 0, end) else 0
        named = self._named(passage, bracket, end, short.text)
        if named is None and not is_acronym(short.text):
            return
        if named is None:
            span = long_form(text, end, short.text)
            entity = self._new(text[slice(*span)], short.text) if span else None
            if span is None or entity is None:
                return
            found.terms.setdefault(text[slice(*span)], entity)
        else:
            span, entity = named
        found.definitions.append(
            Definition(
                index,
                short.start,
                short.end,
                printed[short.start : short.end],
                printed[slice(*span)],
                entity.id,
            )
        )
        key = self.lexicon.keys.get(short.text)
        if key is None:
            found.terms.setdefault(short.text, entity)
        elif self.lexicon.roles[key] == Role.NAME and self._always(key) != entity.id:
            found.overrides.setdefault(key, entity)

    def _new(self, name: str, short: str) -> Entity | None:
        """What an unlisted long form names: a listed body whose acronym and most of whose words it has, or a new one."""
        if name.partition(" ")[0] in STARTERS:
            return None
        known = self.gazetteer.names.get(short)
        listed = self.gazetteer.entities[known.plain] if known and known.plain else None
        if listed is not None and _resembles(name, listed.name):
            return listed
        return _unlisted(name, short)

    def _always(self, key: int) -> str | None:
        """The id that a literal has without any definition, if it always has the same."""
        rest = self.lexicon.tails[key]
        return None if rest is None else rest[1][0]

    def _named(
        self, passage: Seen, bracket: int, end: int, short: str
    ) -> tuple[tuple[int, int], Entity] | None:
        """The listed name that ends where the bracket begins, or that has the bracket inside it."""
        for key, start, stop in passage.names:
            if stop < end:
                continue
            if start >= bracket:
                return None
            name = self.gazetteer.names[self.lexicon.literals[key]]
            entity = self.gazetteer.entities[name.plain] if name.plain else None
            if entity is not None and stop > bracket and is_acronym(short):
                spelt = long_form(passage.text, end, short)
                return (spelt, entity) if spelt else None
            if entity is not None and stop == end:
                return self._ending(passage.text, key, (start, stop), entity, short)
        return None

    def _ending(
        self, text: str, key: int, span: tuple[int, int], entity: Entity, short: str
    ) -> tuple[tuple[int, int], Entity] | None:
        start, stop = span
        known = self.gazetteer.names.get(short)
        if known is not None and known.plain == entity.id and not text.startswith(short, start):
            return span, entity
        for at, until, inside in self.lexicon.inner[key]:
            if start + until == stop and known is not None and known.plain == inside.id:
                return (start + at, stop), inside
        if (
            not is_acronym(short)
            or entity.type in ("COUNTRY", "REGION", "PLACE")
            or not _could_abbreviate(text[start:stop], short)
        ):
            return None
        whole = long_form(text, stop, short)
        return (span, entity) if whole is None or whole[0] >= start else None


def _resembles(name: str, listed: str) -> bool:
    words = {word.lower() for word in _WORDS.findall(name)}
    return 3 * len(words & {word.lower() for word in _WORDS.findall(listed)}) >= 2 * len(words)


def _could_abbreviate(name: str, short: str) -> bool:
    """Whether the short form shares at least half its letters, in any order, with the name's initials."""
    initials = [word[0].lower() for word in _WORDS.findall(name)]
    letters = [letter.lower() for letter in short if letter.isalpha()]
    shared = sum(1 for letter in letters if letter in initials)
    return 2 * shared >= len(letters)


def _unlisted(name: str, short: str) -> Entity | None:
    """What the words name, by the nouns in them; None when they name no body, text or programme.

    The id has a question mark, `org:?slug-of-the-name`: no listed id can equal it, and the same name gets the same
    id in every document, with an acronym or without.
    """
    words = set(_WORDS.findall(name)) | {part for word in _WORDS.findall(name) for part in word.split("-")}
    bodies = NAMED_BODIES - PROGRAMME_WORDS
    head = _COMPLEMENT.split(name, maxsplit=1)[0].rpartition(" ")[2]
    if head in bodies or (words & bodies and not words & AGREEMENT_WORDS):
        parent = "org:un" if name.startswith(("United Nations ", "UN ")) else None
        return Entity(f"org:?{slug(name)}", "ORG", name, short, parent, status="unlisted")
    if words & AGREEMENT_WORDS:
        return Entity(f"agr:?{slug(name)}", "AGREEMENT", name, short, status="unlisted")
    if words & PROGRAMME_WORDS:
        return Entity(f"prog:?{slug(name)}", "PROGRAMME", name, short, status="unlisted")
    return None
