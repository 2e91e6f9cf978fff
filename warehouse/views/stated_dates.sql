CREATE VIEW stated_dates AS
SELECT CASE WHEN c.stated_date IN (d.adoption_date, d.document_date) THEN 'same' ELSE 'another' END AS agreement,
       c.cited_symbol, c.stated_date, d.adoption_date, c.cited_document_id, c.document_id, c.paragraph_id, c.footnote_id,
       c.citation_id, c.surface
FROM citations c
JOIN documents d ON d.document_id = c.cited_document_id
WHERE c.stated_date IS NOT NULL AND d.adoption_date IS NOT NULL
ORDER BY agreement, c.cited_symbol, c.citation_id;
COMMENT ON VIEW stated_dates IS 'Where a citation gives a resolution, decision or statement its date and we hold that text: whether it was adopted on that day. Another day is a slip in one of the two, or in how we read them.';
COMMENT ON COLUMN stated_dates.agreement IS 'same; another (the words give another day than the document has).';
COMMENT ON COLUMN stated_dates.cited_symbol IS 'The symbol cited.';
COMMENT ON COLUMN stated_dates.stated_date IS 'The day that the citation gives it.';
COMMENT ON COLUMN stated_dates.adoption_date IS 'The day on which the document says that it was adopted.';
COMMENT ON COLUMN stated_dates.cited_document_id IS 'The document held under that symbol.';
COMMENT ON COLUMN stated_dates.document_id IS 'The document that cites.';
COMMENT ON COLUMN stated_dates.paragraph_id IS 'The paragraph that cites; null when a footnote does.';
COMMENT ON COLUMN stated_dates.footnote_id IS 'The footnote that cites; null when a paragraph does.';
COMMENT ON COLUMN stated_dates.citation_id IS 'The citation.';
COMMENT ON COLUMN stated_dates.surface IS 'The words of the citation as printed.';
