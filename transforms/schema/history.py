"""The tables of what happened: verdicts, what is held and from where, the log itself.

>>> EVENTS.key
('sequence',)
"""

from __future__ import annotations

from transforms.schema.declaring import BIGINT, BOOLEAN, INSTANT, INTEGER, STRING, STRINGS, Column, Table

VERDICTS = Table(
    "verdicts",
    "Every check on every document, and every refusal.",
    ("verdict_id",),
    (
        Column("verdict_id", STRING, "`<content_sha256>/<check>`, or with the document's id where one content is two documents."),
        Column("document_id", STRING, "The document judged; null where it could not be identified.", nullable=True),
        Column("source_url", STRING, "Where the bytes came from."),
        Column("content_sha256", STRING, "SHA-256 of the raw bytes; null where they were never taken.", nullable=True),
        Column("check_name", STRING, "The check, or the code of the refusal."),
        Column("table_name", STRING, "The table it looked at.", nullable=True),
        Column("is_passed", BOOLEAN, "Whether the document passed."),
        Column("is_warning", BOOLEAN, "Whether rows failed and the document passed all the same: its official text is so."),
        Column("failing_count", INTEGER, "Rows that failed."),
        Column("detail", STRING, "What failed and what to do; examples of failing rows.", nullable=True),
    ),
    per_document=False,
)  # fmt: skip

HOLDINGS = Table(
    "holdings",
    "Every place from which bytes are held, with its newest ones, also those that no document could be read from.",
    ("source_url",),
    (
        Column("source_url", STRING, "Where the bytes came from."),
        Column("source_name", STRING, "The kind of source: `un`, `folder`, `archive`, `sample`."),
        Column("file_name", STRING, "The file's name as it came, or as we made it from what was asked for."),
        Column("media_type", STRING, "What the bytes are, by a first look.", nullable=True),
        Column("byte_count", BIGINT, "How many bytes."),
        Column("content_sha256", STRING, "SHA-256 of the bytes, hexadecimal."),
        Column("symbols", STRINGS, "The symbols under which it is held; none where nothing gives one."),
        Column("symbol_evidence", STRING, "What gives them: printed on it, asked for, or the file's name.", nullable=True,
               values=("printed", "request", "file_name")),
        Column("language", STRING, "Its language by a first look, else as asked for, else as named.", nullable=True),
        Column("requested_symbol", STRING, "The symbol it was asked for by.", nullable=True),
        Column("requested_language", STRING, "The language it was asked for in.", nullable=True),
        Column("revision_count", INTEGER, "How many different bytes came from there so far."),
        Column("is_misnamed", BOOLEAN, "Whether the file's name gives other symbols than it prints; null where either gives none.", nullable=True),
        Column("is_withdrawn", BOOLEAN, "Whether the source said often enough that it no longer exists; then no release holds the document."),
    ),
    per_document=False,
)  # fmt: skip

EVENTS = Table(
    "events",
    "The log, as a table: what happened, in order.",
    ("sequence",),
    (
        Column("sequence", BIGINT, "Place in the one total order, from 1."),
        Column("event_id", STRING, "CloudEvents `id`."),
        Column("stream", STRING, "What the event is about (CloudEvents `subject`)."),
        Column("stream_version", INTEGER, "Place in that stream, from 1."),
        Column("type", STRING, "Past tense, with the version of its shape (`source-fetched.v2`)."),
        Column("happened_at", INSTANT, "When it happened (CloudEvents `time`)."),
        Column("recorded_at", INSTANT, "When we learned it."),
        Column("data", STRING, "The event's own JSON."),
        Column("hash", STRING, "SHA-256 over the envelope and the hash before it."),
    ),
    per_document=False,
)
