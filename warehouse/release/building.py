"""Every file of a release, made in a folder aside: Parquet, DuckDB, dictionary, manifest, sums.

>>> fill(folder, tables, stamp)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from transforms import schema
from warehouse import dictionary, duck, parquet
from warehouse.durable import named_when_written, sync
from warehouse.release.digests import SUMS, digest_of, sums
from warehouse.release.manifest import DATABASE, DICTIONARY, MANIFEST, File, Manifest


def fill(folder: Path, tables: Mapping[str, pa.Table], stamp: duck.Stamp) -> None:
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
    _write(folder / SUMS, sums({path.name: digest_of(path) for path in folder.iterdir()}))
    sync(folder)


def _write(path: Path, content: bytes) -> None:
    with named_when_written(path, is_durable=True) as writing:
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
    return File(path.name, table, rows, path.stat().st_size, digest_of(path))
