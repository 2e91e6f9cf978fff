"""Passage text in Arabic, Chinese, French, Russian or Spanish -> the resolutions and decisions it cites.

Printed symbols are the same in all languages, and `transforms.citations.cite` finds them.

>>> [found] = cite("la résolution 46/182 de l’Assemblée générale", "fr", CitationContext(organ=None))
>>> found.ids, found.method
(('res:A/RES/46/182',), 'resolution-named-after')
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.citations import organs
from transforms.citations.numbers import fits, symbol_of
from transforms.citations.reference import CitationContext, Reference
from transforms.citations.tongues import pinpoints
from transforms.citations.tongues.grammar import GRAMMARS
from transforms.citations.tongues.grammar import body as body_of
from transforms.citations.tongues.lists import Listed, Member, with_word_first, with_word_last
from transforms.citations.tongues.numbers import canonical, is_span_of_years, plain

__all__ = ["cite"]


_NUMBERED = re.compile(r"\d(?:/|[^\d.;]{0,8}[()（）])")
"""What a text has that holds a number of a resolution: a stroke or a bracket behind a digit."""


_SPEAKERS = frozenset({"A", "S", "E", "A/HRC", "Council"})
"""The bodies that a text may speak of before it cites their resolutions by number alone."""
_HEARD = 20
"""So many bodies named before a list are looked at."""


def cite(text: str, language: str, context: CitationContext) -> list[Reference]:
    """The resolutions and decisions that a text cites, in order, none overlapping another.

    Args:
        text: the clean text of one paragraph, heading or footnote.
        language: `ar`, `es`, `fr`, `ru` or `zh`.
        context: what is known of the document that speaks.
    """
    grammar = GRAMMARS[language]
    if not any(map(text.__contains__, grammar.triggers)) or not _NUMBERED.search(text):
        return []
    spelled = plain(text)
    read = with_word_last if language == "zh" else with_word_first
    reader = _Reader(spelled, language, organs.speaking(context.organ))
    found = (reader.refer(listed, each) for listed in read(spelled, grammar) for each in listed.members)
    return [reference for reference in found if reference]


@dataclass(slots=True)
class _Reader:
    """Knows of a text, made plain, who speaks, whose the numbers before were, and which bodies it names where."""

    text: str
    language: str
    speaker: str | None
    known: dict[str, str] = field(default_factory=dict)
    bodies: list[tuple[int, str]] | None = None
    stops: list[int] = field(default_factory=list)

    def refer(self, listed: Listed, member: Member) -> Reference | None:
        number = canonical(member.number)
        if number is None or (is_span_of_years(member.number) and not (member.named or member.owner)):
            return None
        body, method, confidence = next(
            each
            for each in self._evidence(listed, member, number)
            if each[0] == "?" or fits(each[0], number, listed.kind)
        )
        if body == "?":
            return None
        self.known[number[0]] = body
        cited = symbol_of(body, listed.kind, number)
        place, spans = self._pinpoint(member)
        return Reference(
            member.start,
            member.end,
            "RESOLUTION",
            (f"res:{cited}",),
            (cited,),
            place,
            method,
            confidence,
            spans,
        )

    def _pinpoint(self, member: Member) -> tuple[str | None, tuple[tuple[int, int], ...]]:
        found = (
            pinpoints.before(self.text, member.start, self.language),
            pinpoints.after(self.text, member.end, self.language),
        )
        said = [each for each in found if each]
        return ", ".join(each.place for each in said) or None, tuple((each.start, each.end) for each in said)

    def _evidence(
        self, listed: Listed, member: Member, number: re.Match[str]
    ) -> Iterator[tuple[str, str, float]]:
        """Bodies with the rule that gave each and how sure that rule is, the surest first."""
        if member.owner:
            yield _which(member.owner, number, listed.kind), "resolution-named-after", 0.95
        if member.named:
            yield _which(member.named, number, listed.kind), "resolution-named", 0.95
        if number["council"]:
            yield "S", "resolution-shape", 0.98
        if number[0] in self.known:
            yield self.known[number[0]], "resolution-known", 0.95
        for name in self._heard(listed):
            body = _which(name, number, listed.kind)
            if body != "?" and (name != "Council" or body != "A/HRC" or self._has_council()):
                yield (body, "resolution-own", 0.95) if listed.is_own else (body, "resolution-near", 0.9)
        if self.speaker:
            yield self.speaker, "resolution-speaker", 0.9
        yield _by_shape(number, listed.kind, has_council=self._has_council()), "resolution-shape", 0.8

    def _has_council(self) -> bool:
        return GRAMMARS[self.language].human_rights in self.text

    def _heard(self, listed: Listed) -> Iterator[str]:
        """The bodies named before a list, nearest first: in the sentence, and before it where the list is its organ's own."""
        if self.bodies is None:
            grammar = GRAMMARS[self.language]
            self.bodies = [(each.start(), body_of(each)) for each in grammar.organ.finditer(self.text)]
            self.stops = [each.end() for each in grammar.stop.finditer(self.text)]
        stop = bisect_right(self.stops, listed.position)
        first = self.stops[stop - 1] if stop and not listed.is_own else 0
        at = bisect_left(self.bodies, (listed.position,))
        for start, name in reversed(self.bodies[max(0, at - _HEARD) : at]):
            if start >= first and name in _SPEAKERS:
                yield name


def _which(name: str, number: re.Match[str], kind: str) -> str:
    """The body that `name` is for this number, where it says `Council` alone."""
    if name != "Council":
        return name
    return next((body for body in ("S", "E", "A/HRC") if fits(body, number, kind)), "?")


def _by_shape(number: re.Match[str], kind: str, *, has_council: bool) -> str:
    if fits("A", number, kind):
        return "A"
    if len(number["session"]) == 4:
        return "E" if kind == "RES" or int(number["serial"]) > 200 else "?"
    return "A/HRC" if kind == "RES" and has_council else "?"
