"""What another program made of some bytes, or why it made nothing.

>>> Made("5d41…", 18302, "application/vnd.openxml...", "LibreOffice 7.4.7.2").converter
'LibreOffice 7.4.7.2'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.home import Home
from flows.reading import Readers
from flows.settings import Settings
from warehouse.ledger import Reading


@dataclass(frozen=True, slots=True)
class Made:
    """Bytes that are held and can be read in place of others, and the program with its version that made them."""

    sha256: str
    byte_count: int
    media_type: str
    converter: str


@dataclass(frozen=True, slots=True)
class Unmade:
    """Nothing was made; `message` goes on after the name of each file that holds these bytes."""

    reason: str
    message: str


Converter = Callable[[Home, Readers, Sequence[Reading]], Sequence[Made | Unmade]]
"""Readings of different bytes in, for each what was made of them out, in the same order."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that may be installed: how to find it, what to do where it is not found, and how it is used."""

    find: Callable[[Settings], Path | None]
    advice: Callable[[Settings], str]
    convert: Converter
