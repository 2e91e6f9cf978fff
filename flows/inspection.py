"""Inspection: what a home holds, and whether every hash in it is right. Reads everything, changes nothing.

>>> list(damages(home))
[]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.collating import Doubt, doubts
from flows.fingerprint import fingerprints
from flows.home import Home
from warehouse import parquet, release
from warehouse.blobs import Damage
from warehouse.errors import WarehouseError
from warehouse.events import RunFinished, RunStarted
from warehouse.ledger import Ledger

_SHOWN = 50


def status(home: Home) -> Iterator[str]:
    """The state of a home as lines: held, due, refused, absent, published, the last runs."""
    ledger, marks = home.ledger(), fingerprints()
    due = ledger.due(marks.reader, marks.gate)
    accepted = ledger.accepted(marks.reader, marks.gate)
    refused = ledger.refused(marks.reader, marks.gate)
    yield f"home       {home.path}"
    yield f"log        {home.log.place}, {ledger.position} events"
    yield f"held       {len(ledger.urls)} files, {len(ledger.contents)} different contents"
    if ledger.askings:
        yield f"asked      {_askings(ledger)}"
    if ledger.records:
        yield f"catalogue  {len(ledger.records)} records"
    yield f"code       reader {marks.reader}, gate {marks.gate}"
    yield f"documents  {len(accepted)} accepted, {len(refused)} refused, {len(due)} due"
    troubles = [(one.reading.name, one.reason, one.message) for one in refused]
    troubles += [(one.name, one.reason, one.message) for one in ledger.source_refused]
    troubles += [(one.symbol, "absent", one.message) for one in ledger.missing(marks.reader, marks.gate)]
    troubles += [
        (f"{one.symbol}@{one.language}", one.state, one.message)
        for one in ledger.askings
        if one.state not in ("held", "absent")  # every series ends in absences: `unfold asked` lists them
    ]
    troubles += [(one.witness, "doubtful", one.message) for one in _doubts(home)]
    for name, reason, message in troubles[:_SHOWN]:
        yield f"  {reason}  {name}: {message}"
    if len(troubles) > _SHOWN:
        yield f"  … and {len(troubles) - _SHOWN} more"
    yield from _releases(home)
    yield from _runs(home)


def _doubts(home: Home) -> tuple[Doubt, ...]:
    """The files that agree too little with what the current release holds of their document."""
    try:
        made = release.current(home.path)
        return tuple(doubts(made)) if made is not None else ()
    except WarehouseError:  # `unfold verify` names it
        return ()


def _askings(ledger: Ledger) -> str:
    """How many documents that servers were asked for are in which state."""
    counts = Counter(asking.state for asking in ledger.askings)
    return ", ".join(f"{count} {state}" for state, count in counts.most_common())


def _releases(home: Home) -> Iterator[str]:
    ledger = home.ledger()
    current = release.current(home.path)
    yield f"release    {current.version if current is not None else 'none yet'} ({len(ledger.releases)} published)"
    if ledger.stopped is not None:
        yield "stopped    the last publication was stopped:"
        yield from (f"  {reason}" for reason in ledger.stopped.reasons)


def _runs(home: Home) -> Iterator[str]:
    """The last five runs, and whether each came to its end."""
    begun: dict[str, str] = {}
    for event in home.log.read():
        match event.payload():
            case RunStarted() as started:
                begun[started.run_id] = f"{event.time:%Y-%m-%d %H:%M:%S}Z {started.command}: not ended"
            case RunFinished() as finished if finished.run_id in begun:
                counts = ", ".join(f"{count} {name}" for name, count in finished.counts.items() if count)
                line = begun[finished.run_id].removesuffix("not ended")
                begun[finished.run_id] = f"{line}{finished.outcome}" + (f" ({counts})" if counts else "")
            case _:
                continue
    for line in list(begun.values())[-5:]:
        yield f"run        {line}"


def damages(home: Home) -> Iterator[str]:
    """Everything that is not as it was written, one line each: the log, the bytes, the rows, the releases."""
    try:
        breaks = home.log.verify(*_vouched(home))
        yield from (f"log: {broken}" for broken in breaks)
        ledger = home.ledger()
    except WarehouseError as error:
        yield f"log: {error}"
        return
    marks = fingerprints()
    rows = {one.rows_sha256 for one in ledger.accepted(marks.reader, marks.gate)}
    yield from (f"bytes: {damage}" for damage in _real(home.blobs.verify(ledger.contents)))
    yield from (f"rows: {damage}" for damage in _real(home.rows.verify()) if rows)
    yield from _damaged_releases(home)


def _vouched(home: Home) -> tuple[int, str | None]:
    """The last event that the current release knows of and its hash, so that a log cut short is found out."""
    try:
        made = release.current(home.path)
        if made is None:
            return 0, None
        events = parquet.read(made.parquet("events")).select(["sequence", "hash"])  # times would want pandas
    except WarehouseError:  # `_damaged_releases` names it
        return 0, None
    last = events.slice(events.num_rows - 1).to_pylist()
    return (last[0]["sequence"], last[0]["hash"]) if last else (0, None)


def _real(damages: Iterable[Damage]) -> Iterator[Damage]:
    """Damage, without what a killed writer left aside: it was never named, so nothing is lost."""
    return (damage for damage in damages if damage.kind != "leftover")


def _damaged_releases(home: Home) -> Iterator[str]:
    published = {one.version: one.manifest_sha256 for one in home.ledger().releases}
    try:
        if release.current(home.path) is None and published:
            yield "release: none is current, though the log knows of one; run `unfold rebuild`"
    except WarehouseError as error:
        yield f"release: current: {error}"
    for folder in _folders(home):
        try:
            made = release.load(folder)
        except WarehouseError as error:
            yield f"release: {error}"
            continue
        for damage in release.verify(made):
            yield f"release: {made.version}/{damage.path.name} {damage.kind}: {damage.detail}"
        if published.get(made.version, made.manifest_sha256) != made.manifest_sha256:
            yield f"release: {made.version}/manifest.json is not the one that the log vouches for"
    yield from _strange_current(home)


def _strange_current(home: Home) -> Iterator[str]:
    """A line where `current` is a release that the log neither knows nor comes to."""
    ledger = home.ledger()
    try:
        made = release.current(home.path)
    except WarehouseError:  # told already
        return
    if made is None or made.version in {one.version for one in ledger.releases}:
        return
    from flows.publish import inputs_sha256  # noqa: PLC0415 - seldom needed, and slow to import

    if made.manifest.inputs_sha256 != inputs_sha256(home, ledger, fingerprints()):
        yield f"release: current is {made.version}, which the log does not know; run `unfold publish`"


def notes(home: Home) -> Iterator[str]:
    """What is not as a reader might expect and still no damage: nothing that the log vouches for is wrong."""
    ledger, marks = home.ledger(), fingerprints()
    published = {one.version for one in ledger.releases}
    there = {folder.name for folder in _folders(home)}
    for version in sorted(there - published):
        yield f"{version} is not in the log (a run was cut off, or somebody put it there)"
    gone = sorted(published - there)
    if gone:
        yield f"{len(gone)} of {len(published)} releases in the log have no folder any more ({', '.join(gone[:3])})"
    accepted = ledger.accepted(marks.reader, marks.gate)
    unkept = sum(not home.rows.path(one.rows_sha256).is_file() for one in accepted)
    if unkept:
        yield f"the rows of {unkept} accepted documents are not kept, and are read again when needed"


def _folders(home: Home) -> list[Path]:
    releases = home.path / "releases"
    return (
        sorted(p for p in releases.iterdir() if p.is_dir() and not p.name.startswith("."))
        if releases.is_dir()
        else []
    )


def held(home: Home) -> str:
    """What was looked at, in one line."""
    ledger = home.ledger()
    count = len(_folders(home))
    return f"{ledger.position} events, {len(ledger.contents)} contents, {count} releases checked"
