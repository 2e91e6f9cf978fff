"""One pass over a text finds all literals, longest first, between word boundaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.scan import Scanner, fold

LITERALS = [
    "Guinea",
    "Guinea-Bissau",
    "African Union",
    "African Union Commission",
    "Commission on Tea",
    "Mali",
    "Union",
    "$",
    "/",
]


def found(text: str) -> list[str]:
    return [text[start:end] for _, start, end in Scanner(LITERALS, anywhere={"/"}).hits(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guinea-Bissau and Guinea", ["Guinea-Bissau", "Guinea"]),
        ("African Union-led", ["African Union"]),
        ("Malian, Mali's Mali", ["Mali", "Mali"]),
        ("African Union Commissioner", ["African Union"]),
        ("African Union Commission on Tea", ["African Union Commission"]),
        ("African Union Commissions", ["African Union"]),
        ("African Unions", []),
        ("$5 and US$6 a/b", ["$", "$", "/"]),
        ("", []),
    ],
)
def test_longest_name_between_boundaries_wins(text: str, names: list[str]) -> None:
    """A name inside a longer word is none, and what a broken longer name hid is found."""
    assert found(text) == names


def test_names_that_begin_in_a_broken_one_are_found() -> None:
    """A literal that starts inside one that broke a boundary, and ends after it, is not lost."""
    scanner = Scanner(["Union of A", "of All Things"])

    assert scanner.hits("Union of All Things") == [(1, 6, 19)]


@given(st.text(alphabet="Mali Guneą-Bs’–Union Afrc$/", max_size=60))
def test_hits_never_overlap_and_hold_their_literal(text: str) -> None:
    """Hits stand in order, apart, each equal to its literal, each between boundaries."""
    folded = fold(text)
    reach = 0
    for key, start, end in Scanner(LITERALS).hits(folded):
        assert start >= reach
        assert folded[start:end] == LITERALS[key]
        assert not (LITERALS[key][-1].isalnum() and folded[end : end + 1].isalnum())
        assert not (start and LITERALS[key][0].isalnum() and folded[start - 1].isalnum())
        reach = end


@given(st.lists(st.sampled_from(["Mali", "Guinea", "African Union", "x", "Malians"])))
def test_a_name_alone_between_blanks_is_always_found(words: list[str]) -> None:
    """No neighbour hides a name that stands as words of its own."""
    text = " , ".join(words)

    assert found(text) == [word for word in words if word in LITERALS]


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    """Typographic marks become plain ones, code point for code point."""
    assert len(fold(text)) == len(text)
    assert "’" not in fold(text)
