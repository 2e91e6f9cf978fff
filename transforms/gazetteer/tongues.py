r"""The files of names in Arabic, Chinese, French, Russian and Spanish -> form printed -> id, for each language.

One has the names of countries, one those of organisations and of agreements that bear an organisation's name. A line has
an ISO 3166-1 alpha-3 code, or an id of another file, or `-` for words that hide a name and name nothing ("Irlande du
Nord"). A country has a name in every language; an organisation may lack one. In Russian, marks say which words are
declined: see `transforms.gazetteer.declension`; in French a mark says that a word is the state's adjective: see
`transforms.gazetteer.adjectives`.

>>> read({NAMES_FILE: "iso3\tes\tfr\tru\tar\tzh\nMLI\tMalí\tMali\tМали\tمالي\t马里\n".encode()}, {"geo:MLI"})["fr"]
mappingproxy({'Mali': 'geo:MLI'})
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from transforms.errors import UnfoldError
from transforms.gazetteer.adjectives import MARK, phrases
from transforms.gazetteer.declension import forms

NAMES_FILE = "countries_names.tsv"
BODIES_FILE = "organisations_names.tsv"
TONGUES = ("es", "fr", "ru", "ar", "zh")
"""The languages besides English, in the order of the file's columns."""
NOTHING = ""
"""What words name that only hide a name."""
_FILES = {NAMES_FILE: "iso3", BODIES_FILE: "id"}
"""The files, in the order in which they are read, and how their first column is called."""


class TongueError(UnfoldError):
    """The file of names by language says something that cannot be; the message names the line."""


def read(files: Mapping[str, bytes], known: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    """Language -> every printed form of a name -> the id of what it names.

    Args:
        files: the bytes of `NAMES_FILE` and, where there is one, of `BODIES_FILE`.
        known: the ids that other files describe.

    Raises:
        TongueError: a head or width is wrong, an id is unknown, a country's cell is empty, one form names two things,
            or words that hide a name hide none.
    """
    found: dict[str, dict[str, str]] = {language: {} for language in TONGUES}
    for name, first in _FILES.items():
        if name in files:
            for place, identifier, cells in _lines(name, first, files[name], known):
                for language, cell in zip(TONGUES, cells, strict=True):
                    for printed in filter(None, cell.split(";")):
                        _put(found[language], printed.strip(), identifier, language, place)
    for language, names in found.items():
        _check_blockers(names, language)
    return MappingProxyType({language: MappingProxyType(names) for language, names in found.items()})


def _lines(
    name: str, first: str, file: bytes, known: Collection[str]
) -> Iterator[tuple[str, str, list[str]]]:
    """The place, id and cells of each line of a file."""
    head, *rows = file.decode("utf-8").splitlines() or [""]
    wanted = "\t".join((first, *TONGUES))
    if head != wanted:
        raise TongueError(f"{name}, line 1: {head!r} was read where {wanted!r} was expected")
    for number, row in enumerate(rows, start=2):
        key, *cells = row.split("\t")
        place = f"{name}, line {number}"
        if len(cells) != len(TONGUES) or not (all(cells) if name == NAMES_FILE else any(cells)):
            raise TongueError(f"{place}: each of {len(TONGUES)} languages needs a name: {row!r}")
        identifier = NOTHING if key == "-" else key if ":" in key else f"geo:{key}"
        if identifier and identifier not in known:
            raise TongueError(f"{place}: no other file describes {identifier}")
        yield place, identifier, cells


def _put(names: dict[str, str], name: str, identifier: str, language: str, place: str) -> None:
    """Put every form of a name; a name goes before words that an earlier file has for hiding another."""
    for form in _unfolded(name, language):
        if (names.setdefault(form, identifier) or identifier) != identifier:
            raise TongueError(f"{place}: {form!r} already stands for {names[form]} in {language}")
        names[form] = names[form] or identifier


def _unfolded(name: str, language: str) -> Sequence[str]:
    if language == "ru":
        return sorted(forms(name))
    return phrases(name.removeprefix(MARK)) if name.startswith(MARK) else (name,)


def _check_blockers(names: Mapping[str, str], language: str) -> None:
    for blocker in (name for name, identifier in names.items() if not identifier):
        if not any(identifier and name in blocker for name, identifier in names.items()):
            raise TongueError(f"{blocker!r} hides no name in {language}")
