"""Files that are whole or absent: written aside, forced to the disk, then given their name.

    >>> with aside(path) as writing:
    ...     writing.write_bytes(b"...")

A reader, and a process that starts after a power cut, sees the former file or the new one, never a part.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sync(path: Path) -> None:
    """Return once what `path` (a file or a folder) holds has reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A path beside `path` to write; on leaving, it is forced to the disk and takes the place of `path`.

    When the body raises, what it wrote is removed and `path` stays as it was.
    """
    writing = path.with_name(f".{path.name}.writing")
    writing.unlink(missing_ok=True)
    try:
        yield writing
        sync(writing)
        writing.replace(path)
    finally:
        writing.unlink(missing_ok=True)
    sync(path.parent)
