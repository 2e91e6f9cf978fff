"""A zip of files as a source, as partner libraries send them: in order of name, nothing unpacked to the disk.

>>> [offer.name for offer in Archive(Path("texts.zip"), max_bytes=1_000_000).offer((), (), look)]
['A_999_1.txt', 'S_2099_7.html']
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flows.errors import Usage
from flows.sources import Declined, Found, Look, Offer, Wanted
from flows.sources.choice import Choice

_MOST_FILES = 100_000
_MIB = 1024 * 1024
_MOST_RATIO, _SMALL = 200, 1024 * _MIB
"""A zip that would become more than a GiB and than so many times its own size is a bomb."""
_OFFICE = "[Content_Types].xml"
"""A file that every Office document holds, which is a zip too."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    MemoryError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises over bytes that are no whole zip, or one that it cannot read."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The files of a zip, hidden ones and folders left out.

    Args:
        path: the zip; each file's address is that of the zip, `!/` and the file's name in it.
        max_bytes: a larger file is declined unread.
    """

    path: Path
    max_bytes: int

    @property
    def name(self) -> str:
        """`archive`; which one stands in each url."""
        return "archive"

    def offer(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> Iterator[Offer]:
        """Each file in order of its name, or why it is not taken; then each wanted symbol that no file has."""
        choice = Choice(wanted, languages, look)
        base = self.path.resolve().as_uri()
        with self._opened() as held:
            for path, entry in _files(held):
                name = path.replace("\\", "/").rpartition("/")[2].replace("\0", "\ufffd")
                if choice.passes_over(name):
                    continue
                url = f"{base}!/{quote(path)}"
                offer: Offer | None = choice.unopened(url, name) or self._take(held, entry, url, name)
                if isinstance(offer, Found):
                    offer = choice.take(offer)
                if offer is not None and (
                    not isinstance(offer, Declined) or not wanted or choice.names(name)
                ):
                    yield offer
        yield from choice.absent(
            f"no file in {self.path} is named for it, and none without a symbol in its name prints it"
        )

    def _opened(self) -> zipfile.ZipFile:
        try:
            held = zipfile.ZipFile(self.path)
        except _BROKEN as error:
            raise Usage(
                f"{self.path} cannot be read as a zip ({error}); send it again, or unpack it."
            ) from error
        if len(held.infolist()) > _MOST_FILES:
            raise Usage(f"{self.path} holds more than {_MOST_FILES} files; divide it.")
        whole = sum(entry.file_size for entry in held.infolist())
        if whole > max(_SMALL, _MOST_RATIO * self.path.stat().st_size):
            raise Usage(
                f"{self.path} would become {whole / _MIB:,.0f} MiB, which no texts do; look at what it is."
            )
        return held

    def _take(self, held: zipfile.ZipFile, entry: zipfile.ZipInfo, url: str, name: str) -> Found | Declined:
        if entry.file_size > self.max_bytes:
            return _too_large(url, name, self.max_bytes)
        try:
            with held.open(entry) as file:
                content = file.read(self.max_bytes + 1)
        except _BROKEN as error:
            why = "it is encrypted" if entry.flag_bits & 1 else type(error).__name__
            return Declined(
                url, name, "unreadable", f"{name} cannot be unpacked ({why}); send the zip again."
            )
        if len(content) > self.max_bytes:
            return _too_large(url, name, self.max_bytes)
        return Found(url, name, content, None, None, None)


def is_archive(path: Path) -> bool:
    """Whether a path is a zip of files; an Office document is a zip too, and none of these."""
    if not path.is_file() or path.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as held:
            return _OFFICE not in held.namelist()
    except _BROKEN:
        return True  # named as one: `Archive` says what is wrong with it


def _files(held: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The files in order of their names; of several with one name the last, which is what unpacking leaves."""
    last = {entry.filename: entry for entry in held.infolist()}
    for path in sorted(last):
        if not path.endswith("/") and not _is_hidden(path):
            yield path, last[path]


def _is_hidden(name: str) -> bool:
    parts = [part for part in name.split("/") if part not in (".", "..")]
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _too_large(url: str, name: str, limit: int) -> Declined:
    shown = f"{limit / _MIB:.0f} MiB" if limit >= _MIB else f"{limit} bytes"
    return Declined(
        url,
        name,
        "too-large",
        f"{name} is larger than {shown}, the limit; raise UNFOLD_MAX_BYTES to take it.",
    )
