r"""The file of country names in Arabic, Chinese, French, Russian and Spanish -> form printed -> id, for each language.

A line has an ISO 3166-1 alpha-3 code, or an id of another file, or `-` for words that hide a name and name no
country ("Irlande du Nord"). In Russian, marks say which words are declined: see `transforms.gazetteer.declension`; in French
a mark says that a word is the state's adjective: see `transforms.gazetteer.adjectives`.

>>> read("iso3\tes\tfr\tru\tar\tzh\nMLI\tMalí\tMali\tМали\tمالي\t马里\n".encode(), {"geo:MLI"})["fr"]
mappingproxy({'Mali': 'geo:MLI'})
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from transforms.errors import UnfoldError
from transforms.gazetteer.adjectives import MARK, phrases
from transforms.gazetteer.declension import forms

NAMES_FILE = "countries_names.tsv"
TONGUES = ("es", "fr", "ru", "ar", "zh")
"""The languages besides English, in the order of the file's columns."""
NOTHING = ""
"""What words name that only hide a name."""
_HEAD = "\t".join(("iso3", *TONGUES))


class TongueError(UnfoldError):
    """The file of names by language says something that cannot be; the message names the line."""


def read(file: bytes, known: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    """Language -> every printed form of a name -> the id of what it names.

    Args:
        file: the bytes of `NAMES_FILE`.
        known: the ids that other files describe.

    Raises:
        TongueError: a head or width is wrong, an id is unknown, a cell is empty, one form names two things,
            or words that hide a name hide none.
    """
    head, *rows = file.decode("utf-8").splitlines() or [""]
    if head != _HEAD:
        raise TongueError(f"{NAMES_FILE}, line 1: {head!r} was read where {_HEAD!r} was expected")
    found: dict[str, dict[str, str]] = {language: {} for language in TONGUES}
    for number, row in enumerate(rows, start=2):
        key, *cells = row.split("\t")
        if len(cells) != len(TONGUES) or not all(cells):
            raise TongueError(
                f"{NAMES_FILE}, line {number}: each of {len(TONGUES)} languages needs a name: {row!r}"
            )
        identifier = NOTHING if key == "-" else key if ":" in key else f"geo:{key}"
        if identifier and identifier not in known:
            raise TongueError(f"{NAMES_FILE}, line {number}: no other file describes {identifier}")
        for language, cell in zip(TONGUES, cells, strict=True):
            for name in cell.split(";"):
                _put(found[language], name.strip(), identifier, language, number)
    for language, names in found.items():
        _check_blockers(names, language)
    return MappingProxyType({language: MappingProxyType(names) for language, names in found.items()})


def _put(names: dict[str, str], name: str, identifier: str, language: str, number: int) -> None:
    for form in _unfolded(name, language):
        if names.setdefault(form, identifier) != identifier:
            raise TongueError(
                f"{NAMES_FILE}, line {number}: {form!r} already stands for {names[form]} in {language}"
            )


def _unfolded(name: str, language: str) -> Sequence[str]:
    if language == "ru":
        return sorted(forms(name))
    return phrases(name.removeprefix(MARK)) if name.startswith(MARK) else (name,)


def _check_blockers(names: Mapping[str, str], language: str) -> None:
    for blocker in (name for name, identifier in names.items() if not identifier):
        if not any(identifier and name in blocker for name, identifier in names.items()):
            raise TongueError(f"{NAMES_FILE}: {blocker!r} hides no name in {language}")
