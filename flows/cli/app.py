"""The command itself: its help, its global options, and the options that several commands take.

>>> app.meta(["status", "--home", "data"])
0
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, get_args

from cyclopts import App, Parameter, Token

from flows.command import Engine
from flows.terminal import Format
from flows.wishes import Language

HELP = """United Nations documents as tables that can be trusted.

Everything is kept in one folder, the home: the log of what happened, the bytes as they came, and
immutable releases (Parquet and DuckDB) that are made from both. `current` in it is the newest release.
"""

EPILOGUE = """Exit codes: 0 a release is current or the question is answered (documents that were refused
are listed and do not count as failure) · 1 a publication was stopped, damage was found, or something
failed · 2 wrong usage or a malformed symbol · 3 nothing there: no home, no release, no such document, no
hit · 4 a document that was asked for is not there, or another was given for it · 5 another process is
writing into this home · 6 a server gave no answer that can be believed: run again · 130 interrupted.

Environment: UNFOLD_HOME, UNFOLD_LOG (postgresql://… for a shared log), UNFOLD_WORKERS, UNFOLD_BATCH_SIZE,
UNFOLD_MAX_BYTES; of one document UNFOLD_READ_TIMEOUT and UNFOLD_READ_CPU (seconds), UNFOLD_READ_MEMORY and
UNFOLD_READ_OUTPUT (bytes). For the United Nations:
UNFOLD_CONTACT (a mail address or page of yours; it must be set), UNFOLD_TYPES (docx,doc,pdf),
UNFOLD_HOST_WORKERS (4), UNFOLD_RATE (2 requests a second), UNFOLD_BUDGET (requests a run), UNFOLD_TRIES,
UNFOLD_BACKOFF, UNFOLD_FETCH_TIMEOUT and UNFOLD_PATIENCE (seconds), UNFOLD_WATCHLIST, UNFOLD_UN_URL,
UNFOLD_LIBRARY_URL."""


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
SourceOption = Annotated[
    str | None,
    Parameter(
        help="`un` (asked for the symbols), `watchlist`, `sample` (built in), or the path of a folder or a zip of "
        "files; else `un` where symbols are given, and `sample` where none are."
    ),
]


def _languages(_: object, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Languages, each in a word of its own or several joined by commas."""
    told = [word.strip().lower() for token in tokens for word in token.value.split(",")]
    wrong = [word for word in told if word not in get_args(Language)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is none of {', '.join(get_args(Language))}.")
    return tuple(dict.fromkeys(told))


LanguageOption = Annotated[
    tuple[Language, ...],
    Parameter(
        name="--lang",
        negative=(),
        converter=_languages,
        n_tokens=1,
        help="Only these languages: `en`, `en,fr`, or the option again; English where the United Nations are asked.",
    ),
]
AgainOption = Annotated[bool, Parameter(negative=(), help="Ask a server also for what it answered lately.")]
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
