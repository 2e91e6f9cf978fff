"""The number of a Security Council resolution -> the year of its adoption. They are numbered through since 1946.

>>> year_of(1701)
2006
"""

from __future__ import annotations

from bisect import bisect_left

FIRST_YEAR = 1946
_LAST_NUMBERS = (
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275,
    291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626, 646,
    683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907,
    1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2616, 2671, 2721, 2767,
)  # fmt: skip
"""The number of the last resolution of each year since 1946, from the Council's annual lists of resolutions."""


def year_of(number: int) -> int | None:
    """The year in which the Council adopted its resolution `number`; None after the last year that is listed."""
    index = bisect_left(_LAST_NUMBERS, number)
    return FIRST_YEAR + index if number > 0 and index < len(_LAST_NUMBERS) else None
