"""A corrigendum becomes corrections: which document, in which place, what is to be read for what.

>>> [found.place for found in find(("A/999/1/Corr.1",), structure)]
['Paragraph 5, first sentence', 'Paragraph 9']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.corrections import orders, places
from transforms.corrections.orders import Order
from transforms.corrections.places import Place
from transforms.paragraphs import Paragraph, Section, Structure

__all__ = ["Correction", "find"]

_CORRIGENDUM = re.compile(r"/Corr\.\d+")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right; `eid` is the paragraph of the corrigendum that says so, None where a heading does."""

    eid: str | None
    corrected_symbol: str
    place: str | None
    label: str | None
    action: str
    words: str
    old: str | None
    new: str | None


def find(symbols: Sequence[str], structure: Structure) -> tuple[Correction, ...]:
    """The corrections of a corrigendum in order; none where no symbol says that it is one."""
    own = next((symbol for symbol in symbols if _CORRIGENDUM.search(symbol)), None)
    if own is None:
        return ()
    corrected = _CORRIGENDUM.sub("", own)
    return tuple(
        Correction(
            one.eid,
            corrected,
            one.place.printed if one.place else None,
            one.place.label if one.place else None,
            one.order.action,
            one.order.words,
            one.order.old,
            one.order.new,
        )
        for one in _ordered(structure)
    )


@dataclass(frozen=True, slots=True)
class _Ordered:
    """An order in its place."""

    eid: str | None
    place: Place | None
    order: Order


def _ordered(structure: Structure) -> Iterator[_Ordered]:
    """Orders, each with the last place named before it; what follows an order is the text to be read."""
    place: Place | None = None
    open_: _Ordered | None = None
    for row in _rows(structure):
        eid = row.eid if isinstance(row, Paragraph) else None
        text = row.text if isinstance(row, Paragraph) else row.heading
        found, rest = _placed(text)
        order = orders.read(rest)
        if found is None and order is None:
            open_ = _with(open_, text)
            continue
        if open_ is not None:
            yield open_
        place = found or place
        open_ = _Ordered(eid, place, order) if order is not None else None
    if open_ is not None:
        yield open_


def _rows(structure: Structure) -> list[Section | Paragraph]:
    """Headings and paragraphs as they stand in the document."""
    rows: list[Section | Paragraph] = [*structure.sections, *structure.paragraphs]
    return sorted(rows, key=lambda row: row.spans[0] if row.spans else (0, 0))


def _placed(text: str) -> tuple[Place | None, str]:
    """The place a text begins with and what stands behind it; a place that no order follows is text to be read."""
    bare = re.sub(r"\A\d{1,3}\.\s+", "", text)
    place = places.read(bare)
    rest = bare[place.size :].lstrip(" :;,.\u2014\u2013-") if place else text
    if place is not None and rest and orders.read(rest) is None:
        return None, text
    return place, rest


def _with(open_: _Ordered | None, text: str) -> _Ordered | None:
    """An order with a paragraph more of the text that it asks to be read."""
    if open_ is None or open_.order.action == "delete":
        return open_
    new = text if open_.order.new is None else f"{open_.order.new} {text}"
    return replace(open_, order=replace(open_.order, new=new))
