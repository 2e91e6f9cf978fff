"""Resolutions and decisions cited by number, alone or in lists, and the symbols they have.

The organ is mostly not said. It follows from the number's shape (`1540 (2004)` is the Security Council's), from
the words beside it, from an organ named before it, and from the document that speaks, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.citations import council, dating, organs, pinpoints
from transforms.citations.numbers import NUMBER, fits, symbol_of
from transforms.citations.reference import CitationContext, Reference

_WORD = re.compile(r"(?P<word>[Rr]esolution|[Dd]ecision)s?(?: (?:Nos?\. ?)?|,|$)")
_NUMBER_BEGINS = frozenset("123456789ES")
_GAP = re.compile(
    r"(?:,? (?:of|dated) \d{1,2} \w+(?: \d{4})?)?(?:(?:, and|,| and| or| as well as|; and|;) )"
    r"(?:also )?(?P<repeat>(?:(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council|"
    r"Assembly|Council) )?(?:resolutions? |decisions? ))?(?=\d|E?S[-‑]\d)"
)
_FAR = (
    (re.compile(r"[ ,a-z]{1,40}?(?=\d{3,4} ?\((?:19[4-9]|20\d)\d\))"), "(", 50),
    (
        re.compile(
            r"[^.;:\d][^.;:]{1,200}?\b(?=(?:E?S[-‑])?\d{1,3}/\d{1,3}(?: [A-Z])? of \d{1,2} [A-Z][a-z]+ \d{4})"
        ),
        "/",
        220,
    ),
)
"""What may stand between two numbers of a list when the second is unmistakable by what follows it.

With each, a character of that second number and how near it must be: a search for it is cheaper than the pattern.
"""
_APART = re.compile(
    r"(?:s,?(?: [^.;:()\d]{1,90}?,?)? (?:in particular|including|notably|namely|especially) (?:its |the )?)(?=(?:E?S[-‑])?\d)"
)
_DATE = re.compile(r",? (?:of|dated) \d{1,2} \w+(?: \d{4})?")
_ANOTHER = re.compile(r"[Rr]esolution|[Dd]ecision")
_ANOTHER_OR_BODY = re.compile(r"[Rr]esolution|[Dd]ecision|Council|Assembly")
"""Words between two numbers that tell that the second belongs to another list."""
_OWN = re.compile(r"\b(?:its|Its|own|their)(?: \w+)? $")


class _Numbered(NamedTuple):
    """One number of a list with the span it gets."""

    start: int
    end: int
    number: re.Match[str]


class _List(NamedTuple):
    """What the words around a list of numbers say of the organ that adopted them."""

    text: str
    position: int
    kind: str
    named: organs.Named | None
    end: int
    speaker: str | None
    known: dict[str, str]


_Evidence = tuple[str, str, float]
"""A body (`?` for one without a known series), the rule that gave it, and how sure that rule is."""


def cite_resolutions(text: str, words: Sequence[int], context: CitationContext) -> list[Reference]:
    """The resolutions and decisions in `text` whose word (`resolution`, `decision`) begins at one of `words`."""
    found: list[Reference] = []
    known: dict[str, str] = {}
    speaker = organs.speaking(context.organ)
    done = 0
    for position in words:
        if position < done:
            continue
        for reference in _cite_list(text, position, speaker, known, context.years):
            found.append(reference)
            done = reference.end
    if speaker == "S" and any(
        _WORD.match(text, position) for position in words
    ):  # `decisiones` is another language
        found += council.cite_alone(text, found)
    return found


def _cite_list(
    text: str, position: int, speaker: str | None, known: dict[str, str], years: dict[int, int]
) -> Iterator[Reference]:
    word = _WORD.match(text, position)
    if word is None or (position and text[position - 1].isalpha()):
        return
    stop = word.end()
    is_plural = text.startswith("s", word.end("word"))
    apart = None
    if text[stop : stop + 1] not in _NUMBER_BEGINS:
        apart = _APART.match(text, word.end("word")) if is_plural else None
        if apart is None:
            return
        stop = apart.end()
    first = NUMBER.match(text, stop)
    is_resolution = word["word"][0] in "Rr"
    may_be_bare = is_resolution and (first is None or (is_plural and first["council"]))
    numbered = council.numbered(text, stop) if may_be_bare else []
    if first is None and not numbered:
        return
    named = organs.before(text, position)
    start = stop if apart else named.start if named else position
    if (named is None or named.body in ("S", "Council")) and not all(each.is_whole for each in numbered):
        yield from council.cite(text, start, numbered, council.Known(named, years, speaker == "S"))
        return
    if first is None:
        return
    members = list(_members(text, start, first))
    listed = _List(
        text=text,
        position=position,
        kind="RES" if is_resolution else "DEC",
        named=named,
        end=members[-1].end,
        speaker=speaker,
        known=known,
    )
    lead = pinpoints.before(text, start)
    for index, member in enumerate(members):
        reference = _refer(listed, member, lead if index == 0 or is_plural else None)
        if reference is not None:
            if member.number["council"]:
                years[int(member.number["council"])] = int(member.number["year"])
            yield reference


def _refer(listed: _List, member: _Numbered, lead: pinpoints.Pinpoint | None) -> Reference | None:
    body, method, confidence = _decide(listed, member.number)
    place, spans = _pinpoint(listed.text, member.end, lead)
    if body == "?":
        if listed.named is None or not member.number["session"]:
            return None
        identity = f"res:{listed.named.name}/{listed.kind}/{member.number[0]}"
        return Reference(
            member.start, member.end, "RESOLUTION", (identity,), (), place, "resolution-foreign", 0.6, spans
        )
    cited = symbol_of(body, listed.kind, member.number)
    listed.known[member.number[0]] = body
    return Reference(
        member.start, member.end, "RESOLUTION", (f"res:{cited}",), (cited,), place, method, confidence, spans,
        dating.after(listed.text, member.end),
    )  # fmt: skip


def _members(text: str, start: int, first: re.Match[str]) -> Iterator[_Numbered]:
    yield _Numbered(start, first.end(), first)
    position = first.end()
    while number := _next_number(text, position):
        yield _Numbered(number.start(), number.end(), number)
        position = number.end()


def _next_number(text: str, position: int) -> re.Match[str] | None:
    """The number that continues a list: after a comma or `and`, a date, a pinpoint, or what each was about."""
    pinned = pinpoints.after(text, position)
    for end in (position, pinned.end) if pinned else (position,):
        gap = _GAP.match(text, end)
        if gap and gap["repeat"]:
            return None
        if gap and (number := NUMBER.match(text, gap.end())):
            return number
    for pattern, mark, reach in _FAR:
        if text.find(mark, position, position + reach) < 0:
            continue
        far = pattern.match(text, position)
        if far and not (_ANOTHER if far[0].endswith(", and ") else _ANOTHER_OR_BODY).search(far[0]):
            return NUMBER.match(text, far.end())
    return None


def _pinpoint(
    text: str, end: int, lead: pinpoints.Pinpoint | None
) -> tuple[str | None, tuple[tuple[int, int], ...]]:
    date = _DATE.match(text, end)
    stop = date.end() if date else end
    tail = (
        pinpoints.after(text, end)
        or (pinpoints.after(text, stop) if date else None)
        or pinpoints.singled_out(text, stop)
    )
    places = [each for each in (lead, tail) if each]
    if not places:
        return None, ()
    return ", ".join(each.place for each in places), tuple((each.start, each.end) for each in places)


def _decide(listed: _List, number: re.Match[str]) -> _Evidence:
    """The first evidence whose body gives its texts such numbers."""
    return next(
        each for each in _evidence(listed, number) if each[0] == "?" or fits(each[0], number, listed.kind)
    )


def _evidence(listed: _List, number: re.Match[str]) -> Iterator[_Evidence]:
    if listed.named is not None:
        yield _which(listed.named.body, number, listed), "resolution-named", 1.0
        yield "?", "resolution-named", 0.0
    if number["council"]:
        yield "S", "resolution-shape", 0.98
    if listed.named is None and (named_after := organs.after(listed.text, listed.end)) is not None:
        yield _which(named_after, number, listed), "resolution-named-after", 0.95
    if number[0] in listed.known:
        yield listed.known[number[0]], "resolution-known", 0.95
    is_own = _OWN.search(listed.text, max(0, listed.position - 24), listed.position) is not None
    for name in organs.nearby(listed.text, listed.position, is_own=is_own):
        body = _which(name, number, listed)
        if body != "?":
            yield body, "resolution-own" if is_own else "resolution-near", 0.95 if is_own else 0.9
    if listed.speaker:
        yield listed.speaker, "resolution-speaker", 0.9
    yield _by_shape(number, listed), "resolution-shape", 0.8


def _which(name: str, number: re.Match[str], listed: _List) -> str:
    """The body that `name` is for this number, where it says `Council` alone."""
    if name != "Council":
        return name
    councils = ("S", "E") if listed.speaker == "E" else ("S", "E", "A/HRC")
    return next((body for body in councils if fits(body, number, listed.kind)), "?")


def _by_shape(number: re.Match[str], listed: _List) -> str:
    if fits("A", number, listed.kind):
        return "A"
    session, serial = number["session"], int(number["serial"])
    if len(session) == 4:
        return "E" if listed.kind == "RES" or serial > 200 else "?"
    return "A/HRC" if listed.kind == "RES" and "Human Rights Council" in listed.text else "?"
