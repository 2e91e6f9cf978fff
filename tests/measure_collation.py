"""How much several real files of one document agree, as the table `witnesses` would say, and in what they differ.

    python -m tests.measure_collation --corpus ../shared/corpus --shown 3

The published file of each pair is the DOCX or the AKN4UN XML, the other the PDF of the same name or symbol.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from flows.reading import Read, rows_of
from transforms.collation import Difference, collate, lines_of
from transforms.errors import Refusal
from transforms.schema import DIFFERENCE_KINDS
from warehouse.ledger import Reading

_FIXED = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Read and compare every pair; print a line a pair, what differs, and the sum."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--shown", type=int, default=0, help="differences in words shown for each pair")
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    for here, there in _pairs(asked.corpus):
        total += _compared(here, there, asked.shown)
    if total["compared"]:
        exact = total["agreeing"] / total["compared"]
        print(
            f"\n{total['pairs']} pairs: {exact:.4f} of {total['compared']} paragraphs agree; {_told(total)}"
        )


def _pairs(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """DOCX and PDF files of one name, then AKN4UN XML and PDF files of one resolution in English."""
    for path in sorted((corpus / "docx").glob("*.docx")):
        other = corpus / "pdf" / f"{path.stem}.pdf"
        if other.exists():
            yield path, other
    sheets = {
        _bare(path): path
        for path in sorted((corpus / "akn").rglob("*.xml"))
        if "english" in str(path).lower()
    }
    for path in sorted((corpus / "pdf").glob("*RES*.pdf")):
        if _bare(path) is not None and (sheet := sheets.get(_bare(path))) is not None:
            yield sheet, path


def _bare(path: Path) -> str | None:
    """The number of the Security Council's resolution that a file is named for."""
    found = re.match(r"S_RES_(\d+)", path.name)
    return found[1] if found else None


def _compared(here: Path, there: Path, shown: int) -> Counter[str]:
    readings = []
    for path in (here, there):
        try:
            readings.append(_read(path))
        except Refusal as refusal:
            print(f"{path.name}: {refusal.reason}: {refusal.message[:100]}")
            return Counter()
    one, other = readings
    is_one = "" if one.document_id == other.document_id else f"  ANOTHER DOCUMENT: {other.document_id}"
    started = time.perf_counter()
    found = collate(lines_of(one.tables), lines_of(other.tables))
    spent = time.perf_counter() - started
    kinds = Counter(each.kind for each in found.differences)
    agreement = "-" if found.agreement is None else f"{found.agreement:.4f}"
    print(
        f"{one.document_id:24} {agreement:>6} of {found.compared:4}  {_told(kinds)}  {spent * 1000:.0f} ms{is_one}"
    )
    for each in [each for each in found.differences if each.kind not in ("spacing", "typography")][:shown]:
        print(f"    {_shown(each)}")
    return Counter({**kinds, "pairs": 1, "compared": found.compared, "agreeing": found.agreeing})


def _read(path: Path) -> Read:
    reading = Reading(
        path.name, path.name, None, None, "0" * 64, None, 1, "folder", path.stat().st_size, _FIXED
    )
    return rows_of(path.read_bytes(), reading, "0" * 16, None)


def _told(kinds: Counter[str]) -> str:
    return ", ".join(f"{kinds[kind]} {kind}" for kind in DIFFERENCE_KINDS if kinds[kind]) or "no difference"


def _shown(one: Difference) -> str:
    line = one.here or one.there
    assert line is not None
    words = (
        one.words or (one.here.text if one.here else ""),
        one.other_words or (one.there.text if one.there else ""),
    )
    return f"{one.kind} {line.label}: {words[0][:90]!r} | {words[1][:90]!r}"


if __name__ == "__main__":
    main()
