"""Choice: which of a source's files are the documents asked for, by their mastheads, else by their names.

>>> choice = Choice(((parse("A/999/1")[0],),), (), look)
>>> choice.passes_over("A_999_2.txt"), choice.passes_over("notes.txt")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.sources import Absent, Elsewhere, Found, Look, Offer, Wanted, written
from transforms import symbols
from transforms.symbols import Symbol


class Choice:
    """What was asked for, and which of it has been found so far."""

    def __init__(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> None:
        self._look = look
        self._wanted = wanted
        self._languages = languages
        self._found: set[int] = set()
        self._others: dict[int, str] = {}

    def passes_over(self, name: str) -> bool:
        """Whether a file's name alone says that it is another document, so that it need not be opened."""
        named = symbols.from_file_name(name)
        return bool(self._wanted) and named is not None and not self._match(named[0])

    def names(self, name: str) -> bool:
        """Whether a file's name says that it was asked for."""
        named = symbols.from_file_name(name)
        return named is not None and bool(self._match(named[0]))

    def unopened(self, url: str, name: str) -> Elsewhere | None:
        """What is said of a file whose name gives a language that was not asked for; None where it is to be opened."""
        named = symbols.from_file_name(name)
        if named is None or named[1] is None or named[1] in self._languages or not self._languages:
            return None
        self._tell(self._match(named[0]), f"it is there in {named[1]}")
        return Elsewhere(url, name, named[1])

    def take(self, found: Found) -> Offer | None:
        """The file as it is where it was asked for; None where it is another document.

        What was asked for is not written on it: it is the same reading whoever asks, and by which spelling.
        """
        if not self._wanted and not self._languages:
            return found
        seen = self._look(found.content, found.name)
        named = symbols.from_file_name(found.name)
        printed = seen.symbols if seen is not None else ()
        indexes = self._of(found, named[0] if named is not None else (), printed) if self._wanted else set()
        if self._wanted and not indexes:
            return None
        spoken = seen.language if seen is not None else None
        language = named[1] if named is not None and named[1] is not None else spoken
        if language is not None and self._languages and language not in self._languages:
            self._tell(indexes, f"it is there in {language}")
            return Elsewhere(found.url, found.name, language)
        self._found |= indexes
        return found

    def absent(self, message: str) -> Iterator[Absent]:
        """What was asked for and not found."""
        language = self._languages[0] if len(self._languages) == 1 else None
        for index, asked in enumerate(self._wanted):
            if index not in self._found:
                told = self._others.get(index, message)
                yield Absent(written(asked), language, f"{written(asked)}: {told}.")

    def _of(self, found: Found, named: tuple[Symbol, ...], printed: tuple[Symbol, ...]) -> set[int]:
        """Which of the documents asked for a file is: what it prints outranks its name."""
        indexes = self._match(printed or named)
        if indexes or not printed:
            return indexes
        by_name = self._match(named)
        if {_key(symbol) for symbol in printed} < {_key(symbol) for symbol in named}:
            return by_name  # one half of a joint symbol is printed, and the name gives both
        held = " and ".join(map(str, printed))
        self._tell(by_name, f"{found.name} is named for it and prints {held}; ask for that symbol")
        return set()

    def _tell(self, indexes: set[int], message: str) -> None:
        for index in indexes:
            self._others.setdefault(index, message)

    def _match(self, held: tuple[Symbol, ...]) -> set[int]:
        keys = {_key(symbol) for symbol in held}
        return {i for i, asked in enumerate(self._wanted) if keys & {_key(symbol) for symbol in asked}}


def _key(symbol: Symbol) -> str:
    return str(symbol).casefold()
