"""Collating: the other files of each document are compared with the one that is published, once.

What a comparison came to is kept under the digests of both readings' rows and of the code, so that only what
is new is compared.

    >>> [doubt.witness for doubt in doubts(release)]
    ['file:///A_80_590.pdf']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa

from flows.fingerprint import Fingerprints
from flows.home import Home
from transforms.collation import STRANGE, Collated, collated, witness_id
from transforms.schema import TABLES, Row
from warehouse import parquet
from warehouse.collations import key_of
from warehouse.ledger import Acceptance, Witness
from warehouse.release import Release

Tables = dict[str, pa.Table]
RowsOf = Callable[[Sequence[Acceptance]], Sequence[Tables]]
"""Accepted readings in, the rows of each out."""

_TOGETHER = 32
"""Comparisons whose rows are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What another file of a document came to: its rows of `differences`, and figures for its row of `witnesses`."""

    witness_id: str
    differences: pa.Table
    figures: Row


@dataclass(frozen=True, slots=True)
class _Pair:
    """The published file of a document and another, and the name under which their comparison is kept."""

    chosen: Acceptance
    other: Acceptance
    witness_id: str
    key: str


def compare(
    home: Home, witnesses: Iterable[Witness], marks: Fingerprints, rows_of: RowsOf
) -> tuple[Comparison, ...]:
    """Every accepted file that is not published, compared with the one that is: as kept, else now."""
    pairs = list(_pairs(witnesses, marks))
    kept = {pair.key: tables for pair in pairs if (tables := home.collations.get(pair.key)) is not None}
    missing = iter([pair for pair in pairs if pair.key not in kept])
    while some := tuple(islice(missing, _TOGETHER)):
        here, there = rows_of([pair.chosen for pair in some]), rows_of([pair.other for pair in some])
        for pair, *both in zip(some, here, there, strict=True):
            kept[pair.key] = _tables(collated(*both))
            home.collations.put(pair.key, kept[pair.key])
    return tuple(_comparison(pair.witness_id, kept[pair.key]) for pair in pairs)


def differences_of(comparisons: Iterable[Comparison]) -> pa.Table:
    """The `differences` table of all comparisons."""
    spec = TABLES["differences"]
    parts = [one.differences.cast(spec.arrow) for one in comparisons]
    whole = pa.concat_tables(parts) if parts else spec.arrow.empty_table()
    return whole.combine_chunks().sort_by([(column, "ascending") for column in spec.key])


def _pairs(witnesses: Iterable[Witness], marks: Fingerprints) -> Iterator[_Pair]:
    chosen: Acceptance | None = None
    for one in witnesses:
        match one.verdict:
            case Acceptance() as accepted if one.is_chosen:
                chosen = accepted
            case Acceptance() as accepted if chosen is not None:
                name = witness_id(one.document_id, one.reading.content_sha256)
                key = key_of(chosen.rows_sha256, accepted.rows_sha256, marks.publisher)
                yield _Pair(chosen, accepted, name, key)
            case _:
                continue


def _tables(found: Collated) -> Tables:
    return {"differences": found.differences, "figures": pa.Table.from_pylist([found.figures])}


def _comparison(name: str, tables: Tables) -> Comparison:
    (figures,) = tables["figures"].to_pylist()
    return Comparison(name, tables["differences"], figures)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file that agrees so little with the published one of its document that somebody should look."""

    document_id: str
    witness: str
    chosen: str
    agreement: float
    compared: int
    likeness: float
    evidence: str
    chosen_evidence: str

    @property
    def message(self) -> str:
        """How much agrees, what says of each that it is this document, and what to do."""
        told = (
            f"{self.agreement:.0%} of {self.compared} paragraphs read as in {self.chosen}, which stands for "
            f"{self.document_id}"
        )
        look = f"see `unfold explain {self.document_id}` and the view `variants`."
        if self.likeness >= STRANGE:
            return f"{told}; they have {self.likeness:.0%} of their text in common, so one of them is badly read: {look}"
        return (
            f"{told}, and {self.likeness:.0%} of their text is common to both: one is likely another document. "
            f"This one's symbol is {_said(self.evidence)}, the published one's {_said(self.chosen_evidence)}; {look}"
        )


def doubts(made: Release) -> Iterator[Doubt]:
    """The files in a release of which somebody should look at two beside each other; by document."""
    columns = [
        "document_id", "is_chosen", "source_url", "agreement", "compared_count", "likeness", "symbol_evidence", "is_doubtful",
    ]  # fmt: skip
    if not made.parquet("witnesses").exists():  # an older version of the code made it
        return
    held = parquet.read(made.parquet("witnesses")).select(columns)
    if not any(held.column("is_doubtful").to_pylist()):
        return
    rows = held.to_pylist()  # filtering in Arrow would import pandas
    chosen = {row["document_id"]: row for row in rows if row["is_chosen"]}
    for row in (row for row in rows if row["is_doubtful"]):
        stands = chosen[row["document_id"]]
        yield Doubt(
            row["document_id"], row["source_url"], stands["source_url"], row["agreement"], row["compared_count"],
            row["likeness"], row["symbol_evidence"], stands["symbol_evidence"],
        )  # fmt: skip


def _said(evidence: str) -> str:
    """Where a symbol was taken from, in words."""
    words = {
        "masthead": "printed on it", "running_head": "printed at the head of its pages", "file_name": "in its name alone",
        "request": "only what it was asked for by", "page_name": "made from its name",
    }  # fmt: skip
    return words[evidence]
