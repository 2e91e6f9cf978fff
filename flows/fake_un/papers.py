"""Papers: one invented document in one language, and the lines that are printed of it whatever the file.

>>> paper = Paper(("A/999/1000",), "en", "Lending of tide gauges", ("All is well.",))
>>> lines(paper)[-1]
Line(style='text', text='All is well.', number=1)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from flows.errors import Usage
from flows.fake_un.wording import Words, words

Style = Literal["session", "title", "heading", "text"]
LETTERS = {"ar": "A", "zh": "C", "en": "E", "fr": "F", "ru": "R", "es": "S"}
"""The letter of a language in a job number and in the address of a document."""
_BODY = re.compile(r"A/(HRC)\b|(A|S|E)\b")
_SUFFIX = re.compile(r"/(Add|Corr)\.\d+\Z")


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed. The numbered paragraphs are counted from 1; a preamble makes it a resolution.

    Attributes:
        symbols: canonical; two for a joint paper.
        language: one of the six, ISO 639-1.
        job_number: as in the document system's file names, `N9608081`.
    """

    symbols: tuple[str, ...]
    language: str
    title: str
    paragraphs: tuple[str, ...]
    preamble: tuple[str, ...] = ()
    date: dt.date = dt.date(2096, 3, 14)
    job_number: str = "N9600001"
    agenda_item: int = 41

    @property
    def symbol(self) -> str:
        """As printed in the masthead, a joint pair joined."""
        return "-".join(self.symbols)

    @property
    def organs(self) -> tuple[str, ...]:
        """The organs in short: A, S, E, HRC."""
        return tuple(organ(symbol) for symbol in self.symbols)

    @property
    def printed_job(self) -> str:
        """The job number at the foot of the first page: `96-08081 (E) 140396`."""
        digits = self.job_number[1:]
        return f"{digits[:2]}-{digits[2:]} ({LETTERS[self.language]}) {self.date:%d%m%y}"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the body; a numbered one has its number typed before it, and a tab."""

    style: Style
    text: str
    number: int | None = None


def organ(symbol: str) -> str:
    """The organ of a symbol in short; those of other bodies are the General Assembly's."""
    found = _BODY.match(symbol)
    return (found[1] or found[2]) if found else "A"


def lines(paper: Paper) -> tuple[Line, ...]:
    """Everything below the block with the symbol, in the order in which it is printed."""
    said = words(paper.language)
    head = _resolution(paper, said) if paper.preamble else _report(paper, said)
    numbered = (Line("text", text, number) for number, text in enumerate(paper.paragraphs, start=1))
    return (*_sessions(paper, said), *head, *numbered)


def _sessions(paper: Paper, said: Words) -> Iterator[Line]:
    for organ_ in paper.organs:
        yield Line("session", said.sessions[organ_])
        if organ_ != "S":
            yield Line("session", said.agenda.format(item=paper.agenda_item))


def _report(paper: Paper, said: Words) -> Iterator[Line]:
    yield Line("title", paper.title)
    yield Line("heading", said.report)
    if suffix := _SUFFIX.search(paper.symbols[0]):
        yield Line("heading", said.stamps[suffix[1]])


def _resolution(paper: Paper, said: Words) -> Iterator[Line]:
    body, _, number = paper.symbols[0].partition("/RES/")
    adopted = said.dated(paper.date)
    if body == "S":
        yield Line("title", said.resolution_S.format(number=number))
        yield Line("heading", said.adopted_S.format(date=adopted))
    else:
        yield Line("heading", said.adopted_A.format(date=adopted))
        yield Line("title", f"{number}. {paper.title}")
    yield Line("text", said.openings["S" if body == "S" else "A"])
    yield from (Line("text", text) for text in paper.preamble)


def missing(library: str) -> Usage:
    """What is said where a library that makes documents is not there."""
    return Usage(
        f"{library} is not installed, and invented documents are made with it; install unfold-un[fake-un]."
    )
