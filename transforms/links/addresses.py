"""An address at the United Nations -> the symbol of the document it leads to.

>>> symbol_at("https://undocs.org/ch/S/RES/1701(2006)")
'S/RES/1701 (2006)'
>>> symbol_at("https://documents.un.org/api/symbol/access?s=A/73/328&l=en&t=pdf")
'A/73/328'
"""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from transforms.errors import Refusal
from transforms.symbols import from_file_name, parse

LONGEST = 2_000
"""Characters of an address that is looked at."""
_VIEWERS = frozenset({"undocs.org", "docs.un.org"})
"""Hosts whose path is the symbol, after a language or none."""
_HOST = re.compile(r"(?:[\w-]+\.)*(?:undocs\.org|un\.org)")
_LANGUAGE = re.compile(r"\A/?(?:ar|ch|de|en|es|fr|ot|ru|zh)/(?=\S)", re.IGNORECASE)
"""`ch` and `ot` stand for Chinese and other languages; `ST/` begins a symbol."""
_ASKED = frozenset({"s", "symbol", "ds", "finalsymbol"})
"""Names of the part of a query that is the symbol, at the document system and its forerunners."""


def symbol_at(href: str) -> str | None:
    """The canonical symbol of the document at an address; None where it names none, or is no address of the UN."""
    address = _address(href)
    if address is None:
        return None
    host = (address.hostname or "").removeprefix("www.")
    if not _HOST.fullmatch(host):
        return None
    for name, value in parse_qsl(address.query.replace("open&DS", "DS"), keep_blank_values=True):
        if name.lower() in _ASKED:
            return _symbol(value)
    if host in _VIEWERS:
        return _symbol(_LANGUAGE.sub("", unquote(address.path), count=1).strip("/"))
    return _named(address.path)


def _address(href: str) -> SplitResult | None:
    href = "".join(href.split())
    with suppress(ValueError):  # brackets that do not match, a host that is none
        address = urlsplit(href)
        if len(href) <= LONGEST and address.scheme in {"http", "https"}:
            return address
    return None


def _symbol(text: str) -> str | None:
    try:
        found = parse(text.strip().strip("/"))
    except Refusal:
        return None
    return str(found[0]) if found and not found[0].is_foreign else None


def _named(path: str) -> str | None:
    """The symbol that the name of a file at the Digital Library gives."""
    found = from_file_name(path.rpartition("/")[2]) if "/files/" in path else None
    return str(found[0][0]) if found is not None and found[0] else None
