"""Watching: what the watchlist says becomes asks, round by round, until nothing of it is due.

Documents named are asked for when they are due. A series is asked for forward until so many absences on end. What
the catalogue lists, and what held documents cite, is asked for within a budget. Everything held is asked for again
when it is old enough.

    >>> collect(home, Watched()).fetched
    14
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows import cataloguing, retrieving
from flows.collected import Collected
from flows.errors import Usage
from flows.fingerprint import fingerprints
from flows.home import Home
from flows.progress import Watch, silent
from flows.sources.named import Watched
from flows.sources.un import Ask
from flows.watchlist import Entry, Watchlist
from transforms import closure, symbols
from transforms.closure import Held
from transforms.symbols import Series, frontier
from transforms.symbols.series import Numbers
from warehouse.ledger import Asking, Ledger, Reading

_THERE = frozenset({"held", "wrong-language", "too-large", "withdrawn"})
"""States that show that a series goes on so far."""


def collect(home: Home, watched: Watched, watch: Watch = silent) -> Collected:
    """Ask for all that is due by now, but for what the held documents cite."""
    entries = _entries(home)
    met = _searched(home, watched, entries, watch)
    met += _carry_out(home, watched, _named(entries), watch)
    met += replace(_carry_out(home, watched, _revisited(home.ledger()), watch), absent=())
    for entry in entries:
        if entry.series is not None:
            for language in entry.languages:
                met += _followed(home, watched, entry, language, watch)
    return met


def close(home: Home, watched: Watched, watch: Watch = silent) -> Collected:
    """Ask for what the documents cite that are held and read by now, newest first, within each entry's budget."""
    met = Collected()
    for entry in _entries(home):
        if entry.closure is not None:
            cited = closure.cited(_held(home), _roots(home), depth=entry.closure)
            asks = [
                Ask.of((symbol,), language, "closure") for symbol in cited for language in entry.languages
            ]
            met += _within(home, watched, entry, asks, watch)
    return met


def _entries(home: Home) -> tuple[Entry, ...]:
    """What is watched.

    Raises:
        Usage: nothing is.
    """
    watchlist = Watchlist.read(home.settings.watchlist_path)
    if not watchlist.entries and not home.ledger().askings:
        raise Usage(
            f"{watchlist.path} watches nothing yet; add something: unfold watch add 'A/RES/80/*' --lang en."
        )
    return watchlist.entries


def state(home: Home, entry: Entry) -> str:
    """What is known of an entry, in words."""
    ledger = home.ledger()
    if entry.series is not None:
        return "; ".join(
            _of_series(ledger, Series.parse(entry.series), language) for language in entry.languages
        )
    if entry.symbol is not None:
        return "; ".join(_of_symbol(ledger, entry.symbol, language) for language in entry.languages)
    if entry.closure is not None:
        cited = closure.cited(_held(home), {s for d in _held(home) for s in d.symbols}, depth=1)
        return f"{len(cited)} symbols are cited and not held"
    return f"{len(ledger.records)} records held"


def _named(entries: Sequence[Entry]) -> Iterator[Ask]:
    for entry in entries:
        if entry.symbol is not None:
            yield from (Ask.of(symbols.parse(entry.symbol), language) for language in entry.languages)


def _revisited(ledger: Ledger) -> Iterator[Ask]:
    """Everything that was ever asked for and is there, or may be: each is asked again when due, for its own reason."""
    for asking in ledger.askings:
        if asking.source == retrieving.SOURCE and asking.state != "malformed":
            yield Ask.of(symbols.parse(asking.symbol), asking.language, asking.reason)


def _searched(home: Home, watched: Watched, entries: Sequence[Entry], watch: Watch) -> Collected:
    """What the catalogue lists: its records are taken in, and the documents asked for within the entry's budget."""
    met = Collected()
    for entry in entries:
        if entry.search is not None:
            found = cataloguing.describe(home, (entry.search,), watched.requests(home.settings.budget), watch)
            parsed = [
                own
                for texts in found.symbols
                if (own := tuple(s for s in symbols.readable(texts) if not s.is_foreign))
            ]
            asks = [Ask.of(each, language) for each in parsed for language in entry.languages]
            met += found.met + _within(home, watched, entry, asks, watch)
    return met


def _followed(home: Home, watched: Watched, entry: Entry, language: str, watch: Watch) -> Collected:
    """A series, asked for forward in windows until its frontier is reached or the server does not answer."""
    series, met = Series.parse(entry.series or ""), Collected()
    first = entry.first or (1,) * series.stars
    asked = set[Numbers]()
    while True:
        known = dict(_known(home.ledger(), series, language))
        there = {numbers: asking.state in _THERE for numbers, asking in known.items()}
        asked |= {n for n, asking in known.items() if asking.asked_time >= watched.started}
        window = frontier(series, there, frozenset(asked), first, entry.gap)
        if not window:
            return met
        asked |= set(window)
        asks = [Ask.of((series.symbol(numbers),), language) for numbers in window]
        step = _carry_out(home, watched, asks, watch, again=True)
        met += replace(step, absent=())  # a frontier is made of absences
        if step.left or step.unsettled:
            return met


def _within(home: Home, watched: Watched, entry: Entry, asks: Sequence[Ask], watch: Watch) -> Collected:
    """As many of the asks as the entry's budget leaves in this run."""
    due = retrieving.planned(home.ledger(), asks, watched.started).asks
    rest = entry.budget - watched.spent.get(entry.what, 0)
    watched.spent[entry.what] = watched.spent.get(entry.what, 0) + min(len(due), max(rest, 0))
    met = _carry_out(home, watched, due[: max(rest, 0)], watch)
    # Nobody asked for it by name: what is cited or catalogued and not there is told by `unfold asked`.
    return replace(met, absent=()) + Collected(later=max(0, len(due) - max(rest, 0)))


def _carry_out(
    home: Home, watched: Watched, asks: Iterable[Ask], watch: Watch, *, again: bool = False
) -> Collected:
    plan = retrieving.planned(home.ledger(), asks, watched.started, again=again)
    return retrieving.carry_out(
        home, retrieving.Plan(plan.asks, ()), watched.requests(home.settings.budget), watch
    )


def _known(ledger: Ledger, series: Series, language: str) -> Iterator[tuple[Numbers, Asking]]:
    for asking in ledger.askings:
        if asking.source == retrieving.SOURCE and asking.language == language:
            for symbol in symbols.parse(asking.symbol):
                numbers = series.numbers(symbol)
                if numbers is not None:
                    yield numbers, asking


def _held(home: Home) -> list[Held]:
    """Every accepted document with what it cites, from the rows that are kept of it."""
    marks, found = fingerprints(), []
    for accepted in home.ledger().accepted(marks.reader, marks.gate):
        rows = home.rows.get(accepted.rows_sha256)
        cited = rows["citations"].column("cited_symbol").to_pylist() if rows is not None else []
        found.append(Held(accepted.symbols, tuple(dict.fromkeys(cited))))
    return found


def _roots(home: Home) -> set[str]:
    """The symbols from which citations are followed: of all that is held but for what a closure brought."""
    ledger, marks = home.ledger(), fingerprints()
    return {
        symbol
        for accepted in ledger.accepted(marks.reader, marks.gate)
        for symbol in accepted.symbols
        if not _is_brought(ledger, accepted.reading)
    }


def _is_brought(ledger: Ledger, reading: Reading) -> bool:
    """Whether a closure alone asked for what was read."""
    if reading.requested_symbol is None or reading.requested_language is None:
        return False
    asking = ledger.asking(reading.source, reading.requested_symbol, reading.requested_language)
    return asking is not None and asking.reason == "closure"


def _of_series(ledger: Ledger, series: Series, language: str) -> str:
    known = dict(_known(ledger, series, language))
    held = [numbers for numbers, asking in known.items() if asking.state == "held"]
    if not known:
        return f"{language}: never asked"
    last = f"the last {series.symbol(max(held))}" if held else "none"
    asked = max(asking.asked_time for asking in known.values())
    return f"{language}: {len(held)} held, {last}; asked {asked:%Y-%m-%d %H:%M}Z"


def _of_symbol(ledger: Ledger, symbol: str, language: str) -> str:
    ask = Ask.of(symbols.parse(symbol), language)
    asking = ledger.asking(retrieving.SOURCE, ask.symbol, language)
    if asking is None:
        return f"{language}: never asked"
    return f"{language}: {asking.state}, asked {asking.asked_time:%Y-%m-%d %H:%M}Z, again from {asking.due:%Y-%m-%d}"
