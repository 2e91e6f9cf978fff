CREATE VIEW cited_by AS
SELECT c.cited_symbol, c.cited_document_id, c.cited_paragraph_id, c.pinpoint,
       d.symbol AS citing_symbol, c.document_id AS citing_document_id, d.document_date AS citing_date, d.language,
       c.paragraph_id, c.footnote_id, p.label, p.section_path, p.page, c.surface, c.method, c.confidence
FROM citations c
JOIN documents d USING (document_id)
LEFT JOIN footnotes f ON f.footnote_id = c.footnote_id
LEFT JOIN paragraphs p ON p.paragraph_id = coalesce(c.paragraph_id, f.paragraph_id);
COMMENT ON VIEW cited_by IS 'Who cites what: one row a citation, with the place that cites. Filter on cited_symbol.';
COMMENT ON COLUMN cited_by.cited_symbol IS 'The symbol cited, in canonical form.';
COMMENT ON COLUMN cited_by.cited_document_id IS 'The cited document, where this release holds it.';
COMMENT ON COLUMN cited_by.cited_paragraph_id IS 'The cited paragraph, where this release holds it.';
COMMENT ON COLUMN cited_by.pinpoint IS 'The place named inside the cited document, as printed.';
COMMENT ON COLUMN cited_by.citing_symbol IS 'The first symbol of the document that cites.';
COMMENT ON COLUMN cited_by.citing_document_id IS 'The document that cites.';
COMMENT ON COLUMN cited_by.citing_date IS 'The date of the document that cites.';
COMMENT ON COLUMN cited_by.language IS 'The language of the document that cites.';
COMMENT ON COLUMN cited_by.paragraph_id IS 'The paragraph that cites; null when a footnote does.';
COMMENT ON COLUMN cited_by.footnote_id IS 'The footnote that cites; null when a paragraph does.';
COMMENT ON COLUMN cited_by.label IS 'The number of the paragraph that cites, or to which the citing footnote belongs.';
COMMENT ON COLUMN cited_by.section_path IS 'The headings above that paragraph.';
COMMENT ON COLUMN cited_by.page IS 'The page of that paragraph, where the source shows pages.';
COMMENT ON COLUMN cited_by.surface IS 'The words of the citation as printed.';
COMMENT ON COLUMN cited_by.method IS 'The rule that found the citation.';
COMMENT ON COLUMN cited_by.confidence IS 'How sure that rule is, between 0 and 1.';
