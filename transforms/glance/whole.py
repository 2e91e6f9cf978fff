"""Whether bytes reach their own end: what a broken connection leaves is a beginning that looks sound.

>>> is_whole(b"%PDF-1.7 ...", "application/pdf")
False
"""

from __future__ import annotations

import re
import struct
from operator import itemgetter

from transforms.errors import Refusal
from transforms.formats.archive import MOST_READ, MOST_UNPACKED, unpack
from transforms.glance.docx import main_part

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ARCHIVES = frozenset({DOCX, "application/zip"})
_COMPOUND = frozenset({"application/msword", "application/x-ole-storage"})
_NEEDED = ("[Content_Types].xml", "_rels/.rels")

_TAIL = 2_048
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_MORE = re.compile(rb"\s*(?:\d|x|t|s)")
"""How a revision begins that is appended: an object, `xref`, `trailer`, `startxref`."""
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")

_FREE = 0xFFFFFFFF
_LAST_IN_HEADER = 109
_HEADER = 512


def is_whole(content: bytes, media_type: str) -> bool:
    """Whether nothing is missing at the end; True for types that do not tell.

    A PDF names the place of its index and ends; a ZIP has its directory at the end, and each part has a checksum; an
    OLE file has a table of its sectors.
    """
    if media_type == "application/pdf":
        return _is_whole_pdf(content)
    if media_type in _ARCHIVES:
        return _is_whole_archive(content, _NEEDED if media_type == DOCX else ())
    return _is_whole_compound(content) if media_type in _COMPOUND else True


def _is_whole_pdf(content: bytes) -> bool:
    tail = content[-_TAIL:]
    ends = list(_START.finditer(tail))
    if not ends or _MORE.match(tail, ends[-1].end()) or int(ends[-1][1]) >= len(content):
        return False
    if _stops_between_revisions(content, int(ends[-1][1])):
        return False
    promised = _LINEARIZED.search(
        content[:_TAIL]
    )  # revisions may have made it longer since, as in A/79/PV.64
    return promised is None or int(promised[1]) <= len(content)


def _stops_between_revisions(content: bytes, at: int) -> bool:
    """Whether the second half of a table is missing: Word writes a stream of places, and names it in a second trailer.

    In S/2025/450 the second trailer takes the last 184 bytes.
    """
    if content[at : at + 4] != b"xref" or b"/XRefStm" in content[at:]:
        return False
    last = content.rfind(b" obj", 0, at)
    return last >= 0 and b"/XRef" in content[last : last + 300]


def _is_whole_archive(content: bytes, needed: tuple[str, ...]) -> bool:
    """Whether all parts are there and their checksums agree; what may not be unpacked is taken at its word."""
    try:
        archive = unpack(content, "the archive")
        left = MOST_UNPACKED
        for part, size in sorted(archive.sizes.items(), key=itemgetter(1)):
            left -= size
            if left < 0 or size > MOST_READ:
                break
            archive.read(part, size + 1)
    except Refusal as refusal:
        return refusal.reason != "broken"
    return archive.sizes.keys() >= set(needed) and (not needed or main_part(archive) is not None)


def _is_whole_compound(content: bytes) -> bool:
    """Whether the last sector that the allocation table knows of is there ([MS-CFB] 2.2, 2.3)."""
    try:
        size = 1 << struct.unpack_from("<H", content, 30)[0]
        last = -1
        for n, sector in enumerate(_table_sectors(content, size)):
            entries = struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
            used = [k for k, entry in enumerate(entries) if entry != _FREE]
            last = max(last, n * (size // 4) + used[-1]) if used else last
    except struct.error:
        return False
    return last >= 0 and (last + 2) * size <= len(content)


def _table_sectors(content: bytes, size: int) -> list[int]:
    """The sectors that hold the allocation table: the first of them are named in the header, the others in a chain."""
    count = min(struct.unpack_from("<I", content, 44)[0], len(content) // size)
    named = list(struct.unpack_from(f"<{_LAST_IN_HEADER}I", content, 76))
    following = struct.unpack_from("<I", content, 68)[0]
    for _ in range(len(content) // size):
        if len(named) >= count:
            break
        *more, following = struct.unpack_from(f"<{size // 4}I", content, (following + 1) * size)
        named += more
    return named[:count]
