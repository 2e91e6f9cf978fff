"""Our entity pass beside other ways to find names: one pattern of all aliases, and spaCy's small English model. Speed and F1.

    python -m tests.bench_rivals [--corpus FOLDER] [--gold FOLDER] [--spacy PYTHON]

The pattern is what one writes first: `re` with all names of the gazetteer, longest first, between word boundaries. It is so
slow that it gets a sample of the texts. spaCy runs in an environment of its own (`make bench` sets it up), in one thread, with
nothing but its entity recogniser. Exact spans and types are counted, as the gold's guideline says; spaCy's GPE is our COUNTRY,
and it leaves the `$` out of an amount. Our rules and aliases were made with this gold at hand, so that our F1 on it is no
measure of other documents; spaCy never saw it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests import accuracy
from tests.bench_entities import CEILING, ROOT, SEEDS, documents_in, load_gazetteer, measure, texts_of, timed
from transforms.gazetteer import Gazetteer
from transforms.passages import Mention

SPACY = ROOT / ".tools" / "spacy" / "bin" / "python"
TYPES = ("ORG", "COUNTRY", "DATE", "MONEY")
TYPE_OF = {"ORG": "ORG", "GPE": "COUNTRY", "DATE": "DATE", "MONEY": "MONEY"}
SAMPLE = 40
"""Every so many-th text goes through the pattern of all aliases."""

Named = Sequence[tuple[int, int, str]]
"""(first code point, one past the last, type) of each name found in a text."""
Finder = Callable[[Sequence[str]], Sequence[Named]]


class Pattern:
    """One pattern of all aliases."""

    def __init__(self, names: Gazetteer) -> None:
        longest_first = sorted(names.names, key=lambda alias: (-len(alias), alias))
        self._find = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)").finditer
        self._types = {
            alias: kind
            for alias, name in names.names.items()
            if name.plain and (kind := names.entities[name.plain].type) in TYPES
        }

    def names(self, texts: Sequence[str]) -> list[Named]:
        return [
            [
                (hit.start(), hit.end(), self._types[hit[0]])
                for hit in self._find(text)
                if hit[0] in self._types
            ]
            for text in texts
        ]


class Spacy:
    """spaCy in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.version = str(self._answer())

    def seconds(self, texts: Sequence[str]) -> float:
        """The CPU seconds that the texts took, not what it takes to hand them over."""
        return float(self._read(texts)[0])

    def names(self, texts: Sequence[str]) -> list[Named]:
        return [
            [(start, end, TYPE_OF[label]) for start, end, label in found if label in TYPE_OF]
            for found in self._read(texts)[1]
        ]

    def _read(self, texts: Sequence[str]) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(texts)}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise EOFError(f"{self._process.args[0]} has no spaCy with its model; make bench sets both up")
        return json.loads(line)


@contextmanager
def spacy(python: Path) -> Iterator[Spacy]:
    """A process of spaCy under another Python. OSError where there is no such Python, EOFError where it has no spaCy."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    command = [str(python), str(Path(__file__).with_name("bench_spacy.py"))]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **threads},
    ) as process:
        try:
            yield Spacy(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()


def f1(gold: Path, docs: Sequence[str], find: Finder) -> dict[str, float]:
    """F1 of what a finder finds in the gold's paragraphs and notes, by type."""
    score = accuracy.Score()
    for doc in docs:
        texts = accuracy.texts_of(gold, doc)
        found = dict(zip(texts, find(list(texts.values())), strict=True))
        accuracy.score_mentions(
            score, gold, doc, {label: list(map(_mention, each)) for label, each in found.items()}
        )
    return {kind: score.of(kind).f1 for kind in TYPES}


def _mention(named: tuple[int, int, str]) -> Mention:
    start, end, kind = named
    return Mention(0, start, end, kind, (), None, "main", "", 0.0)


def main() -> int:
    """Print speed and F1 of ours and of the others; 1 when our ratio to a bare pass is above the ceiling."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SEEDS)
    parser.add_argument("--gold", type=Path, default=accuracy.SHARED / "gold")
    parser.add_argument("--spacy", type=Path, default=SPACY, help="a Python that has spaCy and its model")
    asked = parser.parse_args()
    if not asked.corpus.is_dir():
        print(f"{asked.corpus} is no folder; give one with .txt files")
        return 2
    documents, names = documents_in(asked.corpus), load_gazetteer()
    docs = sorted(path.name.split(".")[0] for path in asked.gold.glob("*.mentions.jsonl"))
    ours = accuracy.measure(asked.gold, asked.corpus, docs)
    scores = {"ours": {kind: ours.of(kind).f1 for kind in TYPES}}
    texts, pattern = texts_of(documents), Pattern(names)
    sample = texts[::SAMPLE]
    beside = {f"re, {len(sample)} texts": (len(sample), timed(pattern.names, [sample]))}
    scores["re"] = f1(asked.gold, docs, pattern.names)
    with ExitStack() as stack:
        try:
            model = stack.enter_context(spacy(asked.spacy))
        except (OSError, EOFError) as reason:
            print(f"spaCy is left out: {reason}")
        else:
            print(model.version)
            beside["spaCy"] = (len(texts), partial(model.seconds, texts))
            scores["spaCy"] = f1(asked.gold, docs, model.names)
        pace = measure(documents, names, beside)
    print(pace)
    print(f"\n{'F1 of exact spans':24}" + "".join(f"{kind:>9}" for kind in TYPES))
    print(f"{'  in the gold':24}" + "".join(f"{ours.of(kind).gold:>9}" for kind in TYPES))
    for name, each in scores.items():
        print(f"{name:24}" + "".join(f"{each[kind]:>9.3f}" for kind in TYPES))
    return 0 if pace.ratio <= CEILING else 1


if __name__ == "__main__":
    sys.exit(main())
