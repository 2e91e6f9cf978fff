"""A DOCX -> its own symbols, its first paragraphs, and the language that its properties name.

The masthead stands in the header of the first page. What is printed outranks the properties, which a template
may have brought along from another document.

>>> see(unpack(content, "A_80_590.docx"), "word/document.xml").symbols
(Symbol(text='A/80/590', ...),)
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from transforms.formats import parts
from transforms.formats.archive import Archive
from transforms.formats.docx.package import main_part
from transforms.glance.printed import headed, symbols_of
from transforms.glance.values import Seen
from transforms.symbols import Symbol

__all__ = ["main_part", "see"]

PARAGRAPHS = 300
ENOUGH = 6_000
"""Characters of text with which no further paragraph is read; the language is sure long before."""
SMALL_PART = 1 << 20
HEADERS = 12
"""Headers that are read. A/80/600 has seven."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFERENCE = re.compile(rb"headerReference\b[^>]{0,300}>")
_ID = re.compile(rb":id=[\"']([^\"']{1,80})[\"']")
_OUTSIDE = {f"{_W}{name}" for name in ("del", "moveFrom", "p", "instrText", "delText", "pPr", "rPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
"""What is not there any more, is a paragraph of its own, is a field's code, says how it looks, or is said twice."""
_SPACES = {f"{_W}{name}": " " for name in ("tab", "br", "cr", "ptab")} | {f"{_W}noBreakHyphen": "-"}
_LANGUAGES = {"arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "russian": "ru", "spanish": "es", "german": "de"}  # fmt: skip
_PROPERTIES = "docProps/custom.xml"


def see(archive: Archive, main: str) -> Seen:
    """The own symbols of a document, printed or else in its properties, and its first text.

    Raises:
        Refusal: broken, hostile-xml.
    """
    content = archive.read(main)
    lines = tuple(_first(_lines(content, f"{archive.name}: {main}")))
    properties = _properties(archive)
    symbols, evidence = _symbols(archive, main, content, lines, properties)
    return Seen(symbols, evidence, lines, _LANGUAGES.get(properties.get("Language", "").lower()))


def _symbols(
    archive: Archive, main: str, content: bytes, lines: tuple[str, ...], properties: dict[str, str]
) -> tuple[tuple[Symbol, ...], str]:
    headers = _headers(archive, main)
    first = headers.pop(_first_header(content), None)
    if first is not None and (found := headed(tuple(_lines(*_part(archive, first))), is_header=True)):
        return found, "masthead"
    if found := headed(lines):
        return found, "masthead"
    running = [headed(tuple(_lines(*_part(archive, part))), is_header=True) for part in headers.values()]
    if found := next(filter(None, running), ()):
        return found, "running_head"
    named = [s for key in ("Symbol1", "Symbol2") for s in symbols_of(properties.get(key, ""))]
    return tuple(dict.fromkeys(named)), "metadata" if named else ""


def _first(lines: Iterator[str]) -> Iterator[str]:
    size = 0
    for line in islice(lines, PARAGRAPHS):
        yield line
        size += len(line)
        if size > ENOUGH:
            return


def _part(archive: Archive, part: str) -> tuple[bytes, str]:
    return archive.read(part, SMALL_PART), f"{archive.name}: {part}"


def _lines(content: bytes, name: str) -> Iterator[str]:
    """The text of each paragraph; empty ones are left out."""
    for paragraph in parts.elements(content, name, f"{_W}p"):
        text = " ".join("".join(_text(paragraph)).split())
        if text:
            yield text
        if paragraph.getparent() is not None:
            paragraph.clear()


def _text(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _OUTSIDE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        else:
            yield _SPACES.get(child.tag, "")
            yield from _text(child)


def _headers(archive: Archive, main: str) -> dict[str, str]:
    """The parts that are headers, by the id under which the document names them."""
    folder, file = posixpath.split(main)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in archive:
        return {}
    root = parts.parse(*_part(archive, relations))
    found = {
        each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
        for each in root
        if each.get("Type", "").endswith("/header")
    }
    return dict(islice(((key, part) for key, part in found.items() if part in archive), HEADERS))


def _first_header(content: bytes) -> str:
    """The id of the header of the first page: the first one that the document names so, from front to back."""
    for reference in _REFERENCE.finditer(content):
        if re.search(rb"type=[\"']first[\"']", reference[0]) and (found := _ID.search(reference[0])):
            return found[1].decode("utf-8", "replace")
    return ""


def _properties(archive: Archive) -> dict[str, str]:
    """The properties that the United Nations' templates fill in; values may end in `_x000d_`."""
    if _PROPERTIES not in archive:
        return {}
    root = parts.parse(*_part(archive, _PROPERTIES))
    return {
        each.get("name", ""): "".join(map(str, each.itertext())).replace("_x000d_", " ").strip()
        for each in root
    }
