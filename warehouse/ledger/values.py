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
    media_type: str | None = None
    """What its reader found the bytes to be; None in verdicts of older versions."""
    is_ocr: bool | None = None
    """Whether the text was recognised on pictures of the pages; None in verdicts of older versions."""
    character_count: int | None = None
    """How much can be seen in its paragraphs, notes and tables; None in verdicts of older versions."""


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
class Witness:
    """A file of a document in a release: the one that is published, one that is compared with it, or a refused one.

    Attributes:
        document_id: the document.
        ordinal: its place in the order of worth, from 1; what was refused comes last.
        reading: its bytes at the place from which they were fetched last.
        verdict: how they were judged.
        format: one of `transforms.schema.FORMATS`.
        decided_by: one of `transforms.schema.CRITERIA`: what put it before the next, or after the chosen one.
        places: every place that holds the same bytes.
    """

    document_id: str
    ordinal: int
    reading: Reading
    verdict: Verdict
    format: str
    decided_by: str
    places: tuple[str, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether its rows are published."""
        return self.ordinal == 1


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
