"""The tables of what a file says of its document beside the text: links, subjects, steps, sponsors, votes.

>>> BALLOTS.key
('document_id', 'vote_ordinal', 'ordinal')
"""

from __future__ import annotations

from transforms.schema.declaring import BOOLEAN, DATE, INTEGER, STRING, Column, ForeignKey, Table
from transforms.schema.shared import DOCUMENT, FOOTNOTE, PARAGRAPH, document_id


def _ordinal(of: str) -> Column:
    return Column("ordinal", INTEGER, f"Place among the document's {of}, from 1.")


_STATE = Column("entity_id", STRING, "The state or body (`geo:SDN`), where its name is known.", nullable=True)
_ENTITY = ForeignKey("entity_id", "entities", "entity_id")

LINKS = Table(
    "links",
    "The links that a file itself carries, each in the row where its words stand.",
    ("document_id", "ordinal"),
    (
        document_id(),
        _ordinal("links"),
        Column("place", STRING, "What kind of row it stands in.",
               values=("paragraph", "footnote", "heading", "cell", "aside", "masthead")),
        Column("paragraph_id", STRING, "The paragraph whose text the offsets count.", nullable=True),
        Column("footnote_id", STRING, "The footnote whose text the offsets count.", nullable=True),
        Column("section_id", STRING, "The heading whose text the offsets count.", nullable=True),
        Column("start_char", INTEGER, "First code point of its words; null in the masthead and in what is set aside.", nullable=True),
        Column("end_char", INTEGER, "One past the last.", nullable=True),
        Column("surface", STRING, "The words that carry it."),
        Column("href", STRING, "Where it leads, as the file has it: outside text, to be escaped where it is shown."),
        Column("linked_symbol", STRING, "The document it leads to, canonical, where the address gives a symbol.", nullable=True),
        Column("linked_document_id", STRING, "The document we hold under that symbol, same language first.", nullable=True),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE, ForeignKey("section_id", "sections", "section_id"),
     ForeignKey("linked_document_id", "documents", "document_id")),
)  # fmt: skip

SUBJECTS = Table(
    "subjects",
    "The subjects that a file states for its document, one row a subject.",
    ("document_id", "ordinal"),
    (
        document_id(),
        _ordinal("subjects"),
        Column("scheme", STRING, "The list the subject is of; `name` is a body or treaty, `title` the text as catalogued.",
               values=("sdg", "unbis", "eurovoc", "agenda", "name", "title", "keyword")),
        Column("uri", STRING, "Its address in that list; labels of the UNBIS Thesaurus are not ours to ship.", nullable=True),
        Column("notation", STRING, "Its number there: of a Sustainable Development Goal, of an agenda item.", nullable=True),
        Column("label", STRING, "Its name, where it may be passed on.", nullable=True),
        Column("agenda_symbol", STRING, "The agenda that an item is of (`A/77/251`).", nullable=True),
    ),
    (DOCUMENT,),
)  # fmt: skip

STEPS = Table(
    "steps",
    "The way of a text from draft to adoption, as its file states it, one row a step.",
    ("document_id", "ordinal"),
    (
        document_id(),
        _ordinal("steps"),
        Column("outcome", STRING, "What came of it.", values=("draft", "draft_joined", "recommended", "adopted", "other")),
        Column("step_date", DATE, "When.", nullable=True),
        Column("step_symbol", STRING, "Where it can be read: the draft, the committee's report, the meeting's record.", nullable=True),
        Column("words", STRING, "Who took it or how, in the file's words.", nullable=True),
        Column("reference", STRING, "A paragraph of that document, or the chapter of the Charter acted under.", nullable=True),
    ),
    (DOCUMENT,),
)  # fmt: skip

SPONSORS = Table(
    "sponsors",
    "Who put the draft of a text forward, one row a name.",
    ("document_id", "ordinal"),
    (
        document_id(),
        _ordinal("sponsors"),
        Column("role", STRING, "`sponsor`; `additional_sponsor` where it joined later; `submitter` for an officer or body.",
               values=("sponsor", "additional_sponsor", "submitter")),
        Column("name", STRING, "The name in the file's words."),
        _STATE,
        Column("on_behalf_of", STRING, "For whom, in the file's words.", nullable=True),
        Column("draft_symbol", STRING, "The draft.", nullable=True),
    ),
    (DOCUMENT, _ENTITY),
)  # fmt: skip

VOTES = Table(
    "votes",
    "How texts were adopted or rejected: stated by the file for its own text, or printed in a document.",
    ("document_id", "ordinal"),
    (
        document_id(),
        _ordinal("votes"),
        Column("source", STRING, "Who says so: the file's `metadata`, or the `text`.", values=("metadata", "text")),
        Column("voted_symbol", STRING, "What was voted on; null where it is not certain.", nullable=True),
        Column("is_adopted", BOOLEAN, "Whether it was adopted; null where nothing is said.", nullable=True),
        Column("is_without_vote", BOOLEAN, "Whether it was adopted without a vote.", nullable=True),
        Column("yes_count", INTEGER, "Votes in favour.", nullable=True),
        Column("no_count", INTEGER, "Votes against.", nullable=True),
        Column("abstaining_count", INTEGER, "Abstentions.", nullable=True),
        Column("vote_date", DATE, "When.", nullable=True),
        Column("meeting_symbol", STRING, "The record of the meeting (`S/PV.9347`).", nullable=True),
        Column("paragraph_id", STRING, "The paragraph that prints it.", nullable=True),
        Column("footnote_id", STRING, "The footnote that prints it.", nullable=True),
        Column("start_char", INTEGER, "First code point of the words in its text.", nullable=True),
        Column("end_char", INTEGER, "One past the last.", nullable=True),
        Column("surface", STRING, "The words that say so.", nullable=True),
        Column("ballot_count", INTEGER, "Rows of `ballots`."),
    ),
    (DOCUMENT, PARAGRAPH, FOOTNOTE),
)  # fmt: skip

BALLOTS = Table(
    "ballots",
    "How each state voted, one row a state and vote.",
    ("document_id", "vote_ordinal", "ordinal"),
    (
        document_id(),
        Column("vote_ordinal", INTEGER, "The vote: `votes.ordinal`."),
        Column("ordinal", INTEGER, "Place in the vote's list, from 1."),
        Column("position", STRING, "How it voted.", values=("yes", "no", "abstaining", "other")),
        Column("state_name", STRING, "The state as the file or the document names it."),
        _STATE,
    ),
    (DOCUMENT, _ENTITY),
)
