"""One pass over a passage -> what its literals announce, sorted by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from transforms.citations import Trigger
from transforms.entities.lexicon import BRACKET, DOUBT, INNER, POST, Lexicon, Role
from transforms.passages import Entity
from transforms.scan import Hit, fold_all

_NAME, _ORGAN, _MONTH, _YEAR, _MONEY = map(int, (Role.NAME, Role.ORGAN, Role.MONTH, Role.YEAR, Role.MONEY))
_PLURAL, _POST, _BRACKET, _TRIGGER = map(int, (Role.PLURAL, Role.POST, Role.BRACKET, Role.TRIGGER))
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


def _sorted(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Seen:
    roles = lexicon.roles
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        role = roles[hit[0]]
        if role in found:
            found[role].append(hit)
        else:
            found[role] = [hit]
    of = found.get
    names, bare = of(_NAME, ()), of(_TRIGGER, ())
    seen = Seen(
        text,
        names,
        of(_ORGAN, ()),
        of(_MONTH, ()),
        of(_YEAR, ()),
        of(_MONEY, ()),
        of(_PLURAL, ()),
        of(_POST, ()),
    )
    if _BRACKET in found:
        seen.brackets = [start for _, start, _ in found[_BRACKET]]
    marks = lexicon.marks
    if bare:
        seen.triggers = [_trigger((marks[key][0][0], start, end)) for key, start, end in bare]
    for key, start, _ in names:
        if marks[key]:
            _note(marks[key], start, seen)
    return seen


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
