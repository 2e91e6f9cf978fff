CREATE VIEW concordance AS
SELECT m.type, m.entity_id, e.name, m.surface,
       substr(t.text, greatest(m.start_char - 59, 1), least(m.start_char, 60)) AS words_before,
       substr(t.text, m.end_char + 1, 60) AS words_after,
       d.symbol, m.document_id, d.language, t.label, t.section_path, m.paragraph_id, m.footnote_id,
       m.norm, m.layer, m.confidence, m.mention_id
FROM mentions m
JOIN documents d USING (document_id)
JOIN entities e ON e.entity_id = m.entity_id
JOIN (
    SELECT paragraph_id AS passage_id, ordinal, 0 AS note, label, section_path, text FROM paragraphs
    UNION ALL
    SELECT f.footnote_id, coalesce(p.ordinal, 0), f.ordinal, p.label, p.section_path, f.text
    FROM footnotes f LEFT JOIN paragraphs p ON p.paragraph_id = f.paragraph_id
) t ON t.passage_id = coalesce(m.paragraph_id, m.footnote_id)
ORDER BY m.document_id, t.ordinal, t.note, m.start_char;
COMMENT ON VIEW concordance IS 'Every mention in its context, in reading order. Filter on entity_id, name or type.';
COMMENT ON COLUMN concordance.type IS 'What kind of thing is named.';
COMMENT ON COLUMN concordance.entity_id IS 'Its id.';
COMMENT ON COLUMN concordance.name IS 'Its name under UN usage, or its value in normal form.';
COMMENT ON COLUMN concordance.surface IS 'The words as printed.';
COMMENT ON COLUMN concordance.words_before IS 'Up to 60 characters before them.';
COMMENT ON COLUMN concordance.words_after IS 'Up to 60 characters after them.';
COMMENT ON COLUMN concordance.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN concordance.document_id IS 'The document.';
COMMENT ON COLUMN concordance.language IS 'The language of the document.';
COMMENT ON COLUMN concordance.label IS 'The number of the paragraph, or of the one to which the footnote belongs.';
COMMENT ON COLUMN concordance.section_path IS 'The headings above it.';
COMMENT ON COLUMN concordance.paragraph_id IS 'The paragraph; null in a footnote.';
COMMENT ON COLUMN concordance.footnote_id IS 'The footnote; null in a paragraph.';
COMMENT ON COLUMN concordance.norm IS 'The value in normal form.';
COMMENT ON COLUMN concordance.layer IS 'main, coref for anaphora, nested inside a longer name.';
COMMENT ON COLUMN concordance.confidence IS 'How sure the rule is, between 0 and 1.';
COMMENT ON COLUMN concordance.mention_id IS 'The mention.';
