"""What is kept of a document: its bytes, where they came from, what stood there before.

>>> list(of_bytes(home, reading))[0]
'  bytes     5d41… (18,302 bytes, kept)'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from flows.home import Home
from transforms import symbols
from transforms.corpus import key
from warehouse.ledger import Acceptance, Reading, Refused, Verdict


def of_bytes(home: Home, reading: Reading) -> Iterator[str]:
    """The bytes of a reading, where they came from and when, and what the same place held before."""
    kept = "kept" if home.blobs.has(reading.content_sha256) else "MISSING"
    yield f"  bytes     {reading.content_sha256} ({reading.byte_count:,} bytes, {kept})"
    yield f"  fetched   {reading.fetched_time:%Y-%m-%d %H:%M:%S}Z from {reading.url} (event {reading.sequence})"
    made = home.ledger().readable(reading).converted
    if made is not None:
        yield f"  converted {made.sha256} ({made.media_type}, by {made.converter})"
    yield from _history(home, reading)


def _history(home: Home, reading: Reading) -> Iterator[str]:
    """What the same place held before, the newest first, and what it holds now where that does not stand."""
    ledger = home.ledger()
    for other in reversed(ledger.history(reading.url)):
        if other.content_sha256 == reading.content_sha256:
            continue
        when = "before" if other.sequence < reading.sequence else "after"
        yield (
            f"  {when:<9} {other.content_sha256}, fetched {other.fetched_time:%Y-%m-%d %H:%M:%S}Z "
            f"(event {other.sequence})"
        )
        verdicts = ledger.verdicts(other)
        yield from (f"            {_said(verdict)}" for verdict in verdicts)
        if not verdicts:
            yield "            never judged"


def _said(verdict: Verdict) -> str:
    by = f"by reader {verdict.reader_fingerprint}, gate {verdict.gate_fingerprint} (event {verdict.sequence})"
    match verdict:
        case Acceptance():
            return f"accepted as {verdict.document_id} {by}"
        case Refused():
            return f"refused: {verdict.reason} {by}"
        case _ as never:
            assert_never(never)


def named_otherwise(acceptance: Acceptance) -> Iterator[str]:
    """A line where the file's name says another symbol than the document prints."""
    named = symbols.from_file_name(acceptance.reading.name)
    printed = {key(symbol) for symbol in acceptance.symbols}
    if named is not None and not printed & {key(str(symbol)) for symbol in named[0]}:
        yield f"  named     {acceptance.reading.name}, prints {' and '.join(acceptance.symbols)}"
