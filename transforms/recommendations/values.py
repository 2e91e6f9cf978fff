"""What was found: one value a paragraph and set of addressees.

>>> Recommendation(0, 0, 52, "recommendation", (), "the lenders", (), "should", "should", None, None, None, None, "subject", 0.9).kind
'recommendation'
"""

from __future__ import annotations

from typing import NamedTuple


class Recommendation(NamedTuple):
    """Who is asked to do what: `passage.text[start:end]` are the clauses that ask.

    `askers` is empty where the document itself asks; `chapeau` is the passage whose words the item inherits;
    `source` is the resolution in which a reported request stands, `place` where in it.
    """

    passage: int
    start: int
    end: int
    kind: str
    askers: tuple[str, ...]
    addressee: str | None
    addressees: tuple[str, ...]
    cue: str
    verb: str
    action: tuple[int, int] | None
    chapeau: int | None
    source: str | None
    place: str | None
    method: str
    confidence: float
