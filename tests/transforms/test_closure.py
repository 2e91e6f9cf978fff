"""Closure: what the held documents cite and are not, step by step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.closure import Held, cited
from transforms.symbols import parse


def held(symbol: str, *texts: str) -> Held:
    """A document that is held, by its symbol or its joint symbol, with what it cites."""
    return Held(tuple(map(str, parse(symbol))), texts)


def wanted(documents: list[Held], roots: set[str], depth: int) -> list[str]:
    return [str(symbol) for symbol in cited(documents, roots, depth=depth)]


CHAIN = [
    held("A/80/1", "A/80/2", "S/2025/1"),
    held("A/80/2", "A/80/3", "S/2024/2"),
    held("A/80/3", "S/2023/3"),
    held("A/80/9", "S/2022/9"),
]


@pytest.mark.parametrize(
    ("depth", "symbols"),
    [
        (0, []),
        (1, ["S/2025/1"]),
        (2, ["S/2025/1", "S/2024/2"]),
        (3, ["S/2025/1", "S/2024/2", "S/2023/3"]),
        (9, ["S/2025/1", "S/2024/2", "S/2023/3"]),
    ],
)
def test_each_step_goes_on_from_what_the_step_before_cites_and_is_held(
    depth: int, symbols: list[str]
) -> None:
    """One step reaches what the roots cite; each further step goes on from the held ones among that."""
    assert wanted(CHAIN, {"A/80/1"}, depth) == symbols


def test_steps_are_counted_from_every_root() -> None:
    """Several roots are walked from side by side."""
    assert wanted(CHAIN, {"A/80/2", "A/80/9"}, 1) == ["S/2024/2", "S/2022/9"]


def test_a_root_that_is_not_held_leads_nowhere() -> None:
    """What is not held cites nothing that we could know."""
    assert wanted(CHAIN, {"A/80/4", "nothing at all"}, 5) == []
    assert wanted(CHAIN, set(), 5) == []
    assert wanted([], {"A/80/1"}, 5) == []


def test_the_newest_come_first_and_those_without_a_year_last() -> None:
    """The order is by the year in the symbol, falling; without a year last, and alphabetical among equals."""
    cites = [
        "A/HRC/48/2", "S/2019/1", "A/80/7", "A/RES/3331 B (XXIX)", "S/RES/1631 (2005)", "A/520/Rev.17", "A/60/1",
    ]  # fmt: skip

    assert wanted([held("A/80/1", *cites)], {"A/80/1"}, 1) == [
        "A/80/7", "S/2019/1", "A/60/1", "S/RES/1631 (2005)", "A/RES/3331 B (XXIX)", "A/520/Rev.17", "A/HRC/48/2",
    ]  # fmt: skip


def test_documents_that_cite_each_other_or_themselves_end_the_walk() -> None:
    """Rings of citations are walked once, however deep the walk may go."""
    ring = [
        held("A/80/1", "A/80/2", "A/80/1"),
        held("A/80/2", "A/80/3"),
        held("A/80/3", "A/80/1", "S/2025/1"),
    ]

    assert wanted(ring, {"A/80/1"}, 3) == wanted(ring, {"A/80/1"}, 1_000) == ["S/2025/1"]


@pytest.mark.parametrize(
    "text",
    [
        "A/DEC/77/505 B",
        "A/DEC/77/505",
        "PSC/PR/2(XCVIII)",
        "",
        "ibid.",
        "A/RES/[session]",
        "A/80/205/Corr",
        "A/" + "9" * 500,
    ],
)
def test_decisions_foreign_series_and_what_is_no_symbol_are_not_asked_for(text: str) -> None:
    """Our own names for decisions, other organisations' papers and garbage are left out, and nothing else is."""
    assert wanted([held("A/80/1", text, "S/2025/1")], {"A/80/1"}, 1) == ["S/2025/1"]


def test_a_joint_symbol_is_wanted_by_each_half_that_is_not_held() -> None:
    """Of a joint symbol that is cited, only the halves that are not held are wanted."""
    documents = [held("A/80/1", "A/61/204-S/2006/590"), held("S/2006/590")]

    assert wanted(documents, {"A/80/1"}, 1) == ["A/61/204"]


@pytest.mark.parametrize("half", ["A/61/204", "S/2006/590", "A/61/204-S/2006/590"])
def test_a_joint_document_is_held_under_each_half_and_walked_on_from_either(half: str) -> None:
    """A joint document answers to either half and to both, and its own citations are followed."""
    documents = [held("A/80/1", half), held("A/61/204-S/2006/590", "S/2005/1")]

    assert wanted(documents, {"A/80/1"}, 1) == []
    assert wanted(documents, {"A/80/1"}, 2) == ["S/2005/1"]


@pytest.mark.parametrize(
    "spelling",
    [
        "S/RES/1631 (2005)",
        "S/RES/1631(2005)",
        "s/res/1631 (2005)",
        "S/RES/1631\u00a0(2005)",
        "S/RES/1631 (2005)*",
    ],
)
def test_what_is_held_under_another_spelling_is_not_wanted(spelling: str) -> None:
    """Case, spaces and the mark of a reissue make no other document."""
    documents = [held("A/80/1", spelling), held("S/RES/1631 (2005)", "S/2004/1")]

    assert wanted(documents, {"a/80/1"}, 2) == ["S/2004/1"]


def test_what_several_cite_in_several_spellings_is_wanted_once() -> None:
    """One document is wanted once, however many cite it and however they spell it."""
    documents = [
        held("A/80/1", "S/RES/1631(2005)", "A/80/2"),
        held("A/80/2", "S/RES/1631 (2005)", "s/res/1631(2005)"),
    ]

    assert wanted(documents, {"A/80/1", "A/80/2"}, 2) == ["S/RES/1631 (2005)"]


def test_a_corrigendum_is_another_document_than_the_one_it_corrects() -> None:
    """Holding a document is not holding its corrigendum."""
    assert wanted([held("A/80/1", "A/80/1/Corr.1")], {"A/80/1"}, 1) == ["A/80/1/Corr.1"]


@pytest.mark.parametrize("order", [1, -1])
def test_every_language_of_a_document_cites_for_itself(order: int) -> None:
    """Documents under one symbol add their citations up, in whatever order they come."""
    documents = [held("A/80/1", "S/2025/1"), held("A/80/1"), held("A/80/1-S/2025/7", "S/2024/1")]

    assert wanted(documents[::order], {"A/80/1"}, 1) == ["S/2025/1", "S/2024/1"]


NUMBERS = st.integers(1, 8)
SHELF = st.lists(st.tuples(NUMBERS, st.lists(NUMBERS, max_size=4)), max_size=8)
"""Documents with what they cite; a document may be there in several languages."""


@given(SHELF, st.sets(NUMBERS, max_size=3), st.integers(0, 6))
def test_what_is_wanted_is_what_can_be_reached_in_as_many_steps_and_is_not_held(
    shelf: list[tuple[int, list[int]]], roots: set[int], depth: int
) -> None:
    """Distances are counted by widening a circle, the plain way."""
    reached, circle = set[int](), set(roots)
    for _ in range(depth):
        circle = {n for root, cites in shelf if root in circle for n in cites}
        reached |= circle
    documents = [held(f"A/80/{n}", *(f"A/80/{m}" for m in cites)) for n, cites in shelf]

    found = wanted(documents, {f"A/80/{n}" for n in roots}, depth)

    assert found == sorted(f"A/80/{n}" for n in reached - {n for n, _ in shelf})


@given(SHELF, st.sets(NUMBERS, max_size=3), st.integers(0, 5))
def test_a_further_step_forgets_nothing_and_the_order_of_the_documents_changes_nothing(
    shelf: list[tuple[int, list[int]]], roots: set[int], depth: int
) -> None:
    """A deeper walk finds at least as much, and the order of what is held is of no matter."""
    documents = [held(f"A/80/{n}", *(f"A/80/{m}" for m in cites)) for n, cites in shelf]
    start = {f"A/80/{n}" for n in roots}

    assert set(wanted(documents, start, depth)) <= set(wanted(documents, start, depth + 1))
    assert wanted(documents, start, depth) == wanted(documents[::-1], start, depth)
