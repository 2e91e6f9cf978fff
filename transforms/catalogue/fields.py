"""The fields of one record: what stands under a tag, and in it under a code.

Indicators are not asked: the catalogue sets them wrongly too often for them to decide what a field is.

>>> fields = read(b"<record><datafield tag='245'><subfield code='a'>On</subfield><subfield code='b'>water</subfield></datafield></record>")
>>> fields.of("245")[0].joined("abc")
'On water'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from transforms.catalogue.parsing import name, parse, shown
from transforms.errors import Refusal

LARGEST_RECORD = 2**20
MOST_FIELDS = 2_000
"""A vote of 193 states is kept in some 200 fields; nothing real comes near the limit."""

_REASON = "not-a-record"
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field with subfields; a subfield without a code has an empty one, and no asking finds it."""

    tag: str
    subfields: tuple[tuple[str, str], ...]

    def values(self, codes: str) -> tuple[str, ...]:
        """The texts under any of the one-letter `codes`, in order, none empty."""
        return tuple(text for code, text in self.subfields if len(code) == 1 and code in codes and text)

    def first(self, codes: str) -> str | None:
        """The first of them."""
        return next(iter(self.values(codes)), None)

    def joined(self, codes: str, between: str = " ") -> str | None:
        """All of them in one, or None where there is none."""
        return between.join(self.values(codes)) or None


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record in order: control fields as tag and text, the others with their subfields."""

    control: tuple[tuple[str, str], ...]
    data: tuple[Field, ...]

    def of(self, *tags: str) -> tuple[Field, ...]:
        """The fields with one of the tags, in order."""
        return tuple(field for field in self.data if field.tag in tags)

    def values(self, tag: str, codes: str) -> tuple[str, ...]:
        """Every text under a tag and any of the codes, in order, none twice."""
        return tuple(dict.fromkeys(text for field in self.of(tag) for text in field.values(codes)))

    def first(self, tag: str, codes: str) -> str | None:
        """The first of them."""
        return next(iter(self.values(tag, codes)), None)


def read(content: bytes) -> Fields:
    """The fields of the record that `content` is.

    Raises:
        Refusal: `not-a-record` for anything but one MARCXML record of at most 1 MiB and 2,000 fields.
    """
    root, _ = parse(content, longest=LARGEST_RECORD, reason=_REASON)
    if name(root) != "record":
        raise Refusal(
            _REASON,
            f"{shown(content)}: its root is {str(root.tag)[:80]!a}; one <record> of MARCXML was expected. "
            "Take a search answer apart with `page` first.",
        )
    control = [child for child in root.iterchildren() if name(child) == "controlfield"]
    data = [child for child in root.iterchildren() if name(child) == "datafield"]
    if len(control) + len(data) > MOST_FIELDS:
        raise Refusal(_REASON, f"it has {len(control) + len(data)} fields; at most {MOST_FIELDS} are read.")
    return Fields(
        tuple((child.get("tag", ""), _text(child)) for child in control),
        tuple(_field(child) for child in data),
    )


def _field(element: etree._Element) -> Field:
    subfields = (child for child in element.iterchildren() if name(child) == "subfield")
    return Field(element.get("tag", ""), tuple((child.get("code", ""), _text(child)) for child in subfields))


def _text(element: etree._Element) -> str:
    return _SPACE.sub(" ", "".join(str(part) for part in element.itertext())).strip()
