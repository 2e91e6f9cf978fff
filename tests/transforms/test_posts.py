"""Posts beside bodies, states and duties, and the persons who hold them."""

from __future__ import annotations

import pytest

from tests.transforms.naming import told


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("the Executive Director of UNODC", ["Executive Director = post:un.unodc.executive-director"]),
        ("the UNDP Administrator", ["Administrator = post:un.undp.administrator"]),
        ("the Prime Minister of Romania", ["Prime Minister = post:?rou.prime-minister"]),
        ("the Minister for Foreign Affairs of Cuba", ["Minister for Foreign Affairs = post:?cub.minister-for-foreign-affairs"]),
        ("the Permanent Representative of Armenia to the United Nations", ["Permanent Representative = post:?arm.permanent-representative"]),
        ("the Under-Secretary-General for Peace Operations, Jean-Pierre Lacroix,",
         ["Under-Secretary-General for Peace Operations = post:?under-secretary-general-for-peace-operations"]),
        ("the Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator",
         ["Under-Secretary-General for Humanitarian Affairs = post:?under-secretary-general-for-humanitarian-affairs",
          "Emergency Relief Coordinator = post:un.erc"]),
        ("the Special Rapporteur on the situation of human rights in the Sudan to work with the African Union",
         [("Special Rapporteur on the situation of human rights in the Sudan = "
          "post:?special-rapporteur-on-the-situation-of-human-rights-in-the-sudan")]),
        ("the Special Representative of the Chairman of the African Union Commission",
         ["Special Representative of the Chairman = post:?special-representative-of-the-chairman"]),
        ("CIS, including the Executive Secretary, met", ["Executive Secretary = post:cis.executive-secretary"]),
        ("the President said, and the Minister agreed", []),
        ("the Ministers of Agriculture of Mali", []),
    ],
)  # fmt: skip
def test_posts_beside_what_they_are_posts_of(text: str, posts: list[str]) -> None:
    """A/61/204, A/73/328, S/2008/186 and S/2025/269 name posts by their body, their state, their field or their mandate."""
    assert told("POST", text) == posts


def test_president_of_the_council_that_the_document_speaks_of() -> None:
    """A/61/204, 87: in "Council President" the Council is the one that the report is about."""
    assert told("POST", "The Security Council met.", "in his capacity as Council President") == [
        "President = post:un.sc.president"
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Mr. Herv\u00e9 Denis as the new Prime Minister", ["Herv\u00e9 Denis = person:herve-denis"]),
        (
            "the Chairperson of the African Union Commission, Alpha Oumar Konar\u00e9, signed",
            ["Alpha Oumar Konar\u00e9 = person:alpha-oumar-konare"],
        ),
        ("the President of South Sudan, Salva Kiir Mayardit, left", ["Salva Kiir Mayardit = person:salva-kiir-mayardit"]),
        ("Mr. Kofi Annan\u2019s report", ["Kofi Annan = person:kofi-annan"]),
        ("(Signed) Ban Ki-moon", ["Ban Ki-moon = person:ban-ki-moon"]),
        ("the Secretary-General, the Security Council, and others", []),
        ("the Secretary-General, United Nations Headquarters", []),
        ("Mr. President, Mr. Chairman", []),
    ],
)  # fmt: skip
def test_persons_beside_a_style_or_a_post(text: str, persons: list[str]) -> None:
    """A/52/687, S/2008/186 and S/2025/269: a name is a person's where a style or a post says so."""
    assert told("PERSON", text) == persons
