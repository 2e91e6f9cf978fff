"""Wishes: what was asked for in words, as symbols; and what is to be done about words that are none.

>>> wish(["A/999/12"])
(((Symbol(text='A/999/12', ...),),), ())
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from flows.collected import Malformed
from flows.errors import Usage
from flows.sources import Wanted, written
from transforms import symbols
from transforms.errors import Refusal

Language = Literal["ar", "en", "es", "fr", "ru", "zh"]
LANGUAGES: tuple[str, ...] = get_args(Language)
"""The official languages of the United Nations."""


def wish(asked: Sequence[str]) -> tuple[Wanted, tuple[Malformed, ...]]:
    """What was asked for as symbols, and each that is none with what to do about it.

    Raises:
        Usage: something was asked for, and all of it is malformed.
    """
    wanted: list[tuple[symbols.Symbol, ...]] = []
    malformed: list[Malformed] = []
    for text in asked:
        try:
            wanted.append(symbols.parse(text))
        except Refusal as refusal:
            shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text[:200])
            malformed.append(Malformed(shown, _hint(text) or refusal.message))
    if malformed and not wanted:
        raise Usage("; ".join(one.message for one in malformed))
    return tuple(wanted), tuple(malformed)


def _hint(text: str) -> str | None:
    """What to ask for instead of a document's id, or of a paragraph's; None where the text is neither."""
    symbol, _, language = text.partition("#")[0].partition("@")
    if symbol == text or language not in {"", *LANGUAGES}:
        return None
    try:
        meant = written(symbols.parse(symbol))
    except Refusal:
        return None
    what = "a paragraph's id" if "#" in text else "a document's id"
    return (
        f"{text} is {what}; ask for the symbol: {meant}" + (f" --lang {language}" if language else "") + "."
    )
