"""What follows a paragraph says what it is: the title of a contents list, the line above a table.

>>> heads_table(paragraph, "(Thousands of United States dollars)")
True
"""

from __future__ import annotations

import re

from lxml import etree

from transforms.formats.docx.names import TBL, P, T

_CONTENTS = re.compile(
    r"\s*(?:(?:Table of )?Contents|Table des mati\u00e8res|Sommaire|\u00cdndice"
    r"|\u0421\u043e\u0434\u0435\u0440\u0436\u0430\u043d\u0438\u0435|\u76ee\u5f55|\u0627\u0644\u0645\u062d\u062a\u0648\u064a\u0627\u062a)\s*[*]*\s*\Z",
    re.IGNORECASE,
)
CAPTION = 200
AHEAD = 6
"""Empty paragraphs that may stand between; A/80/590 has two."""


def heads_contents(element: etree._Element, text: str) -> bool:
    """Whether a paragraph is the title of the contents, or a table the contents themselves below that title."""
    if element.tag == P:
        return bool(_CONTENTS.match(text)) and _table_after(element) is not None
    before = element.getprevious()
    for _ in range(AHEAD):
        if before is None or before.tag != P:
            return False
        if said := _text(before):
            return bool(_CONTENTS.match(said))
        before = before.getprevious()
    return False


def heads_table(element: etree._Element, text: str) -> bool:
    """Whether a line in brackets says what a table right below it counts in."""
    said = text.strip()
    return (
        said.startswith("(")
        and said.endswith(")")
        and len(said) < CAPTION
        and _table_after(element) is not None
    )


def _table_after(element: etree._Element) -> etree._Element | None:
    following = element.getnext()
    for _ in range(AHEAD):
        if following is None or following.tag == TBL:
            return following
        if following.tag != P or _text(following):
            return None
        following = following.getnext()
    return None


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(T)).strip()
