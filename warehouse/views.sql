-- The published views and macros. Every view and every column of a view has its comment here;
-- what a table's own columns mean is declared in transforms/schema.py.

CREATE VIEW cited_by AS
SELECT c.cited_symbol, c.cited_document_id, c.cited_paragraph_id, c.pinpoint,
       d.symbol AS citing_symbol, c.document_id AS citing_document_id, d.document_date AS citing_date, d.language,
       c.paragraph_id, c.footnote_id, p.label, p.section_path, p.page, c.surface, c.method, c.confidence
FROM citations c
JOIN documents d USING (document_id)
LEFT JOIN footnotes f ON f.footnote_id = c.footnote_id
LEFT JOIN paragraphs p ON p.paragraph_id = coalesce(c.paragraph_id, f.paragraph_id);
COMMENT ON VIEW cited_by IS 'Who cites what: one row a citation, with the place that cites. Filter on cited_symbol.';
COMMENT ON COLUMN cited_by.cited_symbol IS 'The symbol cited, in canonical form.';
COMMENT ON COLUMN cited_by.cited_document_id IS 'The cited document, where this release holds it.';
COMMENT ON COLUMN cited_by.cited_paragraph_id IS 'The cited paragraph, where this release holds it.';
COMMENT ON COLUMN cited_by.pinpoint IS 'The place named inside the cited document, as printed.';
COMMENT ON COLUMN cited_by.citing_symbol IS 'The first symbol of the document that cites.';
COMMENT ON COLUMN cited_by.citing_document_id IS 'The document that cites.';
COMMENT ON COLUMN cited_by.citing_date IS 'The date of the document that cites.';
COMMENT ON COLUMN cited_by.language IS 'The language of the document that cites.';
COMMENT ON COLUMN cited_by.paragraph_id IS 'The paragraph that cites; null when a footnote does.';
COMMENT ON COLUMN cited_by.footnote_id IS 'The footnote that cites; null when a paragraph does.';
COMMENT ON COLUMN cited_by.label IS 'The number of the paragraph that cites, or to which the citing footnote belongs.';
COMMENT ON COLUMN cited_by.section_path IS 'The headings above that paragraph.';
COMMENT ON COLUMN cited_by.page IS 'The page of that paragraph, where the source shows pages.';
COMMENT ON COLUMN cited_by.surface IS 'The words of the citation as printed.';
COMMENT ON COLUMN cited_by.method IS 'The rule that found the citation.';
COMMENT ON COLUMN cited_by.confidence IS 'How sure that rule is, between 0 and 1.';

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

CREATE VIEW parallel AS
WITH placed AS (
    SELECT *, substr(paragraph_id, length(document_id) + 2) AS eid FROM paragraphs
)
SELECT a.symbol, a.eid, a.label,
       a.language, b.language AS other_language,
       a.paragraph_id, b.paragraph_id AS other_paragraph_id,
       a.text, b.text AS other_text
FROM placed a
JOIN placed b ON b.symbol = a.symbol AND b.eid = a.eid AND b.language > a.language
ORDER BY a.symbol, a.ordinal, a.language, b.language;
COMMENT ON VIEW parallel IS 'The same paragraph in two languages: same symbol, same place (eId). Each pair stands once.';
COMMENT ON COLUMN parallel.symbol IS 'The first symbol of both documents.';
COMMENT ON COLUMN parallel.eid IS 'The place of the paragraph in both documents.';
COMMENT ON COLUMN parallel.label IS 'Its number, as the first of the two documents quotes it.';
COMMENT ON COLUMN parallel.language IS 'The language that comes first by its code.';
COMMENT ON COLUMN parallel.other_language IS 'The language that comes second.';
COMMENT ON COLUMN parallel.paragraph_id IS 'The paragraph in the first language.';
COMMENT ON COLUMN parallel.other_paragraph_id IS 'The paragraph in the second language.';
COMMENT ON COLUMN parallel.text IS 'Its text in the first language.';
COMMENT ON COLUMN parallel.other_text IS 'Its text in the second language.';

CREATE VIEW corrected AS
SELECT c.corrected_symbol AS symbol, p.paragraph_id, c.label, c.place, c.action, c.instruction, c.old_text, c.new_text,
       contains(p.text, c.old_text) AS is_quoted, p.text, c.document_id AS corrigendum_id, p.document_id
FROM corrections c
JOIN documents d USING (document_id)
LEFT JOIN (
    SELECT s.symbol, o.language, q.document_id, q.paragraph_id, q.label, q.text
    FROM document_symbols s JOIN documents o USING (document_id) JOIN paragraphs q USING (document_id)
) p ON p.symbol = c.corrected_symbol AND p.language = d.language AND p.label = c.label
ORDER BY c.corrected_symbol, c.document_id, c.ordinal;
COMMENT ON VIEW corrected IS 'What corrigenda put right, beside the paragraph as it was printed, where we hold it.';
COMMENT ON COLUMN corrected.symbol IS 'The symbol of the document that is corrected.';
COMMENT ON COLUMN corrected.paragraph_id IS 'The paragraph that is corrected; null where we do not hold it, or no one paragraph is named.';
COMMENT ON COLUMN corrected.label IS 'Its number.';
COMMENT ON COLUMN corrected.place IS 'The place as the corrigendum prints it.';
COMMENT ON COLUMN corrected.action IS 'What is ordered: one text for another, a text to be read, one to be added, one to go.';
COMMENT ON COLUMN corrected.instruction IS 'The words of the order before the texts.';
COMMENT ON COLUMN corrected.old_text IS 'The words to be replaced or to go.';
COMMENT ON COLUMN corrected.new_text IS 'The words to be read or added.';
COMMENT ON COLUMN corrected.is_quoted IS 'Whether the words to be replaced stand in the paragraph; false where it was issued again in between.';
COMMENT ON COLUMN corrected.text IS 'The text of the paragraph as we hold it.';
COMMENT ON COLUMN corrected.corrigendum_id IS 'The corrigendum.';
COMMENT ON COLUMN corrected.document_id IS 'The document that is corrected, in the language of the corrigendum.';

CREATE VIEW cooperation AS
WITH RECURSIVE within_un(entity_id) AS (
    SELECT entity_id FROM entities WHERE type = 'ORG' AND (entity_id = 'org:un' OR starts_with(entity_id, 'org:un.'))
    UNION
    SELECT e.entity_id FROM entities e JOIN within_un u ON e.parent_id = u.entity_id
),
named AS (
    SELECT m.*, u.entity_id IS NOT NULL AS is_un
    FROM mentions m LEFT JOIN within_un u USING (entity_id)
    WHERE m.type = 'ORG' AND m.layer <> 'nested' AND m.paragraph_id IS NOT NULL
),
pairs AS (
    SELECT a.paragraph_id, a.document_id, a.entity_id AS un_body_id, b.entity_id AS partner_id,
           bool_or(NOT regexp_matches(
               substr(p.text, least(a.end_char, b.end_char) + 1,
                      greatest(0, greatest(a.start_char, b.start_char) - least(a.end_char, b.end_char))) || 'X',
               '[.!?؟]["”’»)\]]*\s+["“‘«(\[]*(\p{Lu}|\p{Arabic})|[。！？]')) AS is_same_sentence,
           min(a.surface) AS un_body_surface, min(b.surface) AS partner_surface
    FROM named a
    JOIN named b ON b.paragraph_id = a.paragraph_id AND a.is_un AND NOT b.is_un
    JOIN paragraphs p ON p.paragraph_id = a.paragraph_id
    GROUP BY ALL
)
SELECT x.un_body_id, u.name AS un_body, x.partner_id, e.name AS partner, x.is_same_sentence,
       d.symbol, x.document_id, d.language, d.document_date, year(d.document_date)::INTEGER AS document_year,
       x.paragraph_id, p.label, p.section_path, x.un_body_surface, x.partner_surface, p.text
FROM pairs x
JOIN entities u ON u.entity_id = x.un_body_id
JOIN entities e ON e.entity_id = x.partner_id
JOIN documents d ON d.document_id = x.document_id
JOIN paragraphs p ON p.paragraph_id = x.paragraph_id
ORDER BY x.document_id, p.ordinal, x.un_body_id, x.partner_id;
COMMENT ON VIEW cooperation IS 'A UN body and another organisation named in one paragraph: a pointer to where they may work together, not proof that they do.';
COMMENT ON COLUMN cooperation.un_body_id IS 'An organisation that is org:un, has an id under it, or belongs to one that has.';
COMMENT ON COLUMN cooperation.un_body IS 'Its name.';
COMMENT ON COLUMN cooperation.partner_id IS 'An organisation that is none of these; specialized agencies with ids of their own stand here.';
COMMENT ON COLUMN cooperation.partner IS 'Its name.';
COMMENT ON COLUMN cooperation.is_same_sentence IS 'Whether both are once named with no end of sentence between them; a full stop, blank and capital ends a sentence, also after an abbreviation.';
COMMENT ON COLUMN cooperation.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN cooperation.document_id IS 'The document.';
COMMENT ON COLUMN cooperation.language IS 'The language of the document.';
COMMENT ON COLUMN cooperation.document_date IS 'The date of the document.';
COMMENT ON COLUMN cooperation.document_year IS 'The year of that date.';
COMMENT ON COLUMN cooperation.paragraph_id IS 'The paragraph that names both.';
COMMENT ON COLUMN cooperation.label IS 'Its number.';
COMMENT ON COLUMN cooperation.section_path IS 'The headings above it.';
COMMENT ON COLUMN cooperation.un_body_surface IS 'Words that name the UN body there, as printed.';
COMMENT ON COLUMN cooperation.partner_surface IS 'Words that name the partner there, as printed.';
COMMENT ON COLUMN cooperation.text IS 'The text of the paragraph.';

CREATE VIEW concordance AS
SELECT m.type, m.entity_id, e.name, m.surface,
       substr(t.text, greatest(m.start_char - 59, 1), least(m.start_char, 60)) AS words_before,
       substr(t.text, m.end_char + 1, 60) AS words_after,
       d.symbol, m.document_id, d.language, t.label, t.section_path, m.paragraph_id, m.footnote_id,
       m.norm, m.layer, m.confidence, m.mention_id
FROM mentions m
JOIN documents d USING (document_id)
JOIN entities e ON e.entity_id = m.entity_id
JOIN (
    SELECT paragraph_id AS passage_id, ordinal, 0 AS note, label, section_path, text FROM paragraphs
    UNION ALL
    SELECT f.footnote_id, coalesce(p.ordinal, 0), f.ordinal, p.label, p.section_path, f.text
    FROM footnotes f LEFT JOIN paragraphs p ON p.paragraph_id = f.paragraph_id
) t ON t.passage_id = coalesce(m.paragraph_id, m.footnote_id)
ORDER BY m.document_id, t.ordinal, t.note, m.start_char;
COMMENT ON VIEW concordance IS 'Every mention in its context, in reading order. Filter on entity_id, name or type.';
COMMENT ON COLUMN concordance.type IS 'What kind of thing is named.';
COMMENT ON COLUMN concordance.entity_id IS 'Its id.';
COMMENT ON COLUMN concordance.name IS 'Its name under UN usage, or its value in normal form.';
COMMENT ON COLUMN concordance.surface IS 'The words as printed.';
COMMENT ON COLUMN concordance.words_before IS 'Up to 60 characters before them.';
COMMENT ON COLUMN concordance.words_after IS 'Up to 60 characters after them.';
COMMENT ON COLUMN concordance.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN concordance.document_id IS 'The document.';
COMMENT ON COLUMN concordance.language IS 'The language of the document.';
COMMENT ON COLUMN concordance.label IS 'The number of the paragraph, or of the one to which the footnote belongs.';
COMMENT ON COLUMN concordance.section_path IS 'The headings above it.';
COMMENT ON COLUMN concordance.paragraph_id IS 'The paragraph; null in a footnote.';
COMMENT ON COLUMN concordance.footnote_id IS 'The footnote; null in a paragraph.';
COMMENT ON COLUMN concordance.norm IS 'The value in normal form.';
COMMENT ON COLUMN concordance.layer IS 'main, coref for anaphora, nested inside a longer name.';
COMMENT ON COLUMN concordance.confidence IS 'How sure the rule is, between 0 and 1.';
COMMENT ON COLUMN concordance.mention_id IS 'The mention.';

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

CREATE VIEW variants AS
SELECT d.symbol, v.document_id, d.language, v.difference, v.label, v.other_label, v.words, v.other_words, v.text, v.other_text,
       v.likeness, p.section_path, v.page, v.other_page, c.format, w.format AS other_format, c.source_url,
       w.source_url AS other_source_url, w.agreement, v.paragraph_id, v.footnote_id, v.witness_id
FROM differences v
JOIN documents d USING (document_id)
JOIN witnesses w USING (witness_id)
JOIN witnesses c ON c.document_id = v.document_id AND c.is_chosen
LEFT JOIN paragraphs p ON p.paragraph_id = v.paragraph_id
ORDER BY v.document_id, w.ordinal, v.ordinal;
COMMENT ON VIEW variants IS 'Where several files of a document read otherwise than the one that is published, in reading order. Filter on difference: spacing and typography change no word.';
COMMENT ON COLUMN variants.symbol IS 'The first symbol of the document.';
COMMENT ON COLUMN variants.document_id IS 'The document.';
COMMENT ON COLUMN variants.language IS 'The language of the document.';
COMMENT ON COLUMN variants.difference IS 'What differs: missing_here (in the published file), missing_there (in the other), number, text, division, note_marks, typography or spacing.';
COMMENT ON COLUMN variants.label IS 'The number of the paragraph, or the mark of the note, as published.';
COMMENT ON COLUMN variants.other_label IS 'The same in the other file.';
COMMENT ON COLUMN variants.words IS 'The published words from the first to the last that differ.';
COMMENT ON COLUMN variants.other_words IS 'The same in the other file.';
COMMENT ON COLUMN variants.text IS 'The text as published.';
COMMENT ON COLUMN variants.other_text IS 'The text in the other file; where paragraphs are divided otherwise, with a sign between them.';
COMMENT ON COLUMN variants.likeness IS 'The share of the words of both that stand in both.';
COMMENT ON COLUMN variants.section_path IS 'The headings above the published paragraph.';
COMMENT ON COLUMN variants.page IS 'The page in the published file, where it shows pages.';
COMMENT ON COLUMN variants.other_page IS 'The page in the other file, where it shows pages.';
COMMENT ON COLUMN variants.format IS 'The format of the published file.';
COMMENT ON COLUMN variants.other_format IS 'The format of the other file.';
COMMENT ON COLUMN variants.source_url IS 'Where the published file came from.';
COMMENT ON COLUMN variants.other_source_url IS 'Where the other file came from.';
COMMENT ON COLUMN variants.agreement IS 'The share of the numbered paragraphs of the two files that agrees.';
COMMENT ON COLUMN variants.paragraph_id IS 'The published paragraph.';
COMMENT ON COLUMN variants.footnote_id IS 'The published note.';
COMMENT ON COLUMN variants.witness_id IS 'The other file, in the table witnesses.';

CREATE VIEW amendments AS
WITH named AS (
    SELECT s.document_id, s.symbol, d.language
    FROM document_symbols s JOIN documents d USING (document_id)
    WHERE list_contains(d.symbols, s.symbol)  -- not the joint symbol, whose halves stand there too
    UNION  -- held, and not read
    SELECT NULL, n.symbol, n.language
    FROM (SELECT unnest(symbols) AS symbol, language FROM holdings WHERE NOT is_withdrawn) n
    ANTI JOIN (SELECT s.symbol, d.language FROM document_symbols s JOIN documents d USING (document_id)) r
        ON r.symbol = n.symbol AND r.language = n.language
),
parted AS (
    SELECT *, regexp_extract(symbol, '^(.+)/(Corr|Add|Rev|Amend|Summary)(?:\.\d+(?:-\d+)?)?(?: \([^()]+\))*$', ['changed', 'suffix']) AS part
    FROM named
),
held AS (
    SELECT lower(replace(s.symbol, ' ', '')) AS symbol_key, s.document_id, d.language
    FROM document_symbols s JOIN documents d USING (document_id)
)
SELECT p.document_id, p.symbol,
       CASE p.part.suffix WHEN 'Corr' THEN 'corrects' WHEN 'Add' THEN 'adds_to' WHEN 'Rev' THEN 'revises'
                          WHEN 'Amend' THEN 'amends' ELSE 'summarizes' END AS relation,
       p.part.changed AS changed_symbol, h.document_id AS changed_document_id, p.language
FROM parted p
LEFT JOIN held h ON h.symbol_key = lower(replace(p.part.changed, ' ', ''))
WHERE p.part.suffix <> ''
QUALIFY row_number() OVER (PARTITION BY p.document_id, p.symbol, p.language ORDER BY h.language <> p.language, h.language <> 'en', h.document_id) = 1
ORDER BY p.document_id, p.symbol, p.language;
COMMENT ON VIEW amendments IS 'Corrigenda, addenda, revisions, amendments and summaries, with what each changes: read off the last suffix of its symbol alone.';
COMMENT ON COLUMN amendments.document_id IS 'The document that changes another; null where its bytes are held and not read.';
COMMENT ON COLUMN amendments.symbol IS 'Its symbol that ends in the suffix.';
COMMENT ON COLUMN amendments.relation IS 'corrects (Corr.), adds_to (Add.), revises (Rev.), amends (Amend.) or summarizes (Summary).';
COMMENT ON COLUMN amendments.changed_symbol IS 'The symbol without its last suffix.';
COMMENT ON COLUMN amendments.changed_document_id IS 'The document held under that symbol, in the same language, else in English, else the first by its id; null where none is held.';
COMMENT ON COLUMN amendments.language IS 'The language of the document that changes another.';

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

CREATE VIEW links_compared AS
WITH linked AS (
    SELECT document_id, coalesce(paragraph_id, footnote_id) AS text_id, ordinal, start_char, end_char, surface, href, linked_symbol,
           lower(replace(linked_symbol, ' ', '')) AS symbol_key,
           regexp_replace(regexp_replace(symbol_key, '(\d)[a-z](-[a-z])?(\(|$)', '\1\3'), '\(supp\)$', '') AS whole_key
    FROM links WHERE linked_symbol IS NOT NULL AND coalesce(paragraph_id, footnote_id) IS NOT NULL
),
cited AS (
    SELECT document_id, coalesce(paragraph_id, footnote_id) AS text_id, citation_id, start_char, end_char, surface, cited_symbol,
           lower(replace(cited_symbol, ' ', '')) AS symbol_key,
           regexp_replace(regexp_replace(symbol_key, '(\d)[a-z](-[a-z])?(\(|$)', '\1\3'), '\(supp\)$', '') AS whole_key
    FROM citations WHERE document_id IN (SELECT document_id FROM linked)
),
met AS (
    SELECT l.*, c.citation_id, c.surface AS cited_surface, c.cited_symbol,
           CASE WHEN c.symbol_key IS NULL THEN 'not cited'
                WHEN c.symbol_key = l.symbol_key THEN 'same'
                WHEN c.whole_key = l.whole_key THEN 'part'
                ELSE 'another' END AS agreement
    FROM linked l LEFT JOIN cited c ON c.text_id = l.text_id AND c.start_char < l.end_char AND l.start_char < c.end_char
),
told AS (
    SELECT * FROM met
    QUALIFY row_number() OVER (
        PARTITION BY document_id, ordinal
        ORDER BY list_position(['same', 'part', 'another', 'not cited'], agreement), citation_id) = 1
),
whole AS (
    SELECT document_id, text_id, start_char, end_char, surface, linked_symbol, href, citation_id, cited_surface, cited_symbol, agreement
    FROM told
    UNION ALL
    SELECT document_id, text_id, start_char, end_char, surface, NULL, NULL, citation_id, surface, cited_symbol, 'not linked'
    FROM cited c
    WHERE NOT EXISTS (SELECT 1 FROM linked l WHERE l.text_id = c.text_id AND c.start_char < l.end_char AND l.start_char < c.end_char)
)
SELECT agreement, document_id, text_id, start_char, end_char, surface, linked_symbol, cited_symbol, href, citation_id, cited_surface
FROM whole
ORDER BY document_id, text_id, start_char, end_char, citation_id;
COMMENT ON VIEW links_compared IS 'Where the links of a file and our citations name the same document, and where not: one row a link with a symbol, and one a citation on no link.';
COMMENT ON COLUMN links_compared.agreement IS 'same; part (one names a part of what the other names); another (they differ); not cited (a link without a citation); not linked (a citation without a link).';
COMMENT ON COLUMN links_compared.document_id IS 'A document whose file has links.';
COMMENT ON COLUMN links_compared.text_id IS 'The paragraph or footnote in which both stand.';
COMMENT ON COLUMN links_compared.start_char IS 'First code point of the link, else of the citation.';
COMMENT ON COLUMN links_compared.end_char IS 'One past the last.';
COMMENT ON COLUMN links_compared.surface IS 'The words of the link, else of the citation.';
COMMENT ON COLUMN links_compared.linked_symbol IS 'The document that the link leads to.';
COMMENT ON COLUMN links_compared.cited_symbol IS 'The document that our citation names.';
COMMENT ON COLUMN links_compared.href IS 'The address of the link.';
COMMENT ON COLUMN links_compared.citation_id IS 'The citation that touches it.';
COMMENT ON COLUMN links_compared.cited_surface IS 'The words of that citation.';

CREATE VIEW adoptions AS
WITH told AS (
    SELECT voted_symbol AS symbol, source, is_adopted, is_without_vote, yes_count, no_count, abstaining_count, vote_date, meeting_symbol,
           surface AS words, document_id, NULL AS record_id, coalesce(paragraph_id, footnote_id) AS text_id
    FROM votes WHERE voted_symbol IS NOT NULL
    UNION ALL
    SELECT symbols[1], 'catalogue', NULL, is_without_vote, yes_count, no_count, abstaining_count, action_date, NULL,
           vote_text, NULL, record_id, NULL
    FROM records WHERE coalesce(yes_count, no_count, abstaining_count) IS NOT NULL OR is_without_vote
)
SELECT * FROM told ORDER BY symbol, source, document_id, record_id, text_id;
COMMENT ON VIEW adoptions IS 'How each text was adopted or rejected, by everyone who says so: its own file, a document that prints it, the catalogue. One row a source.';
COMMENT ON COLUMN adoptions.symbol IS 'The text voted on.';
COMMENT ON COLUMN adoptions.source IS 'metadata (its own file), text (a document that prints it) or catalogue.';
COMMENT ON COLUMN adoptions.is_adopted IS 'Whether it was adopted; null where nothing is said.';
COMMENT ON COLUMN adoptions.is_without_vote IS 'Whether it was adopted without a vote.';
COMMENT ON COLUMN adoptions.yes_count IS 'Votes in favour.';
COMMENT ON COLUMN adoptions.no_count IS 'Votes against.';
COMMENT ON COLUMN adoptions.abstaining_count IS 'Abstentions.';
COMMENT ON COLUMN adoptions.vote_date IS 'When, where that is said.';
COMMENT ON COLUMN adoptions.meeting_symbol IS 'The record of the meeting, where that is said.';
COMMENT ON COLUMN adoptions.words IS 'The words that say so.';
COMMENT ON COLUMN adoptions.document_id IS 'The document that says so; null for the catalogue.';
COMMENT ON COLUMN adoptions.record_id IS 'The catalogue record that says so.';
COMMENT ON COLUMN adoptions.text_id IS 'The paragraph or footnote that prints it.';

CREATE MACRO paragraph(asked_symbol, asked_number) AS TABLE
SELECT p.symbol, p.language, p.label, p.kind, p.section_path, p.page, p.text, p.paragraph_id, p.document_id
FROM paragraphs p
WHERE p.document_id IN (SELECT s.document_id FROM document_symbols s WHERE lower(s.symbol) = lower(trim(asked_symbol)))
  AND (p.label = CAST(asked_number AS VARCHAR)
       OR starts_with(p.label, CAST(asked_number AS VARCHAR) || '(')
       OR starts_with(p.label, CAST(asked_number AS VARCHAR) || '['))
ORDER BY p.language, p.document_id, p.ordinal;
COMMENT ON MACRO TABLE paragraph IS 'paragraph(symbol, number): that paragraph and what hangs on it, under any symbol of the document, in every language held. The number may be a label: ''79(d)''.';

CREATE MACRO search(words) AS TABLE
WITH written AS (  -- "exact words", word, beginn*
    SELECT unnest(regexp_extract_all(lower(strip_accents(translate(words, '“”„«»', '"""""'))), '"[^"]*"|[\p{L}\p{N}/]+\*?')) AS part
),
worded AS (
    SELECT trim(regexp_replace(part, '[^\p{L}\p{N}/]+', '  ', 'g')) AS term, regexp_matches(part, '\*"?$') AS is_open FROM written
),
asked AS (
    SELECT DISTINCT CASE WHEN regexp_matches(term, '\p{Han}') THEN term WHEN is_open THEN ' ' || term ELSE ' ' || term || ' ' END AS sought,
           split_part(term, ' ', 1) AS first_word
    FROM worded WHERE term <> ''
),
folded AS (
    SELECT paragraph_id, length(text) AS size, lower(strip_accents(text)) AS plain FROM paragraphs
),
touched AS (
    SELECT paragraph_id, size, sought,
           '  ' || regexp_replace(plain, '[^\p{L}\p{N}/]+', '  ', 'g') || '  ' AS spaced
    FROM folded, asked
    WHERE contains(plain, first_word)
),
counted AS (
    SELECT paragraph_id, size, sought,
           (length(spaced) - length(replace(spaced, sought, ''))) / length(sought) AS times
    FROM touched
),
weighed AS (
    SELECT *, count(*) OVER (PARTITION BY sought) AS holders FROM counted WHERE times > 0
),
ranked AS (
    SELECT w.paragraph_id, count(*) AS found_terms,
           sum(ln(1 + (a.paragraphs - w.holders + 0.5) / (w.holders + 0.5))
               * w.times * 2.2 / (w.times + 1.2 * (0.25 + 0.75 * w.size / a.size))) AS score
    FROM weighed w, (SELECT count(*) AS paragraphs, avg(length(text)) AS size FROM paragraphs) a
    GROUP BY w.paragraph_id
)
SELECT round(r.score, 6) AS score, r.found_terms, p.symbol, p.language, p.label, p.section_path, p.page, p.text, p.paragraph_id, p.document_id
FROM ranked r JOIN paragraphs p USING (paragraph_id)
ORDER BY round(r.score, 6) DESC, p.document_id, p.ordinal;
COMMENT ON MACRO TABLE search IS 'search(words): the paragraphs that hold any of the words, best first by BM25. Whole words, without regard to case or accents; parts of a text in Chinese. "Words in quotation marks" must stand in that order, and word* begins a word.';
