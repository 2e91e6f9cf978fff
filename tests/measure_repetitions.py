"""How well repeated paragraphs are found: nothing is lost, languages agree, yearly texts are told; and what is taken up.

    python -m tests.measure_repetitions --corpus ../shared/corpus
    python -m tests.measure_repetitions --corpus ../shared/corpus --paragraphs 100000

With `--paragraphs`, the paragraphs read are varied by chance until there are so many, to see what a large release costs.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import polars as pl
import pyarrow as pa

from flows.reading import rows_of
from transforms import corpus
from transforms.errors import Refusal
from transforms.reuse import follow_ups, repetitions
from transforms.reuse.overlaps import overlaps
from transforms.reuse.repeating import LEAST, SHORT
from transforms.reuse.shingles import shingles_of, word_count, words_of
from transforms.schema import TABLES
from warehouse.ledger import Reading

_FIXED = datetime(2026, 1, 1, tzinfo=UTC)
_SUFFIXES = frozenset({".xml", ".txt", ".docx", ".pdf"})
_SAMPLE = 400
"""Texts that are compared with all others, one by one."""

_RENEWED = {
    1588: 1585, 1614: 1583, 1615: 1582, 1616: 1596, 1622: 1586, 1630: 1587, 1641: 1602, 1642: 1604, 1643: 1584, 1647: 1607,
    1648: 1605, 2694: 2673, 2710: 2687, 2718: 2689, 2769: 2701, 2771: 2674, 2776: 2713, 2780: 2684, 2786: 2691,
}  # fmt: skip
"""Resolutions of the Security Council, and the last one held before each on the same mission or measures, by their titles."""

_SHOWN = 25

Tables = dict[str, pa.Table]


def main() -> None:
    """Read every file of the corpus; print recall, agreement of languages, renewals and speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument(
        "--paragraphs", type=int, default=0, help="vary what was read until there are so many paragraphs"
    )
    asked = parser.parse_args()
    held = corpus.merge(_read(sorted(asked.corpus.rglob("*"))))
    if asked.paragraphs:
        held["paragraphs"] = _varied(held["paragraphs"], asked.paragraphs)
    started, spent = time.perf_counter(), time.process_time()
    found = repetitions(held["documents"], held["document_symbols"], held["paragraphs"])
    print(
        f"{held['documents'].num_rows} documents, {held['paragraphs'].num_rows} paragraphs: {found.num_rows} repetitions in "
        f"{time.perf_counter() - started:.1f} s ({time.process_time() - spent:.1f} s of work), "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most"
    )
    rows = found.to_pylist()
    for kind, count in sorted(Counter((row["relation"], row["kind"], row["method"]) for row in rows).items()):
        print(f"    {count:6} {', '.join(kind)}")
    if not asked.paragraphs:
        _languages(rows, held["paragraphs"])
        _renewals(rows, held["paragraphs"])
        _followed(held)
    _recall(held["paragraphs"])


def _read(paths: Iterable[Path]) -> Iterator[Tables]:
    """The rows of each document, of several files the first."""
    seen: set[str] = set()
    for path in (path for path in paths if path.suffix in _SUFFIXES):
        reading = Reading(
            path.name, path.name, None, None, "0" * 64, None, 1, "folder", path.stat().st_size, _FIXED
        )
        try:
            read = rows_of(path.read_bytes(), reading, "0" * 16, None)
        except Refusal:
            continue
        if read.document_id not in seen:
            seen.add(read.document_id)
            yield read.tables


def _varied(paragraphs: pa.Table, wanted: int) -> pa.Table:
    """The paragraphs, and copies of some in which words are replaced by chance: few, some, or half of them."""
    dice = Random(7)
    rows = paragraphs.to_pylist()
    words = [word for row in dice.sample(rows, min(3_000, len(rows))) for word in row["text"].split()]
    while len(rows) < wanted:
        copied, rate = dict(dice.choice(rows)), dice.choice((0.02, 0.1, 0.5))
        copied["paragraph_id"] = f"{copied['paragraph_id']}-{len(rows)}"
        copied["text"] = " ".join(
            dice.choice(words) if dice.random() < rate else word for word in copied["text"].split()
        )
        rows.append(copied)
    return pa.Table.from_pylist(rows, schema=TABLES["paragraphs"].arrow)


def _recall(paragraphs: pa.Table) -> None:
    """Of a sample of texts, how many of the pairs that a comparison with all others finds are found."""
    given = pl.DataFrame(pl.from_arrow(paragraphs.select(["language", "text"])))
    worded = given.select("language", words_of(pl.col("text")).alias("words")).unique()
    texts = (
        worded.filter(word_count(pl.col("words")) >= SHORT)
        .sort("language", "words")
        .with_row_index("text_id")
    )
    started = time.perf_counter()
    shingles = shingles_of(texts)
    pairs = {(one, other) for one, other, *_ in overlaps(shingles, shingles, LEAST).iter_rows()}
    quick = time.perf_counter() - started
    sets = {one: frozenset(held) for one, _, held in shingles.iter_rows()}
    sample = set(Random(7).sample(sorted(sets), min(_SAMPLE, len(sets))))
    started = time.perf_counter()
    expected = {
        (one, other)
        for one in sample
        for other, held in sets.items()
        if other != one and len(sets[one] & held) >= len(sets[one]) * LEAST
    }
    slow = time.perf_counter() - started
    found = {pair for pair in pairs if pair[0] in sample}
    print(
        f"{len(sets)} wordings: {len(pairs)} pairs in {quick:.1f} s; of {len(sample)} of them {len(found & expected)} of "
        f"{len(expected)} pairs found, {len(found - expected)} false; comparing these with all others took {slow:.1f} s"
    )


def _languages(rows: Sequence[dict[str, str]], paragraphs: pa.Table) -> None:
    """Of what is repeated in English, how much is in another language, where both paragraphs are held in it; and back."""
    held = set(paragraphs.column("paragraph_id").to_pylist())
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        places = (row[column].partition("#") for column in ("paragraph_id", "earlier_paragraph_id"))
        language = row["document_id"][-2:]
        found[language].add(tuple(part for document, _, eid in places for part in (document[:-3], eid)))

    def in_both(pairs: Iterable[tuple[str, ...]], language: str) -> set[tuple[str, ...]]:
        return {p for p in pairs if {f"{p[0]}@{language}#{p[1]}", f"{p[2]}@{language}#{p[3]}"} <= held}

    for language in sorted(found.keys() - {"en"}):
        there, here = in_both(found["en"], language), in_both(found[language], "en")
        common = len(there & here)
        print(
            f"    {language}: {common} of {len(there)} ({common / max(1, len(there)):.3f}) repeated in English, "
            f"{common} of {len(here)} ({common / max(1, len(here)):.3f}) the other way round"
        )


def _renewals(rows: Sequence[dict[str, str]], paragraphs: pa.Table) -> None:
    """Whether resolutions repeat most of what they renew; and the pairs of documents with most in common."""
    size = Counter(paragraphs.column("document_id").to_pylist())
    shared = Counter(
        (row["document_id"], row["earlier_document_id"], row["relation"])
        for row in rows
        if row["document_id"].endswith("@en")
    )
    same = Counter((row["document_id"], row["earlier_document_id"]) for row in rows if row["kind"] == "same")
    most = {}
    for (later, earlier, relation), _ in sorted(shared.items(), key=lambda each: (each[1], each[0])):
        if relation == "earlier":
            most[later] = earlier
    told = {_number(later): _number(earlier) for later, earlier in most.items() if later.startswith("S/RES/")}
    right = sum(told.get(later) == earlier for later, earlier in _RENEWED.items())
    wrong = ", ".join(
        f"{later} {told.get(later)}" for later, earlier in _RENEWED.items() if told.get(later) != earlier
    )
    print(
        f"    {right} of {len(_RENEWED)} resolutions repeat most of the one that they renew; others: {wrong or 'none'}"
    )
    for (later, earlier, relation), count in sorted(shared.items(), key=lambda each: (-each[1], each[0]))[
        :_SHOWN
    ]:
        print(
            f"    {later:24} {count:4} of {size[later]:4} paragraphs of {earlier:24} {same[later, earlier]:4} same  {relation}"
        )


def _followed(held: Tables) -> None:
    """How many askings later documents take up, by evidence."""
    started, spent = time.perf_counter(), time.process_time()
    rows = follow_ups(held).to_pylist()
    asked = held["recommendations"].num_rows
    print(
        f"    {len(rows)} follow-ups of {len({row['recommendation_id'] for row in rows})} of {asked} askings in "
        f"{time.perf_counter() - started:.1f} s ({time.process_time() - spent:.1f} s of work)"
    )
    for kind, count in sorted(Counter((row["method"], row["kind"]) for row in rows).items()):
        print(f"    {count:6} {', '.join(kind)}")


def _number(document_id: str) -> int:
    """The number of a resolution of the Security Council; 0 of anything else."""
    return int(document_id.split("/")[2].split(" ", maxsplit=1)[0]) if document_id.startswith("S/RES/") else 0


if __name__ == "__main__":
    main()
