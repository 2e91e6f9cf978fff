"""Converting: bytes that we cannot read alone become, by another program, bytes that we can; both are kept.

No two versions of such a program make the same of a file, so what one made is recorded as a fact: a document is read
again, and a release rebuilt, from what was made then, also where the program is not installed.

    >>> complete(home, readers, batch, outcomes)
    [Read(document_id='A/62/100@en', ...), ...]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.contained import Unread
from flows.converting import libreoffice, tesseract
from flows.converting.values import Converter, Made, Tool
from flows.home import Home
from flows.reading import Outcome, Readers
from transforms.errors import NEEDS_LIBREOFFICE, NO_TEXT_LAYER
from warehouse.events import ContentConverted, content_stream
from warehouse.ledger import Reading, Refused

__all__ = ["complete", "is_in_reach"]

_TOOLS: Mapping[str, Tool] = {NEEDS_LIBREOFFICE: libreoffice.TOOL, NO_TEXT_LAYER: tesseract.TOOL}
"""Which program helps a document that was refused for this reason."""


def is_in_reach(home: Home, refused: Refused) -> bool:
    """Whether a document was refused for want of a program that is installed now."""
    tool = _TOOLS.get(refused.reason)
    if tool is None or home.ledger().readable(refused.reading).converted is not None:
        return False
    return tool.find(home.settings) is not None


def complete(
    home: Home, readers: Readers, batch: Sequence[Reading], outcomes: Sequence[Outcome]
) -> list[Outcome]:
    """The outcomes of a batch, those that another program can help read once more from what it made."""
    done = list(outcomes)
    for reason, tool in _TOOLS.items():
        helped = {
            n: outcome
            for n, outcome in enumerate(done)
            if isinstance(outcome, Unread) and outcome.reason == reason and batch[n].converted is None
        }
        if helped and tool.find(home.settings) is None:
            advice = tool.advice(home.settings)
            done = [
                Unread(reason, f"{helped[n].message} {advice}") if n in helped else outcome
                for n, outcome in enumerate(done)
            ]
        elif helped:
            again = _converted(home, readers, tool.convert, [batch[n] for n in helped])
            for n, outcome in zip(helped, again, strict=True):
                done[n] = outcome
    return done


def _converted(
    home: Home, readers: Readers, converter: Converter, readings: Sequence[Reading]
) -> list[Outcome]:
    """The outcome of each reading after its bytes, each once, were converted."""
    each = {reading.content_sha256: reading for reading in readings}
    made = dict(zip(each, converter(home, readers, tuple(each.values())), strict=True))
    home.record(
        [
            (
                content_stream(sha256),
                ContentConverted(sha256, one.sha256, one.byte_count, one.media_type, one.converter),
            )
            for sha256, one in made.items()
            if isinstance(one, Made)
        ]
    )
    able = [home.ledger().readable(r) for r in readings if isinstance(made[r.content_sha256], Made)]
    read = readers.finish(able, readers.begin(home.path, able))
    answers = ((reading, made[reading.content_sha256]) for reading in readings)
    return [
        next(read) if isinstance(one, Made) else Unread(one.reason, f"{reading.name} {one.message}")
        for reading, one in answers
    ]
