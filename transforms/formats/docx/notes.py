"""Footnotes and endnotes: counted where the text refers to them, written when all of it is.

>>> notes = Notes({"footnote": {"2": element}})
>>> notes.refer(Reference("footnote", "2"), "")
'1'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from transforms.formats.docx.looks import Looks
from transforms.formats.docx.names import ID, number, value, w
from transforms.formats.docx.numbering import shown
from transforms.formats.docx.package import Package
from transforms.formats.docx.runs import Reference

KINDS = ("footnote", "endnote")
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_TYPED = re.compile(r"\s*(\*{1,4}|\u2020|\u2021|[a-z]|\d{1,3})")
_APART = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class NoteOf:
    """A note that the text refers to; a mark of its own is typed again before its text."""

    element: etree._Element
    marker: str
    is_custom: bool


@dataclass(slots=True)
class Notes:
    """The notes of a document by kind and id, and how far they are counted."""

    elements: dict[str, dict[str, etree._Element]]
    formats: dict[str, str] = field(default_factory=lambda: dict(_FORMATS))
    restarts: set[str] = field(default_factory=set)
    starts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 1))
    _counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    _markers: dict[tuple[str, str], str] = field(default_factory=dict)
    _referred: dict[str, list[NoteOf]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def refer(self, reference: Reference, typed: str) -> str:
        """The mark that is printed where the text refers to a note; `typed` is its own where it has one."""
        key = (reference.kind, reference.key)
        if key in self._markers:
            return self._markers[key]
        if not reference.is_custom:
            count = self._counts[reference.kind]
            self._counts[reference.kind] += 1
            typed = shown(self.formats[reference.kind], count + self.starts[reference.kind])
        self._markers[key] = typed
        element = self.elements.get(reference.kind, {}).get(reference.key)
        if element is not None and typed:
            self._referred[reference.kind].append(NoteOf(element, typed, reference.is_custom))
        return typed

    def end_section(self) -> None:
        """A section ends: notes that are counted by section begin again."""
        for kind in self.restarts:
            self._counts[kind] = 0

    def referred(self) -> Iterator[NoteOf]:
        """The notes in the order in which they are printed: all footnotes, then all endnotes."""
        for kind in KINDS:
            yield from self._referred[kind]


def read(package: Package, looks: Looks) -> Notes:
    """The notes that a file holds, and how its settings count them."""
    notes = Notes({kind: _elements(package.root(f"{kind}s"), kind, looks) for kind in KINDS})
    settings = package.root("settings")
    for kind in KINDS:
        counting = None if settings is None else settings.find(w(f"{kind}Pr"))
        notes.formats[kind] = value(counting, "numFmt") or _FORMATS[kind]
        notes.starts[kind] = number(value(counting, "numStart"), 1)
        if value(counting, "numRestart") == "eachSect":
            notes.restarts.add(kind)
    return notes


def _elements(root: etree._Element | None, kind: str, looks: Looks) -> dict[str, etree._Element]:
    if root is None:
        return {}
    return {e.get(ID, ""): e for e in looks.add(root).iterfind(w(kind)) if e.get(w("type")) not in _APART}


def take_typed(parts: list[str | Reference], at: int) -> str:
    """The mark that is typed there, raised or not, taken out of the parts; "" where none is."""
    while at < len(parts) and parts[at] == "":
        at += 1
    following = parts[at] if at < len(parts) else ""
    if isinstance(following, Reference):
        if following.kind == "raised":
            parts[at] = ""
            return following.key
        return ""
    typed = _TYPED.match(following)
    if typed is not None:
        parts[at] = following[typed.end() :]
    return typed[1] if typed else ""
