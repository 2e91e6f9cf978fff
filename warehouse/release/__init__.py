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

from warehouse.release.digests import SUMS
from warehouse.release.manifest import (
    DATABASE,
    DICTIONARY,
    MANIFEST,
    File,
    Manifest,
    Release,
    ReleaseUnreadable,
    current,
    load,
)
from warehouse.release.publishing import ReleaseRefused, publish
from warehouse.release.settling import ReleaseConflict
from warehouse.release.verifying import Damage, verify

__all__ = [
    "DATABASE",
    "DICTIONARY",
    "MANIFEST",
    "SUMS",
    "Damage",
    "File",
    "Manifest",
    "Release",
    "ReleaseConflict",
    "ReleaseRefused",
    "ReleaseUnreadable",
    "current",
    "load",
    "publish",
    "verify",
]
