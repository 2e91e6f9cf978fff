"""Bytes that nobody has vouched for -> the root of an AKN document, or a refusal.

>>> root(b"<!DOCTYPE akomaNtoso><akomaNtoso/>", "a.xml")
Traceback (most recent call last):
transforms.errors.Refusal: hostile-xml: a.xml declares a document type; ...
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from transforms.errors import Refusal
from transforms.formats import parts
from transforms.formats.akn import mending

MOST = 32 << 20
"""Bytes. The longest of 747 real files has 0.4 MB."""
MOST_ELEMENTS = 200_000
"""Elements. The most of the 747 are some thousands."""
DOCUMENTS = frozenset(
    {"statement", "documentCollection", "doc", "amendment", "officialGazette", "debateReport"}
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_UNREAD = {"deu": "German", "ger": "German"}
"""ISO 639-2 codes of languages that the United Nations publishes in and that are none of its six."""


def is_akn(content: bytes) -> bool:
    """Whether the first element is AKN's, after a declaration, comments and a document type."""
    head = _COMMENT.sub(b"", content[:65_536].removeprefix(codecs.BOM_UTF8))
    first = _FIRST_ELEMENT.search(head) if head.lstrip().startswith(b"<") else None
    return first is not None and first[1] == b"akomaNtoso"


def root(content: bytes, name: str) -> etree._Element:
    """The root element of a document in one of the six official languages.

    Raises:
        Refusal: hostile-xml, broken, unknown-type, too-complex, wrong-language.
    """
    found = _parsed(content, name)
    if tag(found) != "akomaNtoso" or not any(tag(child) in DOCUMENTS for child in found):
        raise Refusal(
            "unknown-type",
            f"{name} is XML whose root is {tag(found)!r} and holds no statement, collection or doc; akomaNtoso was"
            " expected. Give the document as AKN4UN, text or HTML.",
        )
    language = next((each.get("language", "") for each in found.iter("{*}FRBRlanguage")), "").lower()
    if language in _UNREAD:
        raise Refusal(
            "wrong-language",
            f"{name} says that it is in {_UNREAD[language]} ({language!r}); one of the six official languages was "
            "expected. Ask for ar, en, es, fr, ru or zh.",
        )
    return found


def _parsed(content: bytes, name: str) -> etree._Element:
    if len(content) > MOST:
        raise Refusal(
            "too-complex", f"{name} has {len(content)} bytes of XML; at most {MOST} are read. Split it."
        )
    try:
        found = parts.parse(content, name)
    except Refusal as refusal:
        mended = mending.mend(content) if refusal.reason == "broken" else None
        if mended is None:
            raise
        found = parts.parse(mended, name)
    if sum(1 for _ in found.iter()) > MOST_ELEMENTS:
        raise Refusal("too-complex", f"{name} has more than {MOST_ELEMENTS} elements. Split it.")
    return found


def tag(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
