"""How fast the entity pass is beside a bare Aho-Corasick pass over the same texts and the same names.

Run as `python -m tests.bench_entities [FOLDER]`. Both passes are timed in turns within one run, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms import document, entities, gazetteer
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.passages import Passage

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
CEILING = 8.0
"""The entity pass may take this many times as long as a bare pass."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What one run measured, in paragraphs a second, and the ratio of the times."""

    paragraphs: int
    characters: int
    entity_pass: float
    bare_pass: float

    @property
    def ratio(self) -> float:
        return self.bare_pass / self.entity_pass

    def __str__(self) -> str:
        return (
            f"{self.paragraphs} paragraphs, {self.characters} characters\n"
            f"entity pass           {self.entity_pass:>10.0f} paragraphs/s\n"
            f"bare ahocorasick_rs   {self.bare_pass:>10.0f} paragraphs/s\n"
            f"ratio                 {self.ratio:>10.1f} (ceiling {CEILING:g})"
        )


def measure(documents: Sequence[Sequence[Passage]], names: Gazetteer, rounds: int = 15) -> Pace:
    """The pace of both passes: the best round of each, rounds taken in turns."""
    bare = AhoCorasick(sorted(names.names), matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes
    texts = [passage.text for passages in documents for passage in passages]
    entities.find(documents[0], names)

    def plain() -> None:
        for text in texts:
            bare(text)

    def whole() -> None:
        for passages in documents:
            entities.find(passages, names)

    slow, fast = [], []
    for _ in range(rounds):
        fast.append(_seconds(plain))
        slow.append(_seconds(whole))
    return Pace(len(texts), sum(map(len, texts)), len(texts) / min(slow), len(texts) / min(fast))


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def documents_in(folder: Path) -> list[tuple[Passage, ...]]:
    """The passages of the text files in a folder, as the reader cuts them."""
    names = load_gazetteer()
    return [
        document.read(path.read_bytes(), None, Hint(path.name), names).passages for path in sorted(folder.glob("*.txt"))
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
