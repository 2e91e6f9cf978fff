"""Sources: where documents come from. A source offers bytes, or says why not; it records nothing.

>>> for offer in Folder(path, max_bytes=1_000_000).offer((), (), look):
...     match offer:
...         case Found(): ...
...         case Declined(): ...
...         case Absent(): ...
...         case Elsewhere(): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from transforms.symbols import Symbol

if TYPE_CHECKING:
    from transforms.glance import Glance

Wanted = tuple[tuple[Symbol, ...], ...]
"""The documents asked for; a joint symbol is one with two parts. Empty: everything the source has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file's bytes and where they came from.

    What was asked for stands with it only where the source itself cannot tell that it gave just that.
    """

    url: str
    name: str
    content: bytes
    media_type: str | None
    requested_symbol: str | None
    requested_language: str | None


@dataclass(frozen=True, slots=True)
class Declined:
    """Something that is there and is not taken: too large, unreadable; `reason` is a short stable code."""

    url: str
    name: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A symbol that was asked for and is not there."""

    symbol: str
    language: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A file that is there in a language that was not asked for, and so is left alone."""

    url: str
    name: str
    language: str


Offer = Found | Declined | Absent | Elsewhere
Look = Callable[[bytes, str], "Glance | None"]
"""A first look at bytes under a name; None where they cannot be looked at."""


class Source(Protocol):
    """A place that documents come from, and that can list what it has."""

    @property
    def name(self) -> str:
        """A short stable name for events: `folder`, `sample`."""

    def offer(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> Iterator[Offer]:
        """Every document the source has among those wanted, in an order that does not change between runs.

        Args:
            wanted: the documents asked for; none means all.
            languages: the languages asked for; none means all.
            look: a first look at bytes under a name, for a source that cannot tell by names alone what it has.
        """


def written(symbols: tuple[Symbol, ...]) -> str:
    """A document's symbols in canonical form, a joint pair joined as the UN joins it."""
    return "-".join(str(symbol) for symbol in symbols)
