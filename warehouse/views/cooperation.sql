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
