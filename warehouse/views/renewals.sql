CREATE VIEW renewals AS
WITH shared AS (
    SELECT document_id, earlier_document_id, count(*) AS repeated FROM repetitions WHERE relation = 'earlier' GROUP BY ALL
),
ranked AS (
    SELECT s.document_id, s.earlier_document_id, s.repeated,
           row_number() OVER (PARTITION BY s.document_id ORDER BY s.repeated DESC, e.document_date DESC, s.earlier_document_id DESC) AS place
    FROM shared s JOIN documents e ON e.document_id = s.earlier_document_id
),
paired AS (
    SELECT document_id, earlier_document_id FROM ranked WHERE place = 1 AND repeated >= 3
),
lettered AS (  -- short paragraphs are compared here, by their letters
    SELECT document_id, paragraph_id, kind, length(text) AS size, regexp_replace(lower(text), '[^\p{L}\p{N}]+', '', 'g') AS letters
    FROM paragraphs
    WHERE document_id IN (SELECT document_id FROM paired UNION SELECT earlier_document_id FROM paired)
),
later AS (
    SELECT t.document_id, t.earlier_document_id, p.kind, p.size,
           coalesce(r.kind, CASE WHEN EXISTS (SELECT 1 FROM lettered e WHERE e.document_id = t.earlier_document_id AND e.letters = p.letters)
                                 THEN 'same' ELSE 'new' END) AS found
    FROM paired t JOIN lettered p ON p.document_id = t.document_id
    LEFT JOIN repetitions r ON r.paragraph_id = p.paragraph_id AND r.earlier_document_id = t.earlier_document_id
),
earlier AS (
    SELECT t.document_id, e.kind, count(*) AS paragraph_count, count(*) FILTER (
        NOT EXISTS (SELECT 1 FROM repetitions r WHERE r.earlier_paragraph_id = e.paragraph_id AND r.document_id = t.document_id)
        AND NOT EXISTS (SELECT 1 FROM lettered p WHERE p.document_id = t.document_id AND p.letters = e.letters)) AS dropped_count
    FROM paired t JOIN lettered e ON e.document_id = t.earlier_document_id
    GROUP BY ALL
),
counted AS (
    SELECT document_id, earlier_document_id, kind, count(*) AS paragraph_count, count(*) FILTER (found = 'same') AS same_count,
           count(*) FILTER (found = 'changed') AS changed_count, count(*) FILTER (found = 'new') AS new_count,
           coalesce(sum(size) FILTER (found = 'new'), 0) / nullif(sum(size), 0) AS new_share
    FROM later GROUP BY ALL
)
SELECT d.symbol, o.symbol AS earlier_symbol, d.language, d.document_date, o.document_date AS earlier_date, c.kind, c.paragraph_count,
       c.same_count, c.changed_count, c.new_count, round(c.new_share, 4) AS new_share,
       coalesce(e.paragraph_count, 0) AS earlier_paragraph_count, coalesce(e.dropped_count, 0) AS dropped_count,
       c.document_id, c.earlier_document_id
FROM counted c
JOIN documents d ON d.document_id = c.document_id
JOIN documents o ON o.document_id = c.earlier_document_id
LEFT JOIN earlier e ON e.document_id = c.document_id AND e.kind = c.kind
ORDER BY d.document_date, c.document_id, c.kind;
COMMENT ON VIEW renewals IS 'Each document beside the earlier one of which it repeats most paragraphs (three at least): what is the same, changed, new and left out, by kind of paragraph.';
COMMENT ON COLUMN renewals.symbol IS 'The first symbol of the later document.';
COMMENT ON COLUMN renewals.earlier_symbol IS 'The first symbol of the earlier document.';
COMMENT ON COLUMN renewals.language IS 'The language of both.';
COMMENT ON COLUMN renewals.document_date IS 'The date of the later document.';
COMMENT ON COLUMN renewals.earlier_date IS 'The date of the earlier document.';
COMMENT ON COLUMN renewals.kind IS 'The kind of paragraph that is counted: preambular, operative, paragraph …';
COMMENT ON COLUMN renewals.paragraph_count IS 'Paragraphs of that kind in the later document.';
COMMENT ON COLUMN renewals.same_count IS 'Of these, how many stand in the earlier document in the same words.';
COMMENT ON COLUMN renewals.changed_count IS 'Of these, how many stand there with changes.';
COMMENT ON COLUMN renewals.new_count IS 'Of these, how many repeat nothing of it.';
COMMENT ON COLUMN renewals.new_share IS 'The share (0 to 1) of their characters that stand in new ones.';
COMMENT ON COLUMN renewals.earlier_paragraph_count IS 'Paragraphs of that kind in the earlier document.';
COMMENT ON COLUMN renewals.dropped_count IS 'Of these, how many no paragraph of the later document repeats.';
COMMENT ON COLUMN renewals.document_id IS 'The later document.';
COMMENT ON COLUMN renewals.earlier_document_id IS 'The earlier document.';
