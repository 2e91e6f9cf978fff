"""World: what exists in the invented system, and what is true of every symbol in it.

>>> world = World.invented(40)
>>> world.truth("A/999/1000", "en").state
'held'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from flows.fake_un.documents import Condition, Document, Record, Shape, Type
from flows.fake_un.files import File, fallback, files
from flows.fake_un.invention import invent
from flows.fake_un.papers import Paper
from transforms.errors import Refusal
from transforms.symbols import join, parse

State = Literal[
    "held", "absent", "malformed", "wrong-document", "wrong-language", "too-large", "not-a-document"
]
_STATES: Mapping[Condition, State] = {
    Condition.HELD: "held",
    Condition.LATER: "held",
    Condition.CHANGED: "held",
    Condition.ABSENT: "absent",
    Condition.SILENT: "absent",
    Condition.MALFORMED: "malformed",
    Condition.WRONG_DOCUMENT: "wrong-document",
    Condition.WRONG_LANGUAGE: "wrong-language",
    Condition.TOO_LARGE: "too-large",
    Condition.NOT_A_DOCUMENT: "not-a-document",
}


@dataclass(frozen=True, slots=True)
class Truth:
    """What a perfect client ends up with, and the digests of every body it may rightly keep."""

    state: State
    sha256s: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CatalogueTruth:
    """What a reconciliation of the Library with the document system should find.

    Attributes:
        only_in_catalogue: recorded, and absent from the document system.
        only_in_system: held there, and not recorded.
        odd: by what is odd about the record.
    """

    only_in_catalogue: frozenset[str]
    only_in_system: frozenset[str]
    odd: Mapping[Record, frozenset[str]]


class World:
    """Documents and their files, all made when the world is; a server changes nothing in it."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(documents)
        self.languages = tuple(sorted({language for each in documents for language in each.papers}))
        self._files = {
            (document.symbol, language): files(documents, index, language)
            for index, document in enumerate(documents)
            for language in document.papers
        }
        self._by_path = {file.path: file for each in self._files.values() for file in each.values()}
        self._by_symbol = {_key(symbol): document for document in documents for symbol in document.symbols}
        self._by_symbol |= {_key(document.symbol): document for document in documents}

    @classmethod
    def invented(cls, count: int, seed: int = 0, languages: Sequence[str] = ("en",)) -> World:
        """A world of so many documents, three in ten of which misbehave. English is always among the languages."""
        return cls(invent(count, seed, tuple(sorted({"en", *languages}))))

    @classmethod
    def of(
        cls,
        papers: Iterable[Paper],
        conditions: Mapping[str, Condition] | None = None,
        shapes: Mapping[str, Shape] | None = None,
        records: Mapping[str, Record] | None = None,
        patience: int = 2,
    ) -> World:
        """A world of papers made by hand; what is said of a symbol (a joint one whole) holds for all its languages."""
        joined = list(_together(papers).items())
        return cls(
            [
                Document(
                    symbols,
                    versions,
                    (conditions or {}).get("-".join(symbols), Condition.HELD),
                    (shapes or {}).get("-".join(symbols), Shape.BOTH),
                    patience,
                    record=(records or {}).get("-".join(symbols), Record.PLAIN),
                )
                for symbols, versions in joined
            ]
        )

    @property
    def symbols(self) -> tuple[str, ...]:
        """All there is to ask for, joint symbols whole."""
        return tuple(document.symbol for document in self.documents)

    def find(self, symbol: str) -> Document | None:
        """The document under a symbol, a half of a joint one too; None where there is none.

        Raises:
            Refusal: it is no symbol.
        """
        return self._by_symbol.get(_key(symbol)) or self._by_symbol.get(_key(join(parse(symbol))))

    def file(self, path: str) -> File | None:
        """What stands at a lower-case path."""
        return self._by_path.get(path)

    def files(self, document: Document, language: str) -> Mapping[Type, File]:
        """The files of a document in a language, by what they are asked for as."""
        return self._files.get((document.symbol, language), {})

    def citations(self, symbol: str) -> tuple[str, ...]:
        """The symbols that an invented document's text cites, all of this world."""
        document = self.find(symbol)
        return document.cites if document else ()

    def truth(self, symbol: str, language: str) -> Truth:
        """What a perfect client ends up with for a symbol in a language."""
        try:
            document = self.find(symbol)
        except Refusal:
            return Truth("malformed")
        if document is None or language not in document.papers:
            return Truth("absent")
        state = _STATES[document.condition]
        if document.condition is Condition.WRONG_LANGUAGE and language == fallback(document):
            state = "held"
        bodies = (body for file in self.files(document, language).values() for body in file.versions)
        return Truth(state, frozenset(sha256(body).hexdigest() for body in bodies if state == "held"))

    def catalogue_truth(self) -> CatalogueTruth:
        """Where the Library's records and the document system differ, and which records are odd."""
        odd: dict[Record, frozenset[str]] = {
            record: frozenset(document.symbol for document in self.documents if document.record is record)
            for record in Record
            if record not in (Record.PLAIN, Record.NONE)
        }
        return CatalogueTruth(frozenset(self._lacking()), frozenset(self._unrecorded()), odd)

    def _lacking(self) -> Iterator[str]:
        for document in self.documents:
            if document.record is not Record.NONE and _STATES[document.condition] == "absent":
                yield document.symbol

    def _unrecorded(self) -> Iterator[str]:
        for document in self.documents:
            is_held = self.truth(document.symbol, fallback(document)).state == "held"
            if document.record is Record.NONE and is_held:
                yield document.symbol


def _together(papers: Iterable[Paper]) -> dict[tuple[str, ...], dict[str, Paper]]:
    found: dict[tuple[str, ...], dict[str, Paper]] = {}
    for paper in papers:
        found.setdefault(paper.symbols, {})[paper.language] = paper
    return found


def _key(symbol: str) -> str:
    return symbol.replace(" ", "").casefold()
