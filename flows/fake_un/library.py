"""Library: the catalogue's records, the search over their symbols, and what the Library answers.

>>> library = Library(World.invented(40))
>>> library.found('191__a:"A/RES/999/*"')[0].symbols
('A/RES/999/1',)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from flows.fake_un import answers
from flows.fake_un.answers import XML, Answer, content, page
from flows.fake_un.documents import Document, Record
from flows.fake_un.files import File
from flows.fake_un.lots import lot
from flows.fake_un.marc import fields, xml
from flows.fake_un.request import Request
from flows.fake_un.world import World
from transforms.symbols import parse, to_file_name

_FIRST = 4_000_001
_BASE = "@BASE@"
"""Stands for the server's own address until a record is given out."""
_PAGE = 10
_LARGEST_PAGE = 200
_QUERY = re.compile(r"""\s*191__a\s*:\s*(["'])(.+)\1\s*\Z""")
_COLLECTION = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Search-Engine-Total-Number-Of-Results: {total} -->\n'
    '<collection xmlns="http://www.loc.gov/MARC21/slim">\n{records}\n</collection>\n'
)
_UNLIKED = ("python-httpx", "curl")
"""What the firewall knows of a User-Agent."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record.

    Attributes:
        symbols: as this record spells them; the search knows no other spelling for it.
        xml: the record, with a mark in its links where the server's address belongs.
        links: the files it links, by name; None where nothing stands at the link.
    """

    number: str
    symbols: tuple[str, ...]
    xml: str
    links: Mapping[str, File | None]


class Library:
    """The records of a world, and the answers about them."""

    def __init__(self, world: World) -> None:
        kept = [(index, each) for index, each in enumerate(world.documents) if each.record is not Record.NONE]
        self._entries = tuple(_entry(world, index, document) for index, document in kept)
        self._by_number = {entry.number: entry for entry in self._entries}

    def found(self, query: str) -> tuple[Entry, ...]:
        """The records whose symbol matches `191__a:"…"`, where `*` stands for any letters; none for another query."""
        asked = _QUERY.match(query)
        if asked is None:
            return ()
        pattern = _pattern(asked[2])
        return tuple(entry for entry in self._entries if any(map(pattern.fullmatch, entry.symbols)))

    def file(self, number: str, name: str) -> File | None:
        """The file that a record links by a name."""
        entry = self._by_number.get(number)
        return entry.links.get(name) if entry else None

    def search(self, request: Request, base: str) -> Answer:
        """A page of what was found, and how much there is in all."""
        if _is_unliked(request):
            return page(200, answers.CHALLENGE)
        if request.query.get("of") != "xm":
            return page(200, answers.APPLICATION)
        found = self.found(request.query.get("p", ""))
        first = max(1, _number(request.query.get("jrec", ""), 1)) - 1
        size = min(_LARGEST_PAGE, _number(request.query.get("rg", ""), _PAGE))
        return _collection(found[first : first + size], len(found), base)

    def record(self, request: Request, base: str) -> Answer:
        """One record, at /record/{number}/export/xm."""
        entry = self._by_number.get(request.number)
        if _is_unliked(request):
            return page(200, answers.CHALLENGE)
        if entry is None or not request.path.endswith("/export/xm"):
            return answers.NOT_FOUND
        return _collection((entry,), 1, base)


def spelt(symbol: str) -> str:
    """A symbol in the one way that the Library knows for it: with a space before its year, or without."""
    return symbol.replace(" (", "(") if lot(symbol, "spelt") % 2 else symbol


def _collection(entries: Sequence[Entry], total: int, base: str) -> Answer:
    records = "\n".join(entry.xml for entry in entries).replace(_BASE, base)
    return content(_COLLECTION.format(total=total, records=records).encode(), XML)


def _entry(world: World, index: int, document: Document) -> Entry:
    number = str(_FIRST + index)
    symbols = tuple(map(spelt, document.symbols))
    is_wrong = document.record is Record.WRONG_LINK
    links = _other_links(world, index) if is_wrong else dict(_links(world, document))
    addresses = {f"{_BASE}/record/{number}/files/{quote(name)}": file for name, file in links.items()}
    return Entry(number, symbols, xml(fields(document, number, symbols, addresses)), links)


def _other_links(world: World, index: int) -> dict[str, File | None]:
    """The links of the next document that has any."""
    others = (*world.documents[index + 1 :], *world.documents[:index])
    return next(
        (links for other in others if (links := dict(_links(world, other)))), {"A_998_20-EN.pdf": None}
    )


def _links(world: World, document: Document) -> Iterator[tuple[str, File | None]]:
    """The PDF files of a document under the names that the Library gives them."""
    symbols = tuple(parse(symbol)[0] for symbol in document.symbols)
    for language in sorted(document.papers):
        file = world.files(document, language).get("pdf")
        if file is not None and not file.filler:
            yield f"{to_file_name(symbols, language)}.pdf", file


@lru_cache(maxsize=1000)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))), re.IGNORECASE)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise


def _is_unliked(request: Request) -> bool:
    agent = request.headers.get("user-agent", "").lower()
    return any(name in agent for name in _UNLIKED)
