"""What is known of a place, a reading, a symbol or a release: the values that a ledger answers with.

>>> ledger.fetched("sample:/A_999_7-EN.txt").requested_language
'en'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warehouse.events import FailedCheck

ReadingKey = tuple[str, str, str | None, str | None]
"""What alone decides what is read: content, file name, symbol asked for, language asked for."""

VerdictKey = tuple[ReadingKey, str, str]
"""A reading, the reader's fingerprint and the gate's."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What another program made of held bytes: its SHA-256, what it is, and the program with its version."""

    sha256: str
    media_type: str
    converter: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes as they were fetched from one place, with the hints that came along; `sequence` is that event."""

    url: str
    name: str
    requested_symbol: str | None
    requested_language: str | None
    content_sha256: str
    media_type: str | None
    sequence: int
    source: str
    byte_count: int
    fetched_time: datetime
    """When we learned of it, from the event."""
    printed_symbols: tuple[str, ...] = ()
    """The symbols that a first look saw printed in it."""
    printed_language: str | None = None
    converted: Converted | None = None
    """What `Ledger.readable` adds."""

    @property
    def key(self) -> ReadingKey:
        """What decides what is read: two readings with one key have one verdict."""
        return (self.content_sha256, self.name, self.requested_symbol, self.requested_language)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A reading whose rows passed every check.

    `reading` is the one that was judged, so its url is the one in the rows; `fetched_sequence` is the
    newest fetch that gave the same reading, here or elsewhere.
    """

    reading: Reading
    reader_fingerprint: str
    gate_fingerprint: str
    document_id: str
    symbols: tuple[str, ...]
    language: str
    rows_sha256: str
    counts: Mapping[str, int]
    warnings: tuple[FailedCheck, ...]
    event_id: str
    sequence: int
    fetched_sequence: int


@dataclass(frozen=True, slots=True)
class Outranked:
    """An accepted reading that is not in a release, because another of the same document was fetched later.

    `reading` is the one from the place that lost, `by` the one that stands.
    """

    reading: Reading
    document_id: str
    by: Reading

    @property
    def is_same_bytes(self) -> bool:
        """Whether both places hold the same bytes, so that nothing is left out of a release."""
        return self.reading.content_sha256 == self.by.content_sha256

    @property
    def message(self) -> str:
        """Which file stands, and how to let the other stand."""
        if self.is_same_bytes:
            return f"{self.reading.url} holds the same bytes as {self.by.url}, which stands for {self.document_id}."
        return (
            f"{self.reading.url} and {self.by.url} both are {self.document_id}, with different contents; the second was "
            "fetched last and stands. If the first is right, copy it to another folder and run on that: what is "
            "fetched last stands."
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A reading that was refused, with the reason and the checks that it failed."""

    reading: Reading
    reader_fingerprint: str
    gate_fingerprint: str
    document_id: str | None
    reason: str
    message: str
    checks: tuple[FailedCheck, ...]
    event_id: str
    sequence: int


Verdict = Acceptance | Refused


@dataclass(frozen=True, slots=True)
class Absence:
    """A symbol that a source was asked for and did not have; gone once it is fetched."""

    source: str
    symbol: str
    language: str | None
    message: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Declined:
    """Something a source offers that was not taken; gone once it is fetched."""

    source: str
    url: str
    name: str
    reason: str
    message: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Catalogued:
    """A record of a catalogue as it was last imported; `url` is where it came from."""

    source: str
    control_number: str
    url: str
    symbols: tuple[str, ...]
    content_sha256: str
    event_id: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Published:
    """A release that was swapped in, with the position it was folded from and the event that says so."""

    version: str
    position: int
    manifest_sha256: str
    inputs_sha256: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """A publication that the floors stopped."""

    position: int
    reasons: tuple[str, ...]
    sequence: int
