"""Roman numerals, as symbols, chapters, annexes and lists have them.

>>> roman(39), from_roman("XXXI")
('XXXIX', 31)
"""

from __future__ import annotations

_PARTS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(number: int) -> str:
    """A whole number in capital Roman numerals; "" for 0 and less."""
    found = ""
    for value, letters in _PARTS:
        while number >= value:
            found += letters
            number -= value
    return found


def from_roman(numeral: str) -> int:
    """The number that capital Roman numerals up to C stand for; a KeyError for other letters."""
    digits = [_VALUES[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
