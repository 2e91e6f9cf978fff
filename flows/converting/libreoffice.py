"""Word files of before 2007 -> DOCX, by LibreOffice where it is installed: many in one call, a bad one alone.

>>> convert(home, readers, readings)[0].converter
'LibreOffice 7.4.7.2'
"""

# ruff: noqa: PLC0415 - the readers are imported by who reads: a run that finds nothing new does without them
from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows.converting import profile
from flows.converting.program import Ended, Limits, run
from flows.converting.values import Made, Tool, Unmade
from flows.home import Home
from flows.reading import Readers
from flows.settings import Settings
from warehouse.ledger import Reading

FAILED = "reader-unconverted"

_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_FILTER = "docx:MS Word 2007 XML"
_START, _EACH = 30.0, 3.0
"""Seconds that a call may take, and for each file; a file of 60 kB takes 0.1 s where the machine has time."""


def find(settings: Settings) -> Path | None:
    """The program: the one that the settings name, else the first by its usual names; None where there is none."""
    names = (str(settings.libreoffice),) if settings.libreoffice is not None else _NAMES
    found = next((path for name in names if (path := shutil.which(name)) is not None), None)
    return Path(found) if found is not None else None


def convert(home: Home, readers: Readers, readings: Sequence[Reading]) -> tuple[Made | Unmade, ...]:  # noqa: ARG001 - a `Converter`
    """For each reading the DOCX that LibreOffice makes of its bytes, or why there is none."""
    program = find(home.settings)
    assert program is not None, "who converts has found it"
    with tempfile.TemporaryDirectory(prefix="unfold-word-") as folder:
        work = _Work(program, Path(folder), home)
        for n, reading in enumerate(readings):
            shutil.copyfile(home.blobs.path(reading.content_sha256), work.source(n))
        return work.done(len(readings))


@dataclass(frozen=True, slots=True)
class _Work:
    """Files converted in a folder of their own, named by us and not by whoever sent them."""

    program: Path
    folder: Path
    home: Home
    ends: dict[int, Ended] = field(default_factory=dict)

    def source(self, n: int) -> Path:
        return self.folder / f"{n}.doc"

    def result(self, n: int) -> Path:
        return self.folder / "made" / f"{n}.docx"

    def done(self, count: int) -> tuple[Made | Unmade, ...]:
        version = self._version()
        numbers = range(count)
        self._together(numbers)
        for n in numbers:
            if not self.result(n).exists():
                self.ends[n] = self._call([n], self.home.settings.read_timeout)
                if self.ends[n].code != 0:
                    self.result(n).unlink(missing_ok=True)
        return tuple(self._made(n, version) for n in numbers)

    def _together(self, numbers: Sequence[int]) -> None:
        """Convert all in one call; where it breaks off, the file it was at is not believed."""
        if len(numbers) > 1 and self._call(numbers, _START + _EACH * len(numbers)).code != 0:
            there = [n for n in numbers if self.result(n).exists()]
            for n in there[-1:]:
                self.result(n).unlink()

    def _call(self, numbers: Sequence[int], seconds: float) -> Ended:
        """One call with a profile of its own, so that no other LibreOffice of this user answers it."""
        own = Path(tempfile.mkdtemp(dir=self.folder))
        profile.write(own)
        command = [
            str(self.program), "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            f"-env:UserInstallation={own.as_uri()}", "--convert-to", _FILTER, "--outdir", str(self.folder / "made"),
            *(str(self.source(n)) for n in numbers),
        ]  # fmt: skip
        return run(command, own, Limits(seconds, self.home.settings.read_memory), more=_SURROUNDINGS)

    def _version(self) -> str:
        """The program's own name and version: `LibreOffice 7.4.7.2`."""
        ended = run(
            [str(self.program), "--version"], self.folder, Limits(_START, self.home.settings.read_memory)
        )
        words = ended.output.decode("utf-8", "replace").split()
        return " ".join(words[:2]) or self.program.name

    def _made(self, n: int, version: str) -> Made | Unmade:
        from transforms.formats.docx import MEDIA_TYPE

        made, limit = self.result(n), self.home.settings.max_bytes
        if made.exists() and made.stat().st_size <= limit:
            content = made.read_bytes()
            return Made(self.home.blobs.put(content), len(content), MEDIA_TYPE, version)
        return Unmade(
            FAILED,
            f"is a Word file of before 2007, and {version} made nothing of it that can be read: {self._why(n)}. Look at "
            "the file; save it as DOCX, or raise UNFOLD_READ_TIMEOUT and build with --retry.",
        )

    def _why(self, n: int) -> str:
        """What came of a file, in words."""
        if self.result(n).exists():
            return f"more than {self.home.settings.max_bytes} bytes came out"
        ended = self.ends[n]
        if ended.code is None:
            return f"it did not end within {self.home.settings.read_timeout:g} s"
        return ended.told if ended.code else "it could not load it"


_SURROUNDINGS: Mapping[str, str] = {"SAL_USE_VCLPLUGIN": "svp"}
"""It draws on no screen."""


def advice(settings: Settings) -> str:
    """What to do where the program is not found."""
    looked = (
        f"{settings.libreoffice}, which UNFOLD_LIBREOFFICE names, is no program"
        if settings.libreoffice is not None
        else "Neither soffice nor libreoffice is on the PATH"
    )
    return (
        f"{looked}: install it (Debian: apt install libreoffice-writer-nogui; macOS: brew install --cask libreoffice) "
        "or set UNFOLD_LIBREOFFICE. The file is kept, and the next build reads it."
    )


TOOL = Tool(find, advice, convert)
