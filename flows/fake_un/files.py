"""Files: which addresses a document has, and the bytes behind each.

>>> files([document], 0, "en")["pdf"].location
'/doc/UNDOC/GEN/N96/000/01/PDF/N9600001.PDF'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Literal

from flows.fake_un.documents import Condition, Document, Shape, Type
from flows.fake_un.docx import docx
from flows.fake_un.invention import job_number
from flows.fake_un.papers import Paper
from flows.fake_un.pdf import PRINTABLE, pdf
from flows.fake_un.wording import report, words

Ending = Literal["PDF", "DOC", "DOCX"]
Make = Literal["docx", "pdf"]
TOO_LARGE = 40 * 1024 * 1024
MEDIA_TYPES: Mapping[Ending, str] = {
    "PDF": "application/pdf",
    "DOC": "application/msword",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""What the server says by the ending of an address, which is not always what the bytes are."""
_SHAPES: Mapping[Shape, Mapping[Type, tuple[Ending, Make]]] = {
    Shape.DOCX: {"doc": ("DOCX", "docx")},
    Shape.PDF: {"pdf": ("PDF", "pdf")},
    Shape.BOTH: {"doc": ("DOCX", "docx"), "pdf": ("PDF", "pdf")},
    Shape.DOC_IS_OOXML: {"doc": ("DOC", "docx"), "pdf": ("PDF", "pdf")},
    Shape.DOC_IS_PDF: {"doc": ("DOC", "pdf"), "pdf": ("PDF", "pdf")},
}
_MAGIC: Mapping[Make, bytes] = {"docx": b"PK\x03\x04", "pdf": b"%PDF-1.7\n"}
_STRANGER = "A/998/20"
"""A symbol that no invented world holds."""
_PRESS = Lock()
"""Files made while the server runs are made one at a time."""


@dataclass(frozen=True, slots=True)
class File:
    """What stands at one address. A second version takes the place of the first once that was delivered.

    Attributes:
        location: as the access answer gives it, in upper case; the file itself is at the lower-case path.
        filler: bytes that follow the content, up to a size that nobody should take.
    """

    document: Document
    language: str
    type: Type
    location: str
    media_type: str
    make: Make
    versions: tuple[bytes, ...]
    filler: int = 0

    @property
    def path(self) -> str:
        """Where it is served."""
        return self.location.lower()


def files(documents: Sequence[Document], index: int, language: str) -> dict[Type, File]:
    """The files of one of the documents in a language, by what they are asked for as; none where none is given out."""
    document = documents[index]
    shape = document.shape if language in PRINTABLE else Shape.DOCX
    found: dict[Type, File] = {}
    for type_, (ending, make) in _SHAPES[shape].items():
        if versions := _versions(documents, index, language, make):
            filler = TOO_LARGE if document.condition is Condition.TOO_LARGE else 0
            location = _location(job_number(index, language), ending)
            found[type_] = File(
                document, language, type_, location, MEDIA_TYPES[ending], make, versions, filler
            )
    return found


def fallback(document: Document) -> str:
    """The language whose bytes are given for one that is not known: English where there is English."""
    return "en" if "en" in document.papers else min(document.papers)


def stranger(file: File) -> bytes:
    """The same text under a symbol that was not asked for."""
    return _made(replace(file.document.papers[file.language], symbols=(_STRANGER,)), file.make)


def foreigner(file: File) -> bytes:
    """The same document in a language that was not asked for."""
    language = "fr" if file.language == "en" else "en"
    paper = file.document.papers.get(language) or _translated(file.document.papers[file.language], language)
    return _made(paper, file.make)


def _versions(documents: Sequence[Document], index: int, language: str, make: Make) -> tuple[bytes, ...]:
    document = documents[index]
    paper = document.papers[language]
    match document.condition:
        case Condition.HELD | Condition.LATER:
            return (_made(paper, make),)
        case Condition.CHANGED:
            return _made(paper, make), _made(_revised(paper), make)
        case Condition.WRONG_DOCUMENT:
            return (_made(_neighbour(documents, index, language), make),)
        case Condition.WRONG_LANGUAGE:
            return (_made(paper, make),) if language == fallback(document) else ()
        case Condition.TOO_LARGE:
            return (_MAGIC[make],)
        case Condition.ABSENT | Condition.SILENT | Condition.MALFORMED | Condition.NOT_A_DOCUMENT:
            return ()


def _made(paper: Paper, make: Make) -> bytes:
    with _PRESS:
        return docx(paper) if make == "docx" else pdf(paper)


def _revised(paper: Paper) -> Paper:
    """A week later, with one paragraph more."""
    return replace(
        paper,
        date=paper.date + dt.timedelta(days=7),
        paragraphs=(*paper.paragraphs, paper.paragraphs[0]),
    )


def _neighbour(documents: Sequence[Document], index: int, language: str) -> Paper:
    paper = documents[(index + 1) % len(documents)].papers.get(language)
    own = documents[index].papers[language]
    return replace(own, symbols=(_STRANGER,)) if paper is None or paper == own else paper


def _translated(paper: Paper, language: str) -> Paper:
    text = report(language, paper.symbol, ())
    return replace(paper, language=language, title=words(language).titles[0], paragraphs=text, preamble=())


def _location(job: str, ending: Ending) -> str:
    """`N9608081` and `PDF` become `/doc/UNDOC/GEN/N96/080/81/PDF/N9608081.PDF`."""
    folder = "PDF" if ending == "PDF" else "DOC"
    return f"/doc/UNDOC/GEN/{job[:3]}/{job[3:6]}/{job[6:]}/{folder}/{job}.{ending}"
