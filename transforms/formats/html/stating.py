"""The head of a page -> the keywords that it states.

>>> [keyword.value for keyword in stated(parsing.root('<meta name="keywords" content="Lamps, harbours">')).keywords]
['Lamps', 'harbours']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from transforms.stated import Keyword, Stated

_NAMES = frozenset({"keywords", "dc.subject", "dcterms.subject", "article:tag", "citation_keywords"})
_COMMA = re.compile(r"\s*[;,\u060c\uff0c\u3001]\s*")
LONGEST = 200
"""Characters of a keyword; what is longer is a sentence for search engines."""


def stated(root: etree._Element) -> Stated:
    """The keywords, each once, in the order of the page."""
    return Stated(tuple(dict.fromkeys(_keywords(root))))


def _keywords(root: etree._Element) -> Iterator[Keyword]:
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        if name in _NAMES:
            for word in _COMMA.split(" ".join((meta.get("content") or "").split())):
                if word and len(word) <= LONGEST:
                    yield Keyword(name, word, word)
