"""For every expectation on a batch, one way to spoil the rows of the report that it must catch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from tests.expectations.tables import LETTER, REPORT, Rows, of

Corruption = Callable[[Rows], None]


def put(table: str, column: str, value: Any, place: int = 0) -> Corruption:
    """One value of one row of the report is another."""

    def corrupt(rows: Rows) -> None:
        of(rows, table, REPORT, place)[column] = value

    return corrupt


def entity(column: str, value: Any) -> Corruption:
    """A value of the first entity, which only the report names."""

    def corrupt(rows: Rows) -> None:
        rows["entities"][0][column] = value

    return corrupt


def twice(table: str, **changes: Any) -> Corruption:
    """A row of the report stands there again, with changes."""

    def corrupt(rows: Rows) -> None:
        rows[table].append(deepcopy(of(rows, table, REPORT)) | changes)

    return corrupt


def without(table: str) -> Corruption:
    """The report has no row in that table."""

    def corrupt(rows: Rows) -> None:
        rows[table] = [row for row in rows[table] if row["document_id"] != REPORT]

    return corrupt


def empty(rows: Rows) -> None:
    """The report has neither a paragraph nor a cell."""
    without("paragraphs")(rows)
    without("cells")(rows)


def again_entity(rows: Rows) -> None:
    rows["entities"].append(deepcopy(rows["entities"][0]))


def gap(rows: Rows) -> None:
    """Paragraph 2 was lost: the second number is 3, in its id and label too."""
    second = of(rows, "paragraphs", REPORT, 1)
    second |= {"number": 3, "label": "3", "paragraph_id": f"{REPORT}#para_3"}


def moved(rows: Rows) -> None:
    """A mention one character to the right of its words."""
    mention = of(rows, "mentions", REPORT)
    mention["start_char"] += 1
    mention["end_char"] += 1


def overlapping(rows: Rows) -> None:
    """A second name begins inside the first."""
    first = of(rows, "mentions", REPORT)
    inside = deepcopy(first) | {
        "start_char": first["start_char"] + 2,
        "mention_id": f"{REPORT}#para_1/m0-1-ORG",
    }
    rows["mentions"].append(inside)


def official(corrupt: Corruption) -> Corruption:
    """The report is the Organization's own XML, and spoiled."""

    def also(rows: Rows) -> None:
        put("documents", "media_type", "application/akn+xml")(rows)
        corrupt(rows)

    return also


def printed(**changes: Any) -> Corruption:
    """The vote is printed in a paragraph, with changes."""

    def corrupt(rows: Rows) -> None:
        of(rows, "votes", REPORT).update(
            {
                "source": "text",
                "paragraph_id": f"{REPORT}#para_1",
                "start_char": 0,
                "end_char": 3,
                "surface": "The",
            }
            | changes
        )

    return corrupt


DATE = 1
MONEY = 2

CORRUPTIONS: Mapping[str, tuple[Corruption, ...]] = {
    "documents.not_null": (put("documents", "kind", None), put("documents", "symbols", ["A/999/1", None])),
    "documents.unique_document_id": (twice("documents", title="Another"),),
    "documents.known_values": (put("documents", "kind", "poem"), put("documents", "language", "de")),
    "document_symbols.not_null": (put("document_symbols", "is_first", None),),
    "document_symbols.unique_symbol_document_id": (twice("document_symbols"),),
    "document_symbols.references": (without("documents"),),
    "sections.not_null": (put("sections", "heading", None),),
    "sections.unique_section_id": (twice("sections", ordinal=3),),
    "sections.references": (without("documents"),),
    "paragraphs.not_null": (put("paragraphs", "text", None),),
    "paragraphs.unique_document_id_ordinal": (put("paragraphs", "ordinal", 1, 1),),
    "paragraphs.unique_paragraph_id": (put("paragraphs", "paragraph_id", f"{REPORT}#para_1", 1),),
    "paragraphs.known_values": (put("paragraphs", "kind", "verse"),),
    "paragraphs.references": (without("documents"), put("paragraphs", "parent_id", f"{REPORT}#para_9", 2)),
    "footnotes.not_null": (put("footnotes", "marker", None),),
    "footnotes.unique_footnote_id": (twice("footnotes", ordinal=2),),
    "footnotes.references": (without("documents"), put("footnotes", "paragraph_id", f"{REPORT}#para_9")),
    "cells.not_null": (put("cells", "is_header", None),),
    "cells.unique_document_id_table_ordinal_row_ordinal_column_ordinal": (twice("cells"),),
    "cells.references": (without("documents"),),
    "set_aside.not_null": (put("set_aside", "text", None),),
    "set_aside.unique_document_id_ordinal": (twice("set_aside"),),
    "set_aside.known_values": (put("set_aside", "reason", "dull"),),
    "set_aside.references": (without("documents"),),
    "speeches.not_null": (put("speeches", "speaker", None),),
    "speeches.unique_document_id_ordinal": (twice("speeches"),),
    "speeches.references": (without("documents"), put("speeches", "entity_id", "geo:XXX")),
    "corrections.not_null": (put("corrections", "corrected_symbol", None),),
    "corrections.unique_document_id_ordinal": (twice("corrections"),),
    "corrections.known_values": (put("corrections", "action", "guess"),),
    "corrections.references": (put("corrections", "paragraph_id", f"{REPORT}#para_9"),),
    "signatures.not_null": (put("signatures", "signatory", None),),
    "signatures.unique_document_id_ordinal": (twice("signatures"),),
    "signatures.references": (put("signatures", "paragraph_id", f"{REPORT}#para_9"),),
    "speeches.ordinals_have_no_gap": (put("speeches", "ordinal", 2),),
    "corrections.ordinals_have_no_gap": (put("corrections", "ordinal", 0),),
    "signatures.ordinals_have_no_gap": (put("signatures", "ordinal", 3),),
    "speeches.open_with_speaker": (
        put("speeches", "speaker", "Mr. Lamp"),
        put("speeches", "paragraph_id", f"{REPORT}#para_1"),
        put("paragraphs", "kind", "paragraph", 5),
    ),
    "speeches.count_their_paragraphs": (
        put("speeches", "paragraph_count", 2),
        put("speeches", "paragraph_count", 0),
    ),
    "signatures.are_quoted": (put("signatures", "signatory", "Ms. Harbour"), put("signatures", "signatory", "")),
    "mentions.not_null": (put("mentions", "surface", None), put("mentions", "entity_ids", [None])),
    "mentions.unique_mention_id": (twice("mentions"),),
    "mentions.known_values": (put("mentions", "type", "SHIP"), put("mentions", "layer", "lower")),
    "mentions.references": (
        without("documents"),
        without("paragraphs"),
        without("footnotes"),
        put("mentions", "entity_id", "geo:XXX"),
    ),
    "definitions.not_null": (put("definitions", "long_form", None),),
    "definitions.unique_definition_id": (twice("definitions"),),
    "definitions.references": (put("definitions", "entity_id", "org:none"), without("paragraphs")),
    "entities.not_null": (entity("name", None),),
    "entities.unique_entity_id": (again_entity,),
    "entities.known_values": (entity("type", "SHIP"),),
    "citations.not_null": (put("citations", "cited_symbol", None),),
    "citations.unique_citation_id": (twice("citations"),),
    "citations.references": (
        put("citations", "cited_document_id", "A/999/8@en"),
        put("citations", "cited_paragraph_id", "A/999/8@en#para_1"),
    ),
    "cross_references.not_null": (put("cross_references", "place", None),),
    "cross_references.unique_cross_reference_id": (twice("cross_references"),),
    "cross_references.known_values": (put("cross_references", "method", "guess"),),
    "cross_references.references": (
        put("cross_references", "cited_paragraph_id", f"{REPORT}#para_9"),
        put("cross_references", "cited_section_id", f"{REPORT}#section_9"),
    ),
    "cross_references.stand_on_mention": (
        put("cross_references", "surface", "para. 1"),
        put("cross_references", "place", "para. 2"),
        put("cross_references", "start_char", 0),
        put("cross_references", "cross_reference_id", f"{REPORT}#para_1/x0-1"),
    ),
    "cross_references.lead_to_one_place": (
        put("cross_references", "method", "missing"),
        put("cross_references", "cited_paragraph_id", None),
        put("cross_references", "cited_section_id", f"{REPORT}#section_1"),
        put("cross_references", "cited_paragraph_id", f"{LETTER}#p_1"),
    ),
    "cross_references.confidence_is_share": (put("cross_references", "confidence", 1.5),),
    "funding.not_null": (put("funding", "currency", None), put("funding", "giver_ids", [None])),
    "funding.unique_funding_id": (twice("funding"),),
    "funding.known_values": (put("funding", "role", "gift"), put("funding", "method", "guess")),
    "funding.references": (put("funding", "fund_id", "prog:none"), put("funding", "paragraph_id", f"{REPORT}#para_9")),
    "funding.stands_on_mention": (
        put("funding", "surface", "USD 34000"),
        put("funding", "currency", "EUR"),
        put("funding", "amount", 340001.0),
        put("funding", "upper_amount", 350000.0),
        put("funding", "start_char", 0),
        put("funding", "funding_id", f"{REPORT}#para_1/f0-10"),
    ),
    "funding.parties_are_known": (put("funding", "receiver_ids", ["org:none"]), put("funding", "receiver_ids", ["geo:KEN"])),
    "funding.confidence_is_share": (put("funding", "confidence", 1.5),),
    "recommendations.not_null": (put("recommendations", "cue", None), put("recommendations", "addressee_ids", [None])),
    "recommendations.unique_recommendation_id": (twice("recommendations"),),
    "recommendations.known_values": (put("recommendations", "kind", "wish"), put("recommendations", "method", "guess")),
    "recommendations.references": (
        put("recommendations", "paragraph_id", f"{REPORT}#para_9"),
        put("recommendations", "chapeau_id", f"{REPORT}#para_9", 1),
    ),
    "recommendations.quote_their_paragraph": (
        put("recommendations", "surface", "the sea"),
        put("recommendations", "start_char", 1),
        put("recommendations", "action", "the lamps"),
        put("recommendations", "addressee", "the Mayor"),
        put("recommendations", "cue", "urges"),
        put("recommendations", "recommendation_id", f"{REPORT}#para_2/r0-10-chapeau"),
    ),
    "recommendations.parties_are_known": (
        put("recommendations", "addressee_ids", ["org:none"]),
        put("recommendations", "asker_ids", ["group:Towns"]),
    ),
    "recommendations.items_have_chapeau": (
        put("recommendations", "method", "inherited"),
        put("recommendations", "chapeau_id", f"{REPORT}#para_1", 1),
        put("recommendations", "source_symbol", "A/RES/999/1"),
        put("recommendations", "source_place", "para. 1"),
    ),
    "recommendations.confidence_is_share": (put("recommendations", "confidence", -0.1),),
    "partnerships.not_null": (put("partnerships", "cue", None),),
    "partnerships.unique_partnership_id": (twice("partnerships"),),
    "partnerships.known_values": (put("partnerships", "form", "beside"),),
    "partnerships.references": (
        put("partnerships", "un_id", "org:un.none"),
        put("partnerships", "partner_id", "org:none"),
        put("partnerships", "paragraph_id", f"{REPORT}#para_9"),
    ),
    "partnerships.quote_their_sentence": (
        put("partnerships", "cue", "cooperated"),
        put("partnerships", "end_char", 9000),
        put("partnerships", "partnership_id", f"{REPORT}#para_2/p0-9-2"),
    ),
    "partnerships.have_two_sides": (
        put("partnerships", "partner_id", "org:un.undp"),
        put("partnerships", "un_id", "geo:KEN"),
        twice("partnerships", partnership_id=f"{REPORT}#para_2/p0-100-2"),
    ),
    "partnerships.theme_is_heading": (put("partnerships", "theme", "Annex"), put("partnerships", "theme", None)),
    "partnerships.confidence_is_share": (put("partnerships", "confidence", 1.5), put("partnerships", "year", 98)),
    "mechanisms.not_null": (put("mechanisms", "surface", None), put("mechanisms", "participant_ids", [None])),
    "mechanisms.unique_mechanism_id": (twice("mechanisms"),),
    "mechanisms.known_values": (put("mechanisms", "kind", "club"),),
    "mechanisms.references": (put("mechanisms", "place_id", "place:none"), put("mechanisms", "paragraph_id", f"{REPORT}#para_9")),
    "mechanisms.quote_their_sentence": (
        put("mechanisms", "surface", "Clubs"),
        put("mechanisms", "sentence_start_char", 40),
        put("mechanisms", "sentence_end_char", 9000),
        put("mechanisms", "mechanism_id", f"{REPORT}#para_2/k0-4"),
    ),
    "mechanisms.tie_two_bodies": (
        put("mechanisms", "participant_ids", ["org:un"]),
        put("mechanisms", "participant_ids", ["org:ect", "org:none", "org:un"]),
        put("partnerships", "un_id", "org:un.other"),
    ),
    "mechanisms.dates_are_edtf": (put("mechanisms", "confidence", 1.5), put("mechanisms", "edtf", "2091")),
    "occurrences.not_null": (put("occurrences", "edtf", None), put("occurrences", "participant_ids", [None])),
    "occurrences.unique_occurrence_id": (twice("occurrences"),),
    "occurrences.known_values": (put("occurrences", "kind", "feast"),),
    "occurrences.references": (put("occurrences", "place_id", "place:none"), put("occurrences", "paragraph_id", f"{REPORT}#para_9")),
    "occurrences.quote_their_sentence": (
        put("occurrences", "surface", "show"),
        put("occurrences", "sentence_start_char", 80),
        put("occurrences", "sentence_end_char", 9000),
        put("occurrences", "occurrence_id", f"{REPORT}#para_1/o0-5-1"),
    ),
    "occurrences.stand_on_a_date": (put("occurrences", "edtf", "2091"), put("occurrences", "sentence_end_char", 40)),
    "occurrences.participants_are_known": (
        put("occurrences", "participant_ids", ["geo:KEN", "geo:KEN"]),
        put("occurrences", "participant_ids", ["edtf:2098"]),
        put("occurrences", "confidence", -0.1),
    ),
    "report_requests.not_null": (put("report_requests", "product", None), put("report_requests", "reporter_ids", [None])),
    "report_requests.unique_report_request_id": (twice("report_requests"),),
    "report_requests.known_values": (put("report_requests", "product", "poem"),),
    "report_requests.references": (put("report_requests", "paragraph_id", f"{REPORT}#para_9"),),
    "report_requests.quote_their_paragraph": (
        put("report_requests", "surface", "the sea"),
        put("report_requests", "subject", "the lamps"),
        put("report_requests", "due", "by Friday"),
        put("report_requests", "report_request_id", f"{REPORT}#para_2/q0-3"),
        without("recommendations"),
    ),
    "report_requests.parties_are_known": (put("report_requests", "reporter_ids", ["org:none"]),),
    "report_requests.are_timed": (
        put("report_requests", "session", "next"),
        put("report_requests", "period", "P6"),
        put("report_requests", "due_date", dt.date(2098, 1, 1)),
        put("report_requests", "source_symbol", None),
        put("report_requests", "confidence", 2.0),
    ),
    "report_bases.not_null": (put("report_bases", "surface", None),),
    "report_bases.unique_document_id_relation_basis_symbol": (twice("report_bases"),),
    "report_bases.known_values": (put("report_bases", "relation", "cause"), put("report_bases", "method", "guess")),
    "report_bases.references": (put("report_bases", "paragraph_id", f"{REPORT}#para_9"),),
    "report_bases.are_cited": (
        put("report_bases", "surface", "the sea"),
        put("report_bases", "basis_symbol", "A/999/8"),
        put("report_bases", "basis_symbol", "A/999/1"),
        put("report_bases", "confidence", 2.0),
    ),
    "documents.id_is_symbol_and_language": (
        put("documents", "symbol", "A/999/3"),
        put("documents", "language", "fr"),
        put("documents", "symbols", ["A/999/3", "A/999/1"]),
    ),
    "documents.digest_is_sha256": (put("documents", "content_sha256", "a" * 63 + "G"),),
    "documents.text_is_conserved": (
        put("documents", "text_conserved", 0.994),
        put("documents", "text_conserved", 1.01),
        put("documents", "text_conserved", float("nan")),
    ),
    "documents.have_paragraphs": (empty,),
    "documents.counts_agree": (
        put("documents", "paragraph_count", 7),
        put("documents", "numbered_count", 3),
        put("documents", "word_count", 0),
    ),
    "documents.dates_are_plausible": (
        put("documents", "distribution_date", dt.date(1899, 1, 1)),
        put("documents", "adoption_date", dt.date(2101, 1, 1)),
        put("documents", "document_date", None),
    ),
    "documents.session_is_number": (put("documents", "session", "seventy-third"),),
    "documents.symbol_parses": (put("documents", "symbol", "a report"), put("documents", "symbol", "a/999/1")),
    "documents.language_is_of_text": (
        put("paragraphs", "text", "Доклад Генерального секретаря о флаге городов. " * 9),
        put("paragraphs", "text", "Le rapport sur les drapeaux des villes et du port dans les mers. " * 9),
    ),
    "document_symbols.parse": (put("document_symbols", "symbol", "A//999"),),
    "document_symbols.agree_with_document": (
        without("document_symbols"),
        put("document_symbols", "symbol", "A/999/3"),
        put("document_symbols", "is_first", value=False),
    ),
    "sections.id_follows_document": (put("sections", "section_id", "section_1"),),
    "paragraphs.id_follows_document": (put("paragraphs", "paragraph_id", "A/999/9@en#para_1"),),
    "footnotes.id_follows_document": (put("footnotes", "footnote_id", f"{REPORT}/footnote_1"),),
    "mentions.id_follows_document": (put("mentions", "mention_id", "m1"),),
    "definitions.id_follows_document": (put("definitions", "definition_id", f"{REPORT}#"),),
    "citations.id_follows_document": (put("citations", "citation_id", "c1"),),
    "sections.ordinals_have_no_gap": (put("sections", "ordinal", 7, 1),),
    "paragraphs.ordinals_have_no_gap": (put("paragraphs", "ordinal", 0),),
    "footnotes.ordinals_have_no_gap": (put("footnotes", "ordinal", 2),),
    "set_aside.ordinals_have_no_gap": (put("set_aside", "ordinal", 3, 1),),
    "paragraphs.repeat_document": (
        put("paragraphs", "symbol", "A/999/3"),
        put("paragraphs", "language", "fr"),
    ),
    "paragraphs.numbering_has_no_gap": (gap, put("paragraphs", "number", 2), put("paragraphs", "number", 3, 4)),
    "paragraphs.id_and_label_say_number": (
        put("paragraphs", "label", "12"),
        put("paragraphs", "paragraph_id", f"{REPORT}#para_12"),
        put("paragraphs", "paragraph_id", f"{REPORT}#p_1"),
    ),
    "paragraphs.text_is_clean": (
        put("paragraphs", "text", ""),
        put("paragraphs", "text", " \u00a0"),
        put("paragraphs", "text", "A flag\x00 was shown."),
        put("paragraphs", "text", "A flag\nwas shown."),
        put("paragraphs", "text", "A well\ufffeknown flag."),
        put("paragraphs", "text", " A flag."),
    ),
    "paragraphs.hold_no_furniture": (
        put("paragraphs", "text", "The flag 98-00001 **3/20** was shown."),
        put("paragraphs", "text", "The flag 4/20 98-00001 was shown."),
        put("paragraphs", "text", "The flag 11/20 11/20 was shown."),
        put("paragraphs", "text", "The flag S/2099/7 / 3 98-00001 was shown."),
        put("paragraphs", "text", "98-00001 (E)"),
        put("paragraphs", "text", "Page 3"),
        put("paragraphs", "text", "The flag was shown /..."),
        put("paragraphs", "text", "A/999/1"),
    ),
    "paragraphs.length_is_plausible": (put("paragraphs", "text", "word " * 6_001 + "end"),),
    "paragraphs.parent_stands_before": (
        put("paragraphs", "parent_id", f"{REPORT}#annex_1__para_1", 2),
        put("paragraphs", "parent_id", "S/2099/2@en#p_1", 2),
    ),
    "paragraphs.stand_under_sections": (put("paragraphs", "section_path", ["II. Another"]),),
    "sections.heading_ends_path": (
        put("sections", "section_path", ["Another"]),
        put("sections", "section_path", []),
        put("sections", "heading", " "),
        put("sections", "level", 0),
    ),
    "footnotes.text_is_clean": (
        put("footnotes", "text", ""),
        put("footnotes", "text", "See\tthere."),
        put("footnotes", "marker", " "),
    ),
    "footnotes.anchor_is_in_text": (
        put("footnotes", "anchor_char", 9_999),
        put("footnotes", "anchor_char", -1),
        put("footnotes", "anchor_char", None),
        put("footnotes", "paragraph_id", None),
        put("footnotes", "paragraph_id", "S/2099/2@en#p_1"),
    ),
    "cells.lie_in_grid": (put("cells", "row_ordinal", 0), put("cells", "column_span", 0)),
    "set_aside.spans_are_apart": (
        put("set_aside", "start_char", 200),
        put("set_aside", "start_char", -1),
        put("set_aside", "end_char", 91),
        put("set_aside", "text", "more than it spans"),
    ),
    "mentions.surface_is_quoted": (
        moved,
        put("mentions", "surface", "Peru"),
        put("mentions", "end_char", 9_999),
        put("mentions", "start_char", -1),
    ),
    "definitions.short_form_is_quoted": (put("definitions", "short_form", "EC"),),
    "citations.surface_is_quoted": (put("citations", "start_char", 0), put("citations", "surface", "A/999/8")),
    "mentions.stand_in_one_passage": (
        put("mentions", "paragraph_id", None),
        put("mentions", "footnote_id", f"{REPORT}#footnote_1"),
        put("mentions", "paragraph_id", "S/2099/2@en#p_1"),
    ),
    "definitions.stand_in_one_passage": (put("definitions", "paragraph_id", None),),
    "citations.stand_in_one_passage": (put("citations", "footnote_id", f"{REPORT}#footnote_1"),),
    "mentions.confidence_is_share": (
        put("mentions", "confidence", 1.1),
        put("mentions", "confidence", float("nan")),
    ),
    "citations.confidence_is_share": (put("citations", "confidence", -0.1),),
    "mentions.id_says_place": (put("mentions", "mention_id", f"{REPORT}#para_1/m1-2-COUNTRY"),),
    "mentions.main_do_not_overlap": (overlapping,),
    "mentions.ids_are_of_type": (
        put("mentions", "entity_id", "geo:PER"),
        put("mentions", "type", "ORG"),
        put("mentions", "entity_ids", []),
        put("mentions", "entity_ids", ["geo:KEN", "org:ect"]),
    ),
    "mentions.entities_are_known": (put("mentions", "entity_ids", ["geo:KEN", "geo:XXX"]),),
    "mentions.dates_are_edtf": (
        put("mentions", "entity_id", "edtf:2 May 2019", DATE),
        put("mentions", "entity_id", "edtf:2019-02-30", DATE),
        put("mentions", "entity_id", "edtf:2019-13", DATE),
        put("mentions", "entity_id", "edtf:", DATE),
    ),
    "mentions.money_is_amount": (put("mentions", "entity_id", "money:$340,000", MONEY),),
    "definitions.long_form_is_longer": (put("definitions", "long_form", "EC "),),
    "citations.symbol_parses": (
        put("citations", "cited_symbol", "A/HCR/"),
        put("citations", "cited_symbol", "a/res/60/1"),
    ),
    "links.not_null": (put("links", "href", None),),
    "links.unique_document_id_ordinal": (twice("links"),),
    "links.known_values": (put("links", "place", "roof"),),
    "links.references": (put("links", "linked_document_id", "A/999/8@en"), without("paragraphs")),
    "links.ordinals_have_no_gap": (put("links", "ordinal", 2),),
    "links.surface_is_quoted": (
        put("links", "surface", "A/999/8"),
        put("links", "end_char", 9_999),
        put("links", "paragraph_id", "S/2099/2@en#p_1"),
    ),
    "links.stand_in_their_place": (
        put("links", "place", "footnote"),
        put("links", "section_id", f"{REPORT}#section_1"),
        put("links", "start_char", None),
    ),
    "links.symbol_parses": (put("links", "linked_symbol", "a/999/7"),),
    "subjects.not_null": (put("subjects", "scheme", None),),
    "subjects.unique_document_id_ordinal": (twice("subjects"),),
    "subjects.known_values": (put("subjects", "scheme", "rumour"),),
    "subjects.references": (without("documents"),),
    "subjects.ordinals_have_no_gap": (put("subjects", "ordinal", 2),),
    "subjects.say_something": (
        put("subjects", "uri", "javascript:alert(1)"),
        lambda rows: of(rows, "subjects", REPORT).update(uri=None, notation=None),
    ),
    "steps.not_null": (put("steps", "outcome", None),),
    "steps.unique_document_id_ordinal": (twice("steps"),),
    "steps.known_values": (put("steps", "outcome", "forgotten"),),
    "steps.references": (without("documents"),),
    "steps.ordinals_have_no_gap": (put("steps", "ordinal", 2),),
    "steps.say_something": (lambda rows: of(rows, "steps", REPORT).update(step_symbol=None, words=None),),
    "sponsors.not_null": (put("sponsors", "name", None),),
    "sponsors.unique_document_id_ordinal": (twice("sponsors"),),
    "sponsors.known_values": (put("sponsors", "role", "friend"),),
    "sponsors.references": (put("sponsors", "entity_id", "geo:XXX"),),
    "sponsors.ordinals_have_no_gap": (put("sponsors", "ordinal", 2),),
    "votes.not_null": (put("votes", "ballot_count", None),),
    "votes.unique_document_id_ordinal": (twice("votes"),),
    "votes.known_values": (put("votes", "source", "rumour"),),
    "votes.references": (without("documents"), put("votes", "paragraph_id", f"{REPORT}#para_9")),
    "votes.ordinals_have_no_gap": (put("votes", "ordinal", 2),),
    "votes.words_are_quoted": (
        put("votes", "paragraph_id", f"{REPORT}#para_1"),
        printed(surface="They"),
        printed(paragraph_id=None),
        printed(footnote_id=f"{REPORT}#footnote_1"),
        printed(paragraph_id="S/2099/2@en#p_1"),
    ),
    "votes.are_counted_or_without": (
        put("votes", "is_without_vote", value=True),
        put("votes", "no_count", None),
        put("votes", "yes_count", -1),
    ),
    "votes.hold_their_ballots": (put("votes", "ballot_count", 2), without("ballots")),
    "votes.count_their_ballots": (put("votes", "no_count", 1), put("ballots", "position", "no")),
    "ballots.not_null": (put("ballots", "state_name", None),),
    "ballots.unique_document_id_vote_ordinal_ordinal": (twice("ballots"),),
    "ballots.known_values": (put("ballots", "position", "undecided"),),
    "ballots.references": (put("ballots", "entity_id", "geo:XXX"),),
    "ballots.are_of_vote": (put("ballots", "vote_ordinal", 2),),
    "paragraphs.official_numbering_has_no_gap": (official(gap), official(put("paragraphs", "number", 2))),
    "citations.paragraph_is_of_document": (
        put("citations", "cited_paragraph_id", f"{REPORT}#para_1"),
        put("citations", "cited_paragraph_ids", [f"{REPORT}#para_1"]),
    ),
    "citations.places_are_of_pinpoint": (
        put("citations", "pinpoint_annexes", ["I"]),
        put("citations", "pinpoint_paragraphs", ["7(e)"]),
    ),
}  # fmt: skip
"""By the name of the check. `documents.present` and the shapes have tests of their own."""
