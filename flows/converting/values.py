"""What another program made of some bytes, or why it made nothing.

>>> Made(b"PK...", "application/vnd.openxml...", "LibreOffice 7.4.7.2").converter
'LibreOffice 7.4.7.2'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.home import Home
from flows.reading import Readers
from warehouse.ledger import Reading


@dataclass(frozen=True, slots=True)
class Made:
    """Bytes that can be read in place of others, and the program with its version that made them."""

    content: bytes
    media_type: str
    converter: str


@dataclass(frozen=True, slots=True)
class Unmade:
    """Nothing was made; `message` goes on after the name of each file that holds these bytes."""

    reason: str
    message: str


Converter = Callable[[Home, Readers, Sequence[Reading]], Sequence[Made | Unmade]]
"""Readings of different bytes in, for each what was made of them out, in the same order."""
