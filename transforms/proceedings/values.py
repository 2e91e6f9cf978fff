"""How a text came to be: its steps, who sponsored it, how it was voted on.

>>> Vote("metadata", yes_count=120, no_count=5, abstaining_count=30).is_counted
True
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from transforms.passages import Entity


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `outcome` is one of `OUTCOMES`, `symbol` canonical where it can be read as a symbol."""

    outcome: str
    date: dt.date | None
    symbol: str | None
    words: str | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who put a draft forward.

    Args:
        role: `sponsor`, or `additional_sponsor` where it joined later.
        name: as the file has it, without for whom.
        entity_id: the state or body, where the gazetteer knows it.
        on_behalf_of: for whom, in the file's words.
        draft_symbol: the draft.
    """

    role: str
    name: str
    entity_id: str | None
    on_behalf_of: str | None
    draft_symbol: str | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one state voted: `yes`, `no`, `abstaining`, or `other` where the file knows another way."""

    position: str
    state_name: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote.

    Args:
        source: `metadata` where the file states it for machines, `text` where the document prints it.
        is_without_vote: whether the text was adopted without one; None where nothing is said.
        is_adopted: whether it was adopted; None where the words do not say.
        voted_symbol: what was voted on; None where it is not certain.
        meeting_symbol: the record of the meeting.
        passage: index of the passage that prints it, with the offsets of its words.
        surface: the words, as printed or stated.
    """

    source: str
    yes_count: int | None = None
    no_count: int | None = None
    abstaining_count: int | None = None
    is_without_vote: bool | None = None
    is_adopted: bool | None = None
    voted_symbol: str | None = None
    vote_date: dt.date | None = None
    meeting_symbol: str | None = None
    passage: int | None = None
    start: int | None = None
    end: int | None = None
    surface: str | None = None
    ballots: tuple[Ballot, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether votes were counted."""
        return self.yes_count is not None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """All that is known of how a text came to be."""

    steps: tuple[Step, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    votes: tuple[Vote, ...] = ()
    entities: tuple[Entity, ...] = ()
