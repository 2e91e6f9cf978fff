"""The first page's margins: the masthead in its header, the job number in its foot; else the symbol that is known.

Headers and footers of other pages repeat the symbol and count pages, and are left out. LibreOffice gives the first
page a section of its own instead, whose only header then holds the masthead: it is told by its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from transforms.errors import Refusal
from transforms.formats.docx import runs
from transforms.formats.docx.looks import Looks
from transforms.formats.docx.names import P, is_on
from transforms.formats.docx.notes import SECTIONS
from transforms.formats.docx.package import Package
from transforms.formats.docx.writing import Writer
from transforms.symbols import parse

_JOB = re.compile(r"\s*(?:(?:GE\.)?\d{2}-\d{4,6}\b|[NKV]\d{7}\b|GE\.\d{5,})")
_SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,6}/\S*\d\S*(?: \([^)]{1,20}\))?")
FIRST = 40
"""Paragraphs of the body in which a masthead would print the symbol."""
SHORT = 80
MASTHEAD = 4
"""Texts that a header holds at least when it is a masthead; a running head has a symbol, a title, a page number."""


def write(writer: Writer, package: Package, body: etree._Element) -> None:
    """What the first page prints above and below its text; a symbol from elsewhere only where it prints none."""
    section = next(iter(SECTIONS(body)), None)
    turn = _first_turn(package, section, writer.looks)
    header = _margin(package, section, writer.looks, "header", turn) if turn else None
    printed = chain(_texts(header, writer.looks), islice(_texts(body, writer.looks), FIRST))
    if not any(map(_symbols, printed)):
        for symbol in _elsewhere(package, section, writer.looks):
            writer.lines.open("plain")
            writer.lines.text(symbol)
            writer.lines.close()
    if header is not None:
        writer.is_front = True
        writer.write(header)
        writer.is_front = False
    footer = _margin(package, section, writer.looks, "footer", turn) if turn else None
    for text in _texts(footer, writer.looks):  # "26-00248 (E)", and the bar code that says it again
        writer.lines.close()
        writer.lines.open("plain" if _JOB.match(text) else "navigation")
        writer.lines.text(text)
    writer.lines.close()


def _first_turn(package: Package, section: etree._Element | None, looks: Looks) -> str | None:
    """Which of the section's margins are those of a first page; None where all pages have the same."""
    if is_on(section, "titlePg"):
        return "first"
    texts = _texts(_margin(package, section, looks, "header", "default"), looks)
    return "default" if len(list(islice(texts, MASTHEAD))) == MASTHEAD else None


def _margin(
    package: Package, section: etree._Element | None, looks: Looks, kind: str, turn: str
) -> etree._Element | None:
    root = package.margin(section, kind, turn)
    return None if root is None else looks.add(root)


def _texts(root: etree._Element | None, looks: Looks) -> Iterator[str]:
    """The texts of paragraphs that are not empty."""
    for paragraph in () if root is None else root.iter(P):
        if text := runs.pieces(paragraph, looks).text.strip():
            yield text


def _symbols(text: str) -> list[str]:
    """The symbols of a short line."""
    found: list[str] = []
    for match in _SYMBOL.finditer(text) if len(text) <= SHORT else ():
        try:
            parse(match[0].rstrip("*. "))
        except Refusal:
            continue
        found.append(match[0])
    return found


def _elsewhere(package: Package, section: etree._Element | None, looks: Looks) -> list[str]:
    """The symbol of the running heads, else those of the properties, which a template may have brought along."""
    for turn in ("default", "even"):
        for text in _texts(_margin(package, section, looks, "header", turn), looks):
            if (found := _symbols(text)) and text.startswith(found[0]):
                return found[:1]
    return list(package.symbols())
