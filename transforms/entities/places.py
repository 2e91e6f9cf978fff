"""A town before its state -> the place that no list has: "in Mont-Pèlerin, Switzerland"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.dates import MONTHS
from transforms.entities.beside import near
from transforms.entities.local import slug
from transforms.entities.unlisted import leftwards
from transforms.entities.words import BODIES_TOO, GENERIC, ORGANS, TITLES
from transforms.passages import Entity, Mention

_WHERE = ("in ", "at ", "near ", "from ", "(", "of ", "to ")
_NO_TOWNS = ORGANS | GENERIC | set(TITLES) | set(BODIES_TOO) | set(MONTHS) | {"Government", "Republic"}
_MOST_WORDS = 3


def states_behind(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The states of a passage before which a comma stands."""
    return [name for name in names if name[3] == "COUNTRY" and text[name[1] - 2 : name[1]] == ", "]


def places(
    index: int, text: str, states: Sequence[Mention], names: Sequence[Mention], made: dict[str, Entity]
) -> Iterator[Mention]:
    """The towns that stand before such states; `made` gains them.

    The state is part of the id, `place:?che.mont-pelerin`: another one may have a town of that name.
    """
    for state in states:
        end = state.start - 2
        if end < 1:
            continue
        last = max(text.rfind(" ", 0, end), text.rfind("(", 0, end)) + 1
        begin, more = leftwards(text, last, 0)
        town = text[begin:end]
        if (
            more < _MOST_WORDS
            and town[:1].isupper()
            and town[-1:].isalpha()
            and text.endswith(_WHERE, 0, begin)
            and _NO_TOWNS.isdisjoint(town.split())
            and not any(n.layer != "nested" and n.start < end <= n.end for n in near(names, end)[0])
        ):
            identifier = f"place:?{state.ids[0].partition(':')[2].lower()}.{slug(town)}"
            made.setdefault(identifier, Entity(identifier, "PLACE", town, parent_id=state.ids[0]))
            yield Mention(index, begin, end, "PLACE", (identifier,), None, "main", "town", 0.8)
