"""The raw bytes, each under its own SHA-256: durable before they are named, checked whenever they are read.

>>> blobs = Blobs(Path("data/blobs"))
>>> blobs.get(blobs.put(b"A/999/7"))
b'A/999/7'
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from warehouse.durable import named_when_written, sync
from warehouse.errors import BlobDamaged, BlobMissing, BlobNameInvalid, BlobUnwritable

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LEFTOVER = re.compile(r"\.(?:[0-9a-f]{64}\S*|incoming)\.[0-9a-f]{16}\.aside", re.ASCII)

_SYNCED: set[Path] = set()
"""Folders that this process knows to be on the disk: to sync their parents at every put would halve its speed."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it should be in a folder of named bytes, and what to do about it."""

    name: str
    kind: Literal["damaged", "missing", "foreign", "leftover"]
    message: str

    def __str__(self) -> str:
        return f"{self.name}: {self.kind}: {self.message}"


class Blobs:
    """Bytes in `<root>/<first two digits>/<sha256>`. Threads and processes may put at the same time."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, content: bytes) -> str:
        """The SHA-256 of the bytes, which are on the disk when this returns; a damaged copy is mended."""
        sha256 = hashlib.sha256(content).hexdigest()
        place(content, self.path(sha256), is_durable=True)
        return sha256

    @contextmanager
    def incoming(self) -> Iterator[Path]:
        """A path to write bytes to while they arrive; gone at the end, unless `adopt` has given it a name.

        Raises:
            BlobUnwritable: the folder of the store cannot be made.
        """
        with _told(self._root):
            self._root.mkdir(parents=True, exist_ok=True)
        path = self._root / f".incoming.{secrets.token_hex(8)}.aside"
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def adopt(self, path: Path) -> str:
        """The SHA-256 of the bytes in a file of `incoming`, which are on the disk under it when this returns.

        Raises:
            BlobUnwritable: the disk is full, or the folder cannot be written.
        """
        sha256 = _sha256_of(path)
        final = self.path(sha256)
        with _told(final):
            _adopt(path, final, sha256)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of that SHA-256.

        Raises:
            BlobNameInvalid: it is not a SHA-256.
            BlobMissing: no bytes are held under it.
            BlobDamaged: the bytes held under it are other ones.
        """
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise BlobMissing(
                f"no bytes are held under {sha256}; collect their source again, or restore {path}."
            ) from error
        found = hashlib.sha256(content).hexdigest()
        if found != sha256:
            raise BlobDamaged(
                f"{path} has SHA-256 {found}; restore it, or delete it and collect its source again."
            )
        return content

    def has(self, sha256: str) -> bool:
        """Whether bytes are held under it; `get` alone tells whether they are sound."""
        return self.path(sha256).is_file()

    def path(self, sha256: str) -> Path:
        """Where the bytes of that SHA-256 stand or would stand; no other name becomes a path."""
        if not _SHA256.fullmatch(sha256):
            raise BlobNameInvalid(f"{sha256!r} is not a SHA-256: 64 digits of 0-9 and a-f were expected.")
        return self._root / sha256[:2] / sha256

    def verify(self, expected: Iterable[str] = ()) -> tuple[Damage, ...]:
        """Everything that is wrong, sorted by name: other bytes, foreign files, leftovers, and what is missing.

        Args:
            expected: the names that the log knows.
        """
        return damages(self._root, "", expected)


def place(content: bytes, path: Path, *, is_durable: bool) -> None:
    """Put bytes under their final name, whole or not at all; a name that holds them already stays.

    Written aside in the same folder, then renamed over: of several writers each leaves the same bytes.
    With `is_durable` the file and every folder that names it are synced, so that it outlives a power cut.

    Raises:
        BlobUnwritable: the disk is full, or the folder cannot be written.
    """
    with _told(path):
        _place(content, path, is_durable=is_durable)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk says no to as ours, with the way out."""
    try:
        yield
    except OSError as error:
        raise BlobUnwritable(
            f"{path} cannot be written ({error.strerror}); free some space or correct the rights of "
            f"{path.parent}, then run again."
        ) from error


def _adopt(path: Path, final: Path, sha256: str) -> None:
    if final.is_file() and _sha256_of(final) == sha256:
        path.unlink()
    else:
        final.parent.mkdir(parents=True, exist_ok=True)
        path.chmod(0o444)
        sync(path)
        path.replace(final)
    for folder in (final.parent, final.parent.parent, final.parent.parent.parent):
        sync(folder)


def _place(content: bytes, path: Path, *, is_durable: bool) -> None:
    folder = path.parent
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _SYNCED.discard(folder)
    if not _holds(path, content):
        with named_when_written(path, is_durable=is_durable) as writing:
            writing.write_bytes(content)
            writing.chmod(0o444)
    if is_durable:
        # Also when another writer placed it, or made its folder: that may not be on the disk yet.
        sync(folder)
        if folder not in _SYNCED:
            sync(folder.parent)
            sync(folder.parent.parent)
            _SYNCED.add(folder)


def damages(root: Path, suffix: str, expected: Iterable[str]) -> tuple[Damage, ...]:
    """What is wrong in a folder of bytes named `<ab>/<sha256><suffix>`, sorted by name."""
    wanted = {f"{sha256[:2]}/{sha256}{suffix}": sha256 for sha256 in expected}
    found = [damage for path in _files(root) for damage in _damage(root, path, suffix)]
    missing = [
        Damage(name, "missing", "no bytes are held under it; collect its source again or restore it")
        for name in wanted
        if not (root / name).is_file()
    ]
    return tuple(sorted((*found, *missing), key=lambda damage: (damage.name, damage.kind)))


def _files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_symlink() or not path.is_dir())


def _damage(root: Path, path: Path, suffix: str) -> Iterator[Damage]:
    name, sha256 = path.relative_to(root).as_posix(), path.name.removesuffix(suffix)
    if _LEFTOVER.fullmatch(path.name):
        yield Damage(name, "leftover", "a write that was cut off; it was never named and may be deleted")
    elif (
        path.is_symlink()
        or not path.is_file()
        or not _SHA256.fullmatch(sha256)
        or name != f"{sha256[:2]}/{sha256}{suffix}"
    ):
        yield Damage(name, "foreign", "not a file of this store; move it away")
    elif (held := _sha256_of(path)) != sha256:
        yield Damage(
            name, "damaged", f"its bytes have SHA-256 {held}; restore it or collect its source again"
        )


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False
