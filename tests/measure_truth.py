"""How well the reader does on paragraphs marked by eye, of reports beside the gold's.

    python -m tests.measure_truth [--corpus DIR] [--faults] [--only A_61_204]

`tests/truth/SYMBOL.jsonl` holds the mentions of some paragraphs of one document, spread over its text: offsets,
words, type, layer and ids, no text. They were marked before what the reader finds was looked at; some thirty marks were
corrected after a comparison, and rules were mended on what it showed: the figures tell what was learned, and no longer
how well the reader does on what is new to it. Their layers and types, and how they are
scored, are the gold's (`tests.accuracy`). An id that no list holds was made up by the marker: ids are compared only where
the gazetteer has them. Exit code 2: no document of those is in the corpus.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.accuracy import SHARED, Row, Score, mentions_by_label, print_types, score_unit
from tests.bench_entities import load_gazetteer
from transforms import document
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint

TRUTH = Path(__file__).parent / "truth"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of each document and of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus")
    parser.add_argument("--faults", action="store_true", help="list every difference")
    parser.add_argument("--only", default="", help="what the name of a truth file begins with")
    asked = parser.parse_args(arguments)
    names, total = load_gazetteer(), Score()
    for path in sorted(TRUTH.glob(f"{asked.only}*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        file = next(_files(path.stem, asked.corpus), None)
        if file is not None:
            read = document.read(file.read_bytes(), None, Hint(file.name), names)
            _score(total, path.stem, read, rows, names)
    if not total.types:
        print(f"no document of {TRUTH} is in {asked.corpus}: nothing to score")
        return 2
    print_types(total)
    if asked.faults:
        print("\n" + "\n".join(total.faults))
    return 0


def _files(stem: str, corpus: Path) -> Iterator[Path]:
    for folder in ("seeds", "docx", "pdf"):
        yield from sorted((corpus / folder).glob(f"{stem}.*"))


def _score(total: Score, stem: str, read: document.Document, rows: Sequence[Row], names: Gazetteer) -> None:
    texts = {paragraph.label: paragraph.text for paragraph in read.structure.paragraphs}
    found = mentions_by_label(read)
    for row in rows:
        where, text = f"{stem} {row['para']}", texts[row["para"]]
        for mention in row["mentions"]:
            printed = text[mention["start"] : mention["end"]]
            if printed != mention["surface"]:
                raise ValueError(f"{where}: {printed!r} stands where {mention['surface']!r} was marked")
        score_unit(total, where, text, found[row["para"]], row["mentions"], [], names.entities)


if __name__ == "__main__":
    sys.exit(main())
