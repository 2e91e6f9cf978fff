"""Bracketed acronyms -> what the words in front of them spell: "Economic Community of West African States (ECOWAS)".

A definition holds in the whole document, before it too, and outranks any list.

>>> text = "the Regional Body for Rivers (RBR) met"
>>> short_form(text, 29)
Short(text='RBR', start=30, end=33)
>>> long_form(text, 28, "RBR")
(4, 28)
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SHORT = re.compile(
    r"\((?:(?:the|now|or|also|hereinafter|hereafter|henceforth|commonly|better|known|called|referred|to|as|under|by|in|its|their"
    r"|English|French|Spanish|Portuguese|Russian|Arabic|acronyms?|initials|name),? ){0,9}"
    r"[\"“”']?([A-Z][\w&/-]{1,24})[\"“”']?(?=\)|; |, (?:formerly|also|by|in|from|for|per|por|pour) )"
)
"""With what may stand before the short form: "(hereinafter referred to as RBR)", "(known by its Spanish acronym, CRR)"."""
_WORD = re.compile(r"[\w'&-]+")
_MOST_WORDS = 24
_SMALL = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "in",
        "on",
        "to",
        "against",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "et",
        "y",
        "del",
        "by",
        "with",
        "at",
    ]
)


class Short(NamedTuple):
    """A short form in brackets and where it stands, without the brackets."""

    text: str
    start: int
    end: int


def short_form(text: str, bracket: int) -> Short | None:
    """The one word in the bracket that opens at `bracket`, if it may be a short form; `is_acronym` tells more."""
    found = _SHORT.match(text, bracket)
    return None if found is None else Short(found[1], *found.span(1))


def is_acronym(word: str) -> bool:
    """Whether a word has two capitals or more, and about as few small letters: "CARICOM", "AfDB", not "Sochi"."""
    letters = word.removesuffix("s")
    capitals = sum(letter.isupper() for letter in letters)
    if "/" in letters and not letters.replace("/", "").isalpha():
        return False
    return capitals > 1 and sum(letter.islower() for letter in letters) <= capitals + 1


def long_form(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Where the words that `short` abbreviates begin and end; they end at `end`.

    The fewest words whose letters, in order, spell the short form; its first letter begins the first word, and the
    words are a name (the first has a capital).
    """
    letters = [letter.lower() for letter in short if letter.isalnum()]
    words = list(_WORD.finditer(text, max(0, end - 200), end))[-_MOST_WORDS:]
    if not words or words[-1].end() != end:
        return None
    best: tuple[int, int] | None = None
    for count in range(1, len(words) + 1):
        first = words[-count]
        if first[0][:1].lower() != letters[0] or not first[0][:1].isupper():
            continue
        if _breaks(text, first.start(), end):
            break
        if _spells(text[first.start() : end], letters):
            if _initials(text[first.start() : end]) == letters:
                return first.start(), end
            best = best or (first.start(), end)
    return best


def _breaks(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "; ", ": ", "(", ")"))


def _spells(words: str, letters: list[str]) -> bool:
    """Whether the letters occur in order, each at the start of a word or after a letter that matched in it."""
    lowered = words.lower()
    at = len(lowered)
    for letter in reversed(letters[1:]):
        at = lowered.rfind(letter, 1, at)
        if at < 0:
            return False
    significant = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    return len(significant) <= len(letters) + 2


def _initials(words: str) -> list[str]:
    parts = [part for word in _WORD.findall(words) for part in word.split("-") if part]
    return [part[0].lower() for part in parts if part.lower() not in _SMALL]
