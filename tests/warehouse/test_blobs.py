"""Bytes under their own SHA-256."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse.blobs import Blobs, Damage
from warehouse.errors import BlobDamaged, BlobMissing, BlobNameInvalid, BlobUnwritable

HERE = Path(__file__).parents[2]
SHA = hashlib.sha256(b"bytes").hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.binary(max_size=3_000))
def test_what_is_put_comes_back_and_is_named_by_its_sha256(blobs: Blobs, content: bytes) -> None:
    sha256 = blobs.put(content)

    assert sha256 == hashlib.sha256(content).hexdigest()
    assert blobs.get(sha256) == content
    assert blobs.put(content) == sha256
    assert blobs.verify([sha256]) == ()


def test_bytes_stand_under_their_name_in_a_folder_of_its_first_digits(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put(b"bytes")

    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [f"blobs/{SHA[:2]}/{SHA}"]
    assert blobs.path(SHA).stat().st_mode & 0o777 == 0o444


def test_bytes_that_are_not_held_are_missing_with_the_way_out(blobs: Blobs) -> None:
    assert not blobs.has(SHA)
    with pytest.raises(BlobMissing, match=f"{SHA}; collect"):
        blobs.get(SHA)


@pytest.mark.parametrize(
    "name",
    ["", "x", "../../etc/passwd", "A" * 64, SHA[:-1], SHA + "0", SHA + "\n", "é" * 64, "\x00" * 64, "٠" * 64],
)
def test_no_other_name_becomes_a_path(blobs: Blobs, name: str) -> None:
    for ask in (blobs.path, blobs.get, blobs.has):
        with pytest.raises(BlobNameInvalid):
            ask(name)


def test_damaged_bytes_are_never_handed_out_and_are_mended_by_putting_them_again(blobs: Blobs) -> None:
    blobs.put(b"bytes")
    for damage in (b"bytex", b"", b"bytes and more"):
        blobs.path(SHA).chmod(0o644)
        blobs.path(SHA).write_bytes(damage)
        with pytest.raises(BlobDamaged, match="SHA-256"):
            blobs.get(SHA)
        assert [each.kind for each in blobs.verify()] == ["damaged"]

        blobs.put(b"bytes")

        assert blobs.get(SHA) == b"bytes"


def test_verify_names_everything_that_is_wrong(blobs: Blobs, tmp_path: Path) -> None:
    root = tmp_path / "blobs"
    sound, damaged = blobs.put(b"sound"), blobs.put(b"damaged")
    blobs.path(damaged).chmod(0o644)
    blobs.path(damaged).write_bytes(b"other")
    leftover = f".{sound}.{'0' * 16}.aside"
    (root / sound[:2] / leftover).write_bytes(b"so")
    (root / "notes.txt").write_text("mine")
    (root / "zz").mkdir()
    (root / "zz" / sound).write_bytes(b"sound")
    (root / sound[:2] / (sound[:2] + "0" * 62)).symlink_to(blobs.path(sound))

    found = {(damage.name, damage.kind) for damage in blobs.verify([sound, damaged, SHA])}

    assert found == {
        (f"{damaged[:2]}/{damaged}", "damaged"),
        (f"{sound[:2]}/{leftover}", "leftover"),
        ("notes.txt", "foreign"),
        (f"zz/{sound}", "foreign"),
        (f"{sound[:2]}/{sound[:2] + '0' * 62}", "foreign"),
        (f"{SHA[:2]}/{SHA}", "missing"),
    }


def test_a_store_that_does_not_exist_yet_has_no_damage(blobs: Blobs) -> None:
    assert blobs.verify() == ()
    assert blobs.verify([SHA]) == (
        Damage(
            f"{SHA[:2]}/{SHA}",
            "missing",
            "no bytes are held under it; collect its source again or restore it",
        ),
    )


def test_a_write_that_fails_leaves_nothing_behind(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put(b"bytes")
    folder = tmp_path / "blobs" / hashlib.sha256(b"other").hexdigest()[:2]
    folder.write_text("a file where a folder should be")

    with pytest.raises(BlobUnwritable, match="File exists"):
        blobs.put(b"other")

    assert [damage.kind for damage in blobs.verify()] == ["foreign"]


def test_a_full_disk_is_told_and_leaves_no_half(tmp_path: Path) -> None:
    """The limit on the size of a file stands in for a disk that fills up in the middle of a write."""
    program = (
        "import resource, sys; from pathlib import Path; from warehouse.blobs import Blobs;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); Blobs(Path(sys.argv[1])).put(b'x' * 5000)"
    )
    root = tmp_path / "blobs"

    put = subprocess.run(
        [sys.executable, "-c", program, str(root)], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert "BlobUnwritable" in put.stderr
    assert "free some space" in put.stderr
    assert [path for path in root.rglob("*") if path.is_file()] == []


def _put_many(root: str, seed: int) -> list[str]:
    blobs = Blobs(Path(root))
    return [blobs.put(b"%d" % ((seed * 7 + turn) % 40) * 1_000) for turn in range(40)]


def test_processes_putting_the_same_bytes_at_once_all_succeed(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        names = pool.starmap(_put_many, [(str(tmp_path / "blobs"), seed) for seed in range(4)])

    blobs = Blobs(tmp_path / "blobs")
    assert blobs.verify(set().union(*names)) == ()
    assert len(set().union(*names)) == 40


def test_a_reader_never_sees_half_of_what_is_being_put(tmp_path: Path) -> None:
    """Names appear by rename alone: a file with the final name is whole from its first moment."""
    blobs = Blobs(tmp_path / "blobs")
    content = os.urandom(2_000_000)
    sha256 = hashlib.sha256(content).hexdigest()
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        putting = [pool.apply_async(Blobs(tmp_path / "blobs").put, (content,)) for _ in range(2)]
        while not all(each.ready() for each in putting):
            assert not blobs.has(sha256) or blobs.get(sha256) == content
        assert {each.get() for each in putting} == {sha256}


def test_file_and_folders_are_synced_before_the_name_is_given_out(tmp_path: Path) -> None:
    """Seen from outside, by the system calls of a process that puts one blob."""
    trace = tmp_path / "trace"
    program = f"from pathlib import Path; from warehouse.blobs import Blobs; Blobs(Path({str(tmp_path / 'b')!r})).put(b'x')"
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, so the system calls cannot be seen")
    subprocess.run(
        [
            "strace",
            "-f",
            "-y",
            "-e",
            "trace=fsync,rename,renameat,renameat2",
            "-o",
            str(trace),
            sys.executable,
            "-c",
            program,
        ],
        check=True,
        cwd=HERE,
    )
    calls = [
        line.split(maxsplit=1)[1]
        for line in trace.read_text().splitlines()
        if ".aside" in line or "fsync" in line
    ]
    kinds = ["rename" if call.startswith("rename") else "fsync" for call in calls]
    assert kinds == ["fsync", "rename", "fsync", "fsync", "fsync"]
