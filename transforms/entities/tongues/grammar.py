"""How the days of four languages are put together: what stands between days, months and years.

Spanish "del 3 al 5 de mayo de 2023" has the ranging word `al`, `de` before the month and `de` before the year.
Chinese has an order of its own: see `transforms.entities.tongues.chinese`.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from transforms.entities.tongues.states import spell
from transforms.wording.days import MONTHS

MONTH_NUMBERS = MappingProxyType({spell(name): number for name, number in MONTHS.items()})
"""Name of a month in lower case and one spelling -> its number."""


class Grammar(NamedTuple):
    """The patterns of one language, on text made plain by `spell`.

    Attributes:
        dated: days, month, year: groups `days`, `month`, `year`.
        joint: what stands between the ends of a range.
        listed: what stands between dates that share a year.
        year: one year or two, with the words that make a date of it: groups `first`, `second`, `short`, `decade`; two
            in brackets, `opened` and `closed`; that of a volume of the Official Records, `volume`.
        name: what ends in front of a year that belongs to a name.
        month: a month of the language: the cheap trigger.
    """

    dated: re.Pattern[str]
    joint: re.Pattern[str]
    listed: re.Pattern[str]
    year: re.Pattern[str]
    name: re.Pattern[str]
    month: re.Pattern[str]


_DAY = r"\d{1,2}(?: ?er\b)?"
_ANY_YEAR = r"(?:1[89]|20)\d\d"
_YEAR = rf"(?P<first>{_ANY_YEAR})"


def _grammar(  # noqa: PLR0913 - the parts of a grammar, each by its name
    months: str,
    *,
    of: str = " ",
    ranging: str,
    listing: str,
    ahead: str,
    behind: str = "",
    decade: str,
    name: str,
    supplement: str,
) -> Grammar:
    month = (
        "(?:" + "|".join(sorted((re.escape(each) for each in months.split("|")), key=len, reverse=True)) + ")"
    )
    days = (
        rf"(?:(?<![\w/.,$-])|(?<=[^\W\d]-)){_DAY}(?:(?:, ?|، ?| و ){_DAY})*(?:(?:{ranging}|{listing}){_DAY})?"
    )
    return Grammar(
        re.compile(rf"(?i:(?:(?P<days>{days}){of})?(?:(?<!\w)|(?<=\bو))(?P<month>(?:{month} ?/ ?)?{month}\b)(?:,?{of}(?P<year>\d{{4}})(?![\w/])(?:{behind})?)?)"),
        re.compile(rf"(?:{ranging})"),
        re.compile(rf"(?:{listing}|, |، )"),
        re.compile(
            rf"(?:{ahead}(?<![\w/.,$€£#-])(?:{decade}|{_YEAR}(?:(?:(?:-|/| - |{ranging})(?P<second>\d{{4}})|[-/](?P<short>\d\d))(?!\d))?(?![\w/%-]|,\d)){behind}"
            rf"|(?<=\()(?P<opened>{_ANY_YEAR})-(?P<closed>{_ANY_YEAR})(?=\))|(?<=[,،] )(?P<volume>{_ANY_YEAR})(?=[,،] (?:{supplement})))"
        ),
        re.compile(name),
        re.compile(month, re.IGNORECASE),
    )  # fmt: skip


_FRENCH = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
_SPANISH = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
)
_RUSSIAN_STEMS = ("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр")
_RUSSIAN = {
    **{
        stem + ending: MONTH_NUMBERS[f"{stem}я"]
        for stem in _RUSSIAN_STEMS
        for ending in ("ь", "я", "ю", "е", "ем")
    },
    **{f"март{ending}": 3 for ending in ("", "а", "у", "е", "ом")},
    **{f"ма{ending}": 5 for ending in ("й", "я", "ю", "е", "ем")},
    **{f"август{ending}": 8 for ending in ("", "а", "у", "е", "ом")},
}
_ARABIC = {name: number for name, number in MONTH_NUMBERS.items() if name[0] > "\u0600" and "/" not in name}

GRAMMARS = MappingProxyType({
    "fr": _grammar(
        _FRENCH, ranging=" au | à | jusqu'au | jusqu'à | ?- ?",
        listing=" et le | et les | et du | et | ou | puis le |, le |, les |, et le ",
        ahead=r"(?:(?<=\b[Ee]n )|(?<=\bde )|(?<=\bdepuis )|(?<=\b[Ff]in )|(?<=début )|(?<=\bà )|(?<=année )|(?<=années )"
        r"|(?<=\bet )|(?<=\bou )|(?<=\bpour )|(?<=\bavant )|(?<=\baprès )|(?<=\bdès )|(?<=période )|(?<=décennie )"
        r"|(?<=\bannuel )|(?<=\bbiennal )|(?<=\bmi-)|(?<=\(en )|(?<=après-)|(?<=échéance )|(?<=qu'en )|(?<=jusqu'à )|(?<=\bà la mi-)|(?<=\bd'ici )|(?<=\bl'an )"
        r"|(?<=, en ))",
        decade=r"(?<=années )(?P<decade>(?:1[89]|20)\d)0(?! ?[-,/]| et)\b",
        name=r"(?:\b[A-ZÀ-Þ]\w+ de|\b(?:[Rr]ésolutions?|[Dd]écisions?|horizon|Agenda|Programme)|(?:[Cc]onventions?|[Aa]ccords?) (?:\S+ ){1,8}de) $",
        supplement="Supplément",
    ),
    "es": _grammar(
        _SPANISH, of=" (?:del? )?", ranging=" al | a | hasta el | hasta | ?- ?",
        listing=" y el | y los días | y los | y de | y | o |, el | e ",
        ahead=r"(?:(?<=\b[Ee]n )|(?<=\bde )|(?<=\bdel )|(?<=\bdesde )|(?<=\bhasta )|(?<=\bpara )|(?<=año )|(?<=años )|(?<=\by )"
        r"|(?<=período )|(?<=bienio )|(?<=decenio )|(?<=\bfinales de )|(?<=\bantes de )|(?<=finalice )|(?<=\bentre )|(?<=\bpartir de ))",
        decade=r"(?<=decenio de )(?P<decade>(?:1[89]|20)\d)0\b",
        name=r"(?:\b[A-ZÁ-Ú]\w+ de|\b(?:[Rr]esoluci\w+|Agenda|Agenda \w+)|(?:[Cc]onveni(?:o|os|ón)|[Aa]cuerdos?) (?:\S+ ){1,8}de) $",
        supplement="Suplemento",
    ),
    "ru": _grammar(
        "|".join(_RUSSIAN), ranging=" по | до | ?- ?", listing=" и | или ", ahead="",
        behind=r"(?: ?(?:год(?:|а|у|ом|е|ы|ов|ам|ах|ами)|гг?\.)(?!\w))",
        decade=r"(?P<decade>(?:1[89]|20)\d)0-(?:х|е|м|ми)\b",
        name=r"(?:\b[А-Я]\w+|\b[Пп]овестк\w+ дня (?:\S+ ){0,6}до|[Кк]онвенци\w+ (?:\S+ ){0,4}\(\w+\)) $",
        supplement="Дополнение",
    ),
    "ar": _grammar(
        "|".join(_ARABIC), ranging=" الي عام | الي | حتي | ?- ?", listing=" و | و|، و| او ",
        ahead=r"(?:(?<=عام )|(?<=عامي )|(?<=سنة )|(?<=اعوام )|(?<=سنوات )|(?<=سنتي )|(?<=فترة )|(?<=فترة السنتين )|(?<=منذ )|(?<=بحلول )|(?<=عقد )"
        r"|(?<=\d\d\d\d و )|(?<=\d\d\d\d و))",
        decade=r"(?P<decade>(?!))",
        name=r"(?:(?:خطة|لخطة|وخطة|بخطة|اتفاقي\S+|باتفاقي\S+|بروتوكول\S*|اعلان|اتفاق) (?:(?!بحلول|في )\S+ ){0,6}(?:ل|ال)?عام) $",
        supplement="الملحق",
    ),
})  # fmt: skip
NUMBERS = MappingProxyType({**MONTH_NUMBERS, **_RUSSIAN})
"""Every form of a month's name -> its number."""
