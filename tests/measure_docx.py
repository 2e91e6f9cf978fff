"""What the reader makes of real Word files: masthead, numbers, notes, tables, what is lost, and how fast.

    python -m tests.measure_docx --corpus ../shared/corpus

Words are compared with those of the PDF of the same name, where the corpus has one; time with python-docx opening the same
file and reading its paragraphs and cells, one after the other in turns, in processor time.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
from docx.table import Table

from flows.reading import reference_data
from transforms import document, formats, furniture, masthead
from transforms.document import Document
from transforms.errors import Refusal
from transforms.identity import Hint

_WORD = re.compile(r"[^\W\d_]{2,}")
TURNS = 5


def main() -> None:
    """Read every file, print what came of it, then what came of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--fast", action="store_true", help="leave the timing out")
    asked = parser.parse_args()
    ours: list[float] = []
    theirs: list[float] = []
    shares: list[float] = []
    for path in sorted((asked.corpus / "docx").glob("*.docx")):
        print(path.name)
        shares.extend(_print(path, asked.corpus / "pdf" / f"{path.stem}.pdf"))
        if not asked.fast:
            own, other = _timed(path.read_bytes(), path.name)
            ours.append(own)
            theirs.append(other)
            print(f"  time: {own * 1000:.0f} ms of python-docx's {other * 1000:.0f} ms, {own / other:.2f}")
    if shares:
        print(
            f"words of the PDF found: {min(shares):.4f} at least, {statistics.median(shares):.4f} in the middle"
        )
    if ours:
        print(f"time against python-docx: {sum(ours) / sum(theirs):.2f} of all, "
              f"{max(a / b for a, b in zip(ours, theirs, strict=True)):.2f} at most")  # fmt: skip


def _print(path: Path, pdf: Path) -> Iterator[float]:
    content = path.read_bytes()
    try:
        read = document.read(content, None, Hint(path.name), reference_data())
    except Refusal as refusal:
        print(f"  refused: {refusal}")
        read = None
    layout = formats.lay_out(content, None, path.name)
    head, _ = masthead.take(layout)
    print(f"  {[str(s) for s in head.symbols]} ({head.symbol_evidence}), {head.distribution_date}, {head.original_language}, "
          f"session {head.session}, items {list(head.agenda_items)}, job {head.job_number}")  # fmt: skip
    print(f"  title: {head.title}")
    print(f"  author: {head.author}, organs {list(head.organs)}")
    if read is not None:
        _print_read(read)
    said = " ".join(block.text for block in layout.blocks)
    _print_lost(content, said)
    if pdf.is_file():
        share, missing, nowhere = _compared(pdf, said)
        print(f"  PDF: {share:.4f} of its words are here; most missed {missing}")
        print(f"  nowhere here (running heads and head rows repeat words): {nowhere}")
        yield share


def _print_read(read: Document) -> None:
    structure = read.structure
    numbered = [p for p in structure.paragraphs if re.fullmatch(r"(?:[\w-]+:)?(?:\d+[A-Z]?\.)?\d+", p.label)]
    kinds = Counter(p.kind for p in structure.paragraphs)
    print(f"  {read.identity.document_id}, {read.kind}: {len(structure.paragraphs)} paragraphs {dict(kinds)}")
    print(f"  numbered {len(numbered)} ({numbered[0].label if numbered else '-'} to {numbered[-1].label if numbered else '-'}), "
          f"gaps {_gaps(p.label for p in numbered)}, headings {len(structure.sections)}")  # fmt: skip
    loose = [f.marker for f in structure.footnotes if f.paragraph_eid is None]
    tables = {c.table_ordinal for c in structure.cells}
    print(
        f"  footnotes {len(structure.footnotes)} (not in a paragraph: {loose}), tables {len(tables)}, cells {len(structure.cells)}"
    )
    print(f"  text conserved {read.text_conserved:.4f}, furniture inside text {furniture_in(read)}")


def _gaps(labels: Iterable[str]) -> list[str]:
    split = [label.rpartition(":") for label in labels]
    pairs = pairwise((scope, *number.rpartition(".")) for scope, _, number in split)
    return [
        f"{b[1]}.{b[3]} after {a[3]}"
        for a, b in pairs
        if a[0] == b[0] and int(b[3]) not in {int(a[3]) + 1, 1}
    ]


def furniture_in(read: Document) -> list[str]:
    """Texts that are nothing but a running head, a page number or a job number."""
    job = re.compile(r"(?<![\w/-])\d{2}-\d{5}(?: \([A-Z]\))?(?![\w-])|\*\d{7}\*")
    texts = [p.text for p in read.structure.paragraphs] + [s.heading for s in read.structure.sections]
    own = set(read.identity.symbols)
    return [t[:60] for t in texts if furniture.pieces(t) or t in own or job.search(t)]


def _print_lost(content: bytes, said: str) -> None:
    """Words that python-docx sees in the body and the layout has not, and the other way round."""
    opened = docx.Document(io.BytesIO(content))
    texts = (t.text or "" for t in opened.element.body.iter("{*}t"))
    fallback = sum(len(_words(str(e.xpath("string()")))) for e in opened.element.body.iter("{*}Fallback"))
    held, here = _counted(" ".join(texts)), _counted(said)
    missed = held - here
    print(
        f"  w:t words {held.total()}, not here {missed.total()} {missed.most_common(4)} (in Fallback: {fallback})"
    )


def _compared(pdf: Path, said: str) -> tuple[float, list[tuple[str, int]], list[str]]:
    """The share of a PDF's words that are here as often, those that are missed most, and those that are not here at all."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = " ".join(page.get_textpage().get_text_bounded() for page in opened)
    theirs, ours = _counted(text), _counted(said)
    missing = theirs - ours
    nowhere = [word for word, _ in missing.most_common() if word not in ours]
    return 1 - missing.total() / max(1, theirs.total()), missing.most_common(12), nowhere


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("\ufffe", "").replace("\u00ad", "").lower())


def _counted(text: str) -> Counter[str]:
    return Counter(_words(text))


def _timed(content: bytes, name: str) -> tuple[float, float]:
    """The best of some turns of each."""
    ours, theirs = [], []
    for _ in range(TURNS):
        began = time.process_time()
        formats.lay_out(content, None, name)
        between = time.process_time()
        _python_docx(content)
        theirs.append(time.process_time() - between)
        ours.append(between - began)
    return min(ours), min(theirs)


def _python_docx(content: bytes) -> int:
    """Open a file and read its paragraphs and the cells of its tables, as python-docx's users do."""
    opened = docx.Document(io.BytesIO(content))
    size = sum(len(paragraph.text) for paragraph in opened.paragraphs)
    return size + sum(len(text) for table in opened.tables for text in _cells(table))


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (cell.text for cell in row.cells)


if __name__ == "__main__":
    main()
