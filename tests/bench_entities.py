"""How fast the entity pass is beside a bare Aho-Corasick pass over the same texts for the same literals.

The literals are the gazetteer's names and the triggers of dates, amounts, citations and bodies. A pass for the names alone,
which finds no date and no citation, is timed too. The entity pass gives all it finds: mentions, definitions, citations, entities.

Run as `python -m tests.bench_entities [FOLDER]`. Both passes are timed in turns within one run, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms import document, entities, gazetteer
from transforms.entities.lexicon import lexicon
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.passages import Passage

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
CEILING = 8.0
"""The entity pass may take this many times as long as a bare pass."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What one run measured: paragraphs a second of each pass at its best, their ratios, and the median ratio of all turns."""

    paragraphs: int
    characters: int
    entity_pass: float
    bare_pass: float
    names_pass: float
    median_ratio: float

    @property
    def ratio(self) -> float:
        """Best against best, in CPU time: a busy machine can only add to either."""
        return self.bare_pass / self.entity_pass

    def __str__(self) -> str:
        return (
            f"{self.paragraphs} paragraphs, {self.characters} characters\n"
            f"entity pass           {self.entity_pass:>10.0f} paragraphs/s\n"
            f"bare ahocorasick_rs   {self.bare_pass:>10.0f} paragraphs/s\n"
            f"  for names alone     {self.names_pass:>10.0f} paragraphs/s\n"
            f"ratio                 {self.ratio:>10.1f} (ceiling {CEILING:g}; best CPU time of each over interleaved rounds)\n"
            f"  median of rounds    {self.median_ratio:>10.1f}\n"
            f"  to names alone      {self.names_pass / self.entity_pass:>10.1f}"
        )


def measure(documents: Sequence[Sequence[Passage]], names: Gazetteer, rounds: int = 60) -> Pace:
    """The pace of the passes, timed in turns."""
    texts = [passage.text for passages in documents for passage in passages]
    entities.find(documents[0], names)
    whole = _run(partial(entities.find, gazetteer=names), documents)
    bare = _run(_bare(lexicon(names).literals), texts)
    alone = _run(_bare(sorted(names.names)), texts)
    seconds = [(whole(), bare(), alone()) for _ in range(rounds)]
    slowest, fastest, leanest = (len(texts) / min(column) for column in zip(*seconds, strict=True))
    ratio = median(slow / fast for slow, fast, _ in seconds)
    return Pace(len(texts), sum(map(len, texts)), slowest, fastest, leanest, ratio)


def _bare(literals: Sequence[str]) -> Callable[[str], object]:
    return AhoCorasick(literals, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes


def _run(work: Callable[..., object], inputs: Sequence[object]) -> Callable[[], float]:
    """What does the work on every input and gives the CPU seconds it took: other processes do not count."""

    def run() -> float:
        start = time.process_time()
        for each in inputs:
            work(each)
        return time.process_time() - start

    return run


def documents_in(folder: Path) -> list[tuple[Passage, ...]]:
    """The passages of the text files in a folder, as the reader cuts them."""
    names = load_gazetteer()
    return [
        document.read(path.read_bytes(), None, Hint(path.name), names).passages
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
