"""What is held, judged, due and published: a pure fold over the events of the log.

Folding some events and then the rest gives the same ledger as folding all of them.

    >>> ledger = fold(log.read())
    >>> ledger = fold(log.read(after=ledger.position), start=ledger)
    >>> [reading.url for reading in ledger.due("reader-1", "gate-1")]
    ['sample:/A_999_7-EN.txt']
"""

from warehouse.ledger.asking import Asking, AskKey
from warehouse.ledger.folding import fold
from warehouse.ledger.holding import HeldAs, held_as
from warehouse.ledger.ledger import EMPTY, Ledger
from warehouse.ledger.values import (
    Absence,
    Acceptance,
    Catalogued,
    Converted,
    Declined,
    Published,
    Reading,
    ReadingKey,
    Refused,
    Stopped,
    Verdict,
    VerdictKey,
    Witness,
)

__all__ = [
    "EMPTY",
    "Absence",
    "Acceptance",
    "AskKey",
    "Asking",
    "Catalogued",
    "Converted",
    "Declined",
    "HeldAs",
    "Ledger",
    "Published",
    "Reading",
    "ReadingKey",
    "Refused",
    "Stopped",
    "Verdict",
    "VerdictKey",
    "Witness",
    "fold",
    "held_as",
]
