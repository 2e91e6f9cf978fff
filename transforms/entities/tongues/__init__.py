"""Passages in Arabic, Chinese, French, Russian or Spanish -> the states, places and dates named in them.

>>> named = find([Passage("para_1", "au Mali le 3 mai 2023")], gazetteer, "fr")
>>> [(mention.type, mention.ids) for mention in named]
[('COUNTRY', ('geo:MLI',)), ('DATE', ('edtf:2023-05-03',))]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.entities.tongues.days import days
from transforms.entities.tongues.states import state_finder
from transforms.gazetteer import Gazetteer
from transforms.passages import Mention, Passage

__all__ = ["REPLACED", "find"]

REPLACED = frozenset({"COUNTRY", "DATE"})
"""The types that are found here, and not by English words, in a document in one of these languages.

Places and regions that English words find are kept: "New York" and "Sahel" are spelled alike in several.
"""


def find(passages: Sequence[Passage], gazetteer: Gazetteer, language: str) -> list[Mention]:
    """The mentions of all passages, in order, none overlapping another: a name goes before a date within it."""
    return [
        mention
        for index, passage in enumerate(passages)
        for mention in _apart(_named(index, passage.text, gazetteer, language))
    ]


def _named(index: int, text: str, gazetteer: Gazetteer, language: str) -> Iterator[Mention]:
    for start, end, identifier in state_finder(gazetteer, language).find(text):
        kind = gazetteer.entities[identifier].type
        yield Mention(index, start, end, kind, (identifier,), None, "main", "gazetteer", 0.95)
    for start, end, value in days(text, language):
        yield Mention(index, start, end, "DATE", (f"edtf:{value}",), value, "main", "date", 0.95)


def _apart(found: Iterator[Mention]) -> Iterator[Mention]:
    reach = 0
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if mention.start >= reach:
            yield mention
            reach = mention.end
