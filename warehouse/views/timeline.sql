CREATE VIEW timeline AS
WITH dated AS (
    SELECT document_id, NULL AS paragraph_id, 'adoption' AS origin, NULL AS kind, strftime(adoption_date, '%Y-%m-%d') AS edtf, NULL AS surface,
           NULL::VARCHAR[] AS participant_ids, NULL AS place_id, false AS is_planned, NULL AS sentence_start_char, NULL AS sentence_end_char
    FROM documents WHERE adoption_date IS NOT NULL
    UNION ALL
    SELECT document_id, NULL, 'meeting', NULL, strftime(meeting_date, '%Y-%m-%d'), NULL, NULL, NULL, false, NULL, NULL
    FROM documents WHERE meeting_date IS NOT NULL
    UNION ALL
    SELECT document_id, NULL, 'distribution', NULL, strftime(distribution_date, '%Y-%m-%d'), NULL, NULL, NULL, false, NULL, NULL
    FROM documents WHERE distribution_date IS NOT NULL
    UNION ALL
    SELECT document_id, paragraph_id, 'occurrence', kind, edtf, surface, participant_ids, place_id, is_planned, sentence_start_char, sentence_end_char
    FROM occurrences
    UNION ALL
    SELECT m.document_id, coalesce(m.paragraph_id, f.paragraph_id), 'mention', NULL, m.norm, m.surface, NULL, NULL, false, NULL, NULL
    FROM mentions m LEFT JOIN footnotes f ON f.footnote_id = m.footnote_id
    WHERE m.type = 'DATE' AND m.norm IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.paragraph_id = m.paragraph_id AND 'edtf:' || o.edtf = m.entity_id
                      AND m.start_char >= o.sentence_start_char AND m.end_char <= o.sentence_end_char)
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
SELECT w.start_date, w.end_date, w.edtf, w.origin, w.kind, w.surface, w.is_planned, w.participant_ids, w.place_id, e.name AS place,
       d.symbol, w.document_id, d.language, w.paragraph_id, p.label, p.section_path,
       coalesce(substr(p.text, w.sentence_start_char + 1, w.sentence_end_char - w.sentence_start_char), p.text) AS text
FROM placed w
JOIN documents d USING (document_id)
LEFT JOIN paragraphs p ON p.paragraph_id = w.paragraph_id
LEFT JOIN entities e ON e.entity_id = w.place_id
ORDER BY w.start_date NULLS LAST, w.document_id, p.ordinal NULLS FIRST, w.sentence_start_char;
COMMENT ON VIEW timeline IS 'What happened when, in order of time: the documents themselves, the events that they date, and the other dates that they mention.';
COMMENT ON COLUMN timeline.start_date IS 'The first day that the date can mean; null where it names no year.';
COMMENT ON COLUMN timeline.end_date IS 'The last day that the date can mean.';
COMMENT ON COLUMN timeline.edtf IS 'The date in EDTF, as precise as printed.';
COMMENT ON COLUMN timeline.origin IS 'adoption or distribution of the document itself, the meeting it records, an occurrence that it tells of, or the mere mention of a date.';
COMMENT ON COLUMN timeline.kind IS 'What happened, for an occurrence: meeting, conference, signing, visit and so on.';
COMMENT ON COLUMN timeline.surface IS 'The word for the event, or the date that is mentioned, as printed.';
COMMENT ON COLUMN timeline.is_planned IS 'Whether the event is to come rather than past, by the sentence.';
COMMENT ON COLUMN timeline.participant_ids IS 'Who took part, for an occurrence.';
COMMENT ON COLUMN timeline.place_id IS 'Where, for an occurrence that names a place.';
COMMENT ON COLUMN timeline.place IS 'The name of the place.';
COMMENT ON COLUMN timeline.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN timeline.document_id IS 'The document.';
COMMENT ON COLUMN timeline.language IS 'The language of the document.';
COMMENT ON COLUMN timeline.paragraph_id IS 'The paragraph that mentions the date, or to which the footnote that mentions it belongs.';
COMMENT ON COLUMN timeline.label IS 'The number of that paragraph.';
COMMENT ON COLUMN timeline.section_path IS 'The headings above that paragraph.';
COMMENT ON COLUMN timeline.text IS 'The sentence of an occurrence, the paragraph of a mention.';
