"""The watchlist: what a scheduled run asks for, in a TOML file that people and `unfold watch` both edit.

    [[watch]]
    series = "A/RES/80/*"
    languages = ["en", "fr"]

>>> Watchlist.read(Path("watchlist.toml")).entries[0].what
'A/RES/80/*'
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from flows.errors import Usage
from flows.sources import written
from flows.wishes import Language
from transforms import symbols
from transforms.errors import Refusal
from transforms.symbols import Series
from warehouse.durable import aside

Kind = Literal["symbol", "series", "closure", "search"]
_KINDS: tuple[Kind, ...] = ("symbol", "series", "closure", "search")
_HEADER = re.compile(r"\s*\[\[\s*watch\s*\]\]")
_USED: Mapping[Kind, frozenset[str]] = {
    "symbol": frozenset(),
    "series": frozenset({"first", "gap"}),
    "closure": frozenset({"budget"}),
    "search": frozenset({"budget"}),
}
_OPTIONS = frozenset().union(*_USED.values())
"""What may be said of some kinds only."""
_HEAD = """\
# What `unfold run --source watchlist` asks the United Nations for. Each [[watch]] has one of:
#   symbol = "A/73/328"              a document
#   series = "A/RES/80/*"            documents numbered one after the other; the star moves (gap = absences that end it)
#   closure = 1                      what the held documents cite, over so many steps (budget = documents a run)
#   search = '191__a:"A/RES/78/*"'   what the Digital Library's catalogue lists (budget = documents a run)
# and may have languages = ["en", "fr"]; English alone where it has none.
"""


class Entry(BaseModel):
    """One thing that is watched."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbol: str | None = None
    series: str | None = None
    closure: Annotated[int, Field(ge=1, le=5)] | None = None
    search: Annotated[str, Field(min_length=1)] | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("en",)
    first: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1, max_length=2)] | None = None
    gap: Annotated[int, Field(ge=1, le=100)] = 5
    budget: Annotated[int, Field(ge=1)] = 100

    @field_validator("symbol")
    @classmethod
    def _canonical(cls, symbol: str) -> str:
        """One document is watched once, however it is spelt."""
        try:
            return written(symbols.parse(symbol))
        except Refusal as refusal:
            raise ValueError(refusal.message) from refusal

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given: list[Kind] = [kind for kind in _KINDS if getattr(self, kind) is not None]
        if len(given) != 1:
            raise ValueError(
                f"one of {', '.join(_KINDS)} was expected, and {' and '.join(given) or 'none'} is given"
            )
        idle = self.model_fields_set & _OPTIONS - _USED[given[0]]
        if idle:
            raise ValueError(f"{' and '.join(sorted(idle))} says nothing of a {given[0]}; leave it out")
        try:
            if self.series is not None:
                series = Series.parse(self.series)
                if self.first is not None and len(self.first) != series.stars:
                    raise ValueError(f"first wants {series.stars} numbers, one a star")
        except Refusal as refusal:
            raise ValueError(refusal.message) from refusal
        return self

    @property
    def kind(self) -> Kind:
        """Which of the four it is."""
        return next(kind for kind in _KINDS if getattr(self, kind) is not None)

    @property
    def what(self) -> str:
        """The thing watched, as it is written: by this it is shown and removed."""
        return f"closure {self.closure}" if self.closure is not None else str(getattr(self, self.kind))


@dataclass(frozen=True, slots=True)
class Watchlist:
    """The entries of a file, in order; none where there is no file."""

    path: Path
    entries: tuple[Entry, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The watchlist in a file.

        Raises:
            Usage: it is no TOML, or an entry is wrong; the message says which and what was expected.
        """
        told = _document(path).unwrap()
        unknown = sorted(set(told) - {"watch"})
        entries = told.get("watch", [])
        if unknown or not isinstance(entries, list):
            raise Usage(
                f"{path}: only [[watch]] entries were expected{f', not {unknown[0]}' if unknown else ''}."
            )
        return cls(path, tuple(_entry(path, place, entry) for place, entry in enumerate(entries, start=1)))

    def add(self, entry: Entry) -> Watchlist:
        """With one more entry, written to the file; one that is there already is replaced."""
        document = _document(self.path)
        listed = _listed(document)
        told = entry.model_dump(mode="json", exclude_defaults=True)
        kept = [place for place, known in enumerate(self.entries) if known.what == entry.what]
        if kept:
            _replace(listed[kept[0]], told)
        else:
            listed.append(_made(told, listed))
        _write(self.path, tomlkit.dumps(document))
        return Watchlist.read(self.path)

    def named(self, what: str) -> Entry:
        """The entry that is named by what it watches or by its place in the list.

        Raises:
            Usage: nothing of the sort is watched.
        """
        for place, entry in enumerate(self.entries, start=1):
            if what in (entry.what, str(place)):
                return entry
        raise Usage(f"{what!r} is not watched; `unfold watch` lists what is.")

    def remove(self, what: str) -> Watchlist:
        """Without the entry of that name, written to the file."""
        place = self.entries.index(self.named(what))
        document = _document(self.path)
        listed = _listed(document)
        if isinstance(listed, AoT):
            _write(self.path, _without(tomlkit.dumps(document), place))
        else:
            del listed[place]
            _write(self.path, tomlkit.dumps(document))
        return Watchlist.read(self.path)


def entries_of(
    what: Sequence[str],
    search: str | None,
    closure: int | None,
    languages: Sequence[str],
    options: Mapping[str, Any],
) -> tuple[Entry, ...]:
    """The entries that a command line asks for: one a symbol or series, one for a search, one for a closure.

    Raises:
        Usage: nothing is asked for, or something that cannot be watched.
    """
    told: list[dict[str, Any]] = [{"series" if "*" in each else "symbol": each} for each in what]
    told += [{"search": search}] if search is not None else []
    told += [{"closure": closure}] if closure is not None else []
    if not told:
        raise Usage("name what to watch: symbols, series such as 'A/RES/80/*', --search, or --closure 1.")
    return tuple(
        _entry("the command", place, {**each, "languages": tuple(languages), **_used(each, options)})
        for place, each in enumerate(told, start=1)
    )


def _used(told: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that say something of what is to be watched: one command may watch several things."""
    used = frozenset().union(*(_USED[kind] for kind in _KINDS if kind in told))
    return {name: value for name, value in options.items() if name in used}


def _document(path: Path) -> tomlkit.TOMLDocument:
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


def _listed(document: tomlkit.TOMLDocument) -> Any:  # noqa: ANN401 - a container of TOML Kit
    if "watch" not in document:
        document["watch"] = tomlkit.aot()
    return document["watch"]


def _made(told: Mapping[str, Any], listed: Any) -> Any:  # noqa: ANN401 - items of TOML Kit
    """An entry as the list has its others: a [[watch]] after an empty line, or one in braces."""
    made = tomlkit.table() if isinstance(listed, AoT) else tomlkit.inline_table()
    made.trivia.indent = "\n" if isinstance(listed, AoT) else ""
    made.update(told)
    return made


def _replace(written: Any, told: Mapping[str, Any]) -> None:  # noqa: ANN401 - a table of TOML Kit
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


def _without(text: str, place: int) -> str:
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


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.resolve()
    with aside(path) as writing:
        writing.write_text(text, encoding="utf-8")
        if path.exists():
            os.chmod(writing, path.stat().st_mode)  # noqa: PTH101 - the file keeps the rights its owner gave it


def _entry(path: Path | str, place: int, told: Mapping[str, Any]) -> Entry:
    try:
        return Entry.model_validate(told)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'it'}: {each['msg'].removeprefix('Value error, ').rstrip('.')}"
            for each in error.errors()
        )
        raise Usage(f"{path}, entry {place}: {wrong}.") from error
