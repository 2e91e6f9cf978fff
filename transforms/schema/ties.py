"""The tables of who is tied to whom: money, askings, working together, its means, and what happened when.

>>> FUNDING.key
('funding_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, INTEGER, REAL, STRING, STRINGS, Column, ForeignKey, Table
from transforms.schema.shared import DOCUMENT, FOOTNOTE, PARAGRAPH, document_id

FUNDING_ROLES = ("contribution", "pledge", "appropriation", "expenditure", "requirement", "loss", "other")
"""What an amount is. `other` is a balance, a change, a revenue, a value, or what no word near it tells."""

FUNDING = Table(
    "funding",
    "Amounts of money as the sentence tells them: who gave or spends, who receives, which fund, for what.",
    ("funding_id",),
    (
        Column("funding_id", STRING, "`<paragraph_id or footnote_id>/f<start>-<end>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count; null in a footnote.", nullable=True),
        Column("footnote_id", STRING, "The footnote whose text the offsets count; null in a paragraph.", nullable=True),
        Column("start_char", INTEGER, "First code point of the amount."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The amount as printed: `text[start_char:end_char]`."),
        Column("currency", STRING, "ISO 4217 code of the currency (`USD`)."),
        Column("amount", REAL, "The amount in units of the currency; the lower end of a range."),
        Column("upper_amount", REAL, "The upper end of a range.", nullable=True),
        Column("role", STRING, "What the amount is.", values=FUNDING_ROLES),
        Column("cue", STRING, "The word that says so, as printed.", nullable=True),
        Column("giver_ids", STRINGS, "Entities that the grammar makes the givers, or the spenders of an expenditure."),
        Column("receiver_ids", STRINGS, "Entities that the grammar makes the receivers."),
        Column("fund_id", STRING, "The fund or facility named nearest in the sentence, where it has an id.", nullable=True),
        Column("fund_name", STRING, "Its name as printed.", nullable=True),
        Column("purpose", STRING, "What it is for, as printed after the amount.", nullable=True),
        Column("method", STRING, "What was read: `parties`, `cue`, or the bare `amount`.", values=("parties", "cue", "amount")),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is of the role and the parties."),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("fund_id", "entities", "entity_id")),
)  # fmt: skip

RECOMMENDATION_KINDS = ("recommendation", "request", "chapeau", "weak", "reported_request")
"""How a paragraph asks.

`recommendation`: the document itself asks somebody to act. `request`: a resolution, a decision or a draft of one does.
`chapeau`: the words before lettered items, to which they hand down addressee and verb. `weak`: what must or should be,
without anybody who is to do it, and what `we` must do. `reported_request`: what somebody asked before, or asks elsewhere.
"""
RECOMMENDATION_METHODS = (
    "operative", "first_person", "author", "subject", "impersonal", "thing", "inherited", "announced", "listed", "reported",
)  # fmt: skip

RECOMMENDATIONS = Table(
    "recommendations",
    "Who is asked to do what: one row a paragraph, kind, asker and set of addressees; of documents in English, records of meetings aside.",
    ("recommendation_id",),
    (
        Column("recommendation_id", STRING, "`<paragraph_id>/r<start>-<end>-<kind>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph that asks, which the offsets count."),
        Column("start_char", INTEGER, "First code point of the clauses that ask."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "The clauses as printed: `text[start_char:end_char]`."),
        Column("kind", STRING, "How it asks: for itself, as a resolution, as the words before items, without addressee, or by report.", values=RECOMMENDATION_KINDS),
        Column("asker_ids", STRINGS, "Who asks, where it is not the document itself."),
        Column("addressee", STRING, "Who is asked, as printed; an item's stands in its chapeau.", nullable=True),
        Column("addressee_ids", STRINGS, "Entities that are asked, and `group:` ids for generic ones (`group:member-states`, `group:regional-organizations`, `group:we`)."),
        Column("cue", STRING, "The words that ask, as printed; an item's stand in its chapeau."),
        Column("verb", STRING, "Their verb in the infinitive (`request`, `call upon`), or `should`, `may wish to`, `could consider`, `must`, `need`."),
        Column("action", STRING, "What is asked, as printed; null in a chapeau without words of its own.", nullable=True),
        Column("chapeau_id", STRING, "The paragraph from which an item inherits the asking.", nullable=True),
        Column("source_symbol", STRING, "The resolution or statement in which a reported request stands, where it is cited.", nullable=True),
        Column("source_place", STRING, "Where in it (`para. 5`).", nullable=True),
        Column("method", STRING, "What was read: an operative verb, `I`, the author's name, a subject, an impersonal turn, a thing as subject, a chapeau, an announcement, a list by states, a report.", values=RECOMMENDATION_METHODS),
        Column("confidence", REAL, "Between 0 and 1: how sure the rule is of kind and addressee."),
    ),
    (DOCUMENT, PARAGRAPH, ForeignKey("chapeau_id", "paragraphs", "paragraph_id")),
)  # fmt: skip

PARTNERSHIP_FORMS = ("compound", "between", "with", "jointly", "support", "contact")
"""What in a sentence ties two bodies; `transforms.partnerships` explains each."""

PARTNERSHIPS = Table(
    "partnerships",
    "Who works with whom: a body of the United Nations system and a partner outside it, tied by the grammar of a sentence.",
    ("partnership_id",),
    (
        Column("partnership_id", STRING, "`<paragraph_id>/p<start>-<end>-<n>`: the n-th pair of the sentence."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count."),
        Column("start_char", INTEGER, "First code point of the sentence."),
        Column("end_char", INTEGER, "One past the last."),
        Column("un_id", STRING, "The body: `org:un`, an id under it, or a specialized agency; the World Bank and the IMF count as partners."),
        Column("partner_id", STRING, "The organization outside the system; States, their bodies and armed groups are none."),
        Column(
            "form", STRING,
            "What ties them: `compound` (A-B cooperation), `between` (between A and B), `with` (A with B), `jointly` (A and B do it), `support` (one helps), `contact` (one meets, briefs or joins the other).",
            values=PARTNERSHIP_FORMS,
        ),
        Column("cue", STRING, "The word that tells of the tie, as printed."),
        Column("is_called_for", BOOLEAN, "Whether the sentence asks for it, plans it or wishes it, rather than reports it."),
        Column("theme", STRING, "The heading next above the paragraph, as printed.", nullable=True),
        Column("year", INTEGER, "The year of the sentence, where all its dates lie in one.", nullable=True),
        Column("confidence", REAL, "Between 0 and 1: how sure the form is."),
    ),
    (
        DOCUMENT, PARAGRAPH,
        ForeignKey("un_id", "entities", "entity_id"), ForeignKey("partner_id", "entities", "entity_id"),
    ),
)  # fmt: skip

MECHANISM_KINDS = (
    "desk_to_desk", "high_level_meeting", "regular_meeting", "memorandum", "liaison_office", "trust_fund", "centre_of_excellence",
    "task_force", "working_group", "steering_committee", "focal_point", "standby_arrangement", "staff_exchange", "joint_mission",
    "joint_programme", "training", "framework", "agreement",
)  # fmt: skip
"""By which means bodies work together, as the wording of the reports on cooperation tells them apart."""

MECHANISMS = Table(
    "mechanisms",
    "By which means bodies work together: a dialogue, an agreement, a liaison office, named in a sentence that ties them.",
    ("mechanism_id",),
    (
        Column("mechanism_id", STRING, "`<paragraph_id>/k<start>-<end>`."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count."),
        Column("start_char", INTEGER, "First code point of the words that name it."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "Those words: `text[start_char:end_char]`."),
        Column("kind", STRING, "What it is.", values=MECHANISM_KINDS),
        Column("participant_ids", STRINGS, "The bodies that the sentence ties nearest to it, of both sides, in order of their ids."),
        Column("edtf", STRING, "When it was signed, held or begun: the date that stands nearest in the sentence, in EDTF.", nullable=True),
        Column("place_id", STRING, "Where: the place that stands nearest in the sentence.", nullable=True),
        Column("sentence_start_char", INTEGER, "First code point of the sentence, which is the evidence."),
        Column("sentence_end_char", INTEGER, "One past its last."),
        Column("confidence", REAL, "Between 0 and 1: how sure it is theirs."),
    ),
    (DOCUMENT, PARAGRAPH, ForeignKey("place_id", "entities", "entity_id")),
)  # fmt: skip

OCCURRENCE_KINDS = (
    "meeting", "session", "conference", "workshop", "mission", "visit", "signing", "adoption", "election", "launch",
    "establishment", "deployment", "briefing", "appointment",
)  # fmt: skip

OCCURRENCES = Table(
    "occurrences",
    "What happened when: an event whose date the sentence gives, who took part, and where.",
    ("occurrence_id",),
    (
        Column("occurrence_id", STRING, "`<paragraph_id>/o<start>-<end>-<n>`: the n-th date of the event that the words name."),
        document_id(),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count."),
        Column("start_char", INTEGER, "First code point of the word for the event."),
        Column("end_char", INTEGER, "One past the last."),
        Column("surface", STRING, "That word as printed (`summit`, `signed`): `text[start_char:end_char]`."),
        Column("kind", STRING, "What happened.", values=OCCURRENCE_KINDS),
        Column("edtf", STRING, "When, in EDTF, as precise as printed; `XXXX` where the sentence names no year."),
        Column("is_planned", BOOLEAN, "Whether it is to come (will, to be held) rather than past."),
        Column("participant_ids", STRINGS, "Bodies and States that the grammar makes take part, in order of their ids; may be empty."),
        Column("place_id", STRING, "Where: the place that stands nearest in the sentence.", nullable=True),
        Column("sentence_start_char", INTEGER, "First code point of the sentence, which is the evidence."),
        Column("sentence_end_char", INTEGER, "One past its last."),
        Column("confidence", REAL, "Between 0 and 1: how sure it is that the date governs the event."),
    ),
    (DOCUMENT, PARAGRAPH, ForeignKey("place_id", "entities", "entity_id")),
)  # fmt: skip
