"""Every table declared once: columns, types, keys, meaning.

Arrow schemas, expectations, DuckDB comments, the manifest and the data dictionary are derived from `TABLES`;
a column that is not here exists nowhere.

    >>> TABLES["paragraphs"].column("label").meaning
    'The number as it is quoted: `12`, `79(d)(ii)`, `38[b1]`, `summary-1`, `p4`.'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1.0.0"

Row = dict[str, Any]
"""One row before it is Arrow: column name to value."""

STRING = pa.string()
INTEGER = pa.int32()
BIGINT = pa.int64()
REAL = pa.float64()
BOOLEAN = pa.bool_()
DATE = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
STRINGS = pa.list_(pa.field("element", pa.string(), nullable=False))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Arrow type, whether it may be null, and what it means (one sentence)."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    values: tuple[str, ...] = ()
    """The closed list of values, where there is one."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose non-null values must stand in another table's column."""

    column: str
    table: str
    referred: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, its key (also its sort order) and its foreign keys.

    `per_document` tables are made by reading one document and are judged with it; the others are
    made when a release is folded. (`entities` is made by each document and merged by id.)
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    per_document: bool = True

    def column(self, name: str) -> Column:
        """The column of that name; KeyError names the table and its columns."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}: the columns are {', '.join(c.name for c in self.columns)}")

    @property
    def arrow(self) -> pa.Schema:
        """The Arrow schema, with nullability and the meaning as field metadata."""
        return pa.schema(
            [
                pa.field(c.name, c.type, nullable=c.nullable, metadata={"meaning": c.meaning})
                for c in self.columns
            ],
            metadata={"meaning": self.meaning, "key": ",".join(self.key)},
        )


LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
DOCUMENT_KINDS = (
    "report", "note", "resolution", "decision", "presidential_statement", "letter", "verbatim_record",
    "summary_record", "corrigendum", "addendum", "budget", "web_page", "document",
)  # fmt: skip
PARAGRAPH_KINDS = (
    "paragraph", "subparagraph", "bullet", "quote", "summary", "preambular", "operative", "speech",
    "letter", "caption", "signature",
)  # fmt: skip
MENTION_TYPES = (
    "ORG", "COUNTRY", "REGION", "PLACE", "DOC_SYMBOL", "RESOLUTION", "XREF", "CHARTER", "DATE", "MONEY",
    "EVENT", "AGREEMENT", "PROGRAMME", "WORK", "POST", "PERSON", "SDG",
)  # fmt: skip
SET_ASIDE_REASONS = (
    "contents", "running_head", "page_number", "job_number", "rule", "markup", "label", "footnote_marker",
    "boilerplate", "navigation", "control_characters", "masthead_note", "end_mark",
)  # fmt: skip

_DOCUMENT = ForeignKey("document_id", "documents", "document_id")
_PARAGRAPH = ForeignKey("paragraph_id", "paragraphs", "paragraph_id")
_FOOTNOTE = ForeignKey("footnote_id", "footnotes", "footnote_id")


def _document_id() -> Column:
    return Column("document_id", STRING, "The document: its first symbol, `@`, its language (`A/73/328@en`).")


_DOCUMENTS = Table(
    "documents",
    "One row a document and language: what its masthead says, and where the row came from.",
    ("document_id",),
    (
        _document_id(),
        Column("symbol", STRING, "The first symbol in canonical form; for a page without one, `web:` and its name."),
        Column("symbols", STRINGS, "Every symbol the document carries, in the order printed."),
        Column("language", STRING, "The language of the text, ISO 639-1.", values=LANGUAGES),
        Column("kind", STRING, "The kind of document.", values=DOCUMENT_KINDS),
        Column("kind_evidence", STRING, "The words or the rule that decided the kind."),
        Column("title", STRING, "The title as printed.", nullable=True),
        Column("document_date", DATE, "The date that stands for the document: adoption, else distribution.", nullable=True),
        Column("distribution_date", DATE, "The date printed under `Distr.`.", nullable=True),
        Column("adoption_date", DATE, "The date of adoption of a resolution, decision or statement.", nullable=True),
        Column("session", STRING, "Session or year of the first organ, as a number (`73`).", nullable=True),
        Column("agenda_items", STRINGS, "Agenda items in short form (`129 (a)`)."),
        Column("job_number", STRING, "The job number printed at the page foot (`18-13620`).", nullable=True),
        Column("original_language", STRING, "The language the document was written in, as printed.", nullable=True),
        Column("symbol_evidence", STRING, "Where the symbol was taken from.",
               values=("masthead", "running_head", "file_name", "request", "page_name")),
        Column("source_url", STRING, "Where the bytes came from; filled in when a release is folded.", nullable=True),
        Column("content_sha256", STRING, "SHA-256 of the raw bytes, hexadecimal."),
        Column("media_type", STRING, "The media type that the bytes themselves show."),
        Column("reader_fingerprint", STRING, "Digest of the reading code and the gazetteer that made the rows."),
        Column("accepted_event_id", STRING, "The event of the log that accepted these rows; filled in when a release is folded.", nullable=True),
        Column("text_conserved", REAL, "Share (0 to 1) of the source's visible characters that stand in exactly one row."),
        Column("paragraph_count", INTEGER, "Rows of `paragraphs`."),
        Column("numbered_count", INTEGER, "Paragraphs with a number of their own."),
        Column("word_count", INTEGER, "Words in all paragraphs."),
    ),
)  # fmt: skip

_DOCUMENT_SYMBOLS = Table(
    "document_symbols",
    "Every symbol and alias under which a document may be asked for.",
    ("symbol", "document_id"),
    (
        Column("symbol", STRING, "A whole symbol in canonical form, joint or single."),
        _document_id(),
        Column("is_first", BOOLEAN, "Whether it is the one in the document's id."),
    ),
    (_DOCUMENT,),
)

_SECTIONS = Table(
    "sections",
    "The headings, in order, with their place in the outline.",
    ("section_id",),
    (
        Column("section_id", STRING, "`<document_id>#section_2__section_1`, by position in the outline."),
        _document_id(),
        Column("ordinal", INTEGER, "Place among the document's headings, from 1."),
        Column("level", INTEGER, "Depth in the outline, from 1."),
        Column("label", STRING, "The heading's own number or letter (`II`, `A`, `1`).", nullable=True),
        Column("heading", STRING, "The heading as printed, its number included."),
        Column("section_path", STRINGS, "The headings above it and itself, as printed."),
        Column("page", INTEGER, "Page on which it stands, from 1.", nullable=True),
    ),
    (_DOCUMENT,),
)

_PARAGRAPHS = Table(
    "paragraphs",
    "The paragraphs as they are quoted: one row a numbered paragraph, subparagraph, bullet or unnumbered one.",
    ("document_id", "ordinal"),
    (
        Column(
            "paragraph_id",
            STRING,
            "`<document_id>#<eid>` with an AKN4UN eId (`A/73/328@en#para_79__point_d`).",
        ),
        _document_id(),
        Column("symbol", STRING, "The document's first symbol."),
        Column("language", STRING, "The language of the text.", values=LANGUAGES),
        Column("ordinal", INTEGER, "Place in the document, from 1."),
        Column("number", INTEGER, "The printed number of a numbered paragraph.", nullable=True),
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
    ),
    (_DOCUMENT, ForeignKey("parent_id", "paragraphs", "paragraph_id")),
)

_FOOTNOTES = Table(
    "footnotes",
    "Footnotes, attached to the place that refers to them.",
    ("footnote_id",),
    (
        Column("footnote_id", STRING, "`<document_id>#footnote_3`, or `footnote_star_1` for a mark."),
        _document_id(),
        Column("ordinal", INTEGER, "Place among the document's notes, from 1."),
        Column("marker", STRING, "The mark as printed (`3`, `*`)."),
        Column("text", STRING, "The text of the note without its mark."),
        Column("paragraph_id", STRING, "The paragraph that refers to it; null when the masthead or a heading does.", nullable=True),
        Column("anchor_char", INTEGER, "Offset in that paragraph's text after which the mark stands.", nullable=True),
        Column("page", INTEGER, "Page at whose foot it stands.", nullable=True),
    ),
    (_DOCUMENT, _PARAGRAPH),
)  # fmt: skip

_CELLS = Table(
    "cells",
    "The cells of tables.",
    ("document_id", "table_ordinal", "row_ordinal", "column_ordinal"),
    (
        _document_id(),
        Column("table_ordinal", INTEGER, "Which table of the document, from 1."),
        Column("row_ordinal", INTEGER, "Row, from 1."),
        Column("column_ordinal", INTEGER, "Column, from 1; a spanning cell stands at its first."),
        Column("row_span", INTEGER, "Rows it covers."),
        Column("column_span", INTEGER, "Columns it covers."),
        Column("is_header", BOOLEAN, "Whether it is a header cell."),
        Column("text", STRING, "The cell's text."),
    ),
    (_DOCUMENT,),
)

_SET_ASIDE = Table(
    "set_aside",
    "What is in the source and in no other table, and why.",
    ("document_id", "ordinal"),
    (
        _document_id(),
        Column("ordinal", INTEGER, "Place among what was set aside, from 1."),
        Column("reason", STRING, "Why it was set aside.", values=SET_ASIDE_REASONS),
        Column("text", STRING, "The characters as they stood."),
        Column("start_char", INTEGER, "First code point in the laid-out source."),
        Column("end_char", INTEGER, "One past the last."),
        Column("page", INTEGER, "Page, where the source shows pages.", nullable=True),
    ),
    (_DOCUMENT,),
)

_MENTIONS = Table(
    "mentions",
    "Everything named in a paragraph or a footnote, with the words as printed and their offsets.",
    ("mention_id",),
    (
        Column("mention_id", STRING, "`<paragraph_id or footnote_id>/m<start>-<end>-<type>`."),
        _document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote whose text the offsets count; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the words."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed: `text[start_char:end_char]`."),
        Column("type", STRING, "What kind of thing is named.", values=MENTION_TYPES),
        Column("entity_id", STRING, "The first id."),
        Column("entity_ids", STRINGS, "All ids; two for a joint symbol."),
        Column("norm", STRING, "The value in normal form: canonical symbol, EDTF date, currency and amount.", nullable=True),
        Column("layer", STRING, "`main`; `coref` for anaphora; `nested` inside a longer name.", values=("main", "coref", "nested")),
        Column("method", STRING, "The rule that found it."),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is."),
    ),
    (_DOCUMENT, _PARAGRAPH, _FOOTNOTE, ForeignKey("entity_id", "entities", "entity_id")),
)  # fmt: skip

_DEFINITIONS = Table(
    "definitions",
    "Acronyms that a document defines for itself.",
    ("definition_id",),
    (
        Column("definition_id", STRING, "`<paragraph_id or footnote_id>/d<start>`."),
        _document_id(),
        Column("paragraph_id", STRING, "The paragraph that defines it; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote that defines it; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the short form."),
        Column("end_char", INTEGER, "One past the last."),
        Column("short_form", STRING, "The acronym as printed."),
        Column("long_form", STRING, "The name it stands for, as printed."),
        Column("entity_id", STRING, "What both stand for."),
    ),
    (_DOCUMENT, _PARAGRAPH, _FOOTNOTE, ForeignKey("entity_id", "entities", "entity_id")),
)

_ENTITIES = Table(
    "entities",
    "What the mentions name: one row an id.",
    ("entity_id",),
    (
        Column(
            "entity_id", STRING, "Our own id (`org:un.sc`, `geo:SDN`, `sym:A/73/328`, `edtf:2018-08-17`)."
        ),
        Column("type", STRING, "What kind of thing it is.", values=MENTION_TYPES),
        Column("name", STRING, "Its name under UN usage, or its value in normal form."),
        Column("acronym", STRING, "Its usual acronym.", nullable=True),
        Column("parent_id", STRING, "The body it belongs to.", nullable=True),
        Column("iso3", STRING, "ISO 3166-1 alpha-3.", nullable=True),
        Column("m49", STRING, "UN M49 code, three digits.", nullable=True),
        Column("authority_uri", STRING, "Its address at the UN's own authority file.", nullable=True),
        Column(
            "status",
            STRING,
            "Standing of a state (member, observer, territory, former) or of a name (listed, unlisted).",
            nullable=True,
        ),
    ),
)

_CITATIONS = Table(
    "citations",
    "Documents and resolutions cited, one row a cited symbol, with pinpoints and what they resolve to.",
    ("citation_id",),
    (
        Column("citation_id", STRING, "`<paragraph_id or footnote_id>/c<start>-<n>`."),
        _document_id(),
        Column("paragraph_id", STRING, "The paragraph that cites; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote that cites; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the citation."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed."),
        Column("cited_symbol", STRING, "The symbol cited, canonical (`A/RES/60/1`, `S/RES/1540 (2004)`)."),
        Column("pinpoint", STRING, "The place inside it (`annex, para. 4 (1)`).", nullable=True),
        Column("cited_document_id", STRING, "The document we hold under that symbol, same language first.", nullable=True),
        Column("cited_paragraph_id", STRING, "The paragraph the pinpoint names, where we hold it.", nullable=True),
        Column("method", STRING, "The rule that found it."),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is of the target."),
    ),
    (_DOCUMENT, _PARAGRAPH, _FOOTNOTE, ForeignKey("cited_document_id", "documents", "document_id"),
     ForeignKey("cited_paragraph_id", "paragraphs", "paragraph_id")),
)  # fmt: skip

_VERDICTS = Table(
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
        Column("failing_count", INTEGER, "Rows that failed."),
        Column("detail", STRING, "What failed and what to do; examples of failing rows.", nullable=True),
    ),
    per_document=False,
)  # fmt: skip

_EVENTS = Table(
    "events",
    "The log, as a table: what happened, in order.",
    ("sequence",),
    (
        Column("sequence", BIGINT, "Place in the one total order, from 1."),
        Column("event_id", STRING, "CloudEvents `id`."),
        Column("stream", STRING, "What the event is about (CloudEvents `subject`)."),
        Column("stream_version", INTEGER, "Place in that stream, from 1."),
        Column("type", STRING, "Past tense, with the version of its shape (`source-fetched.v1`)."),
        Column("happened_at", INSTANT, "When it happened (CloudEvents `time`)."),
        Column("recorded_at", INSTANT, "When we learned it."),
        Column("data", STRING, "The event's own JSON."),
        Column("hash", STRING, "SHA-256 over the envelope and the hash before it."),
    ),
    per_document=False,
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            _DOCUMENTS, _DOCUMENT_SYMBOLS, _SECTIONS, _PARAGRAPHS, _FOOTNOTES, _CELLS, _SET_ASIDE,
            _MENTIONS, _DEFINITIONS, _ENTITIES, _CITATIONS, _VERDICTS, _EVENTS,
        )
    }
)  # fmt: skip
"""All published tables by name, in the order in which they are documented."""


def table_of(spec: Table, rows: Iterable[Row]) -> pa.Table:
    """Rows become an Arrow table of exactly the declared columns, sorted by the table's key."""
    table = pa.Table.from_pylist(list(rows), schema=spec.arrow)
    return table.sort_by([(name, "ascending") for name in spec.key])
