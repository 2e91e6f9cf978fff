"""How exactly the reader of PDFs takes real ones apart, beside pdftotext and pypdfium2's plain text, and how fast.

    python -m tests.measure_pdf --corpus ../shared/corpus

Numbered paragraphs are compared with those of the Word file of the same name, and with the AKN4UN XML of the same symbol.
`exact` are those whose words stand in the reading as they are, `spaceless` those that do when spaces are left out, `one` those
that are exactly one paragraph of it. Hyphens that do not break count as hyphens: a print cannot show them.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from flows.contained import look_for_garbage_seldom
from flows.reading import reference_data
from tests.measure_docx import furniture_in
from transforms import document, formats
from transforms.document import Document
from transforms.errors import Refusal
from transforms.identity import Hint

_NUMBERED = re.compile(r"(?:[\w-]+:)?(?:\d+[A-Z]?\.)?\d+\Z")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\ufeff\ufffe\uffff]")
TURNS = 3


@dataclass(slots=True)
class Score:
    """How many numbered paragraphs one way to read has found."""

    name: str
    asked: int = 0
    exact: int = 0
    spaceless: int = 0
    one: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, wanted: Iterable[tuple[str, str]], found: list[str], where: str) -> None:
        """Look for the texts wanted, by label, among the paragraphs found."""
        whole = " ".join(found)
        bare = _bare(whole)
        single = Counter(found)
        for label, text in wanted:
            self.asked += 1
            self.exact += text in whole
            self.spaceless += _bare(text) in bare
            is_one = single[text] >= 1 or single[f"{label}. {text}"] >= 1
            self.one += is_one
            if not is_one:
                self.missed.append(f"{where} {label}: {text[:60]}")

    def __str__(self) -> str:
        n = max(1, self.asked)
        return f"{self.name:<22} {self.asked:>6} {self.exact / n:>8.4f} {self.spaceless / n:>10.4f} {self.one / n:>8.4f}"


def main() -> None:
    """Print what was read, then how exactly, then how fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--fast", action="store_true", help="leave the timing out")
    parser.add_argument("--missed", action="store_true", help="list the paragraphs that are not exactly one")
    asked = parser.parse_args()
    paths = sorted((asked.corpus / "pdf").glob("*.pdf"))
    read = {path: outcome(path) for path in paths}
    _print_files(read)
    pairs = [(path, asked.corpus / "docx" / f"{path.stem}.docx") for path in paths]
    _print_scores(
        "PDF against DOCX",
        [(pdf, other) for pdf, other in pairs if other.is_file()],
        read,
        missed=asked.missed,
    )
    _print_scores("PDF against AKN", list(_with_akn(read, asked.corpus / "akn")), read, missed=asked.missed)
    if not asked.fast:
        _print_times(paths)


def outcome(path: Path) -> Document | Refusal:
    """What a file becomes."""
    try:
        return document.read(path.read_bytes(), None, Hint(path.name), reference_data())
    except Refusal as refusal:
        return refusal


def _print_files(read: dict[Path, Document | Refusal]) -> None:
    conserved: list[float] = []
    dirty = 0
    for path, found in read.items():
        if isinstance(found, Refusal):
            print(f"{path.name}: refused {found.reason}")
            continue
        share = kept(path)
        conserved.append(share)
        inside = furniture_in(found)
        dirty += len(inside)
        head, structure = found.masthead, found.structure
        print(
            f"{path.name}: {found.id}, {found.kind}, distributed {head.distribution_date}, adopted {head.adoption_date}, "
            f"paragraphs {len(structure.paragraphs)}, notes {len(structure.footnotes)}, cells {len(structure.cells)}, "
            f"headings {len(structure.sections)}, kept {share:.4f}, conserved {found.text_conserved:.4f}"
            + (f", furniture inside {inside}" if inside else "")
        )
    if conserved:
        print(f"letters of the pages kept: {min(conserved):.4f} at least, {statistics.median(conserved):.4f} in the middle; "
              f"furniture inside texts: {dirty}")  # fmt: skip


def kept(path: Path) -> float:
    """The share of the visible letters of pdfium's page text that the layout holds."""
    theirs = Counter(_bare(plain(path)))
    ours = Counter(_bare(formats.lay_out(path.read_bytes(), None, path.name).source))
    return 1 - (theirs - ours).total() / max(1, theirs.total())


def _bare(text: str) -> str:
    """A text without spaces, and without what is not to be seen; every hyphen the same."""
    return re.sub(r"\s+", "", _clean(text))


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", text.replace("\u2011", "-").replace("\r", "\n").replace("\n", " "))


def plain(path: Path) -> str:
    """What pypdfium2 gives as the text of all pages."""
    with pypdfium2.PdfDocument(path) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def _pdftotext(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def _with_akn(read: dict[Path, Document | Refusal], folder: Path) -> Iterator[tuple[Path, Path]]:
    """Resolutions that are there as PDF and as AKN, English ones."""
    files = {
        re.sub(r"\W|_", "", path.stem.split("-")[0]).lower(): path for path in folder.rglob("English/*.xml")
    }
    files |= {
        re.sub(r"\W|_", "", path.stem.rsplit("-", 1)[0]).lower(): path
        for path in folder.rglob("English/*.xml")
    }
    for path, found in read.items():
        if isinstance(found, Document) and found.identity.language == "en":
            for symbol in found.identity.symbols:
                key = re.sub(r"\W|_", "", str(symbol).split(" (")[0]).lower()
                if key in files:
                    yield path, files[key]


def _print_scores(
    title: str, pairs: list[tuple[Path, Path]], read: dict[Path, Document | Refusal], *, missed: bool
) -> None:
    ways: list[tuple[Score, Callable[[Path], list[str]]]] = [
        (Score("unfold"), lambda path: _paragraphs(read[path])),
        (Score("pypdfium2 plain text"), lambda path: _blocks(plain(path))),
    ]
    if shutil.which("pdftotext"):
        ways.append((Score("pdftotext -layout"), lambda path: _blocks(_pdftotext(path))))
    for pdf, other in pairs:
        truth = outcome(other)
        if isinstance(truth, Refusal):
            continue
        wanted = [
            (p.label.rpartition(":")[2], _spaced(p.text))
            for p in truth.structure.paragraphs
            if _NUMBERED.match(p.label)
        ]
        for score, texts in ways:
            score.add(wanted, texts(pdf), pdf.stem)
    print(f"{title}: {len(pairs)} pairs\n{'':<22} {'asked':>6} {'exact':>8} {'spaceless':>10} {'one':>8}")
    for score, _ in ways:
        print(score)
    if missed:
        print("\n".join(f"  {line}" for line in ways[0][0].missed))


def _paragraphs(found: Document | Refusal) -> list[str]:
    return [] if isinstance(found, Refusal) else [_spaced(p.text) for p in found.structure.paragraphs]


def _blocks(text: str) -> list[str]:
    """Plain text in paragraphs, as empty lines part them."""
    return [_spaced(block) for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n"))]


def _spaced(text: str) -> str:
    return " ".join(_clean(text).split())


def _print_times(paths: Iterable[Path]) -> None:
    """Reading against `get_text_range` on the same files in turns, and the peak of a process of its own.

    The garbage collector is told what a reading process tells it.
    """
    look_for_garbage_seldom()
    ours = theirs = 0.0
    worst, slowest, read = 0.0, Path(), []
    for path in paths:
        content = path.read_bytes()
        own, other = _timed(content, path.name)
        ours, theirs = ours + own, theirs + other
        read += [path] if own else []
        if own > worst:
            worst, slowest = own, path
    print(f"time against get_text_range: {ours / theirs:.2f} of all; longest {worst:.2f} s, {slowest.name}")
    script = (
        "import resource, sys; from pathlib import Path; from flows.reading import reference_data; reference_data(); "
        "from transforms import formats; before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "p = Path(sys.argv[1]); formats.lay_out(p.read_bytes(), None, p.name); "
        "print(before // 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    for path in {slowest, max(read, key=lambda path: path.stat().st_size)}:
        done = subprocess.run(
            [sys.executable, "-c", script, path], capture_output=True, check=True, text=True
        )
        before, after = done.stdout.split()
        print(
            f"peak memory on {path.name} ({path.stat().st_size // 1024} kB): {after} MB, {before} MB before it"
        )


def _timed(content: bytes, name: str) -> tuple[float, float]:
    ours, theirs = [], []
    for _ in range(TURNS):
        began = time.process_time()
        try:
            formats.lay_out(content, None, name)
        except Refusal:
            return 0.0, 0.0
        between = time.process_time()
        with pypdfium2.PdfDocument(content) as opened:
            for page in opened:
                page.get_textpage().get_text_range()
        theirs.append(time.process_time() - between)
        ours.append(between - began)
    return min(ours), min(theirs)


if __name__ == "__main__":
    main()
