"""Mechanisms: by which means two bodies that a sentence ties work together."""

import pytest

from transforms import entities, mechanisms, partnerships
from transforms.gazetteer import Gazetteer
from transforms.mechanisms import Mechanism
from transforms.passages import Passage


def read(text: str, reference: Gazetteer) -> list[Mechanism]:
    passages = (Passage("p_1", text),)
    findings = entities.find(passages, reference)
    return list(mechanisms.find(passages, findings.mentions, partnerships.find(passages, findings)))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The desk-to-desk dialogue between the United Nations and OSCE went on.", "desk_to_desk", "desk-to-desk dialogue"),
        ("UNHCR and the League of Arab States signed a memorandum of understanding.", "memorandum", "memorandum of understanding"),
        ("UNDP and OSCE signed letters of understanding.", "memorandum", "letters of understanding"),
        ("There is a United Nations liaison office to OSCE in Vienna.", "liaison_office", "liaison office"),
        ("The United Nations and OIC held their fourteenth general cooperation meeting.", "regular_meeting", "fourteenth general cooperation meeting"),
        ("UNDP and ECCAS set up, with OCHA, a joint task force.", "task_force", "task force"),
        ("UNODC works with INTERPOL through a network of focal points.", "focal_point", "focal points"),
        ("The United Nations and the African Union conducted a joint high-level mission.", "joint_mission", "joint high-level mission"),
        ("UNDP and the European Union run a joint programme on lamps.", "joint_programme", "joint programme"),
        ("ECLAC and SELA signed a framework agreement.", "agreement", "framework agreement"),
    ],
)  # fmt: skip
def test_a_tied_sentence_names_the_means(text: str, kind: str, words: str, reference: Gazetteer) -> None:
    """The kind, and the words as printed."""
    found = read(text, reference)

    assert [(one.kind, text[one.start : one.end]) for one in found] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "UNDP signed a memorandum of understanding.",
        "UNDP supported the African Union in signing a peace agreement.",
        "UNDP and the African Union support the Sendai Framework for Disaster Risk Reduction.",
        "INTERPOL supports the Counter-Terrorism Implementation Task Force of the United Nations.",
        "UNFPA has provided support to the annual high-level dialogue of the African Union.",
    ],
)
def test_what_is_no_means_of_both_is_left_out(text: str, reference: Gazetteer) -> None:
    """One body alone, an agreement of others, a world-wide framework, the name of a body, a meeting of one that is helped."""
    assert read(text, reference) == []


def test_each_means_has_the_bodies_tied_beside_it(reference: Gazetteer) -> None:
    """S/2008/186, paragraph 16, names two dialogues in one sentence: each has its own partner."""
    found = read(
        "There are the United Nations-European Union Desk-to-Desk Dialogue, and the United Nations-OSCE Staff Level Meeting.",
        reference,
    )

    assert [(one.kind, one.participants) for one in found] == [
        ("desk_to_desk", ("org:eu", "org:un")),
        ("regular_meeting", ("org:osce", "org:un")),
    ]


def test_a_means_has_the_date_and_the_place_beside_it(reference: Gazetteer) -> None:
    """The date just after the words comes before one ahead of them."""
    found = read(
        "In 2090, the United Nations and the European Commission agreed on a desk-to-desk dialogue in Brussels in May 2091.",
        reference,
    )

    assert [(one.edtf, one.place_id) for one in found] == [("2091-05", "place:BE/brussels")]
