r"""Another program over hostile bytes: no surroundings of ours, limits on time, memory and output, nothing left running.

>>> run(["/usr/bin/soffice", "--version"], folder, Limits(seconds=5.0, memory=1 << 30)).output
b'LibreOffice 7.4.7.2 40(Build:2)\n'
"""

from __future__ import annotations

import math
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_WRITTEN = 256 * 1024 * 1024
"""Bytes that one file it writes may have."""
_UNTOUCHED = 7 << 30
"""Bytes of address space over those of memory: an office program reserves gigabytes and never touches them."""
_LIMITED = 'ulimit -c 0; ulimit -t "$1"; ulimit -f "$2"; ulimit -v "$3" 2>/dev/null; shift 3; exec "$@"'
"""The shell sets the limits and then is the program: to set them between fork and exec is not safe with threads."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of wall and of processor time, and bytes of memory."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, None where it was stopped for its time; and what it printed."""

    code: int | None
    output: bytes

    @property
    def told(self) -> str:
        """How it ended, in words."""
        return "it did not end in time" if self.code is None else f"it ended with code {self.code}"


def run(
    command: Sequence[str],
    home: Path,
    limits: Limits,
    *,
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program to its end, or to the end of its time, with all that it started.

    Args:
        command: the program, as a path, and its arguments.
        home: a folder that it takes for its user's own.
        limits: of which its time is kept by us and by the kernel, which outlives us.
        given: what it reads from its input.
        more: names and values for its environment, which is else nearly empty.
    """
    bounds = [
        str(math.ceil(limits.seconds)),
        str(MOST_WRITTEN // 512),
        str((limits.memory + _UNTOUCHED) // 1024),
    ]
    with subprocess.Popen(  # noqa: S603 - the program is one that the settings name, its arguments are ours
        ["/bin/sh", "-c", _LIMITED, "sh", *bounds, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env={"HOME": str(home), "PATH": os.defpath, "LC_ALL": "C.UTF-8", **(more or {})},
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(given, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            return Ended(None, b"")
        finally:
            _stop(process)
    return Ended(process.returncode, output)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started, which share a group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # all of it has ended; macOS says so in the second way
        return
