r"""Explain: how a document, or a paragraph of it, came to be what it is, from the bytes to who cites it.

>>> print("\\n".join(explain(home, "A/999/98#12")))
A/999/98@en  Report of the Secretary-General …
  bytes     5d41… (18,302 bytes, text/plain)
  ...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, assert_never

from flows import asked as requested
from flows.ask import literal
from flows.errors import Nothing, Usage
from flows.fingerprint import fingerprints
from flows.home import Home
from transforms import symbols
from transforms.errors import Refusal
from warehouse import duck, release
from warehouse.ledger import Acceptance, Reading, Refused, Verdict

_SHOWN = 30


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
        if keys & {_key(s) for s in one.symbols} and language in ("", one.language)
    ]
    for acceptance in _with_place(home, accepted, place):
        yield from _accepted(home, acceptance)
        yield from _published(home, acceptance, place)
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
    yield from _bytes(home, reading)
    yield "  judged    not yet: run `unfold build`"


def _accepted(home: Home, acceptance: Acceptance) -> Iterator[str]:
    reading = acceptance.reading
    yield acceptance.document_id
    yield from _named_otherwise(acceptance)
    yield from _bytes(home, reading)
    yield from _others(home, acceptance)
    yield f"  read      by reader {acceptance.reader_fingerprint}: {_counted(acceptance)}"
    yield f"  judged    accepted by gate {acceptance.gate_fingerprint} (event {acceptance.sequence}, {acceptance.event_id})"


def _refused(home: Home, refused: Refused) -> Iterator[str]:
    yield refused.document_id or refused.reading.name
    yield from _bytes(home, refused.reading)
    yield f"  judged    refused: {refused.reason} (event {refused.sequence}, {refused.event_id})"
    yield f"            {refused.message}"
    for check in refused.checks:
        yield f"            {check.check}: {check.detail or check.failing}"


def _bytes(home: Home, reading: Reading) -> Iterator[str]:
    kept = "kept" if home.blobs.has(reading.content_sha256) else "MISSING"
    yield f"  bytes     {reading.content_sha256} ({reading.byte_count:,} bytes, {kept})"
    yield f"  fetched   {reading.fetched_time:%Y-%m-%d %H:%M:%S}Z from {reading.url} (event {reading.sequence})"
    yield from _history(home, reading)


def _history(home: Home, reading: Reading) -> Iterator[str]:
    """What the same place held before, the newest first, and what it holds now where that does not stand."""
    ledger = home.ledger()
    for other in reversed(ledger.history(reading.url)):
        if other.content_sha256 == reading.content_sha256:
            continue
        when = "before" if other.sequence < reading.sequence else "after"
        yield (
            f"  {when:<9} {other.content_sha256}, fetched {other.fetched_time:%Y-%m-%d %H:%M:%S}Z "
            f"(event {other.sequence})"
        )
        verdicts = ledger.verdicts(other)
        yield from (f"            {_said(verdict)}" for verdict in verdicts)
        if not verdicts:
            yield "            never judged"


def _said(verdict: Verdict) -> str:
    by = f"by reader {verdict.reader_fingerprint}, gate {verdict.gate_fingerprint} (event {verdict.sequence})"
    match verdict:
        case Acceptance():
            return f"accepted as {verdict.document_id} {by}"
        case Refused():
            return f"refused: {verdict.reason} {by}"
        case _ as never:
            assert_never(never)


def _named_otherwise(acceptance: Acceptance) -> Iterator[str]:
    """A line where the file's name says another symbol than the document prints."""
    named = symbols.from_file_name(acceptance.reading.name)
    printed = {_key(symbol) for symbol in acceptance.symbols}
    if named is not None and not printed & {_key(str(symbol)) for symbol in named[0]}:
        yield f"  named     {acceptance.reading.name}, prints {' and '.join(acceptance.symbols)}"


def _others(home: Home, acceptance: Acceptance) -> Iterator[str]:
    """The other files held of the same document, and which of them differ."""
    outranked = home.ledger().outranked(acceptance.reader_fingerprint, acceptance.gate_fingerprint)
    own = [one for one in outranked if one.document_id == acceptance.document_id]
    readings = {reading.url: reading for one in own for reading in (one.by, one.reading)}
    for other in readings.values():
        if other.url == acceptance.reading.url:
            continue
        is_same = other.content_sha256 == acceptance.reading.content_sha256
        held = "same bytes" if is_same else f"outranked: other contents, {other.content_sha256}"
        yield (
            f"  also      {other.url} ({held}; fetched {other.fetched_time:%Y-%m-%d %H:%M:%S}Z, "
            f"event {other.sequence})"
        )


def _with_place(home: Home, accepted: Sequence[Acceptance], place: str) -> Sequence[Acceptance]:
    """Those of the documents that have the paragraph; all of them where none is asked for or nothing is published.

    Raises:
        Nothing: none of the published ones has it.
    """
    current = release.current(home.path) if place and accepted else None
    if current is None:
        return accepted
    path = current.database
    having = [one for one in accepted if _paragraphs(path, one.document_id, place)]
    if not having:
        raise Nothing(
            f"{' and '.join(one.document_id for one in accepted)} has no paragraph {place}; `unfold sql` shows the "
            "labels of `paragraphs`."
        )
    return having


def _counted(acceptance: Acceptance) -> str:
    told = ("paragraphs", "footnotes", "mentions", "citations")
    return ", ".join(f"{acceptance.counts.get(name, 0)} {name}" for name in told)


def _published(home: Home, acceptance: Acceptance, place: str) -> Iterator[str]:
    current = release.current(home.path)
    if current is None:
        yield "  release   none yet"
        return
    path = current.database
    rows = _ask(
        path,
        "SELECT title, kind, text_conserved, accepted_event_id FROM documents WHERE document_id = ?",
        acceptance.document_id,
    )
    if not rows:
        yield f"  release   not in {current.version}; run `unfold publish`"
        return
    passed = _ask(
        path, "SELECT count(*) AS n FROM verdicts WHERE document_id = ? AND is_passed", acceptance.document_id
    )
    yield f"  checks    {passed[0]['n']} passed; {rows[0]['text_conserved']:.4f} of its characters accounted for"
    yield f"  release   {current.version}: {rows[0]['kind']}, {rows[0]['title'] or 'no title'}"
    if place:
        yield from _paragraph(path, acceptance.document_id, place)
    else:
        yield from _cited(
            path, "cited_document_id = ? AND citing_document_id <> cited_document_id", acceptance.document_id
        )


def _paragraphs(path: Path, document_id: str, place: str) -> Sequence[dict[str, Any]]:
    return _ask(
        path,
        "SELECT paragraph_id, label, kind, page, section_path, text FROM paragraphs "
        "WHERE document_id = ? AND (paragraph_id = document_id || '#' || ? OR label = ?) ORDER BY ordinal",
        document_id, place, place,
    )  # fmt: skip


def _paragraph(path: Path, document_id: str, place: str) -> Iterator[str]:
    for row in _paragraphs(path, document_id, place):
        page = f", page {row['page']}" if row["page"] is not None else ""
        yield f"  paragraph {row['paragraph_id']} ({row['kind']} {row['label']}{page})"
        if row["section_path"]:
            yield f"  under     {' › '.join(row['section_path'])}"
        yield f"  text      {row['text']}"
        mentions = _ask(
            path,
            "SELECT surface, type, entity_id FROM mentions WHERE paragraph_id = ? ORDER BY start_char, end_char",
            row["paragraph_id"],
        )
        yield from (f"  names     {m['surface']}  ({m['type']} {m['entity_id']})" for m in mentions)
        cites = _ask(
            path,
            "SELECT cited_symbol, pinpoint, cited_document_id FROM citations WHERE paragraph_id = ? ORDER BY start_char",
            row["paragraph_id"],
        )
        for cite in cites:
            where = f", {cite['pinpoint']}" if cite["pinpoint"] else ""
            yield f"  cites     {cite['cited_symbol']}{where}" + (
                " (held)" if cite["cited_document_id"] else ""
            )
        yield from _cited(path, "cited_paragraph_id = ?", row["paragraph_id"])


def _cited(path: Path, condition: str, *values: str) -> Iterator[str]:
    query = (
        "SELECT citing_document_id, label, surface, pinpoint FROM cited_by "  # noqa: S608 - conditions are written here
        f"WHERE {condition} ORDER BY citing_document_id, paragraph_id, surface"
    )
    rows = _ask(path, query, *values)
    for row in rows[:_SHOWN]:
        yield f"  cited by  {row['citing_document_id']}#{row['label'] or 'note'}: {row['surface']}"
    if len(rows) > _SHOWN:
        yield f"  cited by  {len(rows) - _SHOWN} more: see the view `cited_by`"
    if not rows:
        yield "  cited by  nothing held here"


def _ask(path: Path, sql: str, *values: str) -> Sequence[dict[str, Any]]:
    """The rows of a question in which each `?` stands for a text."""
    parts = sql.split("?")
    filled = parts[0] + "".join(literal(value) + part for value, part in zip(values, parts[1:], strict=True))
    rows: list[dict[str, Any]] = duck.query(path, filled).to_pylist()
    return rows


def _keys(asked: str) -> frozenset[str]:
    """The symbol asked for in the forms it may be held under; a page's own name stays as it is."""
    if asked.startswith("web:"):
        return frozenset({_key(asked)})
    try:
        return frozenset(_key(str(symbol)) for symbol in symbols.parse(asked))
    except Refusal:
        return frozenset({_key(asked)})


def _named(refused: Refused) -> frozenset[str]:
    """All names under which a refused document may be asked for: its symbol, or its file."""
    own = (
        frozenset({_key((refused.document_id or "").partition("@")[0])})
        if refused.document_id
        else frozenset()
    )
    return own | _keys_of_name(refused.reading)


def _keys_of_name(reading: Reading) -> frozenset[str]:
    named = symbols.from_file_name(reading.name)
    own = frozenset(_key(str(symbol)) for symbol in named[0]) if named is not None else frozenset()
    asked = _keys(reading.requested_symbol) if reading.requested_symbol else frozenset()
    return own | asked | {_key(reading.name)} | {_key(symbol) for symbol in reading.printed_symbols}


def _key(text: str) -> str:
    return text.replace(" ", "").casefold()
