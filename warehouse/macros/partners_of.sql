CREATE MACRO partners_of(asked_id) AS TABLE
WITH sided AS (
    SELECT un_id AS body_id, partner_id AS other_id, * EXCLUDE (un_id, partner_id) FROM partnerships
    UNION ALL
    SELECT partner_id, un_id, * EXCLUDE (un_id, partner_id) FROM partnerships
)
SELECT s.other_id AS partner_id, e.name AS partner, s.theme, count(DISTINCT (s.paragraph_id, s.start_char)) AS sentences,
       count(DISTINCT (s.paragraph_id, s.start_char)) FILTER (s.is_called_for) AS called_for,
       min(coalesce(s.year, year(d.document_date)))::INTEGER AS first_year,
       max(coalesce(s.year, year(d.document_date)))::INTEGER AS last_year,
       list(DISTINCT s.body_id ORDER BY s.body_id) AS body_ids, list(DISTINCT d.symbol ORDER BY d.symbol) AS symbols
FROM sided s
JOIN entities e ON e.entity_id = s.other_id
JOIN documents d ON d.document_id = s.document_id
WHERE s.body_id = trim(asked_id) OR starts_with(s.body_id, trim(asked_id) || '.')
GROUP BY ALL
ORDER BY sentences DESC, partner_id, s.theme;
COMMENT ON MACRO TABLE partners_of IS 'partners_of(id): with whom a body, or a body under it, works, by theme, most sentences first. It answers for either side: ''org:un.undp'' or ''org:au''. Where a sentence has no year, the document''s counts.';
