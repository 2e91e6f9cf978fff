"""Choice: which of a source's files are the documents asked for, by their names or else their mastheads.

>>> choice = Choice(((parse("A/999/1")[0],),), ())
>>> choice.passes_over("A_999_2.txt"), choice.passes_over("notes.txt")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.sources import Absent, Found, Wanted, written
from transforms import symbols
from transforms.errors import Refusal

_HEAD = 64 * 1024
"""Bytes of a file that are enough to show its masthead."""


class Choice:
    """What was asked for, and which of it has been found so far."""

    def __init__(self, wanted: Wanted, languages: tuple[str, ...]) -> None:
        self._wanted = wanted
        self._languages = languages
        self._found: set[int] = set()

    def passes_over(self, name: str) -> bool:
        """Whether a file's name alone says that it was not asked for, so that it need not be opened."""
        named = symbols.from_file_name(name)
        if named is None:
            return False
        held, language = named
        if language is not None and self._languages and language not in self._languages:
            return True
        return bool(self._wanted) and self._match(held) is None

    def names(self, name: str) -> bool:
        """Whether a file's name says that it was asked for."""
        named = symbols.from_file_name(name)
        return named is not None and self._match(named[0]) is not None

    def take(self, found: Found) -> Found | None:
        """The file with what was asked for written on it, or None where it is another document."""
        language = self._languages[0] if len(self._languages) == 1 else None
        if not self._wanted:
            return replace(found, requested_language=language)
        named = symbols.from_file_name(found.name)
        index = self._match(named[0] if named is not None else _printed(found))
        if index is None:
            return None
        self._found.add(index)
        return replace(found, requested_symbol=written(self._wanted[index]), requested_language=language)

    def absent(self, message: str) -> Iterator[Absent]:
        """What was asked for and not found."""
        language = self._languages[0] if len(self._languages) == 1 else None
        for index, asked in enumerate(self._wanted):
            if index not in self._found:
                yield Absent(written(asked), language, f"{written(asked)}: {message}.")

    def _match(self, held: tuple[symbols.Symbol, ...]) -> int | None:
        keys = {_key(symbol) for symbol in held}
        matches = (i for i, asked in enumerate(self._wanted) if keys & {_key(symbol) for symbol in asked})
        return next(matches, None)


def _key(symbol: symbols.Symbol) -> str:
    return str(symbol).casefold()


def _printed(found: Found) -> tuple[symbols.Symbol, ...]:
    """The symbols in the masthead of a file whose name gives none; nothing where it has no readable one."""
    from transforms import formats, masthead  # noqa: PLC0415 - most files are named for what they are

    try:
        head, _ = masthead.take(formats.lay_out(found.content[:_HEAD], found.media_type, found.name))
    except Refusal:
        return ()
    return head.symbols
