"""A record's notes -> the resolutions and decisions that asked for the document.

>>> mandate(["Submitted pursuant to General Assembly resolution 78/70."], None).symbols
('A/RES/78/70',)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.catalogue.days import MONTHS
from transforms.catalogue.spelling import canonical
from transforms.citations import CitationContext, Reference, cite, find_triggers
from transforms.errors import Refusal
from transforms.symbols import parse

_ASKED = re.compile(
    r"\b(?:pursuant to|in (?:accordance|compliance|conformity|response|pursuance|fulfill?ment|implementation) (?:with|to|of)"
    r"|(?:as )?(?:requested|called for|mandated|decided|invited) (?:in|by|under)|by virtue of)\b",
    re.IGNORECASE,
)
_MANDATE = re.compile(r"\b(?:resolution|decision)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\bNo)(?<!\bNos)(?<!\bpara)(?<!\bparas)(?<!\bsect)\. +(?=[A-Z])")
_TYPES = frozenset({"RES", "DEC", "DECISION", "PRST"})
_LONGEST = 4_000
"""Characters. No real note has as many."""

_SHORT = {
    "res": "resolution", "ress": "resolutions", "resol": "resolution", "dec": "decision", "decs": "decisions",
    "GA": "General Assembly", "SC": "Security Council", "ECOSOC": "Economic and Social Council",
    "HRC": "Human Rights Council",
}  # fmt: skip
_SHORTENED = re.compile(
    r"\b(?P<word>[Rr]ess|[Rr]esol|[Rr]es|decs|dec)\.(?= ?\d| [A-Z]{1,2}-\d)"
    r"|\b(?P<body>GA|SC|ECOSOC|HRC)(?= (?:res|dec))"
    rf"|(?<=\d )(?P<month>{'|'.join(start.title() for start in MONTHS)})t?\.(?= \d{{4}})"
)


class Mandate(NamedTuple):
    """The notes that name a mandate, joined by a space, and the symbols they name."""

    note: str | None
    symbols: tuple[str, ...]


def mandate(notes: Iterable[str], organ: str | None) -> Mandate:
    """What the notes say asked for the document.

    Args:
        notes: the texts of 500.
        organ: the id of the body whose document it is; it says whose "resolution 32/13" is meant.
    """
    told: list[str] = []
    named: list[str] = []
    for note in notes:
        text = _SHORTENED.sub(_in_full, note[:_LONGEST])
        cited = [
            each for each in cite(text, find_triggers(text), CitationContext(organ)) if _is_mandate(each)
        ]
        for start, end in _asking(text):
            meant = [each for each in cited if start <= each.start < end]
            if meant or _MANDATE.search(text, start, end):
                told.append(note)
                named.extend(symbol for each in meant for symbol in each.cited_symbols)
    return Mandate(" ".join(dict.fromkeys(told)) or None, canonical(named))


def _asking(text: str) -> Iterator[tuple[int, int]]:
    """What stands between `pursuant to` and the end of its sentence."""
    for asked in _ASKED.finditer(text):
        end = _SENTENCE.search(text, asked.end())
        yield asked.end(), end.start() if end else len(text)


def _is_mandate(found: Reference) -> bool:
    return bool(found.cited_symbols) and (
        found.type == "RESOLUTION" or all(_is_text(symbol) for symbol in found.cited_symbols)
    )


def _is_text(symbol: str) -> bool:
    """Whether the symbol is that of a resolution, decision or presidential statement."""
    try:
        return all(each.type in _TYPES for each in parse(symbol))
    except Refusal:
        return False


def _in_full(found: re.Match[str]) -> str:
    if found["month"]:
        return MONTHS[found["month"].lower()]
    return _SHORT[found["body"] or found["word"].lower()]
