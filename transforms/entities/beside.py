"""What stands beside a name among the others of its passage, without looking at all of them.

A text of nothing but names would else take the square of its length.

    >>> near(mentions, start=40)
    ([Mention(passage=0, start=12, ...)], [Mention(passage=0, start=57, ...)])
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from transforms.passages import Mention

NEAR = 200
"""Names before and after a place that are looked at: more than a paragraph has."""
START = itemgetter(1)


def near(items: Sequence[Mention], start: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The names that begin at a place or before it, and those after it, of names in the order of their starts."""
    at = bisect_right(items, start, key=START)
    return items[max(0, at - NEAR) : at], items[at : at + NEAR]


def is_cut(item: Mention, ruled: Sequence[Mention]) -> bool:
    """Whether one of those, in the order of their starts, covers a part of the name and not all of it."""
    first, last = _reach(ruled, item)
    return any(
        item.start < each.end
        and each.start < item.end
        and not (each.start <= item.start and item.end <= each.end)
        for each in ruled[first:last]
    )


def add(items: list[Mention], item: Mention) -> None:
    """The names gain one more, unless one has it within; what it covers is nested in it, and what it cuts goes."""
    first, last = _reach(items, item)
    over = [each for each in items[first:last] if each[2] > item[1]]
    if not over:
        items.insert(bisect_right(items, item[1], key=START), item)
        return
    if any(each.layer == "main" and each.start <= item.start and item.end <= each.end for each in over):
        return
    rest = []
    for each in items[first:last]:
        if each.end <= item.start:
            rest.append(each)
        elif item.start <= each.start and each.end <= item.end:
            rest.append(each.within())
    items[first:last] = sorted([*rest, item], key=START)


def _reach(items: Sequence[Mention], item: Mention) -> tuple[int, int]:
    """From where to where names in the order of their starts may overlap with one."""
    first = max(0, bisect_right(items, item.start, key=START) - NEAR)
    return first, bisect_left(items, item.end, key=START)
