"""Progress: how far a stage is, told to whoever watches. Plain functions tell; a terminal or nobody listens.

>>> told = []
>>> watch: Watch = lambda stage, done, total: told.append((stage, done, total))
"""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Told of each step: the stage, how many are done, and of how many where that is known."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take notice."""


def silent(stage: str, done: int, total: int | None) -> None:
    """Nobody watches."""
