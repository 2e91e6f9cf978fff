"""Under which symbols and in which language bytes are held, and what says so.

>>> held_as(reading).symbols, held_as(reading).evidence
(('A/999/7',), 'printed')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from transforms import symbols
from warehouse.ledger.values import Reading

Evidence = Literal["printed", "request", "file_name"]


@dataclass(frozen=True, slots=True)
class HeldAs:
    """The symbols of some bytes in canonical form, what gives them, and their language where it is known.

    `is_misnamed` says whether the file's name gives other symbols than it prints; None where either gives none.
    """

    symbols: tuple[str, ...]
    evidence: Evidence | None
    language: str | None
    is_misnamed: bool | None


def held_as(reading: Reading) -> HeldAs:
    """What a file prints outranks what it was asked for by, and that its name."""
    named = symbols.from_file_name(reading.name)
    by_name = tuple(map(str, named[0])) if named is not None else ()
    language = (
        reading.printed_language or reading.requested_language or (named[1] if named is not None else None)
    )
    printed = reading.printed_symbols
    is_misnamed = _is_misnamed(printed, named[0]) if printed and named is not None else None
    if printed:
        # Of a joint symbol one half may be printed alone, and the name gives both.
        both = by_name if _keys(printed) < _keys(by_name) else printed
        return HeldAs(both, "printed", language, is_misnamed)
    if reading.requested_symbol is not None:
        asked = tuple(map(str, symbols.parse(reading.requested_symbol)))
        return HeldAs(asked, "request", language, is_misnamed)
    return HeldAs(by_name, "file_name" if by_name else None, language, is_misnamed)


def _is_misnamed(printed: tuple[str, ...], named: tuple[symbols.Symbol, ...]) -> bool:
    own = [symbol for text in printed for symbol in symbols.parse(text)]
    return not any(symbols.may_be_one(symbol, other) for symbol in own for other in named)


def _keys(texts: tuple[str, ...]) -> set[str]:
    return {text.replace(" ", "").casefold() for text in texts}
