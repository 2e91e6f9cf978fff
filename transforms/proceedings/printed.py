"""Votes that a document prints: how many for, against and abstaining, and who, in the six languages.

>>> tally("Adopted by a recorded vote of 29 to 11, with 7 abstentions.").counts
(29, 11, 7)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.passages import Passage
from transforms.proceedings.states import Roll
from transforms.proceedings.values import Ballot

_N = r"(?:\d{1,3}|none|no|one|two|three|four|five|six|seven|eight|nine|ten|ninguno|ninguna|zéro|zero)"
_COUNTED = re.compile(
    "|".join(
        (
            rf"(?:votes? of|by) (?P<en1>{_N})(?: votes?)?(?: in favour)? (?:to|against) (?P<en2>{_N})(?: against)?(?:,? (?:with|and) (?P<en3>{_N}) abstentions?)?",
            rf"(?P<ep1>{_N}) votes? in favour,? (?P<ep2>{_N})(?: votes?)? against,?(?: and| with)? (?P<ep3>{_N}) abstentions?",
            rf"par (?P<fr1>{_N}) voix (?:pour )?contre (?P<fr2>{_N})(?:,? (?:avec|et) (?P<fr3>{_N}) abstentions?)?",
            rf"por (?P<es1>{_N}) votos (?:a favor )?contra (?P<es2>{_N})(?:,? (?:y|con|e) (?P<es3>{_N}) abstenci(?:ones|ón))?",
            r"(?P<ru1>\d{1,3}) голос(?:ами|ом|а|ов)? против (?P<ru2>\d{1,3})(?: голос\w*)?(?:,? при (?P<ru3>\d{1,3}) воздержавш\w+)?",
            r"(?P<zh1>\d{1,3})\s?票(?:赞成)?对\s?(?P<zh2>\d{1,3})\s?票(?:反对)?[、，,]\s?(?P<zh3>\d{1,3})\s?票弃权",
            r"(?P<ar1>\d{1,3}) (?:صوت\w*|أصوات) مقابل (?P<ar2>\d{1,3})(?: (?:صوت\w*|أصوات))?،? (?:مع |و)?امتناع (?P<ar3>\d{1,3})",
        )
    ),
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout a (?:recorded )?vote\b|\bsans (?:vote|[^.;]{0,30}?(?:mise?|mettre) aux voix)\b|\bsin (?:someter\w* a )?votación\b|"
    r"\bбез голосования\b|未经表决|(?:بدون|دون) تصويت",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"adopt|approv|aprob|приня|приним|通过|اعت\W{0,2}مد|اتخذ", re.IGNORECASE)
_REJECTED = re.compile(r"\breject|\brejet|\brechaz|отклон|否决|未获通过|رفض", re.IGNORECASE)
_TRIGGER = re.compile(r"vot|voix|голос|票|表决|تصويت|صوت", re.IGNORECASE)
_SIDES = (
    ("yes", r"in favou?r|voted for|ont voté pour|votos a favor|(?:голосовали )?за|赞成|المؤيدون"),
    ("no", r"against|ont voté contre|votos en contra|(?:голосовали )?против|反对|المعارضون"),
    (
        "abstaining",
        r"abstaining|abstentions?|se sont abstenus?|abstenciones|воздержались|弃权|الممتنعون(?: عن التصويت)?",
    ),
)
_SIDE = re.compile(
    "|".join(rf"(?P<{side}>\A\W*(?:{words})\s*[:：])" for side, words in _SIDES), re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;。；](?=\s|\Z)")
_WORDS = {
    "none": 0, "no": 0, "ninguno": 0, "ninguna": 0, "zéro": 0, "zero": 0, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
REACH = 8
"""Passages after the one that gives the counts in which the names stand: a label and a list for each side."""
AROUND = 1_000
"""Characters before and behind a vote in which its verb is looked for."""
LISTED = 3
"""Names at least in a list whose side is said in the passage before."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote as printed; `counts` is None where it was adopted without one."""

    start: int
    end: int
    counts: tuple[int, int, int] | None
    is_adopted: bool | None


def tally(text: str) -> Tally | None:
    """The first vote that a text gives; None where it gives none."""
    return next(tallies(text), None)


def tallies(text: str) -> Iterator[Tally]:
    """Every vote that a text gives, in order; a sentence that neither adopts nor rejects must give counts."""
    if _TRIGGER.search(text) is None:
        return
    for match in sorted((*_COUNTED.finditer(text), *_WITHOUT.finditer(text)), key=lambda m: m.start()):
        before = _sentence(text, match.start())
        is_rejected = _REJECTED.search(before) is not None
        is_adopted = _ADOPTED.search(before) is not None
        counts = _counts(match)
        if counts is None and not is_adopted:
            continue
        yield Tally(
            match.start(), match.end(), counts, False if is_rejected else True if is_adopted else None
        )


def ballots(passages: Sequence[Passage], after: int, roll: Roll) -> tuple[Ballot, ...]:
    """Who voted how, in the passages that follow the one with the counts."""
    found: list[Ballot] = []
    side: str | None = None
    for passage in passages[after + 1 : after + 1 + REACH]:
        label = _SIDE.match(passage.text)
        if label is None and side is None:
            break
        side = label.lastgroup if label is not None else side
        names = passage.text[label.end() if label else 0 :]
        called = roll.call(names.strip(" .[]"))
        if label is None and len(called) < LISTED and not all(name.entity_id for name in called):
            break
        found.extend(Ballot(str(side), name.name, name.entity_id) for name in called)
        side = None if called else side
    return tuple(found)


def _sentence(text: str, end: int) -> str:
    """The sentence that reaches to a place, the words right behind it included: in Chinese the verb is last."""
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, max(0, end - AROUND), end)), default=max(0, end - AROUND)
    )
    stop = _SENTENCE.search(text, end, end + AROUND)
    return text[start : stop.start() if stop else end + AROUND]


def _counts(match: re.Match[str]) -> tuple[int, int, int] | None:
    given = {name[-1]: value for name, value in match.groupdict().items() if value is not None}
    if not given:
        return None
    yes, no, abstaining = (_number(given.get(place, "0")) for place in "123")
    return yes, no, abstaining


def _number(word: str) -> int:
    return _WORDS[word.lower()] if word.lower() in _WORDS else int(word)
