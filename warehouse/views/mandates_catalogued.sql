CREATE VIEW mandates_catalogued AS
WITH held AS (
    SELECT lower(replace(s.symbol, ' ', '')) AS symbol_key, min((d.language <> 'en')::INTEGER || s.document_id) AS ranked
    FROM document_symbols s JOIN documents d USING (document_id)
    GROUP BY symbol_key
),
reports AS (
    SELECT n.record_id, min(h.ranked) AS ranked
    FROM (SELECT record_id, unnest(symbols) AS symbol FROM records) n
    JOIN held h ON h.symbol_key = lower(replace(n.symbol, ' ', ''))
    GROUP BY n.record_id
),
asked AS (
    SELECT record_id, symbols[1] AS symbol, title, document_date, mandate_note, unnest(mandate_symbols) AS mandate_symbol FROM records
)
SELECT a.record_id, a.symbol, a.title, a.document_date, a.mandate_symbol, a.mandate_note,
       substr(p.ranked, 2) AS document_id, substr(m.ranked, 2) AS mandate_document_id
FROM asked a
LEFT JOIN reports p USING (record_id)
LEFT JOIN held m ON m.symbol_key = lower(replace(a.mandate_symbol, ' ', ''))
ORDER BY a.mandate_symbol, a.record_id;
COMMENT ON VIEW mandates_catalogued IS 'Which resolution or decision asked for which document, by the catalogue''s notes: one row a record and mandate, with both documents where this release holds them.';
COMMENT ON COLUMN mandates_catalogued.record_id IS 'The catalogue record.';
COMMENT ON COLUMN mandates_catalogued.symbol IS 'The first symbol of the document asked for; null where the record gives none.';
COMMENT ON COLUMN mandates_catalogued.title IS 'Its title, as catalogued.';
COMMENT ON COLUMN mandates_catalogued.document_date IS 'Its date, as catalogued.';
COMMENT ON COLUMN mandates_catalogued.mandate_symbol IS 'The symbol of the resolution or decision that asked for it.';
COMMENT ON COLUMN mandates_catalogued.mandate_note IS 'The note that says so.';
COMMENT ON COLUMN mandates_catalogued.document_id IS 'The document asked for, where held: in English, else the first by its id.';
COMMENT ON COLUMN mandates_catalogued.mandate_document_id IS 'The resolution or decision, where held: in English, else the first by its id.';
