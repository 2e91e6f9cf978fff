"""One pass over a passage -> what its literals announce, sorted by role."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.citations import Trigger
from transforms.dates import MONTHS
from transforms.entities.lexicon import Lexicon, Role
from transforms.passages import Entity
from transforms.scan import Hit, fold

_NAME, _SPECIAL, _ORGAN, _POST = Role.NAME, Role.SPECIAL, Role.ORGAN, Role.POST
_MONTH, _YEAR, _MONEY, _BRACKET, _PLURAL = Role.MONTH, Role.YEAR, Role.MONEY, Role.BRACKET, Role.PLURAL


@dataclass(slots=True)
class Seen:
    """The hits of one passage, by what they announce. `text` is folded: it serves matching, not printing."""

    text: str
    names: list[Hit] = field(default_factory=list)
    organs: list[Hit] = field(default_factory=list)
    posts: list[Hit] = field(default_factory=list)
    plurals: list[Hit] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    months: list[tuple[int, int, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    money: list[tuple[int, int]] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    local: list[tuple[int, int, Entity]] = field(default_factory=list)


def see(printed: str, lexicon: Lexicon) -> Seen:
    """Everything the lexicon's scanner finds in a passage's text."""
    text = fold(printed)
    seen = Seen(text)
    roles, triggers, brackets, literals = lexicon.roles, lexicon.triggers, lexicon.brackets, lexicon.literals
    names = seen.names
    for hit in lexicon.scanner.hits(text):
        key, start, end = hit
        role = roles[key]
        if role is _NAME or role is _SPECIAL:
            names.append(hit)
            if brackets[key]:
                seen.brackets += [start + at for at in brackets[key]]
        elif role is _BRACKET:
            seen.brackets.append(start)
        elif role is _ORGAN:
            seen.organs.append(hit)
        elif role is _YEAR:
            seen.years.append((start, end))
        elif role is _MONTH:
            seen.months.append((start, end, MONTHS[literals[key]]))
        elif role is _MONEY:
            seen.money.append((start, end))
        elif role is _POST:
            seen.posts.append(hit)
        elif role is _PLURAL:
            seen.plurals.append(hit)
        for kind, at, stop in triggers[key]:
            seen.triggers.append(Trigger(kind, start + at, start + stop))
    return seen
