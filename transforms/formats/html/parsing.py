"""The text of a page -> its root element, or a refusal where the parser gives up half-way.

>>> root("<p>Peace").findtext("body/p")
'Peace'
"""

from __future__ import annotations

from lxml import etree

from transforms.errors import Refusal

DEEPEST = 2_048
"""Elements within elements that the parser takes; pages made to be read have some dozens."""


def root(text: str) -> etree._Element | None:
    """The root element; None for a page without a character.

    Raises:
        Refusal: not-text.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    content = text.replace("\x00", "").encode("utf-8", "replace")
    found = etree.fromstring(content, parser) if content.strip() else None
    fatal = [entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL]
    if fatal:
        met = (
            f"its elements are nested more than {DEEPEST:,} deep"
            if any("depth" in message for message in fatal)
            else "it is larger or more broken than a parser takes"
        )
        raise Refusal(
            "not-text",
            f"a page cannot be read to its end: {met}. Save it as plain text, or close the elements left open.",
        )
    return found
