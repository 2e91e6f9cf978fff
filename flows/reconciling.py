"""Reconciling: what the catalogue lists held against what we hold, and what servers were asked for, as rows.

>>> [each.kind for each in reconciled(home, "A/RES/999/*", is_offline=True).differences]
['lacking', 'uncatalogued', 'wrong-link']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows import cataloguing
from flows.collected import Collected
from flows.errors import Nothing, Usage
from flows.fingerprint import fingerprints
from flows.home import Home
from flows.pipeline import Run, running
from flows.progress import Watch, silent
from flows.sources.un import Budget
from flows.wishes import wish
from transforms import catalogue, symbols
from transforms.catalogue import Record
from transforms.errors import Refusal
from transforms.symbols import Series, Symbol
from warehouse.ledger import Ledger, held_as


@dataclass(frozen=True, slots=True)
class Row:
    """A document that a server was asked for, as it is shown."""

    symbol: str
    language: str
    state: str
    answer: str
    found: str | None
    asked: str
    again_from: str
    message: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the catalogue and what we hold differ.

    `kind` is `lacking` (it lists a document that is not held), `uncatalogued` (held, and not listed), `wrong-link`
    (it links to a file that is named after another document) or `wrong-document` (the document system gave another).
    """

    kind: str
    symbol: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a comparison came to; `trouble` says why the catalogue was not asked to the end."""

    catalogued: int
    held: int
    differences: tuple[Difference, ...]
    trouble: str | None = None


def asked_rows(home: Home) -> Iterator[Row]:
    """Every document that a server was asked for, by symbol and language."""
    for one in home.ledger().askings:
        yield Row(
            one.symbol, one.language, one.state, one.answer, one.found, f"{one.asked_time:%Y-%m-%d %H:%M:%SZ}",
            f"{one.due:%Y-%m-%d}", one.message,
        )  # fmt: skip


def describe(home: Home, what: Sequence[str], search: str | None, watch: Watch = silent) -> Run:
    """Take in the records of some symbols or series, of a search, or of all that is held.

    Raises:
        Nothing: nothing is held that could be described.
        Usage: what is asked for is no symbol.
    """
    queries = [search] if search is not None else []
    wanted, malformed = wish([each for each in what if "*" not in each])
    queries += [catalogue.query(_series(each).pattern) for each in what if "*" in each]
    asked = [symbol for parts in wanted for symbol in parts]
    if not what and search is None:
        asked = [symbol for symbol, _ in _held(home.ledger()).values()]
        if not asked:
            raise Nothing(
                f"{home.path} holds no document that the catalogue could describe; name some symbols."
            )
    with running(home, "catalogue", {"search": search, "symbols": tuple(what)}) as this:
        queries += cataloguing.queries_of(asked)
        found = cataloguing.describe(home, queries, Budget(home.settings.budget), watch)
        this.collected = found.met + Collected(offered=len(found.symbols), malformed=malformed)
    return this


def reconciled(home: Home, series: str, *, is_offline: bool, watch: Watch = silent) -> Reconciled:
    """Compare the records of a series with what is held of it.

    Raises:
        Usage: it is no series and no symbol.
    """
    trouble = None
    if not is_offline:
        met = describe(home, (series,), None, watch).collected or Collected()
        trouble = "; ".join(each.message for each in met.troubles) or None
    belongs = _Belonging(series)
    ledger = home.ledger()
    records = [
        record
        for record in _records(home, ledger)
        if any(belongs(symbol) for symbol in symbols.readable(record.symbols))
    ]
    held = {key: entry for key, entry in _held(ledger).items() if belongs(entry[0])}
    differences = sorted(
        {*_lacking(records, belongs, held), *_uncatalogued(records, held), *_wrong_links(records), *_wrong(ledger, belongs)},
        key=lambda each: (each.kind, each.symbol, each.detail),
    )  # fmt: skip
    return Reconciled(len(records), len(held), tuple(differences), trouble)


class _Belonging:
    """Whether a symbol belongs to a series, or is the one named."""

    def __init__(self, text: str) -> None:
        self._series = _series(text) if "*" in text else None
        self._keys = set() if self._series else {symbol.key for symbol in wish([text])[0][0]}

    def __call__(self, symbol: Symbol) -> bool:
        return self._series.numbers(symbol) is not None if self._series else symbol.key in self._keys


def _series(text: str) -> Series:
    """The series of that pattern.

    Raises:
        Usage: it is none.
    """
    try:
        return Series.parse(text)
    except Refusal as refusal:
        raise Usage(refusal.message) from refusal


def _records(home: Home, ledger: Ledger) -> Iterator[Record]:
    for known in ledger.records:
        try:
            yield catalogue.record(home.blobs.get(known.content_sha256))
        except Refusal:  # a better reader may refuse what an older one took
            continue


def _held(ledger: Ledger) -> dict[str, tuple[Symbol, set[str]]]:
    """Every symbol under which something is held, with the languages, by the symbol's key."""
    marks = fingerprints()
    held: dict[str, tuple[Symbol, set[str]]] = {}
    for accepted in ledger.accepted(marks.reader, marks.gate):
        _hold(held, accepted.symbols, accepted.language)
    for reading in ledger.holdings:
        if not ledger.is_withdrawn(reading):
            known = held_as(reading)
            _hold(held, known.symbols, known.language)
    return held


def _hold(held: dict[str, tuple[Symbol, set[str]]], texts: Iterable[str], language: str | None) -> None:
    for symbol in symbols.readable(texts):
        held.setdefault(symbol.key, (symbol, set()))[1].update({language} if language else ())


def _lacking(
    records: Iterable[Record], belongs: _Belonging, held: dict[str, tuple[Symbol, set[str]]]
) -> Iterator[Difference]:
    for record in records:
        mine = [symbol for symbol in symbols.readable(record.symbols) if belongs(symbol)]
        if mine and not any(symbol.key in held for symbol in symbols.readable(record.symbols)):
            languages = ", ".join(record.languages) or "no language given"
            yield Difference(
                "lacking", str(mine[0]), f"listed in {languages}: {(record.title or 'no title')[:120]}"
            )


def _uncatalogued(
    records: Iterable[Record], held: dict[str, tuple[Symbol, set[str]]]
) -> Iterator[Difference]:
    listed = {symbol.key for record in records for symbol in symbols.readable(record.symbols)}
    for key, (symbol, languages) in held.items():
        if key not in listed:
            yield Difference(
                "uncatalogued", str(symbol), f"held in {', '.join(sorted(languages)) or 'no language known'}"
            )


def _wrong_links(records: Iterable[Record]) -> Iterator[Difference]:
    for record in records:
        own = {symbol.key for symbol in symbols.readable(record.symbols)}
        for link in record.links:
            named = list(symbols.readable(link.symbols))
            if named and own and not own & {symbol.key for symbol in named}:
                shown = " and ".join(map(str, named))
                yield Difference(
                    "wrong-link", record.symbols[0], f"links to a file named after {shown}: {link.url}"
                )


def _wrong(ledger: Ledger, belongs: _Belonging) -> Iterator[Difference]:
    for one in ledger.askings:
        if one.answer == "wrong-document" and any(
            belongs(symbol) for symbol in symbols.readable((one.symbol,))
        ):
            yield Difference(
                "wrong-document", one.symbol, f"asked for in {one.language}, the server gave {one.found}"
            )
