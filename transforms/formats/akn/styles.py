"""What a paragraph of an AKN file is, told from its number, its word processor's style and how its text opens.

>>> paragraph = etree.fromstring('<paragraph class="H23"><num>A.</num><content><p>Arms embargo</p></content></paragraph>')
>>> level(paragraph, "A.", is_annex=False)
3
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from transforms.formats.akn.cover import fold
from transforms.formats.akn.parsing import tag

HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
LISTS = frozenset({"list", "sublist", "blockList"})
POINTS = frozenset({"point", "item", "indent"})
INTROS = frozenset({"intro", "listIntroduction"})
UPRIGHT = frozenset({"ara", "zho", "chi"})
"""Languages whose verbs are not slanted in every file: of A/RES/77/120, in neither of the two."""
COMMA = (",", "\u060c", "\uff0c", "\u3001")
FULL_STOP = (".", "\u3002")
_SENTENCE = (*FULL_STOP, ";", ":", "\uff1a", "\uff1b", "\u061b")
_LEVELS = {"HCh": 1, "H1": 2, "TitleH2": 3, "BLUEHeadingH2": 3, "H23": 3, "H4": 4, "H56": 5}
"""Paragraph styles of the United Nations' word processor that are headings."""
_COUNTED = re.compile(r"\d{1,4}\s?[.\-\u2013\uff0e]?\Z")
_TYPED = re.compile(r"\d{1,3}(?:\s?[.\-\u2013])?\s+[^\W\d_]")
_CAPITAL = re.compile(r"[A-Z\u0410-\u042f]{1,5}\.\Z")
LONGEST = 400
"""Characters of a heading; what is longer is text, whatever its style."""
TITLE = 120
"""Characters of a line of an annex that may be its title without any style: S/RES/2713 (2023) in Chinese."""


def number(element: etree._Element) -> str:
    """The official number, as printed; empty where there is none."""
    found = next((child for child in element if tag(child) == "num"), None)
    return fold(found) if found is not None else ""


def is_counted(printed: str) -> bool:
    """Whether a number is one that counts paragraphs: `12.`, `12 -`."""
    return bool(_COUNTED.match(printed))


def is_typed(text: str) -> bool:
    """Whether a number is typed at the head of a text that has none of its own, as in most Arabic files of 2022."""
    return bool(_TYPED.match(text))


def level(paragraph: etree._Element, printed: str, *, is_annex: bool) -> int:
    """The level of a heading; 0 for a paragraph that is none."""
    text = fold(paragraph)
    if is_counted(printed) or len(text) > LONGEST or text.endswith(COMMA):
        return 0
    is_headed = any(tag(child) in HEADINGS for child in paragraph)
    styled = _LEVELS.get(paragraph.get("class") or "", 3 if is_headed else 0)
    if is_headed or not text.endswith(_SENTENCE):
        is_titled = is_annex and not printed and len(text) <= TITLE
        return styled or (2 if _CAPITAL.match(printed) else 3 if is_titled and text else 0)
    return 0


def lines(part: etree._Element) -> list[etree._Element]:
    """The lines of a part: its paragraphs of running text, or itself."""
    found = [child for child in part if tag(child) == "p"]
    is_mixed = bool((part.text or "").strip()) or len(found) != len(part)
    return [part] if is_mixed or not found else found


def flat(parts: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The parts of a paragraph, a content that holds lists or tables taken apart."""
    for part in parts:
        if tag(part) == "content" and any(tag(child) in {"table", *LISTS} for child in part):
            yield from (child for child in part if tag(child))
        elif tag(part):
            yield part


def is_slanted(element: etree._Element) -> bool:
    """Whether a text opens with a slanted word, as the verb of an operative paragraph does."""
    first = next((child for child in element.iter("{*}p") if fold(child)), None)
    if first is None or (first.text or "").strip(" \t\n0123456789.-"):
        return False
    opening = next((child for child in first if fold(child)), None)
    return opening is not None and "italic" in (opening.get("class") or "")


def is_within(element: etree._Element, name: str) -> bool:
    """Whether an element stands somewhere in one of that name."""
    return any(tag(up) == name for up in element.iterancestors())


def eid(element: etree._Element) -> str | None:
    """The name that the file gives an element, or the nearest around it."""
    return next((up.get("eId") for up in (element, *element.iterancestors()) if up.get("eId")), None)


def quoted(line: etree._Element) -> etree._Element | None:
    """The quotation that is all there is of a line."""
    found = line.find(".//{*}quotedStructure")
    return found if found is not None and fold(found) == fold(line) else None
