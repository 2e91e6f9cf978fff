"""The one small tree of errors. Every message gives the value, what was expected, where, and the way out.

>>> raise Refusal("empty", "A_999_1.txt holds 0 bytes; a document was expected. Fetch it again.")
Traceback (most recent call last):
transforms.errors.Refusal: empty: A_999_1.txt holds 0 bytes; a document was expected. Fetch it again.
"""

from __future__ import annotations

NEEDS_LIBREOFFICE, NO_TEXT_LAYER = "needs-libreoffice", "no-text-layer"
"""Refusals that another program can help: of an old Word file, of a scan; what it makes is given as `converted`."""


class UnfoldError(Exception):
    """Anything `unfold` says no to. Catch this at a boundary, never `Exception`."""


class Refusal(UnfoldError):
    """A document that cannot become rows, with the reason as a short stable code.

    Args:
        reason: the code that tables, events and tests rely on, e.g. ``empty``, ``binary``, ``no-symbol``.
        message: what was got, what was wanted, and what to do.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(f"{reason}: {message}")
        self.reason = reason
        self.message = message

    def __reduce__(self) -> tuple[type[Refusal], tuple[str, str]]:
        return (type(self), (self.reason, self.message))
