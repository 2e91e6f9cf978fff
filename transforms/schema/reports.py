"""The tables of reports: who asked for which, due when, and what a report says it is based on.

>>> REPORT_REQUESTS.key
('report_request_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, DATE, INTEGER, REAL, STRING, STRINGS, Column, Table
from transforms.schema.shared import DOCUMENT, PARAGRAPH, document_id

REPORT_PRODUCTS = (
    "report",
    "update",
    "briefing",
    "study",
    "note",
    "assessment",
    "review",
    "survey",
    "paper",
    "summary",
    "information",
)
REPORT_RELATIONS = ("mandate", "previous_report")

REPORT_REQUESTS = Table(
    "report_requests",
    "The reports that resolutions, decisions and statements ask for, and those of which other documents tell that they were asked for.",
    ("report_request_id",),
    (
        Column("report_request_id", STRING, "`<paragraph_id>/q<start>-<end>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count."),
        Column("start_char", INTEGER, "First code point of what is to be reported."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed, from the verb to the end of the clause: `text[start_char:end_char]`."),
        Column("source_symbol", STRING, "The resolution or statement that asks: the document itself, or the one cited where it is told.", nullable=True),
        Column("source_place", STRING, "Where in it (`para. 7`).", nullable=True),
        Column("is_reported", BOOLEAN, "Whether the document only tells of the request."),
        Column("reporter_ids", STRINGS, "Who is to report; `group:` ids for generic ones."),
        Column("recipient_ids", STRINGS, "To whom; whoever asks, where nobody is named."),
        Column("product", STRING, "What is to be delivered; `information` where a body is to be kept informed.", values=REPORT_PRODUCTS),
        Column("subject", STRING, "On what, as printed.", nullable=True),
        Column("session", STRING, "The session at which it is due, as a number; `its next session` is counted from the resolution's own.", nullable=True),
        Column("due", STRING, "When it is due, as printed.", nullable=True),
        Column("due_date", DATE, "The day, where one is named.", nullable=True),
        Column("period", STRING, "How often: an ISO 8601 duration (`P6M`), or `regular`.", nullable=True),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is."),
    ),
    (DOCUMENT, PARAGRAPH),
)  # fmt: skip

REPORT_BASES = Table(
    "report_bases",
    "What a report says at its start that it is based on: the resolutions that asked for it, and the report before it.",
    ("document_id", "relation", "basis_symbol"),
    (
        document_id(),
        Column("relation", STRING, "Whether it is what asked for the report or the report that this one follows.", values=REPORT_RELATIONS),
        Column("basis_symbol", STRING, "The symbol cited, in canonical form."),
        Column("basis_place", STRING, "The place in it (`para. 5`).", nullable=True),
        Column("paragraph_id", STRING, "The paragraph that says so."),
        Column("start_char", INTEGER, "First code point of the words that say so."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed: `text[start_char:end_char]`."),
        Column("method", STRING, "Whether the symbol stands in the sentence, in the request to which `that request` refers, or in a request told at the start of a report that says no more.", values=("stated", "referred", "requested")),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is."),
    ),
    (DOCUMENT, PARAGRAPH),
)  # fmt: skip
