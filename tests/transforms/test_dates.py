"""Dates as printed become EDTF; years that belong to names and numbers do not."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms import dates
from transforms.scan import Scanner, fold

LITERALS = (*dates.MONTHS, *dates.YEARS, *dates.DECADES)
SCANNER = Scanner(LITERALS)


def read(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    hits = SCANNER.hits(folded)
    months = [hit for hit in hits if LITERALS[hit[0]] in dates.MONTHS]
    years = [hit for hit in hits if LITERALS[hit[0]] not in dates.MONTHS]
    return [(text[start:end], edtf) for start, end, edtf in dates.read(folded, months, years)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 6 August 2013 (S/PRST/2013/12)", [("6 August 2013", "2013-08-06")]),
        ("from 20 to 22 March 2019", [("20 to 22 March 2019", "2019-03-20/2019-03-22")]),
        ("12 and 13 May 2018", [("12 and 13 May 2018", "2018-05-12/2018-05-13")]),
        ("30 November to 2 December 2017", [("30 November to 2 December 2017", "2017-11-30/2017-12-02")]),
        ("28 December to 3 January 2018", [("28 December to 3 January 2018", "2017-12-28/2018-01-03")]),
        ("Barbados, 25 April–6 May 1994", [("25 April–6 May 1994", "1994-04-25/1994-05-06")]),
        ("until June 30th 2024", [("June 30th 2024", "2024-06-30")]),
        ("15 June and 20 July 2005", [("15 June", "2005-06-15"), ("20 July 2005", "2005-07-20")]),
        ("in January 2017 and January 2018", [("January 2017", "2017-01"), ("January 2018", "2018-01")]),
        ("in March and April 2007", [("March and April 2007", "2007-03/2007-04")]),
        ("in March, June and July 2007", [("March", "2007-03"), ("June and July 2007", "2007-06/2007-07")]),
        ("the biennium 2017–2018", [("biennium 2017–2018", "2017/2018")]),
        ("the 2004-2005 biennium", [("2004-2005 biennium", "2004/2005")]),
        ("the period 2016–2020", [("2016–2020", "2016/2020")]),
        ("in 2014, 2015 and 2016", [("2014", "2014"), ("2015", "2015"), ("2016", "2016")]),
        ("the financial year 2005/06", [("2005/06", "2005/2006")]),
        ("from 1994 to 2005", [("1994 to 2005", "1994/2005")]),
        ("September 11, 2001", [("September 11, 2001", "2001-09-11")]),
        ("in the 1990s", [("1990s", "199X")]),
        ("early in October, or last year", []),
        ("in early 2007 and late June 2008", [("early 2007", "2007"), ("late June 2008", "2008-06")]),
        ("in mid-2018, yearly 2019", [("mid-2018", "2018"), ("2019", "2019")]),
        ("the first half of 2017", [("first half of 2017", "2017-40")]),
        ("the fourth quarter of 2017", [("fourth quarter of 2017", "2017-36")]),
        ("by the end of 2018", [("2018", "2018")]),
        ("from 2004 to the present", [("2004 to the present", "2004/..")]),
        ("on 6 May the Council met", [("6 May", "XXXX-05-06")]),
        ("It may march on", []),
        ("By 2010, Since 2007 and by end-2008", [("2010", "2010"), ("2007", "2007"), ("2008", "2008")]),
        ("resolution 1631 (2005) and resolutions 1904 (2009)", []),
        ("resolution 2025 (2011)", []),
        ("the 2030 Agenda and the 2005 World Summit", []),
        ("Vision 2020 and Agenda 2063", []),
        ("the Cooperation Framework 2023-2025", []),
        ("Treaty Series, vol. 1833, No. 31363", []),
        ("A/61/2006, S/2008/186 and 2001/45", []),
        ("$2005 and 2,005", []),
        ("(2014–2024)", [("2014–2024", "2014/2024")]),
        ("(Cape Town, October 2006)", [("October 2006", "2006-10")]),
    ],
)
def test_date_as_printed_has_its_edtf(text: str, expected: list[tuple[str, str]]) -> None:
    """Days, months, years, ranges and lists are read as a reader would; names and numbers are left alone."""
    assert read(text) == expected


@given(st.dates(min_value=date(1946, 1, 1), max_value=date(2099, 12, 31)))
def test_any_full_date_is_read_back(day: date) -> None:
    """A day printed the United Nations' way gives its ISO date."""
    printed = f"{day.day} {day:%B} {day.year}"

    assert read(f"On {printed}, it met.") == [(printed, day.isoformat())]


@given(
    st.lists(
        st.sampled_from(
            ["May", "2006", "12", " ", "-", " to ", ", ", " and ", "(", ")", "/", "1990s", "31 "]
        ),
        max_size=12,
    )
)
def test_found_dates_are_apart_and_well_formed(parts: list[str]) -> None:
    """Whatever the text, dates come in order, do not overlap, and are EDTF."""
    text = "".join(parts)
    months = [hit for hit in SCANNER.hits(text) if LITERALS[hit[0]] in dates.MONTHS]
    years = [hit for hit in SCANNER.hits(text) if LITERALS[hit[0]] not in dates.MONTHS]
    reach = 0
    for start, end, edtf in dates.read(text, months, years):
        assert reach <= start < end
        assert re.fullmatch(r"[\dX]{4}(?:-\d\d){0,2}(?:/[\dX]{4}(?:-\d\d){0,2})?", edtf)
        reach = end
