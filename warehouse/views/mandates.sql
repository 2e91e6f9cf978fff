CREATE VIEW mandates AS
WITH held AS (  -- one document a symbol: in English, else the first by its id
    SELECT lower(replace(s.symbol, ' ', '')) AS symbol_key, min((d.language <> 'en')::INTEGER || s.document_id) AS ranked
    FROM document_symbols s JOIN documents d USING (document_id)
    GROUP BY symbol_key
),
answers AS (
    SELECT b.document_id, lower(replace(b.basis_symbol, ' ', '')) AS symbol_key, b.basis_symbol, b.basis_place, 'report' AS evidence
    FROM report_bases b WHERE b.relation = 'mandate'
    UNION ALL
    SELECT DISTINCT substr(h.ranked, 2), lower(replace(n.mandate_symbol, ' ', '')), n.mandate_symbol, NULL, 'catalogue'
    FROM (SELECT unnest(mandate_symbols) AS mandate_symbol, symbols FROM records) n, unnest(n.symbols) AS named(symbol)
    JOIN held h ON h.symbol_key = lower(replace(named.symbol, ' ', ''))
),
answered AS (
    SELECT symbol_key, any_value(basis_symbol) AS basis_symbol, max(basis_place) AS basis_place, document_id, max(evidence) AS evidence
    FROM answers GROUP BY symbol_key, document_id
),
asked AS (  -- the resolution's own words, and others' where it is not held
    SELECT r.*, lower(replace(r.source_symbol, ' ', '')) AS symbol_key FROM report_requests r
    WHERE r.source_symbol IS NOT NULL
      AND (NOT r.is_reported OR lower(replace(r.source_symbol, ' ', '')) NOT IN
           (SELECT lower(replace(o.source_symbol, ' ', '')) FROM report_requests o WHERE NOT o.is_reported AND o.source_symbol IS NOT NULL))
),
met AS (
    SELECT q.report_request_id, a.document_id, a.evidence
    FROM asked q JOIN answered a USING (symbol_key) JOIN documents d ON d.document_id = a.document_id
    WHERE (a.basis_place IS NULL OR q.source_place IS NULL OR contains(a.basis_place, q.source_place) OR contains(q.source_place, a.basis_place))
      AND (q.session IS NULL OR d.session IS NULL OR q.period IS NOT NULL OR q.session = d.session OR length(d.session) = 4)
)
SELECT q.source_symbol AS mandate_symbol, q.source_place AS mandate_place, q.paragraph_id, q.is_reported, q.reporter_ids, q.recipient_ids,
       q.product, q.subject, q.session, q.due, q.due_date, q.period, d.symbol AS report_symbol, d.document_id AS report_document_id,
       d.document_date AS report_date, m.evidence
FROM asked q LEFT JOIN met m USING (report_request_id) LEFT JOIN documents d ON d.document_id = m.document_id
UNION ALL
SELECT a.basis_symbol, a.basis_place, NULL, NULL, [], [], NULL, NULL, NULL, NULL, NULL, NULL, d.symbol, d.document_id, d.document_date, a.evidence
FROM answered a JOIN documents d USING (document_id)
WHERE a.document_id || a.symbol_key NOT IN (SELECT m.document_id || q.symbol_key FROM met m JOIN asked q USING (report_request_id))
ORDER BY mandate_symbol, mandate_place, paragraph_id, report_document_id;
COMMENT ON VIEW mandates IS 'Which resolution asked for which report: one row a request and each report held that answers it, a request without one included, and a report whose request is not held.';
COMMENT ON COLUMN mandates.mandate_symbol IS 'The resolution, decision or statement that asks.';
COMMENT ON COLUMN mandates.mandate_place IS 'Where in it.';
COMMENT ON COLUMN mandates.paragraph_id IS 'The paragraph in which the request was read; null where only the report or the catalogue tells of it.';
COMMENT ON COLUMN mandates.is_reported IS 'Whether that paragraph is another document''s, which tells of the request.';
COMMENT ON COLUMN mandates.reporter_ids IS 'Who is to report.';
COMMENT ON COLUMN mandates.recipient_ids IS 'To whom.';
COMMENT ON COLUMN mandates.product IS 'What is to be delivered.';
COMMENT ON COLUMN mandates.subject IS 'On what, as printed.';
COMMENT ON COLUMN mandates.session IS 'The session at which it is due.';
COMMENT ON COLUMN mandates.due IS 'When it is due, as printed.';
COMMENT ON COLUMN mandates.due_date IS 'The day, where one is named.';
COMMENT ON COLUMN mandates.period IS 'How often: an ISO 8601 duration, or `regular`.';
COMMENT ON COLUMN mandates.report_symbol IS 'The first symbol of the report that answers, where one is held.';
COMMENT ON COLUMN mandates.report_document_id IS 'That report.';
COMMENT ON COLUMN mandates.report_date IS 'Its date.';
COMMENT ON COLUMN mandates.evidence IS 'Who says that it answers: the report itself, else the catalogue.';
