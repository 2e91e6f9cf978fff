"""The summary of a vote (996) -> its numbers.

>>> votes(Field("996", (("a", "Adopted 13-0-2, 8000th meeting"),))).abstaining
2
"""

from __future__ import annotations

import re

from transforms.catalogue.fields import Field
from transforms.catalogue.values import Votes

_WITHOUT = re.compile(r"\bwithout (?:a |recorded )?vote\b|\bby (?:consensus|acclamation)\b", re.IGNORECASE)
_TALLY = re.compile(r"(?<![\w/.-])([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})(?![\w/-])")
_NUMBER = re.compile(r"[0-9]{1,4}")


def votes(field: Field) -> Votes | None:
    """The vote that the field summarizes: in its own subfields, else in its words; None for an empty field."""
    text = field.first("a") or ""
    yes, no, abstaining, non_voting = (_count(field.first(code)) for code in "bcde")
    if (yes, no, abstaining) == (None, None, None) and (tally := _TALLY.search(text)):
        yes, no, abstaining = map(int, tally.groups())
    is_counted = (yes, no, abstaining) != (None, None, None)
    if not text and not is_counted and non_voting is None:
        return None
    is_without_vote = not is_counted and _WITHOUT.search(text) is not None
    return Votes(yes, no, abstaining, non_voting, is_without_vote, text)


def _count(text: str | None) -> int | None:
    return int(text) if text is not None and _NUMBER.fullmatch(text) else None
