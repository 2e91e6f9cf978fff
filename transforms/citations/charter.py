"""The Charter of the United Nations, its chapters and articles. The charters of others are not meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.citations.pinpoints import normalise
from transforms.citations.reference import Reference, Trigger

_OUR_NAME = r"(?:(?:the )?(?:United Nations |UN )?Charter(?! (?:of|for|on) (?!the United Nations\b))(?: of the United Nations)?)"
_FULL = " of the United Nations"
_OF_CHARTER = re.compile(rf",? of {_OUR_NAME}")
_NAME_BEFORE = re.compile(r"(?:United Nations|UN) $")
_OTHER_BEFORE = re.compile(r"([A-Z][\w’'-]*|new|draft|model) $")
_PLAIN_BEFORE = frozenset(["The", "This", "That", "Under", "And", "Our", "In", "Its"])
_OTHER_AFTER = re.compile(r" (?:of|for|on|against) (?!the United Nations\b)(?:the |its |a )?(?=[A-Z])")
_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
_CHAPTERS = re.compile(rf"[Cc]hapters? ({_ROMAN})\b(?![-.(])")
_ARTICLES = re.compile(r"[Aa]rticles? (\d{1,3})\b(?!\.\d)")
_NEXT_CHAPTER = re.compile(rf"(?:, and |, | and | or | to |[-–])({_ROMAN})\b")
_NEXT_ARTICLE = re.compile(r"(?:, and |, | and | or | to |[-–])(\d{1,3})\b(?! \w+ \d{4})(?!/)")
_PROVISION = re.compile(
    r"(?:(?:,? paragraphs?|,? paras?\.) \d(?: \([a-z]\))?(?:(?:, | and )\d(?: \([a-z]\))?)*| ?\(\d{1,2}\)(?: ?\([a-z]\))?),?"
)
_OTHER_INSTRUMENT = re.compile(
    r"(?:,[^,;.]{1,30},)?,? (?:of|to|in) (?:the |that |its |this |each )?(?!Charter|United Nations Charter|UN Charter)"
    r"(?:\w+ ){0,9}?(?:Protocol|Convention|Covenant|Statute|Treaty|Constitution|Agreement|Declaration|Rules|Regulations|"
    r"Act|Code|Law|Pact|Charter|report|document|annex|[Rr]esolution|Programme)\b"
)
_INSTRUMENT = re.compile(
    r"Charter|Protocol|Convention|Covenant|Statute|Treaty|Constitution|Agreement|Declaration|Staff Regulation|Code"
)
_REACH = 600
_ALWAYS = frozenset({"VI", "VII", "VIII"})
"""Chapters named without the Charter; reports have as many chapters, but write them in lower case."""


def cite_charter(text: str, hits: Sequence[Trigger]) -> list[Reference]:
    """The references to the Charter in `text` that begin at `hits` of kind charter, chapter and article, in order."""
    found: list[Reference] = []
    done = 0
    is_ours = True
    has_charter = any(hit.kind == "charter" for hit in hits)
    for hit in hits:
        if hit.start < done or _is_inside_word(text, hit):
            continue
        if hit.kind == "charter":
            owner = _owner(text, hit)
            is_ours = is_ours if owner is None else owner
            references = [_name(text, hit)] if is_ours else []
        else:
            read = _chapters if hit.kind == "chapter" else _articles
            references = read(text, hit.start, has_charter=has_charter and is_ours)
        if references:
            found += references
            done = references[-1].end
    return found


def _is_inside_word(text: str, hit: Trigger) -> bool:
    """Whether the literal is part of a longer word (`Charterhouse`); the plural of chapters and articles is none."""
    follows = text[hit.end : hit.end + 1]
    return (hit.start > 0 and text[hit.start - 1].isalnum()) or (hit.kind == "charter" and follows.isalpha())


def _owner(text: str, hit: Trigger) -> bool | None:
    """Whether the words around `Charter` make it ours (True) or another's (False); None for a bare one."""
    lead = text[max(0, hit.start - 40) : hit.start]
    if text.startswith(_FULL, hit.end) or _NAME_BEFORE.search(lead):
        return True
    before = _OTHER_BEFORE.search(lead)
    if (before and before[1] not in _PLAIN_BEFORE) or _OTHER_AFTER.match(text, hit.end):
        return False
    return None


def _name(text: str, hit: Trigger) -> Reference:
    prefix = _NAME_BEFORE.search(text[max(0, hit.start - 16) : hit.start])
    start = hit.start - (len(prefix[0]) if prefix else 0)
    end = hit.end + (len(_FULL) if text.startswith(_FULL, hit.end) else 0)
    return _reference(start, end, "charter:charter", None)


def _chapters(text: str, start: int, *, has_charter: bool) -> list[Reference]:
    first = _CHAPTERS.match(text, start)
    if first is None:
        return []
    members = _list(text, start, first, _NEXT_CHAPTER)
    end = members[-1][1]
    of_charter = _OF_CHARTER.match(text, end)
    if of_charter is None:
        is_plain = text[start] == "C" and not _OTHER_INSTRUMENT.match(text, end)
        if not is_plain or not (has_charter or any(number in _ALWAYS for _, _, number in members)):
            return []
    return _references(members, "ch.", of_charter.end() if of_charter else end, None)


def _articles(text: str, start: int, *, has_charter: bool) -> list[Reference]:
    first = _ARTICLES.match(text, start)
    if first is None or int(first[1]) > 111:
        return []
    members = _list(text, start, first, _NEXT_ARTICLE)
    end = members[-1][1]
    provision = _PROVISION.match(text, end)
    of_charter = _OF_CHARTER.match(text, provision.end() if provision else end)
    if of_charter is None and not (has_charter and _is_charter_the_topic(text, start, end)):
        return []
    place = normalise(provision[0].strip(" ,")) if provision else None
    return _references(members, "art.", of_charter.end() if of_charter else end, place)


def _is_charter_the_topic(text: str, start: int, end: int) -> bool:
    if _OTHER_INSTRUMENT.match(text, end):
        return False
    named = _INSTRUMENT.findall(text, max(0, start - _REACH), start)
    return bool(named) and named[-1] == "Charter"


def _list(
    text: str, start: int, first: re.Match[str], following: re.Pattern[str]
) -> list[tuple[int, int, str]]:
    members = [(start, first.end(1), first[1])]
    while found := following.match(text, members[-1][1]):
        members.append((found.start(1), found.end(1), found[1]))
    return members


def _references(
    members: list[tuple[int, int, str]], what: str, end: int, place: str | None
) -> list[Reference]:
    last = len(members) - 1
    return [
        _reference(
            start,
            end if index == last else stop,
            f"charter:{what} {number}",
            place if index == last else None,
        )
        for index, (start, stop, number) in enumerate(members)
    ]


def _reference(start: int, end: int, identity: str, place: str | None) -> Reference:
    return Reference(start, end, "CHARTER", (identity,), (), place, "charter", 1.0)
