r"""Terminal: answers shown to a person or handed to a program, with nothing in them that a terminal obeys.

>>> safe("a\\x1b[31mb")
'a\\x1b[31mb'
"""

from __future__ import annotations

import csv
import io
import json
import math
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, time
from decimal import Decimal
from itertools import count
from typing import Any, Literal, TextIO, assert_never

from flows.errors import ShellError
from flows.progress import Watch, silent

Format = Literal["table", "json", "csv"]
_OBEYED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that a terminal may act on or that hide: controls, bidirectional marks, surrogates."""
_KEPT = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Joiners, marks of direction and soft hyphens belong to Arabic and other texts and only shape letters."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def safe(text: str, *, keep: str = "") -> str:
    """The text with everything that a terminal might obey written out as an escape."""
    return "".join(
        c if c in keep or c in _KEPT or unicodedata.category(c) not in _OBEYED else _escape(c) for c in text
    )


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def say(text: str = "") -> None:
    """A line to standard output, made safe."""
    with _standard_output() as out:
        out.write(safe(text, keep="\n") + "\n")


def complain(text: str) -> None:
    """A line to standard error, made safe; nowhere, where that is closed."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(safe(text, keep="\n") + "\n")


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output, written to the end when the block is left.

    Raises:
        ShellError: it is closed or full. (A reader who has gone is a `BrokenPipeError`, and no trouble.)
    """
    out: TextIO | None = sys.stdout
    if out is None:
        raise ShellError(
            "standard output is closed; give the command somewhere to write, such as > answer.txt."
        )
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - else Python tries once more when it ends
        raise ShellError(f"standard output cannot be written ({error.strerror}); write elsewhere.") from error


def show(names: Sequence[str], rows: Iterable[Sequence[Any]], form: Format) -> None:
    """Rows on standard output as a table to read, or as JSON lines or CSV for a program."""
    with _standard_output() as out:
        match form:
            case "table":
                _table(names, rows)
            case "json":
                keys = distinct(names)
                for row in rows:
                    out.write(as_json(dict(zip(keys, row, strict=True))) + "\n")
            case "csv":
                out.write(as_csv(names, rows))
            case _ as never:
                assert_never(never)


def distinct(names: Sequence[str]) -> list[str]:
    """The names, each once: the second `a` is `a_1`, or the first such name that is free.

    >>> distinct(["a", "a", "a_1"])
    ['a', 'a_2', 'a_1']
    """
    given = set(names)
    kept: list[str] = []
    for name in names:
        free = (f"{name}_{place}" for place in count(1))
        kept.append(name if name not in kept else next(each for each in free if each not in given | {*kept}))
    return kept


def as_json(row: Mapping[str, Any]) -> str:
    """One line of JSON; what a terminal obeys is escaped as JSON itself escapes, so that the value stays the same."""
    text = json.dumps(plain(row), ensure_ascii=False, allow_nan=False)
    return "".join(c if unicodedata.category(c) not in _OBEYED else json.dumps(c)[1:-1] for c in text)


def plain(value: object) -> object:
    """A value of an answer as JSON has it: no NaN, dates and intervals in ISO 8601, bytes in hexadecimal.

    >>> plain([Decimal("1.50"), float("nan"), date(2099, 1, 2)])
    [1.5, None, '2099-01-02']
    """
    match value:
        case Mapping():
            return {str(key): plain(held) for key, held in value.items()}
        case tuple() if hasattr(value, "nanoseconds"):
            return _duration(*value)
        case list() | tuple():
            return [plain(held) for held in value]
        case _:
            return _single(value)


def _single(value: object) -> str | float | None:
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.hex()
        case _:
            return str(value)


def _duration(months: int, days: int, nanoseconds: int) -> str:
    """An interval of DuckDB in ISO 8601: `P1M2DT3.5S`."""
    seconds = f"{Decimal(nanoseconds).scaleb(-9):f}"
    seconds = seconds.rstrip("0").rstrip(".") if "." in seconds else seconds
    parts = [f"{amount}{unit}" for amount, unit in ((months, "M"), (days, "D")) if amount]
    late = f"T{seconds}S" if nanoseconds or not parts else ""
    return f"P{''.join(parts)}{late}"


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows as CSV (RFC 4180), texts as they are; one that a spreadsheet would run gets a leading apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_csv_cell(name) for name in names])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _csv_cell(value: object) -> object:
    if isinstance(value, bytes | list | dict | tuple):
        held = plain(value)
        value = held if isinstance(held, str) else json.dumps(held, ensure_ascii=False, allow_nan=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only tables need it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    is_terminal = sys.stdout.isatty()
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in names:
        table.add_column(Text(safe(name)), overflow="fold", no_wrap=not is_terminal)
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    Console(width=None if is_terminal else 100_000).print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " › ".join(safe(str(item)) for item in value)
    return safe(str(plain(value) if isinstance(value, tuple) else value))


@contextmanager
def progress() -> Iterator[Watch]:
    """A watcher that draws a bar on standard error while a person is looking; else nobody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        stages: dict[str, TaskID] = {}

        def watch(stage: str, done: int, total: int | None) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield watch
