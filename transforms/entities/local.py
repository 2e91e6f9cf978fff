"""All passages of a document -> the acronyms it defines, and where it uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.definitions import Short, long_form, short_form
from transforms.entities.lexicon import Lexicon, Role
from transforms.entities.seen import Seen
from transforms.entities.words import AGREEMENT_WORDS, ORGANS, PROGRAMME_WORDS
from transforms.gazetteer import Gazetteer
from transforms.passages import Definition, Entity
from transforms.scan import Scanner

_WORDS = re.compile(r"[\w-]+")


@dataclass(slots=True)
class Locals:
    """What a document defines.

    Attributes:
        definitions: one for each bracket that defines a short form.
        overrides: place of a literal in the lexicon -> what it names in this document.
        terms: short and long forms that the lexicon lacks -> what they name.
    """

    definitions: list[Definition] = field(default_factory=list)
    overrides: dict[int, Entity] = field(default_factory=dict)
    terms: dict[str, Entity] = field(default_factory=dict)


def learn(seen: Sequence[Seen], printed: Sequence[str], gazetteer: Gazetteer, lexicon: Lexicon) -> Locals:
    """The definitions of a document, read from the brackets in all its passages."""
    found = Locals()
    for index, passage in enumerate(seen):
        for bracket in passage.brackets:
            if not passage.text[bracket + 1 : bracket + 2].isdigit() and (short := short_form(passage.text, bracket)):
                _take(found, index, passage, printed[index], short, bracket, gazetteer, lexicon)
    return found


def apply(seen: Sequence[Seen], terms: dict[str, Entity]) -> None:
    """Put the uses of a document's own terms into `Seen.local` of each passage."""
    if not terms:
        return
    literals = sorted(terms)
    scanner = Scanner(literals)
    for passage in seen:
        for key, start, end in scanner.hits(passage.text):
            passage.local.append((start, end, terms[literals[key]]))


def slug(name: str) -> str:
    """A name in the form of an id: lower case, hyphens, no accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(_WORDS.findall(plain.replace("'", ""))).strip("-").replace("_", "-") or "unnamed"


def _take(
    found: Locals, index: int, passage: Seen, printed: str, short: Short, bracket: int, gazetteer: Gazetteer, lexicon: Lexicon
) -> None:
    text = passage.text
    end = bracket - 1 if text[bracket - 1 : bracket] == " " else bracket
    span, entity = _named(passage, end, bracket, short.text, gazetteer, lexicon)
    if entity is None:
        span = long_form(text, end, short.text)
        entity = span and _unlisted(text[span[0] : span[1]], short.text, gazetteer)
        if entity is None or span is None:
            return
        found.terms.setdefault(text[span[0] : span[1]], entity)
    assert span is not None
    found.definitions.append(
        Definition(index, short.start, short.end, short.text, printed[span[0] : span[1]], entity.id)
    )
    key = lexicon.keys.get(short.text)
    if key is None:
        found.terms.setdefault(short.text, entity)
    elif lexicon.roles[key] == Role.NAME:
        found.overrides.setdefault(key, entity)


def _named(
    passage: Seen, end: int, bracket: int, short: str, gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[tuple[int, int] | None, Entity | None]:
    """The listed name that ends where the bracket begins, or that has the bracket inside it."""
    for key, start, stop in passage.names:
        name = gazetteer.names[lexicon.literals[key]]
        if name.plain is None:
            continue
        entity = gazetteer.entities[name.plain]
        if start < bracket < stop:
            spelt = long_form(passage.text, end, short)
            return (spelt, entity) if spelt else (None, None)
        known = gazetteer.names.get(short)
        for at, until, inside in lexicon.inner[key] if stop == end else ():
            if start + until == end and known is not None and known.plain == inside.id:
                return (start + at, end), inside
        if stop == end and entity.type not in ("COUNTRY", "REGION", "PLACE"):
            is_same = known is not None and known.plain == entity.id
            whole = None if is_same else long_form(passage.text, end, short)
            if is_same or whole is None or whole[0] >= start:
                return ((start, stop), entity) if is_same or _could_abbreviate(passage.text[start:stop], short) else (None, None)
    return None, None


def _could_abbreviate(name: str, short: str) -> bool:
    """Whether the short form shares at least half its letters, in any order, with the name's initials."""
    initials = [word[0].lower() for word in _WORDS.findall(name)]
    letters = [letter.lower() for letter in short if letter.isalpha()]
    shared = sum(1 for letter in letters if letter in initials)
    return 2 * shared >= len(letters)


def _unlisted(name: str, short: str, gazetteer: Gazetteer) -> Entity | None:
    """What the words name, by the nouns in them; None when they name no body, text or programme."""
    words = set(_WORDS.findall(name)) | {part for word in _WORDS.findall(name) for part in word.split("-")}
    front = "un." if name.startswith(("United Nations ", "UN ")) else ""
    if words & ORGANS - PROGRAMME_WORDS and not words & AGREEMENT_WORDS:
        identifier = f"org:{front}{slug(short)}"
        known = gazetteer.entities.get(identifier)
        if known is not None:
            identifier = f"org:{front}{slug(name)}"
        return Entity(identifier, "ORG", name, short, "org:un" if front else None, status="unlisted")
    if words & AGREEMENT_WORDS:
        return Entity(f"agr:{slug(short)}", "AGREEMENT", name, short, status="unlisted")
    if words & PROGRAMME_WORDS:
        return Entity(f"prog:{slug(short)}", "PROGRAMME", name, short, status="unlisted")
    return None
