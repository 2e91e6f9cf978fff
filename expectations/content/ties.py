"""What the ties of a document must mean: amounts, askings and references quoted at their place, with parties that are known."""

from __future__ import annotations

from expectations.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "funding.stands_on_mention",
        "funding",
        "An amount is a mention of money of its document, at the same place, in the same words, of the same value.",
        """SELECT found.document_id, concat(funding_id, ': ', found.surface) AS example FROM batch AS found
           LEFT JOIN mentions AS m ON m.type = 'MONEY' AND m.document_id = found.document_id
                AND m.paragraph_id IS NOT DISTINCT FROM found.paragraph_id
                AND m.footnote_id IS NOT DISTINCT FROM found.footnote_id
                AND m.start_char = found.start_char AND m.end_char = found.end_char
           WHERE m.surface IS DISTINCT FROM found.surface
              OR split_part(substring(m.entity_id, 7), ' ', 1) <> currency
              OR try_cast(split_part(split_part(m.entity_id, ' ', 2), '/', 1) AS DOUBLE) IS DISTINCT FROM amount
              OR try_cast(nullif(split_part(split_part(m.entity_id, ' ', 2), '/', 2), '') AS DOUBLE)
                 IS DISTINCT FROM upper_amount
              OR funding_id <> concat(coalesce(found.paragraph_id, found.footnote_id), '/f', found.start_char, '-',
                                      found.end_char)""",
    ),
    Rule(
        "funding.parties_are_known",
        "funding",
        "Givers and receivers have their rows in entities, and nobody gives to himself.",
        """SELECT document_id, concat(funding_id, ' names ', party) AS example
           FROM (SELECT document_id, funding_id, giver_ids, receiver_ids,
                        unnest(list_concat(giver_ids, receiver_ids)) AS party FROM batch)
           WHERE party NOT IN (SELECT entity_id FROM entities)
              OR (list_contains(giver_ids, party) AND list_contains(receiver_ids, party))""",
    ),
    Rule(
        "funding.confidence_is_share",
        "funding",
        "Confidence lies between 0 and 1.",
        "SELECT document_id, funding_id AS example FROM batch WHERE NOT (confidence BETWEEN 0 AND 1)",
    ),
    Rule(
        "cross_references.stand_on_mention",
        "cross_references",
        "A place referred to is an id of a mention of its document, at the same place in the same words.",
        """SELECT found.document_id, concat(cross_reference_id, ': ', place) AS example FROM batch AS found
           LEFT JOIN mentions AS m ON m.type = 'XREF' AND m.document_id = found.document_id
                AND m.paragraph_id IS NOT DISTINCT FROM found.paragraph_id
                AND m.footnote_id IS NOT DISTINCT FROM found.footnote_id
                AND m.start_char = found.start_char AND m.end_char = found.end_char
           WHERE m.surface IS DISTINCT FROM found.surface
              OR NOT coalesce(list_contains(m.entity_ids, 'xref:' || place), false)
              OR NOT starts_with(cross_reference_id, concat(coalesce(found.paragraph_id, found.footnote_id), '/x',
                                                            found.start_char, '-'))""",
    ),
    Rule(
        "cross_references.lead_to_one_place",
        "cross_references",
        "A reference leads to a paragraph or to a section of its own document, or is missing.",
        """SELECT document_id, concat(cross_reference_id, ': ', place, ' is ', method) AS example FROM batch
           WHERE (cited_paragraph_id IS NOT NULL)::INTEGER + (cited_section_id IS NOT NULL)::INTEGER
                 <> (method <> 'missing')::INTEGER
              OR NOT starts_with(coalesce(cited_paragraph_id, cited_section_id, document_id || '#'), document_id || '#')""",
    ),
    Rule(
        "cross_references.confidence_is_share",
        "cross_references",
        "Confidence lies between 0 and 1.",
        "SELECT document_id, cross_reference_id AS example FROM batch WHERE NOT (confidence BETWEEN 0 AND 1)",
    ),
    Rule(
        "recommendations.quote_their_paragraph",
        "recommendations",
        "A recommendation quotes its paragraph at its offsets, and its cue and addressee are words of it or of a paragraph above it.",
        """SELECT document_id, concat(recommendation_id, ': ', surface) AS example
           FROM (SELECT found.*, any_value(p.text) AS text, string_agg(above.text, ' | ') AS texts FROM batch AS found
                 JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
                 JOIN paragraphs AS above ON above.document_id = found.document_id
                      AND starts_with(found.paragraph_id || '__', above.paragraph_id || '__')
                 GROUP BY ALL)
           WHERE substring(text, start_char + 1, end_char - start_char) <> surface OR start_char >= end_char
              OR NOT coalesce(contains(surface, action), true) OR NOT coalesce(contains(texts, addressee), true)
              OR NOT contains(texts, cue)
              OR recommendation_id <> concat(paragraph_id, '/r', start_char, '-', end_char, '-', kind)""",
    ),
    Rule(
        "recommendations.parties_are_known",
        "recommendations",
        "Askers and addressees have their rows in entities, are a group, the Secretary-General who says I, or the organ of a symbol.",
        """SELECT document_id, concat(recommendation_id, ' names ', party) AS example
           FROM (SELECT document_id, recommendation_id, unnest(list_concat(asker_ids, addressee_ids)) AS party FROM batch)
           WHERE party NOT IN ('post:un.sg', 'org:un.ga', 'org:un.sc', 'org:un.ecosoc', 'org:un.hrc') AND party NOT IN (SELECT entity_id FROM entities)
             AND NOT regexp_full_match(party, 'group:[a-z]+(-[a-z]+)*')""",
    ),
    Rule(
        "recommendations.items_have_chapeau",
        "recommendations",
        "What is inherited comes from the paragraph above, which asks as well; what reports names nobody's source but its own.",
        """SELECT found.document_id, recommendation_id AS example FROM batch AS found
           JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE (found.method = 'inherited') <> (chapeau_id IS NOT NULL)
              OR (chapeau_id IS NOT NULL AND (chapeau_id IS DISTINCT FROM p.parent_id
                  OR chapeau_id NOT IN (SELECT paragraph_id FROM batch)))
              OR (source_symbol IS NOT NULL AND found.kind <> 'reported_request')
              OR (source_place IS NOT NULL AND source_symbol IS NULL)""",
    ),
    Rule(
        "recommendations.confidence_is_share",
        "recommendations",
        "Confidence lies between 0 and 1.",
        "SELECT document_id, recommendation_id AS example FROM batch WHERE NOT (confidence BETWEEN 0 AND 1)",
    ),
    Rule(
        "partnerships.quote_their_sentence",
        "partnerships",
        "A pair stands in a sentence of its paragraph that holds the cue; the id says where.",
        """SELECT found.document_id, partnership_id AS example
           FROM (SELECT *, row_number() OVER (PARTITION BY paragraph_id, start_char, end_char
                                              ORDER BY length(partnership_id), partnership_id) AS place FROM batch) AS found
           LEFT JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE start_char < 0 OR start_char >= end_char OR end_char > length(p.text) OR p.text IS NULL
              OR NOT contains(substring(p.text, start_char + 1, end_char - start_char), cue)
              OR partnership_id <> concat(found.paragraph_id, '/p', start_char, '-', end_char, '-', place)""",
    ),
    Rule(
        "partnerships.have_two_sides",
        "partnerships",
        "A body of the system works with one outside it; both are organizations, and no pair stands twice in a sentence.",
        """SELECT document_id, concat(partnership_id, ': ', un_id, ' and ', partner_id) AS example
           FROM (SELECT *, count(*) OVER (PARTITION BY paragraph_id, start_char, un_id, partner_id) AS times FROM batch)
           WHERE times > 1 OR starts_with(partner_id || '.', 'org:un.') OR un_id = partner_id
              OR NOT starts_with(un_id, 'org:') OR NOT starts_with(partner_id, 'org:') OR starts_with(partner_id, 'org:?')""",
    ),
    Rule(
        "partnerships.theme_is_heading",
        "partnerships",
        "The theme is the last heading above the paragraph.",
        """SELECT found.document_id, concat(partnership_id, ': ', theme) AS example FROM batch AS found
           JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE theme IS DISTINCT FROM p.section_path[-1]""",
    ),
    Rule(
        "partnerships.confidence_is_share",
        "partnerships",
        "Confidence lies between 0 and 1, and the year is one in which the United Nations was or may be.",
        """SELECT document_id, partnership_id AS example FROM batch
           WHERE NOT (confidence BETWEEN 0 AND 1) OR NOT (coalesce(year, 2000) BETWEEN 1900 AND 2199)""",
    ),
    Rule(
        "mechanisms.quote_their_sentence",
        "mechanisms",
        "The words that name a mechanism stand at their offsets, inside their sentence; the id says where.",
        """SELECT found.document_id, concat(mechanism_id, ': ', surface) AS example FROM batch AS found
           LEFT JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE substring(p.text, start_char + 1, end_char - start_char) IS DISTINCT FROM surface
              OR NOT (sentence_start_char BETWEEN 0 AND start_char) OR NOT (sentence_end_char BETWEEN end_char AND length(p.text))
              OR mechanism_id <> concat(found.paragraph_id, '/k', start_char, '-', end_char)""",
    ),
    Rule(
        "mechanisms.tie_two_bodies",
        "mechanisms",
        "Two bodies or more take part, each has its row in entities, and a pair of them stands in that sentence.",
        """SELECT document_id, concat(mechanism_id, ': ', array_to_string(participant_ids, ', ')) AS example FROM batch AS found
           WHERE len(participant_ids) < 2 OR len(list_distinct(participant_ids)) <> len(participant_ids)
              OR EXISTS (SELECT 1 FROM (SELECT unnest(found.participant_ids) AS one)
                         WHERE one NOT IN (SELECT entity_id FROM entities))
              OR NOT EXISTS (SELECT 1 FROM partnerships AS x
                             WHERE x.paragraph_id = found.paragraph_id AND x.start_char = sentence_start_char
                               AND list_contains(participant_ids, x.un_id) AND list_contains(participant_ids, x.partner_id))""",
    ),
    Rule(
        "mechanisms.dates_are_edtf",
        "mechanisms",
        "Confidence lies between 0 and 1, and a date is one that its paragraph mentions.",
        """SELECT document_id, concat(mechanism_id, ': ', edtf) AS example FROM batch AS found
           WHERE NOT (confidence BETWEEN 0 AND 1)
              OR (edtf IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mentions AS m WHERE m.paragraph_id = found.paragraph_id
                                                   AND m.entity_id = 'edtf:' || edtf))""",
    ),
    Rule(
        "occurrences.quote_their_sentence",
        "occurrences",
        "The word for an event stands at its offsets, inside its sentence; the id says where.",
        """SELECT found.document_id, concat(occurrence_id, ': ', surface) AS example
           FROM (SELECT *, row_number() OVER (PARTITION BY paragraph_id, start_char
                                              ORDER BY length(occurrence_id), occurrence_id) AS place FROM batch) AS found
           LEFT JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE substring(p.text, start_char + 1, end_char - start_char) IS DISTINCT FROM surface
              OR NOT (sentence_start_char BETWEEN 0 AND start_char) OR NOT (sentence_end_char BETWEEN end_char AND length(p.text))
              OR occurrence_id <> concat(found.paragraph_id, '/o', start_char, '-', end_char, '-', place)""",
    ),
    Rule(
        "occurrences.stand_on_a_date",
        "occurrences",
        "The date of an event is mentioned in its sentence.",
        """SELECT document_id, concat(occurrence_id, ': ', edtf) AS example FROM batch AS found
           WHERE NOT EXISTS (SELECT 1 FROM mentions AS m WHERE m.paragraph_id = found.paragraph_id
                             AND m.entity_id = 'edtf:' || edtf
                             AND m.start_char >= sentence_start_char AND m.end_char <= sentence_end_char)""",
    ),
    Rule(
        "occurrences.participants_are_known",
        "occurrences",
        "Who takes part is a body or a State with a row in entities, each once; confidence lies between 0 and 1.",
        """SELECT document_id, concat(occurrence_id, ': ', array_to_string(participant_ids, ', ')) AS example FROM batch AS found
           WHERE len(list_distinct(participant_ids)) <> len(participant_ids) OR NOT (confidence BETWEEN 0 AND 1)
              OR EXISTS (SELECT 1 FROM (SELECT unnest(found.participant_ids) AS one)
                         WHERE one NOT IN (SELECT entity_id FROM entities WHERE type IN ('ORG', 'COUNTRY')))""",
    ),
    Rule(
        "report_requests.quote_their_paragraph",
        "report_requests",
        "A request to report quotes its paragraph at its offsets, with words for subject and due time, and is a recommendation's action.",
        """SELECT found.document_id, concat(report_request_id, ': ', found.surface) AS example FROM batch AS found
           JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           WHERE substring(p.text, found.start_char + 1, found.end_char - found.start_char) <> found.surface
              OR NOT coalesce(contains(found.surface, subject), true) OR NOT coalesce(contains(found.surface, due), true)
              OR report_request_id <> concat(found.paragraph_id, '/q', found.start_char, '-', found.end_char)
              OR NOT EXISTS (SELECT 1 FROM recommendations AS r WHERE r.paragraph_id = found.paragraph_id
                             AND r.start_char <= found.start_char AND found.end_char <= r.end_char)""",
    ),
    Rule(
        "report_requests.parties_are_known",
        "report_requests",
        "Reporters and recipients have their rows in entities, are a group, the Secretary-General or the organ of a symbol.",
        """SELECT document_id, concat(report_request_id, ' names ', party) AS example
           FROM (SELECT document_id, report_request_id, unnest(list_concat(reporter_ids, recipient_ids)) AS party FROM batch)
           WHERE party NOT IN ('post:un.sg', 'org:un.ga', 'org:un.sc', 'org:un.ecosoc', 'org:un.hrc')
             AND party NOT IN (SELECT entity_id FROM entities) AND NOT regexp_full_match(party, 'group:[a-z]+(-[a-z]+)*')""",
    ),
    Rule(
        "report_requests.are_timed",
        "report_requests",
        "A session is a number, a period an ISO 8601 duration or regular, a day and a session stand in printed words, and confidence is a share.",
        """SELECT document_id, report_request_id AS example FROM batch
           WHERE NOT regexp_full_match(coalesce(session, '1'), '[0-9]+')
              OR NOT regexp_full_match(coalesce(period, 'regular'), 'regular|P[1-9][0-9]*[DWMY]')
              OR (due_date IS NOT NULL AND due IS NULL) OR (source_place IS NOT NULL AND source_symbol IS NULL)
              OR NOT (confidence BETWEEN 0 AND 1)""",
    ),
    Rule(
        "report_bases.are_cited",
        "report_bases",
        "What a report is based on is cited in the document, is not the document itself, and its words are quoted at their place.",
        """SELECT found.document_id, concat(found.basis_symbol, ': ', found.surface) AS example FROM batch AS found
           JOIN paragraphs AS p ON p.paragraph_id = found.paragraph_id
           JOIN documents AS d ON d.document_id = found.document_id
           WHERE substring(p.text, found.start_char + 1, found.end_char - found.start_char) <> found.surface
              OR found.basis_symbol NOT IN (SELECT c.cited_symbol FROM citations AS c WHERE c.document_id = found.document_id)
              OR list_contains(d.symbols, found.basis_symbol) OR NOT (found.confidence BETWEEN 0 AND 1)""",
    ),
)
