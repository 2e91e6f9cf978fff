"""The five real texts of the corpus: numbers without a gap, nothing lost, and structure exact against the gold."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from transforms import formats, masthead, paragraphs
from transforms.blocks import Layout
from transforms.paragraphs import Footnote, Paragraph

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = SHARED / "corpus" / "seeds"
GOLD = SHARED / "gold"
NUMBERED = {
    "A_73_328-S_2018_592.txt": 101,
    "A_61_204-S_2006_590.txt": 101,
    "S_2008_186.txt": 82,
    "A_73_321.txt": 95,
    "DPA_regional-organizations_webpage.txt": 0,
}
GOLD_FILES = {"000": "A_73_328-S_2018_592.txt", "002": "DPA_regional-organizations_webpage.txt"}
KINDS = {"numbered": "paragraph", "unnumbered": "paragraph"}
FURNITURE = re.compile(r"\b\d{2}-\d{5}\b|\b\d{1,2}/20\b|_{4,}|</?sup>|\*\*|\]\(")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the corpus is not at {SEEDS}")


@dataclass(frozen=True)
class Read:
    layout: Layout
    head: masthead.Masthead
    structure: paragraphs.Structure


@pytest.fixture(scope="module")
def seeds() -> dict[str, Read]:
    return {path.name: _read(path) for path in sorted(SEEDS.glob("*.txt")) if path.name in NUMBERED}


def _read(path: Path) -> Read:
    layout = formats.lay_out(path.read_bytes(), None, path.name)
    head, body = masthead.take(layout)
    return Read(layout, head, paragraphs.assemble(body))


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_run_without_a_gap(seeds: dict[str, Read], name: str) -> None:
    """The numbered paragraphs of each text are as many as were counted by hand, in order."""
    numbers = [p.number for p in seeds[name].structure.paragraphs if p.number is not None]

    assert numbers == list(range(1, NUMBERED[name] + 1))


@pytest.mark.parametrize("name", NUMBERED)
def test_every_visible_character_stands_in_one_row(seeds: dict[str, Read], name: str) -> None:
    """Nothing of the source is lost and nothing is counted twice."""
    read = seeds[name]

    assert paragraphs.uncounted(read.layout, read.head, read.structure) == []
    assert paragraphs.conserved(read.layout, read.head, read.structure) == 1.0


@pytest.mark.parametrize("name", NUMBERED)
def test_no_furniture_or_markup_is_left_in_a_text(seeds: dict[str, Read], name: str) -> None:
    """Job numbers, pages, rules and marks are in no paragraph, heading or note."""
    structure = seeds[name].structure
    texts = [
        *(p.text for p in structure.paragraphs),
        *(n.text for n in structure.footnotes),
        *(s.heading for s in structure.sections),
    ]

    assert [text for text in texts if FURNITURE.search(text)] == []


@pytest.mark.parametrize("name", NUMBERED)
def test_ids_are_unique_and_parents_exist(seeds: dict[str, Read], name: str) -> None:
    """An eId names one row, and a parent is one of the paragraphs."""
    structure = seeds[name].structure
    eids = [
        *(p.eid for p in structure.paragraphs),
        *(n.eid for n in structure.footnotes),
        *(s.eid for s in structure.sections),
    ]

    assert len(eids) == len(set(eids))
    assert {p.parent_eid for p in structure.paragraphs} - {None} <= {p.eid for p in structure.paragraphs}


@pytest.mark.parametrize("name", NUMBERED)
def test_spans_hold_the_words_of_their_row(seeds: dict[str, Read], name: str) -> None:
    """The characters of a row's spans are the characters of its text."""
    read = seeds[name]
    rows: tuple[Paragraph | Footnote, ...] = (*read.structure.paragraphs, *read.structure.footnotes)
    for row in rows:
        printed = "".join(read.layout.source[a:b] for a, b in row.spans)
        assert "".join(printed.split()) == "".join(row.text.split())


@pytest.mark.parametrize("document", GOLD_FILES)
def test_structure_is_exact_against_the_gold(seeds: dict[str, Read], document: str) -> None:
    """Labels, numbers, kinds, parents, paths, texts and notes are those that a reader annotated by hand."""
    path = GOLD / f"{document}.paragraphs.jsonl"
    if not path.is_file():
        pytest.skip(f"no gold at {path}")
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    structure = seeds[GOLD_FILES[document]].structure
    labels = {p.eid: p.label for p in structure.paragraphs}
    notes = {
        p.eid: [[n.marker, n.anchor_char] for n in structure.footnotes if n.paragraph_eid == p.eid]
        for p in structure.paragraphs
    }

    found = [
        (
            p.label,
            p.number,
            p.kind,
            labels.get(p.parent_eid or ""),
            list(p.section_path),
            p.text,
            notes[p.eid],
        )
        for p in structure.paragraphs
    ]

    assert found == [
        (
            g["label"],
            g["number"],
            KINDS.get(g["kind"], g["kind"]),
            g["parent"],
            g["section"],
            g["text"],
            g["footnote_refs"],
        )
        for g in gold
    ]


@pytest.mark.parametrize("document", GOLD_FILES)
def test_masthead_is_that_of_the_gold(seeds: dict[str, Read], document: str) -> None:
    """Symbols, date, organs and title are those that a reader annotated by hand."""
    path = GOLD / f"{document}.masthead.json"
    if not path.is_file():
        pytest.skip(f"no gold at {path}")
    gold = json.loads(path.read_text("utf-8"))
    head = seeds[GOLD_FILES[document]].head

    assert [str(s) for s in head.symbols] == gold["symbols"]
    assert (head.distribution_date.isoformat() if head.distribution_date else None) == gold["date"]
    assert head.title == gold["title"]
    assert list(head.organs) == gold.get("organs", [])
    assert head.author == gold.get("author")
    assert head.job_number == gold.get("job_number")
    assert head.original_language == gold.get("original_language")
    assert list(head.agenda_items) == [
        f"{item['item']} ({letter})" for item in gold.get("agenda", []) for letter in item["letters"]
    ]
