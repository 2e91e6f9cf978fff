"""MARC: the fields of a record, and the record as MARCXML.

>>> xml((Field("269", "  ", (("a", "2096-03-14"),)),))
'<record><datafield tag="269" ind1=" " ind2=" "><subfield code="a">2096-03-14</subfield></datafield></record>'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from flows.fake_un.documents import Document, Record
from flows.fake_un.files import File, fallback
from flows.fake_un.lots import lot, pick
from flows.fake_un.papers import LETTERS, Paper, organ
from flows.fake_un.wording import reference, words
from transforms.symbols import Symbol, parse

_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fre", "ru": "rus", "zh": "chi"}
_AUTHORS = {
    "A": "UN. General Assembly (999th sess. : 2095-2096)",
    "S": "UN. Security Council (151st year : 2096)",
    "E": "UN. Economic and Social Council (2096)",
    "HRC": "UN. Human Rights Council (999th sess. : 2096)",
}
_SUBJECTS = (
    "GAUGES ON LOAN",
    "HARBOUR LIGHTS",
    "BRIDGES OF STONE",
    "MOUNTAIN SEEDS",
    "FERRY LIBRARIES",
    "FOG BELLS",
)
_MISSING = frozenset({"029", "245", "260", "269"})
"""What an incomplete record lacks."""
_A_WEEK = dt.timedelta(days=9)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: tag, two indicators, subfields in order; a code of None is left out of the XML."""

    tag: str
    indicators: str
    subfields: tuple[tuple[str | None, str], ...]


def xml(fields: Iterable[Field]) -> str:
    """The record. A tag below 010 is a control field, with its one value."""
    return f"<record>{''.join(map(_field, fields))}</record>"


def fields(
    document: Document, number: str, spelt: tuple[str, ...], links: Mapping[str, File | None]
) -> tuple[Field, ...]:
    """The fields of a document's record, odd where it is to be odd.

    Args:
        document: what is recorded.
        number: the control number.
        spelt: the symbols as this record has them.
        links: addresses of its files; None where nothing stands there.
    """
    paper = document.papers[fallback(document)]
    if document.record is Record.OTHER_DATE:
        paper = replace(paper, date=paper.date + _A_WEEK)
    if document.record is Record.OTHER_TITLE:
        paper = replace(paper, title=f"{paper.title} and other matters")
    found = [
        Field("001", "", ((None, number),)),
        *_description(paper, document),
        *(_symbol(symbol, text) for symbol, text in zip(_parsed(document), spelt, strict=True)),
        *_relations(document, paper),
        *(_link(address, file) for address, file in links.items()),
        Field("989", "  ", (("a", "Documents and Publications"), ("b", _kind(paper)))),
    ]
    return tuple(sorted(_odd(found, document), key=lambda field: field.tag))


def _parsed(document: Document) -> tuple[Symbol, ...]:
    return tuple(parse(symbol)[0] for symbol in document.symbols)


def _kind(paper: Paper) -> str:
    return "Resolutions and Decisions" if paper.preamble else "Reports"


def _description(paper: Paper, document: Document) -> Iterator[Field]:
    said = words("en")
    job = paper.job_number + LETTERS[paper.language]
    yield Field("029", "  ", (("a", "JN"), ("b", job)))
    yield Field("041", "  ", tuple(("a", _LANGUAGES[language]) for language in sorted(document.papers)))
    yield Field("091", "  ", (("a", "GENERAL"),))
    what = "resolution" if paper.preamble else "report of the Secretary-General"
    by = "adopted by the " + said.organs[paper.organs[0]] if paper.preamble else "Secretary-General"
    yield Field("245", "10", (("a", f"{paper.title} :"), ("b", f"{what} /"), ("c", by)))
    yield Field("260", "  ", (("a", "New York :"), ("b", "UN,"), ("c", f"{paper.date:%-d %b. %Y}")))
    yield Field("269", "  ", (("a", paper.date.isoformat()),))


def _symbol(symbol: Symbol, spelt: str) -> Field:
    session = () if symbol.session is None else (("c", symbol.session),)
    return Field("191", "  ", (("a", spelt), ("b", f"{symbol.body}/"), *session))


def _relations(document: Document, paper: Paper) -> Iterator[Field]:
    mandate = next((cited for cited in document.cites if "/RES/" in cited), None)
    if mandate and not paper.preamble:
        yield Field("500", "  ", (("a", f"Submitted pursuant to {reference('en', mandate)}."),))
    theme = lot(paper.title) % len(_SUBJECTS)
    uri = f"http://metadata.un.org/thesaurus/{1_999_001 + theme}"
    subject = (("a", _SUBJECTS[theme]), ("0", f"(DHLAUTH){1_999_001 + theme}"), ("1", uri))
    yield Field("650", "17", (*subject, ("2", "unbist")))
    yield from (Field("710", "2 ", (("a", _AUTHORS[organ(symbol)]),)) for symbol in document.symbols)
    yield from (Field("791", "  ", (("a", cited),)) for cited in document.cites[:1])
    agenda = (("a", "A/999/150"), ("b", str(paper.agenda_item)), ("c", paper.title), ("d", _SUBJECTS[theme]))
    yield Field("991", "  ", agenda)
    yield from (Field("993", "2 ", (("a", cited),)) for cited in document.cites)
    if paper.preamble:
        votes = ("Adopted without vote, {}th plenary meeting", "Adopted {}-3-45, 62nd plenary meeting")
        yield Field("996", "  ", (("a", pick(votes, paper.symbol).format(64 + lot(paper.symbol) % 60)),))


def _link(address: str, file: File | None) -> Field:
    told = () if file is None else (("s", str(len(file.versions[0]))), ("y", _LANGUAGES[file.language]))
    return Field("856", "4 ", (("u", address), *told))


def _odd(found: Iterable[Field], document: Document) -> Iterator[Field]:
    """The fields, some left out of an incomplete record; in an untitled one, the title's last subfield has no name."""
    is_blank = lot(document.symbol, "blank") % 2 == 0
    for field in found:
        if document.record is Record.INCOMPLETE and field.tag in _MISSING:
            continue
        if document.record is Record.UNTITLED and field.tag == "245":
            *others, (_, value) = field.subfields
            yield replace(field, subfields=(*others, (" " if is_blank else None, value)))
        else:
            yield field


def _field(field: Field) -> str:
    if field.tag < "010":
        return f'<controlfield tag="{field.tag}">{escape(field.subfields[0][1])}</controlfield>'
    first, second = field.indicators[0], field.indicators[1]
    inner = "".join(_subfield(code, value) for code, value in field.subfields)
    return f'<datafield tag="{field.tag}" ind1="{first}" ind2="{second}">{inner}</datafield>'


def _subfield(code: str | None, value: str) -> str:
    name = "" if code is None else f' code="{code}"'
    return f"<subfield{name}>{escape(value, quote=False)}</subfield>"
