"""Whether a paragraph's translations name the same countries, dates and documents as its English text.

    python -m tests.measure_aligned --corpus ../shared/corpus/akn [--faults country ru]

The AKN collection has each resolution in six languages, with the same paragraph ids. Compared are the multisets of
ids found; a mention found in one language only is an error, though some are the translation's own. Of the countries that
a translation alone names it is said what the English paragraph has instead, and whether that is an adjective ("Somali"),
which is no mention, or an acronym ("FGS", "UNFICYP") that may hold the name; the rest is nearest to real errors.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.bench_entities import load_gazetteer
from transforms.document import Document, read
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.gazetteer.tongues import TONGUES
from transforms.identity import Hint

Ids = Counter[str]


def main() -> None:
    """Print precision, recall and F1 for each language and kind; with --faults, what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="read only every so many symbols")
    parser.add_argument("--faults", nargs=2, metavar=("KIND", "LANGUAGE"))
    asked = parser.parse_args()
    gazetteer = load_gazetteer()
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    instead: dict[str, Ids] = defaultdict(Counter)
    for texts in _by_symbol(asked.corpus, gazetteer, asked.every):
        english = texts.get("en", {})
        for language in TONGUES:
            other = texts.get(language, {})
            for eid in sorted(english.keys() & other.keys()):
                _compare(english[eid], other[eid], language, totals, asked.faults)
                for country, count in (other[eid][1]["country"] - english[eid][1]["country"]).items():
                    instead[language][_instead(gazetteer.entities[country].name, english[eid][0])] += count
    for (kind, language), (both, here, there) in sorted(totals.items()):
        precision, recall = both / max(here, 1), both / max(there, 1)
        f1 = 2 * both / max(here + there, 1)
        print(f"{kind:10} {language}  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  of {there}")

    for language, reasons in sorted(instead.items()):
        said = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        print(f"countries in {language} alone, where English has: {said}")


def _instead(name: str, english: str) -> str:
    """What an English paragraph has instead of a country's name."""
    stems = [word[:4] for word in re.findall(r"[A-Z]\w{3,}", name) if word not in _PLAIN]
    for word in re.findall(r"[A-Z]\w+", english):
        if word not in name.split() and any(word.startswith(stem) for stem in stems):
            return "an adjective"
    return "an acronym" if re.search(r"\b[A-Z][a-z]?[A-Z]{2,}", english) else "neither"


_PLAIN = frozenset({"Republic", "Democratic", "United", "Islamic", "State", "Federal", "Arab"})
KINDS = {
    "COUNTRY": "country",
    "ORG": "body",
    "DATE": "date",
    "DOC_SYMBOL": "symbol",
    "RESOLUTION": "resolution",
}
Found = tuple[str, dict[str, Ids]]
"""A paragraph's text, and the ids in it by kind."""


def _by_symbol(corpus: Path, gazetteer: Gazetteer, every: int) -> Iterator[dict[str, dict[str, Found]]]:
    documents: dict[str, dict[str, dict[str, Found]]] = defaultdict(dict)
    for path in sorted(corpus.rglob("*.xml")):
        try:
            document = read(path.read_bytes(), None, Hint(path.name), gazetteer)
        except Refusal:
            continue
        symbol, _, language = document.id.rpartition("@")
        documents[symbol][language] = dict(_found(document))
    yield from list(documents.values())[::every]


def _found(document: Document) -> Iterator[tuple[str, Found]]:
    ids: dict[int, dict[str, Ids]] = defaultdict(lambda: defaultdict(Counter))
    for mention in document.findings.mentions:
        if mention.type in KINDS and (mention.type != "ORG" or mention.layer == "main"):
            ids[mention.passage][KINDS[mention.type]].update(mention.ids)
    for index, passage in enumerate(document.passages):
        yield passage.eid, (passage.text, ids[index])


def _compare(
    english: Found,
    other: Found,
    language: str,
    totals: dict[tuple[str, str], list[int]],
    faults: list[str] | None,
) -> None:
    for kind in KINDS.values():
        there, here = english[1][kind], other[1][kind]
        total = totals[kind, language]
        total[0] += (there & here).total()
        total[1] += here.total()
        total[2] += there.total()
        if faults == [kind, language] and there != here:
            print(f"only English {dict(there - here)}, only here {dict(here - there)}")
            print(f"   {english[0]}\n   {other[0]}")


if __name__ == "__main__":
    main()
