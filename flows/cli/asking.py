"""The commands that ask: what is held, what the newest release says, where a row comes from, whether all is whole.

$ unfold status
$ unfold sql "SELECT document_id, title FROM documents"
"""

# ruff: noqa: PLC0415 - what a command needs is imported when it is given
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from flows.cli.app import FormatOption, HomeOption, app
from flows.command import reading, settings_of
from flows.errors import Nothing
from flows.terminal import complain, say, show

if TYPE_CHECKING:
    import pyarrow as pa


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


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    yield from zip(*(column.to_pylist() for column in table.columns), strict=True)
