"""How well ties between bodies are read, against hand-made truth: pairs, their mechanisms, and dated occurrences.

Run as `python -m tests.measure_ties [--corpus DIR] [--faults seen|aside]`.

`tests/ties/` lists by hand, for the paragraphs in `READ`, each pair (UN body, partner), each mechanism (kind) and each
occurrence (kind, date), by label of the paragraph and number of the sentence; one reader marked them before a rule was
written. What is marked `optional` is neither required nor wrong. The part `seen` served to write the rules; `aside` was
kept from them until it had been scored once; its faults then led to repairs, so neither part is unseen any more.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.accuracy import FILES, SHARED, Tally
from tests.bench_entities import load_gazetteer
from transforms import document
from transforms.document import Document
from transforms.identity import Hint
from transforms.sentences import spans

READ = {
    ("seen", "A/73/328"): ("4-13", "42-56"),
    ("aside", "A/73/328"): ("58-87",),
    ("aside", "A/61/204"): ("53-70",),
    ("aside", "S/2008/186"): ("50-67",),
}
"""The numbered paragraphs that were read in full."""
PARTS = ("seen", "aside")

Fact = tuple[str, str, int, tuple[str, ...]]
"""(symbol, label, number of the sentence, what is said there)."""
Found = Iterator[tuple[int, int, tuple[str, ...], str]]
"""(passage, start of the sentence, what is said there, how it was found)."""


def _pairs(read: Document) -> Found:
    return ((p.passage, p.start, (p.un_id, p.partner_id), p.form) for p in read.partnerships)


def _mechanisms(read: Document) -> Found:
    return ((m.passage, m.sentence[0], (m.kind,), m.kind) for m in read.mechanisms)


def _occurrences(read: Document) -> Found:
    return ((o.passage, o.sentence[0], (o.kind, o.edtf), o.kind) for o in read.occurrences)


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Document], Found]]] = {
    "partnerships": (("un_id", "partner_id"), _pairs),
    "mechanisms": (("kind",), _mechanisms),
    "occurrences": (("kind", "edtf"), _occurrences),
}


def main() -> None:
    """Print a line for each table and part, and for each way of finding; then the faults, where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus" / "seeds")
    parser.add_argument("--faults", choices=PARTS)
    asked = parser.parse_args()
    names = load_gazetteer()
    files = [(asked.corpus / file, Hint(file)) for file in FILES.values()]
    documents = [document.read(path.read_bytes(), None, hint, names) for path, hint in files]
    read = {one.identity.symbols[0]: one for one in documents}
    for table in TABLES:
        for part in PARTS:
            tallies, faults = measure(table, part, read)
            print(f"\n{table}, {part:20}  gold  right  wrong   P      R      F1")
            for how, tally in tallies.items():
                print(
                    f"{how:34} {str(tally)[:40] if how == 'all' else f'      {tally.right:6} {tally.wrong:6}'}"
                )
            if asked.faults == part:
                print("\n".join(faults))


def measure(table: str, part: str, read: Mapping[str, Document]) -> tuple[Mapping[str, Tally], list[str]]:
    """The tally of all facts of a part, that of each way of finding, and what was wrong or missed."""
    wanted = _truth(table, part)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    faults: list[str] = []
    found = _found(table, part, read)
    for fact, how in found.items():
        weight = wanted.get(fact)
        if weight == "optional":
            continue
        for tally in (tallies["all"], tallies[how]):
            tally.right += weight is not None
            tally.wrong += weight is None
        if weight is None:
            faults.append(f"wrong  {fact} {how}")
    tallies["all"].gold = sum(weight == "required" for weight in wanted.values())
    faults += [f"missed {fact}" for fact, w in wanted.items() if w == "required" and fact not in found]
    return tallies, sorted(faults)


def _truth(table: str, part: str) -> dict[Fact, str]:
    columns = TABLES[table][0]
    with (Path(__file__).with_name("ties") / f"{table}.tsv").open(encoding="utf-8") as file:
        return {
            (row["symbol"], row["label"], int(row["sentence"]), tuple(row[c] for c in columns)): row["weight"]
            for row in csv.DictReader(file, delimiter="\t")
            if row["part"] == part
        }


def _found(table: str, part: str, read: Mapping[str, Document]) -> dict[Fact, str]:
    found: dict[Fact, str] = {}
    for (whose, symbol), ranges in READ.items():
        one = read[symbol]
        for passage, start, said, how in TABLES[table][1](one) if whose == part else ():
            label = one.structure.paragraphs[passage].label
            if any(_is_in(label, numbers) for numbers in ranges):
                number = [begin for begin, _ in spans(one.passages[passage].text)].index(start) + 1
                found[symbol, label, number, said] = how
    return found


def _is_in(label: str, numbers: str) -> bool:
    first, last = map(int, numbers.split("-"))
    number = re.match(r"\d+", label)
    return number is not None and first <= int(number[0]) <= last


if __name__ == "__main__":
    main()
