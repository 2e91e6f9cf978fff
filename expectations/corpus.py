# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""Floors: what a whole release must reach before it is published, whatever each document says for itself.

A document can pass every check and still be read badly; a reader that stops finding titles, numbers or
names shows only in the sum. Each floor is far below what a working reader reaches, so that a set of any
kind of documents passes, and asks for enough rows that a share means something.

    >>> [rule.name for rule in RULES][:2]
    ['corpus.has_documents', 'corpus.is_traced_to_log']
"""

from __future__ import annotations

from expectations.rule import Rule

ENOUGH_DOCUMENTS = 5
"""Below this a share of documents says nothing: one letter without a title is not a broken reader."""

LEAST_TITLED = 0.5
"""Of reports, notes and budgets, which always carry a title; letters and resolutions may have none."""

LEAST_DATED = 0.4
"""Of documents with a symbol: their masthead prints a date, but some extractors lose the masthead."""

LEAST_OF_KNOWN_KIND = 0.5
"""`document` is the kind that is left when nothing was recognised."""

LEAST_NUMBERED = 0.5
"""Of reports with ten paragraphs or more, which are numbered by the Organization's own editorial rules."""

ENOUGH_PARAGRAPHS = 50
LEAST_MENTIONS = 0.25
"""Mentions a paragraph in English, the gazetteers' language; working readers find 5 to 12."""

ENOUGH_MENTIONS = 100
LEAST_LISTED = 0.5
"""Of mentions of organisations and states, those whose id stands in the reviewed gazetteers."""

ENOUGH_NUMBERED = 200
"""English numbered paragraphs among which at least one citation must have been found."""

ENOUGH_CONTENTS = 20
MOST_REFUSED = 0.9
"""A folder of odd files may be refused for the greater part; nearly all refused is a broken reader."""


def _floor(name: str, table: str, meaning: str, failing: str) -> Rule:
    """A rule on the whole set: `failing` selects one `example` when the floor is not reached."""
    return Rule(
        f"corpus.{name}",
        table,
        meaning,
        f"SELECT NULL::VARCHAR AS document_id, example FROM ({failing})",
        is_of_whole=True,
    )


def _share(name: str, meaning: str, of: str, having: str, least: float) -> Rule:
    """Of the documents `of` a kind, at least this share are `having` something, once there are enough."""
    return _floor(
        name,
        "documents",
        meaning,
        f"SELECT concat(count(*) FILTER ({having}), ' of ', count(*), ' documents') AS example "
        f"FROM batch WHERE {of} "
        f"HAVING count(*) >= {ENOUGH_DOCUMENTS} AND count(*) FILTER ({having}) < {least} * count(*)",
    )


RULES: tuple[Rule, ...] = (
    _floor(
        "has_documents",
        "documents",
        "A release holds at least one document with a paragraph.",
        """SELECT 'none' AS example FROM batch JOIN paragraphs USING (document_id) HAVING count(*) = 0""",
    ),
    Rule(
        "corpus.is_traced_to_log",
        "documents",
        "Every document names the address of its bytes and the event that accepted it.",
        """SELECT document_id, concat(document_id, ' from ', source_url) AS example FROM batch
           WHERE source_url IS NULL OR accepted_event_id IS NULL""",
    ),
    _share(
        "titles_found",
        f"At least {LEAST_TITLED:.0%} of reports, notes and budgets have a title.",
        "kind IN ('report', 'note', 'budget')",
        "title IS NOT NULL",
        LEAST_TITLED,
    ),
    _share(
        "dates_found",
        f"At least {LEAST_DATED:.0%} of documents with a symbol have a date.",
        "NOT starts_with(symbol, 'web:')",
        "document_date IS NOT NULL",
        LEAST_DATED,
    ),
    _share(
        "kinds_found",
        f"At least {LEAST_OF_KNOWN_KIND:.0%} of documents are of a known kind.",
        "true",
        "kind <> 'document'",
        LEAST_OF_KNOWN_KIND,
    ),
    _share(
        "numbers_found",
        f"At least {LEAST_NUMBERED:.0%} of reports with ten paragraphs have numbered ones.",
        "kind = 'report' AND paragraph_count >= 10",
        "numbered_count > 0",
        LEAST_NUMBERED,
    ),
    _floor(
        "mentions_found",
        "mentions",
        f"There are at least {LEAST_MENTIONS} mentions a paragraph in English.",
        f"""SELECT concat(found, ' mentions in ', held, ' paragraphs') AS example
            FROM (SELECT (SELECT count(*) FROM paragraphs WHERE language = 'en') AS held,
                         count(*) FILTER (document_id LIKE '%@en') AS found FROM batch)
            WHERE held >= {ENOUGH_PARAGRAPHS} AND found < {LEAST_MENTIONS} * held""",
    ),
    _floor(
        "names_are_listed",
        "mentions",
        f"At least {LEAST_LISTED:.0%} of organisations and states named are in the gazetteers.",
        f"""SELECT concat(found, ' of ', held, ' mentions') AS example
            FROM (SELECT count(*) AS held, count(*) FILTER (e.status IS DISTINCT FROM 'unlisted') AS found
                  FROM batch AS m JOIN entities AS e USING (entity_id) WHERE m.type IN ('ORG', 'COUNTRY'))
            WHERE held >= {ENOUGH_MENTIONS} AND found < {LEAST_LISTED} * held""",
    ),
    _floor(
        "citations_found",
        "citations",
        f"Among {ENOUGH_NUMBERED} numbered paragraphs in English at least one cites a document.",
        f"""SELECT concat('none in ', held, ' paragraphs') AS example
            FROM (SELECT (SELECT count(*) FROM paragraphs WHERE language = 'en' AND number IS NOT NULL) AS held,
                         count(*) AS found FROM batch)
            WHERE held >= {ENOUGH_NUMBERED} AND found = 0""",
    ),
    _floor(
        "refusals_are_few",
        "verdicts",
        f"Of {ENOUGH_CONTENTS} contents or more at most {MOST_REFUSED:.0%} are refused.",
        f"""SELECT concat(refused, ' of ', held, ' contents') AS example
            FROM (SELECT count(*) AS held, count(*) FILTER (NOT is_accepted) AS refused
                  FROM (SELECT content_sha256, bool_and(is_passed) AS is_accepted FROM batch
                        WHERE content_sha256 IS NOT NULL GROUP BY content_sha256))
            WHERE held >= {ENOUGH_CONTENTS} AND refused > {MOST_REFUSED} * held""",
    ),
)
"""Every floor. One that fails stops the publication; the release before stays as it is."""


def needs(rule: Rule) -> frozenset[str]:
    """The table a floor looks at; floors on the log's tables are asked only where these are given."""
    return frozenset({rule.table})
