# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""Floors: what a whole release must reach before it is published, whatever each document says for itself.

A document can pass every check and still be read badly; a reader that stops finding titles, numbers or
names shows only in the sum. So a floor counts documents, never rows: one long file of anything is one
document. It counts those that are long enough to show what a reader can do, so that no number of stubs
weighs in. And it lies far below what a working reader reaches, at a share that a broken one, which finds
next to nothing, never reaches.

    >>> [rule.name for rule in RULES][:2]
    ['corpus.has_documents', 'corpus.is_traced_to_log']
"""

from __future__ import annotations

from expectations.rule import Rule

ENOUGH_DOCUMENTS = 3
"""Below this a share of documents says nothing: one report without a title is not a broken reader."""

LONG = "(paragraph_count >= 10 OR word_count >= 1000)"
"""A document long enough to be judged; by words too, for a reader that no longer parts paragraphs."""

PRINTED = f"{LONG} AND kind NOT IN ('document', 'web_page') AND NOT starts_with(symbol, 'web:')"
"""A long document of the Organization; texts of no known kind, however many, do not weigh in."""

LEAST_TITLED = 0.25
"""Of long reports, notes and budgets, which always carry a title, though some extractors lose the masthead."""

LEAST_DATED = 0.2
"""Of long documents with a symbol: their masthead prints a date, but some extractors lose the masthead."""

LEAST_OF_KNOWN_KIND = 0.05
"""`document` is the kind that is left when nothing was recognised; a folder may hold many odd long texts."""

LEAST_NUMBERED = 0.25
"""Of long reports, which are numbered by the Organization's own editorial rules."""

LEAST_NAMING = 0.25
"""Of long documents in English, the gazetteers' language; a working reader finds names in each of them."""

PARAGRAPHS_A_MENTION = 10
"""A document names something when it has a mention in ten paragraphs; working readers find 10 to 100."""

LEAST_CITING = 0.1
"""Of long documents in English: nearly all cite a resolution or a report, but none must."""

ENOUGH_CONTENTS = 20
MOST_REFUSED = 0.9
"""Of contents in which a document was recognised; files that are no documents at all are not counted."""

SHOWN = 5
"""Documents named where a floor is not reached: the longest first, for they ought to have reached it."""

_NEXT = (
    "If not, look at those named with `unfold explain`: where they print it, the reader is at fault and "
    "should be mended or put back; where they do not, read the other documents into a home without them."
)


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
    """Of the documents `of` a kind, at least this share are `having` something, once there are enough.

    Ids are shown in 24 characters, for what a check quotes is short.
    """
    return _floor(
        name,
        "documents",
        f"At least {least:.0%} of {meaning}. {_NEXT}",
        f"""SELECT concat(found, ' of ', held, ' documents, not: ', array_to_string(lacking[1:{SHOWN}], ', ')) AS example
            FROM (SELECT count(*) AS held, count(*) FILTER (is_so) AS found,
                         list(left(document_id, 24) ORDER BY paragraph_count DESC, document_id)
                             FILTER (NOT is_so) AS lacking
                  FROM (SELECT *, coalesce({having}, false) AS is_so FROM batch WHERE {of}))
            WHERE held >= {ENOUGH_DOCUMENTS} AND found < {least} * held""",
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
        "long reports, notes and budgets have a title",
        f"{PRINTED} AND kind IN ('report', 'note', 'budget')",
        "title IS NOT NULL",
        LEAST_TITLED,
    ),
    _share(
        "dates_found",
        "long documents with a symbol have a date",
        PRINTED,
        "document_date IS NOT NULL",
        LEAST_DATED,
    ),
    _share(
        "kinds_found",
        "long documents are of a known kind",
        LONG,
        "kind <> 'document'",
        LEAST_OF_KNOWN_KIND,
    ),
    _share(
        "numbers_found",
        "long reports have numbered paragraphs",
        f"{PRINTED} AND kind = 'report'",
        "document_id IN (SELECT document_id FROM paragraphs WHERE number IS NOT NULL)",
        LEAST_NUMBERED,
    ),
    _share(
        "mentions_found",
        f"long documents in English have a mention in {PARAGRAPHS_A_MENTION} paragraphs",
        f"{PRINTED} AND language = 'en'",
        f"""{PARAGRAPHS_A_MENTION} * (SELECT count(*) FROM mentions WHERE mentions.document_id = batch.document_id)
            >= paragraph_count""",
        LEAST_NAMING,
    ),
    _share(
        "names_are_listed",
        "long documents in English name an organisation or a state that is in the gazetteers",
        f"{PRINTED} AND language = 'en'",
        """document_id IN (SELECT m.document_id FROM mentions AS m JOIN entities AS e USING (entity_id)
                           WHERE m.type IN ('ORG', 'COUNTRY') AND e.status IS DISTINCT FROM 'unlisted')""",
        LEAST_NAMING,
    ),
    _share(
        "citations_found",
        "long documents in English cite a document",
        f"{PRINTED} AND language = 'en'",
        "document_id IN (SELECT document_id FROM citations)",
        LEAST_CITING,
    ),
    _floor(
        "refusals_are_few",
        "verdicts",
        f"Of {ENOUGH_CONTENTS} recognised documents or more at most {MOST_REFUSED:.0%} are refused. If not, "
        "`unfold explain` says why for each; so many failing the same check is a fault of the reader.",
        f"""SELECT concat(refused, ' of ', held, ' documents: ', array_to_string(failing[1:{SHOWN}], ', ')) AS example
            FROM (SELECT count(*) AS held, count(*) FILTER (NOT is_accepted) AS refused,
                         list(left(document_id, 24) ORDER BY document_id) FILTER (NOT is_accepted) AS failing
                  FROM (SELECT min(document_id) AS document_id, bool_and(is_passed) AS is_accepted FROM batch
                        WHERE content_sha256 IS NOT NULL AND document_id IS NOT NULL
                        GROUP BY content_sha256))
            WHERE held >= {ENOUGH_CONTENTS} AND refused > {MOST_REFUSED} * held""",
    ),
)
"""Every floor. One that fails stops the publication; the release before stays as it is."""


def needs(rule: Rule) -> frozenset[str]:
    """The table a floor looks at; floors on the log's tables are asked only where these are given."""
    return frozenset({rule.table})
