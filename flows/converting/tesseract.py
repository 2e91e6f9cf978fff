"""Scans -> the words recognised on the pictures of their pages, by tesseract where it is installed.

Each page is a task of its own in a child process: a long scan takes as many as there are, a hostile page harms none.

    >>> convert(home, readers, readings)[0].converter
    'tesseract 5.3.0 (eng)'
"""

# ruff: noqa: PLC0415 - the readers are imported by who reads: a run that finds nothing new does without them
from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.contained import Unread
from flows.converting.program import Limits, run
from flows.converting.values import Made, Tool, Unmade
from flows.home import Home
from flows.reading import Readers
from flows.settings import Settings
from transforms import symbols
from transforms.errors import Refusal
from warehouse.ledger import Reading

FAILED = "reader-unrecognised"
MEDIA_TYPE = "text/vnd.hocr+html"

_MODELS = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "chi_sim"}
"""The program's own names of the six languages."""
_LATIN = ("en", "fr", "es")
_SCRIPTS = {"Arabic": ("ar",), "Cyrillic": ("ru",), "Han": ("zh",), "HanS": ("zh",), "HanT": ("zh",)}
_SCRIPT = re.compile(rb"^Script: (\w+)", re.MULTILINE)
_BODY = re.compile(rb"<body>(.*)</body>", re.DOTALL)
_QUICK = Limits(30.0, 1 << 31)
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""The pages are what goes on at once; more threads a page only cost time."""


@dataclass(frozen=True, slots=True)
class Program:
    """The program and its version, and the languages that it can read."""

    path: Path
    version: str
    models: frozenset[str]


def find(settings: Settings) -> Path | None:
    """The program: the one that the settings name, else the one on the PATH; None where there is none."""
    found = shutil.which(str(settings.tesseract) if settings.tesseract is not None else "tesseract")
    return Path(found) if found is not None else None


def convert(home: Home, readers: Readers, readings: Sequence[Reading]) -> tuple[Made | Unmade, ...]:
    """For each scan what is recognised on its pages, or why nothing is."""
    path = find(home.settings)
    assert path is not None, "who converts has found it"
    program = _asked(path)
    return tuple(_recognised(home, readers, program, reading) for reading in readings)


def _asked(path: Path) -> Program:
    with tempfile.TemporaryDirectory(prefix="unfold-ocr-") as folder:
        version = run([str(path), "--version"], Path(folder), _QUICK).output.decode("utf-8", "replace")
        listed = run([str(path), "--list-langs"], Path(folder), _QUICK).output.decode("utf-8", "replace")
    return Program(path, " ".join(version.split()[:2]) or path.name, frozenset(listed.split()))


def _recognised(home: Home, readers: Readers, program: Program, reading: Reading) -> Made | Unmade:
    path, name = str(home.blobs.path(reading.content_sha256)), reading.name
    first = readers.outcome(readers.start(survey, path, str(program.path)), name)
    if isinstance(first, Unread):
        return _unmade(first)
    languages = _languages(reading) or first.languages
    models = tuple(_MODELS[language] for language in languages)
    if not program.models.issuperset(models):
        return _untaught(program, models)
    limits = Limits(home.settings.read_timeout, home.settings.read_memory)
    sheets = (
        Sheet(path, name, number, str(program.path), "+".join(models), limits)
        for number in range(1, first.count + 1)
    )
    pages = [readers.start(recognise, sheet) for sheet in sheets]
    bodies: list[bytes] = []
    for page in pages:
        body = readers.outcome(page, name)
        if isinstance(body, Unread):
            for other in pages:
                other.cancel()
            return _unmade(body)
        bodies.append(body)
    content = b"<html><body>" + b"".join(bodies) + b"</body></html>"
    return Made(home.blobs.put(content), len(content), MEDIA_TYPE, f"{program.version} ({'+'.join(models)})")


def _languages(reading: Reading) -> tuple[str, ...]:
    """The language that a scan was asked for in, else its name says; with English, which is given in its place."""
    named = symbols.from_file_name(reading.name)
    known = reading.requested_language or (named[1] if named is not None else None)
    if known not in _MODELS:
        return ()
    return _LATIN if known in _LATIN and known != "en" else tuple(dict.fromkeys((known, "en")))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file under a name, and what to recognise its words with."""

    path: str
    name: str
    number: int
    program: str
    models: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Surveyed:
    """How many pages a scan has, and the languages that the script of the first may be in."""

    count: int
    languages: tuple[str, ...]


def survey(path: str, program: str) -> Surveyed | Unread:
    """What can be told of a scan before its words are known; runs in a child process."""
    from transforms.formats.pdf import pictures

    content = Path(path).read_bytes()
    try:
        count, first = pictures.count(content), pictures.picture(content, 1, "the scan")
    except Refusal as refusal:
        return Unread(refusal.reason, refusal.message)
    with tempfile.TemporaryDirectory(prefix="unfold-ocr-") as folder:
        command = [program, "-", "-", "-l", "osd", "--psm", "0", "--dpi", str(first.dots_per_inch)]
        told = run(command, Path(folder), _QUICK, given=first.content, more=_ONE_THREAD).output
    script = match[1].decode() if (match := _SCRIPT.search(told)) else "Latin"
    return Surveyed(count, _SCRIPTS.get(script, _LATIN))


def recognise(sheet: Sheet) -> bytes | Unread:
    """The words of one page as hOCR, without what stands around its body; runs in a child process."""
    from transforms.formats.pdf import pictures

    try:
        picture = pictures.picture(Path(sheet.path).read_bytes(), sheet.number, sheet.name)
    except Refusal as refusal:
        return Unread(refusal.reason, refusal.message)
    with tempfile.TemporaryDirectory(prefix="unfold-ocr-") as folder:
        command = [sheet.program, "-", "-", "-l", sheet.models, "--dpi", str(picture.dots_per_inch), "hocr"]
        ended = run(command, Path(folder), sheet.limits, given=picture.content, more=_ONE_THREAD)
    body = _BODY.search(ended.output)
    if ended.code != 0 or body is None:
        return Unread(
            FAILED, f"tesseract recognised nothing on page {sheet.number} of {sheet.name}: {ended.told}."
        )
    return body[1]


def _unmade(unread: Unread) -> Unmade:
    return Unmade(FAILED, f"is a scan that could not be recognised: {unread.message}")


def _untaught(program: Program, models: Sequence[str]) -> Unmade:
    lacking = [model for model in models if model not in program.models]
    packages = " ".join(f"tesseract-ocr-{model.replace('_', '-')}" for model in lacking)
    return Unmade(
        FAILED,
        f"is a scan, and {program.version} knows no {' or '.join(lacking)}; install {packages}, and build with --retry.",
    )


def advice(settings: Settings) -> str:
    """What to do where the program is not found."""
    looked = (
        f"{settings.tesseract}, which UNFOLD_TESSERACT names, is no program"
        if settings.tesseract is not None
        else "tesseract is not on the PATH"
    )
    return (
        f"{looked}: install it (Debian: apt install tesseract-ocr tesseract-ocr-fra …; macOS: brew install "
        "tesseract-lang) or set UNFOLD_TESSERACT. The file is kept, and the next build reads it."
    )


TOOL = Tool(find, advice, convert)
