"""Fingerprints: digests of the code that decides what rows are made, passed and published.

A verdict is keyed by them, so better code re-reads what it must and unchanged code nothing.

    >>> fingerprints().reader == fingerprints().reader
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from operator import itemgetter

_LENGTH = 16
_NOT_READING = frozenset({"catalogue", "closure.py", "collation", "glance", "retrieval", "reuse"})
"""What of the core has no part in reading a document, so that a change in it makes nobody read again."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Digests of the reader (`transforms`), the gate (`expectations`) and the publisher (`warehouse`, the catalogue, the collation, the reuse)."""

    reader: str
    gate: str
    publisher: str


@cache
def fingerprints() -> Fingerprints:
    """The fingerprints of the code that runs, worked out once a process."""
    core, gate, memory = (resources.files(name) for name in ("transforms", "expectations", "warehouse"))
    return Fingerprints(
        _digest(_files(core, "", without=_NOT_READING)),
        _digest(_files(gate, "")),
        _digest(
            [
                *_files(memory, ""),
                *_files(core / "catalogue", "catalogue/"),
                *_files(core / "collation", "collation/"),
                *_files(core / "reuse", "reuse/"),
            ]
        ),
    )


def _digest(files: Iterable[tuple[str, Traversable]]) -> str:
    digest = hashlib.sha256()
    for name, file in sorted(files, key=itemgetter(0)):
        content = file.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:_LENGTH]


def _files(
    folder: Traversable, prefix: str, *, without: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Traversable]]:
    """All files of a package that can change what it does: code and data, not what Python caches."""
    for entry in folder.iterdir():
        if (
            entry.name.startswith((".", "__pycache__"))
            or entry.name.endswith((".pyc", "~"))
            or entry.name in without
        ):
            continue
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry
