"""Invention: documents of sessions and years that do not exist, with troubles dealt out in fixed shares.

>>> [document.symbol for document in invent(3, 0, ("en",))]
['A/999/1000', 'A/RES/999/1', 'S/2096/1']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from typing import TypeVar

from flows.fake_un.documents import Condition, Document, Record, Shape
from flows.fake_un.lots import lot, shuffle
from flows.fake_un.papers import Paper
from flows.fake_un.wording import LANGUAGES, report, resolution, words

_T = TypeVar("_T")
_PLAIN = 28
_CONDITIONS = (
    *[Condition.HELD] * _PLAIN,
    *[Condition.ABSENT, Condition.LATER, Condition.CHANGED] * 2,
    Condition.SILENT,
    Condition.MALFORMED,
    Condition.WRONG_DOCUMENT,
    Condition.WRONG_LANGUAGE,
    Condition.TOO_LARGE,
    Condition.NOT_A_DOCUMENT,
)
"""Of every 40 documents, this many of each."""
_SHAPES = (
    *[Shape.BOTH] * 3,
    *[Shape.DOCX, Shape.PDF] * 2,
    *[Shape.DOC_IS_OOXML] * 2,
    Shape.DOC_IS_PDF,
)
_RECORDS = (*[Record.PLAIN] * 8, *[record for record in Record if record is not Record.PLAIN] * 2)
_FIRST_DAY = dt.date(2096, 1, 4)


def invent(number: int, seed: int, languages: Sequence[str]) -> tuple[Document, ...]:
    """So many documents; the same number, seed and languages give the same ones."""
    symbols = tuple(islice(_symbols(), number))
    conditions = _deal(_CONDITIONS, seed, "condition")
    shapes = _deal(_SHAPES, seed, "shape")
    records = _deal(_RECORDS, seed, "record")
    return tuple(
        _behaving(_plain(index, symbols, seed, languages), next(conditions), next(shapes), next(records))
        for index in range(number)
    )


def job_number(index: int, language: str) -> str:
    """The job number of a document's version in one language; no two share one."""
    serial = index * len(LANGUAGES) + LANGUAGES.index(language)
    return f"N{(96 + serial // 100_000) % 100:02d}{serial % 100_000:05d}"


def _symbols() -> Iterator[tuple[str, ...]]:
    """Twenty kinds of symbols, round and round; an addendum belongs to the report of its round."""
    for turn in count():
        a, s, res, sc = 1000 + 9 * turn, 1 + 5 * turn, 1 + 3 * turn, 9000 + turn
        yield from [
            (f"A/999/{a}",), (f"A/RES/999/{res}",), (f"S/2096/{s}",), (f"A/999/{a + 1}",),
            (f"S/RES/{sc} (2096)",), (f"A/999/{a + 2}", f"S/2096/{s + 1}"), (f"A/999/{a}/Add.1",), (f"E/2096/{1 + turn}",),
            (f"A/RES/999/{res + 1}",), (f"A/999/{a + 3}",), (f"S/2096/{s + 2}",), (f"A/999/{a + 1}/Corr.1",),
            (f"A/HRC/999/{1 + turn}",), (f"A/999/{a + 4}",), (f"A/RES/999/{res + 2}",), (f"A/999/{a + 3}/Rev.1",),
            (f"A/C.2/999/L.{1 + turn}",), (f"A/999/{a + 5}",), (f"S/2096/{s + 3}",), (f"A/999/{a + 6}",),
        ]  # fmt: skip


def _deal(cards: Sequence[_T], seed: int, name: str) -> Iterator[_T]:
    """Shuffled packs of cards one after another, for ever; each pack has every card."""
    for pack in count():
        yield from shuffle(cards, seed, name, pack)


def _behaving(document: Document, condition: Condition, shape: Shape, record: Record) -> Document:
    """The document with what was dealt to it; what the system lacks is in the catalogue."""
    is_lacking = condition in (Condition.ABSENT, Condition.SILENT)
    return replace(document, condition=condition, shape=shape, record=Record.PLAIN if is_lacking else record)


def _plain(index: int, symbols: Sequence[tuple[str, ...]], seed: int, languages: Sequence[str]) -> Document:
    cites = tuple("-".join(symbols[other]) for other in _cited(index, len(symbols), seed))
    papers = {language: _paper(symbols[index], index, seed, language, cites) for language in languages}
    patience = 1 + lot(seed, index, "patience") % 3
    return Document(symbols[index], papers, patience=patience, cites=cites)


def _cited(index: int, number: int, seed: int) -> tuple[int, ...]:
    """Up to two documents among the neighbours, so that a closure grows and ends."""
    wanted = lot(seed, index, "cites") % 3
    near = (index + 1 + lot(seed, index, "cited", turn) % 20 for turn in range(wanted))
    return tuple(dict.fromkeys(other % number for other in near if other % number != index))


def _paper(symbols: tuple[str, ...], index: int, seed: int, language: str, cites: Sequence[str]) -> Paper:
    said = (seed, symbols[0])
    is_resolution = "/RES/" in symbols[0]
    preamble, paragraphs = (
        resolution(language, said, cites) if is_resolution else ((), report(language, said, cites))
    )
    titles = words(language).titles
    return Paper(
        symbols=symbols,
        language=language,
        title=titles[lot(*said, "title") % len(titles)],
        paragraphs=paragraphs,
        preamble=preamble,
        date=_FIRST_DAY + dt.timedelta(days=lot(*said, "day") % 340),
        job_number=job_number(index, language),
        agenda_item=10 + lot(*said, "item") % 160,
    )
