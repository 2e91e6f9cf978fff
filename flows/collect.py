"""Collect: what there is to take becomes kept bytes and events. The only part that meets the outside.

>>> collect(home, Sample(), (), ()).fetched
11
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows import offering, retrieving, watching
from flows.collected import Collected
from flows.home import Home
from flows.progress import Watch, silent
from flows.sources.named import Provider, UnitedNations, Watched
from flows.wishes import wish


def collect(  # noqa: PLR0913 - what there is to say of a collection
    home: Home,
    source: Provider,
    asked: Sequence[str] = (),
    languages: tuple[str, ...] = (),
    watch: Watch = silent,
    *,
    again: bool = False,
) -> Collected:
    """Take what there is into the home; what is no symbol is told, and the rest goes on.

    Args:
        home: where it is kept.
        source: a source that lists what it has, the United Nations, or the watchlist.
        asked: the symbols wanted; none means all that a source lists, and none of the United Nations.
        languages: the languages wanted; none means all that a source has, and English of the United Nations.
        watch: told of each step.
        again: ask a server also for what it answered lately.

    Raises:
        Usage: nothing that was asked for is a symbol, or nothing is watched.
    """
    wanted, malformed = wish(asked)
    match source:
        case UnitedNations():
            met = retrieving.retrieve(home, wanted, languages, watch, again=again)
        case Watched():
            met = watching.collect(home, source, watch)
        case _:
            met = offering.take(home, source, wanted, languages, watch)
    return replace(met, malformed=malformed)


def close(home: Home, source: Provider, watch: Watch = silent) -> Collected:
    """Take what the documents cite that were read by now, where the watchlist asks for that; else nothing."""
    return watching.close(home, source, watch) if isinstance(source, Watched) else Collected()
