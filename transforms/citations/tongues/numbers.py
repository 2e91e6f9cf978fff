"""The number of a resolution as five languages print it -> the same number as English prints it.

>>> [str(canonical(found)[0]) for found in NUMBER.finditer(plain("51/45 هاء و 217 ألف (د-3) و دإط-10/2"))]
['51/45 E', '217 A (III)', 'ES-10/2']
"""

from __future__ import annotations

import re

from transforms.citations import numbers
from transforms.numerals import roman
from transforms.scan import fold
from transforms.wording.letters import ARABIC_NAMES

_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PLAIN = str.maketrans(
    "أإآٱىЁё（），；：٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u2009\u3000" + _MARKS,
    "اااايЕе(),;:01234567890123456789  " + " " * len(_MARKS),
)
"""Letters printed with and without their sign, full-width signs, Arabic digits, and marks of direction."""
_LOOKS = str.maketrans("АВСЕНІКМОРТХ", "ABCEHIKMOPTX")
"""Cyrillic capitals that are typed for the Latin ones they look like."""
_NAMES = {name.translate(_PLAIN): chr(ord("A") + place) for place, name in enumerate(ARABIC_NAMES)}
_SPECIAL = {"": "", "دا": "S-", "داط": "ES-", "S-": "S-", "ES-": "ES-"}

_LETTER = rf"(?:[A-ZАВСЕНІКМОРТХ](?![A-Za-zÀ-ӿ0-9']|\.\w)|(?:{'|'.join(_NAMES)})(?!\w))"
_AND = r"(?: ?- ?|, | et | à | y | a | и | و ?|،? ?و ?|、|和|至| الي )"
_PART = rf"(?: ?(?P<{{0}}>{_LETTER}(?:{_AND}{_LETTER}){{{{0,8}}}}))?"
_ROMAN = r"(?:E?S-)?[IVXLCІХС]{1,8}"
_SESSION = r"د ?ا? ?ط? ?- ?\d{1,2}"
NUMBER = re.compile(
    r"(?<![\dA-Za-z/.-])(?:"
    r"(?P<council>[1-9]\d{0,3}) {0,2}[()](?P<year>(?:19[4-9]|20\d)\d)[()]"
    rf"|(?P<early>[1-9]\d{{0,3}}){_PART.format('early_part')} {{0,2}}[()](?P<roman>{_ROMAN}|{_SESSION})[()]"
    rf"|(?P<special>E?S-|د ?ا ?ط? ?- ?)?(?P<session>(?:19[4-9]|20\d)\d|[1-9]\d{{0,2}})/(?P<serial>[1-9]\d{{0,2}})(?![\d/])"
    rf"{_PART.format('part')})"
)
"""On text made `plain`. Sessions in Arabic are `د`, special ones `دإ`, emergency special ones `دإط`."""


def plain(text: str) -> str:
    """The text with one spelling where usage has several, each code point for one code point."""
    return fold(text).translate(_PLAIN)


def canonical(found: re.Match[str]) -> re.Match[str] | None:
    """What `transforms.citations.numbers.NUMBER` reads in a number that `NUMBER` found; None where it is no number."""
    if found["council"]:
        spelled = f"{found['council']} ({found['year']})"
    elif found["early"]:
        spelled = f"{found['early']}{_parts(found['early_part'])} ({_session(found['roman'])})"
    else:
        first, second = found["session"], found["serial"]
        is_turned = not found["special"] and 100 < int(first) < 1940 and 30 < int(second) < 100
        if is_turned:  # Arabic texts have been typed from right to left: 182/46
            first, second = second, first
        spelled = f"{_kind_of_session(found['special'])}{first}/{second}{_parts(found['part'])}"
    return numbers.NUMBER.fullmatch(spelled)


def is_span_of_years(found: re.Match[str]) -> bool:
    """Whether a number is two years (`2022/23`), and may be no resolution's."""
    first, second = found["session"], found["serial"]
    return bool(first) and len(first) == 4 and int(second) == (int(first) + 1) % 100


def _parts(letters: str | None) -> str:
    if not letters:
        return ""
    for name, letter in _NAMES.items():
        letters = letters.replace(name, letter)
    each = re.findall("[A-Z]", letters.translate(_LOOKS))
    return f" {each[0]}" if len(each) == 1 else f" {each[0]}-{each[-1]}"


def _kind_of_session(printed: str | None) -> str:
    words = (printed or "").replace(" ", "")
    return words if words.isascii() else _SPECIAL[words.rstrip("-")]


def _session(printed: str) -> str:
    """`د-21` is the twenty-first; Cyrillic letters stand for numerals."""
    if printed[0] != "د":
        return printed.translate(_LOOKS)
    kind, _, number = printed.replace(" ", "").partition("-")
    return _SPECIAL.get(kind, "") + roman(int(number))
