"""One pass over a passage -> what its literals announce, sorted by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.citations import TRIGGERS, Trigger
from transforms.entities.lexicon import BRACKET, DOUBT, INNER, POST, Lexicon
from transforms.passages import Entity
from transforms.scan import Hit, fold


@dataclass(slots=True)
class Seen:
    """The hits of one passage, by what they announce. `text` is folded: it serves matching, not printing."""

    text: str
    names: list[Hit]
    organs: list[Hit]
    months: list[Hit]
    years: list[Hit]
    money: list[Hit]
    plurals: list[Hit]
    posts: list[Hit]
    brackets: list[Hit]
    triggers: list[Trigger]
    local: Sequence[tuple[int, int, Entity]] = ()
    has_post: bool = False
    has_doubt: bool = False
    has_inner: bool = False


def see(printed: str, lexicon: Lexicon) -> Seen:
    """Everything the lexicon's scanner finds in a passage's text."""
    text = fold(printed)
    sinks: tuple[list[Hit], ...] = ([], [], [], [], [], [], [], [], [], [])  # as `Role`
    roles, marks = lexicon.roles, lexicon.marks
    for hit in lexicon.scanner.hits(text):
        sinks[roles[hit[0]]].append(hit)
    names, _, organs, months, years, money, plurals, posts, brackets, bare = sinks
    literals = lexicon.literals
    triggers = [Trigger(TRIGGERS[literals[key]], start, end) for key, start, end in bare] if bare else []
    seen = Seen(text, names, organs, months, years, money, plurals, posts, brackets, triggers)
    for key, start, _ in names:
        if marks[key]:
            _note(marks[key], start, seen)
    return seen


def _note(marks: tuple[tuple[str, int, int], ...], at: int, seen: Seen) -> None:
    for kind, start, end in marks:
        if kind == INNER:
            seen.has_inner = True
        elif kind == BRACKET:
            seen.brackets.append((0, at + start, at + end))
        elif kind == POST:
            seen.has_post = True
        elif kind == DOUBT:
            seen.has_doubt = True
        else:
            seen.triggers.append(Trigger(kind, at + start, at + end))
