"""Bytes -> the root of a MARCXML tree without comments, or a refusal that is safe to print.

Nothing is fetched, no entity is expanded, and a document type declaration ends the reading.

>>> parse(b"<html>", longest=100, reason="not-a-catalogue")
Traceback (most recent call last):
transforms.errors.Refusal: not-a-catalogue: '<html>' begins an HTML page; MARCXML was expected. …
"""

from __future__ import annotations

import re

from lxml import etree

from transforms.errors import Refusal

MARC = "http://www.loc.gov/MARC21/slim"

MOST_MARKS = 2_000_000
"""Beginnings of tags. A record with the votes of 193 states has 2,000; each that is read takes 150 bytes of memory."""

_TOTAL = re.compile(r"\s*Search-Engine-Total-Number-Of-Results:\s*([0-9]{1,9})\s*")
_DOCTYPE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL | re.IGNORECASE
)
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s+|<!--.*?-->)*+<(?:!DOCTYPE\s+html|html)\b", re.DOTALL | re.IGNORECASE
)


def parse(content: bytes, *, longest: int, reason: str) -> tuple[etree._Element, int | None]:
    """The root element without comments and instructions, and the total that a comment tells.

    Args:
        content: MARCXML in UTF-8.
        longest: the bytes that it may have.
        reason: the code of the refusal.

    Raises:
        Refusal: HTML, a document type declaration, too many bytes or tags, broken XML.
    """
    if len(content) > longest:
        raise Refusal(
            reason, f"it has {len(content)} bytes, at most {longest} are read; ask for fewer at a time."
        )
    marks = content.count(b"<")
    if marks > MOST_MARKS:
        raise Refusal(reason, f"it has {marks} tags, at most {MOST_MARKS} are read; ask for fewer at a time.")
    _must_be_plain(content, reason)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal(
            reason, f"{shown(content)} is broken XML ({error.msg[:100]!a}); MARCXML was expected. Ask again."
        ) from error
    if root.getroottree().docinfo.doctype:
        raise _declares(content, reason)
    total = _total(root)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    return root, total


def name(element: etree._Element) -> str:
    """The element's name where it is one of MARCXML, with or without its namespace; else an empty string."""
    namespace, _, local = str(element.tag).rpartition("}")
    return local if namespace in ("", f"{{{MARC}") else ""


def shown(content: bytes) -> str:
    """How the bytes begin, fit to be printed."""
    return ascii(content.lstrip()[:40].decode("utf-8", errors="replace"))


def _must_be_plain(content: bytes, reason: str) -> None:
    if _HTML.match(content):
        raise Refusal(
            reason,
            f"{shown(content)} begins an HTML page; MARCXML was expected. It may be a challenge of the firewall: "
            "wait, and ask again more slowly.",
        )
    if _DOCTYPE.match(content):
        raise _declares(content, reason)


def _declares(content: bytes, reason: str) -> Refusal:
    return Refusal(
        reason,
        f"{shown(content)} declares a document type, which MARCXML never does; it is not read further.",
    )


def _total(root: etree._Element) -> int | None:
    """What the search engine's comment says, beside the root or directly under it, never inside a record."""
    comments = [
        *root.itersiblings(etree.Comment, preceding=True),
        *root.iterchildren(etree.Comment),
        *root.itersiblings(etree.Comment),
    ]
    told = (_TOTAL.fullmatch(comment.text or "") for comment in comments)
    return next((int(found[1]) for found in told if found), None)
