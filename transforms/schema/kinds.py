"""The tables of what documents of one kind hold: speeches of records, corrections of corrigenda, signatures of letters.

>>> SPEECHES.key
('document_id', 'ordinal')
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, INTEGER, STRING, Column, ForeignKey, Table
from transforms.schema.shared import CORRECTION_ACTIONS, DOCUMENT, PARAGRAPH, document_id

SPEECHES = Table(
    "speeches",
    "The speeches in the records of meetings, verbatim or in the third person: who spoke, for whom, in which language.",
    ("document_id", "ordinal"),
    (
        document_id(),
        Column("ordinal", INTEGER, "Place among the document's speeches, from 1."),
        Column("paragraph_id", STRING, "The paragraph that names the speaker; its other paragraphs have this one as parent."),
        Column("speaker", STRING, "Who speaks, as printed (`Mr. Guterres`, `The Acting President`)."),
        Column("is_office", BOOLEAN, "Whether an office speaks, such as the chair, and no person is named."),
        Column("affiliation", STRING, "The state, body or post in parentheses after the name, as printed.", nullable=True),
        Column("entity_id", STRING, "The state or organisation that the affiliation names, where it names one.", nullable=True),
        Column("spoken", STRING, "The note on the language, as printed (`spoke in French`); null where the record's own was spoken.", nullable=True),
        Column("paragraph_count", INTEGER, "Paragraphs of the speech, the first included; quotations and lists within them are not counted."),
    ),
    (DOCUMENT, PARAGRAPH, ForeignKey("entity_id", "entities", "entity_id")),
)  # fmt: skip

CORRECTIONS = Table(
    "corrections",
    "What corrigenda put right: one row an order, with the document and the place it is for.",
    ("document_id", "ordinal"),
    (
        document_id(),
        Column("ordinal", INTEGER, "Place among the document's corrections, from 1."),
        Column("paragraph_id", STRING, "The paragraph of the corrigendum that says so; null where a heading does.", nullable=True),
        Column("corrected_symbol", STRING, "The symbol of the document that is corrected."),
        Column("place", STRING, "Where in it, as printed (`Page 4, paragraph 12`).", nullable=True),
        Column("label", STRING, "The label there of the one paragraph that the place names (`12`, `5(b)`), as in `paragraphs`.", nullable=True),
        Column("action", STRING, "What is ordered: one text for another, a text to be read, one to be added, one to go.", values=CORRECTION_ACTIONS),
        Column("instruction", STRING, "The words of the order before the texts, as printed (`The first sentence should read`)."),
        Column("old_text", STRING, "The words to be replaced or to go, where the order repeats them.", nullable=True),
        Column("new_text", STRING, "The words to be read or added.", nullable=True),
    ),
    (DOCUMENT, PARAGRAPH),
)  # fmt: skip

SIGNATURES = Table(
    "signatures",
    "The signatures under letters.",
    ("document_id", "ordinal"),
    (
        document_id(),
        Column("ordinal", INTEGER, "Place among the document's signatures, from 1."),
        Column("paragraph_id", STRING, "The paragraph it is."),
        Column("signatory", STRING, "Who signed, as printed."),
        Column("post", STRING, "As what, the lines joined by commas (`Ambassador, Permanent Representative`).", nullable=True),
    ),
    (DOCUMENT, PARAGRAPH),
)  # fmt: skip
