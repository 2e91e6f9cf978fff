CREATE MACRO report_chain(asked_symbol) AS TABLE
WITH RECURSIVE named AS (
    SELECT lower(replace(s.symbol, ' ', '')) AS symbol_key, min(d.symbol) AS symbol
    FROM document_symbols s JOIN documents d USING (document_id)
    GROUP BY symbol_key
),
links AS (
    SELECT DISTINCT d.symbol AS later, coalesce(n.symbol, b.basis_symbol) AS earlier
    FROM report_bases b JOIN documents d USING (document_id)
    LEFT JOIN named n ON n.symbol_key = lower(replace(b.basis_symbol, ' ', ''))
    WHERE b.relation = 'previous_report'
),
chain AS (
    SELECT coalesce((SELECT n.symbol FROM named n WHERE n.symbol_key = lower(replace(asked_symbol, ' ', ''))), trim(asked_symbol)) AS symbol, 0 AS step
    UNION
    SELECT CASE WHEN chain.step <= 0 AND links.later = chain.symbol THEN links.earlier ELSE links.later END,
           CASE WHEN chain.step <= 0 AND links.later = chain.symbol THEN chain.step - 1 ELSE chain.step + 1 END
    FROM chain JOIN links ON (chain.step <= 0 AND links.later = chain.symbol) OR (chain.step >= 0 AND links.earlier = chain.symbol)
    WHERE chain.step BETWEEN -50 AND 50
)
SELECT c.step, c.symbol, d.document_id, d.title, d.document_date
FROM (SELECT symbol, arg_min(step, abs(step)) AS step FROM chain GROUP BY symbol) c
LEFT JOIN (SELECT symbol, min((language <> 'en')::INTEGER || document_id) AS ranked FROM documents GROUP BY symbol) r USING (symbol)
LEFT JOIN documents d ON d.document_id = substr(r.ranked, 2)
ORDER BY c.step, c.symbol;
COMMENT ON MACRO TABLE report_chain IS 'report_chain(symbol): the reports that it says it follows, and theirs (step -1, -2 …), itself (0), and the ones that follow it (1, 2 …); documents that are not held have a symbol alone.';
