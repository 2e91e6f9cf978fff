"""The watchlist: what a scheduled run asks for, in a TOML file that people and `unfold watch` both edit.

    [[watch]]
    series = "A/RES/80/*"
    languages = ["en", "fr"]

>>> Watchlist.read(Path("watchlist.toml")).entries[0].what
'A/RES/80/*'
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import tomlkit
from tomlkit.items import AoT

from flows.errors import Usage
from flows.watchlist.editing import document, listed, made, replace, without, write
from flows.watchlist.entries import Entry, entries_of, entry_of

__all__ = ["Entry", "Watchlist", "entries_of"]


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
        told = document(path).unwrap()
        unknown = sorted(set(told) - {"watch"})
        entries = told.get("watch", [])
        if unknown or not isinstance(entries, list):
            raise Usage(
                f"{path}: only [[watch]] entries were expected{f', not {unknown[0]}' if unknown else ''}."
            )
        return cls(path, tuple(entry_of(path, place, entry) for place, entry in enumerate(entries, start=1)))

    def add(self, entry: Entry) -> Watchlist:
        """With one more entry, written to the file; one that is there already is replaced."""
        held = document(self.path)
        entries = listed(held)
        told = entry.model_dump(mode="json", exclude_defaults=True)
        kept = [place for place, known in enumerate(self.entries) if known.what == entry.what]
        if kept:
            replace(entries[kept[0]], told)
        else:
            entries.append(made(told, entries))
        write(self.path, tomlkit.dumps(held))
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
        held = document(self.path)
        entries = listed(held)
        if isinstance(entries, AoT):
            write(self.path, without(tomlkit.dumps(held), place))
        else:
            del entries[place]
            write(self.path, tomlkit.dumps(held))
        return Watchlist.read(self.path)
