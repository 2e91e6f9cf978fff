"""The marks of light markup in a text: what is a mark, and what is text.

>>> [token.kind for token in tokens("**Peace**,<sup>1</sup> see [A/999/1](#)")]
['markup', 'markup', 'note', 'markup', 'markup']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.blocks import Span

_TOKEN = re.compile(
    r"""
    (?P<blank>\n(?:[^\S\n]*+\n)++)                               # an empty line: emphasis never crosses it
  | (?P<star>\\?\*(?:\\?\*){0,3})                               # emphasis, a note's star, or just stars
  | (?P<escaped>(?<!\\)\\++(?=[`_{}\[\]()\#+\-.!$&~|<>"']))
  | <sup>(?P<sup>[^<>\n]{0,20})</sup>
  | (?P<tag></?(?:i|b|em|strong|u|sub|sup|br|small|span)\s{0,3}/?>)
  | (?P<open>!?\[(?=[^\[\]\n]{0,2000}\]\())
  | (?P<close>\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+\))
  | \[\^(?P<foot>\w{1,4})\]:?
  | (?P<link><(?=https?://[^<>\s]{1,2000}>))
  | (?P<raised>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)
  | (?P<control>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\ufff9-\ufffb]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"\s*(?:\d{1,3}|[a-z]|\*{1,4})\s*\Z")
_UNIT = re.compile(r"(?:\A|[^A-Za-z])[kcm]?m\Z|\d\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch that is not text: `markup`, `note` (with the note's mark) or `control_characters`."""

    kind: str
    span: Span
    marker: str = ""


def tokens(source: str) -> list[Token]:
    """Every mark of the source in order; what is in none of them is text."""
    found: list[Token] = []
    stars: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(source):
        if match["blank"] is not None:
            found.extend(_stars(source, stars))
            stars.clear()
        elif match["star"] is not None:
            stars.append(match.span())
        else:
            found.extend(_plain(source, match))
    found.extend(_stars(source, stars))
    found.sort(key=lambda token: token.span)
    return found


def _plain(source: str, match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    match match.lastgroup:
        case "sup" if _NOTE.match(match["sup"]):
            yield Token("note", (start, end), match["sup"].strip())
        case "sup":
            yield Token("markup", (start, start + 5))
            yield Token("markup", (end - 6, end))
        case "foot":
            yield Token("note", (start, end), match["foot"])
        case "link":
            yield Token("markup", (start, end))
            close = source.index(">", end)
            yield Token("markup", (close, close + 1))
        case "raised":
            if not _UNIT.search(source, max(0, start - 3), start):
                yield Token("note", (start, end), match[0].translate(_RAISED))
        case "control":
            yield Token("control_characters", (start, end))
        case _:
            yield Token("markup", (start, end))


def _stars(source: str, stars: list[Span]) -> Iterator[Token]:
    """Stars in pairs are emphasis; one that hangs on a word is a note's; the others are text."""
    opened: list[Span] = []
    for span in stars:
        start, end = span
        before, after = source[start - 1 : start], source[end : end + 1]
        size = _size(source, span)
        is_plain = "\\" not in source[start:end]
        if is_plain and before and not before.isspace() and opened and _size(source, opened[-1]) == size:
            yield Token("markup", opened.pop())
            yield Token("markup", span)
        elif is_plain and after and not after.isspace() and not before.isalnum():
            opened.append(span)
        elif before and not before.isspace() and not after.isalnum():
            yield Token("note", span, "*" * size)
        elif not is_plain:
            yield from (Token("markup", (i, i + 1)) for i in range(start, end) if source[i] == "\\")


def _size(source: str, span: Span) -> int:
    return source.count("*", *span)
