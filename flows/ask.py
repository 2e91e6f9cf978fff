"""Ask: questions to the newest release, answered by its own DuckDB file, which nothing can change.

>>> ask(settings, "SELECT count(*) AS documents FROM documents").to_pylist()
[{'documents': 8}]
"""

from __future__ import annotations

import re
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
    """A text as a literal of SQL. (DuckDB imports pandas to take a parameter, and a quick question will not wait.)

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


def find(settings: Settings, words: str, limit: int) -> pa.Table:
    """The paragraphs that hold the words, those with most of them first: where, and the words around."""
    hits = ask(
        settings,
        "SELECT document_id, label, section_path, page, text, paragraph_id, score "  # noqa: S608 - a literal and a number
        f"FROM search({literal(words)}) LIMIT {int(limit)}",
    )
    texts = [excerpt(text, words) for text in hits.column("text").to_pylist()]
    sections = [path[-1] if path else None for path in hits.column("section_path").to_pylist()]
    return pa.table(
        {
            "document_id": hits.column("document_id"),
            "label": hits.column("label"),
            "section": pa.array(sections, pa.string()),
            "text": pa.array(texts, pa.string()),
            "paragraph_id": hits.column("paragraph_id"),
        }
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
