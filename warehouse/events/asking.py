"""What a server made of being asked for a document: one shape an outcome, each with every request and its answer.

>>> RequestUnmet(source="un", symbol="A/999/7", language="en", message="…", attempts=()).type
'request-unmet.v1'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints

from transforms.retrieval.schedule import State

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(min_length=1)]
Count = Annotated[int, Field(ge=0)]
Reason = Literal["request", "closure"]
"""Why a document was asked for: somebody wants it, or a held document cites it."""


class Strict:
    """Nothing but the declared fields, of the declared types, may be recorded."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class Attempt(Strict):
    """One request, with all its redirects, and what was answered.

    `address` is where it was asked and `landed` where the redirects ended; neither holds a name or a password.
    """

    kind: str
    address: Name
    landed: Name
    status: Count | None
    byte_count: Count
    elapsed_ms: Count
    content_sha256: Sha256 | None
    outcome: Name
    detail: str


@dataclass(frozen=True, slots=True)
class Asked(Strict):
    """What every outcome begins with: who was asked for what, the outcome in words, and the requests it took.

    `state` is what each outcome says of the document.
    """

    source: Name
    symbol: Name
    language: Name
    reason: Reason
    message: str
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class SourceUnchanged(Asked):
    """A held document was asked for again, and the same bytes came."""

    type: ClassVar[str] = "source-unchanged.v1"
    state: ClassVar[State] = "held"
    url: Name
    content_sha256: Sha256


@dataclass(frozen=True, slots=True)
class RequestUnmet(Asked):
    """The server has no such document, and said so more than once."""

    type: ClassVar[str] = "request-unmet.v1"
    state: ClassVar[State] = "absent"


@dataclass(frozen=True, slots=True)
class RequestDeclined(Asked):
    """The server did not want to answer: too many requests, or none of ours. The asking goes on."""

    type: ClassVar[str] = "request-declined.v1"
    state: ClassVar[State] = "refused"


@dataclass(frozen=True, slots=True)
class RequestFailed(Asked):
    """No answer that means anything: an error, a cut body, a closed connection. The asking goes on."""

    type: ClassVar[str] = "request-failed.v1"
    state: ClassVar[State] = "failed"


@dataclass(frozen=True, slots=True)
class SymbolRejected(Asked):
    """The server takes the symbol for malformed."""

    type: ClassVar[str] = "symbol-rejected.v1"
    state: ClassVar[State] = "malformed"


@dataclass(frozen=True, slots=True)
class DocumentMistaken(Asked):
    """Another document came than the one asked for; its bytes were not kept."""

    type: ClassVar[str] = "document-mistaken.v1"
    state: ClassVar[State] = "wrong-document"
    found: Name


@dataclass(frozen=True, slots=True)
class LanguageMistaken(Asked):
    """The document came in another language than the one asked for; its bytes were not kept."""

    type: ClassVar[str] = "language-mistaken.v1"
    state: ClassVar[State] = "wrong-language"
    found: Name


@dataclass(frozen=True, slots=True)
class AnswerOversized(Asked):
    """More bytes came than may be kept; the rest was not waited for."""

    type: ClassVar[str] = "answer-oversized.v1"
    state: ClassVar[State] = "too-large"


@dataclass(frozen=True, slots=True)
class AnswerDiscarded(Asked):
    """Something came that is no document: the server's application page, a damaged file; it was not kept."""

    type: ClassVar[str] = "answer-discarded.v1"
    state: ClassVar[State] = "not-a-document"


@dataclass(frozen=True, slots=True)
class DocumentWithdrawn(Strict):
    """A held document was said not to exist so often that it counts as withdrawn; its bytes and history stay."""

    type: ClassVar[str] = "document-withdrawn.v1"
    source: Name
    symbol: Name
    language: Name
    confirmations: Count
    message: str


@dataclass(frozen=True, slots=True)
class RecordImported(Strict):
    """The catalogue's description of a document was taken in; recorded only when it differs from the last."""

    type: ClassVar[str] = "record-imported.v1"
    source: Name
    url: Name
    control_number: Name
    symbols: tuple[str, ...]
    content_sha256: Sha256
    byte_count: Count


AskedPayload = (
    SourceUnchanged | RequestUnmet | RequestDeclined | RequestFailed | SymbolRejected | DocumentMistaken
    | LanguageMistaken | AnswerOversized | AnswerDiscarded
)  # fmt: skip
ASKED: tuple[type[AskedPayload], ...] = (
    SourceUnchanged, RequestUnmet, RequestDeclined, RequestFailed, SymbolRejected, DocumentMistaken,
    LanguageMistaken, AnswerOversized, AnswerDiscarded,
)  # fmt: skip
"""The outcomes of asking that give no new bytes; those that do are `SourceFetched`."""
