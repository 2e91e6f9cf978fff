"""References from a text to other places of the same document: `paras. 20-26 above`, `section II.D of the present report`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from transforms.citations import places
from transforms.citations.reference import Reference

_NUMBER = r"\d{1,3}(?: ?\([a-z]{1,4}\))*(?:(?: ?[-–] ?| to )\d{1,3}(?![\d/]))?"
_POINT = r"\([a-z]{1,4}\)(?: ?\([a-z]{1,4}\))*"
_MEMBER = rf"(?:{_NUMBER}|{_POINT})"
_POINTS = rf"(?P<word>paragraphs?) (?P<list>{_POINT}(?:(?:, {_POINT})*,? (?:and|or|to) {_POINT})?)"
_OUTLINE = r"(?:[IVXL]+(?:\.[A-Z](?:\.\d+)?)?|[A-Z](?:\.\d+)?|\d{1,2})\b"
_PARAGRAPHS = (
    rf"(?P<word>[Pp]aragraphs?|paras?\.) (?P<list>{_NUMBER}(?:(?:, {_MEMBER})*,? (?:and|or|to) {_MEMBER})?)"
)
_SECTIONS = rf"(?P<word>[Ss]ections?|sects?\.|chap\.|[Aa]nnex(?:es)?) (?P<list>{_OUTLINE}(?:(?:, {_OUTLINE})*,? (?:and|or) {_OUTLINE})?)"
_PRESENT = r"(?:of|to|in) (?:the present|this) (?:report|document|note|letter|study|resolution|decision|statement|annex|section)"
_TAIL = re.compile(rf",? (?:above|below|{_PRESENT})")
_CLOSED = re.compile(r"\)")
_OPENED = re.compile(r"\((?:see |See )?(?:also )?$")
_PLACE = re.compile(rf"(?:{_PARAGRAPHS})")
_PLACE_BESIDE = re.compile(_POINTS)
_PART = re.compile(rf"(?:{_SECTIONS})")
_INTRODUCTION = re.compile(r"introduction to (?:the present|this) (?:report|document|note|study)")
_ANNEX = re.compile(rf"[Aa]nnex (?={_PRESENT}\b)")
_BARE = re.compile(r"[Pp]aragraphs? (?=\d)|[Ss]ections? (?=[IVXL]+\b)")
_LED = re.compile(r"(?:^|[ (])(?:[Ii]n|[Bb]y|[Uu]nder|to|with|from|of|per|for|[Ss]ee) $")
_GOES_ON = re.compile(
    r"[\w/–-]|\.\w|,? (?:\(|articles?|sections?|annex|thereof|therein|above|below|through|(?:of|to|in|from|on) (?!accordance|order|addition|which|respect))"
)
_OWNER = re.compile(
    r"\b(?<!present )(?<!this )(?:[Rr]esolutions?|[Dd]ecisions?|[Rr]eports?|[Dd]ocuments?|[Ll]etters?|[Nn]otes?|[Aa]nnex|[Aa]rticles?|"
    r"[Cc]omments?|[Rr]ules?|[Rr]egulations?|[Ss]tatements?|[Gg]uidelines|[Ii]bid|[Ss]upplement|[Mm]emorandum|[Cc]ommuniqué|"
    r"[Jj]udge?ments?|[Ss]tud(?:y|ies)|Convention|Covenant|Protocol|Treaty|Statute|Constitution|Agreement|Declaration|Charter|"
    r"Programme|Plan|Agenda|Framework|Code|Law|Act|Principles|Outcome|Consensus|Compact|[Bb]udget)\b"
)
_OWNED = re.compile(
    r"[^.;]{1,60}? (?:of|to|in) (?:the |his |her |its |their |that )?(?:\w+ )?(?:report|resolution|annex|document|budget)"
)
_SENTENCE = re.compile(r"[.;] (?=[A-Z(])")
_LISTED = re.compile(r",? (?:and|or) |, ")
_GLUED = re.compile(r"(?<=\d)(?=\()")
_WORDS = {"p": "para.", "s": "section", "c": "chap.", "a": "annex", "b": "subpara."}
"""The first letter of the word -> the name in normal form; `b` for points beside the one that speaks."""


def refer_within(text: str, positions: Sequence[int], cited: Sequence[Reference]) -> list[Reference]:
    """The references inside the document that begin at `positions` and are no pinpoint of something `cited`."""
    pinned = sorted(span for reference in cited for span in reference.pinpoint_spans)
    found: list[Reference] = []
    for position in positions:
        at = bisect_right(pinned, (position, len(text))) - 1
        if (at >= 0 and position < pinned[at][1]) or (found and position < found[-1].end):
            continue
        reference = _refer_at(text, position) or _bare_at(text, position, cited)
        if reference:
            found.append(reference)
    return found


def _refer_at(text: str, position: int) -> Reference | None:
    if introduction := _INTRODUCTION.match(text, position):
        return _reference(position, introduction.end(), ("xref:section I",))
    if (annex := _ANNEX.match(text, position)) and (tail := _TAIL.match(text, annex.end() - 1)):
        return _reference(position, tail.end(), ("xref:annex",))
    if text.startswith("sub", max(0, position - 3)):
        points = _PLACE_BESIDE.match(text, position)
        tail = _TAIL.match(text, points.end()) if points else None
        return (
            _reference(position - 3, tail.end(), _ids("beside", points["list"])) if points and tail else None
        )
    place = _PLACE.match(text, position) or _PART.match(text, position)
    if place is None:
        return None
    tail = _TAIL.match(text, place.end())
    is_closed = _CLOSED.match(text, place.end()) and _OPENED.search(text[max(0, position - 12) : position])
    if tail is None and not is_closed:
        return None
    return _reference(position, tail.end() if tail else place.end(), _ids(place["word"], place["list"]))


def _bare_at(text: str, position: int, cited: Sequence[Reference]) -> Reference | None:
    """A place with nothing beside it, where no other text is named in the sentence or cited before that may have it."""
    if not _BARE.match(text, position) or not _LED.search(text[max(0, position - 7) : position]):
        return None
    place = _PLACE.match(text, position) or _PART.match(text, position)
    if place is None or _GOES_ON.match(text, place.end()):
        return None
    stops = [stop.end() for stop in _SENTENCE.finditer(text, 0, position)]
    if _OWNER.search(text, stops[-1] if stops else 0, position) or _OWNED.match(text, place.end()):
        return None
    if any(each.start < position and (each.cited_symbols or "art." in each.ids[0]) for each in cited):
        return None
    return _reference(position, place.end(), _ids(place["word"], place["list"]), 0.8)


def _ids(word: str, numbers: str) -> tuple[str, ...]:
    """An id for each place of a list, ranges expanded: `paras. 20-22`, `paragraph 30 (a) and (b)`, `sections II and III`."""
    name = _WORDS[word[0].lower()]
    listed = places.paragraphs(numbers) if name.endswith("para.") else _LISTED.split(numbers)
    return tuple(f"xref:{name} {_GLUED.sub(' ', each)}" for each in listed)


def _reference(start: int, end: int, ids: tuple[str, ...], confidence: float = 0.95) -> Reference:
    return Reference(start, end, "XREF", ids, (), None, "cross-reference", confidence)
