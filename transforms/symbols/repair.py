"""Misspelt symbols -> the ones that were meant, with what was changed; refused where that would be a guess.

Each rule answers a spelling seen in official files, e.g. `A/75/457Add.1` and `S/PV9261`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.errors import Refusal
from transforms.symbols.grammar import parse
from transforms.symbols.spelling import spell
from transforms.symbols.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Mended:
    """The symbols that were meant, and what had to be changed to read them (empty when nothing)."""

    symbols: tuple[Symbol, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    replacement: str
    change: str


_RULES = (
    _Rule(re.compile(r"/{2,}"), "/", "removed a doubled slash"),
    _Rule(re.compile(r"(?<=[\d)])(?=(?:Add|Corr|Rev|Amend)\. ?\d)", re.IGNORECASE), "/", "put a slash before the suffix"),
    _Rule(re.compile(r"(?<=\d)\.(?=(?:SR|PV|L|CRP|WP)\.\d)", re.IGNORECASE), "/", "put a slash before the type"),
    _Rule(re.compile(r"(?<=/)(SR|PV|L|CRP|WP)(?=\d)"), r"\1.", "put a point after the type"),
    _Rule(re.compile(r"(?<=/)(Add|Corr|Rev|Amend) ?(?=\d)", re.IGNORECASE), r"\1.", "put a point after the suffix"),
    _Rule(re.compile(r"^([AES])/(RES|DEC)/\1/(?=\d|E?S-\d)"), r"\1/\2/", "removed the body repeated after the type"),
    _Rule(re.compile(r"^A/HCR/"), "A/HRC/", "put the letters of HRC in order"),
    _Rule(re.compile(r"(?<=/)(AC|CN|CONF|WG)/(?=\d{1,3}/)"), r"\1.", "put a point before the body's number"),
    _Rule(re.compile(r"^S/0(\d\d)/(?=\d)"), r"S/20\1/", "completed the year"),
    _Rule(re.compile(r"^A/RES/(?=\d{1,4} ?\((?:199[4-9]|20\d\d)\))"), "S/RES/", "moved it to the Security Council, which counts by years"),
)  # fmt: skip
_DATED = re.compile(r"(A/RES/(\d{1,3})/\d+(?: [A-Z])?) ?\((\d{4})\)")


def repair(text: str) -> tuple[Symbol, ...]:
    """The symbols that `text` means. Raises `Refusal` as `parse` does where no certain reading exists."""
    return mend(text).symbols


def mend(text: str) -> Mended:
    """The symbols that `text` means, and what was changed to read them.

    Raises:
        Refusal: `malformed-symbol` where what was meant could only be guessed (`S/PRST/20`).
    """
    try:
        return Mended(parse(text), ())
    except Refusal as refusal:
        spelt, changes = _rewrite(spell(text))
        if not changes:
            raise
        try:
            return Mended(parse(spelt), changes)
        except Refusal:
            raise refusal from None


def _rewrite(spelt: str) -> tuple[str, tuple[str, ...]]:
    changes = []
    for rule in _RULES:
        rewritten = rule.pattern.sub(rule.replacement, spelt)
        if rewritten != spelt:
            spelt = rewritten
            changes.append(rule.change)
    dated = _DATED.fullmatch(spelt)
    if dated and int(dated[3]) - int(dated[2]) in (1945, 1946):  # the session's autumn or the year after
        spelt = dated[1]
        changes.append("removed the year, which the session already gives")
    return spelt, tuple(changes)
