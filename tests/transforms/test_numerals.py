"""Roman numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.numerals import from_roman, roman


@given(st.integers(1, 399))
def test_a_numeral_stands_for_the_number_it_was_made_of(number: int) -> None:
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize(("number", "numeral"), [(4, "IV"), (31, "XXXI"), (49, "XLIX"), (99, "XCIX")])
def test_fours_and_nines_are_written_by_taking_away(number: int, numeral: str) -> None:
    """No letter stands four times."""
    assert roman(number) == numeral


def test_what_is_no_numeral_is_no_number() -> None:
    with pytest.raises(KeyError):
        from_roman("XB")
