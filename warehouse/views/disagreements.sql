CREATE VIEW disagreements AS
WITH named AS (
    SELECT record_id, unnest(symbols) AS symbol FROM records
),
matched AS (
    SELECT DISTINCT s.document_id, n.record_id
    FROM document_symbols s
    JOIN named n ON lower(replace(n.symbol, ' ', '')) = lower(replace(s.symbol, ' ', ''))
),
listed AS (
    SELECT record_id, list(item ORDER BY ordinal) AS items FROM record_agenda
    WHERE regexp_matches(item, '\d') GROUP BY record_id
),
paired AS (
    SELECT d.*, m.record_id, r.symbols AS record_symbols, r.title AS record_title, r.document_date AS record_date,
           r.session AS record_session, r.job_numbers AS record_jobs, r.languages AS record_languages, l.items AS record_items,
           list_sort(list_distinct([lower(replace(x, ' ', '')) for x in d.symbols])) AS keys,
           list_sort(list_distinct([lower(replace(x, ' ', '')) for x in r.symbols])) AS record_keys,
           regexp_replace(lower(strip_accents(d.title)), '[^\p{L}\p{N}]+', '', 'g') AS bare_title,
           regexp_replace(lower(strip_accents(r.title)), '[^\p{L}\p{N}]+', '', 'g') AS record_bare_title,
           regexp_extract(lower(r.session), '^(\d+)(?:st|nd|rd|th)?(?: (?:sess\.?|session|year))?$', 1) AS record_count,
           regexp_extract(d.job_number, '^\D*(\d\d)\D?(\d{5})\D*$', ['year', 'serial']) AS job,
           [x for x in [regexp_replace(j, '^\D*(\d\d)\D?(\d{5})\D*$', '\1\2') for j in r.job_numbers] if regexp_full_match(x, '\d{7}')] AS bare_jobs
    FROM matched m
    JOIN documents d USING (document_id)
    JOIN records r USING (record_id)
    LEFT JOIN listed l USING (record_id)
),
items AS (  -- each agenda item of a document beside each of its record: their numbers, and the letters after these
    SELECT document_id, record_id, regexp_extract_all(lower(item), '\d+') AS numbers,
           regexp_extract_all(lower(record_item), '\d+') AS record_numbers,
           regexp_extract_all(lower(item), '(?:\d|\b)([a-z])\b', 1) AS letters,
           regexp_extract_all(lower(record_item), '(?:\d|\b)([a-z])\b', 1) AS record_letters
    FROM (SELECT document_id, record_id, unnest(agenda_items) AS item, record_items FROM paired), unnest(record_items) AS r(record_item)
),
shared AS (  -- an item without a letter is the whole of it
    SELECT DISTINCT document_id, record_id FROM items
    WHERE list_has_any(numbers, record_numbers) AND (len(letters) = 0 OR len(record_letters) = 0 OR list_has_any(letters, record_letters))
),
differing AS (
    SELECT document_id, record_id, symbol, 'symbols' AS field,
           array_to_string(symbols, ', ') AS document_value, array_to_string(record_symbols, ', ') AS catalogue_value
    FROM paired WHERE keys <> record_keys
    UNION ALL  -- titles are catalogued in English, unless the document exists in no other language
    SELECT document_id, record_id, symbol, 'title', title, record_title
    FROM paired
    WHERE (language = 'en' OR record_languages = [language]) AND bare_title <> '' AND record_bare_title <> ''
      AND NOT contains(bare_title, record_bare_title) AND NOT contains(record_bare_title, bare_title)
    UNION ALL  -- the catalogue gives one date, the masthead up to two
    SELECT document_id, record_id, symbol, 'document_date', document_date::VARCHAR, record_date::VARCHAR
    FROM paired
    WHERE record_date <> document_date AND record_date IS DISTINCT FROM distribution_date AND record_date IS DISTINCT FROM adoption_date
    UNION ALL  -- of the same organ, and both in sessions or both in years
    SELECT document_id, record_id, symbol, 'session', session, record_session
    FROM paired
    WHERE regexp_full_match(session, '\d+') AND record_count <> '' AND lower(replace(record_symbols[1], ' ', '')) = lower(replace(symbol, ' ', ''))
      AND (len(session) = 4) = (len(record_count) = 4) AND try_cast(session AS BIGINT) <> try_cast(record_count AS BIGINT)
    UNION ALL  -- each language has its own, and some records give that of the English text alone
    SELECT document_id, record_id, symbol, 'job_number', job_number, array_to_string(record_jobs, ', ')
    FROM paired
    WHERE job.serial <> '' AND len(bare_jobs) > 0 AND NOT list_contains(bare_jobs, job.year || job.serial)
      AND (language = 'en' OR (len(record_languages) > 0 AND len(bare_jobs) >= len(record_languages)))
    UNION ALL
    SELECT document_id, record_id, symbol, 'language', language, array_to_string(record_languages, ', ')
    FROM paired WHERE len(record_languages) > 0 AND NOT list_has_any(record_languages, [language, 'mul', 'und'])
    UNION ALL
    SELECT document_id, record_id, symbol, 'agenda_items', array_to_string(agenda_items, ', '), array_to_string(record_items, ', ')
    FROM paired p
    WHERE record_items IS NOT NULL AND len([x for x in agenda_items if regexp_matches(x, '\d')]) > 0
      AND NOT EXISTS (SELECT 1 FROM shared s WHERE s.document_id = p.document_id AND s.record_id = p.record_id)
)
SELECT document_id, record_id, symbol, field, document_value, catalogue_value FROM differing
ORDER BY document_id, record_id, field;
COMMENT ON VIEW disagreements IS 'Where the catalogue and the document''s own masthead differ: one row a document, record and field, joined by any symbol. Spelling, case, punctuation and what only one of them says are no differences.';
COMMENT ON COLUMN disagreements.document_id IS 'The document.';
COMMENT ON COLUMN disagreements.record_id IS 'The catalogue record that has one of its symbols.';
COMMENT ON COLUMN disagreements.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN disagreements.field IS 'The column of documents that differs: symbols, title, document_date, session, job_number, language or agenda_items.';
COMMENT ON COLUMN disagreements.document_value IS 'What the document prints.';
COMMENT ON COLUMN disagreements.catalogue_value IS 'What the catalogue says.';
