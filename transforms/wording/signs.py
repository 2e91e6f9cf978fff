"""Signs of punctuation in the scripts of the six languages.

>>> bool(ENDED.search("本决议。")), "وإذ تلاحظ،".endswith(COMMAS)
(True, True)
"""

from __future__ import annotations

import re

COMMAS = (",", "\u060c", "\uff0c", "\u3001")
STOPS = (";", "\u061b", "\uff1b", ".", "\u3002", "\u06d4", ":", "\uff1a")
"""Signs with which a paragraph of a preamble, or an item, may end besides a comma."""
COLONS = (":", "\uff1a")
ENDED = re.compile(
    r"[.:;?!\u2026\u3002\uff61\uff1a\uff1b\uff1f\uff01\uff0e\u061b\u061f\u06d4][\"'\u201c\u201d\u2019\u00bb)\]\u300b\u300d\u300f\uff09]*\Z"
)
"""The end of a sentence, or of an item of a list; in Arabic the second quotation mark is the one that opens elsewhere."""
_CLOSED = re.compile(
    rf"(?:[{''.join(COMMAS + STOPS)}]|[^\s\d][{''.join(COMMAS)};\u061b\uff1b\u3002]\s?\d{{1,2}})\Z"
)
QUOTES = ("\u201c", '"', "\u00ab", "\u201e", "\u201d", "\u300c")
"""What opens a quotation at the head of a line."""
HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def width(text: str) -> int:
    """How much a text says, in letters of an alphabet: a Chinese character counts for three.

    >>> width("第七十七届会议"), width("session")
    (21, 7)
    """
    return len(text) if text.isascii() else len(text) + 2 * len(HAN.findall(text))


def is_closed(text: str) -> bool:
    """Whether a paragraph of a preamble or an item ends here: with a comma or a stop, whatever note's mark hangs on it.

    >>> is_closed("Recalling the Declaration,1"), is_closed("Review of section 2")
    (True, False)
    """
    return bool(_CLOSED.search(text.rstrip()[-8:]))
