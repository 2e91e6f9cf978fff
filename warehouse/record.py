"""The log as tables: `verdicts` (every check on every document, every refusal), `holdings`, `witnesses`, `events`.

Pure folds: recorded events and the ledger in, Arrow tables out; no row depends on a run or a clock.

    >>> events(log.read(), until=ledger.content_position).num_rows
    14
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from transforms.collation import witness_id
from transforms.schema import TABLES, Row, table_of
from warehouse.events import FailedCheck, Recorded, canonical
from warehouse.ledger import Acceptance, Ledger, Reading, Refused, Witness, held_as

Check = tuple[str, str | None]
"""A check's name and the table it looks at."""


def events(recorded: Iterable[Recorded], *, until: int) -> pa.Table:
    """The `events` table: the log up to a position, in order."""
    return table_of(TABLES["events"], (_event(event) for event in recorded if event.sequence <= until))


def verdicts(
    accepted: Sequence[Acceptance],
    refused: Sequence[Refused],
    ledger: Ledger,
    checks: Sequence[Check],
) -> pa.Table:
    """The `verdicts` table: each check that an accepted document passed, each reason why something is left out."""
    rows: dict[str, dict[str, Any]] = {}
    given = (
        *_passed(accepted, checks),
        *_failed(refused),
        *_declined(ledger),
        *_withdrawn(ledger),
    )
    for row in given:
        key = row["verdict_id"]
        other = rows.get(key)
        if other is not None and other["document_id"] != row["document_id"]:
            key = f"{key}/{row['document_id']}"
        rows.setdefault(key, row | {"verdict_id": key})
    return table_of(TABLES["verdicts"], sorted(rows.values(), key=lambda row: str(row["verdict_id"])))


def holdings(ledger: Ledger) -> pa.Table:
    """The `holdings` table: the newest bytes of every place."""
    return table_of(TABLES["holdings"], (_holding(ledger, reading) for reading in ledger.holdings))


def _holding(ledger: Ledger, reading: Reading) -> dict[str, Any]:
    held = held_as(reading)
    return {
        "source_url": reading.url,
        "source_name": reading.source,
        "file_name": reading.name,
        "media_type": reading.media_type,
        "byte_count": reading.byte_count,
        "content_sha256": reading.content_sha256,
        "symbols": list(held.symbols),
        "symbol_evidence": held.evidence,
        "language": held.language,
        "requested_symbol": reading.requested_symbol,
        "requested_language": reading.requested_language,
        "revision_count": len(ledger.history(reading.url)),
        "is_misnamed": held.is_misnamed,
        "is_withdrawn": ledger.is_withdrawn(reading),
    }


def witnesses(held: Iterable[Witness], figures: Mapping[str, Row], evidence: Mapping[str, str]) -> pa.Table:
    """The `witnesses` table: the files of every document, with what their comparison came to.

    Args:
        held: the files.
        figures: columns of the row by witness id, for those that were compared.
        evidence: where the symbol of the chosen file was taken from, by document id.
    """
    return table_of(TABLES["witnesses"], (_witness(one, figures, evidence) for one in held))


def _witness(one: Witness, figures: Mapping[str, Row], evidence: Mapping[str, str]) -> Row:
    reading, verdict = one.reading, one.verdict
    is_accepted = isinstance(verdict, Acceptance)
    key = witness_id(one.document_id, reading.content_sha256)
    return {
        "witness_id": key,
        "document_id": one.document_id,
        "ordinal": one.ordinal,
        "is_chosen": one.is_chosen,
        "is_accepted": is_accepted,
        "decided_by": one.decided_by,
        "refusal": None if isinstance(verdict, Acceptance) else verdict.reason,
        "format": one.format,
        "media_type": (verdict.media_type if isinstance(verdict, Acceptance) else None) or reading.media_type,
        "content_sha256": reading.content_sha256,
        "source_url": reading.url,
        "place_count": len(one.places),
        "character_count": verdict.character_count if isinstance(verdict, Acceptance) else None,
        "symbol_evidence": evidence.get(one.document_id) if one.is_chosen else None,
        **figures.get(key, {}),
        "verdict_event_id": verdict.event_id,
    }


def _event(event: Recorded) -> dict[str, Any]:
    return {
        "sequence": event.sequence,
        "event_id": event.id,
        "stream": event.stream,
        "stream_version": event.version,
        "type": event.type,
        "happened_at": event.time,
        "recorded_at": event.recorded_time,
        "data": canonical(event.data).decode(),
        "hash": event.hash,
    }


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was judged: the place of the bytes, the bytes, the document in them."""

    url: str
    sha256: str | None
    document_id: str | None

    def row(self, check: Check, failing: int, detail: str | None) -> dict[str, Any]:
        name, table = check
        return {
            "verdict_id": f"{self.sha256 or self.url}/{name}",
            "document_id": self.document_id,
            "source_url": self.url,
            "content_sha256": self.sha256,
            "check_name": name,
            "table_name": table,
            "is_passed": failing == 0,
            "is_warning": False,
            "failing_count": failing,
            "detail": detail,
        }

    def warned(self, check: Check, found: FailedCheck) -> dict[str, Any]:
        return self.row(check, 0, found.detail) | {"is_warning": True, "failing_count": found.failing}


def _passed(accepted: Sequence[Acceptance], checks: Sequence[Check]) -> Iterator[dict[str, Any]]:
    for one in sorted(accepted, key=lambda a: a.document_id):
        judged = _Judged(one.reading.url, one.reading.content_sha256, one.document_id)
        warned = {warning.check: warning for warning in one.warnings}
        for check in checks:
            found = warned.get(check[0])
            yield judged.row(check, 0, None) if found is None else judged.warned(check, found)


def _withdrawn(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for reading in ledger.holdings:
        if ledger.is_withdrawn(reading):
            asking = ledger.asking(
                reading.source, reading.requested_symbol or "", reading.requested_language or ""
            )
            judged = _Judged(reading.url, reading.content_sha256, None)
            yield judged.row(("withdrawn", None), 1, asking.message if asking is not None else None)


def _failed(refused: Sequence[Refused]) -> Iterator[dict[str, Any]]:
    for one in sorted(refused, key=lambda r: r.reading.url):
        judged = _Judged(one.reading.url, one.reading.content_sha256, one.document_id)
        if not one.checks:
            yield judged.row((one.reason, None), 1, one.message)
        yield from (judged.row((c.check, c.table), max(1, c.failing), c.detail) for c in one.checks)


def _declined(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for one in sorted(ledger.source_refused, key=lambda d: d.url):
        yield _Judged(one.url, None, None).row((one.reason, None), 1, one.message)
