"""In which of the six official languages a text is written: script first, then function words.

`tell` always answers; `hear` says nothing where it is not sure.

>>> tell(["La Asamblea General, en la resolución que aprobó, pidió al Secretario General que la informara."])
'es'
>>> hear(["A/79/876"]).language is None
True
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

SAMPLE = 200_000
"""Characters that are looked at."""

_SCRIPTS = (
    ("ar", re.compile(r"[\u0620-\u064a]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = {
    "en": "the of and to in for that its with which by has have on is are be",
    "fr": "le la les des du et en à de aux dans pour par sur que qui une au",
    "es": "el la los las del y en a de para por con que una su al se como",
}
_WORDS: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _FUNCTION.items()}
HAN_WEIGHT = 3
"""A Chinese character says about as much as three letters of an alphabet."""


def tell(texts: Iterable[str]) -> str:
    """The ISO 639-1 code of the language of the texts taken together; English where nothing tells.

    A few characters of another script (a name, a quotation) do not count against the bulk of a text.
    """
    sample = _sample(texts)
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    counts["zh"] *= HAN_WEIGHT
    code = max(counts, key=lambda key: counts[key])
    if counts[code] > len(_LATIN.findall(sample)):
        return code
    words = Counter(word.lower() for word in _WORD.findall(sample))
    scores = {code: sum(words[word] for word in function) for code, function in _WORDS.items()}
    return max(scores, key=lambda key: scores[key])


def _sample(texts: Iterable[str]) -> str:
    parts: list[str] = []
    size = 0
    for text in islice(texts, 5_000):
        parts.append(text[: SAMPLE - size])
        size += len(parts[-1])
        if size >= SAMPLE:
            break
    return "\n".join(parts)


_OTHERS = {
    "de": "in der die das und den von zu mit sich auf für ist im dem nicht eine auch durch",
    "pt": "a os das dos ao na em não uma pela pelo são à e",
    "it": "al il gli della delle dei di che nel nella è sono per con e",
}
"""Languages that would pass for one of the six: the Security Council's resolutions are there in German too."""
_ALL = {**_FUNCTION, **_OTHERS}
_SHARED = {
    word for word, n in Counter(w for words in _ALL.values() for w in set(words.split())).items() if n > 1
}
_ITS_OWN: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split()) - _SHARED for code, words in _ALL.items()
}
"""Function words that no other language here has, so that one language's text scores next to nothing for another."""
HEARD = 20_000
"""Characters that are enough to be sure."""
FEW = 24
"""Letters under which nothing is heard."""
LEAST_HITS = 5
SHORT_HITS, SHORT_SHARE = 3, 0.3
"""A sentence is enough where nearly every second word tells: `The Council took note of the report.`"""
LEAST_SHARE = 0.06
"""Share of a text's words that are function words of its language: 0.2 to 0.35 in prose, 0.1 in lists of titles."""
FAIR = 0.1
"""Share of the leading language from which another one is heard beside it."""
EVEN = 0.6
"""Share of the leading language from which neither leads, as in a paper of 1948 in English and French."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text is clearly written in.

    Attributes:
        language: the ISO 639-1 code of the language that clearly leads; null where too little or nothing tells.
        beside: other languages that hold a fair share of the text.
        letters: how many letters the text has.
    """

    language: str | None
    beside: tuple[str, ...]
    letters: int


def hear(texts: Iterable[str]) -> Heard:
    """The language that the texts taken together are clearly in, and the ones beside it. German is told, too.

    Use it where a wrong answer costs more than none; `tell` answers whatever it is given.
    """
    sample = unicodedata.normalize("NFKC", _sample(texts))
    letters = sum(map(str.isalpha, sample))
    weights = _weights(sample[:HEARD])
    ranked = sorted(weights, key=lambda code: -weights[code])
    if letters < FEW or not ranked:
        return Heard(None, (), letters)
    lead = weights[ranked[0]]
    beside = [code for code in ranked[1:] if weights[code] >= FAIR * lead]
    if beside and weights[beside[0]] >= EVEN * lead:
        return Heard(None, tuple(ranked[: len(beside) + 1]), letters)
    return Heard(ranked[0], tuple(beside), letters)


def _weights(sample: str) -> dict[str, float]:
    """How much of a text each language holds, in letters; those of the Latin alphabet share theirs by their words."""
    weights: dict[str, float] = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    weights["zh"] *= HAN_WEIGHT
    lowered = sample.lower()
    latin = len(_LATIN.findall(lowered))
    words = Counter(word for word in _WORD.findall(lowered) if _LATIN.match(word))
    hits = {code: sum(words[word] for word in own) for code, own in _ITS_OWN.items()}
    total = words.total()
    clear = {
        code: n
        for code, n in hits.items()
        if n >= LEAST_HITS or (n >= SHORT_HITS and n >= SHORT_SHARE * total)
    }
    spoken = sum(clear.values())
    if not clear or spoken < LEAST_SHARE * total:
        # Names and OCR noise weigh against the other scripts and speak for no language.
        return {code: n for code, n in weights.items() if n > latin}
    weights.update({code: latin * n / spoken for code, n in clear.items()})
    return {code: n for code, n in weights.items() if n > 0}
