"""Lots: numbers that look drawn by chance and are the same for the same words.

>>> lot(0, "A/999/1") == lot(0, "A/999/1"), pick("abc", 0, "A/999/1") in "abc"
(True, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

_T = TypeVar("_T")


def lot(*words: object) -> int:
    """A number from 0 to 2**64 - 1 that the words alone decide, in every process and on every machine."""
    return int.from_bytes(blake2b(repr(words).encode(), digest_size=8).digest())


def chance(*words: object) -> float:
    """The same as a share, from 0 up to 1."""
    return lot(*words) / 2**64


def pick(choices: Sequence[_T], *words: object) -> _T:
    """One of the choices."""
    return choices[lot(*words) % len(choices)]


def shuffle(cards: Sequence[_T], *words: object) -> list[_T]:
    """The cards in another order."""
    return [cards[place] for place in sorted(range(len(cards)), key=lambda place: lot(*words, place))]
