"""Closure: what the held documents cite and we do not hold, to a depth, newest first.

>>> cited([Held(("A/999/1",), ("A/RES/999/3", "S/2096/4"))], {"A/999/1"}, depth=1)
(Symbol(text='S/2096/4', ...), Symbol(text='A/RES/999/3', ...))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from transforms import symbols
from transforms.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Held:
    """A document that is held: its symbols, and those it cites, all in canonical form."""

    symbols: tuple[str, ...]
    cited: tuple[str, ...]


def cited(documents: Iterable[Held], roots: Set[str], *, depth: int) -> tuple[Symbol, ...]:
    """The symbols that are cited and not held, from the roots on over at most so many steps.

    Newest first, by the year that a symbol names; those that name none come last. What is no symbol of a United
    Nations series is left out.

    Args:
        documents: every document that is held.
        roots: symbols from which the steps are counted.
        depth: 1 is what the roots cite, 2 also what that cites, where it is held.
    """
    by_key = dict[str, list[str]]()
    for document in documents:  # several may have one symbol: each language of a document is held by itself
        for key in _keys(document.symbols):
            by_key.setdefault(key, []).extend(document.cited)
    reached, frontier, wanted = set[str](), {_key(root) for root in roots}, dict[str, Symbol]()
    for _ in range(depth):
        reached |= frontier
        following = set[str]()
        for key in sorted(frontier & by_key.keys()):
            for symbol in _symbols(by_key[key]):
                following.add(symbol.key)
                if symbol.key not in by_key:
                    wanted.setdefault(symbol.key, symbol)
        frontier = following - reached
    return tuple(sorted(wanted.values(), key=lambda symbol: (-(symbol.year or 0), symbol.key)))


def _symbols(texts: Iterable[str]) -> Iterator[Symbol]:
    found = symbols.readable(texts)
    return (symbol for symbol in found if not symbol.is_foreign and not _is_named_by_us(symbol))


def _is_named_by_us(symbol: Symbol) -> bool:
    """Whether it is a decision of the Assembly, which has no document of its own: `A/DEC/77/505 B` is our name for it."""
    return symbol.type == "DEC" and symbol.body == "A"


def _key(text: str) -> str:
    return text.replace(" ", "").casefold()


def _keys(texts: Iterable[str]) -> set[str]:
    return {_key(text) for text in texts}
