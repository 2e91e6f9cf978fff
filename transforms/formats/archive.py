"""A ZIP -> its parts, after its directory has been weighed: bombs are refused before anything is unpacked.

>>> archive = unpack(content, "A_80_590.docx")
>>> archive.read("docProps/custom.xml")[:5]
b'<?xml'
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from transforms.errors import Refusal

MOST_ENTRIES = 2_000
"""Parts. The largest real document has 90."""
MOST_DIRECTORY = 1 << 20
"""Bytes of the directory, looked at before it is read: a million entries would take a second."""
MOST_UNPACKED = 400 << 20
SMALL = 20 << 20
"""Bytes that may be unpacked however well they were packed."""
MOST_RATIO = 100
"""Unpacked bytes for a packed one; real documents have 5 to 20, their densest part 29."""
MOST_READ = 16 << 20
"""Bytes of one part that are read; the largest real `word/document.xml` has 5 MB."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_IS_ENCRYPTED = 0x1
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What `zipfile` raises for bytes that are not as they should be, unknown compression included."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened ZIP whose directory is sound and whose size is bearable."""

    name: str
    file: zipfile.ZipFile
    sizes: dict[str, int]

    def __contains__(self, part: str) -> bool:
        return part in self.sizes

    def read(self, part: str, most: int = MOST_READ) -> bytes:
        """The first bytes of a part, unpacked; all of them are checked where all are read. Raises `Refusal`: broken."""
        try:
            with self.file.open(part) as stream:
                return stream.read(most)
        except DAMAGE as error:
            raise Refusal(
                "broken", f"{self.name}: its part {part} cannot be unpacked: {error}. Fetch it again."
            ) from error


def unpack(content: bytes, name: str) -> Archive:
    """An archive that may be read.

    Raises:
        Refusal: broken, too-complex, encrypted.
    """
    _weigh_directory(content, name)
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise Refusal(
            "broken", f"{name} is a ZIP without a sound directory: {error}. Fetch it again."
        ) from error
    entries = file.infolist()
    _weigh(entries, len(content), name)
    return Archive(name, file, {entry.filename: entry.file_size for entry in entries})


def _weigh_directory(content: bytes, name: str) -> None:
    """Refuse an archive whose directory is too large, or stands not where the end says.

    A cut file may end in the directory of a workbook that is embedded in it, as A/81/6 (Sect. 13) cut in half does.
    """
    at = content.rfind(_END, -(_END_SIZE + _LONGEST_COMMENT))
    if at < 0 or len(content) - at < _END_SIZE:
        raise _cut(name, len(content), "without a directory")
    count, size, start = struct.unpack_from("<HII", content, at + 10)
    if count > MOST_ENTRIES or size > MOST_DIRECTORY:
        raise _too_complex(name, f"{count} parts in a directory of {size} bytes", f"{MOST_ENTRIES} parts")
    if start + size != at:
        raise _cut(name, len(content), f"with a directory at {start} that stands elsewhere")


def _weigh(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise _too_complex(name, f"{len(entries)} parts", f"{MOST_ENTRIES}")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_UNPACKED or (total > SMALL and total > MOST_RATIO * packed):
        raise _too_complex(
            name, f"{total} bytes unpacked from {packed}", f"{MOST_RATIO} times, or {MOST_UNPACKED} bytes"
        )
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise Refusal("encrypted", f"{name} is a ZIP with encrypted parts. Get a copy without a password.")


def _cut(name: str, size: int, how: str) -> Refusal:
    return Refusal("broken", f"{name} begins like a ZIP and ends after {size} bytes {how}. Fetch it again.")


def _too_complex(name: str, got: str, most: str) -> Refusal:
    return Refusal(
        "too-complex",
        f"{name} holds {got}; at most {most} are read. Save the document again without attachments.",
    )
