"""Digests of a folder's files, in the form that `sha256sum -c` understands and that vouches for itself.

>>> read_sums(folder / SUMS)["dictionary.md"] == digest_of(folder / "dictionary.md")
True
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"

_SUM = re.compile(r"^([0-9a-f]{64})  ([^/\0\n]+)$", re.MULTILINE)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def sums(digests: Mapping[str, str]) -> bytes:
    """What `sha256sum` prints for the files, and a comment with the digest of these lines."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
    return lines + f"# {hashlib.sha256(lines).hexdigest()}\n".encode()


def read_sums(path: Path) -> dict[str, str] | None:
    """The digests by name, or None when the file is missing or was changed."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    text = content.decode(errors="replace")
    digests = {name: digest for digest, name in _SUM.findall(text)}
    return digests if content == sums(digests) else None
