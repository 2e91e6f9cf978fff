"""The source that a word names: `un`, `watchlist`, `sample`, or the path of a folder or a zip.

>>> open_source("sample", settings)
Sample()
"""

from __future__ import annotations

from pathlib import Path

from flows.errors import Usage
from flows.settings import Settings
from flows.sources.archive import Archive, is_archive
from flows.sources.folder import Folder, is_home
from flows.sources.named import Provider, UnitedNations, Watched
from flows.sources.sample import Sample
from transforms.retrieval.addresses import is_un, origin

DEFAULT = "sample"


def provider(word: str | None, symbols: tuple[str, ...], settings: Settings) -> Provider:
    """The source that a command or a deployment asks: the one it names, else the United Nations for symbols, else the sample.

    Raises:
        Usage: as `open_source`, and where the United Nations are to be asked for nothing.
    """
    found = open_source(word or ("un" if symbols else DEFAULT), settings)
    if isinstance(found, UnitedNations) and not symbols:
        raise Usage(
            "the United Nations are asked for symbols: name some (A/73/328), or watch a series (`unfold watch add "
            "'A/RES/80/*'`)."
        )
    return found


def open_source(word: str, settings: Settings) -> Provider:
    """The source that a word names; else the folder or zip of that path (write `./sample` for one of that name).

    Raises:
        Usage: there is nothing at that path, or it is a home, or the United Nations cannot be asked as things are.
    """
    match word:
        case "sample":
            return Sample()
        case "un":
            must_be_polite(settings)
            return UnitedNations()
        case "watchlist":
            must_be_polite(settings)
            return Watched()
        case _:
            return _at(Path(word), settings)


def _at(path: Path, settings: Settings) -> Folder | Archive:
    if not path.exists():
        raise Usage(
            f"{path}: no such folder; give --source a folder or a zip of files, or one of the words un, watchlist, sample."
        )
    if path.resolve() == settings.home.resolve() or is_home(path):
        raise Usage(
            f"{path} is a home, where unfold keeps its log and bytes; give --source the folder of the texts, and "
            "--home another one."
        )
    if is_archive(path):
        return Archive(path, settings.max_bytes)
    return Folder(path, settings.max_bytes, excluding=(settings.home,))


def must_be_polite(settings: Settings) -> None:
    """Refuse to ask a server of the United Nations without telling it whom to turn to.

    Raises:
        Usage: no contact is set.
    """
    for address in (settings.un_url, settings.library_url):
        if is_un(address) and not settings.contact:
            raise Usage(
                f"{origin(address)} is asked only by who says whom to turn to: set UNFOLD_CONTACT to a mail address or a page of "
                "yours; it goes into the User-Agent of each request."
            )
