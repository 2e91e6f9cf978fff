"""Documents: what the invented system has under one symbol, how it behaves when asked, and how it is catalogued.

>>> Document(("A/999/1000",), {"en": paper}, Condition.ABSENT).symbol
'A/999/1000'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from flows.fake_un.papers import Paper

Type = Literal["pdf", "doc"]
"""What may be asked for as `t`."""


class Condition(StrEnum):
    """What comes of asking for a document, for ever."""

    HELD = "held"
    ABSENT = "absent"
    """404."""
    SILENT = "silent"
    """Absent too, but said by 200 with nothing in it."""
    MALFORMED = "malformed"
    """302 to /error."""
    WRONG_DOCUMENT = "wrong-document"
    """The bytes of another symbol."""
    WRONG_LANGUAGE = "wrong-language"
    """English, whatever language is asked for; the server says nothing about it."""
    TOO_LARGE = "too-large"
    NOT_A_DOCUMENT = "not-a-document"
    """The page of the application with 200, every time."""
    LATER = "later"
    """404 at first; held once it has been asked for often enough."""
    CHANGED = "changed"
    """Held; other bytes stand at the same address after the first whole delivery."""


class Shape(StrEnum):
    """Which files there are, and what bytes they hold."""

    DOCX = "docx"
    PDF = "pdf"
    BOTH = "both"
    DOC_IS_OOXML = "doc-is-ooxml"
    """A name in .DOC with a new Word file behind it, and a PDF."""
    DOC_IS_PDF = "doc-is-pdf"
    """A name in .DOC with the PDF behind it."""


class Record(StrEnum):
    """What is odd about the Library's record of a document."""

    PLAIN = "plain"
    NONE = "none"
    """The Library has no record of it."""
    UNTITLED = "untitled-subfield"
    WRONG_LINK = "wrong-link"
    OTHER_TITLE = "other-title"
    OTHER_DATE = "other-date"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Document:
    """One document in all its languages.

    Attributes:
        symbols: canonical; two for a joint document.
        papers: by language, what it really is, whether or not it is ever given out.
        patience: how many asks a `later` document answers with 404.
        cites: symbols that its text cites.
    """

    symbols: tuple[str, ...]
    papers: Mapping[str, Paper]
    condition: Condition = Condition.HELD
    shape: Shape = Shape.BOTH
    patience: int = 2
    cites: tuple[str, ...] = ()
    record: Record = Record.PLAIN

    @property
    def symbol(self) -> str:
        """What to ask for: a joint symbol whole."""
        return "-".join(self.symbols)
