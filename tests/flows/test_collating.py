"""Several files of one document: the worthiest is published, the others are compared with it, once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pyarrow as pa
import pytest

from flows.collating import compare
from flows.explain import explain
from flows.fingerprint import Fingerprints, fingerprints
from flows.home import Home
from flows.inspection import status
from flows.pipeline import Order, Run, Steps, run
from flows.rebuild import rebuild
from flows.report import lines
from flows.settings import Settings
from tests.flows.fakes import Memory, report
from warehouse import duck, parquet, release
from warehouse.ledger import Acceptance

SENTENCES = (
    "The gauges were lent to four harbours in the spring of 2018.",
    "Two of them came back within the year, and one was lost at sea.",
    "Members asked for early warning of any further loss.",
    "The secretariat thanked the harbour masters for their patience.",
)
OTHER = (
    "Schools near the coast were asked to keep a barometer.",
    "None answered before the winter.",
    "A reminder was sent to all ministries of education in June.",
)
Row = dict[str, Any]


def head(symbol: str) -> list[str]:
    return [
        f"United Nations {symbol}", "General Assembly", "Distr.: General", "14 March 2019", "Original: English",
        "Seventy-third session", "Agenda item 999", "Lending of tide gauges", "Report of the Secretary-General",
    ]  # fmt: skip


def numbered(sentences: Sequence[str]) -> list[str]:
    return [f"{n}.\t{sentence}" for n, sentence in enumerate(sentences, start=1)]


def word(symbol: str, *sentences: str) -> bytes:
    """The invented report as a DOCX file."""
    made, document = BytesIO(), docx.Document()
    for line in (*head(symbol), *numbered(sentences)):
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def page(symbol: str, *sentences: str) -> bytes:
    """The same as an HTML page."""
    body = "".join(f"<p>{line}</p>" for line in (*head(symbol), *numbered(sentences)))
    return f"<html><body>{body}</body></html>".encode()


Went = Callable[[Home, Settings, Mapping[str, bytes]], Run]


@pytest.fixture
def went(steps: Steps) -> Went:
    """A run over files, which a process reads that stands ready."""
    return lambda home, settings, files: run(home, settings, Order(Memory(files)), steps=steps)


def rows(home: Path, table: str) -> list[Row]:
    current = release.current(home)
    assert current is not None
    found: list[Row] = parquet.read(current.parquet(table)).to_pylist()
    return found


def witnesses(home: Path) -> list[tuple[object, ...]]:
    told = sorted(rows(home, "witnesses"), key=lambda row: (row["document_id"], row["ordinal"]))
    return [
        (row["ordinal"], row["format"], row["is_chosen"], row["decided_by"], row["agreement"]) for row in told
    ]


DOCX = word("A/999/1", *SENTENCES)
TEXT = report("A/999/1", SENTENCES[0], SENTENCES[1].replace("one", "three"), *SENTENCES[2:])
HTML = page("A/999/1", *SENTENCES)


def test_the_worthiest_of_several_files_is_published_and_the_others_are_compared(
    home: Home, settings: Settings, went: Went
) -> None:
    """The DOCX file stands though the others came later, and the one paragraph in which a text differs is told."""
    went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": HTML, "A_999_1-EN.txt": TEXT})

    assert witnesses(home.path) == [
        (1, "docx", True, "format", None),
        (2, "html", False, "format", 1.0),
        (3, "text", False, "format", 0.75),
    ]
    (document,) = rows(home.path, "documents")
    assert document["source_url"] == "memory:/A_999_1-EN.docx"
    (difference,) = rows(home.path, "differences")
    assert (difference["paragraph_id"], difference["difference"]) == ("A/999/1@en#para_2", "text")
    assert (difference["words"], difference["other_words"]) == ("one", "three")


def test_a_witness_has_its_file_and_its_figures(home: Home, settings: Settings, went: Went) -> None:
    """Its bytes, its place, what it was judged by, and how much of it was compared."""
    went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.txt": TEXT, "copy.txt": TEXT})

    chosen, other = sorted(rows(home.path, "witnesses"), key=lambda row: row["ordinal"])

    events = {row["event_id"]: row for row in rows(home.path, "events")}
    assert events[other["verdict_event_id"]]["type"] == "document-accepted.v2"
    assert (other["source_url"], other["place_count"], other["symbol_evidence"]) == (
        "memory:/copy.txt",
        2,
        "masthead",
    )
    assert (other["compared_count"], other["agreeing_count"], other["difference_count"]) == (4, 3, 1)
    assert (other["is_doubtful"], chosen["is_doubtful"], chosen["compared_count"]) == (False, None, None)
    assert abs(chosen["character_count"] - other["character_count"]) == 2


def test_where_the_worthiest_is_refused_the_next_is_published_and_the_table_says_so(
    home: Home, settings: Settings, went: Went
) -> None:
    """A DOCX file that is cut off is told with its reason, and the text stands."""
    went(home, settings, {"A_999_1-EN.docx": DOCX[: len(DOCX) // 2], "A_999_1-EN.txt": TEXT})

    assert witnesses(home.path)[0] == (1, "text", True, "verdict", None)
    (refused,) = [row for row in rows(home.path, "witnesses") if not row["is_accepted"]]
    assert (refused["ordinal"], refused["decided_by"], refused["refusal"]) == (2, "verdict", "broken")
    told = list(explain(home, "A/999/1"))
    assert "            broken; more below" in told
    assert "  judged    refused: broken" in "\n".join(told)


def test_a_document_of_one_file_has_one_witness(home: Home, settings: Settings, went: Went) -> None:
    went(home, settings, {"A_999_1-EN.txt": TEXT})

    assert witnesses(home.path) == [(1, "text", True, "alone", None)]
    assert rows(home.path, "differences") == []
    assert not any(line.startswith("  chosen ") for line in explain(home, "A/999/1"))


def test_files_that_hardly_agree_are_told_wherever_an_operator_looks(
    home: Home, settings: Settings, went: Went
) -> None:
    """Another report under the name of the first, without a symbol of its own, is told as likely another document."""
    other = page("", *OTHER)

    done = went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": other})
    again = went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": other})

    for each in (done, again):
        (told,) = [line for line in lines(each, home.path) if line.startswith("  doubtful ")]
        assert "likely another document" in told
        assert "is in its name alone" in told
        assert "printed on it" in told
        assert each.counts["doubtful"] == 1
    assert any(line.startswith("  doubtful  memory:/A_999_1-EN.html: 0% of 4 ") for line in status(home))
    assert any("; doubtful: 0% of the text is common to both" in line for line in explain(home, "A/999/1"))


def test_a_file_whose_numbers_are_lost_is_told_as_badly_read(
    home: Home, settings: Settings, went: Went
) -> None:
    """Its text is that of the published one, so nobody is sent to look for another document."""
    bare = "".join(f"<p>{line}</p>" for line in (*head("A/999/1"), *SENTENCES))

    done = went(
        home,
        settings,
        {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": f"<html><body>{bare}</body></html>".encode()},
    )

    (told,) = [line for line in lines(done, home.path) if line.startswith("  doubtful ")]
    assert "0% of 4 paragraphs" in told
    assert "of their text in common, so one of them is badly read" in told


def test_files_that_agree_are_no_trouble(home: Home, settings: Settings, went: Went) -> None:
    """That there are two of them is told by `explain` alone, with the reason for the choice."""
    done = went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": HTML, "copy.html": HTML})

    assert "doubtful" not in "\n".join(lines(done, home.path))
    told = list(explain(home, "A/999/1"))
    assert "  chosen    1 of 2 files: a DOCX file; its format comes before that of the next" in told
    assert "  also      2. an HTML page, by its format: memory:/copy.html" in told
    assert "            1.0000 of 4 paragraphs agree; 0 differences, in the view `variants`" in told
    assert "  also      memory:/A_999_1-EN.html (same bytes as 2)" in told


def test_the_view_shows_both_texts_beside_each_other(home: Home, settings: Settings, went: Went) -> None:
    went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.txt": TEXT})
    current = release.current(home.path)
    assert current is not None

    (shown,) = duck.query(current.database, "SELECT * FROM variants").to_pylist()

    assert (shown["symbol"], shown["label"], shown["other_label"]) == ("A/999/1", "2", "2")
    assert (shown["format"], shown["other_format"], shown["agreement"]) == ("docx", "text", 0.75)
    assert (shown["text"], shown["other_text"]) == (SENTENCES[1], SENTENCES[1].replace("one", "three"))


def test_a_rebuild_elsewhere_compares_again_and_makes_the_same_files(
    home: Home, settings: Settings, tmp_path: Path, went: Went
) -> None:
    """Neither the rows nor the comparisons are the truth: log and bytes alone give the same Parquet."""
    went(home, settings, {"A_999_1-EN.docx": DOCX, "A_999_1-EN.html": HTML, "A_999_1-EN.txt": TEXT})
    before = {row["witness_id"] for row in rows(home.path, "witnesses")}
    current = release.current(home.path)
    assert current is not None
    elsewhere = Settings(home=tmp_path / "elsewhere", log=None, workers=1)

    home.log.close()
    elsewhere.home.mkdir()
    shutil.copytree(home.path / "blobs", elsewhere.home / "blobs")
    shutil.copyfile(home.path / "log.sqlite", elsewhere.home / "log.sqlite")
    with Home.open(elsewhere) as other, other.writing():
        made = rebuild(other, elsewhere)

    assert dict(made.files) == {
        file.name: file.sha256 for file in current.manifest.files if file.table is not None
    }
    assert {row["witness_id"] for row in rows(elsewhere.home, "witnesses")} == before


class Counting:
    """Gives kept rows, and counts for how many readings it was asked."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.asked = 0

    def __call__(self, wanted: Sequence[Acceptance]) -> list[dict[str, pa.Table]]:
        self.asked += len(wanted)
        kept = [self.home.rows.get(one.rows_sha256) for one in wanted]
        return [rows for rows in kept if rows is not None]


@pytest.fixture
def counting(home: Home) -> Counting:
    return Counting(home)


def compared(home: Home, counting: Counting, marks: Fingerprints | None = None) -> int:
    """How many rows are asked for to compare all that is held."""
    before = counting.asked
    own = fingerprints()
    compare(home, home.ledger().witnesses(own.reader, own.gate), marks or own, counting)
    return counting.asked - before


def test_only_what_is_new_is_compared(home: Home, settings: Settings, counting: Counting, went: Went) -> None:
    """What was compared once needs no rows again, until a file changes, its comparison is lost, or the code is new."""
    second = {"A_999_2-EN.docx": word("A/999/2", *OTHER), "A_999_2-EN.txt": report("A/999/2", *OTHER)}
    files = {"A_999_1-EN.docx": DOCX, "A_999_1-EN.txt": TEXT, **second}
    went(home, settings, files)
    assert compared(home, counting) == 0

    went(home, settings, files | {"A_999_2-EN.txt": report("A/999/2", *OTHER, "A last one.")})
    assert compared(home, counting) == 0
    kept = sorted((home.path / "collations").rglob("*.arrow"))
    assert len(kept) == 3  # two of the first run, one of the second

    for path in kept:
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:-1])
    assert compared(home, counting) == 4
    assert compared(home, counting) == 0
    own = fingerprints()
    assert compared(home, counting, Fingerprints(own.reader, own.gate, "another publisher")) == 4
