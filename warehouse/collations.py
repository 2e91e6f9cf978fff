"""The derived cache of comparisons: what two readings came to, named by the two and by the code that compared them.

Anything here can be deleted: it is worked out again from the rows, and comes out the same.

    >>> collations = Collations(Path("data/collations"))
    >>> collations.put(key, {"differences": table})
    >>> collations.get(key)["differences"].equals(table)
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from warehouse.blobs import Blobs, place
from warehouse.events import canonical
from warehouse.rows import SUFFIX, decode, encode

_DIGEST = hashlib.sha256().digest_size


def key_of(here: str, there: str, fingerprint: str) -> str:
    """The name of a comparison: the digests of the rows of both readings, the published one first, and of the code."""
    return hashlib.sha256(canonical([here, there, fingerprint])).hexdigest()


class Collations:
    """Tables in `<root>/<first two digits>/<key>.arrow`, each file behind the digest of its content."""

    def __init__(self, root: Path) -> None:
        self._names = Blobs(root)

    def put(self, key: str, tables: Mapping[str, pa.Table]) -> None:
        """Keep what a comparison came to."""
        content = encode(tables)
        place(hashlib.sha256(content).digest() + content, self._path(key), is_durable=False)

    def get(self, key: str) -> dict[str, pa.Table] | None:
        """What a comparison came to; None where it is not kept, or damaged: then compare again."""
        try:
            kept = self._path(key).read_bytes()
        except FileNotFoundError:
            return None
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        return decode(content) if hashlib.sha256(content).digest() == digest else None

    def _path(self, key: str) -> Path:
        return self._names.path(key).with_suffix(SUFFIX)
