"""References from a text to other places of the same document: `paras. 20-26 above`, `section II.D of the present report`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.citations.reference import Reference

_NUMBER = r"\d{1,3}(?: \([a-z]{1,4}\))*(?: ?[-–] ?\d{1,3}(?![\d/]))?"
_OUTLINE = r"(?:[IVXL]+(?:\.[A-Z](?:\.\d+)?)?|[A-Z](?:\.\d+)?|\d{1,2})\b"
_PARAGRAPHS = (
    rf"(?P<word>[Pp]aragraphs?|paras?\.) (?P<list>{_NUMBER}(?:(?:, {_NUMBER})*,? (?:and|or|to) {_NUMBER})?)"
)
_SECTIONS = rf"(?P<word>[Ss]ections?|sects?\.|chap\.|[Aa]nnex(?:es)?) (?P<list>{_OUTLINE}(?:(?:, {_OUTLINE})*,? (?:and|or) {_OUTLINE})?)"
_PRESENT = r"(?:of|to|in) (?:the present|this) (?:report|document|note|letter|study|resolution|decision|statement|annex|section)"
_TAIL = re.compile(rf",? (?:above|below|{_PRESENT})")
_CLOSED = re.compile(r"\)")
_OPENED = re.compile(r"\((?:see |See )?(?:also )?$")
_PLACE = re.compile(rf"(?:{_PARAGRAPHS})")
_PART = re.compile(rf"(?:{_SECTIONS})")
_INTRODUCTION = re.compile(r"introduction to (?:the present|this) (?:report|document|note|study)")
_ANNEX = re.compile(rf"[Aa]nnex (?={_PRESENT}\b)")
_RANGE = re.compile(r"(\d{1,3})(?: ?[-–] ?| to )(\d{1,3})")
_WORDS = {"p": "para.", "s": "section", "c": "chap.", "a": "annex"}
_LONGEST_RANGE = 200


def refer_within(text: str, positions: Sequence[int], cited: Sequence[Reference]) -> list[Reference]:
    """The references inside the document that begin at `positions` and are no pinpoint of something `cited`."""
    pinned = [span for reference in cited for span in reference.pinpoint_spans]
    found: list[Reference] = []
    for position in positions:
        if any(start <= position < end for start, end in pinned) or (found and position < found[-1].end):
            continue
        reference = _refer_at(text, position)
        if reference:
            found.append(reference)
    return found


def _refer_at(text: str, position: int) -> Reference | None:
    if introduction := _INTRODUCTION.match(text, position):
        return _reference(position, introduction.end(), ("xref:section I",))
    if (annex := _ANNEX.match(text, position)) and (tail := _TAIL.match(text, annex.end() - 1)):
        return _reference(position, tail.end(), ("xref:annex",))
    place = _PLACE.match(text, position) or _PART.match(text, position)
    if place is None:
        return None
    tail = _TAIL.match(text, place.end())
    is_closed = _CLOSED.match(text, place.end()) and _OPENED.search(text[max(0, position - 12) : position])
    if tail is None and not is_closed:
        return None
    return _reference(position, tail.end() if tail else place.end(), _ids(place["word"], place["list"]))


def _ids(word: str, numbers: str) -> tuple[str, ...]:
    name = _WORDS[word[0].lower()]
    return tuple(f"xref:{name} {number}" for number in _expand(numbers))


def _expand(numbers: str) -> list[str]:
    """`20-26, 30 (a) and 31` -> each number of the ranges and the rest as printed."""
    expanded: list[str] = []
    for part in re.split(r",? (?:and|or) |, ", numbers):
        bounds = _RANGE.fullmatch(part)
        if bounds and 0 < int(bounds[2]) - int(bounds[1]) <= _LONGEST_RANGE:
            expanded += [str(number) for number in range(int(bounds[1]), int(bounds[2]) + 1)]
        else:
            expanded.append(part)
    return expanded


def _reference(start: int, end: int, ids: tuple[str, ...]) -> Reference:
    return Reference(start, end, "XREF", ids, (), None, "cross-reference", 0.95)
