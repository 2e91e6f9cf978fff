"""Which texts contain most of which others: exactly, though only few are ever compared.

Two texts of which one contains a share of the other's shingles must both hold one of its rarest. So each text is
looked up by those alone, and the pairs found are counted in full (the prefix filter of Chaudhuri and others, *A
primitive operator for similarity joins*, 2006). Nothing is sampled: the same texts give the same pairs.

>>> overlaps(shingles, shingles, least=0.6).row(0, named=True)
{'text_id': 7, 'held_id': 3, 'shared': 31, 'size': 40, 'held_size': 52}
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

STOCK = 500
"""A shingle that more texts hold than these is a stock phrase; a text that has only such among its rarest is a formula."""

_AT_ONCE = 10_000
"""Texts whose shingles are ranked at once."""

_PAIRS_AT_ONCE = 50_000
"""Pairs that are counted at once, about; each takes a kilobyte."""


def overlaps(asked: pl.DataFrame, held: pl.DataFrame, least: float) -> pl.DataFrame:
    """Every pair of an asked text and a held one that contains at least that share of its shingles.

    Args:
        asked: texts as `shingles_of` gives them.
        held: the texts to look in; one with the id of the asked text is passed over.
        least: a share above 0, at most 1.

    Returns:
        `text_id`, `held_id`, `shared` shingles, `size` and `held_size`, ordered by the ids.
    """
    holders = held.select(pl.col("text_id").alias("held_id"), pl.col("shingles").alias("shingle")).explode(
        "shingle"
    )
    rarity = holders.group_by("shingle").agg(pl.len().alias("holders"))
    lots = (lot for part in asked.iter_slices(_AT_ONCE) for lot in _lots(_telling(part, rarity, least)))
    pairs = [_counted(lot, asked, held, holders, least) for lot in lots]
    return pl.concat(pairs or [_counted(_telling(asked, rarity, least), asked, held, holders, least)]).sort(
        "text_id", "held_id"
    )


def _telling(asked: pl.DataFrame, rarity: pl.DataFrame, least: float) -> pl.DataFrame:
    """The rarest shingles of each text, as many as a text that contains the share cannot miss all."""
    most_missing = pl.col("size") - (pl.col("size") * least).ceil().cast(pl.UInt32)
    return (
        asked.explode("shingles")
        .rename({"shingles": "shingle"})
        .join(rarity, on="shingle", how="left")
        .with_columns(pl.col("holders").fill_null(0))
        .sort("text_id", "holders", "shingle")
        .filter(pl.int_range(pl.len()).over("text_id") <= most_missing)
        .filter(pl.col("holders").is_between(1, STOCK))
        .select("text_id", "shingle", "holders")
    )


def _lots(telling: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The shingles in lots of whole texts, so that no lot leads to many more pairs than fit in memory."""
    lot = pl.col("holders").cum_sum() // _PAIRS_AT_ONCE
    lots = telling.with_columns(lot.first().over("text_id").alias("lot"))
    for part in lots.partition_by("lot", maintain_order=True):
        yield part.drop("lot")


def _counted(
    telling: pl.DataFrame, asked: pl.DataFrame, held: pl.DataFrame, holders: pl.DataFrame, least: float
) -> pl.DataFrame:
    found = telling.join(holders, on="shingle").select("text_id", "held_id").unique()
    shared = pl.col("shingles").list.set_intersection("held_shingles").list.len().alias("shared")
    return (
        found.filter(pl.col("text_id") != pl.col("held_id"))
        .join(asked, on="text_id")
        .join(held.select(pl.all().name.prefix("held_")).rename({"held_text_id": "held_id"}), on="held_id")
        .select("text_id", "held_id", shared, "size", "held_size")
        .filter(pl.col("shared") >= pl.col("size") * least)
    )
