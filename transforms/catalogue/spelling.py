"""Symbols as the catalogue spells them, and the questions that find them there.

>>> canonical(["s/res/2049(2012)", "A/RES/2750(XXV)[C]", "no symbol"])
('S/RES/2049 (2012)', 'A/RES/2750 C (XXV)', 'no symbol')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.errors import Refusal
from transforms.symbols import Symbol, repair

_BRACKETED = re.compile(
    r"(?P<stem>[^\[\]() ]+/[0-9]+) ?(?P<session>\([^()]+\))? ?\[(?P<part>[A-Z](?:-[A-Z])?)\]"
)
"""The Library puts part letters last, in brackets: `A/RES/217(III)[A]`."""

_PATTERN = re.compile(r"[A-Za-z0-9./()\[\]\- *&,']{1,160}")


def canonical(texts: Iterable[str]) -> tuple[str, ...]:
    """The symbols in order, each once; what cannot be read as a symbol stays as it is."""
    found: dict[str, str] = {}
    for text in texts:
        for symbol in _symbols(text):
            found.setdefault(key(symbol), symbol)
    return tuple(found.values())


def key(symbol: str) -> str:
    """The form under which spellings are equal: no spaces, one case."""
    return symbol.replace(" ", "").casefold()


def spellings(symbol: Symbol) -> tuple[str, ...]:
    """What to search for, canonical first: no search finds all, and which one finds a record cannot be foretold.

    `S/RES/2049(2012)` is found without the space alone, `S/RES/2273 (2016)` with it alone; a part letter of the
    first thirty sessions stands in brackets (`A/RES/2750(XXV)[C]`).
    """
    text = str(symbol)
    ways = [text, text.replace(" (", "(")]
    tail = f" {symbol.part} ({symbol.session})"
    if text.endswith(tail):
        ways.append(f"{text.removesuffix(tail)}({symbol.session})[{symbol.part}]")
    return tuple(dict.fromkeys(ways))


def query(pattern: str) -> str:
    """The search for symbols like `pattern`, where `*` stands for anything at the end: `191__a:"A/RES/78/*"`.

    Raises:
        Refusal: `malformed-symbol` for characters that no symbol has, such as the quotation mark that ends a search.
    """
    if not _PATTERN.fullmatch(pattern):
        shown = ascii(pattern[:60])
        raise Refusal(
            "malformed-symbol",
            f"{shown} cannot be searched for: letters, digits, '/', '.', '-', '*' and brackets are expected, as in "
            "A/RES/78/*.",
        )
    return f'191__a:"{pattern}"'


def _symbols(text: str) -> tuple[str, ...]:
    try:
        return tuple(str(symbol) for symbol in repair(_unbracketed(text)))
    except Refusal:
        return (text,)


def _unbracketed(text: str) -> str:
    found = _BRACKETED.fullmatch(text)
    if found is None:
        return text
    session = f" {found['session']}" if found["session"] else ""
    return f"{found['stem']} {found['part']}{session}"
