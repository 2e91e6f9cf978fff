r"""What a stretch of a document does: it argues before it decides, it decides, it is a letter, or it is plain text.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> text = "The General Assembly,\n\nRecalling it,\n\n1. Decides so.\n\nAnnex\n\n1. Lamps burn."
>>> units = [Unit(chunk, chunk.label and chunk.label.number) for chunk in chunks.make(lay_out(text).blocks)]
>>> [mode.name for mode in modes(units)]
['PREAMBLE', 'PREAMBLE', 'OPERATIVE', 'TEXT', 'TEXT']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from transforms.paragraphs.chunks import Chunk
from transforms.paragraphs.joins import Unit
from transforms.paragraphs.titles import FORMULA, is_annex

_LETTER = re.compile(
    r"(?:(?:I|We) have the honou?r|Upon (?:the )?instructions|On (?:the )?instructions|I am writing|I write (?:to|in|with|further|on)\b"
    r"|I have been (?:instructed|directed)|I (?:wish|should like|would like) to (?:refer|transmit|draw|bring|inform)"
    r"|The Permanent (?:Mission|Delegation|Representative|Observer)\b[^.]{0,160} presents? (?:its|his|her) compliments"
    r"|J\u2019ai l\u2019honneur|D\u2019ordre de mon Gouvernement|Sur (?:les )?instructions? de|Tengo el honor|(?:Siguiendo|Por) instrucciones|Me dirijo a usted"
    r"|\u0418\u043c\u0435\u044e \u0447\u0435\u0441\u0442\u044c|\u041f\u043e \u043f\u043e\u0440\u0443\u0447\u0435\u043d\u0438\u044e (?:\u043c\u043e\u0435\u0433\u043e|\u0441\u0432\u043e\u0435\u0433\u043e) \u043f\u0440\u0430\u0432\u0438\u0442\u0435\u043b\u044c\u0441\u0442\u0432\u0430)\b"
    r"|Excellency,?\s*\Z|(?:\u8c28|\u5949\u6211\u56fd\u653f\u5e9c\u6307\u793a)|\u0623?\u0623\u062a\u0634\u0631\u0641\b|\u0628\u0646\u0627\u0621 \u0639\u0644\u0649 \u062a\u0639\u0644\u064a\u0645\u0627\u062a"
)
_ADOPTS = re.compile(
    r"(?:Adopts|Approves|Endorses|Proclaims)\s(?:.{0,200}\b(?:following|as follows)\b.{0,200}|[^:]{0,300}:\s*)\Z",
    re.DOTALL,
)
_ACTS = re.compile(
    r"(?:(?:Also|Further|[A-Z][a-z]+ly|Once again)\s)?(?!\w+(?:ous|less)\b)[A-Z]?[a-z]{2,}s\b(?!,)"
)
FIRST = 6
"""Units from the start, or from the heading of an annex, in which a letter opens: behind a date, an address or a title."""


class Mode(Enum):
    """What the text does where a unit stands."""

    TEXT = auto()
    PREAMBLE = auto()
    OPERATIVE = auto()
    LETTER = auto()


def modes(units: Sequence[Unit]) -> list[Mode]:
    """The mode of each unit; an annex ends every one, and so does a declaration that a resolution adopts."""
    found: list[Mode] = []
    mode, start = Mode.TEXT, 0
    for i, unit in enumerate(units):
        start = i if is_annex(unit.chunk.text) else start
        mode = Mode.TEXT if i and _declares(units, i, mode) else _next(mode, unit, is_first=i - start < FIRST)
        found.append(mode)
    return found


def acts(text: str) -> bool:
    """Whether a paragraph without a number decides something: its verb is in the present, as in "Adopts the …"."""
    return bool(_ACTS.match(text))


def _next(mode: Mode, unit: Unit, *, is_first: bool) -> Mode:
    text = unit.chunk.text
    if is_annex(text):
        return Mode.TEXT
    if FORMULA.match(text):
        return Mode.PREAMBLE
    if mode is Mode.PREAMBLE and unit.number is not None:
        return Mode.OPERATIVE
    if is_first and mode is Mode.TEXT and _LETTER.match(text) and unit.number is None:
        return Mode.LETTER
    return mode


def _declares(units: Sequence[Unit], i: int, mode: Mode) -> bool:
    """Whether what was adopted begins with a unit: its numbered paragraphs decide nothing, as in A/RES/73/3."""
    if mode not in {Mode.PREAMBLE, Mode.OPERATIVE} or not adopts(units[i - 1].chunk):
        return False
    numbers = (unit.number for unit in units[i:] if unit.number is not None)
    return not _is_listed(units[i].chunk) and next(numbers, 1) == 1


def declared(found: Sequence[Chunk]) -> frozenset[int]:
    """The chunks at which a declaration begins that a resolution adopts: its paragraphs count from 1 again."""
    if not any(FORMULA.match(chunk.text) for chunk in found):
        return frozenset()
    return frozenset(
        i
        for i in range(1, len(found))
        if adopts(found[i - 1]) and not _is_listed(found[i]) and _restarts(found[i:])
    )


def adopts(chunk: Chunk) -> bool:
    """Whether a paragraph adopts a text that follows it: "Adopts the following declaration:"."""
    return bool(_ADOPTS.match(chunk.bare))


def _is_listed(chunk: Chunk) -> bool:
    return chunk.is_bullet or (chunk.label is not None and chunk.label.is_bracketed)


def _restarts(found: Sequence[Chunk]) -> bool:
    numbers = (
        chunk.label.number for chunk in found if chunk.label is not None and chunk.label.number is not None
    )
    return next(numbers, 0) == 1
