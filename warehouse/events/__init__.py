"""The vocabulary of the log: what can have happened, in the past tense, one frozen shape a type and version.

Every event is stored as a CloudEvents 1.0 envelope in canonical JSON. Its `id` is a digest of what it
says, so two homes with the same history have the same ids. Old shapes are lifted to the newest when they
are read; stored bytes are never edited.

    >>> fetched = SourceAbsent(source="sample", symbol="A/999/7", language="en", message="not offered")
    >>> Event.of(absent_stream("A/999/7"), fetched, datetime(2026, 1, 1, tzinfo=UTC)).type
    'source-absent.v1'
"""

from warehouse.events.asking import (
    ASKED,
    AnswerDiscarded,
    AnswerOversized,
    Asked,
    AskedPayload,
    Attempt,
    DocumentMistaken,
    DocumentWithdrawn,
    LanguageMistaken,
    Reason,
    RecordImported,
    RequestDeclined,
    RequestFailed,
    RequestUnmet,
    SourceUnchanged,
    SymbolRejected,
)
from warehouse.events.payloads import (
    PAYLOADS,
    ContentConverted,
    DocumentAccepted,
    DocumentRefused,
    FailedCheck,
    Judged,
    Payload,
    PublicationStopped,
    ReleasePublished,
    RunFinished,
    RunStarted,
    SourceAbsent,
    SourceFetched,
    SourceRefused,
)
from warehouse.events.recorded import Event, Recorded, envelope, event_id
from warehouse.events.spelling import Data, canonical, rfc3339
from warehouse.events.streams import (
    RELEASE_STREAM,
    STREAM_BYTES,
    absent_stream,
    asked_stream,
    content_stream,
    record_stream,
    run_stream,
    source_stream,
    stream_name,
)
from warehouse.events.vocabulary import UPCASTS, VOCABULARY, Upcast, Vocabulary, upcast

__all__ = [
    "ASKED",
    "PAYLOADS",
    "RELEASE_STREAM",
    "STREAM_BYTES",
    "UPCASTS",
    "VOCABULARY",
    "AnswerDiscarded",
    "AnswerOversized",
    "Asked",
    "AskedPayload",
    "Attempt",
    "ContentConverted",
    "Data",
    "DocumentAccepted",
    "DocumentMistaken",
    "DocumentRefused",
    "DocumentWithdrawn",
    "Event",
    "FailedCheck",
    "Judged",
    "LanguageMistaken",
    "Payload",
    "PublicationStopped",
    "Reason",
    "RecordImported",
    "Recorded",
    "ReleasePublished",
    "RequestDeclined",
    "RequestFailed",
    "RequestUnmet",
    "RunFinished",
    "RunStarted",
    "SourceAbsent",
    "SourceFetched",
    "SourceRefused",
    "SourceUnchanged",
    "SymbolRejected",
    "Upcast",
    "Vocabulary",
    "absent_stream",
    "asked_stream",
    "canonical",
    "content_stream",
    "envelope",
    "event_id",
    "record_stream",
    "rfc3339",
    "run_stream",
    "source_stream",
    "stream_name",
    "upcast",
]
