"""Ordinal numbers in words, as sessions are counted in the six languages.

>>> [ordinal(words) for words in ("Seventy-third", "Septuagésimo séptimo", "Семьдесят седьмая", "السابعة والسبعون")]
[73, 77, 77, 77]
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

_WORDS = """
1 first premier premiere unieme primer primero primera первая первый первое الأولى الحادية الاولى
2 second second deuxieme segundo segunda вторая второй второе الثانية
3 third troisieme tercer tercero tercera третья третий третье الثالثة
4 fourth quatrieme quatre cuarto cuarta четвертая четвертый четвертое الرابعة
5 fifth cinquieme quinto quinta пятая пятый пятое الخامسة
6 sixth sixieme sexto sexta шестая шестой шестое السادسة
7 seventh septieme septimo septima седьмая седьмой седьмое السابعة
8 eighth huitieme octavo octava восьмая восьмой восьмое الثامنة
9 ninth neuvieme noveno novena девятая девятый девятое التاسعة
10 tenth dixieme dix decimo decima десятая десятый десятое العاشرة عشرة
11 eleventh onzieme undecimo undecima одиннадцатая одиннадцатый
12 twelfth douzieme duodecimo duodecima двенадцатая двенадцатый
13 thirteenth treizieme decimotercer decimotercero decimotercera тринадцатая тринадцатый
14 fourteenth quatorzieme decimocuarto decimocuarta четырнадцатая четырнадцатый
15 fifteenth quinzieme decimoquinto decimoquinta пятнадцатая пятнадцатый
16 sixteenth seizieme decimosexto decimosexta шестнадцатая шестнадцатый
17 seventeenth decimoseptimo decimoseptima семнадцатая семнадцатый
18 eighteenth decimoctavo decimoctava восемнадцатая восемнадцатый
19 nineteenth decimonoveno decimonovena девятнадцатая девятнадцатый
20 twentieth twenty vingtieme vingt vigesimo vigesima двадцатая двадцатый двадцать العشرون العشرين
30 thirtieth thirty trentieme trente trigesimo trigesima тридцатая тридцатый тридцать الثلاثون الثلاثين
40 fortieth forty quarantieme quarante cuadragesimo cuadragesima сороковая сороковой сорок الأربعون الأربعين
50 fiftieth fifty cinquantieme cinquante quincuagesimo quincuagesima пятидесятая пятидесятый пятьдесят الخمسون الخمسين
60 sixtieth sixty soixantieme soixante sexagesimo sexagesima шестидесятая шестидесятый шестьдесят الستون الستين
70 seventieth seventy septuagesimo septuagesima семидесятая семидесятый семьдесят السبعون السبعين
80 eightieth eighty octogesimo octogesima восьмидесятая восьмидесятый восемьдесят الثمانون الثمانين
90 ninetieth ninety nonagesimo nonagesima девяностая девяностый девяносто التسعون التسعين
100 hundredth hundred centieme cent centesimo centesima сотая сотый сто المائة
1000 thousandth thousand millieme mille milesimo milesima тысячная тысяча الألف
"""
_VALUES = MappingProxyType(
    {word: int(line.split()[0]) for line in _WORDS.strip().splitlines() for word in line.split()[1:]}
)
_COUNTS = MappingProxyType(
    {
        **dict(
            zip(
                ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
                range(1, 10),
                strict=True,
            )
        ),
        **dict(zip(["onze", "douze", "treize", "quatorze", "quinze", "seize"], range(11, 17), strict=True)),
    }
)
"""Cardinal numbers that stand before a hundred or a thousand."""
_LINKS = frozenset({"and", "et", "y", "بعد"})
_DIGITS = re.compile(r"(\d{1,4})\D{0,3}\Z")
_HAN = "一二三四五六七八九"
_HAN_NUMERAL = re.compile(rf"(?:([{_HAN}])?百零?)?(?:([{_HAN}])?十)?([{_HAN}])?\Z")


def ordinal(words: str) -> int | None:
    """The number that an ordinal names, in words or digits, of any of the six languages; None where it is none."""
    text = words.strip()
    if text[:1].isdigit():
        return int(digits[1]) if (digits := _DIGITS.match(text)) else None
    if text and text[0] in _HAN + "十百":
        return _han(text)
    total = group = 0
    tokens = [token for token in re.split(r"[\s\u2010-\u2012-]+", _fold(text)) if token not in _LINKS]
    for token in tokens:
        value = _value(token)
        if value is None:
            return None
        if value >= 100 or (
            value == 20 and group == 4
        ):  # "quatre-vingt-unième" is four times twenty, and one
            group = (group or 1) * value
            total, group = (total + group, 0) if value == 1000 else (total, group)
        else:
            group += value
    return total + group or None


def _value(token: str) -> int | None:
    """The value of a word; an Arabic one may have the word for "and" before it."""
    for word in (token, token.removeprefix("و")):
        if (value := _VALUES.get(word, _COUNTS.get(word))) is not None:
            return value
    return None


def _fold(text: str) -> str:
    """Lower case, without the accents of Latin letters and the vowel signs of Arabic ones."""
    apart = unicodedata.normalize("NFD", text.lower().replace("quatre-vingts", "quatre-vingt"))
    kept = (c for c in apart if not unicodedata.combining(c) or c in "\u0306\u0653\u0654\u0655")
    return unicodedata.normalize("NFC", "".join(kept))


def _han(text: str) -> int | None:
    match = _HAN_NUMERAL.match(text)
    if match is None:
        return None
    hundreds, tens, units = ((_HAN.index(part) + 1) if part else 0 for part in match.groups())
    return 100 * (hundreds or ("百" in text)) + 10 * (tens or ("十" in text)) + units
