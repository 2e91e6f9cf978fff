"""A Word file's parts, found by what the document says they are to it.

>>> package = Package(unpack(content, "A_80_590.docx"), "word/document.xml")
>>> package.root("styles") is not None
True
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from transforms.errors import Refusal
from transforms.formats import parts
from transforms.formats.archive import MOST_READ, Archive
from transforms.formats.docx.names import RELATIONS, STRICT, w
from transforms.formats.docx.trimming import trim

_MAIN = re.compile(r"word/document\d*\.xml")
_HEAD = 8_192
"""Bytes in which the names of a part are declared."""
_ID, _DATA = f"{{{RELATIONS}}}id", f"{{{RELATIONS}}}dm"
_PROPERTIES = "docProps/custom.xml"


def main_part(archive: Archive) -> str | None:
    """The name of the part that holds the document; None where the archive is no word processor's."""
    return next((name for name in archive.sizes if _MAIN.fullmatch(name)), None)


@dataclass(slots=True)
class Package:
    """The parts of one file: its main part, and what that is related to, by kind and by id."""

    archive: Archive
    main: str
    _by_kind: dict[str, list[str]] = field(default_factory=dict)
    _by_id: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        folder, file = posixpath.split(self.main)
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in self.archive:
            return
        for each in self.parsed(relations):
            if each.get("TargetMode") == "External":
                continue
            part = posixpath.normpath(posixpath.join("/" + folder, each.get("Target", ""))).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            if part in self.archive:
                self._by_kind.setdefault(kind, []).append(part)
                self._by_id[each.get("Id", "")] = part

    def parsed(self, part: str) -> etree._Element:
        """The root of a part.

        Raises:
            Refusal: broken, too-complex, hostile-xml.
        """
        if self.archive.sizes[part] > MOST_READ:
            raise Refusal(
                "too-complex",
                f"{self.archive.name}: its part {part} has {self.archive.sizes[part]} bytes; at most {MOST_READ} are read."
                " Split the document, or give it as text.",
            )
        content = trim(self.archive.read(part))
        for strict, usual in STRICT:
            content = content.replace(strict, usual) if strict in content[:_HEAD] else content
        return parts.parse(content, f"{self.archive.name}: {part}")

    def root(self, kind: str) -> etree._Element | None:
        """The root of the first part of a kind: `styles`, `numbering`, `footnotes` …; None where there is none."""
        found = self._by_kind.get(kind)
        return self.parsed(found[0]) if found else None

    def margin(self, section: etree._Element | None, kind: str, turn: str) -> etree._Element | None:
        """The header or footer of a section for its `first`, `default` or `even` pages."""
        if section is None:
            return None
        for reference in section.iterfind(w(f"{kind}Reference")):
            if reference.get(w("type"), "default") == turn:
                return self.related(reference)
        return None

    def related(self, reference: etree._Element) -> etree._Element | None:
        """The root of the part that an element refers to: a header, a chart, the data of a diagram."""
        part = self._by_id.get(reference.get(_ID) or reference.get(_DATA) or "")
        return None if part is None else self.parsed(part)

    def symbols(self) -> Iterator[str]:
        """The symbols that the United Nations' templates fill into the properties; values may end in `_x000d_`."""
        if _PROPERTIES not in self.archive:
            return
        for each in self.parsed(_PROPERTIES):
            text = "".join(map(str, each.itertext())).replace("_x000d_", " ").strip()
            if each.get("name") in {"Symbol1", "Symbol2"} and text:
                yield text
