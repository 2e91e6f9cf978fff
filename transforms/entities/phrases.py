"""Nouns of bodies beside names -> the organisations that no list has: organs, unlisted bodies, anaphora.

"the Executive Committee of the Commonwealth of Independent States" -> an organ of `org:cis`;
"the Council" after "the Security Council" -> `org:un.sc` again;
"AU Liaison Office in Addis Ababa" -> a body of its own, `org:au` nested in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.entities.anaphora import MASSES, Antecedents
from transforms.entities.beside import START, add, is_cut, near
from transforms.entities.events import is_counted
from transforms.entities.local import slug
from transforms.entities.seen import Seen
from transforms.entities.unlisted import COMPLEMENT, Phrase, around, is_telling
from transforms.entities.words import OF_STATES, POSTS, SPOKEN_TO, STRONG
from transforms.gazetteer import Gazetteer
from transforms.passages import Entity, Mention

_NOT_BODIES = frozenset({"Fund", "Community"})
_UNITS = frozenset(
    {
        "Team",
        "Force",
        "Brigade",
        "Service",
        "Group",
        "Mechanism",
        "Cluster",
        "Cell",
        "Police",
        "Forces",
        "Network",
    }
)
_NAMES = frozenset({"ORG", "COUNTRY"})
_BESIDE = frozenset({"ORG", "COUNTRY", "REGION", "PLACE"})
_SEATED = frozenset({"Office", "Mission"})
_CONFIDENCE = {"organ": 0.95, "organ-unlisted": 0.75, "anaphora": 0.8, "pattern": 0.6}
_OPENINGS = frozenset({"of ", "for", "on ", "aga", "to ", "in ", "at "})
_HOLDERS = (*POSTS, "Co-Chair", "Director", "Secretary-General", "Member", "Coordinator")
"""Posts that may stand behind the name of their body: "Abyei Joint Oversight Committee Co-Chair" (S/2025/269)."""
_DIVISIONS = frozenset({"Division", "Branch", "Section", "Bureau", "Desk", "Directorate"})
_JOINED = re.compile(r"(?:, and |, | and )(?:the )?")
_OPEN = STRONG | {"Network"}
"""Nouns that take a complement where no word stands before them: "Institute of Peace"."""
_ABROAD = re.compile(r" (?:in|to|at) (?:the )?")


class Noun(NamedTuple):
    """A noun of a body in its phrase, between the names before and after it."""

    word: str
    phrase: Phrase
    parent: Mention | None
    before: Sequence[Mention]
    after: Sequence[Mention]


@dataclass(slots=True)
class Announcer:
    """Reads the nouns of one passage after another. `made` gains the bodies that no list has."""

    gazetteer: Gazetteer
    literals: Sequence[str]
    known: dict[str, Entity]
    made: dict[str, Entity]
    antecedents: Antecedents
    index: int = 0
    text: str = ""

    def complete(
        self, index: int, seen: Seen, items: list[Mention], fixed: Sequence[Mention]
    ) -> list[Mention]:
        """The names of a passage with those that its nouns announce; none is cut by what was read by rule."""
        self.index, self.text = index, seen.text
        ruled = sorted(fixed, key=START)
        reach = 0
        for key, start, end in seen.organs:
            if start < reach:
                continue
            item = self._announced(self.literals[key], start, end, items)
            if item is not None and not is_cut(item, ruled):
                reach = item.end
                add(items, item)
        return items

    def _announced(self, word: str, start: int, end: int, items: list[Mention]) -> Mention | None:
        earlier, later = near(items, start)
        before = next((item for item in reversed(earlier) if item.layer == "main"), None)
        after = next((item for item in later if item.type in _NAMES or self._is_seat(item)), None)
        if before is not None and before.end > start:
            return None
        floor, ceiling = before.end if before else 0, after.start if after else len(self.text)
        if _is_bare(self.text, start, end) and (before is None or before.end + 1 < start):
            return self._anaphor(start, end, earlier)
        if word in MASSES and self.text.startswith((" in ", " at ", " to "), end):
            ceiling = end
        phrase = self._whole(around(self.text, (start, end), (floor, ceiling), word in _OPEN), later)
        parent = before if before is not None and self._is_beside(before, phrase) else None
        noun = Noun(word, phrase, parent, earlier, later)
        if parent is None:
            referred = None if phrase.right else self._anaphor(phrase.start, phrase.end, earlier)
            return self._organ(noun) or referred or self._unlisted(noun)
        return self._unlisted(noun)

    def _whole(self, phrase: Phrase, later: Sequence[Mention]) -> Phrase:
        """The phrase with all of the name that its end would cut: "… in Asia and the Pacific"."""
        cut = next((item for item in later if item.start < phrase.end < item.end), None)
        return phrase if cut is None else phrase._replace(end=cut.end)

    def _is_seat(self, item: Mention) -> bool:
        return item.type == "PLACE" and self.text.endswith((" in ", " at "), 0, item.start)

    def _is_beside(self, item: Mention, phrase: Phrase) -> bool:
        return item.end + 1 == phrase.start and self.text[item.end] == " " and item.type in _BESIDE

    def _organ(self, noun: Noun) -> Mention | None:
        """An organ before its body: "Peace and Security Council of the African Union"."""
        start, end = noun.phrase.start, noun.phrase.end
        joint = COMPLEMENT.match(self.text, end)
        body = next((item for item in noun.after if item.start == joint.end()), None) if joint else None
        if joint is None or body is None or body.type not in _NAMES:
            return None
        words = self.text[start:end]
        if body.type == "COUNTRY":
            return self._of_a_state(noun, words, body)
        known = self.gazetteer.organs.get((body.ids[0], words))
        if known is not None:
            return self._mention(start, end, known, "organ")
        if body.ids[0] == "org:un" or joint[0].startswith(" to ") or words in _NOT_BODIES:
            return None
        return self._mention(
            start, end, self._made(f"{body.ids[0]}.{slug(words)}", words, body.ids[0]), "organ-unlisted"
        )

    def _of_a_state(self, noun: Noun, words: str, state: Mention) -> Mention | None:
        """A body before its state: "Ministry of Finance of China" -> `org:?chn.ministry-of-finance`."""
        phrase = noun.phrase
        if noun.word not in OF_STATES or not (phrase.left or phrase.right or noun.word == "Parliament"):
            return None
        identifier = f"org:?{state.ids[0].partition(':')[2].lower()}.{slug(words)}"
        return self._mention(
            phrase.start, phrase.end, self._made(identifier, words, state.ids[0]), "organ-unlisted"
        )

    def _anaphor(self, start: int, end: int, earlier: Sequence[Mention]) -> Mention | None:
        body = self.antecedents.of(self.text, start, end, earlier)
        return None if body is None else self._mention(start, end, body.ids[0], "anaphora")

    def _unlisted(self, noun: Noun) -> Mention | None:
        phrase, parent = noun.phrase, noun.parent
        if noun.word == "Forum" and is_counted(self.text, phrase.start if parent is None else parent.start):
            return None
        if noun.word in _NOT_BODIES or self._goes_on(noun) or (parent is None and not self._is_name(noun)):
            return None
        start = phrase.start if parent is None else self._joined_start(parent, noun.before)
        end = self._seated(noun) if noun.word not in _DIVISIONS else self._ranging(noun)
        name = self.text[start:end]
        if parent is None or parent.type != "ORG" or start < parent.start:
            return self._mention(start, end, self._made(f"org:?{slug(name)}", name, None), "pattern")
        own = self.text[phrase.start : end]
        known = self.gazetteer.organs.get((parent.ids[0], own))
        identifier = known or self._made(f"{parent.ids[0]}.{slug(own)}", name, parent.ids[0])
        return self._mention(start, end, identifier, "organ" if known else "pattern")

    def _goes_on(self, noun: Noun) -> bool:
        """Whether another capitalised word follows that begins no name: then the noun is not the name's head."""
        end = noun.phrase.end
        is_capital = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        return (
            is_capital
            and not self.text.startswith(_HOLDERS, end + 1)
            and not (noun.after and noun.after[0].start == end + 1)
        )

    def _is_name(self, noun: Noun) -> bool:
        phrase = noun.phrase
        if noun.word not in STRONG:
            is_full = phrase.left > 1 and noun.word in _UNITS
        elif phrase.left == 0 and noun.word in SPOKEN_TO:
            is_full = self.text.startswith((" of ", " for "), phrase.end - len(self._complement(noun)))
        else:
            is_full = phrase.left + phrase.right > 0
        return is_full and is_telling(self.text, phrase)

    def _complement(self, noun: Noun) -> str:
        phrase = noun.phrase
        return self.text[phrase.start + len(noun.word) : phrase.end]

    def _joined_start(self, parent: Mention, before: Sequence[Mention]) -> int:
        """Where a joint body's name begins: "United Nations-European Union Steering Committee"."""
        if parent.start and self.text[parent.start - 1] == "-":
            other = next(
                (item for item in before if item.end == parent.start - 1 and item.type in _BESIDE), None
            )
            return parent.start if other is None else other.start
        return parent.start

    def _seated(self, noun: Noun) -> int:
        """The end of the phrase with the seat of an office: "AU Liaison Office in Addis Ababa"."""
        phrase = noun.phrase
        has_seat = noun.word in _SEATED and (noun.parent is not None or phrase.left > 0)
        joint = _ABROAD.match(self.text, phrase.end) if has_seat else None
        seat = next((item for item in noun.after if item.start == joint.end()), None) if joint else None
        return seat.end if seat and seat.type in ("COUNTRY", "PLACE", "REGION") else phrase.end

    def _ranging(self, noun: Noun) -> int:
        """The end of the phrase with the rest of the parts of the world it lists: "Division for Arab States, Europe and …"."""
        end = noun.phrase.end
        parts = [
            item for item in noun.after if item.type in ("REGION", "COUNTRY") or item.ids == ("org:cis",)
        ]
        if not any(part.end == end for part in parts):
            return end
        joint = ""
        while joint.find("and") < 0 and (joined := _JOINED.match(self.text, end)):
            part = next((part for part in parts if part.start == joined.end()), None)
            if part is None:
                break
            joint, end = joined[0], part.end
        return end if "and" in joint else noun.phrase.end

    def _made(self, identifier: str, name: str, parent: str | None) -> str:
        if identifier not in self.gazetteer.entities and identifier not in self.known:
            self.made.setdefault(identifier, Entity(identifier, "ORG", name, None, parent, status="unlisted"))
        return identifier

    def _mention(self, start: int, end: int, identifier: str, method: str) -> Mention:
        layer = "coref" if method == "anaphora" else "main"
        return Mention(self.index, start, end, "ORG", (identifier,), None, layer, method, _CONFIDENCE[method])


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether the noun plainly has no part of a name beside it: "the Council decided"."""
    if text[end : end + 1] == " " and (
        text[end + 1 : end + 2].isupper() or text[end + 1 : end + 4] in _OPENINGS
    ):
        return False
    word = (
        text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if start > 1 and text[start - 1] == " " else "?"
    )
    return word.islower() or word == "The"
