"""Reuse: which paragraphs of a later document stand, the same or lightly changed, in an earlier one, and which take up what it asks.

Pure and exact: the same paragraphs give the same rows, in whatever order and lots they come. Standing on Polars,
which is loaded where this package is.

    >>> repetitions(documents, symbols, paragraphs).select(["paragraph_id", "earlier_paragraph_id", "kind"])
"""

from transforms.reuse.closest import Close, Passage, closest
from transforms.reuse.following import follow_ups
from transforms.reuse.repeating import repetitions

__all__ = ["Close", "Passage", "closest", "follow_ups", "repetitions"]
