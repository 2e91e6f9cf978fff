"""Keywords -> the subjects of a document, each as an address, a number or a name that we may pass on.

Labels of the UNBIS Thesaurus and the Library's own headings are not ours to pass on: such a subject is kept as its
address alone, which another keyword of the same file may give, and one without an address is left out.

>>> subjects((Keyword("SDGO", "16", "sdg_16", "http://metadata.un.org/sdg/16"),))
(Subject(scheme='sdg', uri='http://metadata.un.org/sdg/16', notation='16', label=None, agenda_symbol=None),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.errors import Refusal
from transforms.stated import Keyword
from transforms.symbols import parse

SCHEMES = ("sdg", "unbis", "eurovoc", "agenda", "name", "title", "keyword")
_SCHEMES = {
    "SDGO": "sdg", "UNBIS": "unbis", "UNBIS Thesaurus": "unbis", "EuroVoc": "eurovoc", "DHLAUTH": "name", "DHL": "title",
}  # fmt: skip
_ADDRESSES = (("/thesaurus/", "unbis"), ("metadata.un.org/sdg/", "sdg"), ("eurovoc.europa.eu/", "eurovoc"))
_NUMBER = re.compile(r"/(\d+)\Z")
_LETTERED = re.compile(r"\A(\d+)([a-z]{1,2})\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject.

    Args:
        scheme: the list it is of, one of `SCHEMES`.
        uri: its address in that list.
        notation: its number there: of a goal, of an agenda item.
        label: its name, where we may pass it on.
        agenda_symbol: the agenda, for an item of one (`A/77/251`).
    """

    scheme: str
    uri: str | None
    notation: str | None
    label: str | None
    agenda_symbol: str | None


def subjects(keywords: Iterable[Keyword]) -> tuple[Subject, ...]:
    """Each subject once, in the order of the file."""
    held = tuple(keywords)
    known = {_slug(k.value): k.uri for k in held if k.uri is not None and _scheme(k) == "unbis"}
    found = (_subject(keyword, known) for keyword in held)
    return tuple(dict.fromkeys(subject for subject in found if subject is not None))


def _subject(keyword: Keyword, known: Mapping[str, str]) -> Subject | None:
    scheme = _scheme(keyword)
    match scheme:
        case "agenda":
            return _item(keyword)
        case "unbis":
            uri = keyword.uri or known.get(_slug(keyword.value))
            return Subject(scheme, uri, None, None, None) if uri else None
        case "sdg":
            number = _NUMBER.search(keyword.uri or "")
            return Subject(scheme, keyword.uri, number[1] if number else keyword.value, None, None)
        case _:
            label = (keyword.label or keyword.value).replace("_", " ")
            return Subject(scheme, keyword.uri, None, label, None)


def _scheme(keyword: Keyword) -> str:
    if keyword.role == "agenda":
        return "agenda"
    by_address = next((scheme for part, scheme in _ADDRESSES if part in (keyword.uri or "")), None)
    return by_address or _SCHEMES.get(keyword.dictionary, "keyword")


def _item(keyword: Keyword) -> Subject | None:
    """An item of an agenda; its heading in capitals is the Library's own."""
    notation = _LETTERED.sub(r"\1 (\2)", keyword.value.strip("[] "))
    label = keyword.label.rstrip(".") if not keyword.label.isupper() else None
    if notation in {"", "X"} and label is None:
        return None
    return Subject(
        "agenda", None, None if notation == "X" else notation or None, label, _agenda(keyword.dictionary)
    )


def _agenda(dictionary: str) -> str | None:
    """The agenda's symbol; `S/78` is a list of the Library's for a year of the Council, and `S/` none."""
    try:
        return str(parse(dictionary)[0]) if dictionary.count("/") > 1 else None
    except Refusal:
        return None


def _slug(value: str) -> str:
    return " ".join(re.findall(r"\w+", value.replace("_", " ").casefold()))
