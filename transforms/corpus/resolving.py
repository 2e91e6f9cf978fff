"""What a citation or a link names -> the held document, and the paragraphs of it that the pinpoint names.

>>> resolve(citations, document_symbols, paragraphs).column("cited_paragraph_ids")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from transforms.citations.places import Target, holders, ordinal, read

_PART = re.compile(r"(?<=\d) ?([A-Z])(?:-([A-Z]))?(?= ?\(|$)")
_SUPPLEMENT = re.compile(r" ?\(SUPP\)$")


def key(symbol: str) -> str:
    """A symbol in the form under which spellings are equal: no spaces, one case."""
    return symbol.replace(" ", "").casefold()


def whole_of(symbol: str) -> tuple[str, str]:
    """A symbol without the letters of a part, and the letters: `A/RES/217 A (III)` is `A/RES/217 (III)` and `A`."""
    if "/RES/" not in symbol and "/DEC/" not in symbol:
        return _SUPPLEMENT.sub("", symbol), ""
    found = _PART.search(symbol)
    if found is None:
        return symbol, ""
    return symbol[: found.start()] + symbol[found.end() :], "".join(filter(None, found.groups()))


@dataclass(slots=True)
class Holders:
    """Which held document has which symbol."""

    exact: dict[str, list[str]] = field(default_factory=dict)
    wholes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, symbols: pa.Table) -> Holders:
        """The holders that the table `document_symbols` lists."""
        made = cls()
        for symbol, document_id in zip(
            symbols.column("symbol").to_pylist(), symbols.column("document_id").to_pylist(), strict=True
        ):
            made.exact.setdefault(key(symbol), []).append(document_id)
            whole, letters = whole_of(symbol)
            made.wholes.setdefault(key(whole), []).append((letters, document_id))
        return made

    def find(self, symbol: str, citing: str) -> str | None:
        """The document held under a symbol, or one that holds that part of it among others; None where there is none.

        Of several languages the citing document's own comes first, then English, then the first by id.
        """
        held: Sequence[str] = self.exact.get(key(symbol), ())
        if not held:
            whole, letters = whole_of(symbol)
            held = [
                document_id
                for parts, document_id in self.wholes.get(key(whole), ())
                if _holds(parts, letters)
            ]
        own = citing.rpartition("@")[2]
        return min(
            held,
            key=lambda each: (not each.endswith(f"@{own}"), not each.endswith("@en"), each),
            default=None,
        )


def _holds(parts: str, letters: str) -> bool:
    """Whether a document that is the whole, or the parts `AC` of it, holds the part asked for, or all of it."""
    if not letters:
        return len(parts) != 1
    return not parts or (parts[0] <= letters[0] and letters[-1] <= parts[-1])


def resolve(citations: pa.Table, symbols: pa.Table, paragraphs: pa.Table) -> pa.Table:
    """Citations get the held document and paragraphs that they name; those we do not hold stay null."""
    holders = Holders.of(symbols)
    rows = list(
        zip(
            *(citations.column(name).to_pylist() for name in ("document_id", "cited_symbol", "pinpoint")),
            strict=True,
        )
    )
    documents = [holders.find(symbol, citing) for citing, symbol, _ in rows]
    wanted = {held for held, (_, _, pinpoint) in zip(documents, rows, strict=True) if held and pinpoint}
    places = _places(paragraphs, wanted)
    found = [
        _paragraphs(places[held], symbol, pinpoint) if held and pinpoint else []
        for held, (_, symbol, pinpoint) in zip(documents, rows, strict=True)
    ]
    return filled(
        citations,
        cited_document_id=documents,
        cited_paragraph_id=[each[0] if each else None for each in found],
        cited_paragraph_ids=found,
    )


def filled(table: pa.Table, **columns: Sequence[object]) -> pa.Table:
    """The table with other values in some of its columns."""
    for name, values in columns.items():
        index = table.schema.get_field_index(name)
        kept = table.schema.field(index)
        table = table.set_column(index, kept, pa.array(values, kept.type))
    return table


_Places = dict[str, list[tuple[str, tuple[str, ...]]]]
"""Label -> the paragraphs that have it, each with the headings above it."""


def _places(paragraphs: pa.Table, wanted: Iterable[str]) -> dict[str, _Places]:
    made: dict[str, _Places] = {document_id: {} for document_id in wanted}
    if not made:
        return made
    some = paragraphs.filter(pc.is_in(paragraphs.column("document_id"), pa.array(sorted(made), pa.string())))
    for document_id, identifier, label, path in zip(
        *(some.column(name).to_pylist() for name in ("document_id", "paragraph_id", "label", "section_path")),
        strict=True,
    ):
        made[document_id].setdefault(label, []).append((identifier, tuple(path)))
    return made


def _paragraphs(places: _Places, symbol: str, pinpoint: str) -> list[str]:
    letters = whole_of(symbol)[1]
    named = (_paragraph(places, target, letters) for target in read(pinpoint))
    return list(dict.fromkeys(filter(None, named)))


def _paragraph(places: _Places, target: Target, letters: str) -> str | None:
    """The paragraph of a target, or the one that holds its point where points are no rows of their own."""
    if target.paragraph is None:
        return None
    if target.annex is None:
        prefixes = [f"{letters}:", ""] if len(letters) == 1 else [""]
    else:
        prefixes = [f"annex-{number}:"] if (number := ordinal(target.annex)) else []
    for prefix in prefixes:
        for label in holders(target.paragraph):
            inside = [each for each, path in places.get(prefix + label, ()) if _lies_in(path, target)]
            if inside:
                return inside[0]
    return None


def _lies_in(path: Sequence[str], target: Target) -> bool:
    """Whether the headings above a paragraph are those of the chapter and the section named, in order."""
    headings = iter(path)
    named = [*filter(None, [target.chapter]), *(target.section.split(".") if target.section else [])]
    return all(any(_is_labelled(heading, label) for heading in headings) for label in named)


def _is_labelled(heading: str, label: str) -> bool:
    words = heading.split(maxsplit=2) or [""]
    first = words[1] if len(words) > 1 and words[0].lower() in {"chapter", "section", "part"} else words[0]
    return first.rstrip(".:)") == label
