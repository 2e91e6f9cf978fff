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
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from transforms.parties import Party, groups, is_of_system, parties
from transforms.partnerships import grammar
from transforms.partnerships.tying import Sentence, Tie, compounds, ties
from transforms.passages import Entity, Findings, Mention, Passage
from transforms.sentences import LONGEST, Span, spans

_IT = re.compile(r"It (?!(?:is|was|will be|would be|has been|may be|remains|should be) (?!\w+ing\b))")
"""Stands for the subject of the sentence before, unless it stands for nothing: "It was decided that"."""
_YEAR = re.compile(r"\b\d{4}\b")
_OWN_REPORT = re.compile(r"(?:Consolidated )?Report of the Secretary-General", re.IGNORECASE)
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
    joined = compounds(text, named)
    if not joined and {True, False} - {party.is_un for party in acting}:
        return
    for (start, end), within in _sentences(text, acting):
        is_two_sided = len(within) > 1 and {True, False} <= {party.is_un for party in within}
        if (not is_two_sided and not joined) or end - start > LONGEST:
            continue
        sentence = Sentence(text, start, end, groups(text, within) if is_two_sided else ())
        sure: dict[tuple[str, str], Tie] = {}
        for tie in (*(c for c in joined if start <= c.at < end), *ties(sentence)):
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


def _pairs(tie: Tie) -> Iterator[tuple[str, str]]:
    """(UN body, partner) for each of one side with each of the other."""
    for one in tie.left:
        for other in tie.right:
            if is_of_system(one) != is_of_system(other):
                yield (one, other) if is_of_system(one) else (other, one)


def _year(sentence: Span, named: Sequence[Mention]) -> int | None:
    """The year of the sentence, where all its dates lie in one."""
    years = {
        year
        for m in named
        if m.type == "DATE" and m.layer == "main" and sentence[0] <= m.start and m.end <= sentence[1]
        for year in _YEAR.findall(m.ids[0])
    }
    return int(years.pop()) if len(years) == 1 else None
