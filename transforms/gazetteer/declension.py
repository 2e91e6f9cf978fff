"""A Russian name with its declined words marked -> the forms in which it is printed.

`*` after a word: it is declined by its ending. `+`: it is a plural or a neuter. A word without a mark stays as it is.

>>> sorted(forms("Южный* Судан*"))[:3]
['Южного Судана', 'Южном Судане', 'Южному Судану']
>>> sorted(forms("Республика* Конго"))[0]
'Республика Конго'
"""

from __future__ import annotations

from itertools import product

_Cases = tuple[tuple[str, ...], ...]
"""The endings in the six cases: nominative, genitive, dative, accusative, instrumental, prepositional."""


def _cases(line: str) -> _Cases:
    return tuple(tuple(case.replace("_", "").split("|")) for case in line.split())


_DECLINED = (
    ("ский", 2, _cases("ий ого ому ий|ого им ом")),
    ("ское", 2, _cases("ое ого ому ое им ом")),
    ("ой", 2, _cases("ой ого ому ой|ого ым ом")),
    ("ый", 2, _cases("ый ого ому ый|ого ым ом")),
    ("ое", 2, _cases("ое ого ому ое ым ом")),
    ("ая", 2, _cases("ая ой ой ую ой ой")),
    ("ые", 2, _cases("ые ых ым ые ыми ых")),
    ("ие", 2, _cases("ие их им ие ими их")),
    ("ий", 1, _cases("й я ю й ем и")),
    ("ия", 1, _cases("я и и ю ей и")),
    ("я", 1, _cases("я и е ю ей е")),
    ("ь", 1, _cases("ь я|и ю|и ь ем|ью е|и")),
    ("й", 1, _cases("й я ю й ем е")),
    *((f"{letter}а", 1, _cases("а и е у ой|ей е")) for letter in "гкхжшчщ"),
    ("а", 1, _cases("а ы е у ой|ей е")),
)
"""Ending of the word, how much of it changes, what it changes to. The first that fits counts."""
_OTHERS = (
    ("овы", 1, _cases("ы ых ым ы ыми ых")),
    ("ы", 1, _cases("ы _|ов ам ы ами ах")),
    ("а", 1, _cases("а ов ам а ами ах")),
    ("о", 1, _cases("о а у о ом е")),
    ("ие", 1, _cases("е я ю е ем и")),
)
_HARD = _cases("_ а у _ ом е")


def forms(marked: str) -> frozenset[str]:
    """Every form of a marked name; the words agree in case."""
    words = [_word(each) for each in marked.split(" ")]
    return frozenset(" ".join(each) for case in range(6) for each in product(*(word[case] for word in words)))


def _word(marked: str) -> _Cases:
    word, mark = marked.rstrip("*+"), marked[-1:]
    if mark not in ("*", "+"):
        return ((marked,),) * 6
    for ending, changing, cases in _DECLINED if mark == "*" else _OTHERS:
        if word.endswith(ending):
            return _with(word[: len(word) - changing], cases)
    return _with(word, _HARD)


def _with(stem: str, cases: _Cases) -> _Cases:
    return tuple(tuple(stem + ending for ending in case) for case in cases)
