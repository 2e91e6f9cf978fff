"""The rows of what a file says of its document beside the text: links, subjects, steps, sponsors, votes, ballots.

>>> [row["yes_count"] for row in rows(document)["votes"]]
[15]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from transforms.document import Document
from transforms.links import Link
from transforms.proceedings import Vote
from transforms.schema import Row


def rows(document: Document) -> Mapping[str, Iterable[Row]]:
    """The rows of each table, by its name."""
    return {
        "links": _links(document),
        "subjects": _subjects(document),
        "steps": _steps(document),
        "sponsors": _sponsors(document),
        "votes": _votes(document),
        "ballots": _ballots(document),
    }


def _links(document: Document) -> Iterator[Row]:
    for ordinal, link in enumerate(document.links, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "place": link.place,
            "paragraph_id": _within(document, link, "paragraph"),
            "footnote_id": _within(document, link, "footnote"),
            "section_id": _within(document, link, "heading"),
            "start_char": link.start,
            "end_char": link.end,
            "surface": link.surface,
            "href": link.href,
            "linked_symbol": link.linked_symbol,
            "linked_document_id": None,
        }


def _within(document: Document, link: Link, place: str) -> str | None:
    return f"{document.id}#{link.eid}" if link.place == place else None


def _subjects(document: Document) -> Iterator[Row]:
    for ordinal, subject in enumerate(document.subjects, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "scheme": subject.scheme,
            "uri": subject.uri,
            "notation": subject.notation,
            "label": subject.label,
            "agenda_symbol": subject.agenda_symbol,
        }


def _steps(document: Document) -> Iterator[Row]:
    for ordinal, step in enumerate(document.proceedings.steps, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "outcome": step.outcome,
            "step_date": step.date,
            "step_symbol": step.symbol,
            "words": step.words,
            "reference": step.reference,
        }


def _sponsors(document: Document) -> Iterator[Row]:
    for ordinal, sponsor in enumerate(document.proceedings.sponsors, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "role": sponsor.role,
            "name": sponsor.name,
            "entity_id": sponsor.entity_id,
            "on_behalf_of": sponsor.on_behalf_of,
            "draft_symbol": sponsor.draft_symbol,
        }


def _votes(document: Document) -> Iterator[Row]:
    for ordinal, vote in enumerate(document.proceedings.votes, start=1):
        yield {
            "document_id": document.id,
            "ordinal": ordinal,
            "source": vote.source,
            "voted_symbol": vote.voted_symbol,
            "is_adopted": vote.is_adopted,
            "is_without_vote": vote.is_without_vote,
            "yes_count": vote.yes_count,
            "no_count": vote.no_count,
            "abstaining_count": vote.abstaining_count,
            "vote_date": vote.vote_date,
            "meeting_symbol": vote.meeting_symbol,
            **_printed(document, vote),
            "surface": vote.surface,
            "ballot_count": len(vote.ballots),
        }


def _printed(document: Document, vote: Vote) -> Row:
    if vote.passage is None:
        return {}
    passage = document.passages[vote.passage]
    column = "footnote_id" if passage.is_footnote else "paragraph_id"
    return {column: f"{document.id}#{passage.eid}", "start_char": vote.start, "end_char": vote.end}


def _ballots(document: Document) -> Iterator[Row]:
    for vote_ordinal, vote in enumerate(document.proceedings.votes, start=1):
        for ordinal, ballot in enumerate(vote.ballots, start=1):
            yield {
                "document_id": document.id,
                "vote_ordinal": vote_ordinal,
                "ordinal": ordinal,
                "position": ballot.position,
                "state_name": ballot.state_name,
                "entity_id": ballot.entity_id,
            }
