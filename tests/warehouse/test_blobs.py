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


# --- bytes that arrive piece by piece --------------------------------------------------------------


def files_under(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def take_in(blobs: Blobs, content: bytes) -> str:
    with blobs.incoming() as path:
        path.write_bytes(content)
        return blobs.adopt(path)


def half(blobs: Blobs, error: BaseException, *, is_adopted: bool = False) -> None:
    """Take bytes in until something goes wrong, before or after they are named."""
    with blobs.incoming() as path:
        path.write_bytes(b"bytes")
        if is_adopted:
            blobs.adopt(path)
        raise error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=1_000), max_size=4))
def test_what_arrives_in_pieces_is_whole_under_the_name_of_all_of_it(
    blobs: Blobs, pieces: list[bytes]
) -> None:
    """Bytes that come in any number of pieces end as if they had been put at once."""
    content = b"".join(pieces)

    with blobs.incoming() as path:
        with path.open("wb") as file:
            for piece in pieces:
                file.write(piece)
        sha256 = blobs.adopt(path)

    assert sha256 == hashlib.sha256(content).hexdigest()
    assert blobs.get(sha256) == content
    assert blobs.put(content) == sha256
    assert blobs.verify([sha256]) == ()


def test_adopted_bytes_stand_where_put_ones_do_and_nobody_may_write_them(
    blobs: Blobs, tmp_path: Path
) -> None:
    """The way in makes no difference to where bytes stand and to their rights."""
    assert take_in(blobs, b"bytes") == SHA

    assert files_under(tmp_path) == [f"blobs/{SHA[:2]}/{SHA}"]
    assert blobs.path(SHA).stat().st_mode & 0o777 == 0o444


def test_the_same_bytes_arriving_twice_are_held_once(blobs: Blobs, tmp_path: Path) -> None:
    """A sound copy is kept, not written again."""
    blobs.put(b"bytes")
    before = blobs.path(SHA).stat().st_ino

    assert [take_in(blobs, b"bytes") for _ in range(2)] == [SHA, SHA]

    assert files_under(tmp_path) == [f"blobs/{SHA[:2]}/{SHA}"]
    assert blobs.path(SHA).stat().st_ino == before


@pytest.mark.parametrize("damage", [b"bytex", b"", b"bytes and more"])
def test_a_damaged_copy_is_mended_by_bytes_that_arrive_again(blobs: Blobs, damage: bytes) -> None:
    """Other bytes under a name give way to those that belong there."""
    blobs.put(b"bytes")
    blobs.path(SHA).chmod(0o644)
    blobs.path(SHA).write_bytes(damage)

    take_in(blobs, b"bytes")

    assert blobs.get(SHA) == b"bytes"
    assert blobs.verify([SHA]) == ()


@pytest.mark.parametrize("error", [OSError("no space"), KeyboardInterrupt(), ValueError("not that one")])
def test_bytes_that_are_not_adopted_are_gone_whatever_ended_the_writing(
    blobs: Blobs, tmp_path: Path, error: BaseException
) -> None:
    """An error, an interrupt and a change of mind all leave an empty store."""
    with pytest.raises(type(error)):
        half(blobs, error)

    with blobs.incoming() as path:
        path.write_bytes(b"looked at and left")
    with blobs.incoming():
        pass

    assert files_under(tmp_path) == []


def test_adopted_bytes_stay_when_what_follows_fails(blobs: Blobs, tmp_path: Path) -> None:
    """Once named, bytes are not taken back."""
    with pytest.raises(ValueError, match="afterwards"):
        half(blobs, ValueError("afterwards"), is_adopted=True)

    assert files_under(tmp_path) == [f"blobs/{SHA[:2]}/{SHA}"]


def test_several_may_arrive_at_once(blobs: Blobs) -> None:
    """Each gets a place of its own to write to, and the same bytes may be named twice."""
    with blobs.incoming() as one, blobs.incoming() as other:
        one.write_bytes(b"bytes")
        other.write_bytes(b"bytes")

        assert one != other
        assert blobs.adopt(one) == blobs.adopt(other) == SHA

    assert blobs.verify([SHA]) == ()


def test_bytes_that_cannot_be_named_are_told_with_the_way_out_and_leave_nothing(
    blobs: Blobs, tmp_path: Path
) -> None:
    """A fault of the disk while naming is told as ours, and the bytes on the way are removed."""
    (tmp_path / "blobs").mkdir()
    (tmp_path / "blobs" / SHA[:2]).write_text("a file where a folder should be")

    with pytest.raises(BlobUnwritable, match=f"{SHA} cannot be written.*File exists"):
        take_in(blobs, b"bytes")

    assert files_under(tmp_path) == [f"blobs/{SHA[:2]}"]


def test_a_store_that_cannot_be_made_is_told_with_the_way_out(tmp_path: Path) -> None:
    """A fault of the disk before the first byte is told as ours."""
    (tmp_path / "blobs").write_text("a file where a folder should be")

    with (
        pytest.raises(BlobUnwritable, match=r"blobs cannot be written.*File exists"),
        Blobs(tmp_path / "blobs").incoming(),
    ):
        pass


def test_what_a_killed_writer_leaves_is_found_as_a_leftover_and_no_bytes_are_named(tmp_path: Path) -> None:
    """Nothing runs at the end of a process that is killed, so its half stays."""
    program = (
        "import os, signal, sys; from pathlib import Path; from warehouse.blobs import Blobs\n"
        "with Blobs(Path(sys.argv[1])).incoming() as path:\n"
        "    path.write_bytes(b'half of it'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    root = tmp_path / "blobs"

    killed = subprocess.run([sys.executable, "-c", program, str(root)], cwd=HERE, check=False)

    assert killed.returncode == -9
    assert [damage.kind for damage in Blobs(root).verify()] == ["leftover"]
    assert take_in(Blobs(root), b"bytes") == SHA
    assert [damage.kind for damage in Blobs(root).verify([SHA])] == ["leftover"]


def test_arriving_bytes_and_their_folders_are_synced_before_the_name_is_given_out(tmp_path: Path) -> None:
    """Seen from outside, by the system calls of a process that takes in one blob."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, so the system calls cannot be seen")
    trace = tmp_path / "trace"
    program = (
        "import sys; from pathlib import Path; from warehouse.blobs import Blobs\n"
        "blobs = Blobs(Path(sys.argv[1]))\n"
        "with blobs.incoming() as path:\n"
        "    path.write_bytes(b'x'); blobs.adopt(path)"
    )

    subprocess.run(
        [
            "strace", "-f", "-e", "trace=fsync,rename,renameat,renameat2", "-o", str(trace),
            sys.executable, "-c", program, str(tmp_path / "blobs"),
        ],
        check=True, cwd=HERE,
    )  # fmt: skip

    calls = [
        line.split(maxsplit=1)[1]
        for line in trace.read_text().splitlines()
        if ".aside" in line or "fsync" in line
    ]
    assert [call.partition("(")[0].rstrip("at2") for call in calls] == [
        "fsync",
        "rename",
        "fsync",
        "fsync",
        "fsync",
    ]
