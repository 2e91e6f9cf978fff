# ruff: noqa: S608 — the queries are made of our own declarations, never of what a document says
"""What mentions, definitions and citations must mean: quoted at their offsets, in normal forms, once."""

from __future__ import annotations

from expectations.content.documents import SYMBOLS_READ
from expectations.rule import Rule

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
_FORMS = " ".join(f"WHEN '{kind}' THEN '^({'|'.join(prefix)}):\\S'" for kind, prefix in ID_PREFIXES.items())

_PASSAGES = (
    "(SELECT paragraph_id AS passage_id, document_id, text FROM paragraphs "
    "UNION ALL SELECT footnote_id, document_id, text FROM footnotes)"
)
_SURFACES = {"mentions": "surface", "definitions": "short_form", "citations": "surface"}
_KEYS = {"mentions": "mention_id", "definitions": "definition_id", "citations": "citation_id"}


def _quote(table: str, column: str) -> Rule:
    key = _KEYS[table]
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
    key = _KEYS[table]
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
        f"SELECT document_id, {_KEYS[table]} AS example FROM batch WHERE NOT (confidence BETWEEN 0 AND 1)",
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


RULES: tuple[Rule, ...] = (
    *(_quote(table, column) for table, column in _SURFACES.items()),
    *(_one_passage(table) for table in _SURFACES),
    *(_confidence(table) for table in ("mentions", "citations")),
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
            FROM (SELECT *, CASE type {_FORMS} END AS form FROM batch)
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
        "Money is a currency of three letters and an amount, or two with a stroke between them.",
        r"""SELECT document_id, concat(mention_id, ' ', surface, ' is ', entity_id) AS example FROM batch
            WHERE type = 'MONEY' AND NOT regexp_full_match(entity_id, 'money:[A-Z]{3} \d+(\.\d+)?(/\d+(\.\d+)?)?')""",
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
        "The cited paragraphs belong to the cited document, and the first of them is the cited paragraph.",
        """SELECT document_id, concat(cited_paragraph_id, ' of ', cited_document_id) AS example FROM batch
           WHERE cited_paragraph_ids[1] IS DISTINCT FROM cited_paragraph_id
              OR len(list_filter(cited_paragraph_ids,
                     lambda cited: NOT coalesce(starts_with(cited, cited_document_id || '#'), false))) > 0""",
    ),
    Rule(
        "citations.places_are_of_pinpoint",
        "citations",
        "A citation without a pinpoint names no place, and no paragraph is found that the pinpoint does not name.",
        """SELECT document_id, concat(citation_id, ' ', surface, ' at ', pinpoint) AS example FROM batch
           WHERE pinpoint IS NULL AND len(pinpoint_annexes) + len(pinpoint_chapters) + len(pinpoint_sections)
                                      + len(pinpoint_paragraphs) > 0
              OR len(cited_paragraph_ids) > len(pinpoint_paragraphs)""",
    ),
)
