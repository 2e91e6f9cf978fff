"""Which line of one witness is which of the other: by the same text, then by likeness, then by the same number.

Text comes before number: where a witness has lost one number, all that follow are still found.

>>> pair([Line("para_1", "1", "Gauges."), Line("para_2", "2", "Lent.")], [Line("para_1", "1", "Lent.")])
{1: 0}
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from transforms.collation.values import Line

ALIKE = 0.5
"""The share of words that two lines must have in common to be one, where nothing else tells."""

_FEW = 8
"""A word that more lines hold than these says nothing of which is meant."""

_CLOSEST = 5
"""So many lines with the most of such words in common are looked at closely."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")

Pairs = dict[int, int]
"""Places in the first witness, and the places in the second that hold the same line."""


def pair(here: Sequence[Line], there: Sequence[Line]) -> Pairs:
    """The lines that both witnesses have; each line stands in one pair at most."""
    pairs: Pairs = {}
    for found in (_same_text, _alike, _same_number):
        taken = set(pairs.values())
        left = {i: here[i] for i in range(len(here)) if i not in pairs}
        right = {j: there[j] for j in range(len(there)) if j not in taken}
        pairs |= found(left, right)
    return dict(sorted(pairs.items()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share (0 to 1) of the words of two texts that stand in both."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def words(text: str) -> Counter[str]:
    """The words of a text, each with how often it stands there; in Chinese its characters."""
    return Counter(_WORD.findall(text.casefold()))


def _same_text(here: Mapping[int, Line], there: Mapping[int, Line]) -> Pairs:
    """Lines that read the same; of several with one text those in the same place first, then in order."""
    pairs: Pairs = {}
    held = _grouped(there)
    for text, places in _grouped(here).items():
        others = held.get(text, [])
        by_place = {there[j].eid: j for j in others}
        same = {i: by_place[here[i].eid] for i in places if here[i].eid in by_place}
        rest = [i for i in places if i not in same], [j for j in others if j not in set(same.values())]
        pairs |= same | dict(zip(*rest, strict=False))
    return pairs


def _alike(here: Mapping[int, Line], there: Mapping[int, Line]) -> Pairs:
    """Lines that have most of their words in common, the likest first; of equals those with one place, then the nearest."""
    mine, yours = ({place: words(line.text) for place, line in lines.items()} for lines in (here, there))
    scored = sorted(
        (-likeness(mine[i], yours[j]), here[i].eid != there[j].eid, abs(i - j), i, j)
        for i, j in _candidates(mine, yours)
    )
    pairs: Pairs = {}
    taken: set[int] = set()
    for score, _, _, i, j in scored:
        if -score >= ALIKE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _same_number(here: Mapping[int, Line], there: Mapping[int, Line]) -> Pairs:
    """Lines with one printed number or mark, whatever they say."""
    places = {line.eid: j for j, line in there.items() if line.is_counted or line.is_note}
    return {i: places[line.eid] for i, line in here.items() if line.eid in places}


def _candidates(
    here: Mapping[int, Counter[str]], there: Mapping[int, Counter[str]]
) -> Iterator[tuple[int, int]]:
    """Lines that have a word in common which few lines have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, held in there.items():
        for word in held:
            holders[word].append(j)
    telling = {word: places for word, places in holders.items() if len(places) <= _FEW}
    for i, held in here.items():
        shared = Counter(j for word in held for j in telling.get(word, ()))
        closest = sorted(shared, key=lambda j: (-shared[j], abs(i - j), j))[:_CLOSEST]
        yield from ((i, j) for j in closest)


def _grouped(lines: Mapping[int, Line]) -> dict[str, list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in lines.items():
        groups[line.bare].append(place)
    return groups
