"""Partnerships: which two bodies a sentence ties, by which words; and parties, the lists in which bodies act."""

import pytest

from transforms import entities, partnerships
from transforms.gazetteer import Gazetteer
from transforms.parties import groups, is_of_system, lead, parties
from transforms.partnerships import Partnership, speaker_of
from transforms.passages import Passage

REPORT = "Report of the Secretary-General"


def read(text: str, reference: Gazetteer, author: str | None = None) -> list[Partnership]:
    passages = (Passage("p_1", text),)
    return list(partnerships.find(passages, entities.find(passages, reference), speaker_of(author)))


def pairs(text: str, reference: Gazetteer, author: str | None = None) -> list[str]:
    return [
        f"{one.un_id[4:]} {one.partner_id[4:]} {one.form} {one.cue}" for one in read(text, reference, author)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("United Nations-African Union cooperation grew.", ["un au compound cooperation"]),
        ("The ECOWAS-EU-United Nations framework grew.", ["un ecowas compound framework", "un eu compound framework"]),
        ("UNDP and the OSCE secretariat signed a paper.", ["un.undp osce jointly signed"]),
        ("ASEAN collaborated with various United Nations entities.", ["un asean with collaborated"]),
        ("The lamp agreement between UNDP and the European Union was kept.", ["un.undp eu between agreement"]),
        ("The dialogue on early warning between the United Nations and OSCE went on.", ["un osce between dialogue"]),
        ("ESCAP has worked closely with the secretariat of ASEAN on lamps.", ["un.escap asean with worked"]),
        ("In cooperation with OSCE, UNDP lit the lamps.", ["un.undp osce with cooperation"]),
        ("UNODC and INTERPOL have worked together closely.", ["un.unodc interpol jointly worked together"]),
        ("A meeting was organized by UNDP and the European Union.", ["un.undp eu jointly organized"]),
        ("UNFPA has provided technical support to the African Union.", ["un.unfpa au support provided"]),
        ("UNDP supported African Union efforts to light lamps.", ["un.undp au support supported"]),
        ("With the support of UNHCR, the Council of Europe lit lamps.", ["un.unhcr coe support support"]),
        ("ECCAS, with United Nations support, has lit lamps.", ["un eccas support support"]),
        ("UNDP briefed the OSCE secretariat on lamps.", ["un.undp osce contact briefed"]),
        ("UNESCO, UNFPA and UNDP collaborated with ECCAS on lamps.", ["unesco eccas with collaborated", "un.unfpa eccas with collaborated", "un.undp eccas with collaborated"]),
        ("OHCHR works with regional organizations such as ASEAN and the European Union.", ["un.ohchr asean with works", "un.ohchr eu with works"]),
        ("The interface between the United Nations and regional organizations, particularly the African Union, grew.", ["un au between interface"]),
    ],
)  # fmt: skip
def test_grammar_ties_two_bodies(text: str, expected: list[str], reference: Gazetteer) -> None:
    """Each form has its words, and a list stands for each of its members."""
    assert pairs(text, reference) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations noted the lamps. The African Union lit them.",
        "The report of UNDP mentions the African Union.",
        "ASEAN member States are contributors to United Nations peacekeeping.",
        "Following a request from the European Union, the lamps of UNDP went out.",
        "UNDP worked with UNHCR and UNICEF.",
        "The European Union has contributed, under Security Council authorization, to a force.",
        "The African Union worked with the European Union.",
        "The United Nations supports Somalia against Al-Shabaab.",
        "BINUH provided support to the Haitian National Police.",
        "UNDP facilitated a dialogue of keepers on the sidelines of the summit that ASEAN held.",
        "The Government of Somalia works with the United Nations and the African Union.",
    ],
)
def test_two_names_in_one_text_are_not_yet_a_pair(text: str, reference: Gazetteer) -> None:
    """Neither a common sentence, nor members of a body, nor two bodies of one side, nor a foe make a partnership."""
    assert pairs(text, reference) == []


def test_it_stands_for_the_subject_before(reference: Gazetteer) -> None:
    """A/61/204, paragraph 61, goes on with "It has been cooperating"; "It was decided" stands for nobody."""
    assert pairs("OHCHR lit a lamp. It has been cooperating with OSCE.", reference) == [
        "un.ohchr osce with cooperating"
    ]
    assert pairs("OHCHR lit a lamp. It was decided to cooperate with OSCE.", reference) == []


def test_a_wish_is_told_from_a_fact(reference: Gazetteer) -> None:
    """What should be and what will be is called for; what a body did as requested is not."""
    wished, planned, done = read(
        "UNDP should cooperate with ASEAN. UNDP will cooperate with ASEAN. As requested, UNDP cooperated with ASEAN.",
        reference,
    )

    assert (wished.is_called_for, planned.is_called_for, done.is_called_for) == (True, True, False)


def test_a_sentence_has_a_year_where_its_dates_agree(reference: Gazetteer) -> None:
    """Two dates in one year give it; dates in two years give none."""
    one, two = read(
        "In May and on 4 June 2096, UNDP met with ASEAN. In 2095 and 2096, UNDP met with ASEAN.", reference
    )

    assert (one.year, two.year) == (2096, None)


def test_the_author_of_a_report_speaks_for_the_united_nations(reference: Gazetteer) -> None:
    """The words "I met with the Secretary-General of OIC" tell of the United Nations in his report, of nobody in a letter."""
    text = "I met with the Secretary-General of OIC at the United Nations."

    assert pairs(text, reference, REPORT) == ["un oic with met"]
    assert pairs(text, reference, "Letter from the Permanent Representative of Fiji") == []


def test_a_footnote_tells_of_no_partnership(reference: Gazetteer) -> None:
    """Notes cite titles: "Cooperation between the United Nations and ASEAN" is one."""
    passages = (Passage("fn_1", "Cooperation between the United Nations and ASEAN.", is_footnote=True),)

    assert partnerships.find(passages, entities.find(passages, reference)) == ()


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("org:un", True),
        ("org:un.undp", True),
        ("org:unesco.ioc", True),
        ("org:unasur", False),
        ("org:world-bank", False),
    ],
)
def test_the_system_is_the_un_and_its_specialized_agencies(identifier: str, expected: bool) -> None:
    """An id that merely begins alike is outside."""
    assert is_of_system(identifier) is expected


def test_a_list_that_ends_without_and_is_no_list(reference: Gazetteer) -> None:
    """In "after a talk with A, B and C met", A stands apart."""
    text = "After a talk with UNDP, the European Union and OSCE met."
    found = entities.find((Passage("p_1", text),), reference)

    lists = groups(text, parties(text, found.mentions, {e.id: e for e in found.entities}))

    assert [[party.id for party in group.parties] for group in lists][-1][-2:] == ["org:eu", "org:osce"]


def test_a_head_before_a_name_hides_no_preposition() -> None:
    """What follows "with their counterparts in the secretariat of the" is governed by "with"."""
    text = "held talks with their counterparts in the secretariat of the "

    assert lead(text, 0, len(text)) == ("with", "held talks")


def test_a_table_printed_as_one_sentence_holds_no_pair(reference: Gazetteer) -> None:
    """Thousands of names without an end between them tie nothing, and cost no time."""
    assert read("UNDP met with OSCE " * 2000, reference) == []
    assert len(read("UNDP met with OSCE. " * 200, reference)) == 200
