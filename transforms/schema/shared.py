"""What several tables share: closed lists of values, and the columns that refer to documents and their parts.

>>> document_id().name
'document_id'
"""

from __future__ import annotations

from transforms.schema.declaring import STRING, Column, ForeignKey

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
DOCUMENT_KINDS = (
    "report", "note", "resolution", "decision", "presidential_statement", "letter", "verbatim_record",
    "summary_record", "corrigendum", "addendum", "budget", "draft_resolution", "statement", "list_of_participants",
    "web_page", "document",
)  # fmt: skip
PARAGRAPH_KINDS = (
    "paragraph", "subparagraph", "bullet", "quote", "summary", "preambular", "operative", "speech",
    "letter", "caption", "signature", "procedure",
)  # fmt: skip
MENTION_TYPES = (
    "ORG", "COUNTRY", "REGION", "PLACE", "DOC_SYMBOL", "RESOLUTION", "XREF", "CHARTER", "DATE", "MONEY",
    "EVENT", "AGREEMENT", "PROGRAMME", "WORK", "POST", "PERSON", "SDG",
)  # fmt: skip
ORGANISATION_KINDS = (
    "principal_organ", "subsidiary_organ", "treaty_body", "inquiry", "tribunal", "secretariat", "peacekeeping",
    "political_mission", "fund_or_programme", "regional_commission", "interagency", "specialized_agency",
    "related_organization", "intergovernmental", "organ", "field_mission", "bank", "group_of_states", "research_institute",
    "non_governmental", "national", "armed_group",
)  # fmt: skip
CROSS_REFERENCE_METHODS = ("own-part", "main-text", "holding-paragraph", "heading", "missing")
CORRECTION_ACTIONS = ("replace", "read", "insert", "delete")
SET_ASIDE_REASONS = (
    "contents", "running_head", "page_number", "job_number", "rule", "markup", "label", "footnote_marker",
    "boilerplate", "navigation", "control_characters", "masthead_note", "end_mark", "unreadable",
)  # fmt: skip

DOCUMENT = ForeignKey("document_id", "documents", "document_id")
PARAGRAPH = ForeignKey("paragraph_id", "paragraphs", "paragraph_id")
FOOTNOTE = ForeignKey("footnote_id", "footnotes", "footnote_id")


def document_id() -> Column:
    """The column that says to which document a row belongs."""
    return Column("document_id", STRING, "The document: its first symbol, `@`, its language (`A/73/328@en`).")
