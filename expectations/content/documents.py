# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What a document's own row must mean: its id, symbols, dates, counts and language."""

from __future__ import annotations

from expectations.rule import Rule

SYMBOLS_READ = "symbols_read"
"""The table of the symbols in the rows as our grammar reads them: `printed`, `canonical`."""

LEAST_CONSERVED = 0.995
"""Of 200 visible characters at most one may be lost: a page of furniture, never a paragraph."""

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""The Organization's first year, and one that no printed date of a document reaches."""

OPENING = 300
"""Characters of each paragraph by which its language is told."""

FUNCTION_WORDS = {
    "en": r"\b(the|of|and|to|in)\b",
    "es": r"\b(el|los|las|del|y|por)\b",
    "fr": r"\b(les|des|et|du|dans|aux)\b",
}

SCRIPTS = {"ar": "Arabic", "ru": "Cyrillic", "zh": "Han", "en": "Latin", "es": "Latin", "fr": "Latin"}


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
                                  FROM (SELECT document_id, left(text, {OPENING}) AS text FROM paragraphs)
                                  GROUP BY document_id) USING (document_id))
            WHERE 2 * own_letters < all_letters OR (leading_words >= 10 AND own_words < leading_words)""",
    )


RULES: tuple[Rule, ...] = (
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
        "A document has at least one paragraph, or is a table, as a list of participants may be.",
        """SELECT document_id, 'no paragraph, no cell' AS example FROM batch AS document
           WHERE NOT EXISTS (SELECT 1 FROM paragraphs WHERE paragraphs.document_id = document.document_id)
             AND NOT EXISTS (SELECT 1 FROM cells WHERE cells.document_id = document.document_id)""",
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
        f"""SELECT document_id, concat_ws(' / ', distribution_date, adoption_date, meeting_date, document_date) AS example
            FROM batch
            WHERE year(distribution_date) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR - 1}
               OR year(adoption_date) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR - 1}
               OR year(meeting_date) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR - 1}
               OR document_date IS DISTINCT FROM coalesce(adoption_date, meeting_date, distribution_date)""",
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
