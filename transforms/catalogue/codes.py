"""Coded fields -> the codes that the rest of the house uses: languages, job numbers, addresses of subjects.

>>> languages(["araengfre", "ger"])
('ar', 'en', 'fr', 'de')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.catalogue.fields import Field

_MARC = {
    "ara": "ar", "chi": "zh", "zho": "zh", "eng": "en", "fre": "fr", "fra": "fr", "rus": "ru", "spa": "es",
    "ger": "de", "deu": "de", "por": "pt", "ita": "it", "jpn": "ja",
}  # fmt: skip
_LETTERS = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es", "g": "de"}
_NAMES = {
    "english": "en", "anglais": "en", "inglés": "en", "ingles": "en", "английский": "en",
    "français": "fr", "francais": "fr", "french": "fr", "francés": "fr", "французский": "fr",
    "español": "es", "espanol": "es", "spanish": "es", "espagnol": "es", "испанский": "es",
    "русский": "ru", "russian": "ru", "russe": "ru", "ruso": "ru",
    "العربية": "ar", "عربي": "ar", "arabic": "ar", "arabe": "ar", "árabe": "ar",
    "中文": "zh", "汉语": "zh", "chinese": "zh", "chinois": "zh", "chino": "zh",
    "deutsch": "de", "german": "de",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = frozenset({"JN", "GN", "IN", "SN", "UN"})
_SUBJECT = re.compile(r"https?://metadata\.un\.org/thesaurus/([0-9]{1,12})/?")


def languages(texts: Iterable[str]) -> tuple[str, ...]:
    """The languages that 041 names, in ISO 639-1 where we know it; several may be written without a space."""
    return tuple(
        dict.fromkeys(code for text in texts for word in _WORD.findall(text) for code in _split(word.lower()))
    )


def language_named(text: str) -> str | None:
    """The language that a link's label names, in its own tongue or another (`Français`, `ENGLISH PDF`), or is the code of."""
    words = [word.lower() for word in _WORD.findall(text)]
    named = next((_NAMES[word] for word in words if word in _NAMES), None)
    return named or (_coded(words[0]) if len(words) == 1 else None)


def job_numbers(fields: Iterable[Field]) -> tuple[str, ...]:
    """The job numbers among the numbers of 029: `b` where `a` says it is one, `a` where that is the number itself."""
    found: dict[str, None] = {}
    for field in fields:
        kind = field.first("a") or ""
        if kind.upper() not in _KINDS:
            found.update(dict.fromkeys(field.values("ab")))
        elif kind.upper() == "JN":
            found.update(dict.fromkeys(field.values("b")))
    return tuple(found)


def subject_uris(texts: Iterable[str]) -> tuple[str, ...]:
    """The addresses of the UNBIS Thesaurus among the identifiers of 650, in their one spelling."""
    found = (_SUBJECT.fullmatch(text) for text in texts)
    return tuple(dict.fromkeys(f"http://metadata.un.org/thesaurus/{each[1]}" for each in found if each))


def _split(word: str) -> list[str]:
    if word in _NAMES:
        return [_NAMES[word]]
    parts = [word[at : at + 3] for at in range(0, len(word), 3)] if len(word) % 3 == 0 else [word]
    return [_coded(part) or part for part in parts]


def _coded(code: str) -> str | None:
    """ISO 639-1 of a code of one, two or three letters."""
    return code if code in _MARC.values() else _MARC.get(code) or _LETTERS.get(code)
