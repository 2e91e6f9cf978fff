"""Bodies known by a noun: where names that no list has begin and end, whose they are, and what a noun alone stands for."""

from __future__ import annotations

import pytest

from tests.transforms.naming import find, told


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("the Ministry of Finance of China", ["Ministry of Finance = org:?chn.ministry-of-finance"]),
        ("the Ministry of Finance of the Sudan", ["Ministry of Finance = org:?sdn.ministry-of-finance"]),
        (
            "the Cabinet Office of the Government of Japan",
            ["Cabinet Office = org:?jpn.cabinet-office"],
        ),
        ("the Supreme Court of Haiti", ["Supreme Court = org:?hti.supreme-court"]),
        ("the Government of Gabon", []),
    ],
)
def test_bodies_of_a_state_have_the_state_in_their_id(text: str, bodies: list[str]) -> None:
    """A/73/321 names a ministry of China: the ministry of that name in another state is another body."""
    assert told("ORG", text) == bodies


def test_body_of_a_state_has_the_state_as_its_parent() -> None:
    """The entity of a ministry says whose it is."""
    [ministry] = [each for each in find("the Ministry of Finance of China").entities if each.type == "ORG"]

    assert ministry.parent_id == "geo:CHN"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("at Carleton University in Ottawa", "Carleton University"),
        ("the Ministry of Health in Geneva", "Ministry of Health"),
        ("the AU Liaison Office in Addis Ababa", "AU Liaison Office in Addis Ababa"),
        ("the Latin America–Asia-Pacific Observatory", "Latin America–Asia-Pacific Observatory"),
        ("the Abyei Joint Oversight Committee Co-Chair for the Sudan", "Abyei Joint Oversight Committee"),
        ("a separate Peace and Security Cluster led by", "Peace and Security Cluster"),
        ("the Division for Arab States, Europe and the Commonwealth of Independent States",
         "Division for Arab States, Europe and the Commonwealth of Independent States"),
        ("the United Nations Network of Experts for Paperless Trade in Asia and the Pacific",
         "United Nations Network of Experts for Paperless Trade in Asia and the Pacific"),
        ("the South Sudan People\u2019s Defence Forces in Abyei", "South Sudan People\u2019s Defence Forces"),
        ("the Rapid Support Forces in the Abyei Area", "Rapid Support Forces"),
    ],
)  # fmt: skip
def test_where_an_unlisted_name_ends(text: str, body: str) -> None:
    """Towns are seats of offices and no part of other names, lists of regions are (A/73/321); posts and places of forces are not."""
    assert [line.partition(" = ")[0] for line in told("ORG", text)] == [body]


SPOKEN_OF = "The Security Council, the Security Council and the Security Council."


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Between the Security Council and the Peace and Security Council, the Council may wish",
            "org:un.sc",
        ),
        ("The Security Council met. The Peace and Security Council met. The Council decided.", "org:au.psc"),
        ("The Security Council met. In Mali, the Peace and Security Council met. The Council", "org:au.psc"),
        ("The Security Council met. The Peace and Security Council (PSC) met. The Council", "org:au.psc"),
        ("It met with the Peace and Security Council. The Council decided.", "org:au.psc"),
    ],
)
def test_noun_that_fits_several_bodies_stands_for_the_one_spoken_of(text: str, meant: str) -> None:
    """S/2008/186, 73: the one that opens its sentence, else the one that the document names most."""
    assert told("ORG", SPOKEN_OF, text, layer="coref") == [f"Council = {meant}"]


def test_people_are_no_body_that_was_named_before() -> None:
    """A/52/687, 12: "Police have largely welcomed" does not speak of the Police Academy."""
    assert told("ORG", "The Police Academy in Mali. Police have welcomed it.", layer="coref") == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "the Departments of Finance, Human Resources and Administration",
            [
                "Departments of Finance = org:?department-of-finance",
                "Human Resources = org:?department-of-human-resources",
                "Administration = org:?department-of-administration",
            ],
        ),
        ("the Departments of Finance", []),
    ],
)
def test_unlisted_bodies_may_share_a_plural(text: str, bodies: list[str]) -> None:
    """S/2008/186, 36, names three departments of the African Union by one plural."""
    assert told("ORG", text) == bodies


@pytest.mark.parametrize(
    ("text", "anaphora"),
    [
        (
            "Resolution 60/180 set it up. Paragraph 7 of that resolution says so, and paragraph 11 of the same resolution",
            ["that resolution = res:A/RES/60/180", "same resolution = res:A/RES/60/180"],
        ),
        ("Paragraph 7 of that resolution, and resolution 60/180", []),
        ("resolution 60/180 and that resolution 60/181", []),
    ],
)
def test_that_resolution_is_the_one_cited_before(text: str, anaphora: list[str]) -> None:
    """S/2008/186, 57, cites a resolution and speaks of its paragraphs afterwards."""
    assert told("RESOLUTION", text, layer="coref") == anaphora
