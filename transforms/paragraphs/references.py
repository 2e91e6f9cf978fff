"""Where a text refers to its footnotes: marks the format shows, else digits glued to a word or a full stop.

>>> find_glued("in pursuance of the statement of 28 March 2007.1", "1")
(47, 48)
"""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.blocks import Span

_AFTER = r"(?=\s|\Z|[.,;:\u060c\u061b](?:\s|\Z))"
SHAPES = (
    r"(?:(?<=[^\W\d_][.,;:)\u201d\u2019\"\]])|(?<=[)\u201d\u2019\"\]][.,;:])|(?<=\d{{4}}[.,;])|(?<=[.,;]\u201d)|(?<=[a-z\u00df-\u024f\u0430-\u045f)\u201d\u2019\u00bb])){n}"
    + _AFTER,
    r"(?<=[\u0621-\u0652\u201c\u201d\u00bb)\d]\(){n}(?=\))",
    r"(?<=[\u3001\u3002\u300b\u300d\uff0c\uff1b\uff09\u201d\u4e00-\u9fff]){n}(?=\s|\Z|[\u3001\u3002\uff0c\uff1b])",
    r"(?<=\d[.,;:]){n}(?=\s|\Z)(?!\s+(?:per\s?cent|thousand|million|billion|trillion|times|percentage|degrees|metres|km)\b)",
    r"(?<=\d\)){n}" + _AFTER,
    r"(?<=[A-Z]{{2}}){n}" + _AFTER,
    r"(?<=(?:19|20)\d\d){n}" + _AFTER,
    r"(?<=\d/\d\d){n}" + _AFTER,
    r"(?<=\s[A-Z\u0410-\u042f]){n}" + _AFTER,
    r"(?:(?<=[.,;:\u201d\"])|(?<=[a-z])) {n}(?=\s+[A-Z\u201c]|\Z)",
)
"""From the surest to the least sure. French, Spanish and Russian print the mark before the comma, Arabic in brackets."""
LETTERED = (r"(?<=[.,;:)\u201d]){n}(?=\s|\Z)",)
"""A letter hangs on a mark of punctuation alone, with no space between them: "the north,a the keepers"."""


def find_glued(text: str, marker: str) -> Span | None:
    """The span of a note's number that was glued to the text, the surest first; None where there is none."""
    return next((match.span() for shape in SHAPES if (match := pattern(shape, marker).search(text))), None)


@lru_cache(maxsize=4096)
def pattern(shape: str, marker: str) -> re.Pattern[str]:
    """A shape for one note's mark."""
    return re.compile(shape.format(n=re.escape(marker)))
