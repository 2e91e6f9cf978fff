r"""The bytes of a data file -> its lines, each with its cells by the name of their column.

>>> [line] = lines({"regions.tsv": b"id\tname\taliases\nm49:002\tAfrica\t\n"}, "regions.tsv")
>>> line["name"]
'Africa'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from transforms.errors import UnfoldError

_BODIES = "id\tkind\tname\tacronym\taliases\tsince\tuntil\tsuccessor"
HEADS = MappingProxyType({
    "united_nations.tsv": _BODIES,
    "international.tsv": _BODIES,
    "regional.tsv": _BODIES,
    "countries.tsv": "iso3\tm49\tname\tformal\taliases\tstatus",
    "regions.tsv": "id\tname\taliases",
    "places.tsv": "id\tname\taliases",
    "agreements.tsv": "id\tname\taliases\tsince\tuntil\tsuccessor\ttreaty_number",
    "goals.tsv": "id\tname\ttargets",
    "names.tsv": "id\ttype\tname\taliases",
})  # fmt: skip
"""The files of entities, in the order in which they are read, and the columns of each."""


class GazetteerError(UnfoldError):
    """A data file says something that cannot be; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a data file; `line[column]` is a cell, empty for a column that the file does not have."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def error(self, message: str) -> GazetteerError:
        """An error that names the line."""
        return GazetteerError(f"{self.file}, line {self.number}: {message}")


def lines(files: Mapping[str, bytes], name: str) -> Iterator[Line]:
    """The lines of one file of `HEADS`.

    Raises:
        GazetteerError: the file is missing, has another head, or a line has the wrong number of cells.
    """
    if name not in files:
        raise GazetteerError(
            f"{name} is missing; the gazetteer is made of {', '.join(HEADS)}, and word lists"
        )
    head, *rows = files[name].decode("utf-8").splitlines() or [""]
    if head != HEADS[name]:
        raise GazetteerError(f"{name}, line 1: {head!r} was read where {HEADS[name]!r} was expected")
    columns = head.split("\t")
    for number, row in enumerate(rows, start=2):
        cells = [cell.strip() for cell in row.split("\t")]
        line = Line(name, number, MappingProxyType(dict(zip(columns, cells, strict=False))))
        if len(cells) != len(columns):
            raise line.error(f"{len(cells)} cells; {len(columns)} were expected: {row!r}")
        yield line
