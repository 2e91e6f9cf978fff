CREATE VIEW parallel AS
WITH placed AS (
    SELECT *, substr(paragraph_id, length(document_id) + 2) AS eid FROM paragraphs
)
SELECT a.symbol, a.eid, a.label,
       a.language, b.language AS other_language,
       a.paragraph_id, b.paragraph_id AS other_paragraph_id,
       a.text, b.text AS other_text
FROM placed a
JOIN placed b ON b.symbol = a.symbol AND b.eid = a.eid AND b.language > a.language
ORDER BY a.symbol, a.ordinal, a.language, b.language;
COMMENT ON VIEW parallel IS 'The same paragraph in two languages: same symbol, same place (eId). Each pair stands once.';
COMMENT ON COLUMN parallel.symbol IS 'The first symbol of both documents.';
COMMENT ON COLUMN parallel.eid IS 'The place of the paragraph in both documents.';
COMMENT ON COLUMN parallel.label IS 'Its number, as the first of the two documents quotes it.';
COMMENT ON COLUMN parallel.language IS 'The language that comes first by its code.';
COMMENT ON COLUMN parallel.other_language IS 'The language that comes second.';
COMMENT ON COLUMN parallel.paragraph_id IS 'The paragraph in the first language.';
COMMENT ON COLUMN parallel.other_paragraph_id IS 'The paragraph in the second language.';
COMMENT ON COLUMN parallel.text IS 'Its text in the first language.';
COMMENT ON COLUMN parallel.other_text IS 'Its text in the second language.';
