"""How well the documents that a text cites are found, against the United Nations' own links in the AKN files.

    python -m tests.measure_citations --corpus ../shared/corpus/akn

The reader of citations sees words alone, never an address, so each link with a symbol in a paragraph or a footnote is a
target that was hidden. It is found where a citation touches its words and names its symbol (R). Of our citations those in
texts that carry a link count: one that touches a link is right where it names that link's symbol (P); one on no link is
counted apart, for the editors do not link all they cite, and counts as wrong in `P all`, the lowest that P can be. Of a joint
symbol the editors link one half; it is right for both.

Each is counted twice: with the exact symbol, and with the key under which a part letter and `(SUPP)` say nothing, since
editors lead from `217 A (III)` to the document that holds all its parts. A file in several languages is several files.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from tests.account_akn import part_key
from tests.bench_entities import load_gazetteer
from transforms.corpus import key
from transforms.document import Document, read
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.links import Link
from transforms.passages import Citation

KINDS = (
    ("presidential statement", re.compile(r"s/prst/")),
    ("resolution of the Council", re.compile(r"s/res/")),
    ("resolution before 1976", re.compile(r"a/res/.*\(")),
    ("resolution of the Assembly", re.compile(r"a/res/")),
    ("resolution of another body", re.compile(r".*/res[/.]")),
    ("decision", re.compile(r".*/dec[/.]")),
    ("document of the Council", re.compile(r"s/")),
    ("document of the Assembly", re.compile(r"a/")),
    ("document of another body", re.compile(r"")),
)
"""Kinds of target by the key of its symbol; the first that fits."""
FOUND, PART, OTHER, NONE = _ORDER = ("found", "part", "another", "none")


@dataclass(slots=True)
class Counted:
    """Links and citations by kind and verdict, and in words what did not agree."""

    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    citations: Counter[tuple[str, str]] = field(default_factory=Counter)
    residue: list[tuple[str, str]] = field(default_factory=list)

    def __iadd__(self, other: Counted) -> Counted:
        self.links += other.links
        self.citations += other.citations
        self.residue += other.residue
        return self


def main() -> None:
    """Count every file and print the shares by language and kind of target, then what did not agree."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--language", help="one language alone, as in `en`")
    parser.add_argument("--every", type=int, default=1, help="read only every so many files")
    parser.add_argument("--worst", type=int, default=20, help="how many lines of each reason to list")
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    paths = sorted(asked.corpus.rglob("*.xml"))[:: asked.every]
    found: dict[str, Counted] = {}
    with ProcessPoolExecutor(asked.workers) as pool:
        counting = partial(_count_file, only=asked.language)
        for counted in filter(None, pool.map(counting, paths, chunksize=8)):
            held = found.setdefault(counted[0], Counted())
            held += counted[1]
    for language in sorted(found):
        _print(language, found[language], asked.worst)


_gazetteer = cache(load_gazetteer)


def _count_file(path: Path, only: str | None) -> tuple[str, Counted] | None:
    document = _read(path, _gazetteer())
    if document is None or only not in (None, document.identity.language):
        return None
    return document.identity.language, count(document)


def _read(path: Path, gazetteer: Gazetteer) -> Document | None:
    try:
        return read(path.read_bytes(), None, Hint(path.name), gazetteer)
    except Refusal:
        return None


def count(document: Document) -> Counted:
    """Every link of a document that has a symbol, and every citation of the texts in which one stands."""
    links: dict[str, list[Link]] = {}
    for link in document.links:
        if link.linked_symbol and link.place in ("paragraph", "footnote"):
            links.setdefault(str(link.eid), []).append(link)
    counted = Counted()
    for index, passage in enumerate(document.passages):
        if held := links.get(passage.eid):
            cited = [each for each in document.findings.citations if each.passage == index]
            _compare(document.id, passage.text, held, cited, counted)
    return counted


def _compare(
    document_id: str, text: str, links: Sequence[Link], citations: Sequence[Citation], counted: Counted
) -> None:
    for link in links:
        symbol = str(link.linked_symbol)
        named = [each.cited_symbol for each in citations if _touch(each, link)]
        verdict = _verdict(symbol, named)
        counted.links[kind_of(symbol), verdict] += 1
        if verdict != FOUND:
            around = text[max(0, (link.start or 0) - 40) : (link.end or 0) + 25]
            line = f"{document_id}: the link says {symbol}, we {' '.join(named) or 'nothing'} in {around!r}"
            counted.residue.append((_reason(link, verdict), line))
    for each in citations:
        linked = [str(link.linked_symbol) for link in links if _touch(each, link)]
        joint = [other.cited_symbol for other in citations if other[1:3] == each[1:3]]
        verdict = min((_verdict(symbol, linked) for symbol in joint), key=_ORDER.index)
        counted.citations[kind_of(each.cited_symbol), verdict] += 1
        if verdict == NONE:
            around = text[max(0, each.start - 40) : each.end + 25]
            line = f"{document_id}: we say {each.cited_symbol} ({each.method}) in {around!r}"
            counted.residue.append((_reason_unlinked(each, links), line))


def _touch(citation: Citation, link: Link) -> bool:
    return citation.start < (link.end or 0) and (link.start or 0) < citation.end


def kind_of(symbol: str) -> str:
    """The kind of document that a symbol names."""
    held = key(symbol)
    return next(name for name, shape in KINDS if shape.match(held))


def _verdict(symbol: str, others: Iterable[str]) -> str:
    held = list(others)
    if key(symbol) in map(key, held):
        return FOUND
    if part_key(symbol) in map(part_key, held):
        return PART
    return OTHER if held else NONE


def _reason(link: Link, verdict: str) -> str:
    """Why a link was not found, as far as its words and its symbol tell."""
    if verdict == PART:
        return "link: the editors name the whole, or we do"
    digits = re.findall(r"\d+", str(link.linked_symbol))
    if any(number not in link.surface for number in digits[-1:]):
        return "link: its words do not say its number"
    return "link: not cited" if verdict == NONE else "link: read as another document"


def _reason_unlinked(citation: Citation, links: Sequence[Link]) -> str:
    if any(part_key(str(link.linked_symbol)) == part_key(citation.cited_symbol) for link in links):
        return "no link: the same document is linked elsewhere in the text"
    return f"no link: {kind_of(citation.cited_symbol)}"


def _print(language: str, counted: Counted, worst: int) -> None:
    print(
        f"\n{language:28}  links       R  R whole | citations on links       P  P whole | on none   P all  P all whole"
    )
    for kind in [*(name for name, _ in KINDS), None]:
        links, ours = _of_kind(counted.links, kind), _of_kind(counted.citations, kind)
        if not (links or ours):
            continue
        total, touching = links.total(), ours.total() - ours[NONE]
        print(
            f"{kind or 'all':28} {total:6} {_share(links[FOUND], total)} {_share(links[FOUND] + links[PART], total)} |"
            f" {touching:17} {_share(ours[FOUND], touching)}  {_share(ours[FOUND] + ours[PART], touching)} |"
            f" {ours[NONE]:7} {_share(ours[FOUND], ours.total())}      {_share(ours[FOUND] + ours[PART], ours.total())}"
        )
    for reason, count_of in Counter(reason for reason, _ in counted.residue).most_common():
        print(f"  {count_of} {reason}")
        for line in [line for other, line in counted.residue if other == reason][:worst]:
            print(f"      {line}")


def _of_kind(counts: Counter[tuple[str, str]], kind: str | None) -> Counter[str]:
    some: Counter[str] = Counter()
    for (name, verdict), number in counts.items():
        if kind in (None, name):
            some[verdict] += number
    return some


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f}%" if whole else "      -"


if __name__ == "__main__":
    main()
