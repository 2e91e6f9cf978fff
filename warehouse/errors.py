"""The memory's branch of the error tree: what the log, the bytes and the cache say no to.

>>> raise VersionConflict("release", expected=3, found=4)
Traceback (most recent call last):
warehouse.errors.VersionConflict: stream 'release': expected to follow version 3 but found 4; ...
"""

from __future__ import annotations

from transforms.errors import UnfoldError


class WarehouseError(UnfoldError):
    """Anything the memory says no to."""


class LogError(WarehouseError):
    """Anything the log says no to."""


class VersionConflict(LogError):
    """Of two writers that both followed the same version of a stream, the one who came second."""

    def __init__(self, stream: str, expected: int, found: int) -> None:
        super().__init__(
            f"stream {stream!r}: expected to follow version {expected} but found {found}; another writer "
            "was first. Nothing was recorded: read the log from your position, fold, decide again."
        )
        self.stream = stream
        self.expected = expected
        self.found = found

    def __reduce__(self) -> tuple[type[VersionConflict], tuple[str, int, int]]:
        return (type(self), (self.stream, self.expected, self.found))


class LogUnavailable(LogError):
    """The log could not be opened, reached, or locked in time."""


class LogBroken(LogError):
    """A stored event is not what was recorded, so nothing may be folded from here on."""


class EventMalformed(LogError):
    """An event that does not have the shape its type declares; it was not recorded."""


class UnknownEventType(LogError):
    """A type of event that this version of `unfold` has no word for."""


class LedgerGap(WarehouseError):
    """Events handed to the fold that do not follow the ledger's position."""


class BlobError(WarehouseError):
    """Anything the store of bytes says no to."""


class BlobNameInvalid(BlobError):
    """A name that is not a SHA-256 in lower-case hexadecimal."""


class BlobUnwritable(BlobError):
    """Bytes that could not be put on the disk; nothing names them."""


class BlobMissing(BlobError):
    """No bytes are held under that SHA-256."""


class BlobDamaged(BlobError):
    """The bytes held under a SHA-256 do not have it."""
