"""Occurrences: which event a date governs, who took part, and where it was."""

import pytest

from transforms import entities, occurrences
from transforms.gazetteer import Gazetteer
from transforms.occurrences import Occurrence
from transforms.passages import Passage


def read(text: str, reference: Gazetteer, speaker: str | None = None) -> list[Occurrence]:
    passages = (Passage("p_1", text),)
    return list(occurrences.find(passages, entities.find(passages, reference), speaker))


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("In May 2097, the Department of Political Affairs and OIC held a brainstorming session.", "session", "2097-05"),
        ("The first Annual Conference was held on 19 April 2097.", "conference", "2097-04-19"),
        ("A seminar took place in Suva in 2096.", "workshop", "2096"),
        ("They act in line with a memorandum of understanding signed in March 2090.", "signing", "2090-03"),
        ("From 3 to 5 February 2095, UNDP hosted a course.", "workshop", "2095-02-03/2095-02-05"),
        ("The plan, adopted by the General Assembly in April 2097, lives on.", "adoption", "2097-04"),
        ("The launch of the Lamp Market in January 2098 was late.", "launch", "2098-01"),
        ("On 4 June 2098, Ana Lamp was elected.", "election", "2098-06-04"),
        ("The Under-Secretary-General visited Kyiv in July 2097.", "visit", "2097-07"),
        ("It was set up following the adoption of the Road Map on Lamps through Lamps, in January 2097.", "adoption", "2097-01"),
    ],
)  # fmt: skip
def test_a_date_governs_the_event_beside_it(text: str, kind: str, edtf: str, reference: Gazetteer) -> None:
    """A verb that tells what happened, or the noun of what was held."""
    assert [(one.kind, one.edtf) for one in read(text, reference)] == [(kind, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "The lamps burned until June 2096.",
        "In 2096, UNDP had nine lamps.",
        "The resolution of 5 May 2096 speaks of lamps.",
        "The body endorsed the referendum results on 27 December 2024.",
        "On 20 February 2024, the newly appointed Governor spoke.",
        "The Right of Establishment was spelled out in January 2098.",
        "A meeting took place. June 2096 was wet.",
    ],
)
def test_a_date_without_an_event_makes_none(text: str, reference: Gazetteer) -> None:
    """Periods, states, documents, results of an event and titles; S/2025/269 has two of them."""
    assert read(text, reference) == []


def test_two_dates_joined_by_and_are_two_events(reference: Gazetteer) -> None:
    """Paragraph 8 of A/73/328 tells of two missions, "in July 2017 and July 2018"."""
    found = read("UNDP conducted two missions to Africa, in July 2017 and July 2018.", reference)

    assert [(one.kind, one.edtf) for one in found] == [("mission", "2017-07"), ("mission", "2018-07")]


def test_subjects_objects_and_companions_take_part(reference: Gazetteer) -> None:
    """Who is only spoken of does not, and a State after its city is where the city lies."""
    (one,) = read(
        "In May 2097, UNDP, together with OSCE, held a seminar with Kenya in Geneva, Switzerland, on the lamps of the European Union.",
        reference,
    )

    assert one.participants == ("geo:KEN", "org:osce", "org:un.undp")
    assert one.place_id == "place:CH/geneva"


def test_the_speaker_of_a_report_takes_part(reference: Gazetteer) -> None:
    """The words "I met" in a report of the Secretary-General are the United Nations'."""
    (one,) = read(
        "I met with the Secretary-General of OIC in May 2097 at the United Nations.", reference, "org:un"
    )

    assert one.participants == ("org:oic", "org:un")


def test_what_is_to_come_is_planned(reference: Gazetteer) -> None:
    """Will, and to be; a report of the past is not."""
    planned, past = read("A workshop will be held in May 2097. A workshop was held in May 2096.", reference)

    assert (planned.is_planned, past.is_planned) == (True, False)


def test_a_table_printed_as_one_sentence_holds_no_event(reference: Gazetteer) -> None:
    """Thousands of dates and names without an end between them are no sentence, and cost no time."""
    assert read("UNDP met OSCE in May 2097 " * 2000, reference) == []
    assert len(read("UNDP met OSCE in May 2097. " * 200, reference)) == 200
