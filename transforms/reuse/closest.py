"""For each of some passages, the others that hold most of it, the closest first.

Which of them may be taken, by date or by what else they say, is for the caller to decide.

>>> closest({"r1": Passage("en", "to keep a register …")}, {"p7": Passage("en", "A register …")}, least=0.3)["r1"]
(Close(id='p7', contained=0.42, shared=8),)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import polars as pl

from transforms.reuse.overlaps import overlaps
from transforms.reuse.shingles import shingles_of, words_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Close:
    """A passage that holds a share (0 to 1) of another's shingles, and how many these are."""

    id: str
    contained: float
    shared: int


def closest(
    asked: Mapping[str, Passage], held: Mapping[str, Passage], least: float
) -> dict[str, tuple[Close, ...]]:
    """The held passages that contain at least that share of each asked one, by its id.

    Args:
        asked: passages by id, long enough to be known again: below some ten words the share says little.
        held: the passages to look in, by ids of their own; those in another language are passed over.
        least: a share above 0, at most 1. Below about 0.3 what is common is chance.

    Returns:
        The closest first, of equally close ones the first by id; an asked passage with none is left out.
    """
    ids = [*sorted(asked), *sorted(held)]
    passages = list(
        chain((asked[one] for one in ids[: len(asked)]), (held[one] for one in ids[len(asked) :]))
    )
    columns = {"language": [one.language for one in passages], "text": [one.text for one in passages]}
    texts = pl.DataFrame(columns, schema={"language": pl.String, "text": pl.String}).with_row_index("text_id")
    shingles = shingles_of(texts.select("text_id", "language", words_of(pl.col("text")).alias("words")))
    is_asked = pl.col("text_id") < len(asked)
    found: defaultdict[str, list[Close]] = defaultdict(list)
    for one, other, shared, size, _ in overlaps(
        shingles.filter(is_asked), shingles.filter(~is_asked), least
    ).iter_rows():
        found[ids[one]].append(Close(ids[other], shared / size, shared))
    return {
        one: tuple(sorted(close, key=lambda each: (-each.contained, each.id))) for one, close in found.items()
    }
