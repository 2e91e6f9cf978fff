"""The tables of what the UN Digital Library's catalogue says of documents.

>>> RECORDS.key
('record_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, DATE, INTEGER, STRING, STRINGS, Column, ForeignKey, Table

_RECORD = ForeignKey("record_id", "records", "record_id")


def _record_id() -> Column:
    return Column(
        "record_id", STRING, "The catalogue record: `undl:` and the Library's control number (MARC 001)."
    )


def _record_ordinal(of: str) -> Column:
    return Column("ordinal", INTEGER, f"Place among the record's {of}, from 1.")


RECORDS = Table(
    "records",
    "One row a record of the UN Digital Library's catalogue, as its cataloguers wrote it, whether or not we hold the document.",
    ("record_id",),
    (
        _record_id(),
        Column("symbols", STRINGS, "The document's symbols (191 a), canonical where they can be read as symbols."),
        Column("title", STRING, "The title (245 a, b, n, p, c joined), as catalogued.", nullable=True),
        Column("document_types", STRINGS, "Kinds of document (989), each from the general to the special, joined by ` / `."),
        Column("distribution", STRING, "Code of the distribution (091): `GEN`, `LTD`, `RES`.", nullable=True),
        Column("document_date", DATE, "The document's date (269) where it is a whole one.", nullable=True),
        Column("document_date_text", STRING, "The document's date (269) as catalogued.", nullable=True),
        Column("publication_date", DATE, "The date in the imprint (260 c) where it is a whole one.", nullable=True),
        Column("publication_date_text", STRING, "The date in the imprint (260 c) as catalogued.", nullable=True),
        Column("action_date", DATE, "The date of adoption or other action (992) where it is a whole one.", nullable=True),
        Column("action_date_text", STRING, "The date of adoption or other action (992) as catalogued.", nullable=True),
        Column("session", STRING, "Session or year of the first symbol (191 c), as catalogued.", nullable=True),
        Column("languages", STRINGS, "The document's languages (041), ISO 639-1 where we know it."),
        Column("job_numbers", STRINGS, "Job numbers (029 b), as catalogued."),
        Column("bodies", STRINGS, "The bodies' parts of the symbols (191 b): `A/C.3/`."),
        Column("author_bodies", STRINGS, "Corporate authors (710)."),
        Column("related_symbols", STRINGS, "Other documents it is linked to: drafts, meetings, what was voted on (791, 993)."),
        Column("notes", STRINGS, "The cataloguers' notes (500)."),
        Column("mandate_note", STRING, "The notes (500) that say which resolution or decision asked for the document.", nullable=True),
        Column("mandate_symbols", STRINGS, "The resolutions and decisions that these notes name, canonical."),
        Column("yes_count", INTEGER, "Votes in favour (996 b).", nullable=True),
        Column("no_count", INTEGER, "Votes against (996 c).", nullable=True),
        Column("abstaining_count", INTEGER, "Abstentions (996 d).", nullable=True),
        Column("non_voting_count", INTEGER, "Members that did not vote (996 e).", nullable=True),
        Column("is_without_vote", BOOLEAN, "Whether it was adopted without a vote; null where nothing is said (996).", nullable=True),
        Column("vote_text", STRING, "The summary of the vote (996 a) as catalogued.", nullable=True),
        Column("link_count", INTEGER, "Rows of `record_links`."),
        Column("source_url", STRING, "The address of the answer that held the record."),
        Column("content_sha256", STRING, "SHA-256 of the record alone in canonical XML: unchanged metadata, unchanged digest."),
        Column("imported_event_id", STRING, "The event of the log that imported the record."),
    ),
    per_document=False,
)  # fmt: skip

RECORD_AGENDA = Table(
    "record_agenda",
    "The agenda items under which a catalogued document was issued, one row an item (991).",
    ("record_id", "ordinal"),
    (
        _record_id(),
        _record_ordinal("agenda items"),
        Column("document", STRING, "The symbol of the agenda itself (991 a).", nullable=True),
        Column("item", STRING, "The item's number (991 b), as catalogued.", nullable=True),
        Column("title", STRING, "The item's title (991 c).", nullable=True),
    ),
    (_RECORD,),
    per_document=False,
)

RECORD_SUBJECTS = Table(
    "record_subjects",
    "The subjects of a catalogued document, as addresses in the UNBIS Thesaurus (650).",
    ("record_id", "ordinal"),
    (
        _record_id(),
        _record_ordinal("subjects"),
        Column("subject_uri", STRING, "`http://metadata.un.org/thesaurus/` and the concept's number; its labels are not ours to ship."),
    ),
    (_RECORD,),
    per_document=False,
)  # fmt: skip

RECORD_LINKS = Table(
    "record_links",
    "The files to which a catalogue record points, one row an address (856).",
    ("record_id", "ordinal"),
    (
        _record_id(),
        _record_ordinal("links"),
        Column("url", STRING, "The file's address (856 u)."),
        Column("language", STRING, "Its language, by its label (856 3, y, z), else by its name.", nullable=True),
        Column("symbols", STRINGS, "The symbols that the file's name encodes, canonical."),
        Column("is_other_document", BOOLEAN, "Whether none of them is one of the record's; null where either has none.", nullable=True),
    ),
    (_RECORD,),
    per_document=False,
)  # fmt: skip
