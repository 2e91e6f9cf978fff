"""One run over hostile and good files together, in a process of its own whose memory nothing else makes grow.

python -m tests.hostile.running make HOME [slow]   put the files into a home
python -m tests.hostile.running read HOME          read them, and print what came of each
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from flows.confinement import in_use
from flows.contained import Unread
from flows.reading import Outcome, Read, Readers
from flows.settings import Settings
from tests.flows.fakes import report
from tests.hostile import FILES
from tests.hostile.parsers import SLOW, TRICKS, read
from warehouse.blobs import Blobs
from warehouse.ledger import Reading

LIMITS = {"read_timeout": 12.0, "read_cpu": 4.0, "read_memory": 512 << 20, "read_output": 4 << 20}
EVERY = 4
"""After so many hostile files stands a good one."""


def files(*, slow: bool) -> Iterator[tuple[str, bytes]]:
    """Hostile files, those that make parsers misbehave, and good ones between them."""
    hostile = [(each.name, each.make) for each in FILES if slow or not each.is_slow]
    tricks = [
        (called(trick), partial(_good, 997, n))
        for n, trick in enumerate(TRICKS, 1)
        if slow or trick not in SLOW
    ]
    for n, (name, content) in enumerate([*hostile, *tricks]):
        yield name, content()
        if n % EVERY == 0:
            yield f"A_996_{n + 1}.txt", _good(996, n + 1)


def called(trick: str) -> str:
    """The name of the document that makes its parser do this."""
    return f"A_997_{list(TRICKS).index(trick) + 1}.{trick}.txt"


def _good(series: int, number: int) -> bytes:
    return report(f"A/{series}/{number}", "The gauges of the harbour were lent.", "They were returned.")


def make(home: Path, *, slow: bool) -> None:
    """Put the files into a home, and a list of them beside it."""
    blobs = Blobs(home / "blobs")
    listed = [(name, blobs.put(content), len(content)) for name, content in files(slow=slow)]
    (home / "listed.json").write_text(json.dumps(listed))


def readings(home: Path) -> list[Reading]:
    now = datetime(2020, 1, 1, tzinfo=UTC)
    return [
        Reading(
            f"memory:/{hashlib.sha256(name.encode()).hexdigest()}",
            name,
            None,
            None,
            sha256,
            None,
            size,
            "memory",
            1,
            now,
        )
        for name, sha256, size in json.loads((home / "listed.json").read_text())
    ]


def run(home: Path) -> dict[str, object]:
    """What came of each file, by its name, and how much this process grew while they were read."""
    found: dict[str, object] = {}
    every = readings(home)
    good = [each for each in every if each.name.startswith("A_996_")]
    started = perf_counter()
    with Readers(Settings(home=home, workers=2, **LIMITS), "reader-1", read) as readers:
        for outcome in readers.finish(good, readers.begin(home, good)):
            assert isinstance(outcome, Read)
        before = peak = in_use()
        begun = readers.begin(home, every)
        for reading, outcome in zip(every, readers.finish(every, begun), strict=True):
            found[reading.name] = told(outcome)
            peak = max(peak, in_use())
    return {"outcomes": found, "grown": peak - before, "seconds": perf_counter() - started}


def told(outcome: Outcome) -> dict[str, object]:
    """An outcome in a few words: a reason and a message, or who the document is and what it says."""
    if isinstance(outcome, Unread):
        return {"reason": outcome.reason, "message": outcome.message}
    assert isinstance(outcome, Read)
    texts = outcome.tables["paragraphs"].column("text").to_pylist()
    return {"id": outcome.document_id, "count": len(texts), "text": "\n".join(texts)[:2_000],
            "controls": sorted({c for text in texts for c in text if ord(c) < 32 or 127 <= ord(c) < 160})}  # fmt: skip


if __name__ == "__main__":
    what, folder, *more = sys.argv[1:]
    if what == "make":
        make(Path(folder), slow="slow" in more)
    else:
        sys.stdout.write(json.dumps(run(Path(folder))))
