"""The cover, the preface and the conclusions: each line a field of the masthead, with the value the file states for it.

>>> field(etree.fromstring('<p><docDate date="2022-12-20" refersTo="#dateOfIssuance">20 December 2022</docDate></p>'))
('field:issued', '2022-12-20')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from transforms.formats.akn.parsing import tag
from transforms.formats.akn.sheet import Sheet
from transforms.formats.told import FIELD

_ORGANS = {"ga": "General Assembly", "sc": "Security Council", "ecosoc": "Economic and Social Council"}
_BY_NAME = {
    "#symbol": "symbol", "#issuingBody": "organ", "#dateOfIssuance": "issued", "#adoptionDate": "adopted",
    "#resolutionTitle": "title", "#title1": "author", "#generalDistribution": "distribution",
}  # fmt: skip
_DAY = re.compile(r"(?!0001)\d{4}-\d{2}-\d{2}\Z")
_STATEMENT = "presidentialStatement"


def stated(root: etree._Element, sheet: Sheet) -> None:
    """What a file states of itself and prints nowhere: the day of adoption, the organ, the job number."""
    days = (
        *(each for each in root.iter("{*}FRBRdate") if each.get("name") == "adoption"),
        *(
            each for each in root.iter("{*}step") if each.get("outcome") == "adopted"
        ),  # S/RES/2698 (2023) in Russian
    )
    organ = next((_ORGANS.get(a.get("href", "")) for a in root.iter("{*}FRBRauthor")), None)
    job = next(root.iter("{*}docketNumber"), None)
    for name, value in (
        ("adopted", next(filter(None, map(_day, days)), None)),
        ("organ", organ),
        ("job", fold(job) if job is not None else None),
    ):
        if value:
            sheet.open(f"{FIELD}{name}", label=value)
    sheet.close()


def line(paragraph: etree._Element, sheet: Sheet) -> None:
    """One line of a cover, a preface or the conclusions is written."""
    style, value = field(paragraph)
    sheet.open(style, label=value if fold(paragraph) else None)
    sheet.flow(paragraph)
    sheet.close()


def field(paragraph: etree._Element) -> tuple[str, str | None]:
    """Which field a line is, and its value where the file states one."""
    for element in paragraph.iter():
        name = _name(element)
        if name == "symbol" and _is_contradicted(element):
            break
        if name is not None:
            return f"{FIELD}{name}", _value(element, name)
    return f"{FIELD}other", None


def _value(element: etree._Element, name: str) -> str | None:
    """What a file states for a field, or prints where that is the value."""
    match name:
        case "symbol" | "title":
            return fold(element)
        case "session":
            return element.get("value")
        case "agenda":
            return element.get("title") or fold(element)
        case "issued" | "adopted":
            return _day(element)
        case "distribution":
            return "General"
        case _:
            return None


def _name(element: etree._Element) -> str | None:
    if tag(element) == "session":
        return "session"
    if tag(element) == "inline" and element.get("name") == "agenda item":
        return "agenda"
    return _BY_NAME.get(element.get("refersTo", "")) if tag(element).startswith("doc") else None


def _is_contradicted(number: etree._Element) -> bool:
    """Whether a file is another document than its cover says: one of S/PRST/2007/22 has S/RES/1626 (2005) on it."""
    holder = next(number.iterancestors("{*}statement"), None)
    return holder is not None and holder.get("name") == _STATEMENT and "/PRST/" not in fold(number)


def _day(element: etree._Element | None) -> str | None:
    """The day that an element states; in S/RES/2672 (2023) in Arabic it is 0001-01-01, which is none."""
    value = element.get("date", "") if element is not None else ""
    return value if _DAY.match(value) else None


def fold(element: etree._Element) -> str:
    """The text of an element without its notes, its white space as single spaces."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if tag(child) not in {"", "authorialNote"}:
            yield from _texts(child)
        yield child.tail or ""
