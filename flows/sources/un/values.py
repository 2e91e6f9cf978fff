"""What is asked of a server, and what came of it.

>>> Ask.of(parse("A/999/7-S/2096/3"), "fr").symbol
'A/999/7-S/2096/3'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from flows.sources import written
from transforms.retrieval.schedule import State
from transforms.symbols import Symbol
from warehouse.events import Attempt, Reason


@dataclass(frozen=True, slots=True)
class Ask:
    """A document wanted in one language; `parts` are the halves of a joint symbol, each of which may lead to it.

    `reason` is why it is wanted: somebody asked or watches it (`request`), or a held document cites it (`closure`).
    """

    symbol: str
    parts: tuple[Symbol, ...]
    language: str
    reason: Reason

    @classmethod
    def of(cls, symbols: tuple[Symbol, ...], language: str, reason: Reason = "request") -> Self:
        """The ask for a document of these symbols."""
        return cls(written(symbols), symbols, language, reason)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Bytes that were kept: where they came from, what they are, and what a first look saw printed in them."""

    url: str
    name: str
    content_sha256: str
    byte_count: int
    media_type: str
    printed_symbols: tuple[str, ...]
    printed_language: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What an ask came to: the state it gives, in words, every request, and the bytes where there are some."""

    ask: Ask
    state: State
    message: str
    found: str | None
    attempts: tuple[Attempt, ...]
    delivery: Delivery | None = None
