# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""Rule: one expectation in words and SQL, before any validator is involved.

A rule's query selects the rows that fail, as `document_id` and `example`; a document passes when none of
its rows is selected. `batch` stands for the rule's own table; other tables go by their names.

    >>> Rule("sections.level_from_one", "sections", "A heading's level is 1 or more.",
    ...      "SELECT document_id, section_id AS example FROM batch WHERE level < 1").answer[:10]
    'WITH batch'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EXAMPLES = 3
"""Examples of failing rows that a check quotes for each document."""

_EXAMPLE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Rule:
    """What is expected of a table, and the query that finds the rows where it is not so.

    Args:
        name: the table and what is expected of it, `paragraphs.text_is_clean`.
        table: the table that `batch` stands for.
        meaning: one sentence, the expectation as a reader understands it.
        failing: SQL that selects `document_id` and `example` of each failing row.
        is_of_whole: whether it speaks of the whole set and of no single document.
        is_warning: whether a document passes all the same: what fails is so in its official text.
    """

    name: str
    table: str
    meaning: str
    failing: str
    is_of_whole: bool = False
    is_warning: bool = False

    @property
    def answer(self) -> str:
        """The query a validator runs: no row when all is well, else one with a fault a failing document.

        One row, because Great Expectations fetches no more than 200 of them. Literal braces are doubled and colons escaped, because the query passes through `str.format`
        and SQLAlchemy's bound parameters on its way.
        """
        by_document = (
            "SELECT document_id, count(*) AS failing_count, "
            f"list(left(example, {_EXAMPLE_LENGTH}) ORDER BY example)[1:{EXAMPLES}] AS examples "
            f"FROM ({self.failing}) AS failing_rows GROUP BY document_id"
        )
        query = (
            "WITH batch AS (SELECT * FROM {batch}) "
            "SELECT list({'document_id': document_id, 'failing_count': failing_count, 'examples': examples} "
            f"ORDER BY document_id) AS faults FROM ({by_document}) AS by_document HAVING count(*) > 0"
        )
        braced = query.replace("{", "{{").replace("}", "}}").replace("{{batch}}", "{batch}")
        return re.sub(r"(?<!:):(?=\w)", r"\:", braced)
