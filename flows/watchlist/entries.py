"""What can be watched: a document, a series, what is cited, what the catalogue lists.

>>> entries_of(["A/RES/80/*"], None, None, ["en"], {"gap": 3})[0].kind
'series'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from flows.errors import Usage
from flows.sources import written
from flows.wishes import Language
from transforms import symbols
from transforms.errors import Refusal
from transforms.symbols import Series

Kind = Literal["symbol", "series", "closure", "search"]
_KINDS: tuple[Kind, ...] = ("symbol", "series", "closure", "search")
_USED: Mapping[Kind, frozenset[str]] = {
    "symbol": frozenset(),
    "series": frozenset({"first", "gap"}),
    "closure": frozenset({"budget"}),
    "search": frozenset({"budget"}),
}
_OPTIONS = frozenset().union(*_USED.values())
"""What may be said of some kinds only."""


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
        entry_of("the command", place, {**each, "languages": tuple(languages), **_used(each, options)})
        for place, each in enumerate(told, start=1)
    )


def _used(told: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that say something of what is to be watched: one command may watch several things."""
    used = frozenset().union(*(_USED[kind] for kind in _KINDS if kind in told))
    return {name: value for name, value in options.items() if name in used}


def entry_of(path: Path | str, place: int, told: Mapping[str, Any]) -> Entry:
    """The entry that a table or a command line tells of; `place` counts from 1 where it stands.

    Raises:
        Usage: it is wrong; the message says what and what was expected.
    """
    try:
        return Entry.model_validate(told)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'it'}: {each['msg'].removeprefix('Value error, ').rstrip('.')}"
            for each in error.errors()
        )
        raise Usage(f"{path}, entry {place}: {wrong}.") from error
