"""Tables become the current release: built aside, named when whole, made current by one atomic swap.

>>> publish(home, tables, version="20990101T000000Z-9f2c01d2", position=41, inputs_sha256="9f2c…").path.name
'20990101T000000Z-9f2c01d2'
"""

from __future__ import annotations

import fcntl
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from transforms import schema
from warehouse import duck
from warehouse.durable import sync
from warehouse.errors import WarehouseError
from warehouse.release.building import fill
from warehouse.release.manifest import Release, load
from warehouse.release.settling import settle

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,99}", re.ASCII)
_BUILDING = ".building-"


class ReleaseRefused(WarehouseError):
    """A publication that cannot be: a table missing, a version that is no name."""


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
            fill(building, tables, stamp)
            settle(building, releases / version)
        finally:
            _clean(home)
        _make_current(home, version)
    return load(releases / version)


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


def _make_current(home: Path, version: str) -> None:
    """Turn the link to that version in one step."""
    target = Path("releases") / version
    link, following = home / "current", home / ".current-next"
    if link.is_symlink() and link.readlink() == target:
        return
    following.symlink_to(target)
    following.replace(link)
    sync(home)
