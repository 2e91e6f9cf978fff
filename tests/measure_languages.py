"""How exactly structure is found in the six languages where nobody tells it, against the files that do.

    python -m tests.measure_languages --corpus ../shared/corpus/akn

Each AKN file is read, printed as plain text, and read again as text: the second reading has nothing but the words and
signs of the language. Counted are numbered paragraphs and points with the same label, kind and text, notes with the
same mark and text, notes referred to from the same paragraph, preambular paragraphs, and mastheads.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench_entities import load_gazetteer
from tests.printing import printed
from transforms import formats
from transforms.document import Document, read
from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.paragraphs import Paragraph

_GAPS = re.compile(r"[\s\u200b-\u200f\u202a-\u202e]+")
COUNTED = ("numbered", "kinds", "points", "preambular", "notes", "placed", "masthead")
FLOOR = 0.98
HEAD = 24
"""Characters that tell one paragraph from another."""


@dataclass(slots=True)
class Measured:
    """What was found again, as (right, all) for each thing counted; and what was not, in words."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, where: str, *, is_right: bool, detail: str = "") -> None:
        """One thing more, right or wrong."""
        pair = self.counts.setdefault(what, [0, 0])
        pair[0] += is_right
        pair[1] += 1
        if not is_right:
            self.wrong.append(f"{where} {what}: {detail}")

    def share(self, what: str) -> float:
        """The share that is right; 1 where there was none."""
        right, total = self.counts.get(what, (0, 0))
        return right / total if total else 1.0


def main() -> int:
    """Measure every file; 0 when at least 98 % of the numbered paragraphs of each language are exact."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="read only every so many files")
    parser.add_argument("--faults", action="store_true", help="list every difference")
    asked = parser.parse_args()
    gazetteer = load_gazetteer()
    found: dict[tuple[bool, str], Measured] = {}
    for path in sorted(asked.corpus.rglob("*.xml"))[:: asked.every]:
        for wraps in (False, True):
            measure(path, gazetteer, found, wraps=wraps)
    _print(found)
    if asked.faults:
        print(*(f"{code} {line}" for (_, code), m in sorted(found.items()) for line in m.wrong), sep="\n")
    return int(any(m.share("numbered") < FLOOR for m in found.values()))


def measure(
    path: Path, gazetteer: Gazetteer, found: dict[tuple[bool, str], Measured], *, wraps: bool
) -> None:
    """One file: as it tells its structure, and as it is read from its print."""
    content = path.read_bytes()
    try:
        told = read(content, None, Hint(path.name), gazetteer)
    except Refusal:
        return
    symbol = told.identity.symbols[0]
    text = printed(formats.lay_out(content, None, path.name), head=symbol, wraps=wraps)
    measured = found.setdefault((wraps, told.identity.language), Measured())
    where = f"{path.name}{' wrapped' if wraps else ''}"
    try:
        again = read(text.encode(), "text/plain", Hint(path.with_suffix(".txt").name, symbol), gazetteer)
    except Refusal as refusal:
        measured.count("masthead", where, is_right=False, detail=refusal.reason)
        return
    _compare(told, again, where, measured)


def _compare(told: Document, again: Document, where: str, measured: Measured) -> None:
    rows: dict[str, list[Paragraph]] = {}
    for p in again.structure.paragraphs:
        rows.setdefault(p.label, []).append(p)
    texts = Counter(_key(p.text) for p in again.structure.paragraphs if p.kind == "preambular")
    for p in told.structure.paragraphs:
        same = [got for got in rows.get(p.label, ()) if _key(got.text) == _key(p.text)]
        if p.kind == "preambular":
            measured.count("preambular", where, is_right=texts[_key(p.text)] > 0, detail=p.text[:60])
        elif p.number is not None or p.kind == "subparagraph":
            what = "points" if p.number is None else "numbered"
            got = rows.get(p.label, [None])[0]
            shown = f"{p.label} {p.text[:40]!r} … {p.text[-30:]!r} for {got and got.text[:30]!r} … {got and got.text[-30:]!r}"
            measured.count(what, where, is_right=bool(same), detail=shown)
        if p.number is not None and same:
            is_kind = p.kind in {got.kind for got in same}
            measured.count(
                "kinds",
                where,
                is_right=is_kind,
                detail=f"{p.label} {same[0].kind} for {p.kind}: {p.text[:40]}",
            )
    _compare_notes(told, again, where, measured)
    for name, ours, theirs in _mastheads(told, again):
        measured.count("masthead", where, is_right=ours == theirs, detail=f"{name} {ours!r} for {theirs!r}")


def _compare_notes(told: Document, again: Document, where: str, measured: Measured) -> None:
    notes = Counter((note.marker, _key(note.text)) for note in again.structure.footnotes)
    texts = {p.eid: _key(p.text) for p in again.structure.paragraphs}
    places = {
        (note.marker, texts.get(note.paragraph_eid or "", "")[:HEAD]) for note in again.structure.footnotes
    }
    ours = {p.eid: p for p in told.structure.paragraphs}
    for note in told.structure.footnotes:
        key = (note.marker, _key(note.text))
        measured.count("notes", where, is_right=notes[key] > 0, detail=f"{note.marker} {note.text[:50]}")
        if note.paragraph_eid is not None:
            place = ours[note.paragraph_eid]
            is_there = (note.marker, _key(place.text)[:HEAD]) in places
            measured.count("placed", where, is_right=is_there, detail=f"{note.marker} in {place.label}")


def _mastheads(told: Document, again: Document) -> Iterator[tuple[str, object, object]]:
    ours, theirs = again.masthead, told.masthead
    yield "symbol", again.identity.symbols, told.identity.symbols
    yield "language", again.identity.language, told.identity.language
    yield "kind", again.kind, told.kind
    yield "distribution", ours.distribution, theirs.distribution
    yield "issued", ours.distribution_date, theirs.distribution_date
    yield "session", ours.session, theirs.session
    yield "agenda", ours.agenda_items, theirs.agenda_items
    if told.kind != "presidential_statement":  # whose day is known to its file, and not printed
        yield "adopted", ours.adoption_date, theirs.adoption_date
    if theirs.title is not None:
        yield "title", ours.title and _key(ours.title), _key(theirs.title)


def _key(text: str) -> str:
    return _GAPS.sub("", text.replace("()", ""))


def _print(found: dict[tuple[bool, str], Measured]) -> None:
    for wraps in (False, True):
        print("\n" + ("wrapped lines, pages with running heads" if wraps else "a line a paragraph"))
        print(f"{'':4}" + "".join(f"{name:>20}" for name in COUNTED))
        for (is_wrapped, code), m in sorted(found.items()):
            if is_wrapped is wraps:
                print(f"{code:4}" + "".join(_cell(m, name) for name in COUNTED))


def _cell(measured: Measured, name: str) -> str:
    right, total = measured.counts.get(name, (0, 0))
    return f"{right:6}/{total:<6} {right / total:.4f}" if total else f"{'-':>20}"


if __name__ == "__main__":
    raise SystemExit(main())
