"""Reviewed data files -> who is named by which words: a `Gazetteer`.

The files are tab-separated, UTF-8, one entity a line, with a head line. Names and codes are facts; the ids are ours.
In a list of aliases (parted by `;`) a mark says when an alias counts:

- `ECA` always;
- `~IDB` only in a document that names the entity by an alias without a mark, or defines the acronym;
- `Quartet[Libya]` only in a passage that has the word in brackets; it outranks an unmarked alias;
- `=Commission` never by itself: only beside its parent ("the Commission of the African Union").

>>> gazetteer = load({name: (folder / name).read_bytes() for name in FILES})
>>> gazetteer.names["UNDP"].plain
'org:un.undp'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from transforms.errors import UnfoldError
from transforms.gazetteer import tongues, words
from transforms.gazetteer.spellings import spellings
from transforms.gazetteer.tongues import NAMES_FILE
from transforms.gazetteer.words import WORD_FILES
from transforms.passages import Entity
from transforms.scan import fold

_NAMED = (
    "united_nations.tsv", "international.tsv", "regional.tsv", "countries.tsv", "regions.tsv", "places.tsv", "names.tsv",
)  # fmt: skip
"""The files of entities, in the order in which they are read."""
FILES = (*_NAMED, NAMES_FILE, *WORD_FILES.values())
"""All the data files."""

_ORGANISATIONS = ("united_nations.tsv", "international.tsv", "regional.tsv")
_HEADS = {
    **dict.fromkeys(_ORGANISATIONS, "id\tname\tacronym\taliases\tsuccessor"),
    "countries.tsv": "iso3\tm49\tname\tformal\taliases\tstatus",
    "regions.tsv": "id\tname\taliases",
    "places.tsv": "id\tname\taliases",
    "names.tsv": "id\ttype\tname\taliases",
}
_ID = re.compile(r"(?:org|agr|prog|event|post|block|region|place|sdg|m49|geo):[A-Za-z0-9][A-Za-z0-9./-]*")
_CONDITION = re.compile(r"(.+)\[(.+)\]")
_STATUSES = frozenset({"member", "observer", "territory", "former", "other"})


class GazetteerError(UnfoldError):
    """A data file says something that cannot be; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Name:
    """What one string of words may stand for.

    Attributes:
        plain: the id it has by itself, if any.
        conditional: (word, id): the id it has in a passage that has the word.
        contextual: ids it has in a document that names the entity otherwise.
    """

    plain: str | None = None
    conditional: tuple[tuple[str, str], ...] = ()
    contextual: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The reference data as values. Compared by identity; pickled as the files it was made of.

    Attributes:
        entities: everything that has an id.
        names: folded alias -> what it may stand for.
        organs: (parent id, words without the parent's name) -> id of the organ.
        successors: id -> id of the body that took its place.
        words: language -> how its words begin; see `transforms.vocabulary`.
        tongues: language other than English -> printed form -> id of a country; see `transforms.gazetteer.tongues`.
        files: the bytes it was made of.
    """

    entities: Mapping[str, Entity]
    names: Mapping[str, Name]
    organs: Mapping[tuple[str, str], str]
    successors: Mapping[str, str]
    words: Mapping[str, frozenset[str]] = field(repr=False)
    tongues: Mapping[str, Mapping[str, str]] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    def __reduce__(self) -> tuple[object, tuple[dict[str, bytes]]]:
        return (load, (dict(self.files),))


@dataclass(frozen=True, slots=True)
class _Line:
    file: str
    number: int
    cells: tuple[str, ...]

    def error(self, message: str) -> GazetteerError:
        return GazetteerError(f"{self.file}, line {self.number}: {message}")


def load(files: Mapping[str, bytes]) -> Gazetteer:
    """The data files' bytes become a checked `Gazetteer`.

    Raises:
        GazetteerError: a file is missing, a line has the wrong number of cells, an id is malformed or repeated,
            a parent or successor is unknown, or one alias stands for two entities without a mark.
    """
    shelf = _Shelf()
    for name in _NAMED:
        for line in _lines(files, name):
            shelf.take(line)
    shelf.check()
    if NAMES_FILE not in files:
        raise GazetteerError(f"{NAMES_FILE} is missing; the gazetteer is made of {', '.join(FILES)}")
    return Gazetteer(
        MappingProxyType(shelf.entities), MappingProxyType(shelf.names()), MappingProxyType(shelf.organs),
        MappingProxyType(shelf.successors), words.read(files),
        tongues.read(files[NAMES_FILE], shelf.entities), MappingProxyType(dict(files)),
    )  # fmt: skip


def _lines(files: Mapping[str, bytes], name: str) -> Iterator[_Line]:
    if name not in files:
        raise GazetteerError(f"{name} is missing; the gazetteer is made of {', '.join(FILES)}")
    head, *rows = files[name].decode("utf-8").splitlines()
    if head != _HEADS[name]:
        raise GazetteerError(f"{name}, line 1: {head!r} was read where {_HEADS[name]!r} was expected")
    width = head.count("\t") + 1
    for number, row in enumerate(rows, start=2):
        line = _Line(name, number, tuple(cell.strip() for cell in row.split("\t")))
        if len(line.cells) != width:
            raise line.error(f"{len(line.cells)} cells; {width} were expected: {row!r}")
        yield line


class _Shelf:
    """Where lines are put while they are read."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.organs: dict[tuple[str, str], str] = {}
        self.successors: dict[str, str] = {}
        self._lines: dict[str, _Line] = {}
        self._plain: dict[str, str] = {}
        self._derived: dict[str, str] = {}
        self._conditional: dict[str, list[tuple[str, str]]] = {}
        self._contextual: dict[str, list[str]] = {}

    def take(self, line: _Line) -> None:
        cells = line.cells
        match line.file:
            case "countries.tsv":
                self._country(line)
            case "regions.tsv":
                self._add(
                    line,
                    Entity(
                        cells[0], "REGION", cells[1], m49=cells[0][4:] if cells[0][:4] == "m49:" else None
                    ),
                )
                self._aliases(line, cells[0], (cells[1], *_split(cells[2])))
            case "places.tsv":
                self._add(line, Entity(cells[0], "PLACE", cells[1]))
                self._aliases(line, cells[0], (cells[1], *_split(cells[2])))
            case "names.tsv":
                self._add(line, Entity(cells[0], cells[1], cells[2]))
                self._aliases(line, cells[0], (cells[2], *_split(cells[3])))
            case _:
                self._organisation(line)

    def check(self) -> None:
        for child, entity in self.entities.items():
            if entity.parent_id is not None and entity.parent_id not in self.entities:
                raise self._lines[child].error(
                    f"{child} has the parent {entity.parent_id}, which no line describes"
                )
        for before, after in self.successors.items():
            if after not in self.entities:
                raise self._lines[before].error(
                    f"{before} has the successor {after}, which no line describes"
                )
        for key, identifier in list(self.organs.items()):
            if identifier not in self.entities:
                raise GazetteerError(f"{key} names {identifier}, which no line describes")

    def names(self) -> dict[str, Name]:
        """Every alias with its readings; a derived spelling yields to what a line says in so many words."""
        self._derive_joined_names()
        plain = {**self._derived, **self._plain}
        return {
            alias: Name(
                plain.get(alias),
                tuple(self._conditional.get(alias, ())),
                tuple(self._contextual.get(alias, ())),
            )
            for alias in sorted({*plain, *self._conditional, *self._contextual})
        }

    def _country(self, line: _Line) -> None:
        iso3, m49, name, formal, aliases, status = line.cells
        if status not in _STATUSES:
            raise line.error(f"the status {status!r} is none of {', '.join(sorted(_STATUSES))}")
        uri = f"http://metadata.un.org/UNMS/{m49}" if m49 and status in ("member", "observer") else None
        identifier = f"geo:{iso3}"
        self._add(
            line,
            Entity(identifier, "COUNTRY", name, iso3=iso3, m49=m49 or None, authority_uri=uri, status=status),
        )
        self._aliases(line, identifier, (name, *_split(formal), *_split(aliases)))

    def _organisation(self, line: _Line) -> None:
        identifier, name, acronym, aliases, successor = line.cells
        parent = identifier.rpartition(".")[0] or None
        status = "former" if successor else None
        self._add(line, Entity(identifier, "ORG", name, acronym or None, parent, status=status))
        self._aliases(line, identifier, (name, *_split(acronym), *_split(aliases)))
        if successor:
            self.successors[identifier] = successor

    def _add(self, line: _Line, entity: Entity) -> None:
        if not _ID.fullmatch(entity.id):
            raise line.error(f"{entity.id!r} is not an id such as org:un.sc or geo:SDN")
        if entity.id in self.entities:
            raise line.error(
                f"{entity.id} stands on line {self._lines[entity.id].number} of {self._lines[entity.id].file}"
            )
        if not entity.name:
            raise line.error(f"{entity.id} has no name")
        self.entities[entity.id] = entity
        self._lines[entity.id] = line

    def _aliases(self, line: _Line, identifier: str, aliases: tuple[str, ...]) -> None:
        for marked in aliases:
            alias = fold(marked)
            if alias.startswith("="):
                parent = self.entities[identifier].parent_id
                if parent is None:
                    raise line.error(f"{marked!r} is bound to a parent, and {identifier} has none")
                self.organs[parent, alias[1:]] = identifier
            elif alias.startswith("~"):
                self._contextual.setdefault(alias[1:], []).append(identifier)
            elif conditional := _CONDITION.fullmatch(alias):
                self._conditional.setdefault(conditional[1], []).append((conditional[2], identifier))
            else:
                self._put(line, alias, identifier)

    def _put(self, line: _Line, alias: str, identifier: str) -> None:
        if self._plain.setdefault(alias, identifier) != identifier:
            raise line.error(
                f"{alias!r} already stands for {self._plain[alias]}; mark one of them (~, [word], =)"
            )
        for spelling in spellings(alias, identifier):
            self._derived.setdefault(spelling, identifier)

    def _derive_joined_names(self) -> None:
        """Organs with their parent's name or acronym in front: "AU Peace and Security Council"."""
        for entity in self.entities.values():
            parent = self.entities.get(entity.parent_id or "")
            if parent is None or entity.type != "ORG":
                continue
            organ = _without_parent(fold(entity.name), parent)
            self.organs.setdefault((parent.id, organ), entity.id)
            for spelling in (organ, *spellings(organ, "")):
                for front in (fold(parent.name), parent.acronym):
                    if front:
                        self._derived.setdefault(f"{front} {spelling}", entity.id)
        for (parent_id, organ), identifier in self.organs.items():
            parent = self.entities[parent_id]
            for front in (fold(parent.name), parent.acronym):
                if front:
                    self._derived.setdefault(f"{front} {organ}", identifier)


def _without_parent(name: str, parent: Entity) -> str:
    for front in (fold(parent.name), parent.acronym):
        if front and name.startswith(front + " "):
            return name[len(front) + 1 :]
    return name


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
