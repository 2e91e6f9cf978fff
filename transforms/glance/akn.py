"""AKN4UN, the United Nations' XML for its documents -> the symbol on its cover, its text and its language.

>>> see(content, "S_RES_2705-2321113A.xml").symbols
(Symbol(text='S/RES/2705 (2023)', ...),)
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from transforms.errors import Refusal
from transforms.formats import parts
from transforms.glance.printed import symbols_of
from transforms.glance.values import Seen
from transforms.symbols import Symbol

MOST = 32 << 20
"""Bytes. The longest of 747 real files has 0.4 MB."""
PARAGRAPHS = 150
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_END = re.compile(rb"</(?:[A-Za-z][\w.-]*:)?akomaNtoso\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_LANGUAGES = {
    "ara": "ar", "zho": "zh", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "rus": "ru", "spa": "es", "deu": "de", "ger": "de",
}  # fmt: skip
"""ISO 639-2, in which AKN names languages, bibliographic codes included."""


def is_akn(content: bytes) -> bool:
    """Whether the first element is AKN's, after a declaration, comments and a document type."""
    head = _COMMENT.sub(b"", content[:65_536].removeprefix(codecs.BOM_UTF8))
    first = _FIRST_ELEMENT.search(head) if head.lstrip().startswith(b"<") else None
    return first is not None and first[1] == b"akomaNtoso"


def see(content: bytes, name: str) -> Seen:
    """The symbol on the cover, the first paragraphs, and the language of the expression.

    Raises:
        Refusal: hostile-xml, broken, too-complex.
    """
    if len(content) > MOST:
        raise Refusal(
            "too-complex", f"{name} has {len(content)} bytes of XML; at most {MOST} are read. Split it."
        )
    if not _END.search(content[-200:]):
        raise Refusal(
            "broken", f"{name} is AKN of {len(content)} bytes and ends before its last tag. Fetch it again."
        )
    root = parts.parse(content, name, is_lenient=True)  # tags do not match in the file of S/PRST/2007/13
    symbols = _own(root)
    language = next((each.get("language", "") for each in root.iter("{*}FRBRlanguage")), "")
    texts = tuple(islice(_paragraphs(root), PARAGRAPHS))
    return Seen(symbols, "masthead" if symbols else "", texts, _LANGUAGES.get(language.lower()))


def _own(root: etree._Element) -> tuple[Symbol, ...]:
    """The symbol of the cover, unless the document's kind or its title says that it is another document's."""
    numbers = [each for each in root.iter("{*}docNumber") if each.get("refersTo") == "#symbol"]
    symbols = symbols_of(_text(numbers[0])) if numbers else ()
    return () if any(_is_contradicted(symbol, root) for symbol in symbols) else symbols


def _is_contradicted(symbol: Symbol, root: etree._Element) -> bool:
    """Whether the text is another document's than its cover says.

    A file of S/PRST/2007/22 has S/RES/1626 (2005) on its cover, and the German one of resolution 2685 (2023) has
    S/RES/2683 (2023): which of the two is meant cannot be told from the file alone.
    """
    kind = next((each.get("name") for each in root.iter("{*}statement")), None)
    if kind == "presidentialStatement" and symbol.type != "PRST":
        return True
    titles = [each for each in root.iter("{*}docTitle") if each.get("refersTo") == "#resolutionNumber"]
    numbers = re.findall(r"\d+", _text(titles[0])) if titles else []
    return bool(numbers) and symbol.type == "RES" and symbol.number not in numbers


def _paragraphs(root: etree._Element) -> Iterator[str]:
    return filter(None, map(_text, root.iter("{*}p")))


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
