"""Ask: questions to the newest release, answered by its own DuckDB file, which nothing can change.

>>> ask(settings, "SELECT count(*) AS documents FROM documents").to_pylist()
[{'documents': 8}]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from flows.errors import Nothing, Usage
from flows.settings import Settings
from warehouse import duck, release

_WORD = re.compile(r"[^\W_]")
_BEFORE, _AFTER = 60, 180
"""Characters shown around the first word found."""


def ask(settings: Settings, sql: str) -> pa.Table:
    """The answer of the newest release.

    Raises:
        Nothing: nothing was published yet.
        Usage: the statement is wrong, or more than a question, or its answer cannot be shown.
    """
    try:
        answer = duck.query(newest(settings.home), sql)
    except duck.QueryRefused as error:
        raise Usage(str(error)) from error
    _must_be_shown(answer)
    return answer


def _must_be_shown(answer: pa.Table) -> None:
    """Refuse days and instants beyond the calendar of Python: infinity, or a year after 9999."""
    for name, column in zip(answer.column_names, answer.columns, strict=True):
        if pa.types.is_temporal(column.type) or pa.types.is_nested(column.type):
            try:
                column.to_pylist()
            except (OverflowError, ValueError) as error:
                raise Usage(
                    f"{name} holds a date that no calendar shows ({error}); ask for it as text: {name}::VARCHAR."
                ) from error


def literal(text: str) -> str:
    """A text as a literal of SQL: DuckDB imports pandas to take a parameter, and a quick question will not wait.

    >>> literal("the Council's report")
    "'the Council''s report'"
    """
    return "'" + text.replace("'", "''").replace("\0", "\ufffd") + "'"


def newest(home: Path) -> Path:
    """The DuckDB file of the newest release; resolve it once and keep to it."""
    current = release.current(home)
    if current is None:
        raise Nothing(f"{home} has published nothing yet; `unfold --home {home} run` publishes the sample.")
    return current.database


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds the words: where it stands, and the words around them."""

    document_id: str
    label: str
    section: str | None
    text: str
    paragraph_id: str


def find(settings: Settings, words: str, limit: int) -> tuple[Hit, ...]:
    """The paragraphs that hold any of the words, best first.

    Raises:
        Usage: there is no word to look for, or no hit is wanted.
    """
    if limit < 1:
        raise Usage(f"--limit {limit}: at least 1 hit must be wanted.")
    if not _WORD.search(words):
        raise Usage(
            f'{words!r} holds no word; look for words, "words in this order", or the beginning of a wor*.'
        )
    rows = ask(
        settings,
        "SELECT document_id, label, section_path, text, paragraph_id "  # noqa: S608 - a literal and a number
        f"FROM search({literal(words)}) LIMIT {int(limit)}",
    ).to_pylist()
    return tuple(
        Hit(
            row["document_id"],
            row["label"],
            row["section_path"][-1] if row["section_path"] else None,
            excerpt(row["text"], words),
            row["paragraph_id"],
        )
        for row in rows
    )


def excerpt(text: str, words: str) -> str:
    """The text around the first of the words in it, cut at spaces, on one line.

    >>> excerpt("The Council met.", "council")
    'The Council met.'
    """
    found = _first(re.findall(r'"([^"]*)"', words), text) or _first(re.findall(r"[\w/]+", words), text)
    middle = found.start() if found else 0
    start = 0 if middle <= _BEFORE else text.find(" ", middle - _BEFORE) + 1
    end = len(text) if len(text) <= middle + _AFTER else text.rfind(" ", middle, middle + _AFTER)
    end = end if end > middle else min(len(text), middle + _AFTER)
    shown = " ".join(text[start:end].split())
    return ("… " if start else "") + shown + (" …" if end < len(text) else "")


def _first(asked: list[str], text: str) -> re.Match[str] | None:
    """Where the first of some phrases stands, whatever is between its words."""
    phrases = [r"[^\w/]+".join(map(re.escape, re.findall(r"[\w/]+", phrase))) for phrase in asked]
    wanted = "|".join(phrase for phrase in phrases if phrase)
    return re.search(wanted, text, re.IGNORECASE) if wanted else None
