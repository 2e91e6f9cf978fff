"""The tables of what a document speaks of: mentions, entities, definitions, citations.

>>> CITATIONS.key
('citation_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import DATE, INTEGER, REAL, STRING, STRINGS, Column, ForeignKey, Table
from transforms.schema.shared import (
    CROSS_REFERENCE_METHODS,
    DOCUMENT,
    FOOTNOTE,
    MENTION_TYPES,
    ORGANISATION_KINDS,
    PARAGRAPH,
    document_id,
)

MENTIONS = Table(
    "mentions",
    "Everything named in a paragraph or a footnote, with the words as printed and their offsets.",
    ("mention_id",),
    (
        Column("mention_id", STRING, "`<paragraph_id or footnote_id>/m<start>-<end>-<type>`."),
        document_id(),
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
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("entity_id", "entities", "entity_id")),
)  # fmt: skip

DEFINITIONS = Table(
    "definitions",
    "Acronyms that a document defines for itself.",
    ("definition_id",),
    (
        Column("definition_id", STRING, "`<paragraph_id or footnote_id>/d<start>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph that defines it; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote that defines it; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the short form."),
        Column("end_char", INTEGER, "One past the last."),
        Column("short_form", STRING, "The acronym as printed."),
        Column("long_form", STRING, "The name it stands for, as printed."),
        Column("entity_id", STRING, "What both stand for."),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("entity_id", "entities", "entity_id")),
)

ENTITIES = Table(
    "entities",
    "What the mentions name: one row an id.",
    ("entity_id",),
    (
        Column(
            "entity_id",
            STRING,
            "Our own id (`org:un.sc`, `geo:SDN`, `edtf:2018-08-17`; `org:?slug`, `agr:?slug` and the like where no list has it).",
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
            "Standing of a state (member, observer, territory, former), `former` too of a body that has ended, `unlisted` of a name that no list has.",
            nullable=True,
        ),
        Column(
            "kind",
            STRING,
            "What kind of organisation it is; `organ` and `field_mission` are of bodies outside the United Nations. Null where no list has it.",
            nullable=True,
            values=ORGANISATION_KINDS,
        ),
        Column(
            "since",
            INTEGER,
            "First year in which it existed; of a text, the year in which it was adopted.",
            nullable=True,
        ),
        Column(
            "until",
            INTEGER,
            "Last year in which it existed or applied; null where that has not come, or no list says.",
            nullable=True,
        ),
        Column(
            "successor_id",
            STRING,
            "What took its place or took over its work; has a row of its own.",
            nullable=True,
        ),
        Column(
            "treaty_number",
            STRING,
            "Number under which the United Nations Treaty Series has a treaty (`14668`); a protocol may share its convention's.",
            nullable=True,
        ),
    ),
)

CITATIONS = Table(
    "citations",
    "Documents and resolutions cited, one row a cited symbol, with pinpoints and what they resolve to.",
    ("citation_id",),
    (
        Column("citation_id", STRING, "`<paragraph_id or footnote_id>/c<start>-<n>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph that cites; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote that cites; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the citation."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed."),
        Column("cited_symbol", STRING, "The symbol cited, canonical (`A/RES/60/1`, `S/RES/1540 (2004)`)."),
        Column("pinpoint", STRING, "The place inside it (`annex, para. 4 (1)`).", nullable=True),
        Column("pinpoint_annexes", STRINGS, "The annexes that it names, by number (`II`); `annex` where it has none, other additions by name."),
        Column("pinpoint_chapters", STRINGS, "The chapters and parts that it names, by number (`IV`)."),
        Column("pinpoint_sections", STRINGS, "The sections that it names, as printed (`III`, `I.A`)."),
        Column("pinpoint_paragraphs", STRINGS, "The paragraphs that it names, ranges expanded, as labels of `paragraphs` (`7(e)`)."),
        Column("stated_date", DATE, "The day that the words give what is cited (`of 16 September 2005`).", nullable=True),
        Column("cited_document_id", STRING, "The document we hold under that symbol, same language first.", nullable=True),
        Column("cited_paragraph_id", STRING, "The first paragraph the pinpoint names, where we hold it.", nullable=True),
        Column("cited_paragraph_ids", STRINGS, "All paragraphs the pinpoint names that we hold; for a point that is no row, its paragraph."),
        Column("method", STRING, "The rule that found it."),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is of the target."),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("cited_document_id", "documents", "document_id"),
     ForeignKey("cited_paragraph_id", "paragraphs", "paragraph_id")),
)  # fmt: skip

CROSS_REFERENCES = Table(
    "cross_references",
    "References to other places of the same document (`paras. 20-22 above`, `section II.D of the present report`), one row a place.",
    ("cross_reference_id",),
    (
        Column("cross_reference_id", STRING, "`<paragraph_id or footnote_id>/x<start>-<n>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph that refers; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote that refers; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the words."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The words as printed; they may refer to several places."),
        Column("place", STRING, "The place in normal form, ranges expanded (`para. 21`, `section II.D`, `annex I`)."),
        Column("cited_paragraph_id", STRING, "The paragraph meant; null for sections, and where none has that number.", nullable=True),
        Column("cited_section_id", STRING, "The section or annex meant; null for paragraphs, and where none has that label.", nullable=True),
        Column("method", STRING, "How it was found: by number in the same part of the document, in its main text, as the paragraph that "
               "holds a point that is no row, by heading; or `missing`.", values=CROSS_REFERENCE_METHODS),
        Column("confidence", REAL, "Between 0 and 1: how sure the rules are of the words and of the place."),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("cited_paragraph_id", "paragraphs", "paragraph_id"),
     ForeignKey("cited_section_id", "sections", "section_id")),
)  # fmt: skip
