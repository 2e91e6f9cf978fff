CREATE MACRO new_since(asked_symbol, earlier_symbol) AS TABLE
WITH lettered AS (  -- short paragraphs are compared here, by their letters
    SELECT p.*, regexp_replace(lower(p.text), '[^\p{L}\p{N}]+', '', 'g') AS letters, lower(s.symbol) = lower(trim(asked_symbol)) AS is_later
    FROM paragraphs p JOIN document_symbols s USING (document_id)
    WHERE lower(s.symbol) IN (lower(trim(asked_symbol)), lower(trim(earlier_symbol)))
),
compared AS (
    SELECT p.*, e.document_id AS earlier_document_id,
           NOT EXISTS (SELECT 1 FROM repetitions r WHERE r.paragraph_id = p.paragraph_id AND r.earlier_document_id = e.document_id)
           AND NOT EXISTS (SELECT 1 FROM lettered o WHERE NOT o.is_later AND o.document_id = e.document_id AND o.letters = p.letters) AS is_new
    FROM lettered p JOIN (SELECT DISTINCT document_id, language FROM lettered WHERE NOT is_later) e ON e.language = p.language
    WHERE p.is_later
),
shared AS (
    SELECT document_id, coalesce(sum(length(text)) FILTER (is_new), 0) / nullif(sum(length(text)), 0) AS new_share
    FROM compared GROUP BY document_id
)
SELECT c.symbol, c.language, c.label, c.kind, c.section_path, c.page, c.text, round(s.new_share, 4) AS new_share,
       c.paragraph_id, c.document_id, c.earlier_document_id
FROM compared c JOIN shared s USING (document_id)
WHERE c.is_new
ORDER BY c.language, c.document_id, c.ordinal;
COMMENT ON MACRO TABLE new_since IS 'new_since(symbol, earlier_symbol): the paragraphs of the first document that repeat none of the second, not even with changes, in every language in which both are held; and the share (0 to 1) of its characters that is new.';
