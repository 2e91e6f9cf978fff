"""Amounts as printed become a currency and a number."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms import money
from transforms.scan import Scanner, fold

SCANNER = Scanner(money.TRIGGERS, anywhere=money.SIGNS)


def read(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    return [(text[start:end], value) for start, end, value in money.read(folded, SCANNER.hits(folded))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over $1.3 billion in pledges and over $1 billion",
            [("$1.3 billion", "USD 1300000000"), ("$1 billion", "USD 1000000000")],
        ),
        ("$0.34 million", [("$0.34 million", "USD 340000")]),
        ("US$ 340,000", [("US$ 340,000", "USD 340000")]),
        ("$2,500.50.", [("$2,500.50", "USD 2500.5")]),
        ("€1.2 million", [("€1.2 million", "EUR 1200000")]),
        ("250 million euros", [("250 million euros", "EUR 250000000")]),
        ("5 million United States dollars", [("5 million United States dollars", "USD 5000000")]),
        ("EUR 15 million", [("EUR 15 million", "EUR 15000000")]),
        ("15 million USD", [("15 million USD", "USD 15000000")]),
        ("£3 million", [("£3 million", "GBP 3000000")]),
        ("Can$ 5", [("Can$ 5", "CAD 5")]),
        ("$30–40 million", [("$30–40 million", "USD 30000000/40000000")]),
        ("dollars, $ and the euro", []),
        ("from 2021 to 2.5 trillion dollars", [("2.5 trillion dollars", "USD 2500000000000")]),
        ("40 dollars, 3 yen", [("40 dollars", "USD 40"), ("3 yen", "JPY 3")]),
        (
            "from $500,000 to $2.4 million",
            [("$500,000", "USD 500000"), ("$2.4 million", "USD 2400000")],
        ),
        (
            "from $1.9 million to $2.4 million",
            [("$1.9 million", "USD 1900000"), ("$2.4 million", "USD 2400000")],
        ),
        ("$10 to $20 million", [("$10", "USD 10000000"), ("$20 million", "USD 20000000")]),
        ("$500 to $2 million", [("$500", "USD 500"), ("$2 million", "USD 2000000")]),
        ("US$10-US$20", [("US$10", "USD 10"), ("US$20", "USD 20")]),
        ("$500,000 to 2.4 million", [("$500,000 to 2.4 million", "USD 500000/2400000")]),
        ("$1 to 2 million", [("$1 to 2 million", "USD 1000000/2000000")]),
        (
            "between 2 and 3 million dollars",
            [("2 and 3 million dollars", "USD 2000000/3000000")],
        ),
        ("by 4 per cent and 3 million dollars", [("3 million dollars", "USD 3000000")]),
        ("a $5-million fund", [("$5-million", "USD 5000000")]),
    ],
)
def test_amount_as_printed_has_its_value(text: str, expected: list[tuple[str, str]]) -> None:
    """Signs, codes and words of currencies, scales and ranges are read."""
    assert read(text) == expected


@given(st.integers(min_value=1, max_value=10**12))
def test_grouped_dollars_are_read_back(amount: int) -> None:
    """Thousands parted by commas give the number they write."""
    assert read(f"some ${amount:,} were") == [(f"${amount:,}", f"USD {amount}")]


@given(st.decimals(min_value=Decimal("0.1"), max_value=Decimal(999), places=1))
def test_millions_are_multiplied_exactly(amount: Decimal) -> None:
    """No binary fraction creeps into an amount."""
    value = (amount * 10**6).to_integral_value()

    assert read(f"${amount} million") == [(f"${amount} million", f"USD {value}")]


@given(
    st.lists(
        st.sampled_from(
            [
                "$",
                "US$",
                "€",
                "5",
                "2.4",
                "500,000",
                "2021",
                "0.0",
                "million",
                "bn",
                "to",
                "-",
                "and",
                "between",
                "dollars",
                "USD",
                "of",
            ],
        ),
        max_size=12,
    ),
    st.sampled_from(["", " "]),
)
def test_every_value_is_an_amount_the_gate_accepts(words: list[str], joint: str) -> None:
    """A value is a currency of three letters and one amount or two; spans are apart and in order."""
    text = joint.join(words)

    found = money.read(text, SCANNER.hits(text))

    assert all(re.fullmatch(r"[A-Z]{3} \d+(\.\d+)?(/\d+(\.\d+)?)?", value) for _, _, value in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
