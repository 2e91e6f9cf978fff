"""A folder that is whole gets its name; one that stands under it is kept, mended, or contradicted.

>>> settle(building, releases / "20990101T000000Z-9f2c01d2")
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from warehouse.durable import sync
from warehouse.errors import WarehouseError
from warehouse.release.digests import SUMS, digest_of, read_sums
from warehouse.release.manifest import DATABASE, MANIFEST, ReleaseUnreadable, read_manifest


class ReleaseConflict(WarehouseError):
    """Other contents under a version that is already published."""


def settle(building: Path, final: Path) -> None:
    """Give the folder its name; where the version stands already, keep it or mend it, if it is the same."""
    if not final.exists():
        building.rename(final)
        sync(final.parent)
        return
    fresh = {path.name: digest_of(path) for path in building.iterdir()}
    other = _contradicted(final, fresh)
    if other:
        raise ReleaseConflict(
            f"release {final.name} is published with other contents in {', '.join(other)}; expected the same bytes "
            "under the same version. Publish under another version."
        )
    _mend(final, building, fresh)


def _contradicted(final: Path, fresh: Mapping[str, str]) -> list[str]:
    """The reproducible files for which neither witness of the standing release gives the fresh digest."""
    witnesses = [read_sums(final / SUMS) or {}]
    if (final / MANIFEST).is_file():
        witnesses.append({MANIFEST: digest_of(final / MANIFEST)})
    with suppress(ReleaseUnreadable):  # else SHA256SUMS alone speaks for the release
        witnesses.append(read_manifest(final).promised)
    said = {name: {each[name] for each in witnesses if name in each} for name in fresh}
    return sorted(
        name
        for name in fresh
        if name not in (DATABASE, SUMS) and said[name] and fresh[name] not in said[name]
    )


def _mend(final: Path, building: Path, fresh: Mapping[str, str]) -> None:
    """Put back, one by one and each whole, the files of a standing release that are not as they were published."""
    standing = {path.name: digest_of(path) for path in final.iterdir() if path.is_file()}
    same = {name: digest for name, digest in fresh.items() if name not in (DATABASE, SUMS)}
    wrong = [name for name, digest in same.items() if standing.get(name) != digest]
    if read_sums(final / SUMS) != {**same, DATABASE: standing.get(DATABASE)}:
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
