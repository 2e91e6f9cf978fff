"""The tables of what a document prints: itself, its outline, paragraphs, notes, cells, and what was set aside.

>>> PARAGRAPHS.key
('document_id', 'ordinal')
"""

from __future__ import annotations

from transforms.schema.declaring import (
    BOOLEAN,
    DATE,
    INTEGER,
    REAL,
    STRING,
    STRINGS,
    Column,
    ForeignKey,
    Table,
)
from transforms.schema.shared import (
    DOCUMENT,
    DOCUMENT_KINDS,
    LANGUAGES,
    PARAGRAPH,
    PARAGRAPH_KINDS,
    SET_ASIDE_REASONS,
    document_id,
)

DOCUMENTS = Table(
    "documents",
    "One row a document and language: what its masthead says, and where the row came from.",
    ("document_id",),
    (
        document_id(),
        Column("symbol", STRING, "The first symbol in canonical form; for a page without one, `web:` and its name."),
        Column("symbols", STRINGS, "Every symbol the document carries, in the order printed."),
        Column("language", STRING, "The language of the text, ISO 639-1.", values=LANGUAGES),
        Column("kind", STRING, "The kind of document.", values=DOCUMENT_KINDS),
        Column("kind_evidence", STRING, "The words or the rule that decided the kind."),
        Column("title", STRING, "The title as printed.", nullable=True),
        Column("document_date", DATE, "The date that stands for the document: adoption, else the meeting it records, else distribution.", nullable=True),
        Column("distribution_date", DATE, "The date printed under `Distr.`.", nullable=True),
        Column("adoption_date", DATE, "The date of adoption of a resolution, decision or statement.", nullable=True),
        Column("meeting_date", DATE, "The day of the meeting that a record is of.", nullable=True),
        Column("session", STRING, "Session or year of the first organ, as a number (`73`).", nullable=True),
        Column("agenda_items", STRINGS, "Agenda items in short form (`129 (a)`)."),
        Column("job_number", STRING, "The job number printed at the page foot (`18-13620`).", nullable=True),
        Column("original_language", STRING, "The language the document was written in, as printed.", nullable=True),
        Column("symbol_evidence", STRING, "Where the symbol was taken from.",
               values=("masthead", "running_head", "file_name", "request", "page_name")),
        Column("source_url", STRING, "Where the bytes came from; filled in when a release is folded.", nullable=True),
        Column("content_sha256", STRING, "SHA-256 of the raw bytes, hexadecimal."),
        Column("media_type", STRING, "The media type that the bytes themselves show."),
        Column("is_ocr", BOOLEAN, "Whether the text was recognised on pictures of the pages (OCR), and so may hold wrong letters."),
        Column("reader_fingerprint", STRING, "Digest of the reading code and the gazetteer that made the rows."),
        Column("accepted_event_id", STRING, "The event of the log that accepted these rows; filled in when a release is folded.", nullable=True),
        Column("text_conserved", REAL, "Share (0 to 1) of the source's visible characters that stand in exactly one row."),
        Column("paragraph_count", INTEGER, "Rows of `paragraphs`."),
        Column("numbered_count", INTEGER, "Paragraphs with a number of their own."),
        Column("word_count", INTEGER, "Words in all paragraphs."),
    ),
)  # fmt: skip

DOCUMENT_SYMBOLS = Table(
    "document_symbols",
    "Every symbol and alias under which a document may be asked for.",
    ("symbol", "document_id"),
    (
        Column("symbol", STRING, "A whole symbol in canonical form, joint or single."),
        document_id(),
        Column("is_first", BOOLEAN, "Whether it is the one in the document's id."),
    ),
    (DOCUMENT,),
)

SECTIONS = Table(
    "sections",
    "The headings, in order, with their place in the outline.",
    ("section_id",),
    (
        Column("section_id", STRING, "`<document_id>#section_2__section_1`, by position in the outline."),
        document_id(),
        Column("ordinal", INTEGER, "Place among the document's headings, from 1."),
        Column("level", INTEGER, "Depth in the outline, from 1."),
        Column("label", STRING, "The heading's own number or letter (`II`, `A`, `1`).", nullable=True),
        Column("heading", STRING, "The heading as printed, its number included."),
        Column("section_path", STRINGS, "The headings above it and itself, as printed."),
        Column("page", INTEGER, "Page on which it stands, from 1.", nullable=True),
    ),
    (DOCUMENT,),
)

PARAGRAPHS = Table(
    "paragraphs",
    "The paragraphs as they are quoted: one row a numbered paragraph, subparagraph, bullet or unnumbered one.",
    ("document_id", "ordinal"),
    (
        Column(
            "paragraph_id",
            STRING,
            "`<document_id>#<eid>` with an AKN4UN eId (`A/73/328@en#para_79__point_d`).",
        ),
        document_id(),
        Column("symbol", STRING, "The document's first symbol."),
        Column("language", STRING, "The language of the text.", values=LANGUAGES),
        Column("ordinal", INTEGER, "Place in the document, from 1."),
        Column(
            "number",
            INTEGER,
            "The number of a numbered paragraph; in a section of the budget the part behind the full stop (12 of `29A.12`).",
            nullable=True,
        ),
        Column(
            "label", STRING, "The number as it is quoted: `12`, `79(d)(ii)`, `38[b1]`, `summary-1`, `p4`."
        ),
        Column("kind", STRING, "What kind of paragraph it is.", values=PARAGRAPH_KINDS),
        Column("parent_id", STRING, "The paragraph it belongs to.", nullable=True),
        Column("section_path", STRINGS, "The headings it stands under, as printed, outermost first."),
        Column(
            "page", INTEGER, "Page on which it begins, from 1, where the source shows pages.", nullable=True
        ),
        Column(
            "text",
            STRING,
            "The clean text: no number, furniture or footnote mark; offsets count its code points.",
        ),
        Column(
            "source_eid",
            STRING,
            "The element's own name in the file (`para_24`), where it has one; other than ours, it counts as the file does.",
            nullable=True,
        ),
    ),
    (DOCUMENT, ForeignKey("parent_id", "paragraphs", "paragraph_id")),
)

FOOTNOTES = Table(
    "footnotes",
    "Footnotes, attached to the place that refers to them.",
    ("footnote_id",),
    (
        Column("footnote_id", STRING, "`<document_id>#footnote_3`, or `footnote_star_1` for a mark."),
        document_id(),
        Column("ordinal", INTEGER, "Place among the document's notes, from 1."),
        Column("marker", STRING, "The mark as printed (`3`, `*`)."),
        Column("text", STRING, "The text of the note without its mark."),
        Column("paragraph_id", STRING, "The paragraph that refers to it; null when the masthead or a heading does.", nullable=True),
        Column("anchor_char", INTEGER, "Offset in that paragraph's text after which the mark stands.", nullable=True),
        Column("page", INTEGER, "Page at whose foot it stands.", nullable=True),
    ),
    (DOCUMENT, PARAGRAPH),
)  # fmt: skip

CELLS = Table(
    "cells",
    "The cells of tables.",
    ("document_id", "table_ordinal", "row_ordinal", "column_ordinal"),
    (
        document_id(),
        Column("table_ordinal", INTEGER, "Which table of the document, from 1."),
        Column("row_ordinal", INTEGER, "Row, from 1."),
        Column("column_ordinal", INTEGER, "Column, from 1; a spanning cell stands at its first."),
        Column("row_span", INTEGER, "Rows it covers."),
        Column("column_span", INTEGER, "Columns it covers."),
        Column("is_header", BOOLEAN, "Whether it is a header cell."),
        Column("text", STRING, "The cell's text."),
    ),
    (DOCUMENT,),
)

SET_ASIDE = Table(
    "set_aside",
    "What is in the source and in no other table, and why.",
    ("document_id", "ordinal"),
    (
        document_id(),
        Column("ordinal", INTEGER, "Place among what was set aside, from 1."),
        Column("reason", STRING, "Why it was set aside.", values=SET_ASIDE_REASONS),
        Column("text", STRING, "The characters as they stood."),
        Column("start_char", INTEGER, "First code point in the laid-out source."),
        Column("end_char", INTEGER, "One past the last."),
        Column("page", INTEGER, "Page, where the source shows pages.", nullable=True),
    ),
    (DOCUMENT,),
)
