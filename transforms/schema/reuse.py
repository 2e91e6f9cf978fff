"""The tables of what later documents take from earlier ones.

>>> REPETITIONS.key
('paragraph_id', 'earlier_document_id')
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, INTEGER, REAL, STRING, Column, ForeignKey, Table
from transforms.schema.shared import DOCUMENT, PARAGRAPH, document_id

REPETITION_KINDS = ("same", "changed")
RELATIONS = ("earlier", "same_day", "version")
REPETITION_METHODS = ("wording", "company")

REPETITIONS = Table(
    "repetitions",
    "Paragraphs that repeat or lightly change one of an earlier document in the same language: one row a paragraph and earlier document, "
    "with the paragraph there that is closest. Documents without a date are neither earlier nor later.",
    ("paragraph_id", "earlier_document_id"),
    (
        Column("paragraph_id", STRING, "The paragraph that repeats."),
        document_id(),
        Column("earlier_document_id", STRING, "The document that was there before: of an earlier date, or of one day with a lower symbol."),
        Column("earlier_paragraph_id", STRING, "Its paragraph that has most of the later one's text."),
        Column("relation", STRING, "What the earlier document is to the later: another one of an earlier date; one of the same day, so that nothing "
               "tells which was written first; or the same work in another version (a revision or a corrigendum).", values=RELATIONS),
        Column("kind", STRING, "`same`: the same words, whatever the signs and capitals; `changed`: the earlier paragraph has at least three fifths of "
               "the later one's shingles, and nine tenths where it is three times as long.", values=REPETITION_KINDS),
        Column("contained", REAL, "Share (0 to 1) of the later paragraph's shingles that stand in the earlier one: runs of three words in English, of two "
               "in Arabic and Russian, four in French and Spanish, three characters in Chinese."),
        Column("earlier_contained", REAL, "Share (0 to 1) of the earlier paragraph's shingles that stand in the later one; what is missing was left out."),
        Column("likeness", REAL, "Shingles in both over shingles in either (Jaccard), between 0 and 1."),
        Column("word_count", INTEGER, "Words of the later paragraph, in Chinese its characters."),
        Column("holder_count", INTEGER, "Documents of the release, earlier and later, with a paragraph like it; many of them make a formula."),
        Column("method", STRING, "What tells that it was taken over: its own `wording`; or, for what is short or a formula, that the two documents have "
               "other paragraphs in common (`company`).", values=REPETITION_METHODS),
    ),
    (
        DOCUMENT,
        PARAGRAPH,
        ForeignKey("earlier_document_id", "documents", "document_id"),
        ForeignKey("earlier_paragraph_id", "paragraphs", "paragraph_id"),
    ),
    per_document=False,
)  # fmt: skip

FOLLOW_UP_KINDS = ("taken_up", "reiterated")
FOLLOW_UP_METHODS = ("paragraph", "beside", "apart")

FOLLOW_UPS = Table(
    "follow_ups",
    "Where a later document takes up what an earlier one asks: one row a recommendation or request and later paragraph. Candidates, with "
    "their evidence: whether it was done, the text alone says.",
    ("recommendation_id", "paragraph_id"),
    (
        Column("recommendation_id", STRING, "What was asked."),
        Column("paragraph_id", STRING, "The later paragraph."),
        document_id(),
        Column("earlier_document_id", STRING, "The document that asks, which the later one cites."),
        Column("kind", STRING, "`reiterated`: the paragraph asks for the same once more; `taken_up`: it speaks of it.", values=FOLLOW_UP_KINDS),
        Column("citation_id", STRING, "The citation of the paragraph that asks, or of its document."),
        Column("contained", REAL, "Share (0 to 1) of the shingles of what was asked that stand in the later paragraph (runs of three words); null where it "
               "is small, or what was asked is a formula.", nullable=True),
        Column("is_addressee_named", BOOLEAN, "Whether the later paragraph names somebody who was asked."),
        Column("method", STRING, "The evidence: the very `paragraph` is cited; its document is, `beside` words of what was asked; or it is cited elsewhere in "
               "the later document, `apart` from the paragraph that has most of the words.", values=FOLLOW_UP_METHODS),
        Column("confidence", REAL, "Between 0 and 1: how sure that evidence is."),
    ),
    (
        DOCUMENT,
        PARAGRAPH,
        ForeignKey("earlier_document_id", "documents", "document_id"),
        ForeignKey("recommendation_id", "recommendations", "recommendation_id"),
        ForeignKey("citation_id", "citations", "citation_id"),
    ),
    per_document=False,
)  # fmt: skip
