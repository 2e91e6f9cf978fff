"""Footnotes and endnotes: counted where the text refers to them, written when all of it is.

>>> notes = Notes({"footnote": {"2": element}}, [USUAL])
>>> notes.refer(Reference("footnote", "2"), "")
'1'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from transforms.formats.docx.looks import Looks
from transforms.formats.docx.names import ID, WORD, number, value, w
from transforms.formats.docx.numbering import shown
from transforms.formats.docx.package import Package
from transforms.formats.docx.runs import Reference

KINDS = ("footnote", "endnote")
SECTIONS = etree.XPath("w:p/w:pPr/w:sectPr | w:sectPr", namespaces={"w": WORD})
"""The properties of each section of a body, which stand at its end."""
_TYPED = re.compile(r"\s*(\*{1,4}|\u2020|\u2021|[a-z]|\d{1,3})")
_APART = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class NoteOf:
    """A note that the text refers to; a mark of its own is typed again before its text."""

    element: etree._Element
    marker: str
    is_custom: bool


@dataclass(frozen=True, slots=True)
class Counting:
    """How one kind of notes is counted: with what, from where, and whether a section begins anew."""

    format: str
    start: int = 1
    is_by_section: bool = False

    def changed(self, said: etree._Element | None) -> Counting:
        """The same with what settings or a section say of it."""
        restart = value(said, "numRestart")
        return Counting(
            value(said, "numFmt") or self.format,
            number(value(said, "numStart"), self.start),
            self.is_by_section if restart is None else restart == "eachSect",
        )


USUAL = {"footnote": Counting("decimal"), "endnote": Counting("lowerRoman")}


@dataclass(slots=True)
class Notes:
    """The notes of a document by kind and id, and how far they are counted; `sections` say how each of them counts."""

    elements: dict[str, dict[str, etree._Element]]
    sections: list[dict[str, Counting]]
    _section: int = 0
    _counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    _markers: dict[tuple[str, str], str] = field(default_factory=dict)
    _referred: dict[str, list[NoteOf]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def refer(self, reference: Reference, typed: str) -> str:
        """The mark that is printed where the text refers to a note; `typed` is its own where it has one."""
        key = (reference.kind, reference.key)
        if key in self._markers:
            return self._markers[key]
        if not reference.is_custom:
            counting = self._counting[reference.kind]
            typed = shown(counting.format, self._counts[reference.kind] + counting.start)
            self._counts[reference.kind] += 1
        self._markers[key] = typed
        element = self.elements.get(reference.kind, {}).get(reference.key)
        if element is not None and typed:
            self._referred[reference.kind].append(NoteOf(element, typed, reference.is_custom))
        return typed

    @property
    def _counting(self) -> dict[str, Counting]:
        return self.sections[min(self._section, len(self.sections) - 1)]

    def end_section(self) -> None:
        """A section ends: notes that the next one counts for itself begin again."""
        self._section += 1
        for kind, counting in self._counting.items():
            if counting.is_by_section:
                self._counts[kind] = 0

    def referred(self) -> Iterator[NoteOf]:
        """The notes in the order in which they are printed: all footnotes, then all endnotes."""
        for kind in KINDS:
            yield from self._referred[kind]


def read(package: Package, looks: Looks, body: etree._Element) -> Notes:
    """The notes that a file holds, and how its settings and its sections count them."""
    elements = {kind: _elements(package.root(f"{kind}s"), kind, looks) for kind in KINDS}
    settings = package.root("settings")
    usual = USUAL if settings is None else _counted(settings, USUAL)
    return Notes(elements, [_counted(section, usual) for section in SECTIONS(body)] or [usual])


def _counted(said: etree._Element, before: dict[str, Counting]) -> dict[str, Counting]:
    return {kind: before[kind].changed(said.find(w(f"{kind}Pr"))) for kind in KINDS}


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
