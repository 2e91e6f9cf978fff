CREATE VIEW corrected AS
SELECT c.corrected_symbol AS symbol, p.paragraph_id, c.label, c.place, c.action, c.instruction, c.old_text, c.new_text,
       contains(p.text, c.old_text) AS is_quoted, p.text, c.document_id AS corrigendum_id, p.document_id
FROM corrections c
JOIN documents d USING (document_id)
LEFT JOIN (
    SELECT s.symbol, o.language, q.document_id, q.paragraph_id, q.label, q.text
    FROM document_symbols s JOIN documents o USING (document_id) JOIN paragraphs q USING (document_id)
) p ON p.symbol = c.corrected_symbol AND p.language = d.language AND p.label = c.label
ORDER BY c.corrected_symbol, c.document_id, c.ordinal;
COMMENT ON VIEW corrected IS 'What corrigenda put right, beside the paragraph as it was printed, where we hold it.';
COMMENT ON COLUMN corrected.symbol IS 'The symbol of the document that is corrected.';
COMMENT ON COLUMN corrected.paragraph_id IS 'The paragraph that is corrected; null where we do not hold it, or no one paragraph is named.';
COMMENT ON COLUMN corrected.label IS 'Its number.';
COMMENT ON COLUMN corrected.place IS 'The place as the corrigendum prints it.';
COMMENT ON COLUMN corrected.action IS 'What is ordered: one text for another, a text to be read, one to be added, one to go.';
COMMENT ON COLUMN corrected.instruction IS 'The words of the order before the texts.';
COMMENT ON COLUMN corrected.old_text IS 'The words to be replaced or to go.';
COMMENT ON COLUMN corrected.new_text IS 'The words to be read or added.';
COMMENT ON COLUMN corrected.is_quoted IS 'Whether the words to be replaced stand in the paragraph; false where it was issued again in between.';
COMMENT ON COLUMN corrected.text IS 'The text of the paragraph as we hold it.';
COMMENT ON COLUMN corrected.corrigendum_id IS 'The corrigendum.';
COMMENT ON COLUMN corrected.document_id IS 'The document that is corrected, in the language of the corrigendum.';
