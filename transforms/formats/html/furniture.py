"""What of a page is no document: menus, banners, what is beside the main part, and what is not shown.

>>> is_outside(etree.fromstring('<div role="search"/>')), is_outside(etree.fromstring("<div/>"))
(True, False)
"""

from __future__ import annotations

import re

from lxml import etree

_ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "complementary"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASSES = frozenset(
    {"visually-hidden", "sr-only", "screen-reader-text", "element-invisible", "breadcrumb", "breadcrumbs"}
)
_NO_TEXT = frozenset({"script", "style", "noscript", "template", "svg", "head", "nav", "title"})
LEAST = 0.5
"""Share of a page's text from which its main part is the document, and the rest is around it."""


def is_outside(element: etree._Element) -> bool:
    """Whether an element says that it is no part of the text, or is not shown."""
    return (
        element.get("role") in _ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or not _CLASSES.isdisjoint((element.get("class") or "").split())
        or _UNSEEN.search(element.get("style") or "") is not None
    )


def main_part(root: etree._Element) -> etree._Element | None:
    """The one element that holds the document, where a page names it and most of the text is in it."""
    named = [
        each
        for each in root.iter("main", "div", "article")
        if each.tag == "main" or each.get("role") == "main"
    ]
    if len(named) != 1:
        return None
    return named[0] if _size(named[0]) >= LEAST * _size(root) else None


def _size(root: etree._Element) -> int:
    """Characters of text in an element, without those that nobody reads."""
    size = 0
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element.tag in _NO_TEXT:
            skipped += 1 if is_start else -1
        if not skipped and is_start:
            size += len((element.text or "").strip())
        if not skipped and not is_start and element is not root:
            size += len((element.tail or "").strip())
    return size
