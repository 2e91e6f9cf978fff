"""A noun such as "Commission" in a text -> the capitalised phrase around it that may be an organisation's name."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.entities.words import GENERIC, STARTERS

_TAIL = re.compile(
    r"(?: (?:(?:of|for|on|in|against|de|la|du) (?:the )?|and |& |to )?[A-Z][\w'-]*"
    r"|, [A-Z][\w'-]*(?=(?:, [A-Z][\w'-]*){0,20},? and [A-Z])(?:, and [A-Z][\w'-]*(?![\w'-]| [A-Z]))?){1,40}"
)
"""Forty words and lists of twenty are more than any name has; without an end, each noun of a text made of them would
be read together with all that follow."""
LONGEST = 40
_HEAD = re.compile(r" (of|for|on|against|to|in|at) (?:the )?(?=[A-Z])")
_CUT_SHORT = re.compile(r" (?:of|and|for|on) (?:the )?(?!the )[a-z]")
_APART = frozenset({"to", "in", "at"})
COMPLEMENT = re.compile(r" (?:of|for|to) (?:the )?(?:Government of (?:the )?)?")
_GOVERNMENT = " of the Government"


class Phrase(NamedTuple):
    """A capitalised phrase around a noun: `text[start:end]`, with so many words left and right of the noun."""

    start: int
    end: int
    left: int
    right: int


def around(text: str, noun: tuple[int, int], room: tuple[int, int], is_open: bool) -> Phrase:
    """The capitalised words to the left and right of a noun.

    Args:
        text: the folded text.
        noun: where the noun begins and ends.
        room: where the name before it ends and the name after it begins; no word beyond is taken.
        is_open: whether the noun may take a complement even where no word stands before it ("Institute of Peace").
    """
    (start, end), (floor, ceiling) = noun, room
    own, left = leftwards(text, start, floor)
    stop = end
    right = 0
    head = _HEAD.match(text, end) if is_open or left else None
    if head and head.end() <= ceiling:
        tail = _TAIL.match(text, end, max(end, ceiling))
        if (
            tail
            and tail.end() >= head.end()
            and (left or head[1] not in _APART)
            and not _CUT_SHORT.match(text, tail.end())
        ):
            stop = text.find(_GOVERNMENT, end, tail.end()) if _GOVERNMENT in tail[0] else tail.end()
            right = text.count(" ", end, stop)
    return Phrase(own, trimmed(text, stop), left, right)


def leftwards(text: str, start: int, floor: int) -> tuple[int, int]:
    """Where the capitalised words before a place begin, none before `floor`, and how many they are."""
    at, words = start, 0
    while at - 1 > floor and text[at - 1] == " " and words < LONGEST:
        begin = text.rfind(" ", floor, at - 1) + 1
        begin = max(begin, floor)
        word = text[begin : at - 1]
        if word in ("and", "&") and words:
            before = text[max(floor, text.rfind(" ", floor, max(begin - 1, 0)) + 1) : max(begin - 1, 0)]
            if not _is_name_word(before) or before.isupper():
                break
            at = begin
            continue
        if not _is_name_word(word):
            break
        at, words = begin, words + 1
    if text[at : at + 4] == "and ":
        at += 4
    return at, words


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and word[-1:].isalnum() and word not in STARTERS


def trimmed(text: str, end: int) -> int:
    """The end of a name without a possessive: "the Panel of Experts' report"."""
    return end - 2 if text.endswith("'s", 0, end) else end - 1 if text.endswith("'", 0, end) else end


def is_telling(text: str, phrase: Phrase) -> bool:
    """Whether the phrase has a word that makes it a name, not a kind of body ("Executive Committee").

    Two general words do, where they are joined: "Peace and Security Cluster" (S/2008/186).
    """
    name = text[phrase.start : phrase.end]
    words = re.findall(r"[A-Z][\w'-]*", name)
    return " and " in name or sum(word not in GENERIC for word in words) > 1
