"""Rebuild: the newest release again, from the log and the bytes alone, byte for byte.

The rows and comparisons are dropped and made again; the release is made where it is gone, mended where it is damaged.

    >>> rebuild(home, settings).version
    '20260131T120000Z-1a2b3c4d'
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from flows.errors import Damaged, Nothing, ShellError, Usage
from flows.fingerprint import fingerprints
from flows.gathering import tables_of
from flows.home import Home
from flows.progress import Watch, silent
from flows.publish import inputs_sha256, version_of
from flows.settings import Settings
from warehouse import ledger as folding
from warehouse import release
from warehouse.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A release made again, with the SHA-256 of each of its Parquet files."""

    version: str
    path: Path
    documents: int
    files: tuple[tuple[str, str], ...]


def rebuild(home: Home, settings: Settings, watch: Watch = silent) -> Rebuilt:
    """The newest release that the log names, made again without the rows that were kept.

    Raises:
        Nothing: nothing was ever published.
        ShellError: other code made that release; this code would make another one.
        Damaged: it came out different, or bytes are missing.
    """
    ledger = _at_release(home)
    published, marks = home.ledger().releases[-1], fingerprints()
    inputs = inputs_sha256(home, ledger, marks)
    if inputs != published.inputs_sha256:
        raise ShellError(
            f"release {published.version} was made by another version of the code; "
            "run `unfold run` to read and publish under this one."
        )
    for derived in ("rows", "collations"):
        shutil.rmtree(home.path / derived, ignore_errors=True)
    accepted = ledger.accepted(marks.reader, marks.gate)
    watch("rebuild", 0, len(accepted))
    made = release.publish(
        home.path,
        tables_of(home, settings, ledger, marks),
        version=version_of(ledger, inputs),
        position=ledger.content_position,
        inputs_sha256=inputs,
    )
    watch("rebuild", len(accepted), len(accepted))
    if made.manifest_sha256 != published.manifest_sha256:
        raise Damaged(
            f"{made.path} differs from what was published: its manifest is {made.manifest_sha256[:12]}…, "
            f"the log says {published.manifest_sha256[:12]}…. Were other versions of libraries at work?"
        )
    return Rebuilt(made.version, made.path, len(accepted), _files(made.path))


def copy_truth(origin: Path, settings: Settings) -> None:
    """The log and the bytes of another home, and nothing else, copied into a home that has none.

    Raises:
        Nothing: there is no log at the origin.
        Usage: this home holds a log already.
        Busy: the other home is being written.
    """
    target = settings.home
    if (target / "log.sqlite").exists():
        raise Usage(
            f"{target} holds a log already; give --home an empty folder, or rebuild it without --from."
        )
    with Home.open(Settings(home=origin, log=None)) as held, held.writing():
        if not held.log.head():
            raise Nothing(f"{origin} holds no event; there is nothing to rebuild.")
        held.log.close()
        target.mkdir(parents=True, exist_ok=True)
        shutil.copytree(origin / "blobs", target / "blobs", dirs_exist_ok=True)
        shutil.copyfile(origin / "log.sqlite", target / "log.sqlite")


def _at_release(home: Home) -> Ledger:
    """The ledger as it stood when the newest release was made."""
    releases = home.ledger().releases
    if not releases:
        raise Nothing(f"{home.path} has published nothing yet; run `unfold run`.")
    return folding.fold(home.log.read(upto=releases[-1].position))


def _files(folder: Path) -> tuple[tuple[str, str], ...]:
    return tuple(
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.glob("*.parquet"))
    )
