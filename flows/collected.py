"""What a collection met: how much was offered or asked for, how much of it is new, and what was not taken.

>>> (Collected(offered=2, fetched=1) + Collected(offered=1)).offered
3
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from flows.sources import Absent, Declined

MISNAMED = "misnamed"
"""The code of a file that is taken, and is another than its name says."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something asked for that is no symbol, and what to do about it; it is told and not recorded."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A document that did not come as it was asked for, or is another than its name says; `reason` is a stable code."""

    name: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection met.

    Attributes:
        offered: files that a source has, or documents that a server was asked for.
        fetched: how many of them are new or changed.
        unchanged: how many a server gave again as they are held.
        known: how many were not asked for, since what is known of them is new enough.
        elsewhere: files that are there in languages that were not asked for.
        records: descriptions of a catalogue that are new or changed.
        left: documents that the next run has to ask for, because the budget or a server's patience ran out.
        later: documents that following runs take, since an entry of the watchlist asks for so many in one run.
        unsettled: documents for which a server gave no answer that can be believed; the next run asks again.
    """

    offered: int = 0
    fetched: int = 0
    unchanged: int = 0
    known: int = 0
    elsewhere: int = 0
    records: int = 0
    left: int = 0
    later: int = 0
    unsettled: int = 0
    declined: tuple[Declined, ...] = ()
    absent: tuple[Absent, ...] = ()
    malformed: tuple[Malformed, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def misnamed(self) -> int:
        """How many files are another document, or in another language, than their names say."""
        return sum(trouble.reason == MISNAMED for trouble in self.troubles)

    def __add__(self, other: Collected) -> Collected:
        """Both together."""
        return Collected(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})
