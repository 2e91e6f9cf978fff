CREATE VIEW adoptions AS
WITH told AS (
    SELECT voted_symbol AS symbol, source, is_adopted, is_without_vote, yes_count, no_count, abstaining_count, vote_date, meeting_symbol,
           surface AS words, document_id, NULL AS record_id, coalesce(paragraph_id, footnote_id) AS text_id
    FROM votes WHERE voted_symbol IS NOT NULL
    UNION ALL
    SELECT symbols[1], 'catalogue', NULL, is_without_vote, yes_count, no_count, abstaining_count, action_date, NULL,
           vote_text, NULL, record_id, NULL
    FROM records WHERE coalesce(yes_count, no_count, abstaining_count) IS NOT NULL OR is_without_vote
)
SELECT * FROM told ORDER BY symbol, source, document_id, record_id, text_id;
COMMENT ON VIEW adoptions IS 'How each text was adopted or rejected, by everyone who says so: its own file, a document that prints it, the catalogue. One row a source.';
COMMENT ON COLUMN adoptions.symbol IS 'The text voted on.';
COMMENT ON COLUMN adoptions.source IS 'metadata (its own file), text (a document that prints it) or catalogue.';
COMMENT ON COLUMN adoptions.is_adopted IS 'Whether it was adopted; null where nothing is said.';
COMMENT ON COLUMN adoptions.is_without_vote IS 'Whether it was adopted without a vote.';
COMMENT ON COLUMN adoptions.yes_count IS 'Votes in favour.';
COMMENT ON COLUMN adoptions.no_count IS 'Votes against.';
COMMENT ON COLUMN adoptions.abstaining_count IS 'Abstentions.';
COMMENT ON COLUMN adoptions.vote_date IS 'When, where that is said.';
COMMENT ON COLUMN adoptions.meeting_symbol IS 'The record of the meeting, where that is said.';
COMMENT ON COLUMN adoptions.words IS 'The words that say so.';
COMMENT ON COLUMN adoptions.document_id IS 'The document that says so; null for the catalogue.';
COMMENT ON COLUMN adoptions.record_id IS 'The catalogue record that says so.';
COMMENT ON COLUMN adoptions.text_id IS 'The paragraph or footnote that prints it.';
