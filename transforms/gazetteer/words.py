r"""The lists of known words: how the words of each language begin, one a line.

>>> sorted(read({name: b"beginning\ncounci\n" for name in WORD_FILES.values()})["en"])
['counci']
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from transforms.errors import UnfoldError

WORD_FILES = MappingProxyType({code: f"words_{code}.tsv" for code in ("ar", "en", "es", "fr", "ru", "zh")})
HEAD = "beginning"


class WordsError(UnfoldError):
    """A list of words is missing or unsound; the message names the file."""


def read(files: Mapping[str, bytes]) -> Mapping[str, frozenset[str]]:
    """The lists by language.

    Raises:
        WordsError: a file is missing, has no head line, or holds a line that is no single word.
    """
    found: dict[str, frozenset[str]] = {}
    for language, name in WORD_FILES.items():
        head, *words = files[name].decode("utf-8").splitlines() if name in files else ("",)
        if head != HEAD or not words:
            raise WordsError(
                f"{name} is missing, empty or has no head line {HEAD!r}; tests.make_vocabulary makes it"
            )
        if odd := [word for word in words if not word.isalpha()]:
            raise WordsError(f"{name} holds {odd[0]!r}, which is no beginning of a word")
        found[language] = frozenset(words)
    return MappingProxyType(found)
