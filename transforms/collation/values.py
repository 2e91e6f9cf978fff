"""What is compared, and what comes of it: the lines of a witness, and where two witnesses differ.

>>> line = Line("para_12", "12", "Gauges were  lent.")
>>> line.is_numbered, line.letters
(True, 'Gaugeswerelent.')
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "missing_here", "missing_there", "number", "text", "division", "note_marks", "typography", "spacing"
]
"""How two witnesses may differ; `here` is the witness that is published, `there` the other."""

Mark = tuple[str, int]
"""A note mark, and after how many letters of the text it stands."""

_SPACES = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("•·▪◦", "·"),
    }
)
_REPEATED = re.compile(r"(?:__\d+)+\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a note of a witness, in reading order.

    Attributes:
        eid: its place in the document (`para_79__point_d`, `footnote_3`).
        label: its number as quoted, or the mark of a note.
        text: the clean text.
        page: the page it begins on.
        marks: the note marks in it, in order, by letters (`letters_before`).
        is_note: whether it is a note; notes are compared with notes alone.
        letters: the text without spaces.
        bare: the text without spaces, with one sign for each kind of quotation mark, dash and ligature.
    """

    eid: str
    label: str
    text: str
    page: int | None = None
    marks: tuple[Mark, ...] = ()
    is_note: bool = False
    letters: str = field(init=False, compare=False)
    bare: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        letters = without_spaces(self.text)
        object.__setattr__(self, "letters", letters)
        object.__setattr__(self, "bare", unicodedata.normalize("NFKC", letters.translate(_SIGNS)))

    @property
    def is_numbered(self) -> bool:
        """Whether it is a paragraph with a number of its own, as they are counted through a document."""
        return self._last.startswith("para_")

    @property
    def is_counted(self) -> bool:
        """Whether a number or a letter is printed before it, so that its label is not of our making."""
        return self._last.startswith(("para_", "point_"))

    @property
    def printed(self) -> str:
        """The text without spaces and with its own number or letter, as it stands where a paragraph runs on into it."""
        kind, _, own = self._last.partition("_")
        before = {"para": f"{own}.", "point": f"({own})"}.get(kind, "")
        return before + self.bare

    @property
    def _last(self) -> str:
        return _REPEATED.sub("", self.eid).rpartition("__")[2]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two witnesses differ: the lines it is about, and the words from the first to the last that do.

    `likeness` is the share (0 to 1) of the words of both texts that stand in both.
    """

    kind: Kind
    here: Line | None
    there: Line | None
    words: str = ""
    other_words: str = ""
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Collation:
    """What comes of comparing two witnesses of a document.

    Attributes:
        compared: the numbered paragraphs of both, or all paragraphs where neither has any with a number.
        agreeing: how many of them have one number and one text in both, whatever the spaces and signs.
        likeness: the share (0 to 1) of the characters of all paragraphs that stand in paragraphs which both have, if
            otherwise numbered, divided or slightly otherwise worded; None where there are none.
        differences: everything in which they differ, in reading order.
    """

    compared: int
    agreeing: int
    likeness: float | None
    differences: tuple[Difference, ...]

    @property
    def agreement(self) -> float | None:
        """The share of agreeing paragraphs (0 to 1); None where there is nothing to compare."""
        return self.agreeing / self.compared if self.compared else None


def without_spaces(text: str) -> str:
    """The characters that can be seen."""
    return _SPACES.sub("", text)


def letters_before(text: str, offset: int) -> int:
    """How many characters that can be seen stand before that offset."""
    return len(without_spaces(text[:offset]))
