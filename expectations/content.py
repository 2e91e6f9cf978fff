"""Content: what rows must mean, beyond what their columns say. Written by hand, one rule a fact.

A rule selects the rows that fail, with the document they belong to. Offsets count code points, as DuckDB's
`length` and `substring` do.

    >>> [rule.name for rule in RULES if rule.table == "footnotes"][:2]
    ['footnotes.id_follows_document', 'footnotes.ordinals_have_no_gap']
"""

from __future__ import annotations

from expectations.rule import Rule

SYMBOLS_READ = "symbols_read"
"""The table of the symbols in the rows as our grammar reads them: `printed`, `canonical`."""

LEAST_CONSERVED = 0.995
"""Of 200 visible characters at most one may be lost: a page of furniture, never a paragraph."""

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""The Organization's first year, and one that no printed date of a document reaches."""

LONGEST_PARAGRAPH = 30_000
"""Characters. A whole report of the Secretary-General has 8,500 words, about 55,000 characters."""

CONTROL_CHARACTERS = r"[\x00-\x1f\x7f-\x9f\x{fffe}\x{ffff}]"
"""Includes the marks that pdfium leaves for line-end hyphens (U+0002, U+FFFE), tabs and line breaks."""

JOB_NUMBER = r"\d{2}-\d{5}"
PAGE_OF = r"\**\d{1,3}/\d{1,3}\**"
FURNITURE = "|".join(
    (
        rf"^{JOB_NUMBER}( \([ACEFRS]\))?$",
        rf"\b{JOB_NUMBER} {PAGE_OF}",
        rf"\d{{1,3}}/\d{{1,3}}\** {JOB_NUMBER}\b",
        rf"/ \d{{1,3}} {JOB_NUMBER}\b",
        rf"\b{JOB_NUMBER} \([ACEFRS]\)",
        r"^[Pp]age \d{1,3}$",
        r" /\.\.\.$",
    )
)
"""Page feet as they are printed: `18-13620 3/20`, `/ 3 08-26194`, `18-13620 (E)`, `/...`."""

EDTF = r"(Y)?-?[0-9X]{4}(-([0-9X]{2}))?(-([0-9X]{2}))?[?~%]?"  # 2019, 199X, 2019-03, 2019-21 (spring), 2019-03-20
_INTERVAL = rf"^({EDTF}|\.\.)?(/({EDTF}|\.\.)?)?$"

ID_PREFIXES = {
    "ORG": ("org",),
    "COUNTRY": ("geo",),
    "REGION": ("m49", "region"),
    "PLACE": ("place",),
    "DOC_SYMBOL": ("sym",),
    "RESOLUTION": ("res",),
    "XREF": ("xref",),
    "CHARTER": ("charter",),
    "DATE": ("edtf",),
    "MONEY": ("money",),
    "EVENT": ("event",),
    "AGREEMENT": ("agr",),
    "PROGRAMME": ("prog",),
    "WORK": ("work",),
    "POST": ("post",),
    "PERSON": ("person",),
    "SDG": ("sdg",),
}
"""How the id of each type of mention begins."""

FUNCTION_WORDS = {
    "en": r"\b(the|of|and|to|in)\b",
    "es": r"\b(el|los|las|del|y|por)\b",
    "fr": r"\b(les|des|et|du|dans|aux)\b",
}
SCRIPTS = {"ar": "Arabic", "ru": "Cyrillic", "zh": "Han", "en": "Latin", "es": "Latin", "fr": "Latin"}

_PASSAGES = (
    "(SELECT paragraph_id AS passage_id, document_id, text FROM paragraphs "
    "UNION ALL SELECT footnote_id, document_id, text FROM footnotes)"
)
_ID_COLUMNS = {
    "sections": "section_id",
    "paragraphs": "paragraph_id",
    "footnotes": "footnote_id",
    "mentions": "mention_id",
    "definitions": "definition_id",
    "citations": "citation_id",
}
_ORDERED = ("sections", "paragraphs", "footnotes", "set_aside")
_FOUND = {"mentions": "surface", "definitions": "short_form", "citations": "surface"}


def _of_documents() -> tuple[Rule, ...]:
    return (
        Rule(
            "documents.present",
            "documents",
            "There is at least one document.",
            "SELECT NULL::VARCHAR AS document_id, 'no row' AS example FROM batch HAVING count(*) = 0",
        ),
        Rule(
            "documents.id_is_symbol_and_language",
            "documents",
            "A document's id is its symbol, `@` and its language; the symbol is the first of its symbols.",
            """SELECT document_id, concat(symbol, ' in ', language, ' of ', symbols::VARCHAR) AS example FROM batch
               WHERE document_id <> symbol || '@' || language OR symbol IS DISTINCT FROM symbols[1]""",
        ),
        Rule(
            "documents.digest_is_sha256",
            "documents",
            "The content's digest is 64 hexadecimal digits.",
            "SELECT document_id, content_sha256 AS example FROM batch "
            "WHERE NOT regexp_full_match(content_sha256, '[0-9a-f]{64}')",
        ),
        Rule(
            "documents.text_is_conserved",
            "documents",
            f"At least {LEAST_CONSERVED:.1%} of the visible characters stand in exactly one row.",
            "SELECT document_id, text_conserved::VARCHAR AS example FROM batch "
            f"WHERE NOT (text_conserved BETWEEN {LEAST_CONSERVED} AND 1)",
        ),
        Rule(
            "documents.have_paragraphs",
            "documents",
            "A document has at least one paragraph.",
            """SELECT document_id, 'no paragraph' AS example FROM batch AS document
               WHERE NOT EXISTS (SELECT 1 FROM paragraphs WHERE paragraphs.document_id = document.document_id)""",
        ),
        Rule(
            "documents.counts_agree",
            "documents",
            "The counts of paragraphs are those of the rows, and there are words.",
            """SELECT document_id, concat(paragraph_count, ' paragraphs, ', numbered_count, ' numbered, ',
                      word_count, ' words; the rows are ', rows_held, ' and ', numbers_held) AS example
               FROM batch JOIN (SELECT document_id, count(*) AS rows_held, count(number) AS numbers_held
                                  FROM paragraphs GROUP BY document_id) USING (document_id)
               WHERE paragraph_count <> rows_held OR numbered_count <> numbers_held OR word_count < 1""",
        ),
        Rule(
            "documents.dates_are_plausible",
            "documents",
            f"Dates of the masthead lie between {FIRST_YEAR} and {LAST_YEAR}; the document's date is one of them.",
            f"""SELECT document_id, concat_ws(' / ', distribution_date, adoption_date, document_date) AS example
                FROM batch
                WHERE year(distribution_date) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR - 1}
                   OR year(adoption_date) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR - 1}
                   OR document_date IS DISTINCT FROM coalesce(adoption_date, distribution_date)""",
        ),
        Rule(
            "documents.session_is_number",
            "documents",
            "A session is a number, after S- or ES- for a special one.",
            "SELECT document_id, session AS example FROM batch "
            "WHERE NOT regexp_full_match(session, '((E?S)-)?[0-9]{1,4}')",
        ),
        Rule(
            "documents.symbol_parses",
            "documents",
            "The symbol is one of our grammar in canonical form, or `web:` and a name.",
            f"""SELECT document_id, symbol AS example FROM batch LEFT JOIN {SYMBOLS_READ} ON printed = symbol
                WHERE canonical IS DISTINCT FROM symbol AND NOT regexp_full_match(symbol, 'web:\\S+')""",
        ),
        _language(),
        Rule(
            "document_symbols.parse",
            "document_symbols",
            "Every alias is one of our grammar in canonical form, or `web:` and a name.",
            f"""SELECT document_id, symbol AS example FROM batch LEFT JOIN {SYMBOLS_READ} ON printed = symbol
                WHERE canonical IS DISTINCT FROM symbol AND NOT regexp_full_match(symbol, 'web:\\S+')""",
        ),
        Rule(
            "document_symbols.agree_with_document",
            "document_symbols",
            "A document is found under each of its symbols and under the joint one; only the first is its own.",
            """SELECT document_id, concat(symbols::VARCHAR, ' but found under ', aliases::VARCHAR) AS example
               FROM documents LEFT JOIN (
                    SELECT document_id, list(symbol) AS aliases, list(symbol) FILTER (is_first) AS own
                    FROM batch GROUP BY document_id) USING (document_id)
               WHERE aliases IS NULL OR own IS DISTINCT FROM [symbol]
                  OR list_sort(aliases) <> list_sort(list_distinct(symbols || [array_to_string(symbols, '-')]))""",
        ),
    )


def _language() -> Rule:
    """Most letters are of the language's script; of the three in Latin script, its function words lead."""
    letters = ", ".join(
        f"sum(length(regexp_replace(text, '[^\\p{{{name}}}]', '', 'g'))) AS {name}"
        for name in sorted(set(SCRIPTS.values()))
    )
    words = ", ".join(
        f"sum(len(regexp_extract_all(lower(text), '{pattern}'))) AS {code}"
        for code, pattern in FUNCTION_WORDS.items()
    )
    own_letters = " ".join(f"WHEN '{code}' THEN {name}" for code, name in SCRIPTS.items())
    own_words = " ".join(f"WHEN '{code}' THEN {code}" for code in FUNCTION_WORDS)
    return Rule(
        "documents.language_is_of_text",
        "documents",
        "The text is in the language that the document's id gives.",
        f"""SELECT document_id, concat('letters ', letters::VARCHAR, ', words ', words::VARCHAR) AS example FROM (
              SELECT document_id, CASE language {own_letters} END AS own_letters,
                     CASE language {own_words} END AS own_words,
                     {{'Arabic': Arabic, 'Cyrillic': Cyrillic, 'Han': Han, 'Latin': Latin}} AS letters,
                     {{'en': en, 'es': es, 'fr': fr}} AS words,
                     Arabic + Cyrillic + Han + Latin AS all_letters, greatest(en, es, fr) AS leading_words
              FROM batch JOIN (SELECT document_id, {letters}, {words}
                                  FROM paragraphs GROUP BY document_id) USING (document_id))
            WHERE 2 * own_letters < all_letters OR (leading_words >= 10 AND own_words < leading_words)""",
    )


def _of_paragraphs() -> tuple[Rule, ...]:
    return (
        Rule(
            "paragraphs.repeat_document",
            "paragraphs",
            "A paragraph repeats its document's symbol and language.",
            """SELECT document_id, concat(paragraph_id, ': ', p.symbol, ' in ', p.language) AS example
               FROM batch AS p JOIN documents AS d USING (document_id)
               WHERE p.symbol <> d.symbol OR p.language <> d.language""",
        ),
        _numbering(),
        Rule(
            "paragraphs.id_and_label_say_number",
            "paragraphs",
            "A numbered paragraph has its number in its id and its label.",
            r"""SELECT document_id, concat(paragraph_id, ' labelled ', label, ' is number ', number) AS example
                FROM batch WHERE number IS NOT NULL AND NOT (
                     regexp_extract(paragraph_id, '(?:#|__)para_(\d+)(?:__\d+)?$', 1) = number::VARCHAR
                     AND regexp_extract(label, '(?:^|:)(\d+)$', 1) = number::VARCHAR)""",
        ),
        Rule(
            "paragraphs.text_is_clean",
            "paragraphs",
            "A paragraph has text, without control characters and blanks at its ends.",
            f"""SELECT document_id, concat(paragraph_id, ': ', text) AS example FROM batch
                WHERE NOT regexp_matches(text, '\\S') OR regexp_matches(text, '{CONTROL_CHARACTERS}')
                   OR text <> trim(text)""",
        ),
        Rule(
            "paragraphs.hold_no_furniture",
            "paragraphs",
            "No page foot, running head or job number stands in a paragraph.",
            f"""SELECT document_id, concat(paragraph_id, ': ', regexp_extract(text, '{FURNITURE}')) AS example
                FROM batch WHERE regexp_matches(text, '{FURNITURE}')""",
        ),
        Rule(
            "paragraphs.length_is_plausible",
            "paragraphs",
            f"No paragraph is longer than {LONGEST_PARAGRAPH} characters.",
            f"""SELECT document_id, concat(paragraph_id, ' has ', length(text)) AS example
                FROM batch WHERE length(text) > {LONGEST_PARAGRAPH}""",
        ),
        Rule(
            "paragraphs.parent_stands_before",
            "paragraphs",
            "A paragraph's parent stands before it in the same document.",
            """SELECT child.document_id, concat(child.paragraph_id, ' under ', child.parent_id) AS example
               FROM batch AS child JOIN paragraphs AS parent ON parent.paragraph_id = child.parent_id
               WHERE parent.document_id <> child.document_id OR parent.ordinal >= child.ordinal""",
        ),
        Rule(
            "paragraphs.stand_under_sections",
            "paragraphs",
            "The headings over a paragraph are those of a section of its document.",
            """SELECT document_id, concat(paragraph_id, ' under ', section_path::VARCHAR) AS example
               FROM batch AS p WHERE len(section_path) > 0 AND NOT EXISTS (
                    SELECT 1 FROM sections AS s
                    WHERE s.document_id = p.document_id AND s.section_path = p.section_path)""",
        ),
    )


def _numbering() -> Rule:
    """Numbers run on without a gap, in the main text and in each annex.

    They begin at 1, unless the symbol says that the document continues or corrects another.
    """
    return Rule(
        "paragraphs.numbering_has_no_gap",
        "paragraphs",
        "Numbers run 1, 2, 3 … through the main text and through each annex.",
        r"""SELECT document_id, concat(paragraph_id, ' is number ', number, ', ', expected, ' expected') AS example
            FROM (SELECT *, row_number() OVER run - 1 + CASE
                         WHEN regexp_matches(symbol, '/(Add|Corr|Amend)\.|\((Part|Vol|Sect|Resumption)') THEN
                              first_value(number) OVER run
                         ELSE 1 END AS expected
                  FROM (SELECT *, regexp_extract(paragraph_id, '#(.*?)(?:para_\d+(?:__\d+)?)?$', 1) AS part
                        FROM batch WHERE number IS NOT NULL)
                  WINDOW run AS (PARTITION BY document_id, part ORDER BY ordinal))
            WHERE number <> expected""",
    )


def _of_headings_and_notes() -> tuple[Rule, ...]:
    return (
        Rule(
            "sections.heading_ends_path",
            "sections",
            "A section's path ends with its heading, which is not blank; its level is 1 or more.",
            r"""SELECT document_id, concat(section_id, ': ', section_path::VARCHAR) AS example FROM batch
                WHERE section_path[-1] IS DISTINCT FROM heading OR NOT regexp_matches(heading, '\S') OR level < 1""",
        ),
        Rule(
            "footnotes.text_is_clean",
            "footnotes",
            "A note has a mark and text, without control characters.",
            f"""SELECT document_id, concat(footnote_id, ': ', marker, ' ', text) AS example FROM batch
                WHERE NOT regexp_matches(text, '\\S') OR regexp_matches(text, '{CONTROL_CHARACTERS}')
                   OR NOT regexp_matches(marker, '\\S')""",
        ),
        Rule(
            "footnotes.anchor_is_in_text",
            "footnotes",
            "A note is attached to a place inside a paragraph of its document, or to none.",
            """SELECT note.document_id, concat(footnote_id, ' at ', anchor_char, ' of ', note.paragraph_id) AS example
               FROM batch AS note LEFT JOIN paragraphs AS p USING (paragraph_id)
               WHERE (note.paragraph_id IS NULL) <> (anchor_char IS NULL)
                  OR p.document_id <> note.document_id OR anchor_char NOT BETWEEN 0 AND length(p.text)""",
        ),
        Rule(
            "cells.lie_in_grid",
            "cells",
            "Cells count rows and columns from 1 and cover at least one of each.",
            """SELECT document_id, concat_ws(',', table_ordinal, row_ordinal, column_ordinal) AS example FROM batch
               WHERE least(table_ordinal, row_ordinal, column_ordinal, row_span, column_span) < 1""",
        ),
        Rule(
            "set_aside.spans_are_apart",
            "set_aside",
            "What was set aside is visible, as long as its span, and set aside once.",
            """SELECT document_id, concat(ordinal, ': ', start_char, ' to ', end_char, ' ', text) AS example
               FROM (SELECT *, max(end_char) OVER (PARTITION BY document_id ORDER BY start_char, end_char
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM batch)
               WHERE start_char < 0 OR start_char >= end_char OR start_char < reached
                  OR length(text) > end_char - start_char""",
        ),
    )


def _of_findings() -> tuple[Rule, ...]:
    prefixes = " ".join(
        f"WHEN '{kind}' THEN '^({'|'.join(prefix)}):\\S'" for kind, prefix in ID_PREFIXES.items()
    )
    return (
        Rule(
            "mentions.id_says_place",
            "mentions",
            "A mention's id is its passage, span and type.",
            """SELECT document_id, mention_id AS example FROM batch
               WHERE mention_id <> concat(coalesce(paragraph_id, footnote_id), '/m', start_char, '-', end_char,
                                          '-', type)""",
        ),
        Rule(
            "mentions.main_do_not_overlap",
            "mentions",
            "Two mentions of layer main never share a character.",
            """SELECT document_id, concat(mention_id, ' ', surface, ' begins before ', reached) AS example
               FROM (SELECT *, max(end_char) OVER (
                            PARTITION BY coalesce(paragraph_id, footnote_id) ORDER BY start_char, end_char, mention_id
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
                     FROM batch WHERE layer = 'main')
               WHERE start_char < reached""",
        ),
        Rule(
            "mentions.ids_are_of_type",
            "mentions",
            "The first of a mention's ids is its entity, and all begin as its type's ids do.",
            f"""SELECT document_id, concat(mention_id, ' ', entity_id, ' ', entity_ids::VARCHAR) AS example
                FROM (SELECT *, CASE type {prefixes} END AS form FROM batch)
                WHERE entity_ids[1] IS DISTINCT FROM entity_id
                   OR len(list_filter(entity_ids, lambda id: NOT regexp_matches(id, form))) > 0""",
        ),
        Rule(
            "mentions.entities_are_known",
            "mentions",
            "Every one of a mention's ids has its row in entities.",
            """SELECT document_id, concat(mention_id, ' names ', named) AS example
               FROM (SELECT document_id, mention_id, unnest(entity_ids) AS named FROM batch)
               WHERE named NOT IN (SELECT entity_id FROM entities)""",
        ),
        _dates(),
        Rule(
            "mentions.money_is_amount",
            "mentions",
            "Money is a currency of three letters and an amount.",
            r"""SELECT document_id, concat(mention_id, ' ', surface, ' is ', entity_id) AS example FROM batch
                WHERE type = 'MONEY' AND NOT regexp_full_match(entity_id, 'money:[A-Z]{3} \d+(\.\d+)?')""",
        ),
        Rule(
            "definitions.long_form_is_longer",
            "definitions",
            "An acronym is shorter than what it stands for.",
            """SELECT document_id, concat(definition_id, ' ', short_form, ' for ', long_form) AS example
               FROM batch WHERE length(trim(long_form)) <= length(short_form)""",
        ),
        Rule(
            "citations.symbol_parses",
            "citations",
            "The symbol cited is one of our grammar in canonical form.",
            f"""SELECT document_id, concat(citation_id, ' ', surface, ' cites ', cited_symbol) AS example
                FROM batch LEFT JOIN {SYMBOLS_READ} ON printed = cited_symbol
                WHERE canonical IS DISTINCT FROM cited_symbol""",
        ),
        Rule(
            "citations.paragraph_is_of_document",
            "citations",
            "A cited paragraph belongs to the cited document.",
            """SELECT document_id, concat(cited_paragraph_id, ' of ', cited_document_id) AS example FROM batch
               WHERE cited_paragraph_id IS NOT NULL
                 AND NOT coalesce(starts_with(cited_paragraph_id, cited_document_id || '#'), false)""",
        ),
    )


def _dates() -> Rule:
    """Dates in EDTF: each end of an interval a year, month, season or day that the calendar has."""
    return Rule(
        "mentions.dates_are_edtf",
        "mentions",
        "A date is written in EDTF, and its days are in the calendar.",
        rf"""SELECT document_id, concat(mention_id, ' ', surface, ' is ', entity_id) AS example
             FROM (SELECT *, substring(entity_id, 6) AS edtf FROM batch WHERE type = 'DATE')
             WHERE edtf = '' OR NOT regexp_matches(edtf, '{_INTERVAL}')
                OR len(list_filter(regexp_extract_all(edtf, '\d{{4}}-\d{{2}}-\d{{2}}'),
                                   lambda day: try_cast(day AS DATE) IS NULL)) > 0
                OR len(list_filter(regexp_extract_all(edtf, '\d{{4}}-(\d{{2}})', 1),
                                   lambda part: NOT (part BETWEEN '01' AND '12' OR part BETWEEN '21' AND '41'))) > 0""",
    )


def _ids(table: str) -> Rule:
    column = _ID_COLUMNS[table]
    return Rule(
        f"{table}.id_follows_document",
        table,
        "An id begins with its document's id and `#`.",
        f"SELECT document_id, {column} AS example FROM batch "
        f"WHERE NOT starts_with({column}, document_id || '#') OR {column} = document_id || '#'",
    )


def _ordinals(table: str) -> Rule:
    return Rule(
        f"{table}.ordinals_have_no_gap",
        table,
        "Ordinals run 1, 2, 3 … through each document.",
        f"""SELECT document_id, concat(rows_held, ' rows, ordinals ', first_held, ' to ', last_held) AS example
            FROM (SELECT document_id, count(*) AS rows_held, min(ordinal) AS first_held, max(ordinal) AS last_held
                  FROM batch GROUP BY document_id)
            WHERE first_held <> 1 OR last_held <> rows_held""",
    )


def _quote(table: str, column: str) -> Rule:
    key = _ID_COLUMNS[table]
    return Rule(
        f"{table}.{column}_is_quoted",
        table,
        f"The text of the passage from start to end is `{column}`.",
        f"""SELECT found.document_id, concat({key}, ': ', {column}, ' is not ',
                   substring(text, start_char + 1, end_char - start_char)) AS example
            FROM batch AS found
            JOIN {_PASSAGES} AS passage ON passage_id = coalesce(paragraph_id, footnote_id)
            WHERE NOT (start_char >= 0 AND start_char < end_char AND end_char <= length(text)
                       AND substring(text, start_char + 1, end_char - start_char) = {column})""",
    )


def _one_passage(table: str) -> Rule:
    key = _ID_COLUMNS[table]
    return Rule(
        f"{table}.stand_in_one_passage",
        table,
        "A finding stands in a paragraph or in a footnote of its document, not in both.",
        f"""SELECT found.document_id, {key} AS example FROM batch AS found
            LEFT JOIN {_PASSAGES} AS passage ON passage_id = coalesce(paragraph_id, footnote_id)
            WHERE (paragraph_id IS NULL) = (footnote_id IS NULL) OR passage.document_id <> found.document_id""",
    )


def _confidence(table: str) -> Rule:
    return Rule(
        f"{table}.confidence_is_share",
        table,
        "Confidence lies between 0 and 1.",
        f"SELECT document_id, {_ID_COLUMNS[table]} AS example FROM batch "
        "WHERE NOT (confidence BETWEEN 0 AND 1)",
    )


RULES: tuple[Rule, ...] = (
    *_of_documents(),
    *_of_paragraphs(),
    *(_ids(table) for table in _ID_COLUMNS),
    *(_ordinals(table) for table in _ORDERED),
    *_of_headings_and_notes(),
    *(_quote(table, column) for table, column in _FOUND.items()),
    *(_one_passage(table) for table in _FOUND),
    *(_confidence(table) for table in ("mentions", "citations")),
    *_of_findings(),
)
"""Every rule of content, in the order in which they are reported within their table."""
