"""A stretch of text -> the somebodies it consists of: `the Secretary-General and all regional organizations`.

A name is an actor where it is the head of its phrase: `the United Nations experience in prevention` is none.

>>> within(text := "the Panel and all States", 0, 24, candidates(text, ())).ids
('group:states',)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.passages import Mention
from transforms.recommendations.groups import GOVERNMENTS, Actor, generic

TYPES = frozenset({"ORG", "COUNTRY", "POST", "PERSON", "PROGRAMME"})
"""Types of mentions that can be asked."""

_JOINT = re.compile(
    r",? (?:and|or|as well as|together with|along with|including|in particular|particularly|especially|notably|namely|both)(?: by| through| to)? |, |\u2014"
)
_MODIFIERS = re.compile(
    r"(?:(?!(?:of|for|in|on|to|by|with|from|at|between|among|within|through|under|and|or|that|which|is|are|was|were|has|have|had|not|how|into|as|its|their|be)\b)"
    r"[\w\u2019-]+,? ){0,6}(?:(?:its|their) (?:[\w-]+ )?)?"
)
_QUALIFIERS = re.compile(
    r"(?:(?:the|all|other|and|both|relevant|interested|[a-z]+(?:al|ary)) ?)+", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s*(?:$|\(|,|(?:development |country )?(?:system|team|teams|entities|entity|organi[sz]ations?|agencies|bodies|offices?|funds|programmes?|Secretariat|secretariat|Governments?|authorities|leadership|"
    r"members?|States|countries|delegation|mission|missions|presence|operations?|personnel|staff|leaders|partners|Parties)?\s*"
    r"(?:$|\(|,|(?:of|for|in|on|at|to|from|with|without|within|under|across|that|which|who|whose|alike|concerned|working|responsible|themselves|and|or)\b|[a-z]+(?:ing|ed)\b))"
)
_HEAD = re.compile(r"(?:the |a |an |its |their )")
_CUT = re.compile(
    r",? (?:(?:in |to |by |for |with |under |of |from )?(?:that|which|who|whose|whom)|(?:particularly|including|especially|and) those|in (?:close )?(?:consultation|cooperation|coordination|collaboration|accordance|line|partnership))\b"
    r"|, (?:in(?! particular)|at|by|with|on|within|under|through|pursuant|following|no later|not later|before|for|as(?! well)|from|where|when|if|inter alia|once|subject|acting|while|after|through)\b"
)
_OPENER = re.compile(
    r"(?:To|In|On|With|For|As|At|By|While|Given|If|When|Where|Under|Through|From|Further|Pursuant|Without|After|Before|Until|Since|Once|Towards|Although|Mindful|Therefore|However|Finally|Lastly|Firstly?|"
    r"Secondly?|Third(?:ly)?|Thus|Most|Moreover|Furthermore|Accordingly|Likewise|Also|[A-Z][a-z]+ing|[A-Z][a-z]+ly|Upon|Despite|Because|During|Beyond|Here|Of|Among|Against|Similarly|Nevertheless|Nonetheless|Meanwhile|Subject|Considering|Based|Regarding|Notwithstanding|Rather|Instead|Consistent|Due|Owing|Like|Unlike|Apart|Prior|Together|There)\b",
    re.IGNORECASE,
)
"""The first word of what stands before a subject: `To strengthen cooperation, the Council …`."""
_REACH = 400
"""Code points; no subject is longer."""
_ASIDES = frozenset({"including", "in particular", "particularly", "especially", "notably", "namely"})


class Actors(NamedTuple):
    """The phrase `text[start:end]` and the ids in it, none for a body without an id."""

    start: int
    end: int
    ids: tuple[str, ...]


def candidates(text: str, near: Iterable[Mention]) -> tuple[Actor, ...]:
    """All that could be actors in a text, in order; of two that overlap the longer one."""
    found = [Actor(m.start, m.end, m.ids) for m in near if m.type in TYPES]
    found += generic(text)
    found.sort(key=lambda a: (a.start - a.end, not a.ids))
    kept: list[Actor] = []
    for each in found:
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return tuple(sorted(kept))


def _between(found: Sequence[Actor], start: int, end: int) -> Sequence[Actor]:
    return [each for each in found if start <= each.start and each.end <= end]


def addressed(text: str, start: int, end: int, named: Iterable[Mention]) -> Actors | None:
    """The actors with which `text[start:end]` begins; None where it begins with anything else."""
    return leading(text, start, end, candidates(text, named))


def within(text: str, start: int, end: int, actors: Sequence[Actor]) -> Actors | None:
    """The actors that `text[start:end]` consists of; None where its head is none."""
    cut = _CUT.search(text, start, end)
    if cut:
        end = cut.start()
    found = _between(actors, start, end)
    heads = [_head(text, *part, found) for part in _parts(text, start, end, found)]
    first = next((head for head in heads if head != ()), None)
    if first is None:
        return None
    ids = [one for head in heads if head for one in head[0].ids]
    return Actors(start, end, tuple(dict.fromkeys(ids)))


def ending(text: str, start: int, end: int, actors: Sequence[Actor]) -> Actors | None:
    """The actors in which `text[start:end]` ends; None where the head of the last phrase is none.

    `To strengthen the work of the Council, the parties and the donors` ends in the parties and the donors.
    """
    start = max(start, end - _REACH)
    found = _between(actors, start, end)
    parts = list(_parts(text, start, end, found))
    heads: list[tuple[int, tuple[str, ...]]] = []
    whole: Actors | None = None
    for at in range(len(parts) - 1, -1, -1):
        first, stop = parts[at]
        head = _head(text, first, stop, found)
        if head is None:
            if heads or not at or not _ASIDE.match(text, first, stop):
                return whole
            continue
        heads.insert(0, (first, head[0].ids if head else ()))
        if all(not _QUALIFIERS.fullmatch(text, *part) for part in parts[at:][:1]) and _stands_alone(
            text, start, first, parts[at - 1][1] if at else start
        ):
            whole = Actors(first, end, tuple(dict.fromkeys(one for _, ids in heads for one in ids)))
    if all(_QUALIFIERS.fullmatch(text, *part) for part in parts):
        return None
    return (
        Actors(heads[0][0], end, tuple(dict.fromkeys(one for _, ids in heads for one in ids)))
        if heads
        else None
    )


def _stands_alone(text: str, start: int, first: int, before: int) -> bool:
    """Whether a phrase begins a clause: after a comma that ends an adverbial."""
    joint = text[before:first].strip(" ,")
    return (
        text[before:first].startswith(",")
        and joint in {"", "and", "but"}
        and _OPENER.match(text, start) is not None
    )


def leading(text: str, start: int, end: int, actors: Sequence[Actor]) -> Actors | None:
    """The actors with which `text[start:end]` begins, as the subject of a clause does."""
    found = _between(actors, start, min(end, start + 400))
    ids: list[str] = []
    at = start
    for each in found:
        before = _MODIFIERS.match(text, at, each.start)
        if before is None or before.end() != each.start:
            break
        ids += each.ids
        stop = each.end
        joint = _JOINT.match(text, stop, end)
        at = joint.end() if joint else end
        if joint is None:
            return Actors(start, stop, tuple(dict.fromkeys(ids)))
    return Actors(start, stop, tuple(dict.fromkeys(ids))) if at != start else None


def _parts(text: str, start: int, end: int, found: Sequence[Actor]) -> Iterator[tuple[int, int]]:
    """The phrases that conjunctions and commas part, none broken within a name."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        if any(each.start < joint.end() and joint.start() < each.end for each in found):
            continue
        if joint.start() > at:
            yield at, joint.start()
        at = joint.end()
    if at < end:
        yield at, end


def _head(text: str, start: int, end: int, found: Sequence[Actor]) -> tuple[Actor] | tuple[()] | None:
    """The actor that heads a phrase; an empty tuple for adjectives that wait for the next one; None for anything else."""
    inside = [each for each in found if start <= each.start and each.end <= end]
    for at, each in enumerate(inside):
        before = _MODIFIERS.fullmatch(text, start, each.start)
        if before is None:
            break
        if (
            each.ids == GOVERNMENTS
            and inside[at + 1 :]
            and re.fullmatch(r" of (?:the )?", text[each.end : inside[at + 1].start])
        ):
            return (Actor(each.start, inside[at + 1].end, inside[at + 1].ids),)
        if _TAIL.match(text, each.end, end):
            return (each,)
    return () if _QUALIFIERS.fullmatch(text, start, end) else None


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether a phrase between commas only qualifies: `where appropriate`, `with the help of UNDP`, `therefore`."""
    return bool(_ASIDE.match(text, start, end))


_ASIDE = re.compile(
    r"(?:with|without|where|when|as|in|at|on|by|for|until|while|through|working|acting|pursuant|within|under|upon|inter alia|if|subject|building|drawing|taking|therefore|however|thus|too|also|once|after|before|during|"
    r"based|consistent|where appropriate|such as)\b"
)
