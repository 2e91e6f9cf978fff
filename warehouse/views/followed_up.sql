CREATE VIEW followed_up AS
SELECT a.symbol AS earlier_symbol, a.label AS earlier_label, r.addressee, r.surface AS asked, f.kind, d.symbol, d.document_date, p.label, p.text,
       f.method, round(f.contained, 4) AS contained, f.is_addressee_named, c.surface AS citation, f.confidence,
       f.recommendation_id, f.paragraph_id, f.document_id, f.earlier_document_id
FROM follow_ups f
JOIN recommendations r USING (recommendation_id)
JOIN paragraphs a ON a.paragraph_id = r.paragraph_id
JOIN paragraphs p ON p.paragraph_id = f.paragraph_id
JOIN documents d ON d.document_id = f.document_id
JOIN citations c ON c.citation_id = f.citation_id
ORDER BY a.document_id, a.ordinal, r.start_char, f.confidence DESC, d.document_date, f.document_id, p.ordinal;
COMMENT ON VIEW followed_up IS 'What was asked, beside each later paragraph that takes it up. Candidates: filter on confidence, and read whether it was done.';
COMMENT ON COLUMN followed_up.earlier_symbol IS 'The first symbol of the document that asks.';
COMMENT ON COLUMN followed_up.earlier_label IS 'The number of its paragraph.';
COMMENT ON COLUMN followed_up.addressee IS 'Who is asked, as printed.';
COMMENT ON COLUMN followed_up.asked IS 'The words that ask.';
COMMENT ON COLUMN followed_up.kind IS 'taken_up (the later paragraph speaks of it) or reiterated (it asks once more).';
COMMENT ON COLUMN followed_up.symbol IS 'The first symbol of the later document.';
COMMENT ON COLUMN followed_up.document_date IS 'Its date.';
COMMENT ON COLUMN followed_up.label IS 'The number of its paragraph.';
COMMENT ON COLUMN followed_up.text IS 'The text of its paragraph.';
COMMENT ON COLUMN followed_up.method IS 'The evidence: paragraph (it is cited), beside (its document is, and the words are there) or apart (its document is cited elsewhere).';
COMMENT ON COLUMN followed_up.contained IS 'The share of the words of what was asked, in runs of three, that stand in the later paragraph.';
COMMENT ON COLUMN followed_up.is_addressee_named IS 'Whether the later paragraph names somebody who was asked.';
COMMENT ON COLUMN followed_up.citation IS 'The citation on which it rests, as printed.';
COMMENT ON COLUMN followed_up.confidence IS 'How sure the evidence is, between 0 and 1.';
COMMENT ON COLUMN followed_up.recommendation_id IS 'What was asked, in the table recommendations.';
COMMENT ON COLUMN followed_up.paragraph_id IS 'The later paragraph.';
COMMENT ON COLUMN followed_up.document_id IS 'The later document.';
COMMENT ON COLUMN followed_up.earlier_document_id IS 'The document that asks.';
