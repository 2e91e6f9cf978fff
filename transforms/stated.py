"""What a file states of its document for machines, and prints nowhere: keywords, how it was made, how it was voted on.

A format's reader fills these values as the file has them; `subjects` and `proceedings` make rows of them.

>>> Stated(votings=(Voting("adoptedRecordedVote", (Count("against", 2, ("PALAU", "NAURU")),)),)).votings[0].counts[0].number
2
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keyword:
    """A subject as a file states it.

    Args:
        dictionary: the list it is of, as the file names it (`UNBIS Thesaurus`, `SDGO`, `A/77/251`).
        value: the keyword itself, or the number of an item.
        label: how it is to be shown.
        uri: its address, where the file gives one.
        role: what else than a subject it is: `agenda`, `title`.
    """

    dictionary: str
    value: str
    label: str
    uri: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way of a text, from draft to adoption.

    Args:
        outcome: what came of it, as the file says it (`draftResolution`); empty where it does not.
        symbol: the document in which the step can be read: the draft, the report, the record of the meeting.
        words: who took it or how, in the file's words.
        reference: a place in that document, or the chapter of the Charter acted under.
    """

    outcome: str
    date: dt.date | None
    symbol: str | None
    words: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many voted one way (`inFavour`), and who."""

    position: str
    number: int
    voters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voting:
    """One vote: its outcome in the file's word, empty where there is none, and its counts."""

    outcome: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """All that a file states; nothing where its format has no place for it."""

    keywords: tuple[Keyword, ...] = ()
    steps: tuple[Step, ...] = ()
    votings: tuple[Voting, ...] = ()


NOTHING = Stated()
"""What most files state."""
