"""Immutable, versioned releases: built aside, named when whole, made current by one atomic swap.

    >>> release = publish(home, tables, version="20990101T000000Z-9f2c01d2", position=41, inputs_sha256="9f2c…")
    >>> current(home).path.name
    '20990101T000000Z-9f2c01d2'
    >>> verify(release)
    ()

A folder `releases/<version>/` holds a Parquet file for each table, `unfold.duckdb`, `dictionary.md`,
`manifest.json` and `SHA256SUMS`. `current` is a link to one of them. A reader follows the link once, through
`current(home)`, and reads that version however many come after it. The manifest is the same wherever and
whenever the same rows are published under the same version; DuckDB's bytes never are, so that file is vouched
for by `SHA256SUMS` alone, which `sha256sum -c` understands.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from transforms import schema
from warehouse import dictionary, duck, parquet
from warehouse.durable import aside, sync
from warehouse.errors import WarehouseError

MANIFEST = "manifest.json"
DICTIONARY = "dictionary.md"
DATABASE = "unfold.duckdb"
SUMS = "SHA256SUMS"

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,99}", re.ASCII)
_BUILDING = ".building-"
_SUM = re.compile(r"^([0-9a-f]{64})  ([^/\0\n]+)$", re.MULTILINE)


class ReleaseRefused(WarehouseError):
    """A publication that cannot be: a table missing, a version that is no name."""


class ReleaseConflict(WarehouseError):
    """Other contents under a version that is already published."""


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


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of a release that is not what it should be: `changed`, `missing` or `extra`, and what was seen."""

    path: Path
    kind: str
    detail: str


def publish(
    home: Path, tables: Mapping[str, pa.Table], *, version: str, position: int, inputs_sha256: str
) -> Release:
    """Publish the tables as `version` and make it current; readers see the former release or this one.

    Publishing the same contents again changes nothing, or mends files that were damaged since.
    Leftovers of a publication that was killed are removed. Of two publishers in one home, one waits.

    Args:
        home: the folder that holds `releases/` and `current`.
        tables: every table of `schema.TABLES`, in any order of rows.
        version: the name of the release.
        position: the last event of the log that it takes in.
        inputs_sha256: digest of everything it was folded from.

    Raises:
        ReleaseRefused: a table is missing or unknown, or the version is no plain name.
        ReleaseConflict: the version is published with other contents.
        TableMisfit: a table does not obey its declaration.
    """
    _check_request(tables, version)
    stamp = duck.Stamp(version, position, schema.SCHEMA_VERSION, inputs_sha256[:16], inputs_sha256)
    releases = home / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    with _alone(releases):
        _clean(home)
        building = releases / f"{_BUILDING}{version}"
        building.mkdir()
        try:
            _build(building, tables, stamp)
            _settle(building, releases / version)
        finally:
            _clean(home)
        _make_current(home, version)
    return load(releases / version)


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
    manifest = _read_manifest(path)
    if manifest.version != path.name:
        raise ReleaseUnreadable(
            f"{path.name}/{MANIFEST} speaks of version {manifest.version!r}; expected {path.name!r}, "
            "the name of its folder. Put the folder back under its name, or publish again."
        )
    return Release(manifest.version, path, manifest)


def verify(release: Release) -> tuple[Damage, ...]:
    """Every file of the release that was changed, is missing, or does not belong there; none when all is well.

    The manifest and `SHA256SUMS` both vouch for the files, and the latter for itself. Against somebody who
    rewrites all of them, `manifest_sha256` in the log has the last word.
    """
    entries = list(release.path.iterdir())
    found = {path.name: _digest(path) for path in entries if path.is_file()}
    changed = _changed(release, found)
    summed = _read_sums(release.path / SUMS)
    names = {*summed, SUMS} if summed else _names(release.manifest)
    damages = [
        Damage(release.path / name, "changed", detail) for name, detail in changed.items() if name in names
    ]
    damages += [
        Damage(path, "extra", "no file of this release") for path in entries if path.name not in names
    ]
    damages += [Damage(release.path / name, "missing", "the release has it") for name in names - set(found)]
    return tuple(sorted(damages, key=lambda damage: (damage.path.name, damage.kind)))


def _changed(release: Release, found: Mapping[str, str]) -> dict[str, str]:
    """The names of files whose bytes are not the promised ones, with what was seen."""
    summed = _read_sums(release.path / SUMS)
    witnesses = [summed or {}]
    if not summed or found.get(MANIFEST) == summed.get(MANIFEST):
        witnesses.append({**_promised(release.manifest), MANIFEST: release.manifest_sha256})
    changed = {SUMS: "its last line is not the digest of the others"} if SUMS in found and not summed else {}
    for name, digest in found.items():
        said = {witness[name] for witness in witnesses if name in witness}
        if said - {digest}:
            changed[name] = f"SHA-256 {digest}, expected {' and '.join(sorted(said))}"
    return changed


def _names(manifest: Manifest) -> set[str]:
    """Every file that the folder should hold."""
    return {file.name for file in manifest.files} | {MANIFEST, SUMS}


def _promised(manifest: Manifest) -> dict[str, str]:
    """The digests that the manifest gives, by name of file."""
    return {file.name: file.sha256 for file in manifest.files if file.sha256}


def _read_manifest(folder: Path) -> Manifest:
    try:
        return _MANIFESTS.validate_json((folder / MANIFEST).read_bytes(), strict=True)
    except OSError as error:
        raise ReleaseUnreadable(f"{folder.name}/{MANIFEST}: {error.strerror}; {_WANTED}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise ReleaseUnreadable(f"{folder.name}/{MANIFEST}: {place}: {first['msg']}; {_WANTED}") from error


def _check_request(tables: Mapping[str, pa.Table], version: str) -> None:
    if not _VERSION.fullmatch(version):
        raise ReleaseRefused(
            f"version {version!r}: expected letters, digits, `.`, `_`, `-`, at most 100, first a letter or digit."
        )
    missing = [name for name in schema.TABLES if name not in tables]
    unknown = sorted(set(tables) - set(schema.TABLES))
    if missing or unknown:
        raise ReleaseRefused(
            f"release {version}: missing tables {missing or 'none'}, unknown tables {unknown or 'none'}; "
            "expected every table of transforms/schema.py and no other. Pass an empty table where there are no rows."
        )


@contextmanager
def _alone(releases: Path) -> Iterator[None]:
    """Hold the home's publication lock; the system lets go of it when the process dies."""
    with (releases / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _clean(home: Path) -> None:
    """Remove what killed publications left."""
    for leftover in (home / "releases").glob(f"{_BUILDING}*"):
        shutil.rmtree(leftover)
    (home / ".current-next").unlink(missing_ok=True)


def _build(folder: Path, tables: Mapping[str, pa.Table], stamp: duck.Stamp) -> None:
    """Fill the folder with every file of the release, forced to the disk."""
    ordered = {name: parquet.conform(tables[name], spec) for name, spec in schema.TABLES.items()}
    for name, spec in schema.TABLES.items():
        parquet.write(
            ordered[name],
            spec,
            folder / f"{name}.parquet",
            data_version=stamp.data_version,
            schema_version=stamp.schema_version,
        )
    duck.build(ordered, folder / DATABASE, stamp)
    _write(folder / DICTIONARY, dictionary.render(duck.describe(folder / DATABASE)).encode())
    _write(folder / MANIFEST, _manifest(folder, ordered, stamp).encode())
    _write(folder / SUMS, _sums({path.name: _digest(path) for path in folder.iterdir()}))


def _write(path: Path, content: bytes) -> None:
    with aside(path) as writing:
        writing.write_bytes(content)


def _manifest(folder: Path, tables: Mapping[str, pa.Table], stamp: duck.Stamp) -> Manifest:
    files = [_file(folder / f"{name}.parquet", name, table.num_rows) for name, table in tables.items()]
    files += [_file(folder / DICTIONARY, None, None), File(DATABASE, None, None, None, None)]
    return Manifest(
        version=stamp.version,
        position=stamp.position,
        schema_version=stamp.schema_version,
        data_version=stamp.data_version,
        inputs_sha256=stamp.inputs_sha256,
        files=tuple(sorted(files, key=lambda file: file.name)),
    )


def _file(path: Path, table: str | None, rows: int | None) -> File:
    return File(path.name, table, rows, path.stat().st_size, _digest(path))


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _sums(digests: Mapping[str, str]) -> bytes:
    """What `sha256sum` prints for the files, and a comment with the digest of these lines."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
    return lines + f"# {hashlib.sha256(lines).hexdigest()}\n".encode()


def _read_sums(path: Path) -> dict[str, str] | None:
    """The digests by name, or None when the file is missing or was changed."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    text = content.decode(errors="replace")
    digests = {name: digest for digest, name in _SUM.findall(text)}
    return digests if content == _sums(digests) else None


def _settle(building: Path, final: Path) -> None:
    """Give the folder its name; where the version stands already, keep it or mend it, if it is the same."""
    if not final.exists():
        building.rename(final)
        sync(final.parent)
        return
    fresh = {path.name: _digest(path) for path in building.iterdir()}
    other = _contradicted(final, fresh)
    if other:
        raise ReleaseConflict(
            f"release {final.name} is published with other contents in {', '.join(other)}; expected the same bytes "
            "under the same version. Publish under another version."
        )
    _mend(final, building, fresh)


def _contradicted(final: Path, fresh: Mapping[str, str]) -> list[str]:
    """The reproducible files for which neither witness of the standing release gives the fresh digest."""
    witnesses = [_read_sums(final / SUMS) or {}]
    if (final / MANIFEST).is_file():
        witnesses.append({MANIFEST: _digest(final / MANIFEST)})
    with suppress(ReleaseUnreadable):  # else SHA256SUMS alone speaks for the release
        witnesses.append(_promised(_read_manifest(final)))
    said = {name: {each[name] for each in witnesses if name in each} for name in fresh}
    return sorted(
        name
        for name in fresh
        if name not in (DATABASE, SUMS) and said[name] and fresh[name] not in said[name]
    )


def _mend(final: Path, building: Path, fresh: Mapping[str, str]) -> None:
    """Put back, one by one and each whole, the files of a standing release that are not as they were published."""
    standing = {path.name: _digest(path) for path in final.iterdir() if path.is_file()}
    same = {name: digest for name, digest in fresh.items() if name not in (DATABASE, SUMS)}
    wrong = [name for name, digest in same.items() if standing.get(name) != digest]
    if _read_sums(final / SUMS) != {**same, DATABASE: standing.get(DATABASE)}:
        wrong += [DATABASE, SUMS]
    for name in wrong:
        (building / name).replace(final / name)
    for path in final.iterdir():
        if path.name not in fresh:
            _remove(path)
    sync(final)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _make_current(home: Path, version: str) -> None:
    """Turn the link to that version in one step."""
    target = Path("releases") / version
    link, following = home / "current", home / ".current-next"
    if link.is_symlink() and link.readlink() == target:
        return
    following.symlink_to(target)
    following.replace(link)
    sync(home)
