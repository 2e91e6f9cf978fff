"""The tables of who is tied to whom: who gave money to whom, and for what.

>>> FUNDING.key
('funding_id',)
"""

from __future__ import annotations

from transforms.schema.declaring import INTEGER, REAL, STRING, STRINGS, Column, ForeignKey, Table
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
