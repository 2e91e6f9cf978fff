"""What can have happened, in the past tense: one frozen shape a type and version.

>>> SourceAbsent(source="sample", symbol="A/999/7", language="en", message="not offered").type
'source-absent.v1'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from warehouse.events.asking import (
    ASKED,
    AskedPayload,
    Attempt,
    Count,
    DocumentWithdrawn,
    Name,
    Reason,
    RecordImported,
    Sha256,
    Strict,
)


@dataclass(frozen=True, slots=True)
class RunStarted(Strict):
    """A command began; only here and in `RunFinished` may a run's own name and circumstances stand."""

    type: ClassVar[str] = "run-started.v1"
    run_id: Name
    command: str
    parameters: Mapping[str, str | int | float | bool | tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class RunFinished(Strict):
    """A command ended; a run without this event was killed."""

    type: ClassVar[str] = "run-finished.v1"
    run_id: Name
    outcome: Literal["completed", "stopped", "interrupted", "failed"]
    counts: Mapping[str, Count]


@dataclass(frozen=True, slots=True)
class SourceFetched(Strict):
    """Bytes were taken from a source and are held; recorded only when they differ from the last taken.

    `printed_symbols` and `printed_language` are what a first look saw in them; a server's own answers, and those
    before that were none, stand in `attempts`, and `reason` is why it was asked.
    """

    type: ClassVar[str] = "source-fetched.v2"
    source: str
    url: Name
    name: str
    requested_symbol: str | None
    requested_language: str | None
    content_sha256: Sha256
    byte_count: Count
    media_type: str | None
    printed_symbols: tuple[str, ...]
    printed_language: str | None
    reason: Reason | None
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class SourceRefused(Strict):
    """A source offered something that was not taken: too large, not a file, a name that cannot be."""

    type: ClassVar[str] = "source-refused.v1"
    source: str
    url: Name
    name: str
    reason: Name
    message: str


@dataclass(frozen=True, slots=True)
class SourceAbsent(Strict):
    """A source was asked for a symbol and does not have it."""

    type: ClassVar[str] = "source-absent.v1"
    source: str
    symbol: Name
    language: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Judged(Strict):
    """What every verdict begins with: the reading it is about, and the code that read and judged it."""

    url: Name
    content_sha256: Sha256
    name: str
    requested_symbol: str | None
    requested_language: str | None
    reader_fingerprint: Name
    gate_fingerprint: Name


@dataclass(frozen=True, slots=True)
class FailedCheck(Strict):
    """One check that rows of a document failed, with the table it looked at and how many rows failed."""

    check: Name
    table: str | None
    failing: Count
    detail: str | None


@dataclass(frozen=True, slots=True)
class DocumentAccepted(Judged):
    """A reading became rows and passed every check; the rows are named by their digest.

    `warnings` are what is odd about the document itself, as a number that its official text prints twice: such rows are right.
    By the last three the worthiest of several files of a document is chosen: `media_type` is what the reader found the
    bytes to be, `is_ocr` whether the text was recognised on pictures, `character_count` how much can be seen in
    paragraphs, notes and tables.
    """

    type: ClassVar[str] = "document-accepted.v2"
    document_id: Name
    symbols: tuple[str, ...]
    language: str
    rows_sha256: Sha256
    counts: Mapping[str, Count]
    warnings: tuple[FailedCheck, ...]
    media_type: str | None
    is_ocr: bool | None
    character_count: Count | None


@dataclass(frozen=True, slots=True)
class DocumentRefused(Judged):
    """A reading that could not become rows, or whose rows failed a check; the bytes stay."""

    type: ClassVar[str] = "document-refused.v1"
    document_id: str | None
    reason: Name
    message: str
    checks: tuple[FailedCheck, ...]


@dataclass(frozen=True, slots=True)
class ContentConverted(Strict):
    """Another program made of some held bytes what can be read; that is held too, since no two versions agree.

    `converter` is the program with its version, `media_type` what it made.
    """

    type: ClassVar[str] = "content-converted.v1"
    content_sha256: Sha256
    converted_sha256: Sha256
    byte_count: Count
    media_type: Name
    converter: Name


@dataclass(frozen=True, slots=True)
class ReleasePublished(Strict):
    """A release of everything accepted up to a position was swapped in."""

    type: ClassVar[str] = "release-published.v1"
    version: Name
    position: Count
    manifest_sha256: Sha256
    inputs_sha256: Sha256


@dataclass(frozen=True, slots=True)
class PublicationStopped(Strict):
    """The floors of the whole set were not met; the release before stays current."""

    type: ClassVar[str] = "publication-stopped.v1"
    position: Count
    reasons: tuple[str, ...]


Payload = (
    RunStarted | RunFinished | SourceFetched | SourceRefused | SourceAbsent | AskedPayload | DocumentWithdrawn
    | RecordImported | ContentConverted | DocumentAccepted | DocumentRefused | ReleasePublished | PublicationStopped
)  # fmt: skip
PAYLOADS: tuple[type[Payload], ...] = (
    RunStarted, RunFinished, SourceFetched, SourceRefused, SourceAbsent, *ASKED, DocumentWithdrawn,
    RecordImported, ContentConverted, DocumentAccepted, DocumentRefused, ReleasePublished, PublicationStopped,
)  # fmt: skip
