"""Every table declared once: columns, types, keys, meaning.

Arrow schemas, expectations, DuckDB comments, the manifest and the data dictionary are derived from `TABLES`;
a column that is not here exists nowhere.

    >>> TABLES["paragraphs"].column("label").meaning
    'The number as it is quoted: `12`, `79(d)(ii)`, `38[b1]`, `summary-1`, `p4`.'
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from transforms.schema.catalogue import RECORD_AGENDA, RECORD_LINKS, RECORD_SUBJECTS, RECORDS
from transforms.schema.declaring import (
    BIGINT,
    BOOLEAN,
    DATE,
    INSTANT,
    INTEGER,
    REAL,
    SCHEMA_VERSION,
    STRING,
    STRINGS,
    Column,
    ForeignKey,
    Row,
    Table,
    table_of,
)
from transforms.schema.documents import (
    CELLS,
    DOCUMENT_SYMBOLS,
    DOCUMENTS,
    FOOTNOTES,
    PARAGRAPHS,
    SECTIONS,
    SET_ASIDE,
)
from transforms.schema.findings import CITATIONS, CROSS_REFERENCES, DEFINITIONS, ENTITIES, MENTIONS
from transforms.schema.history import EVENTS, HOLDINGS, VERDICTS
from transforms.schema.kinds import CORRECTIONS, SIGNATURES, SPEECHES
from transforms.schema.reports import REPORT_BASES, REPORT_REQUESTS
from transforms.schema.reuse import FOLLOW_UPS, REPETITIONS
from transforms.schema.shared import (
    DOCUMENT_KINDS,
    LANGUAGES,
    MENTION_TYPES,
    ORGANISATION_KINDS,
    PARAGRAPH_KINDS,
    SET_ASIDE_REASONS,
)
from transforms.schema.stated import BALLOTS, LINKS, SPONSORS, STEPS, SUBJECTS, VOTES
from transforms.schema.ties import FUNDING, MECHANISMS, OCCURRENCES, PARTNERSHIPS, RECOMMENDATIONS
from transforms.schema.witnesses import CRITERIA, DIFFERENCE_KINDS, DIFFERENCES, FORMATS, WITNESSES

__all__ = [
    "BIGINT",
    "BOOLEAN",
    "CRITERIA",
    "DATE",
    "DIFFERENCE_KINDS",
    "DOCUMENT_KINDS",
    "FORMATS",
    "INSTANT",
    "INTEGER",
    "LANGUAGES",
    "MENTION_TYPES",
    "ORGANISATION_KINDS",
    "PARAGRAPH_KINDS",
    "REAL",
    "SCHEMA_VERSION",
    "SET_ASIDE_REASONS",
    "STRING",
    "STRINGS",
    "TABLES",
    "Column",
    "ForeignKey",
    "Row",
    "Table",
    "table_of",
]

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            DOCUMENTS, DOCUMENT_SYMBOLS, SECTIONS, PARAGRAPHS, FOOTNOTES, CELLS, SET_ASIDE, SPEECHES, CORRECTIONS, SIGNATURES,
            MENTIONS, DEFINITIONS, ENTITIES, CITATIONS, CROSS_REFERENCES, FUNDING, RECOMMENDATIONS, REPORT_REQUESTS,
            REPORT_BASES, PARTNERSHIPS, MECHANISMS, OCCURRENCES, LINKS, SUBJECTS, STEPS, SPONSORS, VOTES, BALLOTS, RECORDS, RECORD_AGENDA, RECORD_SUBJECTS,
            RECORD_LINKS, WITNESSES, DIFFERENCES, HOLDINGS, VERDICTS, EVENTS, REPETITIONS, FOLLOW_UPS,
        )
    }
)  # fmt: skip
"""All published tables by name, in the order in which they are documented."""
