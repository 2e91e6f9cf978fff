"""Runs of the real command on the sample, and what their releases hold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from transforms.schema import TABLES
from warehouse import parquet, release

RUN = ("run", "--engine", "none")


def command(home: Path, *tokens: str) -> list[str]:
    return [sys.executable, "-m", "flows.cli", "--home", str(home), *tokens]


def environment(**changes: str) -> dict[str, str]:
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("UNFOLD_", "PREFECT_"))
    }
    return plain | changes


def finished(home: Path, *tokens: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(home, *tokens),
        env=environment(**changes),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def tables(home: Path) -> Mapping[str, pa.Table]:
    """Every table of the current release but the log's own, which tells of the runs themselves."""
    current = release.current(home)
    assert current is not None
    return {name: parquet.read(current.parquet(name)) for name in TABLES if name != "events"}


def hashes(home: Path) -> dict[str, str | None]:
    """The SHA-256 of each Parquet file of the current release."""
    current = release.current(home)
    assert current is not None
    assert release.verify(current) == ()
    return {file.name: file.sha256 for file in current.manifest.files if file.name.endswith(".parquet")}
