"""What repetitions and follow-ups of a release must mean: later comes after earlier, as closely and surely as is said.

They are made when a release is folded, so that a fault here is one of the code, and stops the publication.

    >>> [rule.name for rule in RULES][0]
    'repetitions.belong_to_their_documents'
"""

from __future__ import annotations

from expectations.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "repetitions.belong_to_their_documents",
        "repetitions",
        "Both paragraphs stand in the documents named, which are two, in one language.",
        """SELECT batch.document_id, concat(batch.paragraph_id, ' of ', earlier_paragraph_id) AS example
           FROM batch JOIN paragraphs AS p USING (paragraph_id)
           JOIN paragraphs AS e ON e.paragraph_id = earlier_paragraph_id
           WHERE p.document_id <> batch.document_id OR e.document_id <> earlier_document_id
              OR batch.document_id = earlier_document_id OR p.language <> e.language""",
    ),
    Rule(
        "repetitions.go_back_in_time",
        "repetitions",
        "The earlier document has the earlier date, or the same one where the relation says so.",
        """SELECT batch.document_id, concat(batch.paragraph_id, ' of ', earlier_document_id, ': ', relation) AS example
           FROM batch JOIN documents AS d USING (document_id)
           JOIN documents AS e ON e.document_id = earlier_document_id
           WHERE NOT coalesce(CASE relation WHEN 'earlier' THEN e.document_date < d.document_date
                                            WHEN 'same_day' THEN e.document_date = d.document_date
                                            ELSE e.document_date <= d.document_date END, false)""",
    ),
    Rule(
        "repetitions.shares_agree",
        "repetitions",
        "Shares lie between 0 and 1 and follow from each other; the same words have all in common.",
        """SELECT document_id, concat(paragraph_id, ': ', contained, ', ', earlier_contained, ', ', likeness) AS example
           FROM batch
           WHERE NOT (contained BETWEEN 0.6 AND 1 AND earlier_contained > 0 AND earlier_contained <= 1)
              OR abs(1 / likeness - 1 / contained - 1 / earlier_contained + 1) > 1e-6
              OR (kind = 'same' AND likeness < 1)""",
    ),
    Rule(
        "repetitions.same_is_same",
        "repetitions",
        "Of a paragraph that is the same, every letter and digit is the same.",
        r"""SELECT batch.document_id, concat(batch.paragraph_id, ' of ', earlier_paragraph_id) AS example
           FROM batch JOIN paragraphs AS p USING (paragraph_id)
           JOIN paragraphs AS e ON e.paragraph_id = earlier_paragraph_id
           WHERE batch.kind = 'same' AND regexp_replace(lower(p.text), '[^\p{L}\p{N}]+', '', 'g')
                                <> regexp_replace(lower(e.text), '[^\p{L}\p{N}]+', '', 'g')""",
    ),
    Rule(
        "repetitions.are_held_twice",
        "repetitions",
        "What is repeated stands in two documents at least.",
        "SELECT document_id, concat(paragraph_id, ': ', holder_count) AS example FROM batch WHERE holder_count < 2",
    ),
    Rule(
        "follow_ups.join_what_is_named",
        "follow_ups",
        "What was asked stands in the earlier document, the later paragraph and the citation in the later one.",
        """SELECT batch.document_id, concat(batch.recommendation_id, ' in ', batch.paragraph_id) AS example
           FROM batch JOIN recommendations AS r USING (recommendation_id)
           JOIN paragraphs AS p ON p.paragraph_id = batch.paragraph_id
           JOIN citations AS c ON c.citation_id = batch.citation_id
           WHERE r.document_id <> earlier_document_id OR p.document_id <> batch.document_id
              OR c.document_id <> batch.document_id OR batch.document_id = earlier_document_id""",
    ),
    Rule(
        "follow_ups.rest_on_evidence",
        "follow_ups",
        "The citation leads to the paragraph that asks or, where words are the evidence, to its document.",
        """SELECT batch.document_id, concat(batch.recommendation_id, ' in ', batch.paragraph_id, ': ', batch.method) AS example
           FROM batch JOIN recommendations AS r USING (recommendation_id)
           JOIN citations AS c ON c.citation_id = batch.citation_id
           WHERE c.cited_document_id IS DISTINCT FROM earlier_document_id
              OR (batch.method = 'paragraph' AND c.cited_paragraph_id IS DISTINCT FROM r.paragraph_id)
              OR (batch.method <> 'paragraph' AND contained IS NULL)
              OR (batch.kind = 'reiterated' AND contained IS NULL)
              OR NOT coalesce(contained BETWEEN 0 AND 1, true) OR NOT (batch.confidence BETWEEN 0 AND 1)""",
    ),
    Rule(
        "follow_ups.come_later",
        "follow_ups",
        "The later document has the later date, where both have one.",
        """SELECT batch.document_id, concat(batch.paragraph_id, ' after ', earlier_document_id) AS example
           FROM batch JOIN documents AS d USING (document_id) JOIN documents AS e ON e.document_id = earlier_document_id
           WHERE e.document_date >= d.document_date""",
    ),
)
"""Every rule on what later documents take from earlier ones, asked where the table is given."""
