"""The plain functions as Prefect flows. The only module that imports Prefect, and thin on purpose.

The log decides what is done, never Prefect's state: a flow that is killed, retried or run twice comes to
the same tables. Deployments are in `prefect.yaml`; `unfold run` calls `pipeline` in this process.

    >>> pipeline(home="data", source="sample").published.version
    '20260131T120000Z-1a2b3c4d'
"""

# ruff: noqa: E402 - telemetry is switched off before Prefect is imported
from __future__ import annotations

from flows import settings as configuration

configuration.switch_telemetry_off()

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.settings import temporary_settings
from prefect.tasks import Task

from flows import build as building
from flows import collect as collecting
from flows import pipeline as plain
from flows import publish as publishing
from flows.build import Built
from flows.collected import Collected
from flows.home import Home
from flows.pipeline import Run, Steps, Stopped, order_of
from flows.progress import Watch, silent
from flows.publish import Published
from flows.reading import Readers
from flows.report import markdown
from flows.settings import Settings
from flows.sources.named import Provider
from transforms.errors import UnfoldError
from warehouse.errors import VersionConflict
from warehouse.ledger import Reading

DEFAULTS: dict[str, Any] = {
    "server.analytics_enabled": False,
    "server.ephemeral.enabled": True,
    "server.ephemeral.startup_timeout_seconds": 180,
    "server.database.timeout": 60,
    "server.services.event_persister.batch_size": 200,
    "server.services.event_persister.read_batch_size": 200,
    "server.services.task_run_recorder.batch_size": 200,
    "server.services.task_run_recorder.read_batch_size": 200,
    "server.services.triggers.read_batch_size": 200,
    "telemetry.enable_resource_metrics": False,
}
"""What Prefect needs to run well here, where nobody has set otherwise; `pyproject.toml` says the same to its commands."""

_watch: ContextVar[Watch] = ContextVar("watch", default=silent)


def _is_worth_a_retry(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:  # noqa: ARG001 - Prefect's shape
    """What `unfold` itself says no to stays so; a disk, a network or another writer may have moved on."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, VersionConflict) or not isinstance(error, UnfoldError)


@task(
    name="collect",
    retries=2,
    retry_delay_seconds=[2, 10],
    cache_policy=NO_CACHE,
    persist_result=False,
    retry_condition_fn=_is_worth_a_retry,
)
def collect_task(  # noqa: PLR0913 - as the step it carries out
    home: Home,
    source: Provider,
    asked: Sequence[str],
    languages: tuple[str, ...],
    watch: Watch = silent,
    *,
    again: bool = False,
) -> Collected:
    """Take in what a source offers, or a server answers."""
    return collecting.collect(home, source, asked, languages, watch, again=again)


@task(
    name="close",
    retries=2,
    retry_delay_seconds=[2, 10],
    cache_policy=NO_CACHE,
    persist_result=False,
    retry_condition_fn=_is_worth_a_retry,
)
def close_task(home: Home, source: Provider, watch: Watch = silent) -> Collected:
    """Take in what the documents cite that were read, where the watchlist asks for it."""
    return collecting.close(home, source, watch)


@task(
    name="read-and-judge",
    retries=1,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
    retry_condition_fn=_is_worth_a_retry,
)
def batch_task(home: Home, readers: Readers, batch: Sequence[Reading]) -> Built:
    """Give one batch of documents its verdicts."""
    return building.build_batch(home, readers, batch)


@task(
    name="publish",
    retries=1,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
    retry_condition_fn=_is_worth_a_retry,
)
def publish_task(home: Home, settings: Settings, watch: Watch = silent) -> Published:
    """Make the release of what is accepted."""
    return publishing.publish(home, settings, watch)


TASKS = Steps(collect_task, close_task, batch_task, publish_task)


@flow(name="pipeline")
def pipeline(
    home: str | None = None,
    source: str | None = None,
    symbols: Sequence[str] = (),
    languages: Sequence[str] = (),
    again: bool = False,
) -> Run:
    """Collect, build and publish in one.

    Args:
        home: folder of the log, the bytes and the releases; else UNFOLD_HOME, else ./data.
        source: `un`, `watchlist`, `sample`, or the path of a folder or a zip of files; else `un` where symbols are
            wanted, and `sample` where none are.
        symbols: the documents wanted; none means all that the source has.
        languages: the languages wanted (ar, en, es, fr, ru, zh); none means all, and English from `un`.
        again: ask a server also for what it answered lately.
    """
    with _opened(home) as (at, settings):
        order = order_of(source, tuple(symbols), tuple(languages), settings, again=again)
        run = plain.run(at, settings, order, steps=TASKS, watch=_watch.get())
        return _told(run, settings)


@flow(name="collect")
def collect(
    home: str | None = None,
    source: str | None = None,
    symbols: Sequence[str] = (),
    languages: Sequence[str] = (),
    again: bool = False,
) -> Run:
    """Take what a source offers into the home; `pipeline` tells of the parameters."""
    with _opened(home) as (at, settings):
        order = order_of(source, tuple(symbols), tuple(languages), settings, again=again)
        run = plain.collect_only(at, order, steps=TASKS, watch=_watch.get())
        return _told(run, settings)


@flow(name="build")
def build(home: str | None = None, retry: bool = False) -> Run:
    """Read and judge what is due; `retry` takes up again what ran out of time or memory."""
    with _opened(home) as (at, settings):
        return _told(plain.build_only(at, settings, retry=retry, steps=TASKS, watch=_watch.get()), settings)


@flow(name="publish")
def publish(home: str | None = None) -> Run:
    """Make the release of everything accepted."""
    with _opened(home) as (at, settings):
        return _told(plain.publish_only(at, settings, steps=TASKS, watch=_watch.get()), settings)


FLOWS: dict[str, Callable[..., Run]] = {
    "pipeline": pipeline,
    "collect": collect,
    "build": build,
    "publish": publish,
}


def call(name: str, watch: Watch, **parameters: object) -> Run:
    """Run a flow in this process, on the server that Prefect is set to, else on one that it starts for itself."""
    token = _watch.set(watch)
    try:
        with temporary_settings(set_defaults=DEFAULTS, updates={"flows.heartbeat_frequency": None}):
            return FLOWS[name](**parameters)
    finally:
        _watch.reset(token)


@contextmanager
def _opened(home: str | None) -> Iterator[tuple[Home, Settings]]:
    settings = Settings() if home is None else Settings(home=Path(home))
    with Home.open(settings, create=True) as at, at.writing():
        yield at, settings


def _told(run: Run, settings: Settings) -> Run:
    """The run, with an artifact that a person can read; a stopped publication fails the flow."""
    create_markdown_artifact(
        key=f"unfold-{run.command}",
        markdown=markdown(run, settings.home),
        description=f"unfold {run.command}: {run.outcome}",
    )
    if run.outcome == "stopped":
        raise Stopped(run)
    return run
