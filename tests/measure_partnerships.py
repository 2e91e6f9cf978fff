"""How well pairs of cooperating bodies are read, against hand-made truth: precision and recall, by form and by part.

Run as `python -m tests.measure_partnerships [--corpus DIR] [--faults seen|aside]`.

`partnerships.tsv` lists every pair (part, symbol, label of the paragraph, sentence, UN body, partner) of the paragraphs in
`READ`, marked by one reader before a rule was written. A pair marked `optional` is neither required nor wrong. The part
`seen` served to write the rules; `aside` was never looked at while they were written.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
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

Unit = tuple[str, str, int]
Pair = tuple[str, str]


def main() -> None:
    """Print a line for each part and each form; then the faults, where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus" / "seeds")
    parser.add_argument("--faults", choices=("seen", "aside"))
    asked = parser.parse_args()
    names = load_gazetteer()
    read = {
        one.identity.symbols[0]: one
        for one in (
            document.read((asked.corpus / file).read_bytes(), None, Hint(file), names)
            for file in FILES.values()
        )
    }
    for part in ("seen", "aside"):
        tallies, faults = measure(part, read)
        print(f"{part:10}  gold  right  wrong   P      R      F1")
        for form, tally in tallies.items():
            print(f"{form:10} {str(tally)[:40]}")
        if asked.faults == part:
            print("\n".join(faults))


def measure(part: str, read: dict[str, Document]) -> tuple[dict[str, Tally], list[str]]:
    """The tally of all pairs of a part and of each form (without recall), and what was wrong or missed."""
    wanted = _truth(part)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    faults: list[str] = []
    for unit, found in _found(part, read).items():
        for pair, form in found.items():
            weight = wanted.get((unit, pair))
            if weight == "optional":
                continue
            for tally in (tallies["all"], tallies[form]):
                tally.right += weight is not None
                tally.wrong += weight is None
            if weight is None:
                faults.append(f"wrong  {unit} {pair} {form}")
    found_all = {(unit, pair) for unit, found in _found(part, read).items() for pair in found}
    tallies["all"].gold = sum(weight == "required" for weight in wanted.values())
    faults += [f"missed {one}" for one, w in wanted.items() if w == "required" and one not in found_all]
    return dict(tallies), sorted(faults, key=str)


def _truth(part: str) -> dict[tuple[Unit, Pair], str]:
    with Path(__file__).with_name("partnerships.tsv").open(encoding="utf-8") as file:
        return {
            ((row["symbol"], row["label"], int(row["sentence"])), (row["un_id"], row["partner_id"])): row[
                "weight"
            ]
            for row in csv.DictReader(file, delimiter="\t")
            if row["part"] == part
        }


def _found(part: str, read: dict[str, Document]) -> dict[Unit, dict[Pair, str]]:
    found: dict[Unit, dict[Pair, str]] = {}
    for (whose, symbol), ranges in READ.items():
        if whose != part:
            continue
        one = read[symbol]
        for tie in one.partnerships:
            label = one.structure.paragraphs[tie.passage].label
            if any(_is_in(label, each) for each in ranges):
                number = [start for start, _ in spans(one.passages[tie.passage].text)].index(tie.start) + 1
                found.setdefault((symbol, label, number), {})[tie.un_id, tie.partner_id] = tie.form
    return found


def _is_in(label: str, numbers: str) -> bool:
    first, last = map(int, numbers.split("-"))
    number = re.match(r"\d+", label)
    return number is not None and first <= int(number[0]) <= last


if __name__ == "__main__":
    main()
