"""What a file states and a document prints of how a text came to be -> its `Proceedings`.

>>> proceed(stated, passages, findings.citations, gazetteer, own_symbol="A/RES/77/165").votes[0].is_without_vote
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.errors import Refusal
from transforms.gazetteer import Gazetteer
from transforms.passages import Citation, Passage
from transforms.proceedings import printed
from transforms.proceedings.states import Roll
from transforms.proceedings.values import Ballot, Proceedings, Sponsor, Step, Vote
from transforms.stated import Count, Stated
from transforms.stated import Step as StatedStep
from transforms.symbols import parse

_OUTCOMES = {
    "draftResolution": "draft",
    "draftResolutionAdditionalSponsors": "draft_joined",
    "recommendedForAdoption": "recommended",
    "adopted": "adopted",
}
VOTED_ON = frozenset({"resolution", "decision"})
"""Kinds of document that are voted on themselves."""
OUTCOMES = (*_OUTCOMES.values(), "other")
_POSITIONS = {"inFavour": "yes", "against": "no", "abstaining": "abstaining"}
POSITIONS = (*_POSITIONS.values(), "other")
_SUBMITTED = re.compile(r"\bsubmitted by\b")
_OPENING = re.compile(r"submitted by\s+(?:the\s+)?")
_TALLY = re.compile(r"(?<![\w/-])(\d{1,3})-(\d{1,3})-(\d{1,3})(?![\w/-])")
NEAR = 40
"""Characters between a text and how it was adopted: `resolution 75/267, adopted without a vote`."""
_DRAFT = re.compile(r"/L\.\d")


def proceed(
    stated: Stated,
    passages: Sequence[Passage],
    citations: Iterable[Citation],
    gazetteer: Gazetteer,
    *,
    own_symbol: str | None,
) -> Proceedings:
    """The steps and sponsors that a file states, and its votes, stated or printed.

    Args:
        stated: what the file states for machines.
        passages: the document's texts, in order.
        citations: what these texts cite.
        gazetteer: the reviewed reference data, which knows the states.
        own_symbol: the document's own, where it is a text that can be voted on: a resolution, a decision.
    """
    roll = Roll(gazetteer)
    votes = (*_stated(stated, roll, own_symbol), *_printed(passages, tuple(citations), roll, own_symbol))
    sponsors = tuple(_sponsors(stated.steps, roll))
    ids = {sponsor.entity_id for sponsor in sponsors} | {b.entity_id for vote in votes for b in vote.ballots}
    named = sorted(id_ for id_ in ids if id_ is not None)
    return Proceedings(
        tuple(map(_step, stated.steps)), sponsors, votes, tuple(gazetteer.entities[id_] for id_ in named)
    )


def _step(step: StatedStep) -> Step:
    outcome = _OUTCOMES.get(step.outcome, "other")
    return Step(outcome, step.date, _canonical(step.symbol), step.words or None, step.reference)


def _sponsors(steps: Iterable[StatedStep], roll: Roll) -> Iterator[Sponsor]:
    """Who put a draft forward, and who joined; an officer of a committee is named by his words, no state for him."""
    draft: str | None = None
    for step in steps:
        match _OUTCOMES.get(step.outcome, "other"):
            case "draft":
                draft, role = _canonical(step.symbol), "sponsor"
            case "draft_joined":
                role = "additional_sponsor"
            case _:
                continue
        if _SUBMITTED.search(step.words):
            yield Sponsor("submitter", _OPENING.sub("", step.words, count=1), None, None, draft)
            continue
        for named in roll.call(step.words):
            yield Sponsor(role, named.name, named.entity_id, named.on_behalf_of, draft)


def _stated(stated: Stated, roll: Roll, own_symbol: str | None) -> Iterator[Vote]:
    adopted = next((step for step in stated.steps if step.outcome == "adopted"), None)
    for voting in stated.votings:
        counts = {_POSITIONS.get(count.position, "other"): count.number for count in voting.counts}
        is_counted = bool(counts)
        yield Vote(
            source="metadata",
            yes_count=counts.get("yes", 0) if is_counted else None,
            no_count=counts.get("no", 0) if is_counted else None,
            abstaining_count=counts.get("abstaining", 0) if is_counted else None,
            is_without_vote=not is_counted and voting.outcome == "adoptedWithoutVote",
            is_adopted=adopted is not None or voting.outcome.startswith("adopted"),
            voted_symbol=own_symbol,
            vote_date=adopted.date if adopted is not None else None,
            meeting_symbol=_canonical(adopted.symbol) if adopted is not None else None,
            surface=(adopted.words if adopted is not None else "") or None,
            ballots=tuple(ballot for count in voting.counts for ballot in _ballots(count, roll)),
        )


def _ballots(count: Count, roll: Roll) -> Iterator[Ballot]:
    position = _POSITIONS.get(count.position, "other")
    for name in count.voters:
        yield Ballot(position, name, roll.entity_id(name))


def _printed(
    passages: Sequence[Passage], citations: Sequence[Citation], roll: Roll, own_symbol: str | None
) -> Iterator[Vote]:
    for index, passage in enumerate(passages):
        for found in printed.tallies(passage.text):
            yes, no, abstaining = found.counts or (None, None, None)
            yield Vote(
                source="text",
                yes_count=yes,
                no_count=no,
                abstaining_count=abstaining,
                is_without_vote=found.counts is None,
                is_adopted=found.is_adopted,
                voted_symbol=_voted(passage, index, found.start, citations, own_symbol),
                passage=index,
                start=found.start,
                end=found.end,
                surface=passage.text[found.start : found.end],
                ballots=printed.ballots(passages, index, roll) if found.counts is not None else (),
            )


def _voted(
    passage: Passage, index: int, start: int, citations: Iterable[Citation], own_symbol: str | None
) -> str | None:
    """The draft named last before the vote, or a text right before it; in a note in brackets, the resolution itself."""
    if own_symbol is not None and passage.text.lstrip().startswith("["):
        return own_symbol
    named = [
        c for c in citations
        if c.passage == index and c.end <= start and (_DRAFT.search(c.cited_symbol) or start - c.end <= NEAR)
    ]  # fmt: skip
    return named[-1].cited_symbol if named else None


def _canonical(text: str | None) -> str | None:
    try:
        return str(parse(text)[0]) if text else None
    except Refusal:
        return text
