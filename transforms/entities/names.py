"""What was seen in a passage -> its mentions and citations."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import itemgetter

from transforms import dates, money
from transforms.citations import CitationContext, cite
from transforms.entities.anaphora import Antecedents
from transforms.entities.beside import add
from transforms.entities.ellipses import elliptical
from transforms.entities.goals import AGENDA, Goals, names_the_goals
from transforms.entities.lexicon import Lexicon, tail
from transforms.entities.local import Locals
from transforms.entities.phrases import Announcer
from transforms.entities.places import places, states_behind
from transforms.entities.posts import OfficeHolders
from transforms.entities.referring import citations_of, mention_of, said_again
from transforms.entities.seen import Seen
from transforms.entities.titles import Titler
from transforms.entities.works import works
from transforms.gazetteer import Gazetteer, Name
from transforms.passages import Citation, Entity, Mention

_DEFINED = 0.95
_START = itemgetter(1)
_SPAN = itemgetter(1, 2)
_SPAN_AND_TYPE = itemgetter(1, 2, 3)
_NEVER = (1 << 60, 1 << 60, "")
"""A span beyond every name."""
_new: Callable[[type[Mention], tuple[object, ...]], Mention] = tuple.__new__
"""With `Mention` in front, `Mention._make` without its Python frame."""


@dataclass(slots=True)
class Reader:
    """Reads the passages of one document, one after another. `made` gains the entities that no list has."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    own: Locals
    seen: Sequence[Seen]
    context: CitationContext
    made: dict[str, Entity]
    announcer: Announcer
    holders: OfficeHolders
    titler: Titler
    counts: Callable[[], Counter[str]]

    @classmethod
    def of(
        cls, gazetteer: Gazetteer, lexicon: Lexicon, own: Locals, seen: Sequence[Seen], organ: str | None
    ) -> Reader:
        """The reader of a document in which `organ` speaks."""
        made: dict[str, Entity] = {}
        known = {entity.id: entity for entity in (*own.terms.values(), *own.overrides.values())}
        counts = cache(partial(_counted, seen, lexicon))
        antecedents = Antecedents(gazetteer, known, made, counts)
        announcer = Announcer(gazetteer, lexicon.literals, known, made, antecedents)
        return cls(
            gazetteer,
            lexicon,
            own,
            seen,
            CitationContext(organ),
            made,
            announcer,
            OfficeHolders(lexicon, made, antecedents),
            Titler(lexicon.literals, made, antecedents),
            counts,
        )

    def read(self, index: int, printed: str, mentions: list[Mention], citations: list[Citation]) -> None:
        """Append what passage `index` names and cites, in order."""
        seen = self.seen[index]
        is_ruled = seen.triggers or seen.months or seen.years or seen.money
        fixed = self._by_rule(index, printed, seen, citations) if is_ruled else ()
        nested: list[Mention] = []
        names = self._names(index, seen, nested)
        if seen.local:
            names = _with_local(index, names, seen, nested)
        if seen.plurals:
            names = elliptical(index, seen, self.lexicon, names, self.made)
        names = self._beyond_lists(index, seen, names, fixed)
        if nested:
            names += nested
        if fixed:
            names = [*fixed, *_around(names, fixed)]
        if fixed or nested:
            names.sort(key=_START)
        mentions += names

    def _beyond_lists(
        self, index: int, seen: Seen, names: list[Mention], fixed: Sequence[Mention]
    ) -> list[Mention]:
        """The names of a passage with those that words around them announce, not a list."""
        if seen.organs:
            names = self.announcer.complete(index, seen, names, fixed)
        if seen.posts or seen.has_post or seen.styles:
            names = self.holders.complete(index, seen, names)
        if seen.goals:
            names = self._goals().among(index, seen.text, seen.goals, names)
        if seen.titles or seen.events or (seen.organs and self.titler.has_nouns(seen.organs)):
            names = self.titler.complete(index, seen, names, fixed)
        if seen.titled:
            for work in works(index, seen, self.made):
                add(names, work)
        if states := states_behind(seen.text, names):
            for place in places(index, seen.text, states, tuple(names), self.made):
                add(names, place)
        return names

    def _by_rule(self, index: int, printed: str, seen: Seen, citations: list[Citation]) -> list[Mention]:
        """Symbols, resolutions, the Charter, cross references, amounts and dates: none overlaps another."""
        fixed: list[Mention] = []
        if seen.triggers:
            for reference in cite(printed, seen.triggers, self.context):
                mention = mention_of(index, reference)
                if reference.type == "AGREEMENT":
                    treaties = self.lexicon.treaties
                    mention = mention._replace(ids=tuple(treaties.get(each, each) for each in mention.ids))
                fixed.append(mention)
                citations += citations_of(index, reference)
            fixed += said_again(seen.text, tuple(fixed))
        spans = sorted(map(_SPAN, fixed)) if fixed else []
        if seen.money:
            fixed += [
                _new(
                    Mention, (index, start, end, "MONEY", (f"money:{value}",), value, "main", "amount", 0.99)
                )
                for start, end, value in money.read(seen.text, seen.money)
                if not _cuts(start, end, spans)
            ]
            spans = sorted(map(_SPAN, fixed))
        if seen.months or seen.years:
            fixed += [
                _new(Mention, (index, start, end, "DATE", (f"edtf:{value}",), value, "main", "date", 0.98))
                for start, end, value in dates.read(seen.text, seen.months, seen.years)
                if not _cuts(start, end, spans)
            ]
        return fixed

    def _names(self, index: int, seen: Seen, nested: list[Mention]) -> list[Mention]:
        """The listed names of the passage, in order, none overlapping another; what stands inside them joins `nested`."""
        tails = self.lexicon.tails
        if self.own.overrides or seen.has_doubt:
            return self._names_in_doubt(index, seen, nested)
        if seen.has_inner:
            self._nest(index, seen, nested)
        return [_new(Mention, (index, start, end) + tails[key]) for key, start, end in seen.names]  # type: ignore[operator]

    def _names_in_doubt(self, index: int, seen: Seen, nested: list[Mention]) -> list[Mention]:
        tails, overrides = self.lexicon.tails, self.own.overrides
        names: list[Mention] = []
        for key, start, end in seen.names:
            rest = tails[key]
            if rest is None or key in overrides:
                entity = overrides.get(key) or self._in_context(key, seen.text)
                if entity is None or entity.type == "BLOCK":
                    continue
                rest = (
                    tail(entity, "main", "definition", _DEFINED) if key in overrides else tail(entity, "main")
                )
            names.append(_new(Mention, (index, start, end, *rest)))
        self._nest(index, seen, nested)
        return names

    def _nest(self, index: int, seen: Seen, nested: list[Mention]) -> None:
        inner = self.lexicon.nested
        for key, start, _ in seen.names:
            if inner[key]:
                nested += [
                    _new(Mention, (index, start + at, start + stop, *each)) for at, stop, each in inner[key]
                ]

    def _in_context(self, key: int, text: str) -> Entity | None:
        """What an alias means that does not always mean the same."""
        name = self.lexicon.names[key] or Name()
        for word, identifier in name.conditional:
            if word in text:
                return self.gazetteer.entities[identifier]
        named = self.counts() if name.contextual else ()
        found = name.plain
        if found is None or found not in named:
            found = next((each for each in name.contextual if each in named), found)
        return None if found is None else self.gazetteer.entities[found]

    def _goals(self) -> Goals:
        literals = self.lexicon.literals
        is_agenda = not AGENDA.isdisjoint(self.counts()) or any(
            names_the_goals(literals[key]) for seen in self.seen for key, _, _ in seen.goals
        )
        return Goals(self.gazetteer.entities, is_agenda)


def _counted(seen: Sequence[Seen], lexicon: Lexicon) -> Counter[str]:
    """How often the document names what by words that always name the same."""
    tails = lexicon.tails
    return Counter(
        rest[1][0] for each in seen for key, _, _ in each.names if (rest := tails[key]) is not None
    )


def _cuts(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, sorted and apart from each other, overlaps with this one."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def _around(names: list[Mention], fixed: Sequence[Mention]) -> list[Mention]:
    """Names inside what was read by rule are nested; names that it cuts, and letters of a symbol, are dropped."""
    if not names:
        return names
    spans = iter(sorted(map(_SPAN_AND_TYPE, fixed)))
    begin, stop, kind = next(spans)
    kept: list[Mention] = []
    for name in names:
        start, end = name[1], name[2]
        while stop <= start:
            begin, stop, kind = next(spans, _NEVER)
        if begin >= end:
            kept.append(name)
        elif begin <= start and end <= stop and kind != "DOC_SYMBOL":
            kept.append(name.within())
    return kept


def _with_local(index: int, names: list[Mention], seen: Seen, nested: list[Mention]) -> list[Mention]:
    """A term the document defines outranks the listed names it covers; a longer listed name covers the term."""
    kept = [
        _new(Mention, (index, start, end, *tail(entity, "main", "definition", _DEFINED)))
        for start, end, entity in seen.local
        if not any(o[1] <= start and end <= o[2] and o[2] - o[1] > end - start for o in names)
    ]
    rest: list[Mention] = []
    for name in names:
        over = next((term for term in kept if term[1] < name[2] and name[1] < term[2]), None)
        if over is None:
            rest.append(name)
        elif over[1] <= name[1] and name[2] <= over[2] and name[1:3] != over[1:3]:
            nested.append(name.within())
    return sorted(kept + rest, key=_START)
