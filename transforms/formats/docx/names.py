"""The names of WordprocessingML that the reader knows, spelt once (ECMA-376, Part 1, section 17).

>>> w("p")
'{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
"""

from __future__ import annotations

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)
"""What a file of the strict kind calls the same names."""
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def w(name: str) -> str:
    """The full name of an element or attribute."""
    return f"{{{WORD}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, VAL, ID = w("pPr"), w("rPr"), w("val"), w("id")
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NO = frozenset({"0", "false", "off"})


def value(parent: etree._Element | None, name: str) -> str | None:
    """The value of a child that has one: `SingleTxt` of `pStyle`."""
    child = None if parent is None else next(parent.iterchildren(w(name)), None)
    return None if child is None else child.get(VAL)


def is_on(parent: etree._Element | None, name: str) -> bool:
    """Whether a property stands there and is not switched off."""
    child = None if parent is None else next(parent.iterchildren(w(name)), None)
    return child is not None and is_yes(child)


def is_yes(child: etree._Element) -> bool:
    """Whether a property that stands there is not switched off."""
    return child.get(VAL) not in NO


def number(text: str | None, default: int) -> int:
    """A whole number of a bearable size, or what stands for it."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default
