"""How a text came to be: sponsors taken from a list of names, votes as they are stated and as they are printed."""

from __future__ import annotations

import datetime as dt

import pytest

from transforms.gazetteer import Gazetteer
from transforms.passages import Citation, Passage
from transforms.proceedings import Proceedings, proceed
from transforms.proceedings.printed import tallies
from transforms.proceedings.states import Roll
from transforms.stated import Count, Stated, Step, Voting


@pytest.fixture(scope="module")
def roll(reference: Gazetteer) -> Roll:
    return Roll(reference)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Malta", ["MLT"]),
        ("Antigua and Barbuda and Chad", ["ATG", "TCD"]),
        ("Austria, Bosnia and Herzegovina and Trinidad and Tobago", ["AUT", "BIH", "TTO"]),
        ("Bolivia (Plurinational State of), the Bahamas and United Kingdom of Great Britain and Northern Ireland", ["BOL", "BHS", "GBR"]),
        ("Plurinational State of Bolivia, and Kingdom of the Netherlands", ["BOL", "NLD"]),
        ("CÔTE D'IVOIRE; TURKIYE", ["CIV", "TUR"]),
        ("Côte d’Ivoire,  Türkiye.", ["CIV", "TUR"]),
        ("Nambia and Peru", [None]),
        ("Peru and Nambia", ["PER", None]),
    ],
)  # fmt: skip
def test_a_list_of_states_is_parted_between_its_names(roll: Roll, words: str, ids: list[str | None]) -> None:
    """An "and" inside a name is part of it; a name that nobody has keeps its words, and has no id."""
    named = roll.call(words)

    assert [state.entity_id for state in named] == [f"geo:{each}" if each else None for each in ids]


def test_a_state_that_stands_for_others_says_for_whom(roll: Roll) -> None:
    """What stands in brackets behind a name is kept, commas and "and" included."""
    named = roll.call("Cuba (on behalf of the Group of 77, its friends and China) and Peru")

    assert [(state.name, state.on_behalf_of) for state in named] == [
        ("Cuba", "on behalf of the Group of 77, its friends and China"), ("Peru", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[Adopted by a recorded vote of 29 to 11, with 7 abstentions.]", (29, 11, 7)),
        ("The draft was adopted by a recorded vote of 120 votes to none, with one abstention.", (120, 0, 1)),
        ("The draft received 13 votes in favour, none against and 2 abstentions.", (13, 0, 2)),
        ("Le projet est adopté par 29 voix contre 11, avec 7 abstentions.", (29, 11, 7)),
        ("Queda aprobada por 29 votos contra 11 y 7 abstenciones.", (29, 11, 7)),
        ("Проект принимается 29 голосами против 11 при 7 воздержавшихся.", (29, 11, 7)),
        ("决议草案以29票对11票、7票弃权获得通过。", (29, 11, 7)),
        ("اعتُمد القرار بتصويت مسجل بأغلبية 29 صوتا مقابل 11 صوتا وامتناع 7 أعضاء عن التصويت.", (29, 11, 7)),
    ],
)
def test_the_counts_of_a_vote_are_read_in_six_languages(text: str, counts: tuple[int, int, int]) -> None:
    """Figures and small numbers in words, with the words that say what each counts."""
    assert [found.counts for found in tallies(text)] == [counts]


@pytest.mark.parametrize(
    "text",
    [
        "The Committee adopted the draft resolution without a vote.",
        "[Adopté sans vote.]",
        "Rappelant sa résolution, adoptée le 25 mars sans avoir été mise aux voix,",
        "قرارها الذي اتخذته دون تصويت في 25 آذار",
        "El proyecto fue aprobado sin votación.",
        "Проект принимается без голосования.",
        "委员会未经表决通过了决议草案。",
        "اعتمدت اللجنة مشروع القرار بدون تصويت.",
    ],
)
def test_an_adoption_without_a_vote_is_read_in_six_languages(text: str) -> None:
    """Where nobody voted there is nothing to count."""
    assert [(found.counts, found.is_adopted) for found in tallies(text)] == [(None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Members may take part in the work of the Committee without a vote.",
        "The observer has the right to speak without vote or veto.",
        "The right to vote belongs to 15 members.",
        "Rule 29 to 31 of the rules of procedure on voting were suspended.",
    ],
)
def test_words_about_voting_are_no_vote(text: str) -> None:
    """A text must say how many voted, or that something was adopted without it."""
    assert list(tallies(text)) == []


def test_a_text_that_is_voted_down_is_not_adopted() -> None:
    """The same counts can mean either: the verb says which."""
    assert [t.is_adopted for t in tallies("The draft was rejected by a recorded vote of 5 to 9, with 1 abstention.")] == [False]  # fmt: skip


def proceeded(
    reference: Gazetteer, *texts: str, stated: Stated | None = None, own: str | None = None
) -> Proceedings:
    passages = [Passage(f"p_{n}", text) for n, text in enumerate(texts, start=1)]
    draft = "A/C.3/77/L.5"
    citations = [
        Citation(n, text.index(draft), text.index(draft) + len(draft), draft, None, "printed", 1.0)
        for n, text in enumerate(texts) if draft in text
    ]  # fmt: skip
    return proceed(stated or Stated(), passages, citations, reference, own_symbol=own)


def test_the_states_listed_under_a_vote_are_its_ballots(reference: Gazetteer) -> None:
    """A side may have its list behind it or in the next paragraph; what follows the lists is none of them."""
    found = proceeded(
        reference,
        "The Committee adopted draft resolution A/C.3/77/L.5 by a recorded vote of 3 to 1, with 1 abstention. The voting was as follows:",
        "In favour:", "Chad, Mali and Peru.", "Against: Kenya.", "Abstaining: Fiji.",
        "The representative of Norway spoke.",
    )  # fmt: skip

    (vote,) = found.votes
    assert (vote.voted_symbol, vote.passage) == ("A/C.3/77/L.5", 0)
    assert [(b.position, b.entity_id) for b in vote.ballots] == [
        ("yes", "geo:TCD"), ("yes", "geo:MLI"), ("yes", "geo:PER"), ("no", "geo:KEN"), ("abstaining", "geo:FJI"),
    ]  # fmt: skip
    assert [entity.id for entity in found.entities] == ["geo:FJI", "geo:KEN", "geo:MLI", "geo:PER", "geo:TCD"]


def test_a_note_in_brackets_speaks_of_its_own_resolution(reference: Gazetteer) -> None:
    """Resolutions of the Human Rights Council end with how they were adopted; what else they tell is of others."""
    own = "A/HRC/RES/50/1"
    found = proceeded(
        reference, "[Adopted without a vote.]", "The Assembly adopted it without a vote.", own=own
    )

    assert [vote.voted_symbol for vote in found.votes] == [own, None]


STATED = Stated(
    steps=(
        Step("draftResolution", dt.date(2097, 2, 2), "S/2097/5", "France and Malta", None),
        Step("draftResolutionAdditionalSponsors", None, None, "Peru", None),
        Step("adopted", dt.date(2097, 2, 3), "S/PV.9999", "Adopted 13-0-2, 9999th meeting", "Chapter VII"),
    ),
    votings=(Voting("", (Count("inFavour", 13), Count("abstaining", 2, ("CHINA", "CHAD")))),),
)


def test_a_stated_vote_has_its_meeting_and_a_side_without_votes_has_none(reference: Gazetteer) -> None:
    """Files leave out a side that nobody took: it is 0, not unknown."""
    (vote,) = proceeded(reference, stated=STATED, own="S/RES/9999 (2097)").votes

    assert (vote.yes_count, vote.no_count, vote.abstaining_count, vote.is_without_vote) == (13, 0, 2, False)
    assert (vote.meeting_symbol, vote.vote_date) == ("S/PV.9999", dt.date(2097, 2, 3))
    assert [ballot.entity_id for ballot in vote.ballots] == ["geo:CHN", "geo:TCD"]


def test_sponsors_know_their_draft(reference: Gazetteer) -> None:
    """Those that joined later sponsor the same draft."""
    sponsors = proceeded(reference, stated=STATED).sponsors

    assert [(s.role, s.entity_id, s.draft_symbol) for s in sponsors] == [
        ("sponsor", "geo:FRA", "S/2097/5"), ("sponsor", "geo:MLT", "S/2097/5"), ("additional_sponsor", "geo:PER", "S/2097/5"),
    ]  # fmt: skip


def test_an_officer_who_submits_is_no_sponsoring_state(reference: Gazetteer) -> None:
    """The Chair of a committee acts for it, whatever state the Chair is of: A/RES/77/165."""
    step = Step(
        "draftResolution", None, None, "submitted by the Vice-Chair of the Committee, Ann Lee (Egypt)", None
    )

    (sponsor,) = proceeded(reference, stated=Stated(steps=(step,))).sponsors

    assert (sponsor.role, sponsor.entity_id) == ("submitter", None)
    assert sponsor.name == "Vice-Chair of the Committee, Ann Lee (Egypt)"


def test_adoption_without_a_vote_has_no_counts(reference: Gazetteer) -> None:
    """No counts is not a count of nothing."""
    (vote,) = proceeded(reference, stated=Stated(votings=(Voting("adoptedWithoutVote"),))).votes

    assert (vote.is_without_vote, vote.yes_count, vote.ballots) == (True, None, ())


def test_a_text_named_right_before_a_vote_is_what_was_voted_on(reference: Gazetteer) -> None:
    """A/RES/77/128 B recalls a resolution "adopted without a vote"; one named far before is another matter."""
    near, far = "Recalling resolution A/C.3/77/5, adopted without a vote", "Recalling A/C.3/77/5 and " + "all lamps of the sea, " * 3 + "adopted without a vote"  # fmt: skip
    passages = [Passage("p_1", near), Passage("p_2", far)]
    cited = "A/C.3/77/5"
    citations = [
        Citation(n, text.index(cited), text.index(cited) + len(cited), cited, None, "printed", 1.0)
        for n, text in enumerate((near, far))
    ]

    votes = proceed(Stated(), passages, citations, reference, own_symbol="A/RES/77/128").votes

    assert [vote.voted_symbol for vote in votes] == [cited, None]
