CREATE VIEW timeline AS
WITH dated AS (
    SELECT document_id, NULL AS paragraph_id, 'adoption' AS origin, strftime(adoption_date, '%Y-%m-%d') AS edtf, NULL AS surface
    FROM documents WHERE adoption_date IS NOT NULL
    UNION ALL
    SELECT document_id, NULL, 'meeting', strftime(meeting_date, '%Y-%m-%d'), NULL
    FROM documents WHERE meeting_date IS NOT NULL
    UNION ALL
    SELECT document_id, NULL, 'distribution', strftime(distribution_date, '%Y-%m-%d'), NULL
    FROM documents WHERE distribution_date IS NOT NULL
    UNION ALL
    SELECT m.document_id, coalesce(m.paragraph_id, f.paragraph_id), 'mention', m.norm, m.surface
    FROM mentions m LEFT JOIN footnotes f ON f.footnote_id = m.footnote_id
    WHERE m.type = 'DATE' AND m.norm IS NOT NULL
),
halves AS (
    SELECT *, split_part(edtf, '/', 1) AS first_half, split_part(edtf, '/', -1) AS last_half FROM dated
),
ends AS (  -- a digit left open (`199X`) is 0 at the beginning and 9 at the end
    SELECT *, regexp_extract(if(starts_with(first_half, 'X'), '', replace(first_half, 'X', '0')), '^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?', ['y', 'm', 'd']) AS first_part,
           regexp_extract(if(starts_with(last_half, 'X'), '', replace(last_half, 'X', '9')), '^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?', ['y', 'm', 'd']) AS last_part
    FROM halves
),
placed AS (
    SELECT *,
           try_cast(first_part.y || '-' || coalesce(nullif(first_part.m, ''), '01')
                    || '-' || coalesce(nullif(first_part.d, ''), '01') AS DATE) AS start_date,
           CASE WHEN last_part.d <> '' THEN try_cast(last_part.y || '-' || last_part.m || '-' || last_part.d AS DATE)
                ELSE last_day(try_cast(last_part.y || '-' || coalesce(nullif(last_part.m, ''), '12') || '-01' AS DATE))
           END AS end_date
    FROM ends
)
SELECT w.start_date, w.end_date, w.edtf, w.origin, w.surface, d.symbol, w.document_id, d.language,
       w.paragraph_id, p.label, p.section_path, p.text
FROM placed w
JOIN documents d USING (document_id)
LEFT JOIN paragraphs p ON p.paragraph_id = w.paragraph_id
ORDER BY w.start_date NULLS LAST, w.document_id, p.ordinal NULLS FIRST;
COMMENT ON VIEW timeline IS 'What is dated when, in order of time: the documents themselves and every date they mention.';
COMMENT ON COLUMN timeline.start_date IS 'The first day that the date can mean; null where it names no year.';
COMMENT ON COLUMN timeline.end_date IS 'The last day that the date can mean.';
COMMENT ON COLUMN timeline.edtf IS 'The date in EDTF, as precise as printed.';
COMMENT ON COLUMN timeline.origin IS 'adoption or distribution of the document itself, the meeting it records, or mention inside its text.';
COMMENT ON COLUMN timeline.surface IS 'The words as printed, for a mention.';
COMMENT ON COLUMN timeline.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN timeline.document_id IS 'The document.';
COMMENT ON COLUMN timeline.language IS 'The language of the document.';
COMMENT ON COLUMN timeline.paragraph_id IS 'The paragraph that mentions the date, or to which the footnote that mentions it belongs.';
COMMENT ON COLUMN timeline.label IS 'The number of that paragraph.';
COMMENT ON COLUMN timeline.section_path IS 'The headings above that paragraph.';
COMMENT ON COLUMN timeline.text IS 'The text of that paragraph.';
