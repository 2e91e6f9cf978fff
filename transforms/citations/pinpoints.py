"""Words around a citation -> the place inside the cited text, in one normal form (`annex, para. 4 (1)`)."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"(?:\d{1,4}(?![\d/])|(?-i:[IVXL]+(?:\.[A-Z])?|[A-Z](?:\.\d+)?)\b(?!/))(?: ?\([a-zA-Z0-9]{1,5}\))*(?:(?: ?[-–] ?| to | through )\d{1,4}\b(?!/))?"
_MEMBER = rf"(?:{_NUMBER}|\([a-z]{{1,4}}\)(?: ?\([a-z]{{1,4}}\))*(?:[-–]\([a-z]\))?)"
_LIST = rf"{_NUMBER}(?:(?:, {_MEMBER})*,? (?:and|or|to|through) {_MEMBER})?"
_WORD = (
    r"(?:(?:(?:sub|operative |preambular )?para(?:graph)?s?|sect(?:ion)?s?|chap(?:ter)?s?|art(?:icle)?s?|parts?|pp?|"
    r"Goals?|targets?|rules?|regulations?|tables?)\b\.?)"
)
_ADDITION = r"(?:annex(?:es)?|enclosures?|appendix|appendices|attachment)"
_PLACE = rf"(?:{_WORD} {_LIST}|{_ADDITION}(?:es)?\b(?: {_LIST})?|(?:first|second|third|last|final) preambular paragraph)"
_SEPARATOR = r"(?:, (?:and )?|,? and |; )"

_AFTER = re.compile(rf",? ?((?:{_PLACE})(?:{_SEPARATOR}(?:{_PLACE}|\d{{1,3}} \([a-z]\)))*)", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b({_PLACE}(?:,? (?:of|to|in) (?:the )?{_PLACE}|{_SEPARATOR}{_PLACE})*),? (?:of|to|in) "
    r"(?:(?:its|the|that|their|same|document) )*$",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    rf"({_PLACE}(?:{_SEPARATOR}{_PLACE})*),? (?:of|to|in) (?:the |his |her |its )(?!present )(?:[\w’'-]+ ){{0,6}}?"
    r"(?:report|budget|addendum|letter|note|plan|statement)(?: (?:of|by|from) the [A-Z][\w -]{0,60})?(?: on [^().;]{0,120})? \($",
    re.IGNORECASE,
)
_PAPER_REACH = 220
_PLACE_WORD = re.compile(r"\b(?:paragraph|para\.|paras\.|section|sect|annex|chapter|chap\.)", re.IGNORECASE)
_SINGLED_OUT = re.compile(
    rf"\)?(?P<topic> [^.;:()\d/]{{1,120}}?)?,? (?:and )?(?:in particular|particularly|notably|especially|specifically|including)"
    rf"(?: in)? (?P<its>its |the )?(?P<place>{_PLACE}(?:{_SEPARATOR}{_PLACE})*)(?P<thereof> thereof)?(?! of )",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"[Rr]esolution|[Dd]ecision|Declaration|Programme|Plan|Agenda|Framework|Convention|Covenant|Protocol|Treaty|Statute|"
    r"Principles|Rules|Agreement|[Rr]eport\b|Charter|Outcome|Compact"
)
_LEADS = re.compile(r" (?:of|to|in) (?:(?:its|the|that|their|same|document) )*$")
_LEADING = (" of ", " to ", " in ", " its ", " the ", " that ", " their ", " same ", " document ")
"""How the words that `_LEADS` finds end; other words need no search."""
_STEP = re.compile(r",? (?:of|to|in) (?:the )?(?=[a-z])", re.IGNORECASE)
_PLACES = re.compile(_PLACE, re.IGNORECASE)
_REACH = 110
_FRONTS = frozenset(
    {
        "sub", "ope", "pre", "par", "sec", "cha", "art", "goa", "tar", "rul", "reg", "tab", "ann", "enc", "app", "att",
        "fir", "thi", "las", "fin",
    }
)  # fmt: skip
"""How the words that name a place begin, but for `p.` and `pp.`; other words need no match."""
_BACKS = ("annex", "annexes", "enclosure", "enclosures", "appendix", "appendices", "attachment", "paragraph")
"""How a place ends that ends in no digit, capital or parenthesis."""
_SINGLING = ("particular", "notably", "especially", "specifically", "including")
_SINGLED_REACH = 160
"""Within so many characters one of `_SINGLING` stands in what `_SINGLED_OUT` matches."""
_ABBREVIATIONS = {
    "paragraph": "para.", "paragraphs": "paras.", "section": "sect.", "sections": "sects.", "chapter": "chap.",
    "chapters": "chaps.", "article": "art.", "articles": "arts.", "para": "para.", "paras": "paras.", "sect": "sect.",
    "subparagraph": "subpara.", "subparagraphs": "subparas.",
}  # fmt: skip
_PARTS = re.compile(r"(?:,? and |, |; )(?![IVXL]+\b)(?=[a-zA-Z]{3,})")
_HEAD = re.compile(r"([A-Za-z]+)\.?(?= |$)")
_GLUED = re.compile(r"(?<=\d)(?=\()")


class Pinpoint(NamedTuple):
    """A place inside a text, and where in the citing text it was said."""

    place: str
    start: int
    end: int


def after(text: str, position: int) -> Pinpoint | None:
    """The pinpoint that follows a citation ending at `position`: `, annex, para. 5`."""
    if text[position : position + 1] not in (",", " ") or not _may_begin(text, position):
        return None
    found = _AFTER.match(text, position)
    if found is None:
        return None
    end = found.end(1)
    if text.startswith((" above", " below"), end):  # the last place is one of the citing text itself
        stops = [stop.start() for stop in _PARTS.finditer(text, found.start(1), end)]
        if not stops:
            return None
        end = stops[-1]
    return Pinpoint(normalise(text[found.start(1) : end]), found.start(1), end)


def singled_out(text: str, position: int) -> Pinpoint | None:
    """The pinpoint that words single out later: `resolution 999/3 on rivers, in particular its paragraph 3`.

    With words between, it must say whose place it is (`its`, `thereof`), and the words must name no other text.
    """
    if text[position : position + 1] not in (",", " ", ")"):
        return None
    near = text[position : position + _SINGLED_REACH].lower()
    if not any(map(near.__contains__, _SINGLING)):
        return None
    found = _SINGLED_OUT.match(text, position)
    if found is None:
        return None
    is_said = found["thereof"] or (found["its"] or "").lower() == "its "
    if found["topic"] and (not is_said or _ANOTHER.search(found["topic"])):
        return None
    return Pinpoint(normalise(found["place"]), found.start("place"), found.end("place"))


def after_parenthesis(text: str, position: int) -> Pinpoint | None:
    """The pinpoint after the parenthesis that a symbol closes: `Supplement No. 53 (A/62/53), chap. III`."""
    return after(text, position + 1) if text.startswith("), ", position) else None


def before_parenthesis(text: str, position: int) -> Pinpoint | None:
    """The pinpoint of the paper that a parenthesis names: `section IV of the report of the Secretary-General (A/80/607)`."""
    if not text.endswith(" (", 0, position):
        return None
    found = None
    for word in reversed(list(_PLACE_WORD.finditer(text, max(0, position - _PAPER_REACH), position))):
        longer = _OF_A_PAPER.match(text, word.start(), position)
        if longer is None or (found and longer.end(1) != found.end(1)):
            break
        found = longer
    return Pinpoint(normalise(found[1]), found.start(1), found.end(1)) if found else None


def before(text: str, position: int) -> Pinpoint | None:
    """The pinpoint that leads to a citation starting at `position`: `paragraph 4 (1) of the annex to`."""
    if not text.endswith(_LEADING, 0, position):
        return None
    window = text[max(0, position - _REACH) : position]
    lead = _LEADS.search(window)
    if lead is None or not _may_end(window, lead.start()):
        return None
    found = _BEFORE.search(window)
    if found is None:
        return None
    steps = _STEP.split(found[1])
    place = ", ".join(normalise(step) for step in reversed(steps))
    offset = max(0, position - _REACH)
    return Pinpoint(place, offset + found.start(1), offset + found.end(1))


def _may_begin(text: str, position: int) -> bool:
    """Whether a word that names a place may stand at `position`, after a comma and a space."""
    at = position + (text[position] == ",")
    at += text[at : at + 1] == " "
    front = text[at : at + 3].lower()
    return front in _FRONTS or front[:1] == "p"


def _may_end(text: str, end: int) -> bool:
    """Whether a place may end at `end`, or at the comma before it."""
    end -= text[end - 1 : end] == ","
    last = text[end - 1 : end]
    return last.isdigit() or last.isupper() or last == ")" or text[:end].lower().endswith(_BACKS)


def normalise(words: str) -> str:
    """`section III, paragraph 9` -> `sect. III, para. 9`."""
    places = []
    for part in _PARTS.split(words):
        head = _HEAD.match(part)
        name = head[1].lower() if head else ""
        rest = part[head.end() :] if head else part
        places.append(
            _ABBREVIATIONS.get(name, head[0].lower() if head else "")
            + _GLUED.sub(" ", rest).replace("–", "-")
        )
    return ", ".join(places)
