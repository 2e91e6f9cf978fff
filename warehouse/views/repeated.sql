CREATE VIEW repeated AS
WITH ranked AS (
    SELECT r.*, e.document_date AS earlier_date,
           row_number() OVER (PARTITION BY r.paragraph_id ORDER BY r.contained DESC, r.likeness DESC, e.document_date DESC, r.earlier_document_id) AS place,
           count(*) OVER (PARTITION BY r.paragraph_id) AS times,
           min(e.document_date) OVER (PARTITION BY r.paragraph_id) AS first_date
    FROM repetitions r JOIN documents e ON e.document_id = r.earlier_document_id
    WHERE r.relation = 'earlier'
)
SELECT p.symbol, p.language, d.document_date, p.label, p.kind AS paragraph_kind, r.kind, r.contained, r.likeness, p.text,
       e.symbol AS earlier_symbol, r.earlier_date, e.label AS earlier_label, e.text AS earlier_text, r.times, r.first_date, r.holder_count,
       r.paragraph_id, r.earlier_paragraph_id, r.document_id, r.earlier_document_id
FROM ranked r
JOIN documents d ON d.document_id = r.document_id
JOIN paragraphs p ON p.paragraph_id = r.paragraph_id
JOIN paragraphs e ON e.paragraph_id = r.earlier_paragraph_id
WHERE r.place = 1
ORDER BY d.document_date, r.document_id, p.ordinal;
COMMENT ON VIEW repeated IS 'Each paragraph that an earlier document has, the same or lightly changed, beside the closest one; of equally close ones the last before it.';
COMMENT ON COLUMN repeated.symbol IS 'The first symbol of the later document.';
COMMENT ON COLUMN repeated.language IS 'The language of both.';
COMMENT ON COLUMN repeated.document_date IS 'The date of the later document.';
COMMENT ON COLUMN repeated.label IS 'The number of its paragraph.';
COMMENT ON COLUMN repeated.paragraph_kind IS 'The kind of its paragraph.';
COMMENT ON COLUMN repeated.kind IS 'same (the same words) or changed.';
COMMENT ON COLUMN repeated.contained IS 'The share of its runs of a few words that stand in the earlier paragraph.';
COMMENT ON COLUMN repeated.likeness IS 'Runs in both over runs in either.';
COMMENT ON COLUMN repeated.text IS 'Its text.';
COMMENT ON COLUMN repeated.earlier_symbol IS 'The first symbol of the earlier document.';
COMMENT ON COLUMN repeated.earlier_date IS 'The date of the earlier document.';
COMMENT ON COLUMN repeated.earlier_label IS 'The number of the earlier paragraph.';
COMMENT ON COLUMN repeated.earlier_text IS 'The text of the earlier paragraph.';
COMMENT ON COLUMN repeated.times IS 'How many earlier documents have it.';
COMMENT ON COLUMN repeated.first_date IS 'The date of the first of them.';
COMMENT ON COLUMN repeated.holder_count IS 'Documents, earlier and later, with a paragraph like it; many of them make a formula.';
COMMENT ON COLUMN repeated.paragraph_id IS 'The later paragraph.';
COMMENT ON COLUMN repeated.earlier_paragraph_id IS 'The earlier paragraph.';
COMMENT ON COLUMN repeated.document_id IS 'The later document.';
COMMENT ON COLUMN repeated.earlier_document_id IS 'The earlier document.';
