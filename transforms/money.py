"""Currency marks in a text -> amounts of money.

>>> read("over $1.3 billion in pledges", [(0, 5, 6)])
[(5, 17, 'USD 1300000000')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from transforms.scan import Hit

Found = tuple[int, int, str]
"""(first code point, one past the last, currency and amount)."""

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_DOLLARS = {
    "US": "USD",
    "A": "AUD",
    "C": "CAD",
    "Can": "CAD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "F": "FJD",
}
_CODES = {
    code: code
    for code in ("USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "XOF", "XAF", "CNY")
}
_WORDS = {
    "United States dollars": "USD", "US dollars": "USD", "U.S. dollars": "USD", "dollars": "USD", "euros": "EUR",
    "euro": "EUR", "pounds sterling": "GBP", "Swiss francs": "CHF", "CFA francs": "XOF", "yen": "JPY", "yuan": "CNY",
    "Australian dollars": "AUD", "Canadian dollars": "CAD", "New Zealand dollars": "NZD", "kroner": "NOK",
    "Danish kroner": "DKK", "Norwegian kroner": "NOK", "Swedish kronor": "SEK", "kronor": "SEK", "renminbi": "CNY",
    "pounds": "GBP", "rupees": "INR", "Indian rupees": "INR", "roubles": "RUB", "deutsche mark": "DEM",
}  # fmt: skip
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6, "m": 6, "k": 3}

TRIGGERS = (*_SIGNS, *_CODES, *_WORDS)
"""The literals at which an amount may stand. Signs count anywhere, codes and words between word boundaries."""

SIGNS = frozenset(_SIGNS)

_NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[ -]?(thousand|million|billion|trillion|bn|mn|m|k)\b)?"
_RANGE = r"(?: to |-| - )"
_AFTER = re.compile(rf" ?({_NUMBER}){_SCALE}(?:{_RANGE}({_NUMBER}){_SCALE})?(?!\w)")
_BEFORE = re.compile(
    rf"(?<![\w$€£.,/-])(?!(?:19|20)\d\d to )({_NUMBER}){_SCALE}(?:{_RANGE}({_NUMBER}){_SCALE})? (?:of )?$"
)
_BETWEEN = re.compile(rf"(?<=[Bb]etween )({_NUMBER}){_SCALE} and ({_NUMBER}){_SCALE} (?:of )?$")
_UNTIL = re.compile(rf"{_RANGE}(?:US)?[$€£¥] ?({_NUMBER}){_SCALE}(?!\w)")
"""A range's other end with a sign of its own: a mention by itself, whose magnitude the first may share."""
_PREFIX = re.compile(r"(?<!\w)([A-Z][A-Za-z]{0,2})\$$")
_REACH = 60


def read(text: str, marks: Sequence[Hit]) -> list[Found]:
    """The amounts at `marks`, in order, none overlapping another.

    Args:
        text: the folded text of a passage.
        marks: where literals of `TRIGGERS` stand in it, in order.
    """
    found: list[Found] = []
    for _, start, end in marks:
        amount = _amount(text, start, end)
        if amount and (not found or amount[0] >= found[-1][1]):
            found.append(amount)
    return found


def _amount(text: str, start: int, end: int) -> Found | None:
    mark = text[start:end]
    if mark in _SIGNS:
        return _signed(text, start, end)
    after = _AFTER.match(text, end) if mark in _CODES else None
    if after:
        return start, after.end(), _value(_CODES[mark], after)
    head = max(0, start - _REACH)
    before = _BETWEEN.search(text[head:start]) or _BEFORE.search(text[head:start])
    if before:
        return head + before.start(), end, _value(_CODES.get(mark) or _WORDS[mark], before)
    return None


def _signed(text: str, start: int, end: int) -> Found | None:
    after = _AFTER.match(text, end)
    if after is None:
        return None
    currency = _SIGNS[text[start:end]]
    value = _value(currency, after, _UNTIL.match(text, after.end()))
    prefix = _PREFIX.search(text[max(0, start - 4) : end]) if currency == "USD" and start else None
    if prefix and prefix[1] in _DOLLARS:
        return start - len(prefix[1]), after.end(), value.replace(currency, _DOLLARS[prefix[1]])
    return start, after.end(), value


def _value(currency: str, found: re.Match[str], until: re.Match[str] | None = None) -> str:
    """The amount, or the two of a range; `until` is the end of a range that is a mention of its own."""
    low, low_scale, high, high_scale = found.groups()
    if high is not None:
        return f"{currency} {_number(low, low_scale or _shared(low, high, high_scale))}/{_number(high, high_scale)}"
    return f"{currency} {_number(low, low_scale or (_shared(low, *until.groups()) if until else None))}"


def _shared(low: str, high: str, scale: str | None) -> str | None:
    """The magnitude that "$10" has in "$10 to $20 million", and "$500,000" has not in "$500,000 to $2.4 million"."""
    is_full = "," in low or " " in low or Decimal(low) >= _number_as_printed(high)
    return None if is_full else scale


def _number(digits: str, scale: str | None) -> str:
    value = _number_as_printed(digits).scaleb(_SCALES[scale] if scale else 0)
    return f"{value.normalize():f}"


def _number_as_printed(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace(" ", ""))
