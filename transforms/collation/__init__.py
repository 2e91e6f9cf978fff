"""Collation: what two files of one document read alike, and where they differ.

The editor's words: each file of a document is a *witness*; the worthiest is published, and the others are
collated with it. Pure and deterministic: the same two readings give the same differences.

    >>> found = collate(lines_of(docx), lines_of(pdf))
    >>> found.agreement, found.differences[0].kind
    (0.987, 'text')
"""

from transforms.collation.comparing import collate
from transforms.collation.tables import STRANGE, Collated, collated, lines_of, witness_id
from transforms.collation.values import Collation, Difference, Kind, Line

__all__ = [
    "STRANGE",
    "Collated",
    "Collation",
    "Difference",
    "Kind",
    "Line",
    "collate",
    "collated",
    "lines_of",
    "witness_id",
]
