"""Amounts as printed become a currency and a number."""

from __future__ import annotations

from decimal import Decimal

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
