"""Texts become their words and their shingles: every run of a few words, in Chinese of characters.

A shingle (Broder, *On the resemblance and containment of documents*, 1997) keeps the order of words, which a set of
words loses: two paragraphs on sanctions have most words in common, but few runs of three.

>>> shingles_of(pl.DataFrame({"text_id": [7], "language": ["en"], "words": ["the gauges were lent"]})).rows()
[(7, 2, [142315664925990182, 4307320519375680847])]
"""

from __future__ import annotations

import polars as pl

LENGTHS = {"ar": 2, "en": 3, "es": 4, "fr": 4, "ru": 2, "zh": 3}
"""How many words or, in Chinese, characters a shingle has. Arabic and Russian say in two words what takes three in English
and four in French; so resolutions that repeat each other in one language do so in all (tests/measure_repetitions.py)."""

_MARKS = r"\p{M}"
"""Vowel signs, which Arabic texts print or not."""

_WORD = r"\p{Han}|[[\p{L}\p{N}]--\p{Han}]+"
_AT_ONCE = 10_000
"""Texts whose words are held in memory at once, each with its own row."""


def words_of(text: pl.Expr) -> pl.Expr:
    """The words of a text in small letters with a space between, without any sign or mark; in Chinese its characters."""
    return text.str.to_lowercase().str.replace_all(_MARKS, "").str.extract_all(_WORD).list.join(" ")


def word_count(words: pl.Expr) -> pl.Expr:
    """How many words such a text has."""
    return pl.when(words == "").then(0).otherwise(words.str.count_matches(" ") + 1)


def shingles_of(texts: pl.DataFrame) -> pl.DataFrame:
    """A row a text that has a shingle: `text_id`, `size`, and `shingles`, a set of digests in ascending order.

    Args:
        texts: `text_id`, `language` and `words`, as `words_of` gives them.
    """
    parts = [_shingled(part) for part in texts.iter_slices(_AT_ONCE)]
    return pl.concat(parts) if parts else _shingled(texts)


def _shingled(texts: pl.DataFrame) -> pl.DataFrame:
    of = pl.col("language")
    found = [_runs(texts.filter(of == language), length) for language, length in LENGTHS.items()]
    return (
        pl.concat(found)
        .group_by("text_id")
        .agg(pl.col("shingle").unique().sort().alias("shingles"))
        .select("text_id", pl.col("shingles").list.len().alias("size"), "shingles")
        .sort("text_id")
    )


def _runs(texts: pl.DataFrame, length: int) -> pl.DataFrame:
    """Every run of that many words in a row of its own, as a digest of 64 bits; another one in each language."""
    words = texts.select("text_id", "language", pl.col("words").str.split(" ")).explode("words")
    digest = pl.col("words").hash(seed=0)
    run = digest ^ pl.col("language").hash(seed=0)
    for place in range(1, length):
        run = run.hash(seed=1) ^ digest.shift(-place)
    is_whole = pl.col("text_id") == pl.col("text_id").shift(1 - length)
    return (
        words.select("text_id", run.alias("shingle"), is_whole.alias("whole")).filter("whole").drop("whole")
    )
