"""Series: a pattern and its numbers, how far a series is asked for, and the year that a symbol names."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain, count, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import SYMBOLS
from transforms.errors import Refusal
from transforms.symbols import Series, frontier, parse
from transforms.symbols.series import Numbers

PATTERNS = [
    "A/RES/80/*",
    "a/res/80/*",
    "A/RES/ES-11/*",
    "A/RES/ES\u201111/*",
    "A/RES/80/* B",
    "A/RES/* (XXX)",
    "S/2026/*",
    "S/*",
    "S/RES/* (2026)",
    "S/RES/*(2026)",
    "S/RES/*\u00a0(2026)",
    "S/PV.*",
    "S/PRST/2026/*",
    "ST/SGB/2026/*",
    "A/C.6/80/SR.*",
    "A/81/6 (Sect. *)",
    "A/73/328/Corr.*",
    "A/81/6 (Sect. 3)/Add.*",
    "A/520/Rev.*",
    "CCPR/C/ISR/CO/*",
    "A/HRC/*/*",
    "A/HRC/RES/*/*",
    "A/*/PV.*",
    "A/C.6/*/L.*",
    "UNEP/EA.*/*",
    "S/2026/*/Add.*",
]


# --- a pattern and its numbers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "numbers", "symbol"),
    [
        ("A/RES/80/*", (12,), "A/RES/80/12"),
        ("a/res/80/*", (12,), "A/RES/80/12"),
        (" S/RES/*(2026) ", (2810,), "S/RES/2810 (2026)"),
        ("A/73/328/Corr.*", (1,), "A/73/328/Corr.1"),
        ("A/HRC/*/*", (60, 4), "A/HRC/60/4"),
        ("A/*/PV.*", (80, 12), "A/80/PV.12"),
        ("S/2026/*/Add.*", (4, 1), "S/2026/4/Add.1"),
        ("A/RES/80/* B", (7,), "A/RES/80/7 B"),
    ],
)
def test_the_stars_are_filled_from_left_to_right(pattern: str, numbers: Numbers, symbol: str) -> None:
    """The numbers stand where the stars stood, and are read back from there."""
    series = Series.parse(pattern)

    assert str(series.symbol(numbers)) == symbol
    assert series.numbers(parse(symbol)[0]) == numbers
    assert series.stars == len(numbers)


@given(st.sampled_from(PATTERNS), st.data())
def test_the_numbers_of_a_symbol_are_those_it_was_made_of(pattern: str, data: st.DataObject) -> None:
    """Going from numbers to a symbol and back changes nothing, in any spelling of the symbol."""
    series = Series.parse(pattern)
    numbers = tuple(data.draw(st.integers(1, 999)) for _ in range(series.stars))

    symbol = series.symbol(numbers)

    assert series.numbers(symbol) == numbers
    assert series.numbers(parse(str(symbol).lower().replace(" (", "("))[0]) == numbers


@given(st.sampled_from(PATTERNS), SYMBOLS)
def test_a_symbol_is_no_other_than_the_one_its_numbers_make(pattern: str, text: str) -> None:
    """A symbol that has numbers in a series is the very symbol that these numbers make."""
    series, symbol = Series.parse(pattern), parse(text)[0]

    numbers = series.numbers(symbol)

    assert numbers is None or series.symbol(numbers) == symbol


@pytest.mark.parametrize(
    ("pattern", "stranger"),
    [
        ("A/RES/80/*", "A/RES/79/12"),
        ("A/RES/80/*", "A/RES/80/12 B"),
        ("A/RES/80/*", "A/80/12"),
        ("A/80/*", "A/RES/80/12"),
        ("A/80/*", "A/80/12/Add.1"),
        ("A/80/*", "A/80/L.12"),
        ("A/C.6/80/SR.*", "A/C.6/80/SR.11-13"),
        ("S/RES/* (2026)", "S/RES/2810 (2025)"),
        ("A/HRC/*/*", "A/HRC/60/4/Add.1"),
        ("A/73/328/Corr.*", "A/73/328"),
        ("A/HRC/*/*", "A/HRC/RES/60/4"),
    ],
)
def test_a_symbol_of_another_series_has_no_numbers_in_it(pattern: str, stranger: str) -> None:
    """Another body, session, type or suffix is another series."""
    assert Series.parse(pattern).numbers(parse(stranger)[0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "A/73/328",
        "A/RES/*",
        "*/80/1",
        "A/*/*/*",
        "A/HRC/*/*/Add.*",
        "S/*/*",
        "A/61/204*",
        "A/RES/8*/1",
        "A/RES/*0/1",
        "A/80/**",
        "A/73/328/Corr*",
        "A/73/328/*",
        "A/61/*-S/2006/*",
        "A/81/6 (Vol 1)/Add.*",
        "A/RES/80/*\x00",
        "A/RES/80/*/",
        "A/RES/80/* <script>",
        "A/../*",
        "A/RES/80/*" + "0" * 10_000,
    ],
)
def test_what_leaves_no_whole_number_open_is_refused_with_examples(text: str) -> None:
    """No star, too many, one glued to a digit or a letter, or several symbols: refused, with examples of good ones."""
    with pytest.raises(Refusal, match=r"A/RES/80/\*") as caught:
        Series.parse(text)

    assert caught.value.reason == "malformed-series"
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 400


def parsed_or_refused(text: str) -> Series | Refusal:
    try:
        return Series.parse(text)
    except Refusal as refusal:
        return refusal


@given(st.text(max_size=60) | st.lists(st.sampled_from(["A", "/", "*", "80", "RES", "(", ")", " ", "-", "S", "2026", "Corr."]), max_size=12).map("".join))  # fmt: skip
def test_any_text_is_refused_or_is_a_series_that_knows_its_own_again(text: str) -> None:
    """No series is accepted that would not know its own symbols again and so be asked for without end."""
    series = parsed_or_refused(text)

    if isinstance(series, Refusal):
        assert series.reason == "malformed-series"
    else:
        numbers = (31,) * series.stars
        assert series.numbers(series.symbol(numbers)) == numbers


# --- how far a series is asked for -----------------------------------------------------------------


class Server:
    """A server with some numbers of a series, and what is known of it from run to run."""

    def __init__(self, pattern: str, there: Set[Numbers]) -> None:
        self.series = Series.parse(pattern)
        self.there = set(there)
        self.known: dict[Numbers, bool] = {}

    def windows(self, first: Numbers, gap: int) -> Iterator[tuple[Numbers, ...]]:
        """What one run asks for, window by window."""
        asked: frozenset[Numbers] = frozenset()
        while window := frontier(self.series, self.known, asked, first, gap):
            yield window
            asked |= set(window)
            self.known |= {numbers: numbers in self.there for numbers in window}

    def run(self, first: Numbers, gap: int) -> list[Numbers]:
        """What one run asks for, in order."""
        return list(chain.from_iterable(self.windows(first, gap)))

    @property
    def found(self) -> set[Numbers]:
        return {numbers for numbers, is_there in self.known.items() if is_there}


def before_the_gap(there: Set[int], first: int, gap: int) -> set[int]:
    """What a reader of the shelf finds, who stops after so many empty places on end."""
    reached = takewhile(lambda n: any(m in there for m in range(n - gap, n)) or n < first + gap, count(first))
    return {n for n in reached if n in there}


THERE = st.sets(st.integers(1, 40), max_size=30)
GAPS = st.integers(1, 6)


@given(THERE, st.integers(1, 10), GAPS)
def test_a_series_is_found_up_to_its_first_gap_and_asked_for_no_further(
    there: set[int], first: int, gap: int
) -> None:
    """All up to the first gap is found, each number is asked for once, and none beyond the gap."""
    server = Server("A/RES/80/*", {(n,) for n in there})
    expected = before_the_gap(there, first, gap)
    end = max(expected, default=first - 1)

    asked = server.run((first,), gap)

    assert server.found == {(n,) for n in expected}
    assert sorted(asked) == [(n,) for n in range(first, end + gap + 1)]
    assert len(asked) == len(set(asked))


@given(THERE, GAPS, st.sets(st.integers(1, 60), max_size=15))
def test_a_later_run_goes_on_behind_the_last_that_was_there(
    there: set[int], gap: int, published: set[int]
) -> None:
    """The next run begins behind the last document found, asks for the gap again and finds what was added."""
    server = Server("A/RES/80/*", {(n,) for n in there})
    server.run((1,), gap)
    before = max(server.found, default=(0,))[0]
    server.there |= {(n,) for n in published}
    expected = before_the_gap(there | published, before + 1, gap)

    asked = server.run((1,), gap)

    end = max(expected, default=before)
    assert sorted(asked) == [(n,) for n in range(before + 1, end + gap + 1)]
    assert {(n,) for n in expected} <= server.found


@given(THERE, GAPS, st.integers(0, 20))
def test_a_run_that_was_cut_off_is_taken_up_where_it_ended(there: set[int], gap: int, cut: int) -> None:
    """Of a window some numbers may be known and others not."""
    whole, cut_off = (Server("A/RES/80/*", {(n,) for n in there}) for _ in range(2))
    whole.run((1,), gap)
    answered = list(whole.known)[:cut]
    cut_off.known = {numbers: whole.known[numbers] for numbers in answered}

    cut_off.run((1,), gap)

    assert cut_off.known == whole.known


@pytest.mark.parametrize(
    ("pattern", "first", "there", "asked"),
    [
        ("S/RES/* (2026)", 2810, {2810, 2811, 2813}, range(2810, 2817)),
        ("A/73/328/Corr.*", 1, {1}, range(1, 5)),
        ("A/73/328/Corr.*", 1, set(), range(1, 4)),
        ("S/PV.*", 10_000, {10_002}, range(10_000, 10_006)),
    ],
)
def test_a_series_may_begin_anywhere_and_be_of_any_form(
    pattern: str, first: int, there: set[int], asked: range
) -> None:
    """The number to begin with, and the place of the star in the symbol, are free."""
    server = Server(pattern, {(n,) for n in there})

    assert server.run((first,), 3) == [(n,) for n in asked]
    assert [server.series.numbers(server.series.symbol((n,))) for n in asked] == [(n,) for n in asked]


def test_what_is_known_before_the_number_to_begin_with_does_not_bring_it_forward() -> None:
    """A document that came by another way leaves the beginning where it was set."""
    server = Server("A/RES/80/*", {(3,), (10,)})
    server.known = {(3,): True}

    assert server.run((10,), 2) == [(10,), (11,), (12,)]


def test_a_window_reaches_a_gap_behind_what_was_found_and_leaves_out_what_was_asked() -> None:
    """Each window ends a gap behind the last found, and holds nothing that this run has asked for."""
    server = Server("A/RES/80/*", {(1,), (2,), (4,)})

    told = [[n for (n,) in window] for window in server.windows((1,), 3)]

    assert told == [[1, 2, 3], [4, 5], [6, 7]]


# --- sessions --------------------------------------------------------------------------------------

SHELVES = st.dictionaries(st.integers(1, 6), st.sets(st.integers(1, 12), max_size=8), max_size=5)


@given(SHELVES, st.integers(1, 3), GAPS)
def test_sessions_are_followed_one_after_the_other_until_one_is_empty(
    shelves: dict[int, set[int]], first: int, gap: int
) -> None:
    """Each session is followed to its own gap, and the first session without a document ends the walk."""
    server = Server("A/HRC/*/*", {(session, n) for session, there in shelves.items() for n in there})
    found = {session: before_the_gap(shelves.get(session, set()), 1, gap) for session in range(first, 8)}
    sessions = list(takewhile(lambda session: found[session], range(first, 8)))

    asked = server.run((first, 1), gap)

    assert server.found == {(session, n) for session in sessions for n in found[session]}
    ends = {session: max(found[session]) + gap for session in sessions}
    ends[first + len(sessions)] = gap
    assert sorted(asked) == [(session, n) for session in ends for n in range(1, ends[session] + 1)]
    assert len(asked) == len(set(asked))


def test_a_later_run_looks_at_the_last_session_the_one_before_and_the_next() -> None:
    """A later run looks at no older session than the one before the last."""
    server = Server("A/HRC/*/*", {(58, 1), (59, 1), (60, 1), (60, 2)})
    server.run((58, 1), 2)
    server.there |= {(58, 2), (59, 2), (60, 3), (61, 1), (62, 1)}

    asked = server.run((58, 1), 2)

    assert {session for session, _ in asked} == {59, 60, 61, 62, 63}
    assert server.there - server.found == {(58, 2)}
    assert len(asked) == len(set(asked))


def test_the_number_to_begin_with_holds_for_the_first_session_alone() -> None:
    """A later session begins at its first number."""
    server = Server("A/*/PV.*", {(80, 5), (81, 1)})

    asked = server.run((80, 5), 2)

    assert asked == [(80, 5), (80, 6), (80, 7), (81, 1), (81, 2), (81, 3), (82, 1), (82, 2)]


# --- the year that a symbol names ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "year"),
    [
        ("S/RES/1631 (2005)", 2005),
        ("S/RES/1 (1946)", 1946),
        ("S/2026/12", 2026),
        ("S/PRST/2007/7", 2007),
        ("E/1987/20", 1987),
        ("ST/SGB/2018/1", 2018),
        ("E/CN.6/2025/NGO/125", 2025),
        ("NPT/CONF.2000/1", 2000),
        ("A/AC.109/2020/3", 2020),
        ("A/80/1", 2025),
        ("A/RES/60/1", 2005),
        ("A/31/1", 1976),
        ("A/RES/3331 B (XXIX)", 1974),
        ("A/RES/1 (I)", 1946),
        ("A/RES/377 (V)", 1950),
        ("A/RES/1514 (XV)", 1960),
        ("A/RES/2758 (XXVI)", 1971),
        ("A/C.6/56/SR.11", 2001),
        ("A/BUR/73/1", 2018),
        ("A/INF/73/1", 2018),
        ("A/73/328/Add.1/Corr.2", 2018),
        ("A/HRC/48/2", None),
        ("T/RES/2 (XV)", None),
        ("UNEP/EA.2/1", None),
        ("CCPR/C/121/D/2025/2011", None),
        ("A/S-12/2", None),
        ("A/RES/ES-11/1", None),
        ("A/520/Rev.17", None),
        ("A/AC.105/1138", None),
        ("S/26000", None),
        ("E/5715", None),
        ("PSC/PR/2(XCVIII)", None),
    ],
)
def test_a_symbol_names_its_year_or_that_in_which_its_session_of_the_assembly_opened(
    symbol: str, year: int | None
) -> None:
    """A year is read from the symbol or from a session of the Assembly, and from no other body's session."""
    assert parse(symbol)[0].year == year


@given(SYMBOLS)
def test_the_year_of_any_symbol_is_one_of_the_united_nations(text: str) -> None:
    """No symbol names a year outside the time of the United Nations."""
    year = parse(text)[0].year

    assert year is None or 1945 < year < 2100


def test_numbers_below_one_that_came_another_way_are_asked_for_too() -> None:
    """Where a citation brought number 4 before anybody counted, 1 to 3 are unknown and not skipped."""
    series = Series.parse("A/RES/80/*")

    first = frontier(series, {(4,): True}, frozenset(), (1,), 2)
    then = frontier(series, {(n,): n != 2 for n in (1, 2, 3, 4)}, frozenset({(1,), (2,), (3,)}), (1,), 2)

    assert first == ((1,), (2,), (3,), (5,), (6,))
    assert then == ((5,), (6,))


def test_sessions_below_one_that_came_another_way_are_counted_once_and_then_left() -> None:
    """A document of session 5 does not hide sessions 3 and 4; a session that is over is not asked for again."""
    series = Series.parse("A/HRC/*/*")
    known: dict[tuple[int, ...], bool] = {(5, 1): True}
    asked: set[tuple[int, ...]] = set()
    while window := frontier(series, known, asked, (2, 1), 2):
        asked |= set(window)
        known |= {numbers: numbers in {(3, 1), (4, 1), (5, 1)} for numbers in window}
    again = frontier(series, known, set(), (2, 1), 2)

    assert {session for session, _ in asked} == {2, 3, 4, 5, 6}
    assert {session for session, _ in again} == {4}
