# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What stands around the paragraphs: headings, footnotes, cells, and what was set aside."""

from __future__ import annotations

from expectations.content.paragraphs import CONTROL_CHARACTERS
from expectations.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "sections.heading_ends_path",
        "sections",
        "A section's path ends with its heading, which is not blank; its level is 1 or more.",
        r"""SELECT document_id, concat(section_id, ': ', section_path::VARCHAR) AS example FROM batch
            WHERE section_path[-1] IS DISTINCT FROM heading OR NOT regexp_matches(heading, '\S') OR level < 1""",
    ),
    Rule(
        "footnotes.text_is_clean",
        "footnotes",
        "A note has a mark and text, without control characters.",
        f"""SELECT document_id, concat(footnote_id, ': ', marker, ' ', text) AS example FROM batch
            WHERE NOT regexp_matches(text, '\\S') OR regexp_matches(text, '{CONTROL_CHARACTERS}')
               OR NOT regexp_matches(marker, '\\S')""",
    ),
    Rule(
        "footnotes.anchor_is_in_text",
        "footnotes",
        "A note is attached to a place inside a paragraph of its document, or to none.",
        """SELECT note.document_id, concat(footnote_id, ' at ', anchor_char, ' of ', note.paragraph_id) AS example
           FROM batch AS note LEFT JOIN paragraphs AS p USING (paragraph_id)
           WHERE (note.paragraph_id IS NULL) <> (anchor_char IS NULL)
              OR p.document_id <> note.document_id OR anchor_char NOT BETWEEN 0 AND length(p.text)""",
    ),
    Rule(
        "cells.lie_in_grid",
        "cells",
        "Cells count rows and columns from 1 and cover at least one of each.",
        """SELECT document_id, concat_ws(',', table_ordinal, row_ordinal, column_ordinal) AS example FROM batch
           WHERE least(table_ordinal, row_ordinal, column_ordinal, row_span, column_span) < 1""",
    ),
    Rule(
        "set_aside.spans_are_apart",
        "set_aside",
        "What was set aside is visible, as long as its span, and set aside once.",
        """SELECT document_id, concat(ordinal, ': ', start_char, ' to ', end_char, ' ', text) AS example
           FROM (SELECT *, max(end_char) OVER (PARTITION BY document_id ORDER BY start_char, end_char
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM batch)
           WHERE start_char < 0 OR start_char >= end_char OR start_char < reached
              OR length(text) > end_char - start_char""",
    ),
)
