"""How much a quick look tells of real files, and how often it is wrong.

    python -m tests.measure_glance --corpus ../shared/corpus

The file's name and the corpus's own list are both made by machines and both wrong in places; `BY_THE_PAGE` holds what a
person reads on the first page where they and the look differ.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import Refusal
from transforms.glance import Glance, Mismatch, glance, is_whole, mismatch
from transforms.symbols import Symbol, from_file_name, join, parse, repair

BY_THE_PAGE = {
    "1971-09-29_A_L.632-EN.pdf": "A/L.632, a scan of one page, so read once only",
    "1971-10-25_GA_Resolution_2758_ru.pdf": "a page of resolutions 2751 to 2758 (XXVI) in Russian, a scan without text",
    "A_39_361.en.pdf": "A/39/361, a scan that reads `A/39/36I`",
    "A_45_696_Add.1.en.pdf": "A/45/696/Add.1, a scan without text",
    "A_61_204-S_2006_590.txt": "no symbol: the masthead was cut off when the text was taken out",
    "A_73_321.txt": "no symbol: the masthead was cut off when the text was taken out",
    "A_CN.10_2025_INF_1.en.pdf": "a list of participants in five languages",
    "E_2024_1.en.pdf": "A/AC.292/2024/3 in Spanish",
    "E_CN.4_110.en.pdf": "E/CN.4/110, a scan that reads `E/CNA/UO`, in English and French",
    "E_CN.4_149.en.pdf": "E/CN.4/149, a scan that reads `s/ou/na`",
    "E_ICEF_672(PartI).en.pdf": "E/ICEF/672 (Part I) in French",
    "E_ICEF_672(PartII).en.pdf": "E/ICEF/672 (Part II) in French",
    "S_2024_145.en.pdf": "CEDAW/C/CAF/CO/6 in Russian",
    "S_PRST_2007_22-0739405E.xml": "a statement by the President with S/RES/1626 (2005) on its cover",
    "S_RES_2685_G.xml": "resolution 2685 (2023) with S/RES/2683 (2023) on its cover",
}
LANGUAGES = {"Arabic": "ar", "Chinese": "zh", "French": "fr", "German": "de", "Russian": "ru", "Spanish": "es", "English": "en"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """One file looked at."""

    path: Path
    seen: Glance
    milliseconds: float
    is_whole: bool
    named: tuple[tuple[Symbol, ...], str | None] | None
    listed: tuple[Symbol, ...]

    @property
    def wrong(self) -> Mismatch | None:
        """What the file is instead of what its name says."""
        return mismatch(self.seen, *self.named) if self.named else None


def main() -> None:
    """Look at every file and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    corpus = parser.parse_args().corpus
    listed = _listed(corpus / "MANIFEST.tsv")
    for kind in ("pdf", "docx", "doc", "akn", "seeds"):
        _print(kind, tuple(_measure(corpus / kind, listed)))


def _measure(folder: Path, listed: dict[str, tuple[Symbol, ...]]) -> Iterator[Measured]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        try:
            glance(content, path.name)  # once for the caches
            began = time.perf_counter()
            seen = glance(content, path.name)
        except Refusal as refused:
            print(f"  {path.name}: {refused}")
            continue
        took = (time.perf_counter() - began) * 1000
        whole = is_whole(content, seen.media_type)
        yield Measured(path, seen, took, whole, from_file_name(path.name), listed.get(path.name, ()))


def _print(kind: str, all_: tuple[Measured, ...]) -> None:
    times = [m.milliseconds for m in all_]
    named = [m for m in all_ if m.named]
    listed = [m for m in all_ if m.listed]
    print(f"{kind}: {len(all_)} files, {sum(m.is_whole for m in all_)} whole")
    print(
        f"  symbol {sum(bool(m.seen.symbols) for m in all_)}, language {sum(m.seen.language is not None for m in all_)};"
        f" {statistics.median(times):.1f} ms in the middle, {max(times):.1f} ms at most"
    )
    print(
        f"  of {len(named)} symbols in names {sum(_agrees(m.seen, m.named[0]) for m in named if m.named)} are those seen,"
        f" of {len(listed)} in the list {sum(_agrees(m.seen, m.listed) for m in listed)}"
    )
    for measured in all_:
        _print_difference(measured)


def _print_difference(measured: Measured) -> None:
    seen, name = measured.seen, measured.path.name
    said = [f"{join(s)} in the {where}" for where, s in _sayings(measured) if not _agrees(seen, s)]
    spoken = measured.named[1] if measured.named else LANGUAGES.get(measured.path.parent.name)
    said += [f"{spoken} in the name"] if spoken and spoken != seen.language else []
    if said:
        wrong = f" [{measured.wrong.reason}]" if measured.wrong else ""
        print(
            f"  {name}: seen {join(seen.symbols) or 'no symbol'}, {seen.language or 'no language'}; {', '.join(said)}{wrong}"
        )
        print(f"    on the page: {BY_THE_PAGE.get(name, '?')}")


def _sayings(measured: Measured) -> Iterator[tuple[str, tuple[Symbol, ...]]]:
    if measured.named:
        yield "name", measured.named[0]
    if measured.listed:
        yield "list", measured.listed


def _agrees(seen: Glance, symbols: tuple[Symbol, ...]) -> bool:
    """Whether the symbols are those seen; half a joint one and a resolution without its year are no difference."""
    return bool(seen.symbols) and mismatch(seen, symbols, None) is None


def _listed(manifest: Path) -> dict[str, tuple[Symbol, ...]]:
    """The symbols of the corpus's list by file name; those that are none are left out."""
    found = {}
    with manifest.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            try:
                found[Path(row["file"]).name] = _read(row["symbol"])
            except Refusal:
                print(f"  the list has no symbol for {row['file']}: {row['symbol']!r}")
    return found


def _read(text: str) -> tuple[Symbol, ...]:
    try:
        return parse(text)
    except Refusal:
        return repair(text)


if __name__ == "__main__":
    main()
