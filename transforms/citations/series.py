"""Texts cited as a volume of a series: treaties by their number in the Treaty Series, supplements of Official Records.

>>> text = "United Nations, Treaty Series, vol. 1577, No. 27531."
>>> [each.ids for each in cite_treaties(text, [16])]
[('agr:unts-27531',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.citations import pinpoints
from transforms.citations.reference import Reference
from transforms.wording.ordinals import ordinal

_VOLUMES = r"[Vv]ols?\. ?[\dIVXLC]+(?:[-–]\d+|(?:, [\dIVXLC]+)*,? (?:and|et|y) [\dIVXLC]+)?"
_TREATIES = re.compile(
    rf"(?:(?:Treaty Series|Recueil des Traités),|[Ii]bid\.,) {_VOLUMES},? (?:[Nn]os?\.?|núms?\.) ?(?:I-)?(?P<first>\d{{1,5}})"
    r"(?:(?:[-–]| à | a )(?P<last>\d{1,5})|(?P<more>(?:, \d{1,5})*(?:,? (?:and|et|y) \d{1,5})))?(?!\d|[-/]\d)"
)
_CHINESE = re.compile(
    r"条约汇编》，第[^卷号]{1,40}卷，第(?P<first>\d{1,5})(?:[-–至](?P<last>\d{1,5}))?(?P<more>(?:[、和]\d{1,5})*)号"
)
"""Arabic and Russian documents name the series in English."""
_LEAGUE = "League of Nations, "
_SUPPLEMENT = re.compile(
    r"Official Records of the General Assembly, (?P<session>[A-Z][a-z]+(?:-[a-z]+)?) (?P<special>(?:Emergency )?Special )?Session,"
    r" (?:Supplement No\. ?(?P<number>\d{1,2})(?P<letter>A)?\b)"
)
_FIRST_WITH_SESSION = 31
"""Since 1976 the supplement's number is that of its symbol; before, its symbol was one of a single series (`A/9618`)."""
_LONGEST_RANGE = 20
_REACH = 120


def cite_treaties(text: str, positions: Sequence[int]) -> list[Reference]:
    """The agreements that `text` cites by number, where the series' name or `Ibid., vol` begins at one of `positions`."""
    found: list[Reference] = []
    for position in positions:
        treaty = _TREATIES.match(text, position) or _CHINESE.match(text, position)
        if treaty is None:
            continue
        is_said = text[position] not in "Ii"
        series = "lnts" if text.endswith(_LEAGUE, 0, position) else "unts"
        ids = tuple(f"agr:{series}-{number}" for number in _numbers(treaty))
        place = pinpoints.after(text, treaty.end())
        spans = ((place.start, place.end),) if place else ()
        method, confidence = ("treaty-number", 0.95) if is_said else ("treaty-ibid", 0.8)
        found.append(
            Reference(*treaty.span(), "AGREEMENT", ids, (), place and place.place, method, confidence, spans)
        )
    return found


def _numbers(treaty: re.Match[str]) -> Iterator[int]:
    first = int(treaty["first"])
    last = int(treaty["last"] or first)
    yield from range(first, last + 1) if 0 <= last - first <= _LONGEST_RANGE else (first, last)
    yield from map(int, re.findall(r"\d+", treaty["more"] or ""))


def cite_supplements(text: str, positions: Sequence[int]) -> list[Reference]:
    """The supplements that `text` cites without their symbol, where `Supplement No` begins at one of `positions`.

    `Sixty-third Session, Supplement No. 17` is A/63/17, and No. 12A its first addendum.
    """
    found: list[Reference] = []
    for position in positions:
        start = text.rfind("Official Records of", max(0, position - _REACH), position)
        named = _SUPPLEMENT.match(text, start) if start >= 0 else None
        if named is None or named.end() < position or text.startswith(" (", named.end()):
            continue
        session = ordinal(named["session"])
        if session is None or (not named["special"] and session < _FIRST_WITH_SESSION):
            continue
        kind = {"Special ": "S-", "Emergency Special ": "ES-"}.get(named["special"] or "", "")
        cited = f"A/{kind}{session}/{named['number']}" + ("/Add.1" if named["letter"] else "")
        place = pinpoints.after(text, named.end())
        spans = ((place.start, place.end),) if place else ()
        found.append(
            Reference(
                *named.span(),
                "DOC_SYMBOL",
                (f"sym:{cited}",),
                (cited,),
                place and place.place,
                "supplement",
                0.7,
                spans,
            )
        )
    return found
