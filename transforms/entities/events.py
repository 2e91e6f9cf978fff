"""Counted meetings -> events: "sixty-first session" of a body, "fifth high-level meeting", "thirty-first ASEAN summit".

What only repeats ("annual meetings"), or is told apart by nothing but being the first or second, is no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.passages import Entity, Mention

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    {unit: number for number, unit in enumerate(_UNITS, start=1)}
    | {f"{ten[:-1]}ieth": 10 * number for number, ten in enumerate(_TENS, start=2)}
    | {
        f"{ten}-{unit}": 10 * number + more
        for number, ten in enumerate(_TENS, start=2)
        for more, unit in enumerate(_UNITS[:9], start=1)
    }
)
"""`twenty-first` -> 21."""
_ORDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[:9])})|{'|'.join((*_UNITS, *(ten[:-1] + 'ieth' for ten in _TENS)))}"
    r"|\d{1,3}(?:st|nd|rd|th))"
)
_ORDINALS = re.compile(_ORDINAL, re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:{_ORDINAL}|(?:19|20)\d\d) ", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\S)(?:19|20)\d\d $")
_LAST_JOINTS = (", and ", " and ", " to ")
_OF = re.compile(r" (?:of|for) (?:the )?")
_AT_ITS = re.compile(r",? (?:(?:at|in|for|during|of) )?its ")
_NEVER_WITHIN = frozenset(
    {
        "and", "or", "in", "at", "on", "to", "the", "a", "an", "by", "its", "their", "as", "from", "that", "was", "were", "is", "part",
        "half", "time", "year", "day", "week", "month", "quarter", "committee", "with", "has", "had", "of", "such",
    }
)  # fmt: skip
_BARE = frozenset({"meeting", "meetings", "round", "dialogue", "workshop", "seminar", "course"})
_ISSUES = frozenset({"iteration", "edition"})
_OF_WHAT = re.compile(
    r" of the [^,.;()]{0,60}?(?:summit|conference|forum|meeting|dialogue|Summit|Conference|Forum|Dialogue)\b"
)
_FEW = 3
_MOST_BETWEEN = 7


def is_counted(text: str, start: int) -> bool:
    """Whether a name begins with an ordinal or a year, or a year stands before it: "Second Arab Forum", "2017 Africa Forum"."""
    return (
        _NUMBERED.match(text, start) is not None or _YEAR.search(text, max(0, start - 6), start) is not None
    )


def count_before(text: str, at: int) -> int | None:
    """Where the ordinal or the ordinals right before a place begin: "first and third " -> 0; None where none is."""
    begin = _ordinal_before(text, at - 1)
    if begin is None:
        return None
    joint = next((each for each in _LAST_JOINTS if text.endswith(each, 0, begin)), None)
    while joint is not None:
        earlier = _ordinal_before(text, begin - len(joint))
        if earlier is None:
            break
        begin = earlier
        joint = ", " if text.endswith(", ", 0, begin) else None
    return begin


def _ordinal_before(text: str, end: int) -> int | None:
    """Where the ordinal that ends at a place begins."""
    start = text.rfind(" ", 0, max(0, end)) + 1
    return start if is_ordinal(text[start:end]) else None


def is_ordinal(word: str) -> bool:
    """Whether a word is an ordinal below a hundred in letters, or one below a thousand in figures."""
    return word.lower() in ORDINALS or (word[:1].isdigit() and _ORDINALS.fullmatch(word) is not None)


def counted(index: int, seen: Seen, names: Sequence[Mention], made: dict[str, Entity]) -> Iterator[Mention]:
    """The events of a passage whose lower-case noun is counted by the words before it; `made` gains them."""
    text = seen.text
    for _, start, end in seen.events:
        at = _counted_from(text, start)
        begin = None if at is None else count_before(text, at)
        if at is None or begin is None:
            continue
        noun, kind = text[start:end], text[at:end]
        numbers = [_number(each) for each in _ORDINALS.findall(text[begin:at])]
        if kind in _BARE and numbers[-1] <= _FEW:
            continue
        of_what = _OF_WHAT.match(text, end) if noun in _ISSUES else None
        stop = end if of_what is None else of_what.end()
        ids = _ids(text, (begin, stop), numbers, kind, names)
        for identifier in ids:
            made.setdefault(identifier, Entity(identifier, "EVENT", text[begin:stop], status="unlisted"))
        yield Mention(index, begin, stop, "EVENT", ids, None, "main", "counted", 0.8)


def _counted_from(text: str, start: int) -> int | None:
    """Where the words begin that stand between an ordinal and a noun, if few enough do."""
    at = start
    for _ in range(_MOST_BETWEEN):
        begin = text.rfind(" ", 0, at - 1) + 1 if at > 1 else 0
        word = text[begin : at - 1]
        if is_ordinal(word):
            return at
        if word in _NEVER_WITHIN or not word[-1:].isalnum():
            return None
        at = begin
    return None


def _number(ordinal: str) -> int:
    return int(ordinal[:-2]) if ordinal[0].isdigit() else ORDINALS[ordinal.lower()]


def _ids(
    text: str, span: tuple[int, int], numbers: Sequence[int], kind: str, names: Sequence[Mention]
) -> tuple[str, ...]:
    """One id for each number of what a body counts: `event:un.ga.special-session-4`; else one for the words."""
    body = _body(text, *span, names)
    if body is None:
        return (f"event:?{slug(text[slice(*span)])}",)
    whose, what = body.ids[0].partition(":")[2], slug(kind.removeprefix("ordinary ").removesuffix("s"))
    return tuple(f"event:{whose}.{what}-{number}" for number in numbers)


def _body(text: str, begin: int, end: int, names: Sequence[Mention]) -> Mention | None:
    """The body that counts its sessions: behind them, before them, right before "at its", else the first of the sentence."""
    bodies = [name for name in names if name.type == "ORG" and name.layer != "nested"]
    joint = _OF.match(text, end)
    if joint is not None:
        return next((name for name in bodies if name.start == joint.end()), None)
    if not text.endswith(" its ", 0, begin):
        return next((name for name in bodies if text[name.end : begin] in (" ", "'s ")), None)
    last = next((name for name in reversed(bodies) if name.end < begin), None)
    if last is not None and _AT_ITS.fullmatch(text, last.end, begin):
        return last
    sentence = text.rfind(". ", 0, begin)
    first = next((name for name in bodies if name.start > sentence and name.ids[0] != "org:un"), None)
    stop = text.find(". ", end)
    return None if first is None or (0 < stop < first.start) else first
