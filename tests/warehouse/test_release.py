"""A release is whole, immutable and verifiable; readers see the former one or the next, never a mixture."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from multiprocessing.synchronize import Event as ProcessEvent
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.warehouse.tables import small
from transforms import schema
from warehouse import dictionary, duck, parquet, release

ROOT = Path(__file__).parents[2]
INPUTS = "9f2c" * 16
PUBLISHER = """
import os, sys
from pathlib import Path

deaths = int(sys.argv[2])
seen = 0

def die(event, arguments):
    global seen
    watched = event in ("os.rename", "os.symlink", "os.mkdir", "os.remove") or (
        event == "open" and sys.argv[1] in str(arguments[0])
    )
    if watched:
        seen += 1
        if seen == deaths:
            os._exit(9)

from tests.warehouse.tables import small
from warehouse import release
sys.addaudithook(die)
release.publish(Path(sys.argv[1]), small(mark="second"), version="v2", position=2, inputs_sha256="22" * 32)
print(seen)
"""


def publish(home: Path, version: str = "v1", mark: str = "first", position: int = 1) -> release.Release:
    return release.publish(home, small(mark=mark), version=version, position=position, inputs_sha256=INPUTS)


def now(home: Path) -> release.Release:
    found = release.current(home)
    assert found is not None
    return found


def damaged(published: release.Release) -> list[tuple[str, str]]:
    return [(damage.path.name, damage.kind) for damage in release.verify(published)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("pristine")
    publish(home)
    return home


@pytest.fixture
def home(pristine: Path, tmp_path: Path) -> Path:
    """A home of its own with `v1` published."""
    return Path(shutil.copytree(pristine, tmp_path / "home", symlinks=True))


def test_a_release_holds_every_table_twice_and_says_so(home: Path) -> None:
    """Parquet and DuckDB hold the same rows; the manifest names each file."""
    published = now(home)

    assert published.version == "v1"
    assert published.path == (home / "releases" / "v1").resolve()
    for name, table in small().items():
        expected = parquet.conform(table, schema.TABLES[name])
        assert parquet.read(published.parquet(name)).equals(expected)
        assert duck.query(published.database, f"FROM {name}").num_rows == expected.num_rows
    names = [file.name for file in published.manifest.files]
    assert names == sorted([*(f"{name}.parquet" for name in schema.TABLES), "dictionary.md", "unfold.duckdb"])
    assert {file.table: file.rows for file in published.manifest.files if file.table} == {
        name: table.num_rows for name, table in small().items()
    }
    assert release.verify(published) == ()


def test_there_is_no_release_before_the_first(tmp_path: Path) -> None:
    """Asking changes nothing."""
    assert release.current(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_the_same_rows_give_the_same_files_in_any_home(home: Path, tmp_path: Path) -> None:
    """All but DuckDB's file, and the sums that vouch for it, are the same bytes; no path or clock is inside."""
    other = publish(tmp_path / "another place")
    ours, theirs = contents(now(home).path), contents(other.path)

    differing = {name for name in ours if ours[name] != theirs[name]}
    assert ours.keys() == theirs.keys()
    assert differing <= {"unfold.duckdb", "SHA256SUMS"}
    assert other.manifest_sha256 == now(home).manifest_sha256
    assert all(str(tmp_path).encode() not in content for content in theirs.values())


def test_the_manifest_is_canonical_json(home: Path) -> None:
    """Sorted keys, no blanks, one line; read back it is the same bytes."""
    content = (now(home).path / "manifest.json").read_bytes()
    told = json.loads(content)

    plain = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
    assert plain.encode() == content == now(home).manifest.encode()
    assert set(told) == {field.name for field in fields(release.Manifest)}
    assert told["inputs_sha256"].startswith(told["data_version"])


def test_the_stamp_in_duckdb_is_that_of_the_manifest(home: Path) -> None:
    """Version, position and inputs agree."""
    manifest = now(home).manifest

    (meta,) = duck.query(now(home).database, "FROM meta").to_pylist()

    assert meta == {name: getattr(manifest, name) for name in meta}


def test_the_dictionary_speaks_of_views_too(home: Path) -> None:
    """It is the rendering of the declarations and of the file's own comments."""
    published = now(home)

    text = (published.path / "dictionary.md").read_text(encoding="utf-8")

    assert text == dictionary.render(duck.describe(published.database))
    assert "## cooperation (view)" in text


def test_sha256sum_understands_the_sums(home: Path) -> None:
    """A partner can check a release without `unfold`."""
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("no sha256sum on this machine")

    checked = subprocess.run(
        [tool, "-c", "--strict", "SHA256SUMS"], cwd=now(home).path, capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stdout


def test_a_release_is_current_as_soon_as_it_is_published(home: Path) -> None:
    """The link is relative, and the former release stays."""
    publish(home, "v2", "second", 2)

    assert now(home).version == "v2"
    assert (home / "current").readlink() == Path("releases/v2")
    assert release.verify(release.load(home / "releases" / "v1")) == ()


def test_a_home_can_be_moved(home: Path, tmp_path: Path) -> None:
    """Nothing in it knows where it stands."""
    moved = home.rename(tmp_path / "moved")

    assert release.verify(now(moved)) == ()
    assert now(moved).path.is_relative_to(moved.resolve())


def test_publishing_the_same_again_changes_nothing(home: Path) -> None:
    """Not a byte, not even of DuckDB's file."""
    before = contents(now(home).path)

    again = publish(home)

    assert contents(again.path) == before
    assert sorted(path.name for path in (home / "releases").iterdir()) == [".lock", "v1"]


def test_an_older_version_can_be_made_current_again(home: Path) -> None:
    """Publishing it again is enough."""
    publish(home, "v2", "second", 2)

    publish(home)

    assert now(home).version == "v1"


def test_other_contents_under_the_same_version_are_refused(home: Path) -> None:
    """The message names the files, and nothing changes."""
    before = contents(now(home).path)

    with pytest.raises(release.ReleaseConflict, match=r"documents\.parquet.*paragraphs\.parquet"):
        publish(home, mark="other")

    assert contents(now(home).path) == before
    assert sorted(path.name for path in (home / "releases").iterdir()) == [".lock", "v1"]


def test_another_position_under_the_same_version_is_refused(home: Path) -> None:
    """What the manifest says is part of the contents."""
    with pytest.raises(release.ReleaseConflict, match=r"manifest\.json"):
        publish(home, position=2)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """Nothing is published, not even a folder."""
    tables = small()
    del tables["footnotes"]

    with pytest.raises(release.ReleaseRefused, match=r"missing tables \['footnotes'\]"):
        release.publish(tmp_path, tables, version="v1", position=1, inputs_sha256=INPUTS)

    assert list(tmp_path.iterdir()) == []


def test_an_unknown_table_is_named(tmp_path: Path) -> None:
    """A table that is not declared exists nowhere."""
    tables = {**small(), "moods": pa.table({"mood": ["calm"]})}

    with pytest.raises(release.ReleaseRefused, match=r"unknown tables \['moods'\]"):
        release.publish(tmp_path, tables, version="v1", position=1, inputs_sha256=INPUTS)


@pytest.mark.parametrize(
    "version", ["", ".", "..", "../v1", "a/b", ".building-v1", "v 1", "v1\n", "x" * 101, "v\0"]
)
def test_a_version_is_a_plain_name(version: str, tmp_path: Path) -> None:
    """No way out of `releases/`, no hidden folder."""
    with pytest.raises(release.ReleaseRefused, match="version"):
        release.publish(tmp_path, small(), version=version, position=1, inputs_sha256=INPUTS)


def test_rows_that_break_their_declaration_leave_the_former_release(home: Path) -> None:
    """The error comes through, and no leftover stays."""
    tables = small(mark="second")
    tables["paragraphs"] = pa.concat_tables([tables["paragraphs"]] * 2)

    with pytest.raises(parquet.TableMisfit):
        release.publish(home, tables, version="v2", position=2, inputs_sha256=INPUTS)

    assert now(home).version == "v1"
    assert sorted(path.name for path in (home / "releases").iterdir()) == [".lock", "v1"]


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_is_named(seed: int, home: Path) -> None:
    """Whichever file it is in, the manifest among them."""
    dice = random.Random(seed)
    published = now(home)
    path = sorted(published.path.iterdir())[seed % len(list(published.path.iterdir()))]
    content = bytearray(path.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)

    assert damaged(published) == [(path.name, "changed")]


def test_a_flipped_bit_in_a_manifest_that_still_reads_is_named(home: Path) -> None:
    """A digit of a digest, seen by whoever loads the release afterwards."""
    path = now(home).path / "manifest.json"
    told = path.read_bytes()
    place = told.index(b'"sha256":"') + 10
    path.write_bytes(told[:place] + (b"0" if told[place : place + 1] != b"0" else b"1") + told[place + 1 :])

    assert damaged(now(home)) == [("manifest.json", "changed")]


def test_missing_and_extra_files_are_named(home: Path) -> None:
    """A folder that does not belong is extra as well."""
    published = now(home)
    (published.path / "ships.parquet").write_bytes(b"")
    (published.path / "drafts").mkdir()
    (published.path / "cells.parquet").unlink()
    (published.path / "unfold.duckdb").unlink()

    assert damaged(published) == [
        ("cells.parquet", "missing"),
        ("drafts", "extra"),
        ("ships.parquet", "extra"),
        ("unfold.duckdb", "missing"),
    ]


def test_missing_sums_are_named_and_hide_nothing(home: Path) -> None:
    """Without them the manifest still vouches for the tables."""
    published = now(home)
    (published.path / "SHA256SUMS").unlink()
    (published.path / "cells.parquet").write_bytes(b"PAR1")

    assert damaged(published) == [("SHA256SUMS", "missing"), ("cells.parquet", "changed")]


@pytest.mark.parametrize(
    "name", ["cells.parquet", "unfold.duckdb", "manifest.json", "dictionary.md", "SHA256SUMS"]
)
@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"rubbish")])
def test_publishing_again_mends_a_damaged_release(
    name: str, harm: Callable[[Path], object], home: Path
) -> None:
    """The same contents come back under the same version, and what does not belong goes."""
    path = now(home).path / name
    before = path.read_bytes()
    harm(path)
    (path.parent / "stray.txt").write_bytes(b"")

    mended = publish(home)

    assert release.verify(mended) == ()
    assert name in ("unfold.duckdb", "SHA256SUMS") or path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{}", b"[1", b"\xff\xfe", b'{"version":1}'])
def test_a_manifest_that_is_none_is_refused(content: bytes, home: Path) -> None:
    """The message says which, and how to mend it."""
    (now(home).path / "manifest.json").write_bytes(content)

    with pytest.raises(release.ReleaseUnreadable, match=r"v1/manifest\.json.*Publish again"):
        release.current(home)


def test_a_folder_under_another_name_is_refused(home: Path) -> None:
    """A release is the version it says it is."""
    renamed = now(home).path.rename(home / "releases" / "v7")

    with pytest.raises(release.ReleaseUnreadable, match="'v1'; expected 'v7'"):
        release.load(renamed)


def test_a_link_that_leads_nowhere_is_refused(home: Path) -> None:
    """It is not the same as no release at all."""
    shutil.rmtree(now(home).path)

    with pytest.raises(release.ReleaseUnreadable, match="v1"):
        release.current(home)


def kill_publication(home: Path, at: int) -> subprocess.CompletedProcess[str]:
    """Publish `v2` in a child that dies at its n-th step on files; at step 0 it lives."""
    return subprocess.run(
        [sys.executable, "-c", PUBLISHER, str(home), str(at)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def check_survival(home: Path, at: int) -> None:
    """After a death at that step a whole release is current, and the next publication is as if nothing had been."""
    assert kill_publication(home, at).returncode == 9
    assert now(home).version in {"v1", "v2"}
    assert release.verify(now(home)) == ()

    tables = small(mark="second")
    release.publish(home, tables, version="v2", position=2, inputs_sha256="22" * 32)

    assert now(home).version == "v2"
    assert release.verify(now(home)) == ()
    assert sorted(path.name for path in (home / "releases").iterdir()) == [".lock", "v1", "v2"]
    assert sorted(path.name for path in home.iterdir()) == ["current", "releases"]


@pytest.fixture(scope="module")
def steps(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps on files a publication takes."""
    trial = shutil.copytree(pristine, tmp_path_factory.mktemp("trial") / "home", symlinks=True)
    return int(kill_publication(Path(trial), 0).stdout)


@pytest.mark.parametrize("share", [0.3, 0.98, 1.0])
def test_a_killed_publication_leaves_the_former_release(share: float, steps: int, home: Path) -> None:
    """Between two tables and around the last renames: what is current is whole."""
    check_survival(home, round(share * steps))


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_a_publication_killed_at_any_step_leaves_a_whole_release(
    steps: int, pristine: Path, tmp_path: Path
) -> None:
    """Every step on files in turn."""
    for at in range(1, steps + 1):
        trial = Path(shutil.copytree(pristine, tmp_path / "trial", symlinks=True))
        check_survival(trial, at)
        shutil.rmtree(trial)


def read_once(home: Path) -> str | None:
    """What is wrong with the release that is current now, or None: all of it must be of one publication."""
    found = now(home)
    mark = found.version.removeprefix("v")
    (told,) = duck.query(
        found.database,
        "SELECT version, position, (SELECT list(DISTINCT data) FROM events) AS marks FROM meta",
    ).to_pylist()
    marks = parquet.read(found.parquet("events"))["data"].unique().to_pylist()
    footer = pq.read_metadata(found.parquet("documents")).metadata[b"unfold.data_version"].decode()
    if (told["version"], told["position"]) != (found.version, int(mark)):
        return f"{found.version}: DuckDB says {told}"
    if not told["marks"] == marks == [f'{{"mark":"{mark}"}}']:
        return f"{found.version}: DuckDB {told}, Parquet {marks}"
    if footer != found.manifest.data_version:
        return f"{found.version}: footer {footer}, manifest {found.manifest.data_version}"
    return None


def read_until(
    home: Path, is_over: threading.Event | ProcessEvent, say: Callable[[str], None], begin: Callable[[], None]
) -> None:
    """Read in a loop; say each thing that is wrong, and at last how many times it was read."""
    turns = 0
    while not is_over.wait(0.05):
        wrong = read_once(home)
        turns += 1
        begin()
        if wrong:
            say(wrong)
    say(f"read {turns}")


def read_in_process(
    home: Path, is_over: ProcessEvent, told: multiprocessing.SimpleQueue[str], begun: ProcessEvent
) -> None:
    """`read_until` for a process of its own."""
    read_until(home, is_over, told.put, begun.set)


def publish_many(home: Path, count: int) -> None:
    """So many publications, one after the other, each marked with its number in every row of `events`."""
    for number in range(2, count + 2):
        inputs = f"{number:064x}"[::-1]
        tables = small(mark=str(number))
        release.publish(home, tables, version=f"v{number}", position=number, inputs_sha256=inputs)


@pytest.mark.parametrize("count", [6, pytest.param(40, marks=pytest.mark.proof)])
def test_readers_never_see_a_mixture(tmp_path: Path, count: int) -> None:
    """A thread and a process of their own read through `current` while several releases come out."""
    release.publish(tmp_path, small(mark="1"), version="v1", position=1, inputs_sha256="0" * 64)
    spawning = multiprocessing.get_context("spawn")
    over, over_here = spawning.Event(), threading.Event()
    begun, begun_here = spawning.Event(), threading.Event()
    told: multiprocessing.SimpleQueue[str] = spawning.SimpleQueue()
    said: list[str] = []
    process = spawning.Process(target=read_in_process, args=(tmp_path, over, told, begun), daemon=True)
    thread = threading.Thread(
        target=read_until, args=(tmp_path, over_here, said.append, begun_here.set), daemon=True
    )
    process.start()
    thread.start()
    assert begun.wait(60)
    assert begun_here.wait(60)

    publish_many(tmp_path, count)
    over.set()
    over_here.set()
    process.join(60)
    thread.join(60)

    while not told.empty():
        said.append(told.get())
    assert process.exitcode == 0
    assert [line for line in said if not line.startswith("read ")] == []
    assert len(said) == 2
    assert all(int(line.removeprefix("read ")) >= 3 for line in said)
    assert now(tmp_path).version == f"v{count + 1}"


def test_two_publishers_in_one_home_take_turns(tmp_path: Path) -> None:
    """Neither sweeps away what the other is building."""
    failures: list[BaseException] = []

    def run(version: str) -> None:
        try:
            publish(tmp_path, version)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=run, args=(f"v{number}",)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failures == []
    for number in range(4):
        assert release.verify(release.load(tmp_path / "releases" / f"v{number}")) == ()
