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
