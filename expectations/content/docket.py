# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What links, subjects, steps and votes must mean: quoted at their offsets, in one place, counted as they are listed."""

from __future__ import annotations

from expectations.content.documents import SYMBOLS_READ
from expectations.rule import Rule

_TEXTS = (
    "(SELECT paragraph_id AS text_id, document_id, text FROM paragraphs "
    "UNION ALL SELECT footnote_id, document_id, text FROM footnotes "
    "UNION ALL SELECT section_id, document_id, heading FROM sections)"
)
_UNQUOTED = (
    "NOT (start_char >= 0 AND start_char < end_char AND end_char <= length(text) "
    "AND substring(text, start_char + 1, end_char - start_char) = surface)"
)


def _links() -> tuple[Rule, ...]:
    return (
        Rule(
            "links.surface_is_quoted",
            "links",
            "The text of the row in which a link stands is its words, from start to end.",
            f"""SELECT link.document_id, concat(link.ordinal, ': ', surface, ' is not ',
                       substring(text, start_char + 1, end_char - start_char)) AS example
                FROM batch AS link JOIN {_TEXTS} AS held ON text_id = coalesce(paragraph_id, footnote_id, section_id)
                WHERE {_UNQUOTED} OR held.document_id <> link.document_id""",
        ),
        Rule(
            "links.stand_in_their_place",
            "links",
            "A link in a paragraph, a footnote or a heading names it, and no other; only a text has offsets.",
            """SELECT document_id, concat(ordinal, ' in ', place) AS example FROM batch
               WHERE (place = 'paragraph') <> (paragraph_id IS NOT NULL)
                  OR (place = 'footnote') <> (footnote_id IS NOT NULL)
                  OR (place = 'heading') <> (section_id IS NOT NULL)
                  OR (place IN ('aside', 'masthead')) <> (start_char IS NULL)
                  OR (start_char IS NULL) <> (end_char IS NULL)""",
        ),
        Rule(
            "links.symbol_parses",
            "links",
            "The symbol linked is one of our grammar in canonical form.",
            f"""SELECT document_id, concat(href, ' is ', linked_symbol) AS example
                FROM batch LEFT JOIN {SYMBOLS_READ} ON printed = linked_symbol
                WHERE linked_symbol IS NOT NULL AND canonical IS DISTINCT FROM linked_symbol""",
        ),
    )


def _votes() -> tuple[Rule, ...]:
    return (
        Rule(
            "votes.words_are_quoted",
            "votes",
            "A vote that a text prints is quoted from one paragraph or footnote; one that the file states from none.",
            f"""SELECT vote.document_id, concat(vote.ordinal, ': ', surface) AS example FROM batch AS vote
                LEFT JOIN {_TEXTS} AS held ON text_id = coalesce(paragraph_id, footnote_id)
                WHERE CASE source WHEN 'text' THEN text IS NULL OR held.document_id <> vote.document_id
                                                   OR (paragraph_id IS NULL) = (footnote_id IS NULL) OR {_UNQUOTED}
                           ELSE text_id IS NOT NULL OR start_char IS NOT NULL END""",
        ),
        Rule(
            "votes.are_counted_or_without",
            "votes",
            "A vote has three counts, or there was none.",
            """SELECT document_id, concat(ordinal, ': ', yes_count, '-', no_count, '-', abstaining_count) AS example FROM batch
               WHERE coalesce(is_without_vote, false) = (yes_count IS NOT NULL)
                  OR (yes_count IS NULL) <> (no_count IS NULL) OR (yes_count IS NULL) <> (abstaining_count IS NULL)
                  OR least(yes_count, no_count, abstaining_count) < 0""",
        ),
        Rule(
            "votes.hold_their_ballots",
            "votes",
            "A vote says how many states are listed with it.",
            """SELECT document_id, concat(ordinal, ': ', ballot_count, ', listed ', listed) AS example
               FROM (SELECT batch.*, (SELECT count(*) FROM ballots WHERE ballots.document_id = batch.document_id
                                      AND ballots.vote_ordinal = batch.ordinal) AS listed FROM batch)
               WHERE ballot_count <> listed""",
        ),
        Rule(
            "votes.count_their_ballots",
            "votes",
            "Where states are listed there are as many on each side as the counts say.",
            """SELECT document_id, concat(ordinal, ': ', yes_count, '-', no_count, '-', abstaining_count, ', listed ',
                      yes_listed, '-', no_listed, '-', abstaining_listed) AS example
               FROM batch JOIN (SELECT document_id, vote_ordinal AS ordinal,
                                       count(*) FILTER (position = 'yes') AS yes_listed,
                                       count(*) FILTER (position = 'no') AS no_listed,
                                       count(*) FILTER (position = 'abstaining') AS abstaining_listed
                                FROM ballots GROUP BY ALL) USING (document_id, ordinal)
               WHERE (yes_count, no_count, abstaining_count) IS DISTINCT FROM (yes_listed, no_listed, abstaining_listed)""",
            is_warning=True,
        ),
        Rule(
            "ballots.are_of_vote",
            "ballots",
            "A ballot belongs to a vote of its document.",
            """SELECT document_id, concat(vote_ordinal, ': ', state_name) AS example FROM batch
               WHERE NOT EXISTS (SELECT 1 FROM votes WHERE votes.document_id = batch.document_id
                                 AND votes.ordinal = batch.vote_ordinal)""",
        ),
    )


RULES: tuple[Rule, ...] = (
    *_links(),
    Rule(
        "subjects.say_something",
        "subjects",
        "A subject has an address, a number or a name.",
        """SELECT document_id, concat(ordinal, ': ', scheme) AS example FROM batch
           WHERE coalesce(uri, notation, label) IS NULL OR NOT coalesce(regexp_matches(uri, '^https?://'), true)""",
    ),
    Rule(
        "steps.say_something",
        "steps",
        "A step has a day, a document or words.",
        """SELECT document_id, concat(ordinal, ': ', outcome) AS example FROM batch
           WHERE step_date IS NULL AND coalesce(step_symbol, words, reference) IS NULL""",
    ),
    *_votes(),
)
