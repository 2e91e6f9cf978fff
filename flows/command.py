"""What the commands share: the home they work in, the engine that carries them out, the exit code.

>>> carry_out("build", Path("data"), "none", plainly)
0
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from flows.errors import Usage
from flows.terminal import progress, say

if TYPE_CHECKING:
    from flows.collected import Collected
    from flows.home import Home
    from flows.pipeline import Run
    from flows.progress import Watch
    from flows.settings import Settings

Engine = Literal["prefect", "none"]
_ABSENT = 4
"""Exit code where a document that was asked for is not there, or another one was given for it."""
_UNSETTLED = 6
"""Exit code where a server gave no answer that can be believed, or there was no time to ask: run again."""


def carry_out(
    flow: str,
    home: Path | None,
    engine: Engine,
    plainly: Callable[[Home, Settings, Watch], Run],
    symbols: tuple[str, ...] = (),
    **parameters: object,
) -> int:
    """Run a flow, or its plain function, and print what came of it; the exit code.

    Raises:
        Usage: the source cannot be one, or nothing asked for is a symbol; nothing was written.
    """
    from flows.pipeline import Stopped
    from flows.settings import let_the_command_speak
    from flows.sources.open import provider
    from flows.wishes import wish

    settings = settings_of(home)
    if "source" in parameters:
        wish(symbols)
        given = parameters["source"]
        provider(str(given) if given is not None else None, symbols, settings)
        parameters |= {"symbols": symbols}
    with progress() as watch:
        try:
            if engine == "prefect":
                let_the_command_speak()
                from flows import orchestrate

                done = orchestrate.call(flow, watch, home=str(settings.home), **parameters)
            else:
                with writing(settings) as at:
                    done = plainly(at, settings, watch)
        except Stopped as stopped:
            done = stopped.run
    return told(done, settings.home)


def told(done: Run, home: Path) -> int:
    """Print what a run came to; its exit code."""
    from flows.report import lines

    for line in lines(done, home):
        say(line)
    if done.outcome == "stopped" or (done.built is not None and done.built.lost):
        return 1
    return _code_of(done.collected) if done.collected is not None else 0


def _code_of(met: Collected) -> int:
    """The exit code of a collection: the gravest of what it met."""
    if met.malformed:
        return Usage.exit_code
    if met.unsettled or met.left:
        return _UNSETTLED
    return _ABSENT if met.absent or len(met.troubles) > met.misnamed else 0


def settings_of(home: Path | None) -> Settings:
    """The settings with the home that the option names.

    Raises:
        Usage: a value in the environment is wrong; the message names its variable.
    """
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings() if home is None else Settings(home=home)
    except ValidationError as error:
        wrong = "; ".join(
            f"UNFOLD_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        )
        raise Usage(f"{wrong}. Correct or unset it.") from error


@contextmanager
def writing(settings: Settings) -> Iterator[Home]:
    """The home, made where it is not there, and held for writing."""
    from flows.home import Home

    with Home.open(settings, create=True) as at, at.writing():
        yield at


@contextmanager
def reading(home: Path | None) -> Iterator[Home]:
    """The home as it is, to ask and not to change."""
    from flows.home import Home

    with Home.open(settings_of(home)) as at:
        yield at
