"""Sources that have a name alone: what they are made of is known to who asks them.

>>> UnitedNations().name, Watched().name
('un', 'watchlist')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from flows.sources import Source
from flows.sources.un.politeness import Budget


@dataclass(frozen=True, slots=True)
class UnitedNations:
    """The UN's document system, asked for the symbols that are given."""

    name: str = "un"


@dataclass(slots=True)
class Watched:
    """What the watchlist says, asked of the UN's document system and its library: one run over it.

    Attributes:
        started: what was asked for since then is not asked for again in this run.
        budget: the requests that the run may still make; None before the first.
        spent: how many documents each entry has asked for in this run.
    """

    name: str = "watchlist"
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    budget: Budget | None = None
    spent: dict[str, int] = field(default_factory=dict)

    def requests(self, most: int) -> Budget:
        """The budget of this run, which begins with so many requests."""
        if self.budget is None:
            self.budget = Budget(most)
        return self.budget


Provider = Source | UnitedNations | Watched
"""Whatever documents may come from."""
