CREATE MACRO paragraph(asked_symbol, asked_number) AS TABLE
SELECT p.symbol, p.language, p.label, p.kind, p.section_path, p.page, p.text, p.paragraph_id, p.document_id
FROM paragraphs p
WHERE p.document_id IN (SELECT s.document_id FROM document_symbols s WHERE lower(s.symbol) = lower(trim(asked_symbol)))
  AND (p.label = CAST(asked_number AS VARCHAR)
       OR starts_with(p.label, CAST(asked_number AS VARCHAR) || '(')
       OR starts_with(p.label, CAST(asked_number AS VARCHAR) || '['))
ORDER BY p.language, p.document_id, p.ordinal;
COMMENT ON MACRO TABLE paragraph IS 'paragraph(symbol, number): that paragraph and what hangs on it, under any symbol of the document, in every language held. The number may be a label: ''79(d)''.';
