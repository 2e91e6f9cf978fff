"""Days as they are printed in the six languages.

>>> day(re.search(DAY, "le 1er janvier 2023")), day(re.search(DAY, "2023年10月19日"))
(datetime.date(2023, 1, 1), datetime.date(2023, 10, 19))
"""

from __future__ import annotations

import datetime as dt
import re

_NAMES = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
)
"""The last line is the Levant's names of the months, which Arabic documents print before the others."""
_VARIANTS = {
    "fevrier": 2, "aout": 8, "decembre": 12, "setiembre": 9, "يونيو": 6, "يوليو": 7, "نيسان/أبريل": 4, "اكتوبر": 10, "ابريل": 4,
    "اغسطس": 8, "اذار": 3, "ايار": 5, "ايلول": 9,
}  # fmt: skip
MONTHS = {
    **{
        name.replace("_", " "): number
        for names in _NAMES
        for number, name in enumerate(names.split(), start=1)
    },
    **_VARIANTS,
}
"""The number of a month by its name in lower case, in the form in which a day is printed before it."""

_HAN = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "О": 0,
}
_NAME = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_ENGLISH = "|".join(_NAMES[0].split())
_SPACE = r"[\s\u00a0]+"
DAY = (
    rf"(?i:(?P<day>\d{{1,2}})(?:er|º|°|st|nd|rd|th)?{_SPACE}(?:de{_SPACE})?(?P<month>(?:{_NAME})(?:\s?/\s?(?:{_NAME}))?)"
    rf",?{_SPACE}(?:del?{_SPACE})?(?P<year>\d{{4}})"
    rf"|(?P<month_before>{_ENGLISH}){_SPACE}(?P<day_after>\d{{1,2}}),{_SPACE}(?P<year_after>\d{{4}})"
    r"|(?P<han_year>\d{4}|[〇○零О一二三四五六七八九]{4})\s?年\s?(?P<han_month>\d{1,2}|十?[一二三四五六七八九十])\s?月"
    r"\s?(?P<han_day>\d{1,2}|[二三]?十?[一二三四五六七八九十])\s?日)"
)
"""A pattern with groups of its own: use it once in a pattern, and give the match to `day`."""


def day(match: re.Match[str] | None) -> dt.date | None:
    """The day that a match of a pattern with `DAY` in it names; None where there is no such day.

    >>> day(re.search(DAY, "9 كانون الثاني/يناير 2023")), day(re.search(DAY, "31 juin 2023"))
    (datetime.date(2023, 1, 9), None)
    """
    if match is None:
        return None
    if match["han_year"]:
        parts = (_number(match["han_year"]), _number(match["han_month"]), _number(match["han_day"]))
    elif match["month_before"]:
        parts = (int(match["year_after"]), MONTHS[match["month_before"].lower()], int(match["day_after"]))
    elif match["day"] is None:
        return None
    else:
        parts = (int(match["year"]), month(match["month"]), int(match["day"]))
    try:
        return dt.date(*parts)
    except ValueError:
        return None


def month(name: str) -> int:
    """The number of a month; of two names with a stroke between them the second counts."""
    folded = " ".join(name.lower().split())
    return MONTHS[folded] if folded in MONTHS else MONTHS[folded.rpartition("/")[2].strip()]


def _number(printed: str) -> int:
    """A number in digits or Chinese numerals: 2023, 二〇二三, 二十一, 十."""
    if printed.isascii():
        return int(printed)
    if "十" not in printed:
        return int("".join(str(_HAN[character]) for character in printed))
    tens, _, units = printed.partition("十")
    return 10 * (_HAN[tens] if tens else 1) + (_HAN[units] if units else 0)
