"""What is left of real files after other programs had them: Word files saved as .doc, pages turned into pictures.

    python -m tests.measure_converted --corpus ../shared/corpus

Each DOCX goes through LibreOffice to .doc, and back as a build takes it; each PDF named below is drawn, recognised by
tesseract, and compared with its own text layer. Nothing is measured where a program is missing.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from flows.converting import libreoffice, tesseract
from flows.converting.program import Limits
from flows.converting.tesseract import Sheet, recognise
from flows.reading import reference_data
from flows.settings import Settings
from transforms import document
from transforms.document import Document
from transforms.errors import Refusal
from transforms.formats.pdf import pictures
from transforms.identity import Hint

SCANS = {
    "A_80_604_Add.11.pdf": "eng",
    "S_RES_2785_(2025).en.pdf": "eng",
    "E_2024_1.en.pdf": "spa",
    "S_2024_145.en.pdf": "rus",
}
"""Files with a good text layer, and the language that they are in."""
LIMITS = Limits(300.0, 8 << 30)


def main() -> None:
    """Measure both programs, as far as they are here."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    program = libreoffice.find(Settings())
    if program is None:
        print("old Word files: LibreOffice is not installed")
    else:
        word_files(program, sorted((given.corpus / "docx").glob("*.docx")))
    recogniser = tesseract.find(Settings())
    if recogniser is None:
        print("scans: tesseract is not installed")
    else:
        scans(recogniser, given.corpus / "pdf", given.workers)


def word_files(program: Path, files: Sequence[Path]) -> None:
    """Each file as it is, and after it was saved as .doc."""
    print("file · paragraphs alike · notes alike · cells alike · masthead alike")
    alike: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        old = through(program, files, "doc:MS Word 97", Path(folder, "old"))
        started = time.perf_counter()
        new = through(program, list(old.values()), "docx:MS Word 2007 XML", Path(folder, "new"))
        seconds = time.perf_counter() - started
        for path in files:
            first = read(path.name, path.read_bytes())
            second = read(path.name, old[path.stem].read_bytes(), new[path.stem].read_bytes())
            if first is None or second is None:
                print(f"  {path.name}: refused, {'both' if first is second else 'ONE OF THEM'}")
                continue
            alike += told(path.name, first, second)
    print(f"  all: {shares(alike)}; {seconds / len(files):.2f} s a file to DOCX")


def through(program: Path, files: Sequence[Path], to: str, folder: Path) -> Mapping[str, Path]:
    """What LibreOffice makes of the files, by the stem of their names."""
    command = [str(program), "--headless", f"-env:UserInstallation={folder.with_suffix('.own').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True,
    )  # fmt: skip
    return {path.stem: path for path in folder.iterdir()}


def read(name: str, content: bytes, converted: bytes | None = None) -> Document | None:
    """The document; None where it is refused."""
    try:
        return document.read(content, None, Hint(name), reference_data(), converted)
    except Refusal:
        return None


def told(name: str, first: Document, second: Document) -> Counter[str]:
    """What of the first is in the second, printed and counted."""
    one, two = first.structure, second.structure
    head = replace(first.masthead, spans=()) == replace(second.masthead, spans=())
    alike = Counter(
        {
            "masthead": int(head), "of masthead": 1,
            **common("paragraphs", ((p.label, p.text) for p in one.paragraphs), ((p.label, p.text) for p in two.paragraphs)),
            **common("notes", ((n.marker, n.text) for n in one.footnotes), ((n.marker, n.text) for n in two.footnotes)),
            **common("cells", (c.text for c in one.cells), (c.text for c in two.cells)),
        }
    )  # fmt: skip
    print(f"  {name}: {shares(alike)}")
    return alike


def common(what: str, first: Iterable[object], second: Iterable[object]) -> dict[str, int]:
    """How many of the first are among the second, white space apart."""
    ours, theirs = Counter(map(str, first)), Counter(map(str, second))
    return {what: (ours & theirs).total(), f"of {what}": ours.total()}


def shares(alike: Mapping[str, int]) -> str:
    """The counts in words."""
    return ", ".join(
        f"{what} {alike[what]}/{alike[f'of {what}']}" for what in ("paragraphs", "notes", "cells", "masthead")
    )


def scans(program: Path, folder: Path, workers: int) -> None:
    """Each file by its text layer, and by what is recognised on its pages."""
    print("scan · numbered paragraphs found, exact, exact but for spaces · letters alike")
    for name, models in SCANS.items():
        path = folder / name
        printed, count = read(name, path.read_bytes()), pictures.count(path.read_bytes())
        started = time.perf_counter()
        sheets = [Sheet(str(path), name, n, str(program), models, LIMITS) for n in range(1, count + 1)]
        with ProcessPoolExecutor(workers) as pool:
            bodies = [body for body in pool.map(recognise, sheets) if isinstance(body, bytes)]
        seconds = time.perf_counter() - started
        found = read(name, path.read_bytes(), b"<html><body>" + b"".join(bodies) + b"</body></html>")
        if printed is None or found is None:
            print(f"  {name}: refused")
            continue
        ours = {p.label: p.text for p in printed.structure.paragraphs if p.number is not None}
        theirs = {p.label: p.text for p in found.structure.paragraphs if p.number is not None}
        pairs = [(text, theirs.get(label, "")) for label, text in ours.items()]
        exact = sum(a == b for a, b in pairs)
        spaced = sum("".join(a.split()) == "".join(b.split()) for a, b in pairs)
        alike = sum(SequenceMatcher(None, a, b, autojunk=False).ratio() * len(a) for a, b in pairs)
        letters = sum(len(a) for a, _ in pairs)
        print(
            f"  {name}: {len(ours.keys() & theirs.keys())}/{len(ours)} found, {exact} exact, {spaced} but for spaces, "
            f"{alike / max(1, letters):.2%} of letters; {seconds / count:.1f} s a page"
        )


if __name__ == "__main__":
    main()
