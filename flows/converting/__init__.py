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
from flows.converting.values import Converter, Made
from flows.home import Home
from flows.reading import Outcome, Readers
from flows.settings import Settings
from transforms.errors import NO_TEXT_LAYER, UNCONVERTED
from warehouse.events import ContentConverted, content_stream
from warehouse.ledger import Reading

__all__ = ["complete", "is_in_reach"]

_CONVERTERS: Mapping[str, Converter] = {UNCONVERTED: libreoffice.convert, NO_TEXT_LAYER: tesseract.convert}
"""Which program helps a document that was refused for this reason."""
_FINDERS = {libreoffice.MISSING: libreoffice.find, tesseract.MISSING: tesseract.find}
"""How to find the program without which a document was refused for this reason."""


def is_in_reach(reason: str, settings: Settings) -> bool:
    """Whether a document was refused for want of a program that is installed now."""
    find = _FINDERS.get(reason)
    return find is not None and find(settings) is not None


def complete(
    home: Home, readers: Readers, batch: Sequence[Reading], outcomes: Sequence[Outcome]
) -> list[Outcome]:
    """The outcomes of a batch, those that another program can help read once more from what it made."""
    done = list(outcomes)
    for reason, converter in _CONVERTERS.items():
        places = [
            n for n, outcome in enumerate(done) if isinstance(outcome, Unread) and outcome.reason == reason
        ]
        if places:
            answers = _converted(home, readers, converter, [batch[n] for n in places])
            for n, outcome in zip(places, answers, strict=True):
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
            (content_stream(sha256), _kept(home, sha256, one))
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


def _kept(home: Home, content_sha256: str, made: Made) -> ContentConverted:
    """What was made, on the disk before an event names it."""
    sha256 = home.blobs.put(made.content)
    return ContentConverted(content_sha256, sha256, len(made.content), made.media_type, made.converter)
