"""Whether two symbols may stand for one document, though they are not spelt alike.

>>> may_be_one(parse("A/39/36I")[0], parse("A/39/361")[0])
True
"""

from __future__ import annotations

import re

from transforms.symbols.symbol import Symbol
from transforms.symbols.vocabulary import WITH_PARTS

_MISREAD = str.maketrans("ilosb", "11058")
"""Letters that a reader of scans puts for digits, and the other way round."""
_YEAR = re.compile(r"\(\d{4}\)")
_PARENTHESES = re.compile(r"\([^()]*\)")


def may_be_one(printed: Symbol, other: Symbol) -> bool:
    """Whether a symbol as printed, or read from a scan, and another may be one document's.

    The library writes `[E/ECE/]TRANS/SC.2/2001/20` and the page prints no `E/ECE/`; a part's name may stand on its own
    line (`Part I`); resolutions in parts are filed with and without `A-C`.
    """
    if not _is_same_part(_part(printed), _part(other)):
        return False
    mine, theirs = _plain(printed), _plain(other)
    if mine == theirs or mine.endswith(f"/{theirs}") or theirs.endswith(f"/{mine}"):
        return True
    return not printed.named_parts and bool(other.named_parts) and mine == _PARENTHESES.sub("", theirs)


def _part(symbol: Symbol) -> str | None:
    """The part of a resolution; after any other number a letter is a digit misread."""
    return symbol.part if symbol.type in WITH_PARTS else None


def _is_same_part(printed: str | None, other: str | None) -> bool:
    if printed == other:
        return True
    ranged, other = (printed, other) if printed and "-" in printed else (other, printed)
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
