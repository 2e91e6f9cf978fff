"""Text -> the characters of a symbol in one spelling, or a refusal that is safe to print."""

from __future__ import annotations

import re
import unicodedata

from transforms.errors import Refusal

LONGEST = 160
"""Characters. The longest real joint symbols have about 60."""

_SAME = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\uff0f": "/", "\u2044": "/"}
)
_SPACES = re.compile(r"[^\S\n\r\v\f\x1c-\x1f\x85]+")
_ALLOWED = re.compile(r"[A-Za-z0-9./()\- *&,']+")
_SPACE_INSIDE = re.compile(r"\s*([/])\s*|\(\s+|\s+\)")


def refuse(text: str, wanted: str) -> Refusal:
    """A refusal of `text`, quoted escaped and shortened, that says what was wanted."""
    shown = ascii(text[:200])
    if len(shown) > 80 or len(text) > 200:
        shown = f"{shown[:60]}..."
    return Refusal("malformed-symbol", f"{shown} is not a document symbol: {wanted}.")


def spell(text: str) -> str:
    """`text` with one kind of space, hyphen and slash, none around slashes.

    Raises:
        Refusal: `malformed-symbol` for control and direction marks, `..`, excess length, foreign characters.
    """
    if len(text) > LONGEST:
        raise refuse(text, f"it has {len(text)} characters, at most {LONGEST} are allowed")
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") for char in text):
        raise refuse(text, "it holds invisible control or direction marks; remove them")
    spelt = _SPACES.sub(" ", text.translate(_SAME)).strip()
    spelt = _SPACE_INSIDE.sub(lambda found: found[0].strip(), spelt)
    if ".." in spelt or not _ALLOWED.fullmatch(spelt):
        raise refuse(text, "letters, digits, '/', '.', '-' and parentheses are expected, as in A/73/328")
    return spelt
