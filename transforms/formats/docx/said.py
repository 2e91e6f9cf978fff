r"""A paragraph and what it is, as far as its style, its text and its neighbours say.

>>> Said(paragraph, styles.of("HCh"), "I.\tIntroduction", None).kind(is_titled=False)
'heading-1'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from transforms.formats.docx.ahead import heads_contents, heads_table
from transforms.formats.docx.styles import Style

_DOTTED = re.compile(r"\s*(\d{1,3}[A-Z]?\.\d{1,3})[ \u00a0]*\t")
"""Budgets count the paragraphs of each section: 13.1, 29A.12 (A/81/6)."""
_LABEL = re.compile(
    r"(?:\d{1,4}\.|\(?(?:[a-z]{1,5}|\d{1,2})\)|[a-z]{1,5}\.|(?:[IVXLC]{1,7}|[A-Z])\.|\d{1,3}[A-Z]?\.\d{1,3})\Z"
)
"""Labels that later steps know; any other is text."""
LONGEST = 400
"""Characters of a heading; what is longer has the wrong style."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, its style, its text, and the label that is counted for it."""

    element: etree._Element
    style: Style
    text: str
    label: str | None

    @property
    def is_counted(self) -> bool:
        """Whether a number or letter, counted or typed, stands before it."""
        first = self.text.split(maxsplit=1)[:1]
        return self.label is not None or bool(first and is_label(first[0]))

    @property
    def typed(self) -> str | None:
        """A number with a dot inside that is typed before it, which would else look like a sum."""
        found = _DOTTED.match(self.text)
        return found[1] if found else None

    def kind(self, *, is_titled: bool) -> str:
        """What a paragraph of the body is; a title stands only before its first number."""
        if self.style.is_contents or heads_contents(self.element, self.text):
            return "navigation"
        if self.style.is_title and is_titled and len(self.text) <= LONGEST:
            return "title"
        if self.style.level and len(self.text) <= LONGEST:
            return f"heading-{self.style.level}"
        return "caption" if heads_table(self.element, self.text) else "plain"


def is_label(text: str) -> bool:
    """Whether a text is a label that later steps know."""
    return bool(_LABEL.match(text))
