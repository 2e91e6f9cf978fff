r"""Terminal: answers shown to a person or handed to a program, with nothing in them that a terminal obeys.

>>> safe("a\\x1b[31mb")
'a\\x1b[31mb'
"""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, assert_never

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
    sys.stdout.write(safe(text, keep="\n") + "\n")


def complain(text: str) -> None:
    """A line to standard error, made safe."""
    sys.stderr.write(safe(text, keep="\n") + "\n")


def show(names: Sequence[str], rows: Iterable[Sequence[Any]], form: Format) -> None:
    """Rows on standard output as a table to read, or as JSON lines or CSV for a program."""
    match form:
        case "table":
            _table(names, rows)
        case "json":
            for row in rows:
                sys.stdout.write(as_json(dict(zip(names, row, strict=True))) + "\n")
        case "csv":
            sys.stdout.write(as_csv(names, rows))
        case _ as never:
            assert_never(never)


def as_json(row: Mapping[str, Any]) -> str:
    """One line of JSON; what a terminal obeys is escaped as JSON itself escapes, so that the value stays the same."""
    text = json.dumps(row, ensure_ascii=False, default=str)
    return "".join(c if unicodedata.category(c) not in _OBEYED else json.dumps(c)[1:-1] for c in text)


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows as CSV; a text that a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _csv_cell(value: object) -> object:
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False, default=str)
    if not isinstance(value, str):
        return value
    text = safe(value, keep="\n\t")
    return f"'{text}" if text.startswith(_FORMULA) else text


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
    return safe(str(value))


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
