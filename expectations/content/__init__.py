"""Content: what rows must mean, beyond what their columns say. Written by hand, one rule a fact.

A rule selects the rows that fail, with the document they belong to. Offsets count code points, as DuckDB's
`length` and `substring` do.

    >>> [rule.name for rule in RULES if rule.table == "cells"]
    ['cells.lie_in_grid']
"""

from __future__ import annotations

from expectations.content import docket, documents, findings, kinds, notes, order, paragraphs, ties
from expectations.content.documents import SYMBOLS_READ
from expectations.rule import Rule

RULES: tuple[Rule, ...] = (
    *documents.RULES,
    *order.RULES,
    *paragraphs.RULES,
    *notes.RULES,
    *kinds.RULES,
    *findings.RULES,
    *docket.RULES,
    *ties.RULES,
)
"""Every rule of content, in the order in which a verdict reports them."""

__all__ = ["RULES", "SYMBOLS_READ"]
