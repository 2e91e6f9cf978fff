"""How well the reader does against hand-made truth: structure, mentions by type, definitions.

Run as `python -m tests.accuracy [--gold DIR] [--corpus DIR]`. The gold folder holds, for each document,
`DOC.paragraphs.jsonl`, `DOC.mentions.jsonl`, `DOC.footnotes.jsonl` and `DOC.masthead.json`, and for all of them
`regular_all.jsonl` and `definitions.json`; whatever of it is there is scored. Exit code 1: below a floor; 2: no gold.

How mentions are scored (as the gold's guideline says): a mention is right when its span and type equal those of a `main`
one, a leading article aside. One that equals or lies inside an `opt`, `coref` or `nested` span, or inside a `main` span of
another type, is ignored. One that equals a `trap` is wrong, and counted apart.

Recommendations are right by paragraph and kind. The gold lists all of its own (`recommendation`, `chapeau`), and weak ones
and reported requests as far as they came to hand, so those count for recall alone. `ids`: the addressees are the same, where
the gold gives ids.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench_entities import load_gazetteer
from transforms import document, entities
from transforms.document import Document
from transforms.gazetteer import Gazetteer
from transforms.identity import Hint
from transforms.passages import Mention, Passage

SHARED = Path(__file__).parents[2] / "shared"
FILES = {
    "000": "A_73_328-S_2018_592.txt",
    "001": "A_61_204-S_2006_590.txt",
    "002": "DPA_regional-organizations_webpage.txt",
    "003": "S_2008_186.txt",
    "004": "A_73_321.txt",
}
"""The corpus file of each document of the gold; other documents are found by the symbols of their masthead."""

EXHAUSTIVE = frozenset({"DOC_SYMBOL", "RESOLUTION", "CHARTER", "MONEY", "XREF"})
"""Types that `regular_all.jsonl` lists for every unit, not for sampled paragraphs only."""

MADE = ("org:", "geo:", "region:", "place:", "agr:", "prog:", "event:", "post:", "person:", "work:")
"""How ids begin that someone made up, unlike those that say a date, an amount or a symbol."""

ARTICLES = ("the ", "The ", "an ", "a ")
Row = dict[str, Any]
Unit = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """What became of the predictions of one type."""

    gold: int = 0
    right: int = 0
    wrong: int = 0
    same_id: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def id_accuracy(self) -> float:
        return self.same_id / self.right if self.right else 1.0

    def __str__(self) -> str:
        return f"{self.gold:5} {self.right:6} {self.wrong:6}   {self.precision:.3f}  {self.recall:.3f}  {self.f1:.3f}  {self.id_accuracy:.3f}"


@dataclass(slots=True)
class Score:
    """Everything that was measured. `structure`: (right, all) for each thing compared."""

    structure: dict[str, list[int]] = field(default_factory=dict)
    types: dict[str, Tally] = field(default_factory=dict)
    traps: list[str] = field(default_factory=list)
    definitions: Tally = field(default_factory=Tally)
    asking: dict[str, Tally] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def of(self, kind: str) -> Tally:
        return self.types.setdefault(kind, Tally())

    def compare(self, what: str, got: object, wanted: object, where: str) -> None:
        count = self.structure.setdefault(what, [0, 0])
        count[0] += got == wanted
        count[1] += 1
        if got != wanted:
            self.faults.append(f"{where} {what}: {str(got)[:90]!r} for {str(wanted)[:90]!r}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when every floor holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus" / "seeds")
    parser.add_argument("--faults", action="store_true", help="list every difference")
    asked = parser.parse_args(arguments)
    found = sorted(path.name.split(".")[0] for path in asked.gold.glob("*.paragraphs.jsonl"))
    if not found:
        print(f"no *.paragraphs.jsonl in {asked.gold}: nothing to score")
        return 2
    score = measure(asked.gold, asked.corpus, found)
    report(score, found)
    if asked.faults:
        print("\n" + "\n".join(score.faults))
    missed = below_floor(score)
    print("\n" + ("every floor holds" if not missed else "below the floor: " + "; ".join(missed)))
    return 1 if missed else 0


def measure(gold: Path, corpus: Path, documents: Iterable[str]) -> Score:
    """The score of the reader over the documents that the gold holds."""
    score, names = Score(), load_gazetteer()
    asked = _rows(gold / "recommendations.jsonl")
    defined: dict[str, list[Row]] = {}
    for row in (
        json.loads((gold / "definitions.json").read_text("utf-8"))["definitions"]
        if (gold / "definitions.json").exists()
        else ()
    ):
        defined.setdefault(row["doc"], []).append(row)
    for doc in documents:
        read = _read(doc, gold, corpus, names)
        _score_structure(score, doc, read, _rows(gold / f"{doc}.paragraphs.jsonl"))
        found = mentions_by_label(read)
        for label, text in texts_of(gold, doc).items():
            if label not in found:
                found[label] = list(entities.find([Passage(label, text, is_footnote=True)], names).mentions)
        score_mentions(score, gold, doc, found)
        _score_definitions(score, doc, read, defined.get(doc, []))
        _score_asking(score, doc, read, [row for row in asked if row["doc"] == doc])
    return score


def texts_of(gold: Path, doc: str) -> dict[str, str]:
    """The paragraphs and notes of a document as the gold prints them, by label."""
    texts = {row["label"]: row["text"] for row in _rows(gold / f"{doc}.paragraphs.jsonl")}
    return texts | {f"fn{row['number']}": row["text"] for row in _rows(gold / f"{doc}.footnotes.jsonl")}


def score_mentions(score: Score, gold: Path, doc: str, found: Mapping[str, Sequence[Mention]]) -> None:
    """Count the mentions found in a document, by the label of their unit, whoever found them."""
    regular = _by_unit(_rows(gold / "regular_all.jsonl"))
    _score_sampled(score, doc, found, _rows(gold / f"{doc}.mentions.jsonl"), bool(regular))
    _score_regular(score, doc, found, texts_of(gold, doc), regular)


def report(score: Score, documents: Sequence[str]) -> None:
    """Print the tables of a score."""
    print(f"documents: {', '.join(documents)}\n\nstructure")
    for what, (right, total) in score.structure.items():
        print(f"  {what:13} {right:5} of {total:5}")
    print_types(score)


def print_types(score: Score) -> None:
    """Print what was found and missed by type, and the traps."""
    print(f"\n{'type':13}  gold  right  wrong   P      R      F1     ids")
    for kind, tally in sorted(score.types.items()):
        print(f"{kind:13} {tally}")
    print(f"{'definitions':13} {score.definitions}")
    for kind, tally in sorted(score.asking.items()):
        print(f"{kind:16} {str(tally)[3:]}")
    print(f"\ntraps hit: {len(score.traps)}" + "".join(f"\n  {trap}" for trap in score.traps))


def below_floor(score: Score) -> list[str]:
    """The floors that do not hold, in words."""
    missed = [
        f"{what} {right} of {total}" for what, (right, total) in score.structure.items() if right < total
    ]
    for kind in ("DOC_SYMBOL", "RESOLUTION", "MONEY", "CHARTER"):
        tally = score.of(kind)
        if min(tally.precision, tally.recall) < 1:
            missed.append(f"{kind} precision {tally.precision:.3f}, recall {tally.recall:.3f} (1.0)")
    for kind, floor in (("COUNTRY", 0.97), ("DATE", 0.97), ("ORG", 0.90)):
        if score.of(kind).f1 < floor:
            missed.append(f"{kind} F1 {score.of(kind).f1:.3f} ({floor})")
    if score.of("ORG").id_accuracy < 0.95:
        missed.append(f"ORG ids {score.of('ORG').id_accuracy:.3f} (0.95)")
    own = [score.asking[kind] for kind in ("recommendation", "chapeau") if kind in score.asking]
    if any(min(tally.precision, tally.recall) < 0.95 for tally in own):
        missed.append(f"recommendations {', '.join(f'{t.precision:.3f}/{t.recall:.3f}' for t in own)} (0.95)")
    if score.traps:
        missed.append(f"{len(score.traps)} traps hit (0)")
    return missed


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _by_unit(rows: Iterable[Row]) -> dict[Unit, list[Row]]:
    found: dict[Unit, list[Row]] = {}
    for row in rows:
        found.setdefault((row["doc"], row["unit"]), []).append(row)
    return found


def _read(doc: str, gold: Path, corpus: Path, names: Gazetteer) -> Document:
    folder = corpus / "seeds" if (corpus / "seeds").is_dir() else corpus
    name = FILES.get(doc)
    if name is None or not (folder / name).exists():
        symbols = json.loads((gold / f"{doc}.masthead.json").read_text("utf-8"))["symbols"]
        stem = "-".join(symbol.replace("/", "_") for symbol in symbols)
        name = next(path.name for path in sorted(folder.glob(f"{stem}*")))
    return document.read((folder / name).read_bytes(), None, Hint(name), names)


def _score_structure(score: Score, doc: str, read: Document, gold: Sequence[Row]) -> None:
    paragraphs = read.structure.paragraphs
    labels = {paragraph.eid: paragraph.label for paragraph in paragraphs}
    notes: dict[str | None, list[tuple[str, int | None]]] = {}
    for note in read.structure.footnotes:
        notes.setdefault(note.paragraph_eid, []).append((note.marker, note.anchor_char))
    score.compare("sequence", [p.label for p in paragraphs], [row["label"] for row in gold], doc)
    ours = {paragraph.label: paragraph for paragraph in paragraphs}
    for row in gold:
        label, where = row["label"], f"{doc} {row['label']}"
        got = ours.get(label)
        score.compare("labels", got and got.label, label, where)
        if got is None:
            continue
        score.compare("numbers", got.number, row["number"], where)
        score.compare("parents", got.parent_eid and labels[got.parent_eid], row["parent"], where)
        score.compare("section paths", list(got.section_path), row["section"], where)
        score.compare("texts", got.text, row["text"], where)
        score.compare(
            "note marks", sorted(notes.get(got.eid, [])), sorted(map(_note_mark, row["footnote_refs"])), where
        )


def _note_mark(mark: Any) -> tuple[str, int | None]:
    """A reference to a note, however the gold writes it: as an object or as a pair."""
    if isinstance(mark, Mapping):
        return str(mark.get("number", mark.get("marker"))), mark.get("offset", mark.get("start"))
    number, offset = mark
    return str(number), offset


def mentions_by_label(read: Document) -> dict[str, list[Mention]]:
    """The mentions of a document by the label under which the gold lists their unit."""
    labels = [p.label for p in read.structure.paragraphs] + [
        f"fn{note.marker}" for note in read.structure.footnotes
    ]
    found: dict[str, list[Mention]] = {label: [] for label in labels}
    for mention in read.findings.mentions:
        found[labels[mention.passage]].append(mention)
    return found


def _score_sampled(
    score: Score, doc: str, found: Mapping[str, Sequence[Mention]], gold: Sequence[Row], has_regular: bool
) -> None:
    for row in gold:
        mentions = [m for m in found.get(row["para"], ()) if not (has_regular and m.type in EXHAUSTIVE)]
        wanted = [
            m
            for m in row["mentions"]
            if not (has_regular and m["type"] in EXHAUSTIVE and m["layer"] == "main")
        ]
        shadows = [m for m in row["mentions"] if m not in wanted]
        score_unit(score, f"{doc} {row['para']}", row["text"], mentions, wanted, shadows)


def _score_regular(
    score: Score,
    doc: str,
    found: Mapping[str, Sequence[Mention]],
    texts: Mapping[str, str],
    regular: Mapping[Unit, Sequence[Row]],
) -> None:
    if not regular:
        return
    for label, text in texts.items():
        mentions = [m for m in found.get(label, ()) if m.type in EXHAUSTIVE]
        wanted = [{"layer": "main", **row} for row in regular.get((doc, label), ())]
        score_unit(score, f"{doc} {label}", text, mentions, wanted, [])


def score_unit(
    score: Score,
    where: str,
    text: str,
    mentions: Sequence[Mention],
    wanted: Sequence[Row],
    shadows: Sequence[Row],
    listed: Container[str] | None = None,
) -> None:
    """Count the mentions of one unit against those wanted in it.

    Args:
        score: what gains the counts.
        where: the unit, for the list of faults.
        text: the unit's text.
        mentions: what was found in it.
        wanted: the gold's mentions, of all layers, that are to be found.
        shadows: gold mentions that are neither required nor wrong here.
        listed: where it is given, only these ids are compared; others have no agreed form.
    """
    main = {(m["start"], m["end"], m["type"]): m for m in wanted if m["layer"] == "main"}
    traps = {(m["start"], m["end"], m["type"]) for m in wanted if m["layer"] == "trap"}
    left = dict(main)
    for mention in mentions:
        key = (_without_article(text, mention), mention.end, mention.type)
        said = f"{where} {mention.type} {text[key[0] : key[1]]!r} {', '.join(mention.ids)}"
        if key in traps:
            score.traps.append(said)
        if mention.layer == "nested":
            continue
        if key in left:
            _count(score, mention, left.pop(key), said, listed)
        elif key in traps or not _is_ignored(key, wanted, shadows):
            score.of(mention.type).wrong += 1
            score.faults.append(f"{said}: not in the gold")
    for gold in main.values():
        score.of(gold["type"]).gold += 1
        if gold["type"] == "ORG" and gold["ids"] != ["org:un"]:
            score.of("ORG but UN").gold += 1
    score.faults += [
        f"{where} {gold['type']} {gold['surface']!r} {', '.join(gold['ids'])}: missed"
        for gold in left.values()
    ]
    _score_anaphora(score, where, mentions, wanted, listed)


def _count(score: Score, mention: Mention, gold: Row, said: str, listed: Container[str] | None) -> None:
    is_same = _is_same(mention, gold, listed)
    tallies = [score.of(mention.type)]
    if mention.type == "ORG" and gold["ids"] != ["org:un"]:
        tallies.append(score.of("ORG but UN"))
    for tally in tallies:
        tally.right += 1
        tally.same_id += is_same
    if not is_same:
        score.faults.append(f"{said}: the gold has {', '.join(gold['ids'])}")


def _is_same(mention: Mention, gold: Row, listed: Container[str] | None) -> bool:
    is_agreed = listed is None or all(each in listed for each in gold["ids"] if each.startswith(MADE))
    return not is_agreed or set(mention.ids) == set(gold["ids"])


def _without_article(text: str, mention: Mention) -> int:
    for article in ARTICLES:
        if text.startswith(article, mention.start) and mention.start + len(article) < mention.end:
            return mention.start + len(article)
    return mention.start


def _is_ignored(key: tuple[int, int, str], wanted: Sequence[Row], shadows: Sequence[Row]) -> bool:
    start, end, kind = key
    for row in (*wanted, *shadows):
        if row["layer"] == "trap" or not (row["start"] <= start and end <= row["end"]):
            continue
        if row["layer"] != "main" or row["type"] != kind:
            return True
    return False


def _score_anaphora(
    score: Score,
    where: str,
    mentions: Sequence[Mention],
    wanted: Sequence[Row],
    listed: Container[str] | None,
) -> None:
    ours = {(m.start, m.end): m for m in mentions if m.layer == "coref"}
    for row in wanted:
        if row["layer"] == "coref":
            tally = score.of("(anaphora)")
            tally.gold += 1
            said = f"{where} anaphora {row['surface']!r} {', '.join(row['ids'])}"
            if (row["start"], row["end"]) not in ours:
                score.faults.append(f"{said}: missed")
                continue
            found = ours[row["start"], row["end"]]
            is_same = _is_same(found, row, listed)
            tally.right += 1
            tally.same_id += is_same
            if not is_same:
                score.faults.append(f"{said}: read as {', '.join(found.ids)}")


def _score_definitions(score: Score, doc: str, read: Document, gold: Sequence[Row]) -> None:
    labels = [p.label for p in read.structure.paragraphs] + [
        f"fn{note.marker}" for note in read.structure.footnotes
    ]
    wanted = Counter((row["para"], row["short"]) for row in gold if row["para"] != "masthead")
    ids = {(row["para"], row["short"]): row["id"] for row in gold}
    score.definitions.gold += wanted.total()
    for definition in read.findings.definitions:
        key = (labels[definition.passage], definition.short)
        if wanted[key]:
            wanted[key] -= 1
            score.definitions.right += 1
            score.definitions.same_id += ids[key] in (
                definition.entity_id,
                definition.entity_id.removeprefix("org:"),
            )
        else:
            score.definitions.wrong += 1
            score.faults.append(
                f"{doc} {key[0]} definition {definition.short} = {definition.long!r}: not in the gold"
            )
    score.faults += [f"{doc} {para} definition {short}: missed" for para, short in _left(wanted)]


def _score_asking(score: Score, doc: str, read: Document, gold: Sequence[Row]) -> None:
    labels = [paragraph.label for paragraph in read.structure.paragraphs]
    found: dict[Unit, set[str]] = {}
    for one in read.recommendations:
        found.setdefault((labels[one.passage], one.kind), set()).update(one.addressees)
    wanted = {(row["para"], row["kind"]): row["addressees"] for row in gold}
    for unit, addressees in wanted.items():
        tally = score.asking.setdefault(unit[1], Tally())
        tally.gold += 1
        if unit not in found:
            score.faults.append(f"{doc} {unit[0]} {unit[1]} of {addressees}: missed")
            continue
        tally.right += 1
        ids = {one for one in addressees if ":" in one}
        tally.same_id += ids == {one for one in found[unit] if not one.startswith("group:")}
    for para, kind in sorted(set(found) - set(wanted)):
        if kind in {"recommendation", "chapeau"}:
            score.asking.setdefault(kind, Tally()).wrong += 1
            score.faults.append(f"{doc} {para} {kind}: not in the gold")


def _left(counts: Counter[Unit]) -> Iterator[Unit]:
    return (key for key, count in counts.items() if count > 0)


if __name__ == "__main__":
    sys.exit(main())
