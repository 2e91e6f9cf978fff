"""Sentences -> who works with whom: a body of the United Nations system and a partner outside it.

Two names in one sentence prove nothing; a pair is read where grammar ties the names:

- `compound`: "United Nations-African Union cooperation";
- `between`: "a memorandum of understanding between UNHCR and the League of Arab States";
- `jointly`: both are the subject of one act: "UNODC and INTERPOL have worked together", "organized by UNDP and the EU";
- `with`: "ESCAP worked closely with ASEAN", "in cooperation with OSCE, the Office organized";
- `support`: one helps the other: "UNFPA provided support to the African Union", "with the support of UNHCR, the Council of Europe";
- `contact`: one meets, visits, briefs, invites or joins the other: "the Department briefed the OSCE secretariat".

>>> [(p.un_id, p.partner_id, p.form, p.cue) for p in find(passages, findings)]
[('org:un.escap', 'org:asean', 'with', 'worked')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from transforms.parties import Group, Lead, Party, groups, is_of_system, lead, parties
from transforms.partnerships import grammar
from transforms.passages import Entity, Findings, Mention, Passage
from transforms.sentences import LONGEST, Span, spans

_HYPHENS = ("-", "\u2013", "\u2011", "\u2010", " - ", " \u2013 ")
_OBLIQUE = re.compile(
    r"\b(?:of|for|in|to|at|from|by|with|through|on|under|into|within|against) (?:the |its |an? )?$"
)
_SOURCES = (" from ", " from the ", " by ", " by the ")
_IT = re.compile(r"It (?!(?:is|was|will be|would be|has been|may be|remains|should be) (?!\w+ing\b))")
"""Stands for the subject of the sentence before, unless it stands for nothing: "It was decided that"."""
_YEAR = re.compile(r"\b\d{4}\b")
_OWN_REPORT = re.compile(r"(?:Consolidated )?Report of the Secretary-General", re.IGNORECASE)
_REACH = 200
_REACH_OF_NOUN = 70
_OPENING = 8
"""Words before the cue of a phrase that opens a sentence: "In February 2008, in cooperation with"."""
_SURE = {"compound": 0.95, "between": 0.9, "with": 0.9, "jointly": 0.85, "support": 0.8, "contact": 0.75}


class Partnership(NamedTuple):
    """One pair in one sentence: `passage.text[start:end]` is the sentence, `cue` the word in it that tells of the tie, near `at`."""

    passage: int
    start: int
    end: int
    un_id: str
    partner_id: str
    form: str
    cue: str
    at: int
    is_called_for: bool
    year: int | None
    confidence: float


class _Tie(NamedTuple):
    form: str
    cue: str
    at: int
    left: tuple[str, ...]
    right: tuple[str, ...]


class _Sentence(NamedTuple):
    text: str
    start: int
    end: int
    lists: Sequence[Group]


def speaker_of(author: str | None) -> str | None:
    """The body for which "I" stands, by whose document it is: the United Nations in a report of its Secretary-General."""
    return "org:un" if author and _OWN_REPORT.match(author) else None


def find(
    passages: Sequence[Passage], findings: Findings, speaker: str | None = None
) -> tuple[Partnership, ...]:
    """The pairs of each sentence in order, each once, under the surest form that ties them.

    Args:
        passages: the texts; footnotes are left out, for they cite.
        findings: what is named in them.
        speaker: the body for which "I" stands.
    """
    known = {entity.id: entity for entity in findings.entities}
    speaker = speaker if speaker in known else None
    found: list[Partnership] = []
    for at, group in groupby(findings.mentions, attrgetter("passage")):
        if passages[at].is_footnote:
            continue
        named = sorted(group, key=attrgetter("start"))
        sides = {is_of_system(m.ids[0]) for m in named if m.type == "ORG"}
        if sides == {True, False} or (speaker and False in sides):
            found.extend(_in_passage(at, passages[at].text, named, known, speaker))
    return tuple(found)


def _in_passage(
    at: int, text: str, named: Sequence[Mention], known: Mapping[str, Entity], speaker: str | None
) -> Iterator[Partnership]:
    acting = parties(text, named, known, speaker)
    compounds = _compounds(text, named)
    if not compounds and {True, False} - {party.is_un for party in acting}:
        return
    for (start, end), within in _sentences(text, acting):
        is_two_sided = len(within) > 1 and {True, False} <= {party.is_un for party in within}
        if (not is_two_sided and not compounds) or end - start > LONGEST:
            continue
        sentence = _Sentence(text, start, end, groups(text, within) if is_two_sided else ())
        sure: dict[tuple[str, str], _Tie] = {}
        for tie in (*(c for c in compounds if start <= c.at < end), *_ties(sentence)):
            for pair in _pairs(tie):
                if pair not in sure or _SURE[tie.form] > _SURE[sure[pair].form]:
                    sure[pair] = tie
        if sure:
            year = _year((start, end), named)
            asked = grammar.asked_from(text[start:end])
            for (un_id, partner_id), tie in sure.items():
                is_asked = asked is not None and start + asked < tie.at
                yield Partnership(at, start, end, un_id, partner_id, tie.form, tie.cue, tie.at, is_asked, year, _SURE[tie.form])  # fmt: skip


def _sentences(text: str, acting: Sequence[Party]) -> Iterator[tuple[Span, list[Party]]]:
    """The sentences with the parties in each; "It" at the beginning is the subject of the one before."""
    subject: Party | None = None
    for start, end in spans(text):
        within = [party for party in acting if start <= party.start < end]
        if subject and _IT.match(text, start):
            within = [subject._replace(start=start, end=start + len("It")), *within]
        elif not text.startswith("It ", start):
            subject = within[0] if within and text[start : within[0].start] in ("", "The ") else None
        yield (start, end), within


def _pairs(tie: _Tie) -> Iterator[tuple[str, str]]:
    """(UN body, partner) for each of one side with each of the other."""
    for one in tie.left:
        for other in tie.right:
            if is_of_system(one) != is_of_system(other):
                yield (one, other) if is_of_system(one) else (other, one)


def _compounds(text: str, named: Sequence[Mention]) -> list[_Tie]:
    """A name joined to a name ("United Nations-African Union"), inside the name of an agreement too, but not inside the name of a body."""
    bodies = [m for m in named if m.type == "ORG"]
    found: list[_Tie] = []
    chain: list[Mention] = []
    for one, other in pairwise(bodies):
        is_joined = 0 < other.start - one.end <= 3 and text[one.end : other.start] in _HYPHENS
        if not is_joined or any(
            m.layer == "main" and m.start <= one.start and other.end <= m.end for m in bodies
        ):
            continue
        chain = [*chain, other] if chain and chain[-1] is one else [one, other]
        cue = grammar.first(text[other.end : other.end + _REACH_OF_NOUN].split(".", maxsplit=1)[0])
        found.append(
            _Tie(
                "compound",
                cue or text[one.start : other.end],
                one.start,
                tuple(m.ids[0] for m in chain[:-1]),
                (other.ids[0],),
            )
        )
    return found


def _ties(sentence: _Sentence) -> Iterator[_Tie]:
    for place, group in enumerate(sentence.lists):
        ruled = lead(sentence.text, sentence.start, group.start)
        if group.is_mixed:
            yield from _of_one_list(sentence, group, ruled)
        if ruled.preposition == "with":
            yield from _of_with(sentence, place, ruled.before)
        elif ruled.preposition in ("by", "from", "of", "in"):
            cue = next((w for w in reversed(ruled.before.split()[-2:]) if w in grammar.HELPED), None)
            if cue:
                yield from _towards("support", cue, sentence, place)
        if place:
            yield from _of_verbs(sentence, place, ruled)


def _of_one_list(sentence: _Sentence, group: Group, ruled: Lead) -> Iterator[_Tie]:
    """Both sides stand in one list: "between A and B", "organized by A and B", "A and B launched"."""
    sides = (group.of(is_un=True), group.of(is_un=False))
    if ruled.preposition in grammar.BETWEEN:
        cue = grammar.nearest(ruled.before[-_REACH_OF_NOUN:]) or ruled.printed
        yield _Tie("between", cue, group.start, *sides)
    elif ruled.preposition in ("by", "of", "from") and (found := grammar.DONE_BY.search(ruled.before)):
        yield _Tie("jointly", found["cue"].split()[0], group.start, *sides)
    elif found := grammar.TOGETHER.match(sentence.text[group.end : min(sentence.end, group.end + _REACH)]):
        yield _Tie("jointly", found["cue"], group.end + found.start("cue"), *sides)


def _of_with(sentence: _Sentence, place: int, before: str) -> Iterator[_Tie]:
    """With: "A cooperated with B", "in cooperation with B, A launched", "A, with B support"."""
    if found := grammar.WITH_HELP.match(sentence.text, sentence.lists[place].end):
        yield from _towards("support", found["cue"], sentence, place)
    elif cue := grammar.nearest(before):
        yield from _towards("with", cue, sentence, place)


def _towards(form: str, cue: str, sentence: _Sentence, place: int) -> Iterator[_Tie]:
    """The ties of the list at `place` with the other side, which stands before the cue or opens the main clause."""
    group = sentence.lists[place]
    before = sentence.text.rfind(cue, sentence.start, group.start)
    at = group.start if before < 0 or form == "support" else before
    for is_un in (True, False):
        ids = group.of(is_un=is_un)
        if ids and (other := _other_side(sentence, place, at, is_un=not is_un)):
            yield _Tie(form, cue, at, other, ids)


def _of_verbs(sentence: _Sentence, place: int, ruled: Lead) -> Iterator[_Tie]:
    """A list and what is said of it by one of the two before: "A supported B", "A briefed B"."""
    text, other = sentence.text, sentence.lists[place]
    for one in sentence.lists[max(0, place - 2) : place]:
        if other.start - one.end > _REACH or text[one.start - 9 : one.start].endswith(_SOURCES):
            continue
        between = text[one.end : other.start]
        for form, rule in (("support", grammar.HELPS), ("contact", grammar.TOUCHES)):
            found = rule.match(between)
            if found and grammar.reaches(between[found.end() :], ruled.preposition):
                for is_un in (True, False):
                    at = one.end + found.start("cue")
                    yield _Tie(form, found["cue"], at, one.of(is_un=is_un), other.of(is_un=not is_un))


def _other_side(sentence: _Sentence, place: int, at: int, *, is_un: bool) -> tuple[str, ...]:
    """Who works with the list at `place`: the nearest subject before the cue, else the list that follows an opening phrase."""
    text, lists = sentence.text, sentence.lists
    oblique: tuple[str, ...] = ()
    for group in reversed(lists[:place]):
        if group.end > at and not group.start < at < group.end:
            continue
        is_oblique = _OBLIQUE.search(text[max(sentence.start, group.start - 20) : group.start]) is not None
        ids = group.of(is_un=is_un)
        if not is_oblique:
            return ids or oblique
        oblique = oblique or ids
    if oblique or place > 0 or len(lists) < 2:
        return oblique
    is_opening = len(text[sentence.start : at].split()) <= _OPENING
    return lists[1].of(is_un=is_un) if is_opening and text[lists[0].end] == "," else ()


def _year(sentence: Span, named: Sequence[Mention]) -> int | None:
    """The year of the sentence, where all its dates lie in one."""
    years = {
        year
        for m in named
        if m.type == "DATE" and m.layer == "main" and sentence[0] <= m.start and m.end <= sentence[1]
        for year in _YEAR.findall(m.ids[0])
    }
    return int(years.pop()) if len(years) == 1 else None
