r"""Parts: resolutions printed one after another in one document, each with a letter and an enacting formula.

>>> from transforms.formats.plain import lay_out
>>> from transforms.paragraphs import chunks
>>> text = "A\n\nThe Assembly of Lamps,\n\n1. Lights.\n\nB\n\nHarbours\n\nThe Assembly of Lamps,\n\n1. Opens."
>>> starts(chunks.make(lay_out(text).blocks))
{0: 'A', 3: 'B'}
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.paragraphs.chunks import Chunk
from transforms.paragraphs.titles import FORMULA
from transforms.wording.letters import latin

_LETTER = re.compile(
    r"(?:(?:Draft\s+)?(?:Resolution|Decision)\s+)?(?P<letter>[A-Z\u0410-\u042f]|[IVX]{1,5})\.?(?:\s*\Z|\s+\S)",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"(?:(?:Draft\s+)?(?:Resolution|Decision)\s+)?(?:[A-Z\u0410-\u042f]|[IVX]{1,5})\.?\s*\Z", re.IGNORECASE
)
ABOVE = 4
"""How many lines above its formula the heading of a part may begin: a letter and a title of some lines."""


def starts(chunks: Sequence[Chunk]) -> dict[int, str]:
    """The letter of each part by the index of the heading it begins with; nothing where there is only one formula.

    A/RES/77/264 A-C is three resolutions, A, B and C, and each counts its paragraphs from 1. What stands in
    a part is quoted with its letter: label `B:2`, eId `part_b__para_2`.
    """
    formulas = [i for i, chunk in enumerate(chunks) if FORMULA.match(chunk.text)]
    if len(formulas) < 2:
        return {}
    found: dict[int, str] = {}
    for place in formulas:
        if (head := _head(chunks, place)) is not None and head[1] not in found.values():
            found[head[0]] = head[1]
    return found


def _head(chunks: Sequence[Chunk], formula: int) -> tuple[int, str] | None:
    """Where the heading above a formula begins, and its letter."""
    for i in range(formula - 1, max(-1, formula - 1 - ABOVE), -1):
        chunk = chunks[i]
        lone = _LONE.match(chunk.text)
        if not chunk.is_short and lone is None:
            return None
        match = _LETTER.match(chunk.text) if lone or i == formula - 1 else None
        if match is not None and match["letter"].isupper():
            return i, latin(match["letter"].lower()).upper()
    return None
