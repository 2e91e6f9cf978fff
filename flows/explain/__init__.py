r"""Explain: how a document, or a paragraph of it, came to be what it is, from the bytes to who cites it.

>>> print("\\n".join(explain(home, "A/999/98#12")))
A/999/98@en  Report of the Secretary-General …
  bytes     5d41… (18,302 bytes, text/plain)
  ...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows import asked as requested
from flows.errors import Nothing, Usage
from flows.explain.files import files
from flows.explain.kept import named_otherwise, of_bytes
from flows.explain.released import paragraphs, published
from flows.fingerprint import fingerprints
from flows.home import Home
from transforms import symbols
from transforms.corpus import key
from transforms.errors import Refusal
from warehouse import release
from warehouse.ledger import Acceptance, Reading, Refused


def explain(home: Home, asked: str) -> Iterator[str]:
    """What is known of a document under any of its symbols, in every language held.

    Ask for a symbol or `<symbol>@<language>`, and after `#` for a paragraph's eId or its label.

    Raises:
        Nothing: nothing is held, refused or missing under that name, or it has no such paragraph.
        Usage: nothing stands after the `#`.
    """
    name, mark, place = asked.partition("#")
    if mark and not place.strip():
        raise Usage(
            f"{asked}: a paragraph's eId or label is missing after #, as in {name}#12; or leave # out."
        )
    symbol, _, language = name.partition("@")
    known = tuple(_known(home, _keys(symbol), language, place))
    if not known:
        raise Nothing(f"{asked}: no such document here; `unfold status` lists what is held.")
    yield from known


def _known(home: Home, keys: frozenset[str], language: str, place: str) -> Iterator[str]:
    """What is accepted, then what is not, then what servers were asked for."""
    marks, ledger = fingerprints(), home.ledger()
    accepted = [
        one
        for one in ledger.accepted(marks.reader, marks.gate)
        if keys & {key(s) for s in one.symbols} and language in ("", one.language)
    ]
    for acceptance in _with_place(home, accepted, place):
        yield from _accepted(home, acceptance)
        yield from published(home, acceptance, place)
    yield from _unaccepted(home, keys)
    yield from requested.told(home, keys, language)


def _unaccepted(home: Home, keys: frozenset[str]) -> Iterator[str]:
    """What is refused, missing, or not judged yet."""
    marks, ledger = fingerprints(), home.ledger()
    for refused in ledger.refused(marks.reader, marks.gate):
        if keys & _named(refused):
            yield from _refused(home, refused)
    for absence in ledger.missing(marks.reader, marks.gate):
        if keys & _keys(absence.symbol):
            yield f"{absence.symbol}  absent: {absence.message}"
    for reading in ledger.due(marks.reader, marks.gate):
        if keys & _keys_of_name(reading):
            yield from _due(home, reading)


def _due(home: Home, reading: Reading) -> Iterator[str]:
    yield reading.name
    yield from of_bytes(home, reading)
    yield "  judged    not yet: run `unfold build`"


def _accepted(home: Home, acceptance: Acceptance) -> Iterator[str]:
    reading = acceptance.reading
    yield acceptance.document_id
    yield from named_otherwise(acceptance)
    yield from of_bytes(home, reading)
    yield from files(home, acceptance)
    yield f"  read      by reader {acceptance.reader_fingerprint}: {_counted(acceptance)}"
    yield f"  judged    accepted by gate {acceptance.gate_fingerprint} (event {acceptance.sequence}, {acceptance.event_id})"
    for warning in acceptance.warnings:
        yield f"  odd       {warning.check}: {warning.detail or warning.failing}"


def _refused(home: Home, refused: Refused) -> Iterator[str]:
    yield refused.document_id or refused.reading.name
    yield from of_bytes(home, refused.reading)
    yield f"  judged    refused: {refused.reason} (event {refused.sequence}, {refused.event_id})"
    yield f"            {refused.message}"
    for check in refused.checks:
        yield f"            {check.check}: {check.detail or check.failing}"


def _with_place(home: Home, accepted: Sequence[Acceptance], place: str) -> Sequence[Acceptance]:
    """Those of the documents that have the paragraph; all of them where none is asked for or nothing is published.

    Raises:
        Nothing: none of the published ones has it.
    """
    current = release.current(home.path) if place and accepted else None
    if current is None:
        return accepted
    path = current.database
    having = [one for one in accepted if paragraphs(path, one.document_id, place)]
    if not having:
        raise Nothing(
            f"{' and '.join(one.document_id for one in accepted)} has no paragraph {place}; `unfold sql` shows the "
            "labels of `paragraphs`."
        )
    return having


def _counted(acceptance: Acceptance) -> str:
    told = ("paragraphs", "footnotes", "mentions", "citations")
    return ", ".join(f"{acceptance.counts.get(name, 0)} {name}" for name in told)


def _keys(asked: str) -> frozenset[str]:
    """The symbol asked for in the forms it may be held under; a page's own name stays as it is."""
    if asked.startswith("web:"):
        return frozenset({key(asked)})
    try:
        return frozenset(key(str(symbol)) for symbol in symbols.parse(asked))
    except Refusal:
        return frozenset({key(asked)})


def _named(refused: Refused) -> frozenset[str]:
    """All names under which a refused document may be asked for: its symbol, or its file."""
    own = (
        frozenset({key((refused.document_id or "").partition("@")[0])})
        if refused.document_id
        else frozenset()
    )
    return own | _keys_of_name(refused.reading)


def _keys_of_name(reading: Reading) -> frozenset[str]:
    named = symbols.from_file_name(reading.name)
    own = frozenset(key(str(symbol)) for symbol in named[0]) if named is not None else frozenset()
    asked = _keys(reading.requested_symbol) if reading.requested_symbol else frozenset()
    return own | asked | {key(reading.name)} | {key(symbol) for symbol in reading.printed_symbols}
