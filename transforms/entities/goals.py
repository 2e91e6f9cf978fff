"""Heads such as "Goals" and "target" with a number behind them -> mentions of Goals and targets.

"Sustainable Development Goals 5 and 16", "SDG 14", "Goals 13 to 15", "targets 14.4, 14.5 and 14.c". The head belongs to
the first number, as in the guideline's elliptical lists; a range is one mention. A bare "Goal" or "target" counts only
in a document that names the Goals or the 2030 Agenda.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from transforms.entities.words import STARTERS
from transforms.gazetteer.goals import ALL
from transforms.passages import Mention
from transforms.scan import Hit

_NAMED = ("Sustainable Development Goal", "Sustainable Development Goals", "SDG", "SDGs")
_GOALS = (*_NAMED, "Goal", "Goals")
_TARGETS = ("target", "targets", "Target", "Targets")
TRIGGERS = tuple(f"{head} {digit}" for head in (*_GOALS, *_TARGETS) for digit in range(1, 10))
"""The literals at which a Goal or target may stand: a head and the first digit; more digits may follow."""
AGENDA = frozenset({ALL, "agr:2030-agenda"})
"""What a document names that speaks of Goals."""

_END = r"(?![\w%$€£]|[.,]\d|-[A-Za-z]| (?:per cent|percent|degrees?|°|million|billion|thousand|countries|States|Member)\b)"
_NUMBER = rf"\d{{1,2}}(?:\.(?:\d{{1,2}}|[a-d]))?{_END}"
_ONE = re.compile(rf"({_NUMBER})(?:(?: to | ?- ?)({_NUMBER}))?")
_MORE = re.compile(r",? (?:and|or) |, ")
_CONFIDENCE = 0.96


@dataclass(frozen=True, slots=True)
class Goals:
    """Reads the Goals and targets of one document's passages.

    Attributes:
        known: what there is, by id.
        is_agenda: whether the document names the Goals or the 2030 Agenda, so that a bare "Goal 5" is one of them.
    """

    known: Mapping[str, object]
    is_agenda: bool

    def among(self, index: int, text: str, hits: Sequence[Hit], names: Sequence[Mention]) -> list[Mention]:
        """The names of passage `index` with the Goals and targets in it, in order; none overlaps another name."""
        found = [
            mention
            for _, start, end in hits
            for mention in self._read(index, text, start, end - 2)
            if not any(name.start < mention.end and mention.start < name.end for name in names)
        ]
        return sorted([*names, *found], key=itemgetter(1))

    def _read(self, index: int, text: str, start: int, stop: int) -> Iterator[Mention]:
        """What the head from `start` to `stop` announces: Goals with numbers, or the Goals as a whole."""
        head = text[start:stop]
        is_named = head in _NAMED
        if not is_named and (not self.is_agenda or _is_part_of_a_name(text, start)):
            return
        at, begin = stop + 1, start
        while one := _ONE.match(text, at):
            ids = _ids(one[1], one[2], head in _TARGETS)
            if not ids or not ids.keys() <= self.known.keys():
                break
            yield Mention(index, begin, one.end(), "SDG", tuple(ids), None, "main", "goal", _CONFIDENCE)
            more = _MORE.match(text, one.end()) if head.endswith("s") else None
            if more is None:
                return
            at = begin = more.end()
        if begin == start and is_named:
            yield Mention(index, start, stop, "SDG", (ALL,), None, "main", "goal", _CONFIDENCE)


def names_the_goals(literal: str) -> bool:
    """Whether one of `TRIGGERS` names the Sustainable Development Goals in so many words."""
    return literal[:-2] in _NAMED


def _ids(first: str, last: str | None, is_target: bool) -> dict[str, None]:
    """The ids of a number or of a range, in order; none where a target lacks its point or a range spans two Goals."""
    if is_target and "." not in first:
        return {}
    if last is None:
        return {f"sdg:{first}": None}
    goal, _, number = first.rpartition(".")
    other_goal, _, other = last.rpartition(".")
    if goal != other_goal or not (number.isdigit() and other.isdigit() and int(number) < int(other)):
        return {}
    return {f"sdg:{goal}{goal and '.'}{each}": None for each in range(int(number), int(other) + 1)}


def _is_part_of_a_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands before, as in "Strategic Goal 2", that does not just begin a sentence."""
    before = text[max(0, start - 30) : start].split(" ")[-2:-1]
    return bool(before) and before[0][:1].isupper() and before[0].isalnum() and before[0] not in STARTERS
