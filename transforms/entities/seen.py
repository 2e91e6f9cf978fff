"""One pass over a passage -> what its literals announce, sorted by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from transforms.citations import Trigger
from transforms.entities.lexicon import BRACKET, DOUBT, INNER, POST, Lexicon, Role
from transforms.passages import Entity
from transforms.scan import Hit, fold_all

_NAME, _BRACKET, _TRIGGER = map(int, (Role.NAME, Role.BRACKET, Role.TRIGGER))
_FIELDS = {
    int(Role.ORGAN): "organs", int(Role.MONTH): "months", int(Role.YEAR): "years",
    int(Role.MONEY): "money", int(Role.PLURAL): "plurals", int(Role.POST): "posts",
    int(Role.GOAL): "goals",
    int(Role.TITLE): "titles", int(Role.EVENT): "events", int(Role.STYLE): "styles",
    int(Role.TITLED): "titled",
}  # fmt: skip
"""Role -> the field of `Seen` that takes its hits as they are."""
_trigger: Callable[[tuple[str, int, int]], Trigger] = partial(tuple.__new__, Trigger)
"""`Trigger._make` without its Python frame."""


@dataclass(slots=True)
class Seen:
    """The hits of one passage, by what they announce. `text` is folded: it serves matching, not printing."""

    text: str
    names: Sequence[Hit] = ()
    organs: Sequence[Hit] = ()
    months: Sequence[Hit] = ()
    years: Sequence[Hit] = ()
    money: Sequence[Hit] = ()
    plurals: Sequence[Hit] = ()
    posts: Sequence[Hit] = ()
    goals: Sequence[Hit] = ()
    titles: Sequence[Hit] = ()
    events: Sequence[Hit] = ()
    styles: Sequence[Hit] = ()
    titled: Sequence[Hit] = ()
    brackets: Sequence[int] = ()
    triggers: Sequence[Trigger] = ()
    local: Sequence[tuple[int, int, Entity]] = ()
    has_post: bool = False
    has_doubt: bool = False
    has_inner: bool = False


def see(printed: Sequence[str], lexicon: Lexicon) -> list[Seen]:
    """Everything the lexicon's scanner finds in the text of each passage."""
    scan = lexicon.scanner.hits
    return [
        _sorted(text, hits, lexicon) if (hits := scan(text)) else Seen(text) for text in fold_all(printed)
    ]


def _sorted(text: str, hits: list[Hit], lexicon: Lexicon) -> Seen:
    is_plain, roles, marks = lexicon.is_plain, lexicon.roles, lexicon.marks
    others = [hit for hit in hits if not is_plain[hit[0]]]
    if not others:  # as in every third passage
        return Seen(text, hits)
    seen = Seen(text, [hit for hit in hits if roles[hit[0]] == _NAME])
    found = _by_role(others, roles)
    for role, group in found.items():
        if role in _FIELDS:
            setattr(seen, _FIELDS[role], group)
    if _BRACKET in found:
        seen.brackets = [start for _, start, _ in found[_BRACKET]]
    if _TRIGGER in found:
        seen.triggers = [_trigger((marks[key][0][0], start, end)) for key, start, end in found[_TRIGGER]]
    for key, start, _ in found.get(_NAME, ()):
        _note(marks[key], start, seen)
    return seen


def _by_role(hits: Sequence[Hit], roles: Sequence[int]) -> dict[int, list[Hit]]:
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        role = roles[hit[0]]
        if role in found:
            found[role].append(hit)
        else:
            found[role] = [hit]
    return found


def _note(marks: tuple[tuple[str, int, int], ...], at: int, seen: Seen) -> None:
    for kind, start, end in marks:
        if kind == INNER:
            seen.has_inner = True
        elif kind == BRACKET:
            seen.brackets = [*seen.brackets, at + start]
        elif kind == POST:
            seen.has_post = True
        elif kind == DOUBT:
            seen.has_doubt = True
        else:
            seen.triggers = [*seen.triggers, _trigger((kind, at + start, at + end))]
