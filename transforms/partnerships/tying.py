"""A sentence and the lists of parties in it -> the ties between them, each by its form.

>>> [(tie.form, tie.cue) for tie in ties(sentence)]  # "ESCAP worked closely with ASEAN."
[('with', 'worked')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.parties import Group, Lead, lead
from transforms.partnerships import grammar
from transforms.passages import Mention

_HYPHENS = ("-", "\u2013", "\u2011", "\u2010", " - ", " \u2013 ")
_OBLIQUE = re.compile(
    r"\b(?:of|for|in|to|at|from|by|with|through|on|under|into|within|against) (?:the |its |an? )?$"
)
_SOURCES = (" from ", " from the ", " by ", " by the ")
_REACH = 200
_REACH_OF_NOUN = 70
_OPENING = 8
"""Words before the cue of a phrase that opens a sentence: "In February 2008, in cooperation with"."""


class Tie(NamedTuple):
    """Two sides and the word that ties them, near `at`."""

    form: str
    cue: str
    at: int
    left: tuple[str, ...]
    right: tuple[str, ...]


class Sentence(NamedTuple):
    """`text[start:end]`, and the lists of parties in it."""

    text: str
    start: int
    end: int
    lists: Sequence[Group]


def compounds(text: str, named: Sequence[Mention]) -> list[Tie]:
    """A name joined to a name ("United Nations-African Union"), inside the name of an agreement too, but not inside the name of a body."""
    bodies = [m for m in named if m.type == "ORG"]
    found: list[Tie] = []
    chain: list[Mention] = []
    for one, other in pairwise(bodies):
        is_joined = 0 < other.start - one.end <= 3 and text[one.end : other.start] in _HYPHENS
        if not is_joined or any(
            m.layer == "main" and m.start <= one.start and other.end <= m.end for m in bodies
        ):
            continue
        chain = [*chain, other] if chain and chain[-1] is one else [one, other]
        cue = grammar.first(text[other.end : other.end + _REACH_OF_NOUN].split(".", maxsplit=1)[0])
        found.append(
            Tie(
                "compound",
                cue or text[one.start : other.end],
                one.start,
                tuple(m.ids[0] for m in chain[:-1]),
                (other.ids[0],),
            )
        )
    return found


def ties(sentence: Sentence) -> Iterator[Tie]:
    """What ties one list to another, or the two sides of one, in order of the lists."""
    for place, group in enumerate(sentence.lists):
        ruled = lead(sentence.text, sentence.start, group.start)
        if group.is_mixed:
            yield from _of_one_list(sentence, group, ruled)
        if ruled.preposition == "with":
            yield from _of_with(sentence, place, ruled.before)
        elif ruled.preposition in ("by", "from", "of", "in"):
            cue = next((w for w in reversed(ruled.before.split()[-2:]) if w in grammar.HELPED), None)
            if cue:
                yield from _towards("support", cue, sentence, place)
        if place:
            yield from _of_verbs(sentence, place, ruled)


def _of_one_list(sentence: Sentence, group: Group, ruled: Lead) -> Iterator[Tie]:
    """Both sides stand in one list: "between A and B", "organized by A and B", "A and B launched"."""
    sides = (group.of(is_un=True), group.of(is_un=False))
    if ruled.preposition in grammar.BETWEEN:
        cue = grammar.nearest(ruled.before[-_REACH_OF_NOUN:]) or ruled.printed
        yield Tie("between", cue, group.start, *sides)
    elif ruled.preposition in ("by", "of", "from") and (found := grammar.DONE_BY.search(ruled.before)):
        yield Tie("jointly", found["cue"].split()[0], group.start, *sides)
    elif found := grammar.TOGETHER.match(sentence.text[group.end : min(sentence.end, group.end + _REACH)]):
        yield Tie("jointly", found["cue"], group.end + found.start("cue"), *sides)


def _of_with(sentence: Sentence, place: int, before: str) -> Iterator[Tie]:
    """With: "A cooperated with B", "in cooperation with B, A launched", "A, with B support"."""
    if found := grammar.WITH_HELP.match(sentence.text, sentence.lists[place].end):
        yield from _towards("support", found["cue"], sentence, place)
    elif cue := grammar.nearest(before):
        yield from _towards("with", cue, sentence, place)


def _towards(form: str, cue: str, sentence: Sentence, place: int) -> Iterator[Tie]:
    """The ties of the list at `place` with the other side, which stands before the cue or opens the main clause."""
    group = sentence.lists[place]
    before = sentence.text.rfind(cue, sentence.start, group.start)
    at = group.start if before < 0 or form == "support" else before
    for is_un in (True, False):
        ids = group.of(is_un=is_un)
        if ids and (other := _other_side(sentence, place, at, is_un=not is_un)):
            yield Tie(form, cue, at, other, ids)


def _of_verbs(sentence: Sentence, place: int, ruled: Lead) -> Iterator[Tie]:
    """A list and what is said of it by one of the two before: "A supported B", "A briefed B"."""
    text, other = sentence.text, sentence.lists[place]
    for one in sentence.lists[max(0, place - 2) : place]:
        if other.start - one.end > _REACH or text[one.start - 9 : one.start].endswith(_SOURCES):
            continue
        between = text[one.end : other.start]
        for form, rule in (("support", grammar.HELPS), ("contact", grammar.TOUCHES)):
            found = rule.match(between)
            if found and grammar.reaches(between[found.end() :], ruled.preposition):
                for is_un in (True, False):
                    at = one.end + found.start("cue")
                    yield Tie(form, found["cue"], at, one.of(is_un=is_un), other.of(is_un=not is_un))


def _other_side(sentence: Sentence, place: int, at: int, *, is_un: bool) -> tuple[str, ...]:
    """Who works with the list at `place`: the nearest subject before the cue, else the list that follows an opening phrase."""
    text, lists = sentence.text, sentence.lists
    oblique: tuple[str, ...] = ()
    for group in reversed(lists[:place]):
        if group.end > at and not group.start < at < group.end:
            continue
        is_oblique = _OBLIQUE.search(text[max(sentence.start, group.start - 20) : group.start]) is not None
        ids = group.of(is_un=is_un)
        if not is_oblique:
            return ids or oblique
        oblique = oblique or ids
    if oblique or place > 0 or len(lists) < 2:
        return oblique
    is_opening = len(text[sentence.start : at].split()) <= _OPENING
    return lists[1].of(is_un=is_un) if is_opening and text[lists[0].end] == "," else ()
