"""What the shell says no to, each with the exit code that the command ends with.

>>> Usage("…").exit_code, Nothing("…").exit_code, Busy("…").exit_code
(2, 3, 5)
"""

from __future__ import annotations

from typing import ClassVar

from transforms.errors import UnfoldError


class ShellError(UnfoldError):
    """Something the shell cannot do; 1 unless a subclass says otherwise."""

    exit_code: ClassVar[int] = 1


class Damaged(ShellError):
    """Bytes, rows, log or release do not match what was written."""


class Usage(ShellError):
    """The command was asked for something it does not take: an unknown folder, a malformed symbol."""

    exit_code = 2


class Nothing(ShellError):
    """There is no answer: no release yet, no such document, no hit."""

    exit_code = 3


class Busy(ShellError):
    """Another process is writing into the same home."""

    exit_code = 5
