"""What a file is instead of what was asked for, by what it prints; None where nothing contradicts.

>>> mismatch(glance(content, "E_2024_1.en.pdf"), parse("E/2024/1"), "en").found
'A/AC.292/2024/3'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from transforms.glance.printed import WITH_PARTS
from transforms.glance.values import Glance
from transforms.symbols import Symbol, join

LETTERS = 200
"""Letters under which a language is not held against a file."""
_MISREAD = str.maketrans("ilosb", "11058")
"""Letters that a reader of scans puts for digits, and the other way round."""
_YEAR = re.compile(r"\(\d{4}\)")
_PARENTHESES = re.compile(r"\([^()]*\)")


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
    if seen.symbols and symbols and not any(_is_same(p, a) for p in seen.symbols for a in symbols):
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


def _is_same(printed: Symbol, asked: Symbol) -> bool:
    """Whether two symbols may be one document's.

    The library writes `[E/ECE/]TRANS/SC.2/2001/20` and the page prints no `E/ECE/`; a part's name may stand on its own
    line (`Part I`); resolutions in parts are filed with and without `A-C`.
    """
    if not _is_same_part(_part(printed), _part(asked)):
        return False
    mine, theirs = _plain(printed), _plain(asked)
    if mine == theirs or mine.endswith(f"/{theirs}") or theirs.endswith(f"/{mine}"):
        return True
    return not printed.named_parts and bool(asked.named_parts) and mine == _PARENTHESES.sub("", theirs)


def _part(symbol: Symbol) -> str | None:
    """The part of a resolution; after any other number a letter is a digit misread."""
    return symbol.part if symbol.type in WITH_PARTS else None


def _is_same_part(printed: str | None, asked: str | None) -> bool:
    if printed == asked:
        return True
    ranged, other = (printed, asked) if printed and "-" in printed else (asked, printed)
    if not ranged or "-" not in ranged:
        return False
    return other is None or ranged[0] <= other[0] <= ranged[-1]


def _plain(symbol: Symbol) -> str:
    """A symbol without what may differ between two spellings of it: case, spaces, part letter, digits misread.

    A number of the Security Council's resolutions is used once, so its year says nothing more.
    """
    text = symbol.text
    if part := _part(symbol):
        text = text.replace(f" {part}", "", 1)
    if symbol.type == "RES" and symbol.body == "S":
        text = _YEAR.sub("", text)
    return text.replace(" ", "").casefold().translate(_MISREAD)
