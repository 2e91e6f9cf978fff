r"""The masthead of a layout that names its fields: nothing is guessed, whatever the language.

>>> from transforms.blocks import Block
>>> fields_ = (Block("القرار", (0, 6), None, "field:adopted", ((0, 6),), label="2023-01-09"),)
>>> take(Layout("القرار", fields_, "application/akn+xml"), lambda layout, block: ())[0].adoption_date
datetime.date(2023, 1, 9)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from transforms.blocks import Block, Layout, SetAside
from transforms.errors import Refusal
from transforms.formats.told import FIELD, is_field
from transforms.masthead import fields
from transforms.masthead.values import Body, Masthead
from transforms.symbols import Symbol, parse


def take(layout: Layout, margins: Callable[[Layout, Block], Sequence[SetAside]]) -> tuple[Masthead, Body]:
    """A layout becomes its masthead and its body; the fields are those that the format names, wherever they stand."""
    own = tuple(block for block in layout.blocks if is_field(block))
    rest = tuple(block for block in layout.blocks if not is_field(block))
    margin = tuple(piece for block in own for piece in margins(layout, block))
    return _masthead(own), Body(layout, rest, margin, is_headed=bool(own))


def _masthead(own: Sequence[Block]) -> Masthead:
    authors = [" ".join(block.text.split()) for block in _named(own, "author")]
    symbols = [_symbols(block.label or "") for block in _named(own, "symbol")]
    return Masthead(
        symbols=symbols[0] if symbols else (),
        organs=tuple(block.label for block in _named(own, "organ") if block.label),
        session=_first(own, "session"),
        title=_first(own, "title"),
        author=authors[0] if authors else None,
        distribution=_first(own, "distribution"),
        distribution_date=_day(_first(own, "issued")),
        adoption_date=_day(_first(own, "adopted")) or _spelt(_named(own, "adopted")),
        agenda_items=tuple(
            dict.fromkeys(item for b in _named(own, "agenda") if b.label for item in _items(b.label))
        ),
        job_number=_first(own, "job"),
        spans=tuple(span for block in own for span in block.runs),
    )


def _named(own: Sequence[Block], name: str) -> list[Block]:
    """The fields of one name, those that are printed before those that the file only states."""
    named = [block for block in own if block.style == f"{FIELD}{name}"]
    return sorted(named, key=lambda block: not block.text)


def _first(own: Sequence[Block], name: str) -> str | None:
    return next((block.label for block in _named(own, name) if block.label), None)


def _symbols(text: str) -> tuple[Symbol, ...]:
    """The symbol of a cover; one that cannot be read is left to the file's name."""
    try:
        return parse(text.rstrip("* "))
    except Refusal:
        return ()


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _spelt(printed: Sequence[Block]) -> dt.date | None:
    """The day as it is printed, where the file states none: S/RES/2672 (2023) in Arabic states 0001-01-01."""
    days = (fields.date(fields.DATE.search(block.text)) for block in printed)
    return next((day for day in days if day is not None), None)


def _items(text: str) -> tuple[str, ...]:
    """Agenda items in short form, whatever the brackets of the language: `20 (a)` for `20 a)`."""
    return fields.agenda_items(text)
