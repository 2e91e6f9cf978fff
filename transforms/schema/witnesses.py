"""The tables of the files of a document: which were held, which was chosen, where the others read otherwise.

>>> WITNESSES.key
('witness_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, INTEGER, REAL, STRING, Column, ForeignKey, Table
from transforms.schema.shared import DOCUMENT, FOOTNOTE, PARAGRAPH, document_id

FORMATS = ("akn", "docx", "doc", "html", "pdf", "text", "ocr", "unknown")
"""The formats of files, the worthiest first (measured: how well each gives back what was printed)."""

CRITERIA = ("alone", "verdict", "length", "format", "time")
"""What may decide between two files of a document."""

DIFFERENCE_KINDS = (
    "missing_here", "missing_there", "number", "text", "division", "note_marks", "typography", "spacing",
)  # fmt: skip


def _witness_id() -> Column:
    return Column("witness_id", STRING, "The document's id, `/`, and the SHA-256 of the file's bytes.")


WITNESSES = Table(
    "witnesses",
    "The files of each document in the release, one row a content: the one that is published, those it was compared with, those refused.",
    ("witness_id",),
    (
        _witness_id(),
        document_id(),
        Column("ordinal", INTEGER, "Place in the order of worth, from 1; what was refused comes last."),
        Column("is_chosen", BOOLEAN, "Whether its rows are the document's in all other tables."),
        Column("is_accepted", BOOLEAN, "Whether it could be read and passed every check."),
        Column("decided_by", STRING, "What put it before or after the chosen one, or the chosen one before the next: only one file, the verdict, "
               "text that is missing, the format, or the time of its fetch.", values=CRITERIA),
        Column("refusal", STRING, "Why it was refused: the code; null where it was accepted.", nullable=True),
        Column("format", STRING, "Its format, the worthiest first: AKN4UN XML, DOCX, DOC, HTML, PDF, plain text, text by OCR.", values=FORMATS),
        Column("media_type", STRING, "The media type that the bytes show.", nullable=True),
        Column("content_sha256", STRING, "SHA-256 of the bytes, hexadecimal."),
        Column("source_url", STRING, "Where the bytes came from; of several places the one fetched last."),
        Column("place_count", INTEGER, "From how many places the same bytes are held."),
        Column("character_count", INTEGER, "Characters that can be seen in its paragraphs, notes and tables; null where it was refused.", nullable=True),
        Column("symbol_evidence", STRING, "Where its symbol was taken from; null where it was refused.", nullable=True,
               values=("masthead", "running_head", "file_name", "request", "page_name")),
        Column("compared_count", INTEGER, "Numbered paragraphs of it and of the chosen file together, all paragraphs where none has a number; null for the "
               "chosen file and what was refused.", nullable=True),
        Column("agreeing_count", INTEGER, "How many of them have one number and one text in both, whatever the spaces and quotation marks.", nullable=True),
        Column("agreement", REAL, "The share (0 to 1) that agrees; null where nothing can be compared.", nullable=True),
        Column("likeness", REAL, "The share (0 to 1) of the characters of both files' paragraphs that stand in paragraphs which both have, if otherwise "
               "numbered, divided or slightly otherwise worded.", nullable=True),
        Column("difference_count", INTEGER, "Rows of `differences`.", nullable=True),
        Column("is_doubtful", BOOLEAN, "Whether so little agrees that one of the two is badly read, or so little is common to both that it may be another document.", nullable=True),
        Column("verdict_event_id", STRING, "The event of the log that accepted or refused it."),
    ),
    (DOCUMENT,),
    per_document=False,
)  # fmt: skip

DIFFERENCES = Table(
    "differences",
    "Where another file of a document reads otherwise than the one that is published: one row a paragraph or note and kind of difference.",
    ("witness_id", "ordinal"),
    (
        _witness_id(),
        document_id(),
        Column("ordinal", INTEGER, "Place among the differences of that file, in reading order, from 1."),
        Column("difference", STRING, "What differs: missing in the published file (here) or in the other (there), the number, the words, "
               "where paragraphs are divided, the note marks, quotation marks and dashes alone, spaces alone.", values=DIFFERENCE_KINDS),
        Column("paragraph_id", STRING, "The paragraph as published; null where it is missing here, or for a note.", nullable=True),
        Column("footnote_id", STRING, "The note as published; null where it is missing here, or for a paragraph.", nullable=True),
        Column("label", STRING, "The number or mark as published.", nullable=True),
        Column("other_label", STRING, "The number or mark in the other file.", nullable=True),
        Column("words", STRING, "The published words from the first to the last that differ; for note marks, each mark and after how many "
               "characters it stands.", nullable=True),
        Column("other_words", STRING, "The same of the other file.", nullable=True),
        Column("text", STRING, "The text as published.", nullable=True),
        Column("other_text", STRING, "The text in the other file.", nullable=True),
        Column("page", INTEGER, "The page in the published file, where it shows pages.", nullable=True),
        Column("other_page", INTEGER, "The page in the other file, where it shows pages.", nullable=True),
        Column("likeness", REAL, "The share (0 to 1) of the words of both that stand in both; null where one is missing.", nullable=True),
    ),
    (DOCUMENT, ForeignKey("witness_id", "witnesses", "witness_id"), PARAGRAPH, FOOTNOTE),
    per_document=False,
)  # fmt: skip
