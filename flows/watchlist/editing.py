r"""The file of the watchlist, changed as a person would change it: comments, order and rights stay.

>>> without("# the Assembly\n[[watch]]\nseries = 'A/RES/80/*'\n", 0)
''
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from flows.errors import Usage
from warehouse.durable import aside

_HEADER = re.compile(r"\s*\[\[\s*watch\s*\]\]")
_HEAD = """\
# What `unfold run --source watchlist` asks the United Nations for. Each [[watch]] has one of:
#   symbol = "A/73/328"              a document
#   series = "A/RES/80/*"            documents numbered one after the other; the star moves (gap = absences that end it)
#   closure = 1                      what the held documents cite, over so many steps (budget = documents a run)
#   search = '191__a:"A/RES/78/*"'   what the Digital Library's catalogue lists (budget = documents a run)
# and may have languages = ["en", "fr"]; English alone where it has none.
"""


def document(path: Path) -> tomlkit.TOMLDocument:
    """The file as TOML Kit has it, a new one with an introduction where there is none.

    Raises:
        Usage: it cannot be read, or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return tomlkit.parse(_HEAD)
    except (OSError, UnicodeDecodeError) as error:
        raise Usage(
            f"{path} cannot be read ({type(error).__name__}); a TOML file in UTF-8 was expected."
        ) from error
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise Usage(f"{path} is no TOML: {error}. Correct it there.") from error


def listed(document: tomlkit.TOMLDocument) -> Any:  # noqa: ANN401 - a container of TOML Kit
    """The list of entries in it, made where it has none."""
    if "watch" not in document:
        document["watch"] = tomlkit.aot()
    return document["watch"]


def made(told: Mapping[str, Any], listed: Any) -> Any:  # noqa: ANN401 - items of TOML Kit
    """An entry as the list has its others: a [[watch]] after an empty line, or one in braces."""
    made = tomlkit.table() if isinstance(listed, AoT) else tomlkit.inline_table()
    made.trivia.indent = "\n" if isinstance(listed, AoT) else ""
    made.update(told)
    return made


def replace(written: Any, told: Mapping[str, Any]) -> None:  # noqa: ANN401 - a table of TOML Kit
    """Change what an entry says; what stands after it, such as the comment on the next entry, stays after it."""
    body = written.value.body
    after = len(tuple(takewhile(lambda each: each[0] is None, reversed(body))))
    tail = body[len(body) - after :]
    del body[len(body) - after :]
    for key in [key for key in written if key not in told]:
        del written[key]
    for key, value in told.items():
        if written.get(key) != value:
            written[key] = value
    body.extend(tail)


def without(text: str, place: int) -> str:
    """The text without one [[watch]] and the comment right above it: TOML Kit takes comments for the entry before."""
    lines = text.splitlines(keepends=True)
    heads = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    first, end = heads[place], next(iter(heads[place + 1 :]), len(lines))
    while not _is_said(lines[end - 1]):
        end -= 1
    while first and lines[first - 1].startswith("#"):
        first -= 1
    is_apart = end < len(lines) and not lines[end].strip()
    return "".join(lines[:first] + lines[end + is_apart :])


def _is_said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def write(path: Path, text: str) -> None:
    """The text in the file, whole or not at all; where the path is a link, in the file that it leads to."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.resolve()
    with aside(path) as writing:
        writing.write_text(text, encoding="utf-8")
        if path.exists():
            os.chmod(writing, path.stat().st_mode)  # noqa: PTH101 - the file keeps the rights its owner gave it
