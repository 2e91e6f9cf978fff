"""What was recognised on the pictures of pages -> pages in values, as if their text had been drawn.

It comes as hOCR, the HTML that programs of recognition write (version 1.2 of its specification): boxes in dots from
the upper left corner, baselines as a slope and a height above the box.

    >>> pages(hocr, "A_45_696.pdf")[0].pieces[0].text
    'UNITED'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from lxml import etree

from transforms.formats import parts
from transforms.formats.pdf.values import Page, Piece, Rule

LEAST_SURE = 50
"""Lines whose words are less sure than this, of 100, are specks, handwriting and strokes of the emblem."""
WIDE = 12
"""Words of a line whose slope tells how the page lies in the scanner."""
ALIKE = 0.18
"""Lines whose type differs by less from the page's usual one have that one; recognition measures no better."""

_PAGES = etree.XPath("//*[@class='ocr_page']")
_LINES = etree.XPath(".//*[*[@class='ocrx_word']]")
_WORDS = etree.XPath("*[@class='ocrx_word']")
_SEPARATORS = etree.XPath(".//*[@class='ocr_separator']")
_PROPERTY = re.compile(r"\s*([a-z_]+)\s+([^;]*)")
_NUMBER = re.compile(r"\d{1,3},")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_THIN = 2.5


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How dots become points: so many points a dot, the height of the page, and how it is turned (rise per run)."""

    scale: float
    height: float
    slope: float


def pages(recognised: bytes, name: str) -> tuple[Page, ...]:
    """The pages, in the order in which they were recognised.

    Raises:
        Refusal: hostile-xml, broken.
    """
    root = parts.parse(recognised, name)
    return tuple(_page(element, number) for number, element in enumerate(_found(_PAGES, root), 1))


def _page(element: etree._Element, number: int) -> Page:
    said = _properties(element)
    _, _, width, height = said["bbox"]
    scale = 72 / (said.get("scan_res") or [300.0])[0]
    lines = [line for line in _found(_LINES, element) if _sureness(line) >= LEAST_SURE]
    sheet = _Sheet(scale, height * scale, _slope(lines))
    usual = median(sizes) if (sizes := [_size(line, scale) for line in lines]) else 0.0
    pieces = tuple(piece for line in lines for piece in _pieces(line, sheet, usual))
    rules = tuple(_rules(element, sheet))
    return Page(number, width * scale, height * scale, pieces, rules, has_images=True)


def _slope(lines: list[etree._Element]) -> float:
    """How the page was turned in the scanner: the middle slope of its long lines."""
    long = [line for line in lines if len(_found(_WORDS, line)) >= WIDE]
    slopes = [said["baseline"][0] for line in long if "baseline" in (said := _properties(line))]
    return median(slopes) if slopes else 0.0


def _sureness(line: etree._Element) -> float:
    """How sure the words of a line are, of 100: the one in the middle."""
    return median(_properties(word).get("x_wconf", [100.0])[0] for word in _found(_WORDS, line))


def _size(line: etree._Element, scale: float) -> float:
    said = _properties(line)
    _, top, _, bottom = said["bbox"]
    return said.get("x_size", [bottom - top])[0] * scale


def _pieces(line: etree._Element, sheet: _Sheet, usual: float) -> Iterator[Piece]:
    """The words of a line, each a piece; a line that runs to the left is one, since its words stand in their order."""
    said = _properties(line)
    left, _, _, bottom = said["bbox"]
    slope, rise = said.get("baseline", [0.0, 0.0])
    size = _size(line, sheet.scale)
    size = usual if abs(size - usual) < ALIKE * usual else size
    found: list[Piece] = []
    for word in _found(_WORDS, line):
        own = _properties(word)
        start, _, end, _ = own["bbox"]
        text = "".join(word.itertext()).strip()
        if text:
            base = bottom + rise + slope * (start - left) - sheet.slope * start
            found.append(
                Piece(text, start * sheet.scale, end * sheet.scale, sheet.height - base * sheet.scale, size)
            )
    found = _told_apart(found)
    if found and sum(bool(_RIGHT_TO_LEFT.search(piece.text)) for piece in found) * 2 > len(found):
        text = "".join(piece.text for piece in found)
        lefts, rights = [piece.left for piece in found], [piece.right for piece in found]
        yield Piece(text, min(lefts), max(rights), median(piece.base for piece in found), size)
    else:
        yield from found


def _told_apart(words: list[Piece]) -> list[Piece]:
    """The words of a line with the spaces between them, however narrow; a comma after its number is a full stop.

    `12,` before a wide gap stands in A/45/696/Add.1 for the twelfth paragraph, whose number is printed `12.`
    """
    apart = [replace(word, text=f"{word.text} ") for word in words[:-1]] + words[-1:]
    if len(words) > 1 and words[1].left - words[0].right > words[0].size and _NUMBER.fullmatch(words[0].text):
        apart[0] = replace(apart[0], text=f"{words[0].text[:-1]}. ")
    return apart


def _rules(element: etree._Element, sheet: _Sheet) -> Iterator[Rule]:
    for separator in _found(_SEPARATORS, element):
        left, top, right, bottom = (value * sheet.scale for value in _properties(separator)["bbox"])
        if min(right - left, bottom - top) <= _THIN:
            yield Rule(left, right, sheet.height - bottom, sheet.height - top)


def _properties(element: etree._Element) -> dict[str, list[float]]:
    """The numbers of an element's title: `bbox 197 134 417 185; x_wconf 96`."""
    said: dict[str, list[float]] = {}
    for match in _PROPERTY.finditer(element.get("title", "")):
        try:
            said[match[1]] = [float(value) for value in match[2].split()]
        except ValueError:  # the name of the picture
            continue
    return said


def _found(path: etree.XPath, element: etree._Element) -> list[Any]:
    found: list[Any] = path(element)
    return found
