"""Gathering: the rows of all that is accepted, and what the log itself says, become the tables of a release.

Rows come from the cache, else from the bytes again; the same log, bytes and code give the same tables.

    >>> tables_of(home, settings, ledger, marks)["documents"].num_rows
    8
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from flows.collating import compare, differences_of
from flows.contained import Unread
from flows.errors import Damaged
from flows.fingerprint import Fingerprints
from flows.home import Home
from flows.reading import Lost, Read, Readers
from flows.settings import Settings
from transforms import catalogue, corpus
from transforms.catalogue import Provenance, Record
from transforms.corpus import Origin
from transforms.errors import Refusal
from warehouse import record
from warehouse.ledger import Acceptance, Ledger

Tables = dict[str, pa.Table]


def tables_of(home: Home, settings: Settings, ledger: Ledger, marks: Fingerprints) -> Tables:
    """Every table of a release: the accepted rows merged, and what the log itself says."""
    accepted = ledger.accepted(marks.reader, marks.gate)
    refused = ledger.refused(marks.reader, marks.gate)
    merged = corpus.merge(_rows(home, settings, ledger, accepted, marks))
    origins = {a.document_id: Origin(a.reading.url, a.event_id) for a in accepted}
    merged["documents"] = corpus.stamp(merged["documents"], origins)
    merged |= _files(home, settings, ledger, marks, merged["documents"])
    merged |= _reuse(merged)
    merged["verdicts"] = record.verdicts(accepted, refused, ledger, _checks())
    merged["events"] = record.events(home.log.read(), until=ledger.content_position)
    merged["holdings"] = record.holdings(ledger)
    merged |= catalogue.rows_of(_records(home, ledger))
    return merged


def _files(
    home: Home, settings: Settings, ledger: Ledger, marks: Fingerprints, documents: pa.Table
) -> Tables:
    """Which files are held of each document, and where the others read otherwise than the one that is published."""
    witnesses = ledger.witnesses(marks.reader, marks.gate)
    found = compare(home, witnesses, marks, lambda wanted: _rows(home, settings, ledger, wanted, marks))
    chosen = documents.select(["document_id", "symbol_evidence"]).to_pylist()
    evidence = {row["document_id"]: row["symbol_evidence"] for row in chosen}
    figures = {one.witness_id: one.figures for one in found}
    return {
        "witnesses": record.witnesses(witnesses, figures, evidence),
        "differences": differences_of(found),
    }


def _reuse(merged: Tables) -> Tables:
    """What the paragraphs of each document repeat of earlier ones, and take up of what these ask."""
    from transforms import reuse  # noqa: PLC0415 - only who publishes needs Polars

    repeated = reuse.repetitions(merged["documents"], merged["document_symbols"], merged["paragraphs"])
    return {"repetitions": repeated, "follow_ups": reuse.follow_ups(merged)}


def _records(home: Home, ledger: Ledger) -> Iterator[tuple[Record, Provenance]]:
    """Every record of a catalogue as it was last imported; one that this code cannot read is left out."""
    for known in ledger.records:
        try:
            described = catalogue.record(home.blobs.get(known.content_sha256))
        except Refusal:
            continue
        yield described, Provenance(known.url, known.content_sha256, known.event_id)


def _rows(
    home: Home, settings: Settings, ledger: Ledger, accepted: Sequence[Acceptance], marks: Fingerprints
) -> list[Tables]:
    """The rows of each accepted document: from the cache, else read again from the bytes and compared."""
    cached = {a.rows_sha256: rows for a in accepted if (rows := home.rows.get(a.rows_sha256)) is not None}
    missing = [a for a in accepted if a.rows_sha256 not in cached]
    if missing:
        with Readers(settings, marks.reader) as readers:
            readings = [ledger.readable(a.reading) for a in missing]
            outcomes = readers.finish(readings, readers.begin(home.path, readings))
            for acceptance, outcome in zip(missing, outcomes, strict=True):
                cached[acceptance.rows_sha256] = _again(home, acceptance, outcome)
    return [cached[a.rows_sha256] for a in accepted]


def _again(home: Home, acceptance: Acceptance, outcome: Read | Unread | Lost) -> Tables:
    match outcome:
        case Read():
            made = home.rows.put(outcome.tables)
            if made == acceptance.rows_sha256:
                return outcome.tables
            why = f"they were {acceptance.rows_sha256[:12]}… when it was accepted and are {made[:12]}… now"
        case Unread(reason, message):
            why = f"{reason}: {message}"
        case Lost(message):
            why = message
    raise Damaged(f"the rows of {acceptance.document_id} cannot be made again ({why}); run `unfold verify`.")


def _checks() -> tuple[tuple[str, str | None], ...]:
    """The name and table of every check that an accepted document has passed."""
    from expectations import gate  # noqa: PLC0415 - only who publishes needs it

    return tuple((rule.name, rule.name.partition(".")[0]) for rule in gate.batch_rules())
