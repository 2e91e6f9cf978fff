CREATE VIEW cooperation AS
WITH cited AS (
    SELECT x.partnership_id, list(DISTINCT c.cited_symbol ORDER BY c.cited_symbol) AS cited_symbols
    FROM partnerships x
    JOIN citations c ON c.paragraph_id = x.paragraph_id AND c.start_char >= x.start_char AND c.end_char <= x.end_char
    GROUP BY x.partnership_id
)
SELECT x.un_id, u.name AS un_body, x.partner_id, e.name AS partner, x.theme, x.form, x.cue, x.is_called_for, x.year,
       coalesce(c.cited_symbols, []) AS cited_symbols, d.symbol, x.document_id, d.language, d.document_date,
       year(d.document_date)::INTEGER AS document_year, x.paragraph_id, p.label, p.section_path,
       substr(p.text, x.start_char + 1, x.end_char - x.start_char) AS sentence, x.confidence, x.partnership_id
FROM partnerships x
JOIN entities u ON u.entity_id = x.un_id
JOIN entities e ON e.entity_id = x.partner_id
JOIN documents d ON d.document_id = x.document_id
JOIN paragraphs p ON p.paragraph_id = x.paragraph_id
LEFT JOIN cited c ON c.partnership_id = x.partnership_id
ORDER BY x.document_id, p.ordinal, x.start_char, x.un_id, x.partner_id;
COMMENT ON VIEW cooperation IS 'Who works with whom, on what, since when and under which mandate: a body of the United Nations system and a partner, with the sentence that ties them.';
COMMENT ON COLUMN cooperation.un_id IS 'The body of the United Nations system.';
COMMENT ON COLUMN cooperation.un_body IS 'Its name.';
COMMENT ON COLUMN cooperation.partner_id IS 'The organization outside it.';
COMMENT ON COLUMN cooperation.partner IS 'Its name.';
COMMENT ON COLUMN cooperation.theme IS 'The heading next above the paragraph, as printed.';
COMMENT ON COLUMN cooperation.form IS 'What ties them: compound, between, with, jointly, support or contact.';
COMMENT ON COLUMN cooperation.cue IS 'The word that tells of the tie, as printed.';
COMMENT ON COLUMN cooperation.is_called_for IS 'Whether the sentence asks for it or plans it, rather than reports it.';
COMMENT ON COLUMN cooperation.year IS 'The year of the sentence, where all its dates lie in one.';
COMMENT ON COLUMN cooperation.cited_symbols IS 'The documents and resolutions that the sentence cites: its mandate, where it has one.';
COMMENT ON COLUMN cooperation.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN cooperation.document_id IS 'The document.';
COMMENT ON COLUMN cooperation.language IS 'The language of the document.';
COMMENT ON COLUMN cooperation.document_date IS 'The date of the document.';
COMMENT ON COLUMN cooperation.document_year IS 'The year of that date.';
COMMENT ON COLUMN cooperation.paragraph_id IS 'The paragraph.';
COMMENT ON COLUMN cooperation.label IS 'Its number.';
COMMENT ON COLUMN cooperation.section_path IS 'The headings above it.';
COMMENT ON COLUMN cooperation.sentence IS 'The sentence, as printed.';
COMMENT ON COLUMN cooperation.confidence IS 'How sure the form is, between 0 and 1.';
COMMENT ON COLUMN cooperation.partnership_id IS 'The row of partnerships.';
