"""The whole program: collect, build, publish. `orchestrate` runs the same steps as Prefect tasks.

>>> with Home.open(settings, create=True) as home, home.writing():
...     run(home, settings, Order(Sample())).published.version
'20260131T120000Z-1a2b3c4d'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Literal
from uuid import uuid4

from flows.build import Built, Step, build, build_batch
from flows.collect import close, collect
from flows.collected import Collected
from flows.errors import ShellError
from flows.home import Home
from flows.progress import Watch, silent
from flows.publish import Published, publish
from flows.settings import Settings
from flows.sources.named import Provider
from flows.sources.open import provider
from warehouse.events import RunFinished, RunStarted, run_stream

Parameters = dict[str, str | int | float | bool | tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted from where; no symbols or no languages mean all that the source has.

    `is_again` asks a server also for what it answered lately.
    """

    source: Provider
    symbols: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_again: bool = False

    @property
    def told(self) -> Parameters:
        """The order in words, for the log."""
        return {"source": self.source.name, "symbols": self.symbols, "languages": self.languages}


def order_of(
    source: str | None,
    symbols: tuple[str, ...],
    languages: tuple[str, ...],
    settings: Settings,
    *,
    again: bool,
) -> Order:
    """The order that a command or a deployment gives in words.

    Raises:
        Usage: there is no such source, or it cannot be asked as things are.
    """
    return Order(provider(source, symbols, settings), symbols, languages, again)


@dataclass(slots=True)
class Run:
    """One run of a command, filled in as its steps end."""

    run_id: str
    command: str
    collected: Collected | None = None
    built: Built | None = None
    published: Published | None = None
    seconds: float = 0.0
    outcome: Literal["completed", "stopped", "interrupted", "failed"] = "failed"
    counts: dict[str, int] = field(default_factory=dict)


class Stopped(ShellError):
    """The floors stopped a publication; the release before stays current. `run` tells the rest."""

    def __init__(self, run: Run) -> None:
        reasons = run.published.stopped if run.published is not None else ()
        super().__init__(f"publication stopped, the release before stays current: {'; '.join(reasons)}")
        self.run = run


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps; the plain functions, or tasks around them."""

    collect: Callable[..., Collected] = collect
    close: Callable[..., Collected] = close
    batch: Step = build_batch
    publish: Callable[..., Published] = publish


PLAIN = Steps()


def run(home: Home, settings: Settings, order: Order, *, steps: Steps = PLAIN, watch: Watch = silent) -> Run:
    """Take in what a source offers, read and judge what is new, publish what is accepted.

    Where citations are to be followed, what they lead to is taken in and read too, step by step.
    """
    with running(home, "run", order.told) as this:
        this.collected = _collect(home, order, steps, watch)
        this.built = build(home, settings, step=steps.batch, watch=watch)
        while (more := steps.close(home, order.source, watch=watch)).offered:
            this.collected += replace(more, later=0)  # the last step counts what is left for later
            this.built += build(home, settings, step=steps.batch, watch=watch)
        this.collected += more
        this.published = steps.publish(home, settings, watch=watch)
    return this


def _collect(home: Home, order: Order, steps: Steps, watch: Watch) -> Collected:
    return steps.collect(
        home, order.source, order.symbols, order.languages, watch=watch, again=order.is_again
    )


def collect_only(home: Home, order: Order, *, steps: Steps = PLAIN, watch: Watch = silent) -> Run:
    """Take in what a source offers, and what the documents cite that are read already, and no more."""
    with running(home, "collect", order.told) as this:
        this.collected = _collect(home, order, steps, watch)
        this.collected += steps.close(home, order.source, watch=watch)
    return this


def build_only(
    home: Home, settings: Settings, *, retry: bool = False, steps: Steps = PLAIN, watch: Watch = silent
) -> Run:
    """Read and judge what is due, and no more."""
    with running(home, "build", {"retry": retry}) as this:
        this.built = build(home, settings, retry=retry, step=steps.batch, watch=watch)
    return this


def publish_only(home: Home, settings: Settings, *, steps: Steps = PLAIN, watch: Watch = silent) -> Run:
    """Publish what is accepted, and no more."""
    with running(home, "publish", {}) as this:
        this.published = steps.publish(home, settings, watch=watch)
    return this


@contextmanager
def running(home: Home, command: str, parameters: Parameters) -> Iterator[Run]:
    """A run that the log knows of: begun, and ended with what it came to. A killed one stays without an end."""
    this, started = Run(uuid4().hex, command), perf_counter()
    stream = run_stream(this.run_id)
    home.ledger()
    home.record([(stream, RunStarted(this.run_id, command, parameters))])
    try:
        yield this
        is_stopped = this.published is not None and this.published.stopped
        this.outcome = "stopped" if is_stopped else "completed"
    except KeyboardInterrupt:
        this.outcome = "interrupted"
        raise
    finally:
        this.seconds = perf_counter() - started
        this.counts = _counts(this)
        home.ledger()
        home.record([(stream, RunFinished(this.run_id, this.outcome, this.counts))])


def _counts(this: Run) -> dict[str, int]:
    counts: dict[str, int] = {}
    if this.collected is not None:
        counts |= _of_collected(this.collected)
    if this.built is not None:
        counts |= {
            "read": this.built.read,
            "accepted": this.built.accepted,
            "refused": len(this.built.refused),
        }
        counts |= {"lost": len(this.built.lost)}
    if this.published is not None:
        counts |= {"published": int(this.published.is_new), "documents": this.published.documents}
        counts |= {"doubtful": len(this.published.doubts)} if this.published.doubts else {}
    return counts


def _of_collected(met: Collected) -> dict[str, int]:
    counts = {
        "offered": met.offered, "fetched": met.fetched, "declined": len(met.declined), "absent": len(met.absent),
        "malformed": len(met.malformed), "in other languages": met.elsewhere,
    }  # fmt: skip
    asked = {
        "unchanged": met.unchanged, "known well enough": met.known, "not as asked": len(met.troubles) - met.misnamed, "misnamed": met.misnamed,
        "records": met.records, "left for the next run": met.left, "for later runs": met.later, "unsettled": met.unsettled,
    }  # fmt: skip
    return counts | {name: count for name, count in asked.items() if count}
