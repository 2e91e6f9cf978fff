"""Files that are whole or absent: written aside, forced to the disk, then given their name.

    >>> with aside(path) as writing:
    ...     writing.write_bytes(b"...")

A reader, and a process that starts after a power cut, sees the former file or the new one, never a part.
"""

from __future__ import annotations

import os
import secrets
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
    with named_when_written(path, is_durable=True) as writing:
        yield writing
    sync(path.parent)


@contextmanager
def named_when_written(path: Path, *, is_durable: bool) -> Iterator[Path]:
    """What `aside` gives, without its sync of the folder: for who syncs folders by rules of his own.

    Its name is never given twice, so that several may write towards one path. With `is_durable`, the bytes
    reach the disk before they get their name.
    """
    writing = path.with_name(f".{path.name}.{secrets.token_hex(8)}.aside")
    try:
        yield writing
        if is_durable:
            sync(writing)
        writing.replace(path)
    except BaseException:
        writing.unlink(missing_ok=True)
        raise
