"""Fakes: a source in memory, invented documents, readers that misbehave on purpose."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flows.contained import Unread
from flows.reading import Outcome
from flows.sources import Declined, Found, Look, Offer, Wanted
from warehouse.ledger import Reading


@dataclass(frozen=True, slots=True)
class Memory:
    """A source whose files are a mapping of names to bytes."""

    files: Mapping[str, bytes]
    declined: tuple[Declined, ...] = ()
    name: str = "memory"

    def offer(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> Iterator[Offer]:
        for name in sorted(self.files):
            yield Found(f"memory:/{name}", name, self.files[name], None, None, None)
        yield from self.declined


@dataclass(slots=True)
class Told:
    """A watcher that remembers."""

    seen: list[tuple[str, int, int | None]] = field(default_factory=list)

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        self.seen.append((stage, done, total))


def report(symbol: str, *sentences: str) -> bytes:
    """An invented report in UN layout with one numbered paragraph a sentence."""
    paragraphs = "\n\n".join(f"{n}. {sentence}" for n, sentence in enumerate(sentences, start=1))
    return f"""United Nations {symbol}

General Assembly

Distr.: General
14 March 2019

Original: English

Seventy-third session
Agenda item 999

Lending of tide gauges

Report of the Secretary-General

{paragraphs}
""".encode()


def misbehave(home: str, reading: Reading, fingerprint: str) -> Outcome:
    """A reader that does what the file's name says."""
    match reading.name:
        case "crash.txt":
            os._exit(7)
        case "hang.txt":
            time.sleep(60)
        case "raise.txt":
            raise RuntimeError("a bug in the reader")
        case "greed.txt":
            raise MemoryError
    return Unread("empty", f"{reading.name} was read by a fake")
