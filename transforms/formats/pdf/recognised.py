"""What was recognised on the pictures of pages -> pages in values, as if their text had been drawn.

It comes as hOCR, the HTML that programs of recognition write (version 1.2 of its specification): boxes in dots from
the upper left corner, baselines as a slope and a height above the box.

    >>> pages(hocr, "A_45_696.pdf")[0].pieces[0].text
    'UNITED'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from lxml import etree

from transforms.formats import parts
from transforms.formats.pdf.values import Page, Piece, Rule

LEAST_SURE = 50
"""Lines whose words are less sure than this, of 100, are specks, handwriting and strokes of the emblem."""
WIDE = 12
"""Words of a line whose slope tells how the page lies in the scanner."""
ALIKE = 0.09
"""Lines whose type differs by less from the page's usual one have that one; recognition measures no better."""
LOW = 0.45
"""Of the type size: the height of `x`, which recognition measures best, in Times as in a typewriter's face."""

_PAGES = etree.XPath("//*[@class='ocr_page']")
_LINES = etree.XPath(".//*[*[@class='ocrx_word']]")
_WORDS = etree.XPath("*[@class='ocrx_word']")
_SEPARATORS = etree.XPath(".//*[@class='ocr_separator']")
_PROPERTY = re.compile(r"\s*([a-z_]+)\s+([^;]*)")
_NUMBER = re.compile(r"\d{1,3},")
"""The number of a paragraph, set before a wide gap: `12,` stands for `12.` in A/45/696/Add.1."""
_NOTE_MARKS = {"|": "1", "!": "1", "?": "2", ">": "3"}
"""Small raised digits at the head of a note, and what they were taken for in a picture of A/80/604/Add.11."""
SMALL, SMALLEST = 0.92, 0.7
"""Of the page's usual size: what is smaller is small print; what is smaller still is a raised mark."""
SHORT = (0.05, 0.35)
"""Of the page's width: how long the rule above notes is."""
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
    found = _found(_PAGES, root)
    sizes = [_size(line, _scale(element)) for element in found for line in _sure(element)]
    usual = median(sizes) if sizes else 0.0
    return tuple(_page(element, number, usual) for number, element in enumerate(found, 1))


def _scale(page: etree._Element) -> float:
    """How many points a dot of a page's picture is."""
    return 72 / (_properties(page).get("scan_res") or [300.0])[0]


def _sure(page: etree._Element) -> list[etree._Element]:
    """The lines of a page that are words."""
    return [line for line in _found(_LINES, page) if _sureness(line) >= LEAST_SURE]


def _page(element: etree._Element, number: int, usual: float) -> Page:
    """A page of a document whose type has that usual size."""
    scale = _scale(element)
    _, _, width, height = (value * scale for value in _properties(element)["bbox"])
    lines = _sure(element)
    sheet = _Sheet(scale, height, _slope(lines))
    pieces = [piece for line in lines for piece in _pieces(line, sheet, usual)]
    rules = tuple(_rules(element, sheet))
    short = [rule for rule in rules if _is_short(rule, width)]
    pieces = list(_levelled(pieces, usual, max((rule.high for rule in short), default=0.0)))
    for rule in short:
        above = (n for n, piece in enumerate(pieces, 1) if piece.base > rule.high)
        pieces.insert(max(above, default=0), _typed(rule, usual))
    return Page(number, width, height, tuple(pieces), rules)


def _slope(lines: list[etree._Element]) -> float:
    """How the page was turned in the scanner: the middle slope of its long lines."""
    long = [line for line in lines if len(_found(_WORDS, line)) >= WIDE]
    slopes = [said["baseline"][0] for line in long if "baseline" in (said := _properties(line))]
    return median(slopes) if slopes else 0.0


def _sureness(line: etree._Element) -> float:
    """How sure the words of a line are, of 100: the one in the middle."""
    return median(_properties(word).get("x_wconf", [100.0])[0] for word in _found(_WORDS, line))


def _size(line: etree._Element, scale: float) -> float:
    """The size of a line's type in points, from the height of its low letters."""
    said = _properties(line)
    _, top, _, bottom = said["bbox"]
    height = said.get("x_size", [bottom - top])[0]
    low = height - said.get("x_ascenders", [0.0])[0] - said.get("x_descenders", [0.0])[0]
    return (low / LOW if 0 < low < height else height) * scale


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
    found = _told_apart(found, usual)
    if found and sum(bool(_RIGHT_TO_LEFT.search(piece.text)) for piece in found) * 2 > len(found):
        text = "".join(piece.text for piece in found)
        lefts, rights = [piece.left for piece in found], [piece.right for piece in found]
        yield Piece(text, min(lefts), max(rights), median(piece.base for piece in found), size)
    else:
        yield from found


def _told_apart(words: list[Piece], usual: float) -> list[Piece]:
    """The words of a line with the spaces between them, however narrow, and its digits for what they were taken for."""
    texts = [word.text for word in words]
    for n, (word, after) in enumerate(pairwise(words)):
        is_close = after.left - word.right < word.size
        if word.text == "|" and is_close and n:
            texts[n] = "1"
        elif n == 0 and not is_close and _NUMBER.fullmatch(word.text):
            texts[n] = f"{word.text[:-1]}."
        elif n == 0 and is_close and word.size < SMALL * usual:
            texts[n] = _NOTE_MARKS.get(word.text, word.text)
    spaced = [f"{text} " for text in texts[:-1]] + texts[-1:]
    return [word._replace(text=text) for word, text in zip(words, spaced, strict=True)]


def _rules(element: etree._Element, sheet: _Sheet) -> Iterator[Rule]:
    for separator in _found(_SEPARATORS, element):
        left, top, right, bottom = (value * sheet.scale for value in _properties(separator)["bbox"])
        if min(right - left, bottom - top) <= _THIN:
            yield Rule(left, right, sheet.height - bottom, sheet.height - top)


def _levelled(pieces: Iterable[Piece], usual: float, foot: float) -> Iterator[Piece]:
    """The pieces, small print the page's usual size unless it stands below the rule of the notes: in a table it is text."""
    for piece in pieces:
        is_text = piece.base > foot and SMALLEST * usual < piece.size < usual
        yield piece._replace(size=usual) if is_text else piece


def _is_short(rule: Rule, width: float) -> bool:
    """Whether a rule is as short as the one above notes, and no part of a table."""
    return rule.is_lying and SHORT[0] < (rule.right - rule.left) / width < SHORT[1]


def _typed(rule: Rule, size: float) -> Piece:
    """A rule as it is typed, in underscores."""
    return Piece("_" * 10, rule.left, rule.right, rule.low, 0.7 * size)


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
