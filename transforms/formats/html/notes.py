"""Which element of a page is the mark of a note, and which one is the note.

>>> marker(etree.fromstring('<a href="#_ftn3">[3]</a>'), "a")
'3'
"""

from __future__ import annotations

import re

from lxml import etree

ROLES = frozenset({"doc-endnotes", "doc-footnotes", "doc-footnote", "doc-endnote"})
_LINKS = frozenset({None, "doc-noteref", "doc-backlink"})
_NOTE = re.compile(r"\s*\[?(\d{1,3}|[a-z]|\*{1,4})\]?\s*\Z")
_BACK = re.compile(r"\s*([\u21a9\u2191^])\ufe0e?\s*\Z")
_ID = re.compile(r"(?:fn|ftn|_ftn|_edn|footnote|endnote|note|cite_note|edn)[-_:]?(\d{1,3})\Z")
_TARGET = re.compile(r"#(?:fn|ftn|_ftn|_edn|footnote|endnote|note|cite_note|edn)(?:ref)?[-_:]?\d{1,3}\Z")
SHORT = 8


def marker(element: etree._Element, tag: str) -> str | None:
    """The mark of a note, where the element is one: a raised number, or a link that says so."""
    href = element.get("href") or ""
    is_link = tag == "a" and href.startswith("#") and element.get("role") in _LINKS
    if tag != "sup" and not is_link:
        return None
    text = _short_text(element)
    if is_link and (back := _BACK.match(text)) is not None:
        return back[1]
    match = _NOTE.match(text) if len(text) <= SHORT else None
    if match is None or (is_link and not _says_so(element, href, text)):
        return None
    return match[1]


def counted(element: etree._Element) -> str | None:
    """The number of the note that a list's item is, by its id."""
    found = _ID.match(element.get("id") or "")
    return found[1] if found is not None else None


def _says_so(link: etree._Element, href: str, text: str) -> bool:
    return (
        "[" in text
        or text.strip("*") == ""
        or link.find(".//sup") is not None
        or link.get("role") == "doc-noteref"
        or _TARGET.match(href) is not None
    )


def _short_text(element: etree._Element) -> str:
    """The text of an element, cut off where it is too long for a mark: marks may be nested as deep as a page goes."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > SHORT:
            break
    return text
