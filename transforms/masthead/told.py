r"""The masthead of a layout that names its fields: nothing is guessed, whatever the language.

>>> from transforms.blocks import Block
>>> fields_ = (Block("القرار", (0, 6), None, "field:adopted", ((0, 6),), label="2023-01-09"),)
>>> take(Layout("القرار", fields_, "application/akn+xml"))[0].adoption_date
datetime.date(2023, 1, 9)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from transforms.blocks import Block, Layout, SetAside
from transforms.errors import Refusal
from transforms.formats.told import FIELD, is_field
from transforms.masthead import fields
from transforms.masthead.values import Body, Masthead
from transforms.symbols import Symbol, parse

_MONTHS = {
    name: number
    for names in (
        "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DAY = re.compile(
    r"(\d{1,2})(?:er)?\s+(?:de\s+)?(?:[\u0621-\u064a ]{2,20}/)?([^\W\d_]{3,12})\s+(?:de\s+)?(\d{4})"
)
"""`9 كانون الثاني/يناير 2023`, `11 января 2023`, `14 de julio de 2023`."""
_ITEM = re.compile(r"(\d{1,3})(?:\s*\(?([a-z]{1,2})\))?")


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
    for block in printed:
        for day, month, year in _DAY.findall(block.text):
            if (number := _MONTHS.get(month.lower())) is not None:
                return _day(f"{year}-{number:02}-{int(day):02}")
    return None


def _items(text: str) -> tuple[str, ...]:
    """Agenda items in short form, whatever the brackets of the language: `20 (a)` for `20 a)`."""
    found = fields.agenda_items(text)
    return found or tuple(f"{n} ({part})" if part else n for n, part in _ITEM.findall(text))
