"""One pass over a passage -> what its literals announce, sorted by role."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.citations import Trigger
from transforms.entities.lexicon import BRACKET, DOUBT, INNER, POST, Lexicon
from transforms.passages import Entity
from transforms.scan import Hit, fold


@dataclass(slots=True)
class Seen:
    """The hits of one passage, by what they announce. `text` is folded: it serves matching, not printing."""

    text: str
    names: list[Hit] = field(default_factory=list)
    organs: list[Hit] = field(default_factory=list)
    posts: list[Hit] = field(default_factory=list)
    plurals: list[Hit] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    months: list[Hit] = field(default_factory=list)
    years: list[Hit] = field(default_factory=list)
    money: list[Hit] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    has_post: bool = False
    has_doubt: bool = False
    has_inner: bool = False
    local: list[tuple[int, int, Entity]] = field(default_factory=list)


def see(printed: str, lexicon: Lexicon) -> Seen:
    """Everything the lexicon's scanner finds in a passage's text."""
    text = fold(printed)
    seen = Seen(text)
    hits = lexicon.scanner.hits(text)
    if not hits:
        return seen
    bare: list[Hit] = []
    sinks = (
        seen.names,
        bare,
        seen.organs,
        seen.months,
        seen.years,
        seen.money,
        seen.plurals,
        seen.posts,
    )  # as `Role`
    roles, marks = lexicon.roles, lexicon.marks
    for hit in hits:
        key = hit[0]
        sinks[roles[key]].append(hit)
        if marks[key]:
            _note(marks[key], hit[1], seen)
    return seen


def _note(marks: tuple[tuple[str, int, int], ...], at: int, seen: Seen) -> None:
    for kind, start, end in marks:
        if kind == BRACKET:
            seen.brackets.append(at + start)
        elif kind == POST:
            seen.has_post = True
        elif kind == DOUBT:
            seen.has_doubt = True
        elif kind == INNER:
            seen.has_inner = True
        else:
            seen.triggers.append(Trigger(kind, at + start, at + end))
