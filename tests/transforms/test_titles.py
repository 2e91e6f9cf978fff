"""Texts, programmes and events that no list has: what their names take in, and what stands for them later."""

from __future__ import annotations

import pytest

from tests.transforms.naming import find, told


def words(kind: str, text: str, layer: str = "main") -> list[str]:
    return [line.partition(" = ")[0] for line in told(kind, text, layer=layer)]


@pytest.mark.parametrize(
    "name",
    [
        "Arab Strategy for Housing and Sustainable Urban Development",
        "African Regional Cooperative Agreement for Research, Development and Training",
        "ECOWAS Convention on Small Arms and Light Weapons",
        "Sierra Leone Peacebuilding Cooperation Framework",
        "Strategic Framework for Peacebuilding in Burundi",
        "United Nations-African Union Joint Action Plan",
        "Regional Comprehensive Disaster Management Strategy and Programming Framework",
        "Agreement between the Government of the Republic of the Sudan and the Sudan People\u2019s Liberation Movement",
        "United Nations System-wide Action Plan on Gender Equality and the Empowerment of Women",
        "Brasilia Declaration and Action Agenda on South-South and triangular cooperation",
    ],
)
def test_text_that_no_list_has_is_an_agreement(name: str) -> None:
    """A/73/321, A/73/328, S/2008/186 and S/2025/269 name such texts with bodies, states and regions in their names."""
    assert words("AGREEMENT", f"They adopted the {name}, which is new.") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Indo-East African Internship Programme",
        "P\u00e9rez-Guerrero Trust Fund",
        "China-IFAD South-South and Triangular Cooperation Facility",
        "Partnership for Action on Green Economy",
    ],
)
def test_programme_that_no_list_has(name: str) -> None:
    """A/73/321 names programmes, funds and facilities by the noun at their end or their beginning."""
    assert words("PROGRAMME", f"It runs the {name}, which is new.") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Second Africa-European Union Summit",
        "second Annual Conference",
        "United Nations-OSCE Staff Level Meeting",
        "High-level Tripartite Meeting between the United Nations, the Council of Europe and OSCE",
        "2017 Africa Regional Forum on Quiet Rivers",
        "Association of Southeast Asian Nations (ASEAN) Business and Investment Summit",
        "International Day of Human Fraternity",
        "seventh high-level meeting",
        "fourth Security Council meeting",
        "ninth iteration of the ASEAN-United Nations summit",
        "third senior female police officer command development course",
    ],
)
def test_event_that_no_list_has(name: str) -> None:
    """A/61/204, A/73/321, A/73/328 and S/2008/186 name meetings by capitals or by their number."""
    assert words("EVENT", f"It happened at the {name}, in Lisbon.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the Strategic Plan and the Action Plan",
        "the Framework Team and the Programme Support Unit",
        "the General Assembly Declaration",
        "the Summit in Lisbon",
        "annual meetings, the second meeting, the third part of the meeting",
        "the Convention and the United Nations",
    ],
)
def test_kinds_of_texts_and_meetings_are_no_names(text: str) -> None:
    """What any body may have is not named by its noun alone."""
    found = find(text)

    assert [m for m in found.mentions if m.type in ("AGREEMENT", "PROGRAMME", "EVENT")] == []


def test_title_ends_before_the_body_that_has_it() -> None:
    """A body behind "of" has the programme (A/73/321), one behind "for" belongs to its name."""
    text = "the Technical Cooperation Programme of the International Atomic Energy Agency"

    assert words("PROGRAMME", text) == ["Technical Cooperation Programme"]
    assert words("ORG", text) == ["International Atomic Energy Agency"]


def test_names_within_a_title_are_nested() -> None:
    """The states and bodies in an agreement's name are kept apart from the main mentions."""
    text = "the ECOWAS Convention on Small Arms and Light Weapons"

    assert words("ORG", text) == []
    assert words("ORG", text, layer="nested") == ["ECOWAS"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the sixty-first session of the Commission on Narcotic Drugs", "event:un.cnd.session-61"),
        ("The General Assembly, at its fourth special session,", "event:un.ga.special-session-4"),
        ("At its 13th meeting, the Fourth Committee decided", "event:un.ga.c4.meeting-13"),
        (
            "the twenty-eighth and thirtieth ordinary sessions of the African Union Assembly",
            "event:au.assembly.session-28 event:au.assembly.session-30",
        ),
    ],
)
def test_sessions_have_ids_under_their_body(text: str, ids: str) -> None:
    """A session is one event of a body, whatever the words that count it."""
    assert [line.partition(" = ")[2] for line in told("EVENT", text)] == [ids]


@pytest.mark.parametrize(
    ("text", "kind", "anaphor"),
    [
        (
            "The Peace Facility for Africa was set up. The Facility is new.",
            "PROGRAMME",
            "Facility = prog:apf",
        ),
        (
            "the Paris Agreement, and parties to that Agreement",
            "AGREEMENT",
            "Agreement = agr:paris-agreement",
        ),
    ],
)
def test_noun_stands_for_a_title_named_before(text: str, kind: str, anaphor: str) -> None:
    """A/61/204, 65: "the Facility" is the one that was named in the paragraph."""
    assert told(kind, text, layer="coref") == [anaphor]


def test_parties_to_a_treaty_are_a_body() -> None:
    """A/56/385 speaks of the Conference of the Parties as of an organ, not of a meeting."""
    assert words("ORG", "decided by the Conference of the Parties in 1999") == ["Conference of the Parties"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "the report of the Secretary-General entitled \u201cSupplement to an Agenda for Peace\u201d (A/50/60)",
            ["Supplement to an Agenda for Peace"],
        ),
        ('set forth in its publication "Rivers at Rest: A Guide", published', ["Rivers at Rest: A Guide"]),
        ("the item entitled \u201cSustainable development\u201d", []),
        ("a conference entitled \u201cLeveraging Innovations\u201d", []),
    ],
)
def test_quoted_title_of_a_report_is_a_work(text: str, titles: list[str]) -> None:
    """A/61/204 and A/73/321 quote titles of reports; items of agendas and themes of meetings are no works."""
    assert words("WORK", text) == titles


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("(Haut-L\u00e8zin, Switzerland, May 2007)", ["Haut-L\u00e8zin = place:?che.haut-lezin"]),
        ("a meeting in Lantern Bay, Fiji", ["Lantern Bay = place:?fji.lantern-bay"]),
        ("a meeting in Bahir Dar, Ethiopia", ["Bahir Dar = place:ET/bahir-dar"]),
        ("in Mali, Niger and Chad", []),
        ("in May, Mali", []),
        ("the Ministry of Interior, Mali", []),
    ],
)
def test_town_before_its_state_is_a_place(text: str, towns: list[str]) -> None:
    """S/2008/186 names towns together with their states: one that a list has keeps its id, any other gets one of its own."""
    assert told("PLACE", text) == towns
