CREATE VIEW amendments AS
WITH named AS (
    SELECT s.document_id, s.symbol, d.language
    FROM document_symbols s JOIN documents d USING (document_id)
    WHERE list_contains(d.symbols, s.symbol)  -- not the joint symbol, whose halves stand there too
    UNION  -- held, and not read
    SELECT NULL, n.symbol, n.language
    FROM (SELECT unnest(symbols) AS symbol, language FROM holdings WHERE NOT is_withdrawn) n
    ANTI JOIN (SELECT s.symbol, d.language FROM document_symbols s JOIN documents d USING (document_id)) r
        ON r.symbol = n.symbol AND r.language = n.language
),
parted AS (
    SELECT *, regexp_extract(symbol, '^(.+)/(Corr|Add|Rev|Amend|Summary)(?:\.\d+(?:-\d+)?)?(?: \([^()]+\))*$', ['changed', 'suffix']) AS part
    FROM named
),
held AS (
    SELECT lower(replace(s.symbol, ' ', '')) AS symbol_key, s.document_id, d.language
    FROM document_symbols s JOIN documents d USING (document_id)
)
SELECT p.document_id, p.symbol,
       CASE p.part.suffix WHEN 'Corr' THEN 'corrects' WHEN 'Add' THEN 'adds_to' WHEN 'Rev' THEN 'revises'
                          WHEN 'Amend' THEN 'amends' ELSE 'summarizes' END AS relation,
       p.part.changed AS changed_symbol, h.document_id AS changed_document_id, p.language
FROM parted p
LEFT JOIN held h ON h.symbol_key = lower(replace(p.part.changed, ' ', ''))
WHERE p.part.suffix <> ''
QUALIFY row_number() OVER (PARTITION BY p.document_id, p.symbol, p.language ORDER BY h.language <> p.language, h.language <> 'en', h.document_id) = 1
ORDER BY p.document_id, p.symbol, p.language;
COMMENT ON VIEW amendments IS 'Corrigenda, addenda, revisions, amendments and summaries, with what each changes: read off the last suffix of its symbol alone.';
COMMENT ON COLUMN amendments.document_id IS 'The document that changes another; null where its bytes are held and not read.';
COMMENT ON COLUMN amendments.symbol IS 'Its symbol that ends in the suffix.';
COMMENT ON COLUMN amendments.relation IS 'corrects (Corr.), adds_to (Add.), revises (Rev.), amends (Amend.) or summarizes (Summary).';
COMMENT ON COLUMN amendments.changed_symbol IS 'The symbol without its last suffix.';
COMMENT ON COLUMN amendments.changed_document_id IS 'The document held under that symbol, in the same language, else in English, else the first by its id; null where none is held.';
COMMENT ON COLUMN amendments.language IS 'The language of the document that changes another.';
