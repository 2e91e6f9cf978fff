"""The source that a word names: `sample`, or the path of a folder.

>>> open_source("sample", settings)
Sample()
"""

from __future__ import annotations

from pathlib import Path

from flows.errors import Usage
from flows.settings import Settings
from flows.sources import Source
from flows.sources.folder import Folder, is_home
from flows.sources.sample import Sample


def open_source(word: str, settings: Settings) -> Source:
    """The built-in sample for `sample`, else the folder of that path (write `./sample` for one of that name).

    Raises:
        Usage: there is nothing at that path, or it is a home.
    """
    if word == "sample":
        return Sample()
    if not Path(word).exists():
        raise Usage(f"{word}: no such folder; give --source a folder of files, or the word sample.")
    if Path(word).resolve() == settings.home.resolve() or is_home(Path(word)):
        raise Usage(
            f"{word} is a home, where unfold keeps its log and bytes; give --source the folder of the texts, and "
            "--home another one."
        )
    return Folder(Path(word), settings.max_bytes, excluding=(settings.home,))
