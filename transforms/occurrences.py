"""Dates that govern an event -> what happened when, where, and who took part.

A date alone is no event: it must follow a word for one ("a meeting held in Rabat in July 2018", "signed in March 2010")
or open a sentence whose verb is one ("In May 2017, the Department and OIC held a session").

>>> [(o.kind, o.edtf, o.participants) for o in find(passages, findings)]  # "In May 2017, the Department met with OIC."
[('meeting', '2017-05', ('org:oic', 'org:un.dpa'))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from transforms.parties import Party, beside, groups, lead, parties
from transforms.passages import Findings, Mention, Passage
from transforms.sentences import LONGEST, Span, spans

_NOUNS: Mapping[str, str] = {
    "meeting": "meeting meetings dialogue dialogues consultation consultations talks discussion discussions roundtable retreat",
    "session": "session sessions",
    "conference": "conference conferences summit summits forum symposium congress",
    "workshop": "workshop workshops seminar seminars course courses training exercise",
    "mission": "mission missions",
    "visit": "visit visits",
    "signing": "signing signature",
    "adoption": "adoption",
    "election": "election elections referendum",
    "launch": "launch inauguration",
    "establishment": "establishment",
    "deployment": "deployment",
    "briefing": "briefing briefings",
}
_VERBS: Mapping[str, str] = {
    "meeting": "met",
    "visit": "visited travelled traveled",
    "signing": "signed initialled",
    "adoption": "adopted",
    "election": "elected re-elected",
    "launch": "launched inaugurated",
    "establishment": "established created founded",
    "deployment": "deployed",
    "briefing": "briefed",
    "appointment": "appointed",
}
_GENERAL = "held hold organized organised co-organized hosted co-hosted convened conducted undertook undertaken attended participated took opened co-chaired chaired facilitated"
"""Verbs that need a noun to say what happened."""
KINDS = tuple(dict.fromkeys((*_NOUNS, *_VERBS)))
_NOUN = {word: kind for kind, words in _NOUNS.items() for word in words.split()}
_VERB = {word: kind for kind, words in _VERBS.items() for word in words.split()} | dict.fromkeys(
    _GENERAL.split(), ""
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_OPENS = re.compile(
    r"(?:[A-Z][\w ]{0,30}, )?(?:In|On|From|Between|in|on|from|between) (?:the )?(?:early |late |mid-|the end of )*$"
)
_FOLLOWS = re.compile(r"\b(?:in|on|from|between|of|at) (?:the )?(?:early |late |mid-|end of )*$")
_AND = re.compile(r",? (?:and|and in|and on|,) (?:again )?(?:in |on )?$")
_PLANNED = re.compile(r"\b(?:will|would|shall|to be|should|scheduled|planned|expected)\b")
_NO_EVENT = re.compile(
    r" (?:results?|process|periods?|campaigns?|cycle|assistance|support|observers?|reports?|records?|rooms?|documents?|agenda|materials?|areas?|services|capacity)\b"
)
"""Words after which a noun is none for an event: "the referendum results"."""
_ADJECTIVE = re.compile(r"\b(?:newly|recently|previously|the) $")
"""Before a participle that only tells whom: "the newly appointed Governor"."""
_BREAK = re.compile(r"[;:]|, (?:while|whereas|all of|some of|most of)\b")
_AFTER_VERB = 120
_BEFORE_DATE = 150
_SUBJECT = 170
_NOUN_TO_DATE = 80
_DEEDS = frozenset({"signing", "adoption", "launch", "establishment", "deployment"})
"""Nouns of a deed, which its object may part from its date: "the adoption of the Road Map on Youth, in January 2017"."""
_NAMES = frozenset({"ORG", "POST", "AGREEMENT", "PROGRAMME", "WORK", "RESOLUTION"})
_NEAR = 200
_BESIDE = 35
_OUTSIDE = frozenset({"of", "for", "in", "at", "from", "on", "through", "under", "into", "within", "against", "about", "regarding", "concerning", "towards", "to"})  # fmt: skip


class Occurrence(NamedTuple):
    """One event: `passage.text[start:end]` is the word for it, in the sentence `sentence`."""

    passage: int
    start: int
    end: int
    sentence: Span
    kind: str
    edtf: str
    is_planned: bool
    participants: tuple[str, ...]
    place_id: str | None
    confidence: float


class _Sentence(NamedTuple):
    text: str
    start: int
    end: int
    near: Sequence[Mention]


class _Cue(NamedTuple):
    start: int
    end: int
    kind: str
    is_verb: bool


class _Event(NamedTuple):
    date: Mention
    cue: _Cue
    confidence: float


def find(
    passages: Sequence[Passage], findings: Findings, speaker: str | None = None
) -> tuple[Occurrence, ...]:
    """The events of each sentence in order, one for each date that governs one; notes are left out, for they cite."""
    known = {entity.id: entity for entity in findings.entities}
    found: list[Occurrence] = []
    for at, group in groupby(findings.mentions, attrgetter("passage")):
        if passages[at].is_footnote:
            continue
        named = sorted((m for m in group if m.layer != "nested"), key=attrgetter("start"))
        dates = [m for m in named if m.type == "DATE" and m.layer == "main"]
        if not dates:
            continue
        text = passages[at].text
        acting: list[Party] | None = None  # made where an event is found, for most dates govern none
        for start, end in spans(text):
            inside = [d for d in dates if start <= d.start and d.end <= end]
            if not inside or end - start > LONGEST:
                continue
            near = [m for m in named if start <= m.start and m.end <= end]
            sentence = _Sentence(text, start, end, near)
            for event in _events(sentence, inside):
                if acting is None:
                    acting = parties(text, named, known, speaker if speaker in known else None)
                who = _participants(sentence, event.cue, [p for p in acting if start <= p.start < end])
                found.append(_occurrence(at, sentence, event, who))
    return tuple(found)


def _events(sentence: _Sentence, dates: Sequence[Mention]) -> Iterator[_Event]:
    """The dates that govern an event, with the word for it and how sure it is."""
    cues: list[_Cue] | None = None
    before: tuple[_Cue, float] | None = None
    last = sentence.start
    for date in dates:
        is_opening = _OPENS.match(sentence.text, sentence.start, date.start) is not None
        is_another = before is not None and _AND.match(sentence.text[last : date.start])
        if is_opening or (
            not is_another and _FOLLOWS.search(sentence.text, max(last, date.start - 30), date.start)
        ):
            cues = _cues(sentence) if cues is None else cues
            before = (_opened if is_opening else _followed)(sentence, date, cues)
        elif not is_another:
            before = None
        last = date.end
        if before is not None:
            yield _Event(date, *before)


def _occurrence(at: int, sentence: _Sentence, event: _Event, participants: tuple[str, ...]) -> Occurrence:
    date, cue, sure = event
    tense = _PLANNED.search(sentence.text, max(sentence.start, cue.start - 40), max(cue.end, date.start))
    return Occurrence(
        at, cue.start, cue.end, (sentence.start, sentence.end), cue.kind, date.ids[0].removeprefix("edtf:"), tense is not None,
        participants, beside(sentence.near, "PLACE", cue.start, cue.end), sure,
    )  # fmt: skip


def _cues(sentence: _Sentence) -> list[_Cue]:
    """The words for events; none inside a name, and no deed with a capital, which is a title's ("Right of Establishment")."""
    text = sentence.text
    names = [(m.start, m.end) for m in sentence.near if m.type in _NAMES and m.layer == "main"]
    found = []
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        form = word[0].lower()
        kind = _VERB.get(form, _NOUN.get(form))
        if kind is None or (kind in _DEEDS and word[0] != form and word.start() > sentence.start):
            continue
        is_verb = form in _VERB
        is_other = (
            _ADJECTIVE.search(text, word.start() - 12, word.start())
            if is_verb
            else _NO_EVENT.match(text, word.end())
        )
        if not is_other and not any(first <= word.start() < last for first, last in names):
            found.append(_Cue(word.start(), word.end(), kind, is_verb))
    return found


def _opened(sentence: _Sentence, date: Mention, cues: Sequence[_Cue]) -> tuple[_Cue, float] | None:
    """The event of a sentence that the date opens, and how sure it is: its first verb."""
    verb = next((c for c in cues if c.is_verb and c.start > date.end), None)
    if verb is None or verb.start - date.end > _SUBJECT or _BREAK.search(sentence.text, date.end, verb.start):
        return None
    said = _said(sentence.text, verb, cues)
    return (said, 0.85) if said else None


def _followed(sentence: _Sentence, date: Mention, cues: Sequence[_Cue]) -> tuple[_Cue, float] | None:
    """The event that the date follows, and how sure it is: the nearest verb or noun before it."""
    for cue in reversed([c for c in cues if 0 <= date.start - c.end <= _BEFORE_DATE]):
        gap = sentence.text[cue.end : date.start]
        if _BREAK.search(gap):
            return None
        said = _said(sentence.text, cue, cues) if cue.is_verb else cue
        if cue.is_verb or cue.kind in _DEEDS:
            return (said, 0.9) if said else None
        if len(gap) <= _NOUN_TO_DATE and "," not in gap:
            return cue, 0.9 if len(gap) < _NOUN_TO_DATE // 2 else 0.75
    return None


def _said(text: str, verb: _Cue, cues: Sequence[_Cue]) -> _Cue | None:
    """The verb itself where it tells what happened, else the noun that is held, attended or takes place."""
    if verb.kind:
        return verb
    is_passive = text[: verb.start].endswith((", ", "was ", "were ", "be ", "been ", "also "))
    before = [c for c in cues if not c.is_verb and c.end < verb.start and verb.start - c.end <= _NEAR]
    after = [c for c in cues if not c.is_verb and c.start > verb.end and c.start - verb.end <= _AFTER_VERB]
    took_place = text.startswith("took place", verb.start)
    first, second = (before[-1:], after[:1]) if is_passive or took_place else (after[:1], before[-1:])
    return next(iter((*first, *second)), None)


def _participants(sentence: _Sentence, cue: _Cue, acting: Sequence[Party]) -> tuple[str, ...]:
    """Who takes part: subjects, objects, those after "with", "by" or "between", and whose meeting or session it is.

    A State named after a place ("in Bali, Indonesia") is where the place lies.
    """
    text = sentence.text
    places = {m.end for m in sentence.near if m.type == "PLACE"}
    found: set[str] = set()
    for group in groups(text, acting):
        is_far = max(group.start - cue.end, cue.start - group.end) > _NEAR
        if is_far or group.start - len(", ") in places:
            continue
        preposition = lead(text, sentence.start, group.start).preposition
        is_its_own = preposition == "of" and 0 <= group.start - cue.end <= len(" of the ")
        is_joined = 0 <= cue.start - group.end <= _BESIDE and "," not in text[group.end : cue.start]
        is_goal = preposition == "to" and cue.kind == "visit"
        if preposition not in _OUTSIDE or is_its_own or is_joined or is_goal:
            found.update(p.id for p in group.parties)
    return tuple(sorted(found))
