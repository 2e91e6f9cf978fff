"""What was seen in a passage -> its mentions and citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from transforms import dates, money
from transforms.citations import CitationContext, Reference, cite
from transforms.entities.items import Item, elliptical
from transforms.entities.lexicon import Lexicon
from transforms.entities.local import Locals
from transforms.entities.phrases import Announcer
from transforms.entities.posts import office_holders
from transforms.entities.seen import Seen
from transforms.gazetteer import Gazetteer, Name
from transforms.passages import Citation, Entity, Mention

_PLACE = itemgetter(1)
_LISTED = 0.98
_LOCAL = 0.95
_CONTEXT = 0.9


@dataclass(slots=True)
class Reader:
    """Reads the passages of one document, one after another. `made` gains the entities that no list has."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    own: Locals
    seen: Sequence[Seen]
    organ: str | None
    made: dict[str, Entity]
    _mentioned: frozenset[str] | None
    _announcer: Announcer

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon, own: Locals, seen: Sequence[Seen], organ: str | None) -> None:
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.own = own
        self.seen = seen
        self.organ = organ
        self.made = {}
        self._mentioned = None
        self._announcer = Announcer(gazetteer, lexicon.literals, self.made)

    def read(self, index: int, printed: str, mentions: list[Mention], citations: list[Citation]) -> None:
        """Append what passage `index` names and cites."""
        seen = self.seen[index]
        fixed = self._by_rule(index, printed, seen, citations)
        items = self._items(seen)
        if seen.plurals:
            items = elliptical(seen, self.lexicon, self.gazetteer, items)
        if seen.organs:
            items = self._announcer.complete(seen.text, seen.organs, items, fixed)
        if seen.posts or "Secretary-General" in seen.text or " and Head of" in seen.text:
            items = office_holders(seen, self.lexicon, items, self.made)
        start_of_mine = len(mentions)
        if fixed:
            mentions += fixed
            self._emit_around(index, items, fixed, mentions)
        else:
            self._emit(index, items, mentions)
        if fixed or seen.organs or seen.posts or seen.local or seen.plurals:
            mentions[start_of_mine:] = sorted(mentions[start_of_mine:], key=_PLACE)

    def _by_rule(self, index: int, printed: str, seen: Seen, citations: list[Citation]) -> list[Mention]:
        """Symbols, resolutions, the Charter, cross references, amounts and dates: none overlaps another."""
        fixed: list[Mention] = []
        if seen.triggers:
            for reference in cite(printed, seen.triggers, CitationContext(self.organ)):
                fixed.append(_referring(index, reference))
                citations += [
                    Citation(index, reference.start, reference.end, symbol, reference.pinpoint, reference.method, reference.confidence)
                    for symbol in reference.cited_symbols
                ]
        found: list[Mention] = []
        if seen.money:
            found += [
                Mention(index, start, end, "MONEY", (f"money:{value}",), value, "main", "amount", 0.99)
                for start, end, value in money.read(seen.text, seen.money)
            ]
        if seen.months or seen.years:
            found += [
                Mention(index, start, end, "DATE", (f"edtf:{value}",), value, "main", "date", 0.98)
                for start, end, value in dates.read(seen.text, seen.months, seen.years)
            ]
        if not fixed:
            return found
        spans = [each[1:3] for each in fixed]
        return fixed + [each for each in found if not _cuts(each[1], each[2], spans)]

    def _items(self, seen: Seen) -> list[Item]:
        """The names of the passage, in order, none overlapping another."""
        entities, overrides = self.lexicon.entities, self.own.overrides
        items: list[Item] = []
        add = items.append
        for key, start, end in seen.names:
            if key in overrides:
                add(Item(start, end, overrides[key], key, "definition", _LOCAL))
                continue
            entity = entities[key]
            if entity is None:
                name = self.lexicon.names[key]
                entity = self._in_context(name, seen.text) if name else None
                if entity is None:
                    continue
            add(Item(start, end, entity, key, "gazetteer", _LISTED))
        return _with_local(items, seen) if seen.local else items

    def _in_context(self, name: Name, text: str) -> Entity | None:
        """What an alias means that does not always mean the same."""
        for word, identifier in name.conditional:
            if word in text:
                return self.gazetteer.entities[identifier]
        if name.plain:
            return self.gazetteer.entities[name.plain]
        for identifier in name.contextual:
            if identifier in self._named_in_document():
                return self.gazetteer.entities[identifier]
        return None

    def _named_in_document(self) -> frozenset[str]:
        if self._mentioned is None:
            entities = self.lexicon.entities
            self._mentioned = frozenset(
                entity.id for seen in self.seen for key, _, _ in seen.names if (entity := entities[key]) is not None
            )
        return self._mentioned

    def _emit(self, index: int, items: Sequence[Item], mentions: list[Mention]) -> None:
        ids, inner = self.lexicon.ids, self.lexicon.inner
        append = mentions.append
        for start, end, entity, key, method, confidence, layer in items:
            if entity.type == "BLOCK":
                continue
            own = (entity.id,) if key < 0 or method != "gazetteer" else ids[key] or (entity.id,)
            append(Mention(index, start, end, entity.type, own, None, layer, method, confidence))
            if key >= 0 and inner[key]:
                for at, stop, inside in inner[key]:
                    append(
                        Mention(index, start + at, start + stop, inside.type, (inside.id,), None, "nested", method, confidence)
                    )

    def _emit_around(
        self, index: int, items: Sequence[Item], fixed: Sequence[Mention], mentions: list[Mention]
    ) -> None:
        """Names inside what was read by rule are nested; names that a date or a symbol cuts are dropped."""
        spans = sorted([each[1:3] for each in fixed])
        kept: list[Item] = []
        at = 0
        for item in items:
            while at < len(spans) and spans[at][1] <= item.start:
                at += 1
            if at == len(spans) or spans[at][0] >= item.end:
                kept.append(item)
            elif spans[at][0] <= item.start and item.end <= spans[at][1]:
                kept.append(item._replace(layer="nested"))
        self._emit(index, kept, mentions)


def _cuts(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _referring(index: int, reference: Reference) -> Mention:
    cited = reference.cited_symbols
    norm = cited[0] if len(cited) == 1 else "; ".join(cited or [each.partition(":")[2] for each in reference.ids])
    return Mention(
        index, reference.start, reference.end, reference.type, reference.ids, norm, "main", reference.method, reference.confidence
    )


def _with_local(items: list[Item], seen: Seen) -> list[Item]:
    """A term the document defines outranks a listed name that it covers; a longer listed name covers the term."""
    found = [Item(start, end, entity, -1, "definition", _LOCAL) for start, end, entity in seen.local]
    kept = [
        item for item in found
        if not any(o.start <= item.start and item.end <= o.end and o.end - o.start > item.end - item.start for o in items)
    ]  # fmt: skip
    rest = [item for item in items if not any(t.start < item.end and item.start < t.end for t in kept)]
    inside = [
        item._replace(layer="nested") for item in items
        if any(t.start <= item.start and item.end <= t.end and (t.start, t.end) != (item.start, item.end) for t in kept)
    ]  # fmt: skip
    return sorted(kept + rest + inside, key=lambda item: (item.start, -item.end))

