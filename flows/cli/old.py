"""The `unfold` command: thin over the plain functions, quick where nothing is built.

Heavy libraries are imported by the commands that need them: Prefect by `run`, `collect`, `build` and
`publish` with their default engine, Great Expectations only when something new is judged or published.

    $ unfold run
    $ unfold sql "SELECT document_id, title FROM documents"
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from flows.command import Engine, carry_out, reading, settings_of, writing
from flows.errors import Nothing, ShellError
from flows.terminal import Format, complain, progress, say, show
from transforms.errors import UnfoldError

if TYPE_CHECKING:
    import pyarrow as pa

    from flows.home import Home
    from flows.pipeline import Order, Run
    from flows.progress import Watch
    from flows.settings import Settings

Language = Literal["ar", "en", "es", "fr", "ru", "zh"]

HELP = """United Nations documents as tables that can be trusted.

Everything is kept in one folder, the home: the log of what happened, the bytes as they came, and
immutable releases (Parquet and DuckDB) that are made from both. `current` in it is the newest release.
"""

EPILOGUE = """Exit codes: 0 a release is current or the question is answered (documents that were refused
are listed and do not count as failure) · 1 a publication was stopped, damage was found, or something
failed · 2 wrong usage or a malformed symbol · 3 nothing there: no home, no release, no such document, no
hit · 4 a symbol that was asked for is not in the source · 5 another process is writing into this home ·
130 interrupted.

Environment: UNFOLD_HOME, UNFOLD_LOG (postgresql://… for a shared log), UNFOLD_WORKERS, UNFOLD_BATCH_SIZE,
UNFOLD_MAX_BYTES, UNFOLD_READ_TIMEOUT (seconds), UNFOLD_READ_MEMORY (bytes)."""


def _version() -> str:
    from importlib.metadata import version

    return version("unfold-un")


app = App(
    name="unfold",
    help=HELP,
    help_epilogue=EPILOGUE,
    version=_version,
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)
app.meta.group_parameters = "Global options"
app.meta.suppress_keyboard_interrupt = False

HomeOption = Annotated[Path | None, Parameter(parse=False)]

SymbolArgument = Annotated[
    str, Parameter(help="Documents wanted, such as A/999/98; none means all the source has.")
]
SourceOption = Annotated[str, Parameter(help="`sample` (built in), or the path of a folder of files.")]
LanguageOption = Annotated[
    tuple[Language, ...],
    Parameter(name="--lang", negative=(), help="Only this language; give it again for more."),
]
EngineOption = Annotated[
    Engine,
    Parameter(
        help="`prefect` runs the flow, on your Prefect server or one of its own; `none` does without Prefect."
    ),
]
FormatOption = Annotated[
    Format,
    Parameter(name="--format", help="`table` to read, `json` (one object a line) or `csv` for programs."),
]


@app.meta.default
def launch(
    *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
    home: Annotated[Path | None, Parameter(help="The folder; else UNFOLD_HOME, else ./data.")] = None,
) -> int:
    """Run the command that the tokens name, in the home that the option or the environment names."""
    command, bound, ignored = app.parse_args(tokens)
    told: dict[str, Any] = {"home": home} if "home" in ignored else {}
    return int(command(*bound.args, **bound.kwargs, **told) or 0)


@app.command(help_epilogue="")
def run(
    *symbols: SymbolArgument,
    source: SourceOption = "sample",
    lang: LanguageOption = (),
    engine: EngineOption = "prefect",
    home: HomeOption,
) -> int:
    """Collect, build and publish: from documents to a release you can query."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.run(at, settings, _order(settings, source, symbols, lang), watch=watch)

    return carry_out("pipeline", home, engine, plainly, source=source, symbols=symbols, languages=lang)


@app.command(help_epilogue="")
def collect(
    *symbols: SymbolArgument,
    source: SourceOption = "sample",
    lang: LanguageOption = (),
    engine: EngineOption = "prefect",
    home: HomeOption,
) -> int:
    """Take what a source offers into the home, and no more."""
    from flows import pipeline

    def plainly(at: Home, settings: Settings, watch: Watch) -> Run:
        return pipeline.collect_only(at, _order(settings, source, symbols, lang), watch=watch)

    return carry_out("collect", home, engine, plainly, source=source, symbols=symbols, languages=lang)


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


@app.command(help_epilogue="")
def status(*, home: HomeOption) -> int:
    """What is held, due, refused and published."""
    from flows.inspection import status as lines

    with reading(home) as at:
        for line in lines(at):
            say(line)
    return 0


@app.command(help_epilogue="")
def sql(
    query: Annotated[
        str, Parameter(help='One statement: "SELECT type, count(*) FROM mentions GROUP BY ALL".')
    ],
    /,
    *,
    form: FormatOption = "table",
    home: HomeOption,
) -> int:
    """Ask the newest release in SQL (DuckDB), read-only."""
    from flows.ask import ask

    answer = ask(settings_of(home), query)
    show(answer.column_names, _rows(answer), form)
    return 0


@app.command(help_epilogue="")
def search(
    words: Annotated[str, Parameter(help="Whole words, in any case, with or without accents.")],
    /,
    *,
    limit: Annotated[int, Parameter(help="Most hits shown.")] = 20,
    form: FormatOption = "table",
    home: HomeOption,
) -> int:
    """Find the paragraphs that hold the words, best first."""
    from flows.ask import Hit, find

    hits = find(settings_of(home), words, limit)
    if not hits:
        raise Nothing(f"no paragraph holds any of {words!r}; try other words.")
    show([field.name for field in fields(Hit)], (astuple(hit) for hit in hits), form)
    return 0


@app.command(help_epilogue="")
def explain(
    symbol: Annotated[str, Parameter(help="A/999/98, A/999/98@en#para_12, or with its label: A/999/98#12.")],
    /,
    *,
    home: HomeOption,
) -> int:
    """How a document came to be what it is: which bytes, from where, read by what, judged how, cited by what."""
    from flows.explain import explain as lines

    with reading(home) as at:
        for line in tuple(lines(at, symbol)):
            say(line)
    return 0


@app.command(help_epilogue="")
def verify(*, home: HomeOption) -> int:
    """Check every hash: the log's chain, the bytes, the rows kept, and each release."""
    from flows.inspection import damages, held, notes

    with reading(home) as at:
        found = 0
        for damage in damages(at):
            found += 1
            complain(f"damaged: {damage}")
        told = f"{found} damaged" if found else "everything as it was written"
        say("; ".join((held(at), told, *(f"note: {note}" for note in notes(at)))))
    return 1 if found else 0


def main() -> None:
    """Run the command; what it says no to becomes a line on standard error and an exit code."""
    sys.exit(_code(sys.argv[1:]))


def _code(tokens: list[str]) -> int:
    try:
        return int(app.meta(tokens) or 0)
    except ShellError as error:
        complain(f"unfold: {error}")
        return error.exit_code
    except UnfoldError as error:
        complain(f"unfold: {error}")
        return 1
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what reads us has gone; end without a word
        return 0
    except KeyboardInterrupt:
        complain("unfold: interrupted; the next run goes on from here.")
        return 130


def _order(
    settings: Settings, source: str, symbols: tuple[str, ...], languages: tuple[Language, ...]
) -> Order:
    from flows.pipeline import Order
    from flows.sources.open import open_source

    return Order(open_source(source, settings), symbols, languages)


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


if __name__ == "__main__":
    main()
