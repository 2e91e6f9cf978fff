"""The UN Digital Library's catalogue: MARCXML in, records and their rows out.

What the cataloguers wrote is kept as they wrote it: it is revisable and sometimes wrong, and worth most where it
can be held against the document's own masthead.

>>> content = b"<record><controlfield tag='001'>7</controlfield><datafield tag='191'><subfield code='a'>a/999/1</subfield></datafield></record>"
>>> [record(each).symbols for each in page(content).records]
[('A/999/1',)]
"""

from transforms.catalogue.pages import page
from transforms.catalogue.reading import record
from transforms.catalogue.rows import Provenance, rows_of
from transforms.catalogue.spelling import query, spellings
from transforms.catalogue.values import Agenda, Link, Page, Record, Votes

__all__ = [
    "Agenda",
    "Link",
    "Page",
    "Provenance",
    "Record",
    "Votes",
    "page",
    "query",
    "record",
    "rows_of",
    "spellings",
]
