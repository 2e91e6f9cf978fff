"""What documents of one kind must mean: speeches that their speakers open, signatures that are there."""

from __future__ import annotations

from expectations.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "speeches.open_with_speaker",
        "speeches",
        "The paragraph of a speech is one, belongs to no other, and begins with the speaker.",
        """SELECT said.document_id, concat(said.paragraph_id, ' by ', speaker) AS example
           FROM batch AS said JOIN paragraphs AS p USING (paragraph_id)
           WHERE NOT starts_with(p.text, speaker) OR p.kind <> 'speech' OR p.parent_id IS NOT NULL""",
    ),
    Rule(
        "speeches.count_their_paragraphs",
        "speeches",
        "A speech counts its own paragraph and those that belong to it.",
        """SELECT said.document_id, concat(said.paragraph_id, ' counts ', paragraph_count) AS example
           FROM batch AS said WHERE paragraph_count <> 1 + (
                SELECT count(*) FROM paragraphs AS p WHERE p.parent_id = said.paragraph_id AND p.kind = 'speech')""",
    ),
    Rule(
        "signatures.are_quoted",
        "signatures",
        "The name of a signatory stands in the paragraph of the signature.",
        """SELECT signed.document_id, concat(signed.paragraph_id, ': ', signatory) AS example
           FROM batch AS signed JOIN paragraphs AS p USING (paragraph_id)
           WHERE trim(signatory) = '' OR NOT contains(p.text, signatory)""",
    ),
)
