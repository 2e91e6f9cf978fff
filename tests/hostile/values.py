"""A hostile file, and what should come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hostile:
    """How a file is called and made, and the reasons that may be given for refusing it; none where it is harmless."""

    name: str
    make: Callable[[], bytes]
    reasons: tuple[str, ...]
    is_slow: bool = False


def refused(name: str, *reasons: str, make: Callable[[], bytes], is_slow: bool = False) -> Hostile:
    """A file that must be refused."""
    return Hostile(name, make, reasons, is_slow)


def harmless(name: str, *, make: Callable[[], bytes]) -> Hostile:
    """A file that looks hostile and is to be read."""
    return Hostile(name, make, ())
