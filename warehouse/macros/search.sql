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
