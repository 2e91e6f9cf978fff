"""The commands that make something: take in, read and judge, publish, make again.

$ unfold run
$ unfold collect A/73/328 S/2008/186 --lang en,fr
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.app import (
    AgainOption,
    EngineOption,
    HomeOption,
    LanguageOption,
    SourceOption,
    SymbolArgument,
    app,
)
from flows.command import carry_out, settings_of, writing
from flows.terminal import progress, say

if TYPE_CHECKING:
    from flows.home import Home
    from flows.pipeline import Run
    from flows.progress import Watch
    from flows.settings import Settings


@app.command(help_epilogue="")
def run(
    *symbols: SymbolArgument,
    source: SourceOption = None,
    lang: LanguageOption = (),
    again: AgainOption = False,
    engine: EngineOption = "prefect",
    home: HomeOption,
) -> int:
    """Collect, build and publish: from documents to a release you can query."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.run(
            at, settings, pipeline.order_of(source, symbols, lang, settings, again=again), watch=watch
        )

    return carry_out(
        "pipeline", home, engine, plainly, source=source, symbols=symbols, languages=lang, again=again
    )


@app.command(help_epilogue="")
def collect(
    *symbols: SymbolArgument,
    source: SourceOption = None,
    lang: LanguageOption = (),
    again: AgainOption = False,
    engine: EngineOption = "prefect",
    home: HomeOption,
) -> int:
    """Take what a source offers into the home, and no more."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.collect_only(
            at, pipeline.order_of(source, symbols, lang, settings, again=again), watch=watch
        )

    return carry_out(
        "collect", home, engine, plainly, source=source, symbols=symbols, languages=lang, again=again
    )


@app.command(help_epilogue="")
def build(
    *,
    retry: Annotated[
        bool, Parameter(negative=(), help="Also what ran out of time or memory, or crashed.")
    ] = False,
    engine: EngineOption = "prefect",
    home: HomeOption,
) -> int:
    """Read and judge every document that has no verdict yet under this version of the code."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.build_only(at, settings, retry=retry, watch=watch)

    return carry_out("build", home, engine, plainly, retry=retry)


@app.command(help_epilogue="")
def publish(*, engine: EngineOption = "prefect", home: HomeOption) -> int:
    """Make an immutable release of everything accepted, unless the floors stop it."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.publish_only(at, settings, watch=watch)

    return carry_out("publish", home, engine, plainly)


@app.command(help_epilogue="")
def rebuild(
    *,
    source_home: Annotated[
        Path | None,
        Parameter(name="--from", help="Another home, whose log and bytes are copied into this one first."),
    ] = None,
    home: HomeOption,
) -> int:
    """Make the newest release again from the log and the bytes alone, and compare it byte for byte."""
    from flows import rebuild as rebuilding

    settings = settings_of(home)
    with progress() as watch:
        if source_home is not None:
            rebuilding.copy_truth(source_home, settings)
        with writing(settings) as at:
            rebuilt = rebuilding.rebuild(at, settings, watch=watch)
    say(f"release    {rebuilt.version} made again from {rebuilt.documents} documents")
    say(f"           {rebuilt.path}")
    for name, sha256 in rebuilt.files:
        say(f"  {sha256}  {name}")
    say("identical to what the log says was published")
    return 0
