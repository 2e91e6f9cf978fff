"""Sustainable Development Goals and their targets by number, and the numbers that are none."""

from __future__ import annotations

import pytest

from tests.bench_entities import load_gazetteer
from tests.transforms.test_entities import told
from transforms.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        (
            "Sustainable Development Goals 5 and 16",
            ["Sustainable Development Goals 5 = sdg:5", "16 = sdg:16"],
        ),
        ("SDG 14 and target 14.c", ["SDG 14 = sdg:14", "target 14.c = sdg:14.c"]),
        ("the 2030 Agenda: Goals 13–15", ["Goals 13–15 = sdg:13 sdg:14 sdg:15"]),
        ("the 2030 Agenda: Goals 1, 2 and 3.", ["Goals 1 = sdg:1", "2 = sdg:2", "3 = sdg:3"]),
        (
            "the 2030 Agenda: targets 14.4, 14.5 and 17.19.",
            ["targets 14.4 = sdg:14.4", "14.5 = sdg:14.5", "17.19 = sdg:17.19"],
        ),
        ("SDGs 16.1 to 16.3", ["SDGs 16.1 to 16.3 = sdg:16.1 sdg:16.2 sdg:16.3"]),
        ("Sustainable Development Goals by 2030", ["Sustainable Development Goals = sdg:all"]),
        ("Sustainable Development Goals 2030", ["Sustainable Development Goals = sdg:all"]),
        ("SDGs 4 and 30", ["SDGs 4 = sdg:4"]),
        ("SDG 18", ["SDG = sdg:all"]),
    ],
)
def test_number_behind_a_head_is_a_goal(names: Gazetteer, text: str, goals: list[str]) -> None:
    """The head belongs to the first number, a range is one mention, and a number that no Goal has is none."""
    assert told(names, text, "main", "SDG") == goals


@pytest.mark.parametrize(
    "text",
    [
        "Goal 5 of the plan and target 3.2",
        "the 2030 Agenda, and Strategic Goal 2",
        "the 2030 Agenda, and a target 1.5 degrees lower",
        "the 2030 Agenda, and a target 2.5 per cent higher",
        "the 2030 Agenda, and a target 7 times as high",
        "Millennium Development Goal 5",
    ],
)
def test_other_goals_and_targets_are_left_alone(names: Gazetteer, text: str) -> None:
    """A bare goal counts only where the document names the Agenda, and never as part of another name or measure."""
    assert told(names, text, "main", "SDG") == []


def test_every_goal_and_target_has_an_address(names: Gazetteer) -> None:
    """There are 17 Goals and 169 targets, each under its own address and its own parent."""
    entities = [
        entity for entity in names.entities.values() if entity.type == "SDG" and entity.id != "sdg:all"
    ]
    targets = [entity for entity in entities if "." in entity.id]

    assert (len(entities) - len(targets), len(targets)) == (17, 169)
    assert names.entities["sdg:16"].authority_uri == "http://metadata.un.org/sdg/16"
    assert names.entities["sdg:16.b"].authority_uri == "http://metadata.un.org/sdg/16.b"
    assert names.entities["sdg:16.b"].parent_id == "sdg:16"
    assert {entity.parent_id for entity in entities if entity not in targets} == {"sdg:all"}
