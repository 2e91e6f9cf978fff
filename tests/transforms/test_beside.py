"""A name's neighbours are found without looking at all names, and are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transforms.entities.beside import NEAR, START, add, is_cut, near
from transforms.passages import Mention


def mention(start: int, end: int, layer: str = "main") -> Mention:
    return Mention(0, start, end, "ORG", ("org:x",), None, layer, "list", 1.0)


spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(
    lambda each: mention(each[0], each[0] + each[1])
)
names = st.lists(spans, max_size=20).map(lambda found: sorted(found, key=START))


@given(spans, names)
def test_cuts_are_those_of_all_names(item: Mention, ruled: list[Mention]) -> None:
    """A name is cut where any other, near or far, covers a part of it."""
    overlaps = [o for o in ruled if o.start < item.end and item.start < o.end]

    assert is_cut(item, ruled) == any(not (o.start <= item.start and item.end <= o.end) for o in overlaps)


@given(spans, names)
def test_an_added_name_stands_apart(item: Mention, others: list[Mention]) -> None:
    """After it is added, main names that it touches are nested or gone, all keep their order, and others stay."""
    items = list(others)

    add(items, item)

    assert items == sorted(items, key=START)
    assert [o for o in items if o.end <= item.start or item.end <= o.start] == [
        o for o in others if o.end <= item.start or item.end <= o.start
    ]
    if any(o.start <= item.start and item.end <= o.end for o in others):
        assert items == others
    else:
        inside = [o for o in items if o.start < item.end and item.start < o.end and o != item]
        assert item in items
        assert all(item.start <= o.start and o.end <= item.end and o.layer == "nested" for o in inside)


def test_only_near_names_are_looked_at() -> None:
    """Of a text of nothing but names a few hundred are looked at, from the nearest on."""
    items = [mention(n * 10, n * 10 + 5) for n in range(10_000)]

    earlier, later = near(items, 50_002)

    assert (len(earlier), earlier[-1].start) == (NEAR, 50_000)
    assert (len(later), later[0].start) == (NEAR, 50_010)
