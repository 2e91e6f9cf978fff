"""The built-in sample: a few invented documents in UN layout that come with the package.

>>> next(Sample().offer((), (), look)).url
'sample:/A_999_1.txt'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from urllib.parse import quote

from flows.sources import Found, Look, Offer, Wanted
from flows.sources.choice import Choice


@dataclass(frozen=True, slots=True)
class Sample:
    """The files of `flows/sample_corpus`."""

    @property
    def name(self) -> str:
        """`sample`."""
        return "sample"

    def offer(self, wanted: Wanted, languages: tuple[str, ...], look: Look) -> Iterator[Offer]:
        """Each file in order of its name; then each wanted symbol that none has."""
        choice = Choice(wanted, languages, look)
        folder = resources.files("flows") / "sample_corpus"
        files = [file for file in folder.iterdir() if file.is_file() and not file.name.startswith((".", "_"))]
        for file in sorted(files, key=lambda f: f.name):
            if choice.passes_over(file.name):
                continue
            url = f"sample:/{quote(file.name)}"
            offer = choice.unopened(url, file.name) or choice.take(
                Found(url, file.name, file.read_bytes(), None, None, None)
            )
            if offer is not None:
                yield offer
        yield from choice.absent("the built-in sample does not hold it; see `unfold status` for what is held")
