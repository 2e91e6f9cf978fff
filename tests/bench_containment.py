"""Print what it costs to read real documents in a child process, and how much memory that process takes.

    python -m tests.bench_containment [--corpus FOLDER] [--rounds 5]

The same documents are read here and in one child process, in turns, because machines are noisy: first by the clock,
then by the processor's time of both processes together.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from flows import reading
from flows.confinement import in_use
from flows.contained import Unread
from flows.reading import Outcome, Read, Readers
from flows.settings import Settings
from warehouse.blobs import Blobs
from warehouse.ledger import Reading

FILES = Path(__file__).parents[2] / "shared" / "corpus"
KINDS = {".pdf", ".docx", ".txt", ".html", ".xml"}
FEWEST = 20_000
"""Bytes of a document of real size."""
ALLOWED = 1.10


class Cost(NamedTuple):
    """Seconds by the clock, and of the processor."""

    clock: float
    processor: float


def main() -> None:
    """Print both ratios, the start of a child process, and the memory of the documents that take most."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=FILES, help="a folder of documents")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = Settings(home=home, log=None, workers=1)
        readings = list(stored(asked.corpus, home))
        print(f"{len(readings)} documents of {sum(each.byte_count for each in readings) / 1e6:.1f} MB")
        compare(settings, readings, asked.rounds)
        weigh(settings, readings)


def stored(corpus: Path, home: Path) -> Iterator[Reading]:
    """The documents of real size below a folder, kept in a home; of AKN, which has hundreds alike, each thirtieth."""
    blobs, now = Blobs(home / "blobs"), datetime(2020, 1, 1, tzinfo=UTC)
    every = [p for p in sorted(corpus.rglob("*")) if p.suffix.lower() in KINDS and p.stat().st_size >= FEWEST]
    akn = [p for p in every if p.suffix == ".xml"]
    for path in [p for p in every if p.suffix != ".xml"] + akn[::30]:
        content = path.read_bytes()
        yield Reading(
            f"file:{path.name}", path.name, None, None, blobs.put(content), None, 1, "bench", len(content), now
        )  # fmt: skip


def compare(settings: Settings, readings: Sequence[Reading], rounds: int) -> None:
    """Read here and there in turns, and print the ratios."""
    began = perf_counter()
    with Readers(settings, "bench") as readers:
        readers.outcome(readers.start(process_time), "start")
        print(f"start of a process: {perf_counter() - began:.2f} s by the clock, once")
        here(settings.home, readings)
        there(readers, settings.home, readings)
        pairs = []
        for turn in range(rounds):
            pair = [here(settings.home, readings), there(readers, settings.home, readings)]
            pairs.append((pair[0], pair[1]))
            ratio = pair[1].clock / pair[0].clock
            print(
                f"  round {turn + 1}: here {pair[0].clock:.2f} s, contained {pair[1].clock:.2f} s, {ratio:.3f}"
            )
    clock = statistics.median(b.clock / a.clock for a, b in pairs)
    processor = statistics.median(b.processor / a.processor for a, b in pairs)
    print(
        f"contained against here: {clock:.3f} by the clock, {processor:.3f} of the processor (wanted: {ALLOWED:.2f})"
    )


def here(home: Path, readings: Sequence[Reading]) -> Cost:
    """Read all of them in this process."""
    gc.collect()
    clock, processor = perf_counter(), process_time()
    for each in readings:
        kept = reading.read_one(str(home), each, "bench")
        del kept
    return Cost(perf_counter() - clock, process_time() - processor)


def there(readers: Readers, home: Path, readings: Sequence[Reading]) -> Cost:
    """Read all of them in the child process, and take what comes of each."""
    gc.collect()
    before = _processor(readers)
    clock, processor = perf_counter(), process_time()
    for outcome in readers.finish(readings, readers.begin(home, readings)):
        del outcome
    spent = Cost(perf_counter() - clock, process_time() - processor)
    return Cost(spent.clock, spent.processor + _processor(readers) - before)


def _processor(readers: Readers) -> float:
    told = readers.outcome(readers.start(process_time), "time")
    assert isinstance(told, float)
    return told


def weigh(settings: Settings, readings: Sequence[Reading]) -> None:
    """Print what a fresh process holds, and the documents with which it held most."""
    with Readers(settings, "bench", weighed) as readers:
        base = readers.outcome(readers.start(in_use), "base")
        assert isinstance(base, int)
        print(f"a process that has read nothing holds {base / 1e6:.0f} MB")
        peaks = []
        for each, outcome in zip(
            readings, readers.finish(readings, readers.begin(settings.home, readings)), strict=True
        ):
            assert isinstance(outcome, Unread)
            peak, left, rows = json.loads(outcome.message)
            peaks.append((peak, left, rows, outcome.reason, each))
        print(f"after {len(readings)} documents it holds {peaks[-1][1] / 1e6:.0f} MB")
    for peak, left, rows, reason, each in sorted(peaks, key=lambda found: -found[0])[:6]:
        print(f"  peak {peak / 1e6:.0f} MB, {left / 1e6:.0f} MB left: {each.name}, {each.byte_count / 1e6:.2f} MB, {reason}, {rows / 1e6:.2f} MB of rows")  # fmt: skip


def weighed(home: str, each: Reading, fingerprint: str) -> Outcome:
    """The most memory that this process held while it read a document, what it holds after it, and the size of the rows."""
    with open("/proc/self/clear_refs", "w") as refs:  # noqa: PTH123 - the kernel's
        refs.write("5")
    outcome = reading.read_one(home, each, fingerprint)
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
    rows = sum(table.nbytes for table in outcome.tables.values()) if isinstance(outcome, Read) else 0
    reason = outcome.reason if isinstance(outcome, Unread) else "read"
    del outcome
    return Unread(reason, json.dumps([peak, in_use(), rows]))


if __name__ == "__main__":
    main()
