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
COMMENT ON COLUMN timeline.origin IS 'adoption or distribution of the document itself, or mention inside its text.';
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
