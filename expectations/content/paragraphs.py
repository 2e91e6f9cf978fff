# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What paragraphs must mean: numbers without a gap, clean text, parents and headings in their place."""

from __future__ import annotations

from expectations.rule import Rule

LONGEST_PARAGRAPH = 30_000
"""Characters. A whole report of the Secretary-General has 8,500 words, about 55,000 characters."""

CONTINUES = r"/(Add|Corr|Amend)\.|\((Part|Vol|Sect|Resumption)"
"""Elements of a symbol that say: this goes on, or puts right, what another document began."""

NOT_NUMBERED_THROUGHOUT = ("letter", "presidential_statement", "verbatim_record", "web_page")

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

TWICE = r"(?:^| )(\d{1,3}/\d{1,3}) (\d{1,3}/\d{1,3})(?: |$)"
"""A page number printed twice, `11/20 11/20`, when both parts are the same (A/73/328-S/2018/592)."""


OFFICIAL = "application/akn+xml"
"""The Organization's own XML, in which every number is an element: a break there is the text's own."""


def _numbering() -> tuple[Rule, Rule]:
    """Each number is one more than the one before it, in the main text and in each annex.

    The first is 1, unless the symbol says that the document continues or corrects another. Numbers begin
    again in resolutions and decisions of several parts (A/RES/77/264 A-C), under a new heading, and in
    texts that are not numbered throughout but may hold lists. A draft that a report recommends has numbers
    of its own, after which the report's go on (A/53/601). A number left out is a fault everywhere, but for
    the official XML: S/RES/2717 (2023) in Arabic prints 45 twice, which is reported and not repaired.
    """
    meaning = "Numbers run 1, 2, 3 … through the main text and through each annex"
    return (
        Rule("paragraphs.numbering_has_no_gap", "paragraphs", f"{meaning}.", _breaks("<>")),
        Rule(
            "paragraphs.official_numbering_has_no_gap",
            "paragraphs",
            f"{meaning}; a break in the official text itself is kept as it is.",
            _breaks("="),
            is_warning=True,
        ),
    )


def _breaks(is_official: str) -> str:
    """The numbers that do not follow on the one before them, in documents of that kind of file."""
    return rf"""SELECT document_id, concat(paragraph_id, ' is number ', number, ' after ', before) AS example
                FROM (SELECT *, lag(number) OVER run AS before, lag(section_path) OVER run AS path_before,
                             coalesce(lag(number) OVER series, 0) AS before_in_series
                      FROM (SELECT batch.*, kind_of_document,
                                   regexp_extract(paragraph_id, '#(.*?)(?:para_(?:\d+[A-Z]?\.)?\d+(?:__\d+)?)?$', 1) AS part
                            FROM batch JOIN (SELECT document_id, kind AS kind_of_document FROM documents
                                             WHERE media_type {is_official} '{OFFICIAL}')
                                 USING (document_id)
                            WHERE number IS NOT NULL)
                      WINDOW run AS (PARTITION BY document_id, part ORDER BY ordinal),
                             series AS (PARTITION BY document_id, part, kind = 'operative' ORDER BY ordinal))
                WHERE CASE WHEN before IS NULL THEN number <> 1 AND NOT regexp_matches(symbol, '{CONTINUES}')
                           WHEN number <> 1 THEN number NOT IN (before + 1, before_in_series + 1)
                           WHEN kind_of_document NOT IN ('resolution', 'decision') AND kind = 'operative' THEN false
                           WHEN kind_of_document IN ('resolution', 'decision') THEN section_path = path_before
                           ELSE kind_of_document NOT IN ({_listed(NOT_NUMBERED_THROUGHOUT)}) END"""


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


RULES: tuple[Rule, ...] = (
    Rule(
        "paragraphs.repeat_document",
        "paragraphs",
        "A paragraph repeats its document's symbol and language.",
        """SELECT document_id, concat(paragraph_id, ': ', p.symbol, ' in ', p.language) AS example
           FROM batch AS p JOIN documents AS d USING (document_id)
           WHERE p.symbol <> d.symbol OR p.language <> d.language""",
    ),
    *_numbering(),
    Rule(
        "paragraphs.id_and_label_say_number",
        "paragraphs",
        "A numbered paragraph has its number in its id and its label.",
        r"""SELECT document_id, concat(paragraph_id, ' labelled ', label, ' is number ', number) AS example
            FROM batch WHERE number IS NOT NULL AND NOT (
                 regexp_extract(paragraph_id, '(?:#|__)para_(?:\d+[A-Z]?\.)?(\d+)(?:__\d+)?$', 1) = number::VARCHAR
                 AND regexp_extract(label, '(?:^|:)(?:\d+[A-Z]?\.)?(\d+)$', 1) = number::VARCHAR)""",
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
        f"""SELECT document_id, concat(paragraph_id, ': ', text) AS example FROM batch AS p
            WHERE regexp_matches(text, '{FURNITURE}')
               OR nullif(regexp_extract(text, '{TWICE}', 1), '') = regexp_extract(text, '{TWICE}', 2)
               OR EXISTS (SELECT 1 FROM document_symbols AS own
                          WHERE own.document_id = p.document_id AND own.symbol = p.text)""",
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
