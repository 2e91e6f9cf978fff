"""Resolutions of the Security Council that are cited without their year: `resolution 1701`, `resolutions 425 and 426 (1978)`.

The Council numbers its resolutions through, so that the number alone gives the year. A number alone is one of the
Council's where it is dated, stands in a list with one that has a year, or was cited with its year before; where the
words name the Council; or where it is the Council that speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.citations import dating, organs, pinpoints
from transforms.citations.reference import Reference
from transforms.citations.yearly import year_of

_YEAR = r"(?:19[4-9]|20\d)\d"
_MEMBER = re.compile(
    rf"(?P<whole>(?P<number>[1-9]\d{{1,3}})(?: ?\((?P<year>{_YEAR})\))?)(?![\d/(%\w’'-]|[.,]\d| ?\(E?[IVXS]| [A-Z](?:\b|\d))"
    rf"(?:,? (?:of|dated) \d{{1,2}} [A-Z][a-z]+ (?P<dated>{_YEAR}))?"
)
_GAP = re.compile(r"(?:, and |, | and | or )(?=[1-9]\d)")
_GOES_ON = re.compile(
    r"[,.;:)]|\Z| (?:on|of|and|as|to|in|or|that|which|with|by|is|was|were|are|should|shall|may|will|has|have)\b|”"
)
"""What follows a number alone; anything else may be what is counted (`resolutions 1559 (2004) and 500 soldiers`)."""
_OTHER_BEFORE = re.compile(r"\b(?!UN |UNSC |SC )[A-Z]{2,8} $")
"""The acronym of another organization, whose resolution it then is."""
_ALONE = re.compile(rf"(?<![\w/.,(-])(?P<number>[1-9]\d{{2,3}}) \((?P<year>{_YEAR})\)")
_SMALLEST = 100
"""Smaller numbers alone are taken for the Council's only where the words name it."""


class Member(NamedTuple):
    """One number of a list: the words of the number, its value, its year and the rule that gave the year."""

    start: int
    end: int
    after: int
    is_whole: bool
    number: int
    year: int | None
    method: str
    confidence: float


class Known(NamedTuple):
    """What tells that a number is the Council's.

    Attributes:
        named: the Council, where it is named before the word `resolution`.
        years: numbers that the document has cited so far, with their years.
        speaks: whether it is the Council that speaks.
    """

    named: organs.Named | None
    years: dict[int, int]
    speaks: bool


def numbered(text: str, position: int) -> list[Member]:
    """The numbers that follow one another from `position`, with a year each has or is given by its date."""
    found: list[Member] = []
    while member := _MEMBER.match(text, position):
        if not (member["year"] or member["dated"] or _GOES_ON.match(text, member.end("whole"))):
            break
        found.append(_member(member))
        gap = _GAP.match(text, member.end())
        if gap is None:
            break
        position = gap.end()
    return found


def _member(found: re.Match[str]) -> Member:
    number = int(found["number"])
    listed = year_of(number)
    year, method, confidence = listed, "", 0.0
    if found["year"]:
        year, method, confidence = int(found["year"]), "resolution-shape", 0.98
    elif found["dated"] and listed in (None, int(found["dated"])):
        year, method, confidence = int(found["dated"]), "resolution-date", 0.95
    return Member(
        found.start("whole"),
        found.end("whole"),
        found.end(),
        found["year"] is not None,
        number,
        year,
        method,
        confidence,
    )


def cite(text: str, start: int, members: Sequence[Member], known: Known) -> Iterator[Reference]:
    """The references of a list in which some numbers have no year; none where nothing says that they are the Council's.

    `start` is where the word `resolution` begins; `known.years` gains the numbers cited.
    """
    if not members or (known.named is None and _OTHER_BEFORE.search(text, max(0, start - 12), start)):
        return
    evidence = tuple(_evidence(text, start, members, known))
    begin = known.named.start if known.named else start
    lead = pinpoints.before(text, begin)
    for member in members:
        year = member.year or known.years.get(member.number)
        method, confidence = next(
            (
                (name, sure)
                for holds, smallest, name, sure in (
                    (bool(member.method), 0, member.method, member.confidence),
                    (member.number in known.years, 0, "resolution-known", 0.95),
                    *evidence,
                )
                if holds and member.number >= smallest
            ),
            ("", 0.0),
        )
        if not method or year is None:
            continue
        known.years[member.number] = year
        place = pinpoints.after(text, member.end) or pinpoints.after(text, member.after)
        places = [each for each in (lead if member is members[0] else None, place) if each]
        first = begin if member is members[0] else member.start
        yield _reference(text, (first, member.end), member.number, year, places, method, confidence)


def _evidence(
    text: str, start: int, members: Sequence[Member], known: Known
) -> Iterator[tuple[bool, int, str, float]]:
    """Whether each rule holds for the list, from which number on, its name and how sure it is; the surest first."""
    yield known.named is not None or organs.after(text, members[-1].after) == "S", 0, "resolution-named", 0.95
    yield any(member.method for member in members), _SMALLEST, "resolution-shared-year", 0.9
    yield known.speaks, _SMALLEST, "resolution-speaker", 0.9
    nearest = next(iter(organs.nearby(text, start, is_own=False)), None)
    yield nearest == "S", _SMALLEST, "resolution-near", 0.85


def cite_alone(text: str, found: Sequence[Reference]) -> Iterator[Reference]:
    """Numbers with their year and no word before (`the values set forth in 2367 (2017)`), not among those `found`."""
    if " (19" not in text and " (20" not in text:
        return
    ends = {each.end for each in found}
    for alone in _ALONE.finditer(text):
        number, year = int(alone["number"]), int(alone["year"])
        if alone.end() in ends or year_of(number) != year:
            continue
        place = pinpoints.after(text, alone.end()) or pinpoints.before(text, alone.start())
        yield _reference(
            text, alone.span(), number, year, [place] if place else [], "resolution-number", 0.85
        )


def _reference(
    text: str,
    span: tuple[int, int],
    number: int,
    year: int,
    places: list[pinpoints.Pinpoint],
    *rule: *tuple[str, float],
) -> Reference:
    cited = f"S/RES/{number} ({year})"
    place = ", ".join(each.place for each in places) or None
    spans = tuple((each.start, each.end) for each in places)
    return Reference(
        *span, "RESOLUTION", (f"res:{cited}",), (cited,), place, *rule, spans, dating.after(text, span[1])
    )
