"""A noun such as "Convention", "Programme" or "Summit" -> the text, programme or event that no list has.

"the ECOWAS Convention on Small Arms and Light Weapons" -> AGREEMENT, `org:ecowas` nested in it;
"the Pérez-Guerrero Trust Fund" -> PROGRAMME; "the Second Africa-European Union Summit" -> EVENT;
"the Facility" after "the Peace Facility for Africa" -> `prog:apf` again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from transforms.entities.anaphora import Antecedents
from transforms.entities.beside import START, add, near
from transforms.entities.events import count_before, counted, is_counted, is_ordinal
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import leftwards, trimmed
from transforms.entities.words import BODIES_TOO, CALENDAR, OF_ANY_TITLE, ORGANS, POSTS, STARTERS, TITLES
from transforms.passages import Entity, Mention
from transforms.scan import Hit

_OF_ALL = ("International ", "World ", "United Nations ", "Global ", "African ")
_NO_NAMES = STARTERS | {"States", "Parties", "Governments", "Period"}
_COMMA = re.compile(r", (?:and )?(?:the )?")
_WORDS = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_HEADS = ORGANS | set(TITLES) | {word for post in POSTS for word in post.split()}
"""Words of which a capitalised phrase after "and the" names something of its own."""
_REST = re.compile(r" and [a-z-]+(?: [a-z-]+){0,2}(?=[,.;)])")
"""What ends a complement in small letters: "on South-South and triangular cooperation" (A/73/321)."""
_OF_PARTIES = re.compile(r" of (?:the )?(?:States )?Parties\b")
"""Parties to a treaty that meet are one of its bodies."""
_PREFIXES = {"AGREEMENT": "agr", "PROGRAMME": "prog", "EVENT": "event", "ORG": "org"}
_NAMED = frozenset(_PREFIXES)
_PARTS = frozenset({"ORG", "COUNTRY", "REGION", "PLACE", "AGREEMENT", "PROGRAMME", "SDG"})
"""What a title may have within it."""
_POINTING = ("the ", "The ", "that ", "this ", "This ", "said ", "same ", "new ")
_OPENING = re.compile(
    r" (?:on|of|for|to|against|between|among|concerning|regarding|relating to|related to|establishing|governing)(?: |$)"
)
_JOINT = re.compile(
    r"(?: (?:of|on|for|to|in|and|against|between|among|with|from|through|concerning|regarding|relating to|related to|establishing"
    r"|governing|or|de|la|le|du|des|et|sur|pour|del|y))?(?: (?:the|its|their|all|a|an))? "
)
_WORD = re.compile(r"[A-Z][\w'&/-]*")
_LISTED = re.compile(r", (?=[A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, [A-Z][\w' -]*){0,8},? and [A-Z])")
_YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d $")
_MOST_STEPS = 40


@dataclass(slots=True)
class Titler:
    """Reads the nouns of titles, one passage after another. `made` gains what no list has."""

    literals: Sequence[str]
    made: dict[str, Entity]
    antecedents: Antecedents
    index: int = 0
    text: str = ""

    def has_nouns(self, organs: Sequence[Hit]) -> bool:
        """Whether one of the nouns of bodies is one of titles, too."""
        return any(self.literals[key] in BODIES_TOO for key, _, _ in organs)

    def complete(
        self, index: int, seen: Seen, items: list[Mention], fixed: Sequence[Mention]
    ) -> list[Mention]:
        """The names of a passage with the titles in it; none is cut by what was read by rule."""
        self.index, self.text = index, seen.text
        ruled = sorted(fixed, key=START) if fixed else ()
        alone = self._titles(seen, items, ruled)
        if seen.events:
            for event in counted(index, seen, items, self.made):
                _put(event, items, ruled)
        for start, end in reversed(alone):
            _put(self._anaphor(start, end, items), items, ruled)
        return items

    def _titles(self, seen: Seen, items: list[Mention], ruled: Sequence[Mention]) -> list[tuple[int, int]]:
        """Add what the nouns of titles name; the nouns that may stand for something else, from the last to the first."""
        alone: list[tuple[int, int]] = []
        for kind, start, end in self._nouns(seen):
            if _is_bare(self.text, start, end):
                if self.text.endswith(_POINTING, 0, start):
                    alone.append((start, end))
            elif item := self._titled(kind, start, end, items):
                _put(item, items, ruled)
            else:
                alone.append((start, end))
        return alone

    def _nouns(self, seen: Seen) -> list[tuple[str, int, int]]:
        """The nouns from the last to the first: all words of "Strategy and Programming Framework" are the last one's."""
        literals = self.literals
        nouns = [(TITLES[literals[key]], start, end) for key, start, end in reversed(seen.titles)]
        if self.has_nouns(seen.organs):
            others = (hit for hit in seen.organs if literals[hit[0]] in BODIES_TOO)
            nouns += [(BODIES_TOO[literals[key]], start, end) for key, start, end in others]
            nouns.sort(key=itemgetter(1), reverse=True)
        return nouns

    def _titled(self, kind: str, start: int, end: int, items: Sequence[Mention]) -> Mention | None:
        earlier, later = near(items, start)
        if self._is_part(start, end, earlier):
            return None
        begin = self._left(start, earlier)
        stop = self._right(end, later) if _OPENING.match(self.text, end) else end
        if begin == start and stop == end:
            return None
        year = _YEAR.search(self.text, max(0, begin - 6), begin)
        begin, stop = begin if year is None else year.start(), trimmed(self.text, stop)
        count = count_before(self.text, begin) if kind == "EVENT" else None
        if count is not None:
            begin = count
        elif not self._is_telling((begin, stop), (start, end), items):
            return None
        if _OF_PARTIES.match(self.text, end):
            kind = "ORG"
        name = self.text[begin:stop]
        identifier = f"{_PREFIXES[kind]}:?{slug(name)}"
        self.made.setdefault(identifier, Entity(identifier, kind, name, status="unlisted"))
        return Mention(self.index, begin, stop, kind, (identifier,), None, "main", "title", 0.6)

    def _is_part(self, start: int, end: int, earlier: Sequence[Mention]) -> bool:
        """Whether a noun stands within a name, or before the noun of one ("Framework Agreement")."""
        follows = self.text[end : end + 2]
        if follows[:1] == " " and follows[1:].isupper():
            return True
        for item in reversed(earlier):
            if item[6] != "nested":
                return item[2] > start
        return False

    def _anaphor(self, start: int, end: int, items: Sequence[Mention]) -> Mention | None:
        """The noun, with the capitalised words before it, that stands for what was named before."""
        begin = leftwards(self.text, start, 0)[0]
        if not self.text.endswith(_POINTING, 0, begin):
            return None
        earlier = near(items, start)[0]
        if self._is_part(start, end, earlier):
            return None
        name = self.antecedents.of(self.text, begin, end, earlier, _NAMED)
        if name is None:
            return None
        return Mention(self.index, begin, end, name.type, name.ids, None, "coref", "anaphora", 0.8)

    def _left(self, start: int, earlier: Sequence[Mention]) -> int:
        """Where the capitalised words before the noun begin, with the bodies and states in front of them."""
        at = start
        inner: Mention | None = None
        for item in reversed(earlier):
            if item.layer != "main" or item.end > at:
                continue
            if inner is None or item.end + 2 != inner.start or item.ids != inner.ids:
                at = leftwards(self.text, at, item.end)[0]
                inner = item if at == item.end + 2 and self.text.startswith(") ", item.end) else None
                if inner is not None:
                    continue
                if at != item.end + 1 or self.text[item.end] not in " -/" or item.type not in _PARTS:
                    break
            at, inner = item.start, None
        else:
            at = leftwards(self.text, at, 0)[0]
        return at

    def _right(self, end: int, later: Sequence[Mention]) -> int:
        """Where the complement of a title ends: capitalised words and names, joined by small words."""
        at, is_between = end, False
        starts = {item.start: item for item in later[:_MOST_STEPS] if item.layer == "main"}
        for _ in range(_MOST_STEPS):
            joint = _LISTED.match(self.text, at) or _JOINT.match(self.text, at)
            joint = joint or (_COMMA.match(self.text, at) if is_between else None)
            if joint is None:
                break
            is_between = is_between or " between " in joint[0] or " among " in joint[0]
            item = starts.get(joint.end())
            is_other = not is_between and ("and " in joint[0] or joint[0].startswith(","))
            stop = self._word(joint, is_other) if item is None else _part(joint[0], item, is_other, at == end)
            if stop is None:
                break
            at = stop + 2 * self.text.startswith("'s ", stop)
        rest = _REST.match(self.text, at) if at > end else None
        return at if rest is None else rest.end()

    def _word(self, joint: re.Match[str], is_other: bool) -> int | None:
        """The end of the next word of a complement; none where it begins what stands beside the title."""
        word = _WORD.match(self.text, joint.end())
        if word is None or (is_other and word[0] in _NO_NAMES):
            return None
        if is_other and joint[0].endswith("the "):
            words = _WORDS.match(self.text, joint.end())
            if words is None or not _HEADS.isdisjoint(words[0].split()):
                return None
        return word.end()

    def _is_telling(self, name: tuple[int, int], noun: tuple[int, int], items: Sequence[Mention]) -> bool:
        """Whether a title has a word that makes it a name, not a kind of text ("Strategic Plan")."""
        (begin, stop), (start, end) = name, noun
        word = self.text[start:end]
        if word in CALENDAR:
            return self.text.startswith(_OF_ALL, begin) and stop - begin > len("United Nations ") + len(word)
        rest = f"{self.text[begin:start]} {self.text[end:stop]}"
        if word == "Forum" and not is_counted(self.text, begin):
            return False
        inside = [item for item in items if begin <= item.start and item.end <= stop and item.layer == "main"]
        for item in inside:
            rest = rest.replace(self.text[item.start : item.end], "")
        return any(each not in OF_ANY_TITLE for each in _WORD.findall(rest)) or any(
            item.type in _PARTS
            and not item.ids[0].startswith("org:un")
            and (item.type != "ORG" or item.start < start or " between " in rest)
            for item in inside
        )


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a noun plainly has no part of a name beside it: "the Agreement was signed"."""
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
    return before[:1].islower() and _OPENING.match(text, end) is None and not is_ordinal(before[:-1])


def _part(joint: str, item: Mention, is_other: bool, is_first: bool) -> int | None:
    """The end of a name that belongs to a complement; none where it stands beside the title, or has it."""
    is_seat = item.type == "PLACE" and " in " in joint
    has_title = item.type == "ORG" and ((" of " in joint and is_first) or " to " in joint)
    is_next = is_other and item.type != "REGION"
    return None if item.type not in _PARTS or is_seat or has_title or is_next else item.end


def _put(item: Mention | None, items: list[Mention], ruled: Sequence[Mention]) -> None:
    """Add a name, unless it overlaps with what was read by rule, in the order of its starts."""
    if item is not None and not any(item.start < each.end for each in near(ruled, item.end - 1)[0]):
        add(items, item)
