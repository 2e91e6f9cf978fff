"""What a release says of itself: its version, what it was folded from, its files and their digests.

>>> current(home).manifest.position
41
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from pydantic import TypeAdapter, ValidationError

from warehouse.errors import WarehouseError
from warehouse.release.digests import SUMS

MANIFEST = "manifest.json"
DICTIONARY = "dictionary.md"
DATABASE = "unfold.duckdb"


class ReleaseUnreadable(WarehouseError):
    """A release whose folder or manifest cannot be understood."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a release. `bytes` and `sha256` are null for the one whose bytes are not reproducible."""

    name: str
    table: str | None
    rows: int | None
    bytes: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself: its version, what it was folded from, and its files by name."""

    version: str
    position: int
    schema_version: str
    data_version: str
    """The same for the same inputs, whenever they are published."""
    inputs_sha256: str
    files: tuple[File, ...]

    @property
    def names(self) -> set[str]:
        """Every file that the folder should hold."""
        return {file.name for file in self.files} | {MANIFEST, SUMS}

    @property
    def promised(self) -> dict[str, str]:
        """The digests that it gives, by name of file."""
        return {file.name: file.sha256 for file in self.files if file.sha256}

    def encode(self) -> bytes:
        """Canonical JSON: sorted keys, no spaces, UTF-8, one line."""
        return orjson.dumps(asdict(self), option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


_WANTED = "expected the manifest of a release. Publish again to mend it."
_MANIFESTS = TypeAdapter(Manifest)


@dataclass(frozen=True, slots=True)
class Release:
    """A published version: its real folder (no link in the path) and its manifest."""

    version: str
    path: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        """The DuckDB file, for `duck.query`."""
        return self.path / DATABASE

    @property
    def manifest_sha256(self) -> str:
        """The digest that the log records, which vouches for all the others."""
        return hashlib.sha256(self.manifest.encode()).hexdigest()

    def parquet(self, table: str) -> Path:
        """The Parquet file of a table."""
        return self.path / f"{table}.parquet"


def current(home: Path) -> Release | None:
    """The release that is current now, with the link followed; None before the first publication.

    Raises:
        ReleaseUnreadable: the link leads nowhere, or to a folder without a good manifest.
    """
    try:
        target = (home / "current").readlink()
    except FileNotFoundError:
        return None
    return load((home / target).resolve())


def load(path: Path) -> Release:
    """The release in that folder, as its manifest describes it.

    Raises:
        ReleaseUnreadable: there is no manifest, or it is no manifest, or it is of another version.
    """
    manifest = read_manifest(path)
    if manifest.version != path.name:
        raise ReleaseUnreadable(
            f"{path.name}/{MANIFEST} speaks of version {manifest.version!r}; expected {path.name!r}, "
            "the name of its folder. Put the folder back under its name, or publish again."
        )
    return Release(manifest.version, path, manifest)


def read_manifest(folder: Path) -> Manifest:
    """The manifest in a folder, whatever the folder's name.

    Raises:
        ReleaseUnreadable: there is none, or it is no manifest.
    """
    try:
        return _MANIFESTS.validate_json((folder / MANIFEST).read_bytes(), strict=True)
    except OSError as error:
        raise ReleaseUnreadable(f"{folder.name}/{MANIFEST}: {error.strerror}; {_WANTED}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise ReleaseUnreadable(f"{folder.name}/{MANIFEST}: {place}: {first['msg']}; {_WANTED}") from error
