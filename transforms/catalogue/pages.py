"""One search answer -> its records, each as bytes that depend on nothing but what the record says.

Unchanged metadata so has an unchanged SHA-256, whatever page, order of attributes, prefix or indentation it came with.

>>> page(b"<!-- Search-Engine-Total-Number-Of-Results: 0 --><collection/>")
Page(total=0, records=())
"""

from __future__ import annotations

from lxml import etree

from transforms.catalogue.parsing import MARC, name, parse, shown
from transforms.catalogue.values import Page
from transforms.errors import Refusal

LARGEST_PAGE = 32 * 2**20
"""Bytes. 200 records with all their votes by state have about 10 MiB."""

_ATTRIBUTES = {"controlfield": ("tag",), "datafield": ("tag", "ind1", "ind2"), "subfield": ("code",)}


def page(content: bytes) -> Page:
    """The records of a `<collection>`, or of a `<record>` that comes alone.

    Raises:
        Refusal: `not-a-catalogue` for HTML, broken XML, a document type declaration, too many bytes, other XML.
    """
    root, total = parse(content, longest=LARGEST_PAGE, reason="not-a-catalogue")
    match name(root):
        case "collection":
            records = [element for element in root.iterchildren() if name(element) == "record"]
        case "record":
            records = [root]
        case _:
            raise Refusal(
                "not-a-catalogue",
                f"{shown(content)}: its root is {str(root.tag)[:80]!a}; a <collection> or <record> of MARCXML "
                "was expected. Ask with `of=xm`.",
            )
    return Page(total, tuple(canonical(element) for element in records))


def canonical(record: etree._Element) -> bytes:
    """The record alone in canonical XML: MARC's own elements and attributes, no space but that of its texts."""
    whole = etree.Element(f"{{{MARC}}}record", nsmap={None: MARC})
    for child in record.iterchildren():
        match name(child):
            case "leader" | "controlfield":
                _copy(whole, child).text = _text(child)
            case "datafield":
                field = _copy(whole, child)
                for subfield in child.iterchildren():
                    if name(subfield) == "subfield":
                        _copy(field, subfield).text = _text(subfield).strip(" \t\r\n")
            case _:
                continue
    return etree.tostring(whole, method="c14n")


def _copy(parent: etree._Element, element: etree._Element) -> etree._Element:
    local = name(element)
    made = etree.SubElement(parent, f"{{{MARC}}}{local}")
    for attribute in _ATTRIBUTES.get(local, ()):
        value = element.get(attribute)
        if value is not None:
            made.set(attribute, value)
    return made


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
