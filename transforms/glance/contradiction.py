"""What a file is instead of what was asked for, by what it prints; None where nothing contradicts.

>>> mismatch(glance(content, "E_2024_1.en.pdf"), parse("E/2024/1"), "en").found
'A/AC.292/2024/3'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from transforms.glance.values import Glance
from transforms.symbols import Symbol, join, may_be_one

LETTERS = 200
"""Letters under which a language is not held against a file."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Another document, or another language, than was asked for.

    Attributes:
        reason: the code that events rely on.
        found: the symbols printed, or the language of the text.
        message: what was got, what was wanted, and what to do.
    """

    reason: Literal["wrong-document", "wrong-language"]
    found: str
    message: str


def mismatch(seen: Glance, symbols: tuple[Symbol, ...], language: str | None) -> Mismatch | None:
    """What a file is instead of what was asked for or what its name says; None where it is that, or nothing contradicts.

    Args:
        seen: what the file shows.
        symbols: the symbols asked for, the halves of a joint one each; empty where any document will do.
        language: the language asked for; null where any will do.
    """
    if seen.symbols and symbols and not any(may_be_one(p, a) for p in seen.symbols for a in symbols):
        found, asked = join(seen.symbols), join(symbols)
        return Mismatch(
            "wrong-document",
            found,
            f"the file prints {found}; {asked} was expected. Ask for {found} by its own symbol, and for {asked} elsewhere.",
        )
    if language is None or seen.language is None or seen.letters < LETTERS:
        return None
    if language == seen.language or language in seen.beside:
        return None
    return Mismatch(
        "wrong-language",
        seen.language,
        f"the text is in {seen.language}; {language} was expected. Ask for {seen.language}, or for {language} elsewhere.",
    )
