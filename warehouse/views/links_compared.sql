CREATE VIEW links_compared AS
WITH linked AS (
    SELECT document_id, coalesce(paragraph_id, footnote_id) AS text_id, ordinal, start_char, end_char, surface, href, linked_symbol,
           lower(replace(linked_symbol, ' ', '')) AS symbol_key,
           regexp_replace(regexp_replace(symbol_key, '(\d)[a-z](-[a-z])?(\(|$)', '\1\3'), '\(supp\)$', '') AS whole_key
    FROM links WHERE linked_symbol IS NOT NULL AND coalesce(paragraph_id, footnote_id) IS NOT NULL
),
cited AS (
    SELECT document_id, coalesce(paragraph_id, footnote_id) AS text_id, citation_id, start_char, end_char, surface, cited_symbol,
           lower(replace(cited_symbol, ' ', '')) AS symbol_key,
           regexp_replace(regexp_replace(symbol_key, '(\d)[a-z](-[a-z])?(\(|$)', '\1\3'), '\(supp\)$', '') AS whole_key
    FROM citations WHERE document_id IN (SELECT document_id FROM linked)
),
met AS (
    SELECT l.*, c.citation_id, c.surface AS cited_surface, c.cited_symbol,
           CASE WHEN c.symbol_key IS NULL THEN 'not cited'
                WHEN c.symbol_key = l.symbol_key THEN 'same'
                WHEN c.whole_key = l.whole_key THEN 'part'
                ELSE 'another' END AS agreement
    FROM linked l LEFT JOIN cited c ON c.text_id = l.text_id AND c.start_char < l.end_char AND l.start_char < c.end_char
),
told AS (
    SELECT * FROM met
    QUALIFY row_number() OVER (
        PARTITION BY document_id, ordinal
        ORDER BY list_position(['same', 'part', 'another', 'not cited'], agreement), citation_id) = 1
),
whole AS (
    SELECT document_id, text_id, start_char, end_char, surface, linked_symbol, href, citation_id, cited_surface, cited_symbol, agreement
    FROM told
    UNION ALL
    SELECT document_id, text_id, start_char, end_char, surface, NULL, NULL, citation_id, surface, cited_symbol, 'not linked'
    FROM cited c
    WHERE NOT EXISTS (SELECT 1 FROM linked l WHERE l.text_id = c.text_id AND c.start_char < l.end_char AND l.start_char < c.end_char)
)
SELECT agreement, document_id, text_id, start_char, end_char, surface, linked_symbol, cited_symbol, href, citation_id, cited_surface
FROM whole
ORDER BY document_id, text_id, start_char, end_char, citation_id;
COMMENT ON VIEW links_compared IS 'Where the links of a file and our citations name the same document, and where not: one row a link with a symbol, and one a citation on no link.';
COMMENT ON COLUMN links_compared.agreement IS 'same; part (one names a part of what the other names); another (they differ); not cited (a link without a citation); not linked (a citation without a link).';
COMMENT ON COLUMN links_compared.document_id IS 'A document whose file has links.';
COMMENT ON COLUMN links_compared.text_id IS 'The paragraph or footnote in which both stand.';
COMMENT ON COLUMN links_compared.start_char IS 'First code point of the link, else of the citation.';
COMMENT ON COLUMN links_compared.end_char IS 'One past the last.';
COMMENT ON COLUMN links_compared.surface IS 'The words of the link, else of the citation.';
COMMENT ON COLUMN links_compared.linked_symbol IS 'The document that the link leads to.';
COMMENT ON COLUMN links_compared.cited_symbol IS 'The document that our citation names.';
COMMENT ON COLUMN links_compared.href IS 'The address of the link.';
COMMENT ON COLUMN links_compared.citation_id IS 'The citation that touches it.';
COMMENT ON COLUMN links_compared.cited_surface IS 'The words of that citation.';
