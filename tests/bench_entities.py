"""How fast the entity pass is, columns included, beside a bare Aho-Corasick pass over the same texts for the same literals.

The literals are the gazetteer's names and the triggers of dates, amounts, citations and bodies. A pass for the names alone,
which finds no date and no citation, is timed too. The entity pass gives all it finds: mentions, definitions, citations,
entities, and the Arrow tables of mentions and citations.

Run as `python -m tests.bench_entities [FOLDER]`. All passes are timed in turns within one run, so that a busy machine slows
all of them. `python -m tests.bench_rivals` times other ways to find names in the same rounds.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.contained import look_for_garbage_seldom
from transforms import document, entities, findings_columns, gazetteer
from transforms.document import Document
from transforms.entities.lexicon import lexicon
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
CEILING = 8.0
"""The entity pass may take this many times as long as a bare pass."""
GOAL = 20_000
"""Paragraphs that a core reads in a second, columns included, when nothing else runs."""

WHOLE, FINDING, BARE, NAMES = (
    "entity pass, columns",
    "  finding alone",
    "bare ahocorasick_rs",
    "  names alone",
)
ROUNDS, SLOW_ROUNDS = 60, 3
Pass = Callable[[], float]
"""Goes once over all texts and gives the CPU seconds it took: other processes do not count."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What one run measured: the seconds of each pass in each round, by name."""

    paragraphs: int
    characters: int
    seconds: Mapping[str, Sequence[float]]
    sampled: Mapping[str, int]
    """How many paragraphs a pass goes over that does not go over all."""

    @property
    def ratio(self) -> float:
        """Best against best: a busy machine can only add to either."""
        return min(self.seconds[WHOLE]) / min(self.seconds[BARE])

    @property
    def median_ratio(self) -> float:
        """The median over the rounds of what the entity pass took against the bare pass of the same round."""
        return median(
            whole / bare for whole, bare in zip(self.seconds[WHOLE], self.seconds[BARE], strict=True)
        )

    def __str__(self) -> str:
        head = f"{'':24}{'paragraphs/s':>14}{'median':>10}{'to bare':>10}"
        return (
            f"{self.paragraphs} paragraphs, {self.characters} characters; best and median CPU time of {ROUNDS} rounds\n"
            + "\n".join([head, *(self.line(name, each) for name, each in self.seconds.items())])
            + f"\nratio {self.ratio:.1f}, median of rounds {self.median_ratio:.1f} (ceiling {CEILING:g}); goal {GOAL} paragraphs/s"
        )

    def line(self, name: str, seconds: Sequence[float]) -> str:
        """A pass in one line: paragraphs a second at its best and in the middle, and its best against the bare pass's."""
        count, bare = self.sampled.get(name, self.paragraphs), self.paragraphs / min(self.seconds[BARE])
        best, middle = count / min(seconds), count / median(seconds)
        return f"{name:24}{best:>14.0f}{middle:>10.0f}{bare / best:>10.1f}"


def measure(
    documents: Sequence[Document],
    names: Gazetteer,
    beside: Mapping[str, tuple[int, Pass]] = MappingProxyType({}),
) -> Pace:
    """The pace of the passes, timed in turns.

    Args:
        documents: what is read.
        names: the gazetteer.
        beside: slow passes by name, each with the number of its paragraphs; they have their turn in a few rounds.
    """
    texts = texts_of(documents)
    lexicon(names)
    gc.collect()
    look_for_garbage_seldom()  # as in the processes that read
    passes: dict[str, Pass] = {
        WHOLE: timed(partial(_with_columns, names=names), documents),
        FINDING: timed(partial(_found, names=names), documents),
        BARE: timed(_bare(lexicon(names).literals), texts),
        NAMES: timed(_bare(sorted(names.names)), texts),
    }
    seconds: dict[str, list[float]] = {name: [] for name in (*passes, *beside)}
    for turn in range(ROUNDS):
        for name, run in passes.items():
            seconds[name].append(run())
        for name, (_, slow) in beside.items() if turn % (ROUNDS // SLOW_ROUNDS) == 0 else ():
            seconds[name].append(slow())
    sampled = {name: count for name, (count, _) in beside.items()}
    return Pace(len(texts), sum(map(len, texts)), seconds, sampled)


def texts_of(documents: Sequence[Document]) -> list[str]:
    """All passages of all documents."""
    return [passage.text for document_ in documents for passage in document_.passages]


def _found(read: Document, names: Gazetteer) -> entities.Findings:
    return entities.find(read.passages, names, organ=read.identity.organ, language=read.identity.language)


def _with_columns(read: Document, names: Gazetteer) -> None:
    found = _found(read, names)
    findings_columns.mentions(read.id, read.passages, found.mentions)
    findings_columns.citations(read.id, read.passages, found.citations)


def _bare(literals: Sequence[str]) -> Callable[[str], object]:
    return AhoCorasick(literals, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes


def timed(work: Callable[..., object], inputs: Sequence[object]) -> Pass:
    """A pass that does the work on every input."""

    def run() -> float:
        start = time.process_time()
        for each in inputs:
            work(each)
        return time.process_time() - start

    return run


def documents_in(folder: Path) -> list[Document]:
    """The text files in a folder, read."""
    names = load_gazetteer()
    return [
        document.read(path.read_bytes(), None, Hint(path.name), names)
        for path in sorted(folder.glob("*.txt"))
    ]


def load_gazetteer() -> Gazetteer:
    """The gazetteer that the package ships."""
    folder = Path(gazetteer.__file__).parent
    return gazetteer.load({name: (folder / name).read_bytes() for name in gazetteer.FILES})


def main() -> int:
    """Print the pace over the texts of a folder; 1 when the ratio is above the ceiling."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    folder: Path = parser.parse_args().folder
    if not folder.is_dir():
        print(f"{folder} is no folder; give one with .txt files")
        return 2
    pace = measure(documents_in(folder), load_gazetteer())
    print(pace)
    return 0 if pace.ratio <= CEILING else 1


if __name__ == "__main__":
    sys.exit(main())
