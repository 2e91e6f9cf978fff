"""Pieces of a tagged page -> drafts, one for each block that the tags name.

>>> [draft.kind for draft in drafts(page, pieces)]
['heading', 'text', 'cell', 'cell']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from transforms.formats.pdf import baselines
from transforms.formats.pdf.drafts import CELL, CONTENTS, HEADING, NOTE, TEXT, Draft
from transforms.formats.pdf.laid import is_label
from transforms.formats.pdf.values import Element, Page, Piece

_HEADING = re.compile(r"H(?:eading)?\s?([1-6])?\Z|(Title)\Z")
_CALLED = re.compile(
    r"(?:Table|Figure|Map|Box|Tableau|Cuadro|Gr\u00e1fico|Recuadro|\u0422\u0430\u0431\u043b\u0438\u0446\u0430|\u0420\u0438\u0441\u0443\u043d\u043e\u043a|\u8868|\u56fe)\s?[\w.]{1,8}\Z",
    re.IGNORECASE,
)
"""What a table or a figure is called before its title."""
_NOTES = frozenset({"Note", "FENote", "Footnote", "Endnote"})
_LABELS = frozenset({"Lbl"})
_NOWHERE = Element(0, "P")
ENOUGH = 0.6
"""The part of a page's letters that must be tagged for the tags to be believed."""


def is_tagged(page: Page, pieces: Sequence[Piece]) -> bool:
    """Whether the tags name the block of most letters of a page."""
    letters = tagged = 0
    for piece in pieces:
        letters += len(piece.text)
        tagged += len(piece.text) if piece.tag in page.elements else 0
    return bool(letters) and tagged >= ENOUGH * letters


def drafts(page: Page, pieces: Sequence[Piece]) -> list[Draft]:
    """The blocks of a tagged page in the order in which they were drawn."""
    found: list[Draft] = []
    blocks = [
        (element, list(own))
        for element, own in groupby(pieces, lambda piece: page.elements.get(piece.tag, _NOWHERE))
    ]
    for element, own in _merged(blocks):
        lines = baselines.make(own, splits=False)
        if not lines:
            continue
        draft = _draft(page, element, lines)
        if found and _is_one_title(found[-1], draft):
            found[-1].lines.extend(draft.lines)
        else:
            found.append(draft)
    return found


def _is_one_title(before: Draft, draft: Draft) -> bool:
    """Whether a heading goes on in a line of its own: "Subprogramme 1" and what it is called (A/81/6 (Sect. 17))."""
    last, line = before.lines[-1], draft.lines[0]
    return (
        before.kind == draft.kind == HEADING
        and before.level == draft.level
        and abs(last.size - line.size) < 0.3
        and (last.is_bold == line.is_bold or bool(_CALLED.match(before.text)))
        and 0 < last.base - line.base < 1.6 * line.size
        and not is_label(line.text)
    )


def _merged(blocks: Sequence[tuple[Element, list[Piece]]]) -> list[tuple[Element, list[Piece]]]:
    """Blocks whose tag comes again behind a link or a note are one; a label is one with what it labels."""
    merged: list[tuple[Element, list[Piece]]] = []
    for element, own in blocks:
        if not any(piece.text.strip() for piece in own):
            continue
        last = merged[-1] if merged else None
        if last is not None and (last[0].key == element.key or _labels(last[0], element)):
            last[1].extend(own)
            merged[-1] = (element, last[1])
        else:
            merged.append((element, own))
    return merged


def _labels(label: Element, element: Element) -> bool:
    return label.role in _LABELS and element.role not in _LABELS and label.place == element.place


def _draft(page: Page, element: Element, lines: list[baselines.Line]) -> Draft:
    kind, level = TEXT, 0
    heading = _HEADING.match(element.role)
    if element.place is not None:
        kind = CELL
    elif element.role in _NOTES:
        kind = NOTE
    elif element.role.startswith("TOC"):
        kind = CONTENTS
    elif heading is not None:
        kind, level = HEADING, int(heading[1] or 1)
    return Draft(kind, lines, page.number, level, element.place)
