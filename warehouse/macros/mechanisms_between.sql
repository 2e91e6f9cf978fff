CREATE MACRO mechanisms_between(one_id, other_id) AS TABLE
SELECT m.kind, m.surface, m.edtf, m.place_id, pl.name AS place, m.participant_ids, d.symbol, d.document_date, p.label,
       substr(p.text, m.sentence_start_char + 1, m.sentence_end_char - m.sentence_start_char) AS sentence,
       m.paragraph_id, m.document_id, m.confidence
FROM mechanisms m
JOIN documents d ON d.document_id = m.document_id
JOIN paragraphs p ON p.paragraph_id = m.paragraph_id
LEFT JOIN entities pl ON pl.entity_id = m.place_id
WHERE len(list_filter(m.participant_ids, i -> starts_with(i || '.', trim(one_id) || '.'))) > 0
  AND len(list_filter(m.participant_ids, i -> starts_with(i || '.', trim(other_id) || '.'))) > 0
ORDER BY coalesce(m.edtf, strftime(d.document_date, '%Y-%m-%d')), m.document_id, p.ordinal, m.start_char;
COMMENT ON MACRO TABLE mechanisms_between IS 'mechanisms_between(id, id): by which means two bodies, or bodies under them, work together, in order of time: ''org:un'', ''org:au''. Where none is dated, the date of the document counts.';
