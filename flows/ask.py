"""Ask: questions to the newest release, answered by its own DuckDB file, which nothing can change.

>>> ask(settings, "SELECT count(*) AS documents FROM documents").to_pylist()
[{'documents': 8}]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from flows.errors import Nothing
from flows.settings import Settings
from warehouse import duck, release

_BEFORE, _AFTER = 60, 180
"""Characters shown around the first word found."""


def ask(settings: Settings, sql: str) -> pa.Table:
    """The answer of the newest release.

    Raises:
        Nothing: nothing was published yet.
        QueryRefused: the statement is wrong, or more than a question.
    """
    return duck.query(newest(settings.home), sql)


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
    """The paragraphs that hold any of the words, best first."""
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
    asked = [re.escape(word) for word in re.findall(r"[\w/]+", words)]
    found = re.search("|".join(asked), text, re.IGNORECASE) if asked else None
    middle = found.start() if found else 0
    start = 0 if middle <= _BEFORE else text.find(" ", middle - _BEFORE) + 1
    end = len(text) if len(text) <= middle + _AFTER else text.rfind(" ", middle, middle + _AFTER)
    end = end if end > middle else min(len(text), middle + _AFTER)
    shown = " ".join(text[start:end].split())
    return ("… " if start else "") + shown + (" …" if end < len(text) else "")
