"""Electronic locations (856) -> links, with the symbols and the language that each file's own name gives.

>>> links([Field("856", (("u", "https://example.org/files/A_999_1-FR.pdf"), ("3", "Français")))])
(Link(url='https://example.org/files/A_999_1-FR.pdf', language='fr', symbols=('A/999/1',)),)
"""

from __future__ import annotations

from collections.abc import Iterable

from transforms.catalogue.codes import language_named
from transforms.catalogue.fields import Field
from transforms.catalogue.values import Link
from transforms.symbols import from_file_name


def links(fields: Iterable[Field]) -> tuple[Link, ...]:
    """The links in order, each address once."""
    found: dict[str, Link] = {}
    for field in fields:
        named = next(filter(None, map(language_named, field.values("3yz"))), None)
        for url in field.values("u"):
            found.setdefault(url, _link(url, named))
    return tuple(found.values())


def _link(url: str, language: str | None) -> Link:
    """A link whose label outranks the file's name: names are made by machines, and some lack the language."""
    read = from_file_name(_file_name(url))
    symbols, spelt = read if read is not None else ((), None)
    return Link(url, language or spelt, tuple(str(symbol) for symbol in symbols))


def _file_name(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].rpartition("/")[2]
