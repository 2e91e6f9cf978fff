"""What a text cites: one line a case, the words between ⟦ and ⟧ are the spans."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import SYMBOLS
from transforms import symbols
from transforms.citations import CitationContext, Reference, cite, find_triggers, ibidem, places
from transforms.citations.places import Target
from transforms.citations.yearly import year_of
from transforms.passages import Citation, Passage

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold"


def read(text: str, organ: str | None = None) -> list[Reference]:
    return cite(text, find_triggers(text), CitationContext(organ))


def check(marked: str, *ids: str, organ: str | None = None) -> list[Reference]:
    """What `marked` cites, after checking that the spans are those marked and the ids those given."""
    text = marked.replace("⟦", "").replace("⟧", "")
    found = read(text, organ)
    shown = text
    for reference in reversed(found):
        span = slice(reference.start, reference.end)
        shown = f"{shown[: reference.start]}⟦{shown[span]}⟧{shown[reference.end :]}"
    assert shown == marked
    assert tuple(identity for reference in found for identity in reference.ids) == ids
    return found


class TestSymbols:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("the report (⟦A/61/204-S/2006/590⟧).", ("sym:A/61/204", "sym:S/2006/590")),
            ("See ⟦A/72/297⟧ and ⟦A/71/208⟧.", ("sym:A/72/297", "sym:A/71/208")),
            ("(⟦S/PRST/2004/27⟧ and ⟦S/PRST/2004/44⟧)", ("sym:S/PRST/2004/27", "sym:S/PRST/2004/44")),
            ("⟦PSC/PR/2(XCVIII)⟧, 98th meeting", ("sym:PSC/PR/2(XCVIII)",)),
            ("(see ⟦S/PV.5649⟧ and Resumption 1)", ("sym:S/PV.5649",)),
            ("⟦S/PV.5649 (Resumption 1)⟧", ("sym:S/PV.5649 (Resumption 1)",)),
            ("⟦A/57/470⟧ and ⟦Add.1⟧ and ⟦2⟧.", ("sym:A/57/470", "sym:A/57/470/Add.1", "sym:A/57/470/Add.2")),
            ("see ⟦A/RES/57/228 B⟧ of 22 May", ("sym:A/RES/57/228 B",)),
            ("⟦A/75/6 (Sect. 29A)⟧ and others", ("sym:A/75/6 (Sect. 29A)",)),
            ("the note ⟦S/2008/186⟧ (2008)", ("sym:S/2008/186",)),
            ("⟦A/HCR/24/57⟧ as printed", ("sym:A/HRC/24/57",)),
            ("(⟦A/Res/60/1⟧)", ("sym:A/RES/60/1",)),
            ("See ⟦CD/1985⟧.", ("sym:CD/1985",)),
            ("⟦S/23500⟧.", ("sym:S/23500",)),
            ("cited (⟦SSC/19/3⟧)", ("sym:SSC/19/3",)),
        ],
    )
    def test_printed_symbols_are_found_whole(self, text: str, ids: tuple[str, ...]) -> None:
        check(text, *ids)

    @pytest.mark.parametrize(
        "text",
        [
            "and/or HIV/AIDS, TCP/IP, 24/7, km/h, AMIS/UNAMID, UNDP/2018, 11/20",
            "https://www.un.org/A/61/204 and http://undocs.org/S/2008/186",
            "on 12/03/2018 at 10/12",
            "section A/B of I/II",
        ],
    )
    def test_other_words_with_strokes_are_no_symbols(self, text: str) -> None:
        check(text)

    @given(SYMBOLS)
    def test_any_symbol_in_a_sentence_is_found_with_its_whole_span(self, symbol: str) -> None:
        text = f"as stated in {symbol}, which"
        [found] = read(text)
        assert text[found.start : found.end] == symbol
        assert found.cited_symbols == tuple(map(str, symbols.parse(symbol)))


class TestResolutions:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("⟦General Assembly resolution 58/316⟧", ("res:A/RES/58/316",)),
            ("by ⟦Council resolution 1809 (2008)⟧", ("res:S/RES/1809 (2008)",)),
            ("in its ⟦resolution 1809 (2008)⟧", ("res:S/RES/1809 (2008)",)),
            (
                "⟦Security Council resolutions 1540 (2004)⟧ and ⟦1673 (2006)⟧ aimed",
                ("res:S/RES/1540 (2004)", "res:S/RES/1673 (2006)"),
            ),
            ("⟦Human Rights Council resolution 4/8⟧,6 in which", ("res:A/HRC/RES/4/8",)),
            ("⟦Economic and Social Council resolution 2010/1⟧", ("res:E/RES/2010/1",)),
            ("⟦Resolution 217 A (III)⟧.", ("res:A/RES/217 A (III)",)),
            ("⟦resolution 3201 (S-VI)⟧ and", ("res:A/RES/3201 (S-VI)",)),
            ("its ⟦decision 77/505 B⟧ of 3 May", ("res:A/DEC/77/505 B",)),
            ("⟦resolutions 69/96 A and B⟧ of 9 May", ("res:A/RES/69/96 A-B",)),
            ("⟦resolution ES‑10/15⟧ of 20 July 2004", ("res:A/RES/ES-10/15",)),
            (
                "its ⟦resolutions 43/53⟧ of 6 December 1988, ⟦54/222⟧ of 22 December 1999 and ⟦62/86⟧.",
                ("res:A/RES/43/53", "res:A/RES/54/222", "res:A/RES/62/86"),
            ),
            (
                "⟦General Assembly, resolution 60/180⟧ and ⟦Security Council resolution 1645 (2005)⟧.",
                ("res:A/RES/60/180", "res:S/RES/1645 (2005)"),
            ),
            (
                "its resolutions on Sudan, in particular ⟦1591 (2005)⟧, ⟦1651 (2005)⟧ ⟦1665 (2006)⟧",
                ("res:S/RES/1591 (2005)", "res:S/RES/1651 (2005)", "res:S/RES/1665 (2006)"),
            ),
            (
                "⟦resolutions 72/112⟧ of 7 December 2017 on abuse, ⟦75/132⟧ of 15 December 2020 on conduct",
                ("res:A/RES/72/112", "res:A/RES/75/132"),
            ),
            (  # A/RES/77/200
                "⟦resolutions 60/251⟧ of 15 March 2006, which set up a Council, and ⟦65/281⟧ of 17 June 2011",
                ("res:A/RES/60/251", "res:A/RES/65/281"),
            ),
            ("the Commission and ⟦Assembly resolution 61/98⟧", ("res:A/RES/61/98",)),
            ("on Women and ⟦Security Council resolution 1325 (2000)⟧", ("res:S/RES/1325 (2000)",)),
            ("⟦United Nations Environment Assembly resolution 5/14⟧", ("res:UNEP/EA.5/Res.14",)),
            ("with ⟦Executive Board decision 2018/5⟧.", ("res:Executive Board/DEC/2018/5",)),
            ("⟦Peace and Security Council decision 5/14⟧", ("res:Peace and Security Council/DEC/5/14",)),
            (
                "⟦Security Council resolutions 2628⟧ and ⟦2670 (2022)⟧, paragraph 4",
                ("res:S/RES/2628 (2022)", "res:S/RES/2670 (2022)"),
            ),
            (
                "⟦resolutions 1325⟧ and ⟦2670 (2022)⟧",
                ("res:S/RES/1325 (2000)", "res:S/RES/2670 (2022)"),
            ),
            ("Environment Assembly resolutions 128 and 130 (2022)", ()),
        ],
    )
    def test_numbers_become_symbols_and_spans_follow_the_guideline(
        self, text: str, ids: tuple[str, ...]
    ) -> None:
        if text.startswith("⟦Peace"):
            assert [reference.cited_symbols for reference in read(text.strip("⟦⟧"))] == [()]
        else:
            check(text, *ids)

    @pytest.mark.parametrize(
        ("text", "organ", "cited"),
        [
            ("The Human Rights Council, in its resolution 32/13, urged", None, "A/HRC/RES/32/13"),
            ("The Council, in its resolution 32/13, urged", "org:un.hrc", "A/HRC/RES/32/13"),
            ("In its resolution 32/13, the Human Rights Council urged", None, "A/HRC/RES/32/13"),
            ("the General Assembly (see resolution 48/42)", "org:un.hrc", "A/RES/48/42"),
            (
                "the Environment Assembly … the United Nations Environment Assembly, in its resolution 2/10",
                None,
                "UNEP/EA.2/Res.10",
            ),
            ("the United Nations Environment Assembly and resolution 72/249", "org:un.ga", "A/RES/72/249"),
            ("Resolution 70/1.", "org:un.ga", "A/RES/70/1"),
            ("Resolution 70/1.", None, "A/RES/70/1"),
            ("resolution 2005/30 of the Council", None, "E/RES/2005/30"),
            (
                "decision S-4/101 of 13 December 2006 adopted by the Human Rights Council",
                None,
                "A/HRC/DEC/S-4/101",
            ),
            ("Human Rights Council resolution 31/2. In resolution 31/2 it", "org:un.ga", "A/HRC/RES/31/2"),
            ("The Security Council noted resolution 61/296", "org:un.sc", "A/RES/61/296"),
        ],
    )
    def test_the_organ_is_told_by_the_words_near_then_by_who_speaks(
        self, text: str, organ: str | None, cited: str
    ) -> None:
        assert read(text, organ)[-1].cited_symbols == (cited,)

    @pytest.mark.parametrize(
        "text",
        [
            "the peaceful resolution of 12 conflicts in 2004 (see page 4/8)",
            "a resolution was adopted at the 4/8 session",
            "sect. I.A, resolution 10/1.",
            "resolution of disputes worth $1540 (2004 prices)",
            "decision 1/CP.21",
            "the decision 26/4",
        ],
    )
    def test_pages_money_and_dates_are_no_resolutions(self, text: str) -> None:
        check(text)

    @given(st.sampled_from(["A", "S", "E", "A/HRC"]), st.integers(31, 99), st.integers(1, 400))
    def test_the_symbol_given_is_always_canonical(self, body: str, session: int, serial: int) -> None:
        name = {
            "A": "General Assembly",
            "A/HRC": "Human Rights Council",
            "E": "Economic and Social Council",
        }.get(body)
        text = f"{name} resolution {1970 + session if body == 'E' else session}/{serial}"
        text = f"resolution {serial} ({1950 + session})" if body == "S" else text
        [found] = read(text)
        [cited] = found.cited_symbols
        assert str(symbols.parse(cited)[0]) == cited
        assert symbols.parse(cited)[0].body == body


class TestCouncil:
    """Resolutions of the Security Council without their year; the texts are those of its resolutions and statements."""

    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            (
                "⟦resolutions 1701 (2006)⟧, ⟦425⟧ and ⟦426 (1978)⟧, ⟦520 (1982)⟧",
                (
                    "res:S/RES/1701 (2006)",
                    "res:S/RES/425 (1978)",
                    "res:S/RES/426 (1978)",
                    "res:S/RES/520 (1982)",
                ),
            ),
            (
                "⟦resolutions 1493⟧ of 28 July 2003, ⟦1533⟧ of 12 March 2004",
                ("res:S/RES/1493 (2003)", "res:S/RES/1533 (2004)"),
            ),
            (
                "⟦resolution 1554⟧ of 29 July 2004 (⟦S/RES/1554⟧)",
                ("res:S/RES/1554 (2004)", "sym:S/RES/1554 (2004)"),
            ),
            (
                "all ⟦resolutions 1680 (2006)⟧, and ⟦1701⟧ on the line",
                ("res:S/RES/1680 (2006)", "res:S/RES/1701 (2006)"),
            ),
            ("⟦Security Council resolution 1373⟧,", ("res:S/RES/1373 (2001)",)),
            ("⟦resolution 1701⟧ of the Security Council", ("res:S/RES/1701 (2006)",)),
            (
                "⟦resolution 2789 (2025)⟧; by ⟦resolution 2789⟧",
                ("res:S/RES/2789 (2025)", "res:S/RES/2789 (2025)"),
            ),
            ("relevant resolutions, including ⟦1373 (2001)⟧;", ("res:S/RES/1373 (2001)",)),
            ("⟦PRST 2006/39⟧ and ⟦PRST/2007/7⟧", ("sym:S/PRST/2006/39", "sym:S/PRST/2007/7")),
            ("its ⟦Presidential Statement 2012/2⟧ and", ("sym:S/PRST/2012/2",)),
        ],
    )
    def test_a_number_gives_the_year_where_something_tells_whose_it_is(
        self, text: str, ids: tuple[str, ...]
    ) -> None:
        check(text, *ids)

    @pytest.mark.parametrize(
        "text",
        [
            "General Assembly resolution 1514 of 14 December 1960",
            "resolution 1514 of 14 December 1960",
            "by resolution 1701, which",
            "resolution 67 of the Conference",
            "OAS resolution 1080 and International Labour Conference resolution 203",
        ],
    )
    def test_numbers_of_other_bodies_are_left(self, text: str) -> None:
        check(text)

    def test_where_the_council_speaks_its_numbers_stand_alone(self) -> None:
        """S/RES/1616 (2005) and S/RES/2682 (2023)."""
        check(
            "⟦resolution 1493⟧, expanded by ⟦resolution 1596⟧, and set forth in ⟦2367 (2017)⟧,",
            "res:S/RES/1493 (2003)", "res:S/RES/1596 (2005)", "res:S/RES/2367 (2017)", organ="org:un.sc",
        )  # fmt: skip
        check("OAS resolution 1080, 2367 (2016)", organ="org:un.sc")
        check("las decisiones de su resolución 2165 (2014)", organ="org:un.sc")

    @pytest.mark.parametrize(
        ("number", "year"),
        [(1, 1946), (15, 1946), (16, 1947), (1701, 2006), (2721, 2023), (9999, None), (0, None)],
    )
    def test_the_year_of_a_number_is_that_of_the_annual_lists(self, number: int, year: int | None) -> None:
        assert year_of(number) == year

    def test_each_year_begins_where_the_one_before_ended(self) -> None:
        years = [year for number in range(1, 2700) if (year := year_of(number))]
        assert years == sorted(years)
        assert set(years) == set(range(1946, 2024))


class TestPinpoints:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            (
                "paragraph 4 (1) of the annex to General Assembly resolution 58/316, covers",
                "annex, para. 4 (1)",
            ),
            ("(see resolution 48/42, para. 63)", "para. 63"),
            ("section III, paragraph 9, of its resolution 59/265", "sect. III, para. 9"),
            ("In paragraph 1 of its resolution 1631 (2005) the Council", "para. 1"),
            ("Resolution 71/1, annex I.", "annex I"),
            ("A/47/277-S/24111, para. 64.", "para. 64"),
            ("A/60/341-S/2005/567, annex 1, para. 7.", "annex 1, para. 7"),
            ("A/59/565, annex I, 86 (b).", "annex I, 86 (b)"),
            ("(A/60/891, paras. 63-68).", "paras. 63-68"),
            ("General Assembly resolution 60/180, paras. 7 (e), 11 and 19.", "paras. 7 (e), 11 and 19"),
            ("paragraphs 16 and 19 of General Assembly resolution 61/296 — in", "paras. 16 and 19"),
            ("the annex to Security Council resolution 1625 (2005), in which", "annex"),
            ("Supplement No. 53 (A/62/53), chap. III).", "chap. III"),
            ("resolution 45/1 of 6 May 1990, annex.", "annex"),
            ("See A/60/891, annex", "annex"),
            ("Security Council resolution 1325 (2000), the first", None),
            ("in section IV of the report of the Secretary-General (A/80/607)", "sect. IV"),
            ("provided in sections II and III of the proposed budget (A/80/615)", "sects. II and III"),
            ("section IV, paragraph 2, of the Secretary-General’s report (S/2025/6)", "sect. IV, para. 2"),
            ("paragraphs 15 to 24 of the addendum to his report (S/2005/273/Add.2)", "paras. 15 to 24"),
            ("paragraph 3 of the plan, and the report of the Secretary-General (A/61/3)", None),
            ("recalls paragraphs 10 to 13 and 15 of resolution 2399 (2018)", "paras. 10 to 13 and 15"),
            ("paragraphs 1, 5, and 7 through 12 of resolution 2745 (2024)", "paras. 1, 5, and 7 through 12"),
            ("resolution 60/1, annexes I and III", "annexes I and III"),
            ("resolution 60/1, paras. 5 and 6, and annexes A and B", "paras. 5 and 6, annexes A and B"),
            ("resolution 999/3 of 6 May 2024 on shared rivers, in particular its paragraph 3,", "para. 3"),
            ("resolution 999/3, in particular paragraph 3 thereof", "para. 3"),
            ("resolution 61/3 on rivers, including paragraphs 3 and 4 thereof", "paras. 3 and 4"),
            ("the report (A/61/204), in particular paragraph 5", "para. 5"),
            ("resolution 61/3 and the Vienna Declaration, in particular its paragraph 3", None),
            ("resolution 61/3 on rivers, in particular paragraph 3", None),
            ("resolution 61/3 on rivers, in particular its paragraph 3 of the annex", None),
        ],
    )
    def test_the_place_inside_is_kept_in_one_form_outside_the_span(
        self, text: str, place: str | None
    ) -> None:
        [found] = read(text)
        assert found.pinpoint == place
        assert not any(start < found.end and found.start < end for start, end in found.pinpoint_spans)

    def test_a_place_of_several_resolutions_is_that_of_each(self) -> None:
        """S/RES/2701 (2023)."""
        found = read("as amended by paragraph 2 of resolutions 2441 (2018) and 2509 (2020);")
        assert [each.pinpoint for each in found] == ["para. 2", "para. 2"]
        assert [each.pinpoint for each in read("paragraph 2 of resolution 60/1 and 61/2")] == [
            "para. 2",
            None,
        ]

    def test_the_letter_of_the_next_symbol_is_no_place(self) -> None:
        assert [each.pinpoint for each in read("A/61/3, paras. 5 and 6, and S/2008/1")] == [
            "paras. 5 and 6",
            None,
        ]

    def test_each_member_of_a_list_keeps_its_own_place(self) -> None:
        found = read("Resolutions 69/117, para. 8, 70/116, para. 4, and 71/139, para. 7.")
        assert [each.pinpoint for each in found] == ["para. 8", "para. 4", "para. 7"]


class TestStatedDates:
    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("resolution 60/1 of 16 September 2005", ["2005-09-16"]),
            (
                "resolutions 43/53 of 6 December 1988, 54/222 dated 22 December 1999 and 62/86",
                ["1988-12-06", "1999-12-22", None],
            ),
            ("resolution 1554 of 29 July 2004", ["2004-07-29"]),
            (
                "its statements of 3 August 2011 (S/PRST/2011/16) and 21 March 2012 (S/PRST/2012/6)",
                ["2011-08-03", "2012-03-21"],
            ),
            (
                "the letter dated 30 August 2006 from Chad addressed to the Council (S/2006/718)",
                ["2006-08-30"],
            ),
            ("A/61/2 of 5 May 2006", ["2006-05-05"]),
            ("the decision taken on 13 April 2002 (S/2002/423)", [None]),
            ("resolution 61/1 of 31 February 2006", [None]),
            ("resolution 61/1 of 3 Brumaire 1799", [None]),
            ("resolution 61/1, which on 3 May 2006", [None]),
        ],
    )
    def test_the_day_beside_a_citation_is_that_of_the_text_cited(
        self, text: str, days: list[str | None]
    ) -> None:
        found = [each.stated_date and each.stated_date.isoformat() for each in read(text)]
        assert found == days


class TestPlaces:
    @pytest.mark.parametrize(
        ("pinpoint", "targets"),
        [
            ("para. 4 (1)", [Target(paragraph="4(1)")]),
            ("annex I, para. 7 (e)", [Target(annex="I", paragraph="7(e)")]),
            ("annexes I and II", [Target(annex="I"), Target(annex="II")]),
            (
                "sect. III, paras. 3-4",
                [Target(section="III", paragraph="3"), Target(section="III", paragraph="4")],
            ),
            ("chap. I, sect. D", [Target(chapter="I", section="D")]),
            (
                "paras. 9 and 10, annex",
                [Target(paragraph="9"), Target(paragraph="10"), Target(annex="annex")],
            ),
            ("paras. 2 (d) and 5 (v) (iii)", [Target(paragraph="2(d)"), Target(paragraph="5(v)(iii)")]),
            ("paras. 1, 5, and 7 through 9", [Target(paragraph=number) for number in "15789"]),
            ("sects. II and III", [Target(section="II"), Target(section="III")]),
            ("paras. 9 (b) to (d)", [Target(paragraph=f"9({letter})") for letter in "bcd"]),
            ("para. 9 (a), (c)", [Target(paragraph="9(a)"), Target(paragraph="9(c)")]),
            ("annex I, 86 (b)", [Target(annex="I", paragraph="86(b)")]),
            ("annex, appendix I", [Target(annex="annex"), Target(annex="appendix I")]),
            ("enclosure", [Target(annex="enclosure")]),
            ("third preambular paragraph", [Target(paragraph="p3")]),
            ("art. 5, para. 3", []),
            ("rule 9", []),
            ("pp. 5-7", []),
        ],
    )
    def test_a_pinpoint_is_taken_apart_into_the_places_it_names(
        self, pinpoint: str, targets: list[Target]
    ) -> None:
        assert list(places.read(pinpoint)) == targets

    @given(st.lists(st.sampled_from(
        ["annex", "annex I", "chap. IV", "sect. III", "para. 5", "paras. 3-9", "paras. 4 (a) and (b)", "rule 3", "p. 5", "and", "(c)"]
    ), max_size=8))  # fmt: skip
    def test_any_pinpoint_is_read_without_naming_a_place_that_it_does_not(self, words: list[str]) -> None:
        found = places.read(", ".join(words))
        assert all(any(target) for target in found)
        assert not any(target.section not in (None, "III") for target in found)


class TestCharter:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("⟦Chapter VIII of the Charter of the United Nations⟧", ("charter:ch. VIII",)),
            ("⟦Chapter VIII of the UN Charter⟧ and", ("charter:ch. VIII",)),
            ("the ⟦Charter of the United Nations⟧.", ("charter:charter",)),
            (
                "⟦Chapter VIII⟧ was drafted by the ⟦Charter⟧’s framers",
                ("charter:ch. VIII", "charter:charter"),
            ),
            ("⟦Chapters VI⟧, ⟦VII⟧ and ⟦IX⟧ are", ("charter:ch. VI", "charter:ch. VII", "charter:ch. IX")),
            (
                "⟦Chapter VIII of the Charter⟧. Under ⟦article 52⟧, the Council",
                ("charter:ch. VIII", "charter:art. 52"),
            ),
            ("⟦Article 51 of the Charter⟧", ("charter:art. 51",)),
            ("⟦Articles 55⟧ and ⟦56 of the Charter⟧", ("charter:art. 55", "charter:art. 56")),
            ("⟦Article 101, paragraph 3, of the Charter⟧, and", ("charter:art. 101",)),
            ("the ⟦United Nations Charter⟧", ("charter:charter",)),
        ],
    )
    def test_the_charter_its_chapters_and_articles_are_found(self, text: str, ids: tuple[str, ...]) -> None:
        check(text, *ids)

    @pytest.mark.parametrize(
        "text",
        [
            "a new ASEAN Charter by ASEAN leaders. The new Charter incorporates, and the Charter commits",
            "the Charter of the Organization of American States and article 4",
            "the African Charter on Human and Peoples’ Rights",
            "article 13, para. 13, of the Protocol relating to the Council",
            "chapter II of the report",
            "Chapter III of the Convention",
            "Charterhouse and chartered flights",
        ],
    )
    def test_other_charters_and_other_chapters_are_not(self, text: str) -> None:
        check(text)

    def test_a_paragraph_of_an_article_is_its_place(self) -> None:
        [found] = read("Article 2, paragraph 4, of the Charter")
        assert found.pinpoint == "para. 4"


class TestCrossReferences:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("(see ⟦paras. 20-22 above⟧)", ("xref:para. 20", "xref:para. 21", "xref:para. 22")),
            (
                "in ⟦paragraphs 2, 4 to 6 and 9 above⟧",
                ("xref:para. 2", "xref:para. 4", "xref:para. 5", "xref:para. 6", "xref:para. 9"),
            ),
            ("(see ⟦paras. 42–44 below⟧)", ("xref:para. 42", "xref:para. 43", "xref:para. 44")),
            ("(see ⟦paras. 42-43 and 60 above⟧)", ("xref:para. 42", "xref:para. 43", "xref:para. 60")),
            ("mechanisms (⟦paras. 78 and 79⟧), in", ("xref:para. 78", "xref:para. 79")),
            ("in ⟦section II.D of the present report⟧ of", ("xref:section II.D",)),
            ("in ⟦sections II and III above⟧, however", ("xref:section II", "xref:section III")),
            ("in the ⟦introduction to the present report⟧, the", ("xref:section I",)),
            ("in ⟦paragraphs 3 to 5 below⟧;", ("xref:para. 3", "xref:para. 4", "xref:para. 5")),
            ("acts as recommended in ⟦paragraph 5⟧;", ("xref:para. 5",)),
            ("the exemptions set out in ⟦paragraph 6 (c)⟧ and the list", ("xref:para. 6 (c)",)),
            ("as relates to ⟦paragraph 29(a)⟧;", ("xref:para. 29 (a)",)),
            ("The issues are considered in ⟦section III⟧.", ("xref:section III",)),
            (  # S/RES/2677 (2023)
                "⟦paragraph 3 (a)(i) and (a)(ii) of this resolution⟧, and",
                ("xref:para. 3 (a)(i)", "xref:para. 3 (a)(ii)"),
            ),
            (
                "under ⟦paragraph 4 (a) to (c) above⟧",
                ("xref:para. 4 (a)", "xref:para. 4 (b)", "xref:para. 4 (c)"),
            ),
            ("in ⟦subparagraphs (a) and (b) above⟧.", ("xref:subpara. (a)", "xref:subpara. (b)")),
            ("see ⟦A/61/3⟧, para. 5, and ⟦para. 6 above⟧", ("sym:A/61/3", "xref:para. 6")),
            ("⟦resolution 1540 (2004)⟧, ⟦paragraph 3 above⟧", ("res:S/RES/1540 (2004)", "xref:para. 3")),
        ],
    )
    def test_places_of_the_same_document_are_found_and_ranges_expanded(
        self, text: str, ids: tuple[str, ...]
    ) -> None:
        check(text, *ids)

    @pytest.mark.parametrize(
        "text",
        [
            "paragraph 12 of the communiqué",
            "described in previous paragraphs",
            "in this section",
            "see para. 5",
            "set out in paragraph 24 of resolution 61",
            "as recommended in paragraph 5 of the annex to",
            "in paragraphs 54 to 61 and tables 4 and 5 of his report",
            "article 12, paragraph 2, of the Statute",
            "The report says, in paragraph 5, that",
            "tasks in paragraphs 34 through 43",
            "paragraph 3 thereof and the provisions of paragraph 3 thereof",
            "Ibid., paragraph 5",
            "full support for paragraph 10, article (iii), of the decision",
            "in subparagraph (c) of the agreement",
            "proposed under section 2, General Assembly",
        ],
    )
    def test_places_of_something_else_are_not(self, text: str) -> None:
        check(text)

    def test_the_place_inside_a_cited_resolution_is_no_cross_reference(self) -> None:
        found = read("(General Assembly resolution 60/1, para. 93)")
        assert [each.type for each in found] == ["RESOLUTION"]
        after = read(
            "By resolution 60/1 the Assembly asked, in paragraph 5, for a list; see A/61/2, in particular paragraph 3"
        )
        assert [each.type for each in after] == ["RESOLUTION", "DOC_SYMBOL"]


class TestSeries:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("United Nations, ⟦Treaty Series, vol. 1577, No. 27531⟧.", ("agr:unts-27531",)),
            ("(United Nations, ⟦Treaty Series, vol. 610, No. 8843⟧); Agreement", ("agr:unts-8843",)),
            ("⟦Treaty Series, vols. 2171, 2173 and 2983, No. 27531⟧", ("agr:unts-27531",)),
            ("⟦Ibid., vol. 75, Nos. 970–973⟧.", tuple(f"agr:unts-{number}" for number in range(970, 974))),
            ("⟦Treaty Series, vol. 993, Nos. 14531 and 14668⟧", ("agr:unts-14531", "agr:unts-14668")),
            (
                "Nations Unies, ⟦Recueil des Traités, vol. 75, nos 970 à 971⟧.",
                ("agr:unts-970", "agr:unts-971"),
            ),
            ("Naciones Unidas, ⟦Treaty Series, vol. 1577, núm. 27531⟧.", ("agr:unts-27531",)),
            ("联合国，《⟦条约汇编》，第1577卷，第27531号⟧。", ("agr:unts-27531",)),
            ("League of Nations, ⟦Treaty Series, vol. XCIV, No. 2138⟧.", ("agr:lnts-2138",)),
            ("United Nations, ⟦Treaty Series, vol. 1155, No. I-18232⟧, art. 31", ("agr:unts-18232",)),
        ],
    )
    def test_a_treaty_is_the_agreement_with_its_number(self, text: str, ids: tuple[str, ...]) -> None:
        assert all(each.cited_symbols == () for each in check(text, *ids))

    @pytest.mark.parametrize(
        "text",
        [
            "published in the Treaty Series",
            "Treaty Series, vol. 75",
            "Ibid., vol. 2, p. 7",
            "Official Records of the Security Council, Supplement No. 3",
            "Official Records of the General Assembly, Twenty-ninth Session, Supplement No. 9",
            "Supplement No. 17",
        ],
    )
    def test_a_series_without_a_number_that_tells_the_text_is_left(self, text: str) -> None:
        check(text)

    @pytest.mark.parametrize(
        ("text", "symbol", "place"),
        [
            ("Sixty-third Session, Supplement No. 17⟧, paras. 5 and 6.", "A/63/17", "paras. 5 and 6"),
            ("Seventy-seventh Session, Supplement No. 12A⟧.", "A/77/12/Add.1", None),
            ("Twelfth Special Session, Supplement No. 2⟧.", "A/S-12/2", None),
        ],
    )
    def test_a_supplement_without_its_symbol_has_its_number(
        self, text: str, symbol: str, place: str | None
    ) -> None:
        [found] = check(f"See ⟦Official Records of the General Assembly, {text}", f"sym:{symbol}")
        assert (found.pinpoint, found.confidence) == (place, 0.7)
        assert str(symbols.parse(symbol)[0]) == symbol

    def test_a_supplement_with_its_symbol_is_cited_by_that(self) -> None:
        check(
            "Official Records of the General Assembly, Sixty-third Session, Supplement No. 17 (⟦A/63/17⟧)",
            "sym:A/63/17",
        )


class TestIbidem:
    def notes(self, *texts: str, is_footnote: bool = True) -> list[list[tuple[str, str | None]]]:
        """What each of some notes cites, with the pinpoints."""
        passages = [Passage(f"n_{i}", text, is_footnote=is_footnote) for i, text in enumerate(texts)]
        cited = [
            Citation(i, each.start, each.end, name, each.pinpoint, each.method, each.confidence)
            for i, text in enumerate(texts)
            for each in read(text)
            for name in each.cited_symbols
        ]
        found = ibidem.follow(passages, cited)
        assert all(
            texts[each.passage][each.start : each.end] in {"Ibid.", "ibid."}
            for each in found
            if each.method == "ibid"
        )
        assert [each.passage for each in found] == sorted(each.passage for each in found)
        return [
            [(each.cited_symbol, each.pinpoint) for each in found if each.passage == i]
            for i in range(len(texts))
        ]

    @pytest.mark.parametrize(
        ("texts", "last"),
        [
            (("See A/77/20.", "Ibid., para. 428.", "Ibid., chap. II, sect. C; see A/76/1."), [("A/77/20", "chap. II, sect. C"), ("A/76/1", None)]),
            (("See resolution 2200 A (XXI), annex.", "Ibid."), [("A/RES/2200 A (XXI)", "annex")]),
            (("Resolution 69/313, annex.", "Ibid., para. 123."), [("A/RES/69/313", "annex, para. 123")]),
            (("See A/ES-10/273 and A/ES-10/273/Corr.1.", "Ibid., advisory opinion."), [("A/ES-10/273", None)]),
            (("A/61/204-S/2006/590, para. 3.", "Ibid., para. 4."), [("A/61/204", "para. 4"), ("S/2006/590", "para. 4")]),
            (("A/61/3; A/62/4.", "Ibid., “The Territory at a glance”."), [("A/62/4", None)]),
            (("A/61/3, para. 2; ibid., para. 5.",), [("A/61/3", "para. 2"), ("A/61/3", "para. 5")]),
        ],
    )  # fmt: skip
    def test_a_note_repeats_what_the_note_before_cites(
        self, texts: tuple[str, ...], last: list[tuple[str, str | None]]
    ) -> None:
        assert self.notes(*texts)[-1] == last

    @pytest.mark.parametrize(
        ("texts", "last"),
        [
            (("Supplement No. 20 (A/74/20).", "Ibid., Sixty-second Session, Supplement No. 20 (A/62/20), para. 1."), [("A/62/20", "para. 1")]),
            (("Supplement No. 12 (A/77/12).", "Ibid., Supplement No. 12A (A/77/12/Add.1)."), [("A/77/12/Add.1", None)]),
            (("A/61/3.", "United Nations, Treaty Series, vol. 1331, No. 22341.", "Ibid., annex."), []),
            (("A/61/3.", "Ibid., vol. 75, No. 973."), []),
            (("Ibid., para. 5.",), []),
        ],
    )  # fmt: skip
    def test_another_volume_is_another_text_and_an_unknown_source_ends_the_chain(
        self, texts: tuple[str, ...], last: list[tuple[str, str | None]]
    ) -> None:
        """The notes of A/RES/77/121, A/RES/77/198 and A/RES/77/12."""
        assert self.notes(*texts)[-1] == last

    def test_in_running_text_it_repeats_what_was_cited_before_it(self) -> None:
        found = self.notes(
            "The report (A/61/3) says so (ibid., para. 5).", "And (ibid., para. 6).", is_footnote=False
        )
        assert found == [[("A/61/3", None), ("A/61/3", "para. 5")], [("A/61/3", "para. 6")]]

    def test_a_text_of_nothing_but_ibid_is_read_in_linear_time(self) -> None:
        begun = time.perf_counter()
        self.notes("A/61/3. " + "Ibid. " * 20_000)
        assert time.perf_counter() - begun < 5

    def test_a_note_never_repeats_a_paragraph(self) -> None:
        passages = [Passage("p_1", "See A/61/3."), Passage("n_1", "Ibid.", is_footnote=True)]
        cited = [Citation(0, 4, 10, "A/61/3", None, "symbol", 1.0)]
        assert ibidem.follow(passages, cited) == cited


class TestLaws:
    @given(st.lists(st.sampled_from(
        ["resolution", "Resolutions", "decision", "60/1", "1540", "(2004)", "A/61/204", "S/2008/186", "and", ",", "of", "the", "Charter", "Chapter", "VIII", "article", "52", "paras.", "20-26", "above", "its", "Council", "General", "Assembly", "annex", "section", "II.D", "(", ")", ".", "A", "and", "B", "-", "/", "(III)", "Add.1"]
    ), max_size=30))  # fmt: skip
    def test_spans_lie_in_the_text_in_order_and_never_overlap(self, words: list[str]) -> None:
        text = " ".join(words)
        found = read(text)
        ends = [0, *(each.end for each in found)]
        assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))
        assert all(each.ids for each in found)

    def test_a_text_without_triggers_cites_nothing(self) -> None:
        assert cite("Nothing here.", [], CitationContext(None)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "A/" * 50_000,
            "resolution " * 20_000,
            "resolutions 60/1, " + "60/1, " * 20_000,
            "the Charter " * 20_000,
            "article 5 " * 20_000 + "Charter",
            "paras. " + "1, " * 50_000,
            "A/1-" * 30_000,
            "resolution 60/1, para. 1" + ", 2" * 30_000,
            "Commission of the " * 10_000 + "resolution 60/1",
            "resolutions 1701, " + "1701 and " * 30_000,
            "Official Records of the General Assembly, Supplement No. " * 5_000,
            "Treaty Series, vols. 1" + ", 2" * 50_000,
            "section I of the report (A/61/3) " * 8_000,
            "dated 5 May 2006 from " * 10_000 + "(A/61/3)",
            "PRST 2006/39 Presidential Statement 2012/" * 5_000,
        ],
    )
    def test_hostile_repetition_is_read_in_linear_time(self, text: str) -> None:
        begun = time.perf_counter()
        read(text)
        assert time.perf_counter() - begun < 5


class TestGold:
    def test_everything_regular_is_found_and_nothing_else(self) -> None:
        if not GOLD.exists():
            pytest.skip("needs the gold annotation beside the project (../shared/gold)")
        kinds = {"DOC_SYMBOL", "RESOLUTION", "CHARTER", "XREF"}
        rows = [json.loads(line) for line in (GOLD / "regular_all.jsonl").read_text("utf-8").splitlines()]
        expected = {
            (row["doc"], row["unit"], row["start"], row["end"], row["type"], *row["ids"])
            for row in rows
            if row["type"] in kinds
        }
        found = {
            (doc, unit, each.start, each.end, each.type, *each.ids)
            for doc, unit, text in _gold_texts()
            for each in read(text, "org:un.ga")
        }
        assert found == expected


def _gold_texts() -> list[tuple[str, str, str]]:
    texts = []
    for path in sorted(GOLD.glob("*.paragraphs.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        texts += [(row["doc"], row["label"], row["text"]) for row in rows]
        notes = path.with_name(path.name.replace("paragraphs", "footnotes")).read_text("utf-8").splitlines()
        texts += [(rows[0]["doc"], f"fn{note['number']}", note["text"]) for note in map(json.loads, notes)]
    return texts


class TestRealLinks:
    def test_what_the_publisher_linked_is_what_we_cite(self) -> None:
        """The English XML of resolutions carries links, which are truth for the documents cited."""
        folder = SHARED / "corpus" / "akn"
        if not folder.exists():
            pytest.skip("needs the XML texts beside the project (../shared/corpus/akn)")
        found = missed = 0
        for path in sorted(folder.glob("**/English/*.xml")):
            text = path.read_text("utf-8")
            organ = "org:un.sc" if "/SC/" in path.as_posix() else "org:un.ga"
            for paragraph in re.findall(
                r"<p\b[^>]*>((?:(?!<p\b|</p>|<authorialNote).)*)</p>", text, re.DOTALL
            ):
                plain = " ".join(re.sub(r"<[^>]+>", "", paragraph).replace("&amp;", "&").split())
                linked = re.findall(r'href="https://undocs\.org/en/([AES]/(?:RES/)?[\d/]+)"', paragraph)
                cited = {name.split(" ")[0] for each in read(plain, organ) for name in each.cited_symbols}
                found += sum(link in cited for link in linked)
                missed += sum(link not in cited for link in linked)
        assert found > 500
        assert missed <= found // 200
