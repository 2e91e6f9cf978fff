"""Reviewed data files -> who is named by which words: a `Gazetteer`.

The files are tab-separated, UTF-8, one entity a line, with a head line. Names and codes are facts; the ids are ours.
In a list of aliases (parted by `;`) a mark says when an alias counts:

- `ECA` always;
- `~IDB` only in a document that names the entity by an alias without a mark, or defines the acronym; where `ICC` counts
  always for one entity, `~ICC` counts for another in a document that names the other alone;
- `Quartet[Libya]` only in a passage that has the word in brackets; it outranks an unmarked alias;
- `=Commission` never by itself: only beside its parent ("the Commission of the African Union").

>>> gazetteer = load({name: (folder / name).read_bytes() for name in FILES})
>>> gazetteer.names["UNDP"].plain
'org:un.undp'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from transforms.gazetteer import tongues, words
from transforms.gazetteer.aliases import Name
from transforms.gazetteer.lines import HEADS, GazetteerError, lines
from transforms.gazetteer.shelf import Shelf
from transforms.gazetteer.tongues import BODIES_FILE, NAMES_FILE
from transforms.gazetteer.words import WORD_FILES
from transforms.passages import Entity

__all__ = ["FILES", "Gazetteer", "GazetteerError", "Name", "load"]

FILES = (*HEADS, NAMES_FILE, BODIES_FILE, *WORD_FILES.values())
"""All the data files."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The reference data as values. Compared by identity; pickled as the files it was made of.

    Attributes:
        entities: everything that has an id.
        names: folded alias -> what it may stand for.
        organs: (parent id, words without the parent's name) -> id of the organ.
        words: language -> how its words begin; see `transforms.vocabulary`.
        tongues: language other than English -> printed form -> id; see `transforms.gazetteer.tongues`.
        files: the bytes it was made of.
    """

    entities: Mapping[str, Entity]
    names: Mapping[str, Name]
    organs: Mapping[tuple[str, str], str]
    words: Mapping[str, frozenset[str]] = field(repr=False)
    tongues: Mapping[str, Mapping[str, str]] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    def __reduce__(self) -> tuple[object, tuple[dict[str, bytes]]]:
        return (load, (dict(self.files),))


def load(files: Mapping[str, bytes]) -> Gazetteer:
    """The data files' bytes become a checked `Gazetteer`.

    Raises:
        GazetteerError: a file is missing, a line has the wrong number of cells, an id is malformed or repeated,
            a parent or successor is unknown, years are out of order, or one alias stands for two entities without a mark.
    """
    shelf = Shelf()
    for name in HEADS:
        for line in lines(files, name):
            shelf.take(line)
    shelf.check()
    if missing := [name for name in (NAMES_FILE, BODIES_FILE) if name not in files]:
        raise GazetteerError(f"{missing[0]} is missing; the gazetteer is made of {', '.join(FILES)}")
    names = shelf.aliases.names(shelf.entities)
    return Gazetteer(
        MappingProxyType(shelf.entities), MappingProxyType(names), MappingProxyType(shelf.aliases.organs),
        words.read(files), tongues.read(files, shelf.entities), MappingProxyType(dict(files)),
    )  # fmt: skip
