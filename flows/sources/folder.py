"""A folder of files as a source: sorted, whole files only, nothing outside the folder, nothing too large.

>>> [offer.name for offer in Folder(Path("texts"), max_bytes=1_000_000).offer((), (), look)]
['A_999_1.txt', 'S_2099_7.html']
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.errors import Usage
from flows.sources import Declined, Found, Look, Offer, Wanted
from flows.sources.choice import Choice

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Folder:
    """The files under a folder (or one file), hidden ones left out.

    Args:
        path: the folder; its name in events is the file address of its real path.
        max_bytes: a larger file is declined unread.
        excluding: folders under it that are not sources, such as the home of the log; other homes are known
            by what is in them.
    """

    path: Path
    max_bytes: int
    excluding: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        """`folder`; which one stands in each url."""
        return "folder"

    def offer(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> Iterator[Offer]:
        """Each file in order of its path, or why it is not taken; then each wanted symbol that no file has."""
        if not self.path.exists():
            raise Usage(f"{self.path}: no such folder; give --source a folder of files, or the word sample.")
        choice = Choice(wanted, languages, look)
        root = self.path.resolve()
        for path in sorted(_files(root, {folder.resolve() for folder in self.excluding}), key=os.fsencode):
            if choice.passes_over(_shown(path.name)):
                continue
            other = choice.unopened(path.as_uri(), _shown(path.name))
            if other is not None:
                yield other
                continue
            offer = self._take(path, root if root.is_dir() else root.parent)
            if isinstance(offer, Found):
                chosen = choice.take(offer)
                if chosen is not None:
                    yield chosen
            elif not wanted or choice.names(offer.name):
                yield offer
        yield from choice.absent(
            f"no file under {self.path} is named for it, and none without a symbol in its name prints it"
        )

    def _take(self, path: Path, root: Path) -> Found | Declined:
        url, name = path.as_uri(), _shown(path.name)
        try:
            if path.is_symlink() and (broken := _broken(path)):
                return Declined(url, name, "unreadable", f"{name} {broken}; mend the link or remove it.")
            if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
                return Declined(
                    url, name, "outside-root", f"{name} links out of the folder; copy the file into it."
                )
            content = _read(path, self.max_bytes)
        except (OSError, RuntimeError) as error:
            return Declined(
                url, name, "unreadable", f"{name} cannot be read ({_why(error)}); check its permissions."
            )
        match content:
            case bytes():
                return Found(url, name, content, None, None, None)
            case None:
                return Declined(
                    url, name, "not-a-file", f"{name} is a pipe, socket or device; a file was expected."
                )
            case int() as size:
                limit = (
                    f"{self.max_bytes / _MIB:.0f} MiB"
                    if self.max_bytes >= _MIB
                    else f"{self.max_bytes} bytes"
                )
                return Declined(
                    url, name, "too-large",
                    f"{name} holds {size} bytes and {limit} is the limit; raise UNFOLD_MAX_BYTES to take it.",
                )  # fmt: skip


def is_home(folder: Path) -> bool:
    """Whether a folder is a home of `unfold`, whose kept bytes are no texts to take in again."""
    return (folder / "log.sqlite").is_file() and (folder / "blobs").is_dir()


def _files(root: Path, excluded: set[Path]) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    for folder, subfolders, names in os.walk(root, followlinks=False):
        here = Path(folder)
        subfolders[:] = [
            s
            for s in subfolders
            if not s.startswith(".") and (here / s) not in excluded and not is_home(here / s)
        ]
        yield from (here / name for name in names if not name.startswith("."))


def _read(path: Path, limit: int) -> bytes | int | None:
    """The whole file; its size where it is over the limit; None where it is no regular file."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, so that what was checked is what is read
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return None
        if status.st_size > limit:
            return status.st_size
        content = file.read(limit + 1)
        return content if len(content) <= limit else len(content)


def _broken(link: Path) -> str | None:
    """Why a symbolic link leads nowhere; None where it leads to something."""
    try:
        link.stat()
    except FileNotFoundError:
        return f"is a link to {_shown(str(link.readlink()))}, which is not there"
    except OSError as error:
        if error.errno == errno.ELOOP:
            return f"is a link that leads back to itself (through {_shown(str(link.readlink()))})"
        raise
    return None


def _shown(name: str) -> str:
    """A file's name as text that can be recorded, whatever bytes the file system holds."""
    return os.fsencode(name).decode("utf-8", "replace").replace("\0", "\ufffd")


def _why(error: OSError | RuntimeError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
