"""The whole program over plain functions: what comes of a run, a second run, a change, bad input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from flows.build import build, judged
from flows.collect import collect
from flows.errors import Damaged, ShellError
from flows.explain import explain
from flows.home import Home
from flows.inspection import status
from flows.pipeline import Order, Run, Steps, run
from flows.publish import publish
from flows.reading import Read, Readers
from flows.rebuild import copy_truth, rebuild
from flows.settings import Settings
from flows.sources.sample import Sample
from tests.flows.fakes import Memory, Told, report
from tests.transforms.test_akn import acting, akn
from transforms.corpus import merge
from transforms.schema import TABLES
from warehouse import parquet, release

FIRST = report("A/999/1", "The gauges were lent in 2018.", "The General Assembly took note of A/999/2.")
CHANGED = report("A/999/1", "The gauges were lent in 2018.", "They were never returned.", "A third was lost.")
SECOND = report("A/999/2", "A second report is short.", "It has two paragraphs.")
GOOD = {"A_999_1-EN.txt": FIRST, "A_999_2-EN.txt": SECOND}


def tables(home: Path) -> dict[str, pa.Table]:
    current = release.current(home)
    assert current is not None
    return {name: parquet.read(current.parquet(name)) for name in TABLES}


def column(home: Path, table: str, name: str) -> list[object]:
    values: list[object] = tables(home)[table].column(name).to_pylist()
    return values


Went = Callable[[Home, Settings, dict[str, bytes]], Run]


@pytest.fixture
def went(steps: Steps) -> Went:
    """A run over files, which a process reads that stands ready."""
    return lambda home, settings, files: run(home, settings, Order(Memory(files)), steps=steps)


def test_documents_become_a_release(home: Home, settings: Settings) -> None:
    """A run over two reports publishes both, each row traceable to the event that accepted it."""
    told = Told()

    done = run(home, settings, Order(Memory(GOOD)), watch=told)

    assert done.outcome == "completed"
    assert column(home.path, "documents", "document_id") == ["A/999/1@en", "A/999/2@en"]
    events = dict(
        zip(column(home.path, "events", "event_id"), column(home.path, "events", "type"), strict=True)
    )
    assert {events[i] for i in column(home.path, "documents", "accepted_event_id")} == {
        "document-accepted.v2"
    }
    assert {stage for stage, _, _ in told.seen} == {"collect", "build", "publish"}


def test_a_second_run_adds_nothing_but_itself(home: Home, settings: Settings, went: Went) -> None:
    """Nothing is read again, the release stays, and the only new events are the run's beginning and end."""
    first = went(home, settings, GOOD)
    before = home.log.head()

    second = went(home, settings, GOOD)

    assert [event.type for event in home.log.read(after=before)] == ["run-started.v1", "run-finished.v1"]
    assert second.built is not None
    assert second.built.read == 0
    assert second.published is not None
    assert first.published is not None
    assert (second.published.version, second.published.is_new) == (first.published.version, False)


def test_one_changed_file_is_read_alone_and_its_old_version_stays(
    home: Home, settings: Settings, went: Went
) -> None:
    """The new bytes are read and published; both versions stay in the log and in the bytes."""
    went(home, settings, GOOD)

    done = went(home, settings, GOOD | {"A_999_1-EN.txt": CHANGED})

    assert done.built is not None
    assert done.built.read == 1
    assert len(home.ledger().history("memory:/A_999_1-EN.txt")) == 2
    assert home.blobs.verify(home.ledger().contents) == ()
    assert any("never returned" in str(text) for text in column(home.path, "paragraphs", "text"))


def test_a_file_that_goes_bad_leaves_its_last_good_version_standing(
    home: Home, settings: Settings, went: Went
) -> None:
    """The bad version is refused and told of; the release keeps the document as it was accepted."""
    went(home, settings, GOOD)

    done = went(home, settings, GOOD | {"A_999_1-EN.txt": bytes(range(256)) * 40})

    assert done.built is not None
    assert [one.name for one in done.built.refused] == ["A_999_1-EN.txt"]
    assert "A/999/1@en" in column(home.path, "documents", "document_id")
    assert False in column(home.path, "verdicts", "is_passed")


def test_what_is_odd_about_an_official_text_is_published_with_it(
    home: Home, settings: Settings, went: Went
) -> None:
    """A number printed twice is kept, told of in `verdicts` and by `explain`, and keeps nobody out."""
    odd = akn(acting("1.") + acting("2.") + acting("2."))

    went(home, settings, {"A_RES_77_999.xml": odd})

    told = tables(home.path)["verdicts"].to_pylist()
    warnings = [
        (row["check_name"], row["is_passed"], row["failing_count"]) for row in told if row["is_warning"]
    ]
    assert warnings == [("paragraphs.official_numbering_has_no_gap", True, 1)]
    assert any(
        line.startswith("  odd ") and "is number 2 after 2" in line for line in explain(home, "A/RES/77/999")
    )


def test_bad_input_is_refused_alone(home: Home, settings: Settings, went: Went) -> None:
    """Each bad file has a verdict with a reason in the release; the good ones are published."""
    bad = {
        "empty.txt": b"",
        "rubbish.bin": bytes(range(256)) * 40,
        "page.html": b"<html><body><script>alert(1)</script></body></html>",
        "..%2F..%2Fpasswd.txt": b"root:x:0:0\n",
        "nul.txt": b"A/999/7\0\0\0 <script>",
    }

    done = went(home, settings, GOOD | bad)

    assert done.built is not None
    refused = {one.name: one.reason for one in done.built.refused}
    assert set(bad) >= set(refused)
    assert {"empty.txt", "rubbish.bin"} <= set(refused)
    assert not any(reason.startswith("reader-") for reason in refused.values())
    assert {"A/999/1@en", "A/999/2@en"} <= set(column(home.path, "documents", "document_id"))


def test_a_run_of_nothing_but_bad_input_publishes_nothing(home: Home, settings: Settings, went: Went) -> None:
    """The floors stop it, once: a second run over the same finds nothing new to say."""
    first = went(home, settings, {"empty.txt": b""})
    before = home.log.head()

    second = went(home, settings, {"empty.txt": b""})

    assert (first.outcome, second.outcome) == ("stopped", "stopped")
    assert release.current(home.path) is None
    assert home.log.head() == before + 2


def test_publishing_waits_for_verdicts(home: Home, settings: Settings) -> None:
    """What was collected and not read yet cannot be published over."""
    collect(home, Memory(GOOD))

    with pytest.raises(ShellError, match="run `unfold build`"):
        publish(home, settings)


def test_two_readings_of_one_document_are_judged_apart(home: Home, settings: Settings, went: Went) -> None:
    """The same report from two places passes twice, and the release holds it once."""
    done = went(home, settings, {"A_999_1-EN.txt": FIRST, "copy of A_999_1.txt": FIRST + b"\n", **GOOD})

    assert done.built is not None
    assert (done.built.accepted, done.built.refused) == (3, ())
    assert column(home.path, "documents", "document_id") == ["A/999/1@en", "A/999/2@en"]


def test_explain_tells_what_a_file_held_before(home: Home, settings: Settings, went: Went) -> None:
    """Each earlier content of the same file has its hash, its time and its verdict."""
    went(home, settings, GOOD)
    went(home, settings, GOOD | {"A_999_1-EN.txt": CHANGED})
    old, _ = home.ledger().history("memory:/A_999_1-EN.txt")

    told = "\n".join(explain(home, "A/999/1"))

    assert f"  before    {old.content_sha256}, fetched " in told
    assert "accepted as A/999/1@en by reader" in told


def test_explain_tells_of_a_file_named_for_another_document(
    home: Home, settings: Settings, went: Went
) -> None:
    """What is printed outranks the file's name, and `explain` says that they differ."""
    went(home, settings, {"A_998_20-EN.txt": SECOND})

    assert "  named     A_998_20-EN.txt, prints A/999/2" in list(explain(home, "A/999/2"))


def test_an_absence_makes_no_release(home: Home, settings: Settings, went: Went) -> None:
    """What a source does not have is recorded once and changes nothing that is published."""
    first = went(home, settings, GOOD)

    collect(home, Sample(), ("A/999/404",))
    second = went(home, settings, GOOD)

    assert first.published is not None
    assert second.published is not None
    assert (second.published.version, second.published.is_new) == (first.published.version, False)
    assert any("absent  A/999/404" in line for line in status(home))


def test_a_verdict_does_not_depend_on_the_batch(home: Home, settings: Settings) -> None:
    """One document a batch comes to the same verdict as all in one."""
    collect(home, Memory(GOOD | {"empty.txt": b""}))

    built = build(home, settings.model_copy(update={"batch_size": 1}))

    assert (built.read, built.accepted) == (3, 2)


def test_lost_bytes_are_told_and_read_once_they_are_back(home: Home, settings: Settings) -> None:
    """A missing blob is damage, not a verdict: the document stays due until the bytes are back."""
    collect(home, Memory(GOOD))
    gone = home.ledger().history("memory:/A_999_1-EN.txt")[-1].content_sha256
    home.blobs.path(gone).unlink()

    broken = build(home, settings)
    collect(home, Memory(GOOD))
    mended = build(home, settings)

    assert (broken.accepted, len(broken.lost)) == (1, 1)
    assert (mended.accepted, mended.lost) == (1, ())


def test_a_rebuild_elsewhere_is_the_same_byte_for_byte(
    home: Home, settings: Settings, tmp_path: Path, went: Went
) -> None:
    """Log and bytes alone make Parquet files of the same SHA-256 in another home."""
    went(home, settings, GOOD)
    went(home, settings, GOOD | {"empty.txt": b""})
    there = settings.model_copy(update={"home": tmp_path / "other"})
    (there.home).mkdir()
    copied = Settings(home=home.path, log=None)

    with pytest.raises(Exception, match="being written"):
        copy_truth(copied.home, there)
    home.log.close()
    _copy(home.path, there.home)
    with Home.open(there) as other, other.writing():
        made = rebuild(other, there)

    original = release.load(home.path / "releases" / made.version)
    assert {f.name: f.sha256 for f in original.manifest.files} == {
        f.name: f.sha256 for f in release.load(made.path).manifest.files
    }


def _copy(origin: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", origin / "log.sqlite", origin / "blobs", target], check=True)


def test_a_rebuild_mends_what_is_derived(home: Home, settings: Settings, went: Went) -> None:
    """With the rows and the release damaged or gone, the rebuild brings back what the log says was published."""
    went(home, settings, GOOD)
    current = release.current(home.path)
    assert current is not None
    current.parquet("mentions").unlink()
    current.parquet("paragraphs").write_bytes(b"")

    rebuild(home, settings)

    mended = release.current(home.path)
    assert mended is not None
    assert release.verify(mended) == ()


def test_a_rebuild_without_the_bytes_says_so(home: Home, settings: Settings, went: Went) -> None:
    """Bytes that are gone cannot be made again."""
    went(home, settings, GOOD)
    sha256 = home.ledger().history("memory:/A_999_1-EN.txt")[-1].content_sha256
    home.blobs.path(sha256).unlink()

    with pytest.raises(Damaged, match="A/999/1@en"):
        rebuild(home, settings)


def test_nothing_due_needs_no_great_expectations(home: Home, settings: Settings, went: Went) -> None:
    """A run over unchanged input imports neither the gate's library nor Prefect."""
    went(home, settings, GOOD)
    home.log.close()
    program = (
        "import sys; from pathlib import Path; from flows.home import Home; from flows.settings import Settings;"
        "from flows.pipeline import Order, run; from tests.flows.fakes import Memory;"
        "from tests.flows.test_pipeline import GOOD;"
        f"s = Settings(home=Path({str(home.path)!r}), workers=1)\n"
        "with Home.open(s) as h: print(run(h, s, Order(Memory(GOOD))).built.read)\n"
        "print(sorted({'great_expectations', 'prefect'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.split() == ["0", "[]"]


@pytest.fixture
def reads(settings: Settings, home: Home) -> list[Read]:
    collect(home, Memory({"A_999_1-EN.txt": FIRST, "A_999_1-EN (2).txt": CHANGED}))
    with Readers(settings, "reader-1") as readers:
        due = home.ledger().due("reader-1", "gate-1")
        outcomes = list(readers.finish(due, readers.begin(home.path, due)))
    return [outcome for outcome in outcomes if isinstance(outcome, Read)]


def test_a_failing_reading_does_not_fail_its_namesake(reads: list[Read]) -> None:
    """Of two readings of one document, the one with a row that fails is refused alone."""
    good, bad = reads[0], reads[-1]
    paragraphs = bad.tables["paragraphs"]
    index = paragraphs.schema.get_field_index("label")
    broken = paragraphs.set_column(index, paragraphs.schema.field(index), pa.array([""] * len(paragraphs)))
    worse = Read(
        good.document_id, good.symbols, good.language, bad.tables | {"paragraphs": broken.slice(0, 0)}
    )

    verdicts = judged([good, worse])

    assert verdicts[0].failed == ()
    assert merge([good.tables])["documents"].num_rows == 1
